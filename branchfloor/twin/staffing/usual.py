"""The plan of a branch that has none: everybody at their own counter all day, breaks in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.people import Person
from branchfloor.domain.rostering import CounterKind, DayPlan, Shift, Span, counters_by_kind

from .patterns import Pattern, allowed, patterns

ELASTIC_LATER_MIN = 90
"""An elastic counter opens so much after the others and closes so much before them."""


def usual_plan(config: BranchConfig, empty: DayPlan, people: Sequence[Person]) -> DayPlan:
    """Everybody at their own counter; of each kind one after another goes to the break."""
    every = patterns(empty.hours, empty.rules)
    turns: dict[CounterKind, int] = {}
    found: list[Shift] = []
    for person in people:
        kind = person.kinds[0]
        fitting = [one for one in every if allowed(one, person)]
        chosen = _chosen(fitting, _span(config, empty, person), turns.get(kind, 0))
        if chosen is not None:
            turns[kind] = turns.get(kind, 0) + bool(chosen.breaks)
            found.append(Shift(person.staff, person.home, kind, chosen.span, chosen.breaks))
    return replace(empty, shifts=_in_order(found, counters_by_kind(config)))


def _span(config: BranchConfig, empty: DayPlan, person: Person) -> Span:
    hours = empty.hours
    if not config.counter(person.home).elastic:
        return hours
    return Span(hours.from_min + ELASTIC_LATER_MIN, hours.until_min - ELASTIC_LATER_MIN)


def _chosen(fitting: Sequence[Pattern], span: Span, turn: int) -> Pattern | None:
    """The shift nearest to a span, with the break of this turn."""
    if not fitting:
        return None
    nearest = min(_apart(one.span, span) for one in fitting)
    near = [one for one in fitting if _apart(one.span, span) == nearest]
    return near[turn * max(1, _stride(near)) % len(near)]


def _stride(near: Sequence[Pattern]) -> int:
    """Breaks of one turn are over when the next begins."""
    if not near[0].breaks:
        return 1
    return near[0].breaks[0].minutes // 30


def _apart(one: Span, other: Span) -> int:
    return abs(one.from_min - other.from_min) + abs(one.until_min - other.until_min)


def _in_order(
    shifts: Sequence[Shift], counters: Mapping[CounterKind, tuple[str, ...]]
) -> tuple[Shift, ...]:
    order = [number for kind in counters for number in counters[kind]]
    return tuple(sorted(shifts, key=lambda s: (order.index(s.counter), s.span.from_min)))
