"""The house itself: help calls, services without a ticket, hours kept, checklists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain import hall_events as h
from branchfloor.domain.clock import seconds_between, zone
from branchfloor.domain.hall import HELP_KINDS
from branchfloor.domain.metrics_values import spread

from .desks import DeskDay
from .material import DayMaterial
from .table import ALL, Column, Kind, Row, Table

HELP_COLUMNS = (
    Column("asked", Kind.COUNT),
    Column("helped", Kind.COUNT),
    Column("unhelped", Kind.COUNT),
    Column("help_mean", Kind.MINUTES),
    Column("help_p90", Kind.MINUTES),
    Column("help_longest", Kind.MINUTES),
)


@dataclass(frozen=True, slots=True)
class Help:
    """A press of the help button; `took_s` is None while nobody came."""

    counter: str
    kind: str
    took_s: float | None


def helps_of(material: DayMaterial) -> list[Help]:
    """The day's help calls, by when they were asked."""
    found: list[Help] = []
    open_at: dict[str, tuple[int, datetime]] = {}
    for entry, event in material.events():
        if isinstance(event, h.HelpAsked):
            open_at[event.counter] = len(found), entry.at
            found.append(Help(event.counter, event.kind, None))
        elif isinstance(event, h.HelpAnswered) and event.counter in open_at:
            place, asked_at = open_at.pop(event.counter)
            one = found[place]
            found[place] = Help(one.counter, one.kind, seconds_between(asked_at, entry.at))
    return found


def help_tables(material: DayMaterial) -> tuple[Table, Table]:
    """By what was asked for, and by counter."""
    helps = helps_of(material)
    kinds = [kind for kind in HELP_KINDS if any(one.kind == kind for one in helps)]
    known = [plan.number for plan in material.config.counters]
    counters = [number for number in known if any(one.counter == number for one in helps)]
    total = (ALL, *_help_cells(helps))
    by_kind = tuple((k, *_help_cells([o for o in helps if o.kind == k])) for k in kinds)
    by_counter = tuple((n, *_help_cells([o for o in helps if o.counter == n])) for n in counters)
    kind, counter = Column("help", Kind.HELP), Column("counter", Kind.COUNTER)
    return (
        Table("helps", (kind, *HELP_COLUMNS), by_kind, total, ("help",)),
        Table("help_counters", (counter, *HELP_COLUMNS), by_counter, total, ("help",)),
    )


def _help_cells(helps: Sequence[Help]) -> Row:
    times = [one.took_s for one in helps if one.took_s is not None]
    lie = spread(times)
    waiting = len(helps) - len(times)
    return (
        *(len(helps), len(times), waiting),
        *(lie.mean_s, lie.p90_s, max(times, default=None)),
    )


def unticketed_table(material: DayMaterial) -> Table:
    """Services given without a ticket, by counter and service."""
    found: dict[tuple[str, str], int] = {}
    for _, event in material.events():
        if isinstance(event, h.UnticketedServed):
            key = (event.counter, event.service)
            found[key] = found.get(key, 0) + 1
    order = [plan.number for plan in material.config.counters]

    def place(key: tuple[str, str]) -> tuple[int, str, str]:
        return (order.index(key[0]) if key[0] in order else len(order), *key)

    rows = tuple(
        (counter, code, found[counter, code]) for counter, code in sorted(found, key=place)
    )
    columns = (
        Column("counter", Kind.COUNTER),
        Column("service", Kind.SERVICE),
        Column("unticketed", Kind.COUNT),
    )
    return Table("unticketed", columns, rows, (ALL, "", sum(found.values())), ("unticketed",))


def hours_of(material: DayMaterial) -> tuple[datetime | None, datetime | None]:
    """When the branch opens and closes by its document; None on a day it is closed."""
    hours = material.config.hours.of(material.day)
    if hours is None:
        return None, None
    local = zone(material.config.time_zone)
    opens, closes = (datetime.combine(material.day, at, local) for at in hours)
    return opens, closes


def ticks_of(material: DayMaterial) -> dict[str, datetime]:
    """When each line of the checklist that is done was done."""
    found: dict[str, datetime] = {}
    for entry, event in material.events():
        if isinstance(event, h.ChecklistTicked):
            found.pop(event.item, None)
            if event.done:
                found[event.item] = entry.at
    return found


def kept_table(material: DayMaterial, desks: DeskDay) -> Table:
    """The published hours and what came of them: late opening, early closing, lists in time."""
    opens, closes = hours_of(material)
    last = _list_done(material, "closing")
    rows: tuple[Row, ...] = (
        ("opening", opens, desks.first_open_at, _late(opens, desks.first_open_at)),
        ("closing", closes, desks.last_close_at, _late(desks.last_close_at, closes)),
        _list_row("opening_list", opens, _list_done(material, "opening")),
        ("closing_list", None, last, None),
    )
    columns = (
        Column("point", Kind.POINT),
        Column("planned", Kind.CLOCK),
        Column("happened", Kind.CLOCK),
        Column("missed_by", Kind.MINUTES),
    )
    return Table("kept", columns, rows, None, ("kept", "checklist"))


def _list_row(name: str, due: datetime | None, done: datetime | None) -> Row:
    return (name, due, done, _late(due, done))


def _list_done(material: DayMaterial, when: str) -> datetime | None:
    """When the last line of a list was ticked; None while one of them is not."""
    ticks = ticks_of(material)
    lines = [item.code for item in material.config.checklist if item.when == when]
    if not lines or not all(code in ticks for code in lines):
        return None
    return max(ticks[code] for code in lines)


def _late(due: datetime | None, came: datetime | None) -> float | None:
    """How much later than due, 0 when in time; None when one of both is not known."""
    if due is None or came is None:
        return None
    return seconds_between(due, came)


def checklist_table(material: DayMaterial) -> Table:
    """Each line of the lists, and when it was done."""
    ticks = ticks_of(material)
    rows = tuple(
        (item.code, f"{item.when}_list", int(item.code in ticks), ticks.get(item.code))
        for item in material.config.checklist
    )
    done = sum(item.code in ticks for item in material.config.checklist)
    columns = (
        Column("item", Kind.ITEM),
        Column("point", Kind.POINT),
        Column("ticked", Kind.COUNT),
        Column("ticked_at", Kind.CLOCK),
    )
    return Table("checklist", columns, rows, (ALL, "", done, None), ("checklist",))
