"""Who works at a branch and when it is open."""

from datetime import date, time

from branchfloor.domain.catalogue import OpeningHours, StaffMember

from .catalogue import code_of
from .reading import Table, clock_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

ROLES = ("teller", "lobby_manager", "branch_manager", "administrator", "auditor")
"""What a person may be; the rights of each are security's."""


def read_person(table: Table) -> StaffMember:
    """One `[[staff]]`."""
    number = code_of(table, "number", "staff")
    roles = table.texts("roles", ("teller",))
    if not roles or not set(roles) <= set(ROLES):
        table.refuse(f"roles must list at least one of {', '.join(ROLES)} and nothing else")
    skills = tuple(_skill(one) for one in table.tables("skills"))
    table.once("skills", [skill for skill, _ in skills])
    table.done()
    return StaffMember(number, roles, skills)


def read_hours(table: Table) -> OpeningHours:
    """The `[hours]`; a weekday left out is closed."""
    days = tuple(
        (number, *_span(table, name)) for number, name in enumerate(WEEKDAYS) if table.has(name)
    )
    if not days:
        table.refuse(
            'the branch never opens; give at least one day, such as monday = "09:00-17:00"'
        )
    hours = OpeningHours(days, table.days("holidays"), table.whole("last_ticket_before_min", 0))
    for number, opens, closes in days:
        if hours.last_ticket_before_min >= _minutes(closes) - _minutes(opens):
            table.refuse(
                f"last_ticket_before_min leaves no time on {WEEKDAYS[number]}; make it shorter"
            )
    table.done()
    return hours


def _skill(table: Table) -> tuple[str, date | None]:
    skill = table.text("name"), table.day("until") if table.has("until") else None
    table.done()
    return skill


def _span(table: Table, key: str) -> tuple[time, time]:
    text = table.text(key)
    start, _, end = text.partition("-")
    opens, closes = clock_of(start), clock_of(end)
    if opens is None or closes is None:
        table.refuse(f'{key} must be a span such as "09:00-17:00", not "{text}"')
    if opens >= closes:
        table.refuse(f'{key} must open before it closes, not "{text}"')
    return opens, closes


def _minutes(of: time) -> int:
    return of.hour * 60 + of.minute
