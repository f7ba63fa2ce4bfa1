"""Who works at a branch and when it is open."""

from datetime import date, time

from branchfloor.domain.catalogue import OpeningHours, StaffMember

from .catalogue import code_of
from .reading import Table, a, clock_of, shown

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

ROLES = ("teller", "lobby_manager", "branch_manager", "administrator", "auditor")
"""What a person may be; the rights of each are security's."""


def read_person(table: Table) -> StaffMember:
    """One `[[staff]]`."""
    number = code_of(table, "number", "staff")
    roles = table.texts("roles", ("teller",))
    if not roles or not set(roles) <= set(ROLES):
        table.refuse("roles", key="roles", words=ROLES)
    skills = tuple(_skill(one) for one in table.tables("skills"))
    table.once("skills", [skill for skill, _ in skills])
    table.done()
    return StaffMember(number, roles, skills)


def read_hours(table: Table) -> OpeningHours:
    """The `[hours]`; a weekday left out is closed."""
    days = tuple(
        (number, *read_span(table, name)) for number, name in enumerate(WEEKDAYS) if table.has(name)
    )
    if not days:
        table.refuse("never_opens")
    hours = OpeningHours(days, table.days("holidays"), table.whole("last_ticket_before_min", 0))
    for number, opens, closes in days:
        if hours.last_ticket_before_min >= minutes_of(closes) - minutes_of(opens):
            table.refuse("no_time", key="last_ticket_before_min", day=WEEKDAYS[number])
    table.done()
    return hours


def _skill(table: Table) -> tuple[str, date | None]:
    skill = table.text("name"), table.day("until") if table.has("until") else None
    table.done()
    return skill


def read_span(table: Table, key: str) -> tuple[time, time]:
    """A span of the day, "09:00-17:00"."""
    text = table.text(key)
    start, _, end = text.partition("-")
    opens, closes = clock_of(start), clock_of(end)
    if opens is None or closes is None:
        table.refuse("must_be", key=key, what=a("span"), value=shown(text))
    if opens >= closes:
        table.refuse("span_turned", key=key, value=text)
    return opens, closes


def minutes_of(of: time) -> int:
    """The minute of the day."""
    return of.hour * 60 + of.minute
