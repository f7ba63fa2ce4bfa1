"""What a lobby manager could do about the waits now: the options worth weighing, few of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.catalogue import CounterPlan, Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, CounterStatus, Discipline
from branchfloor.domain.rostering import DayPlan, moment_of
from branchfloor.domain.state import FloorState
from branchfloor.routing.eligibility import Mark, desk
from branchfloor.routing.head_starts import lawful

LOAN_MIN = 30.0
"""For how long a counter would be lent."""

BREAK_MIN = 30.0
"""By how much a break would be moved."""

SOON_MIN = 45.0
"""A break that begins within so many minutes may be moved."""

STEP = 0.1
"""By how much a head start would be changed, in targets."""

MOST_OPENED = 4
"""So many counters to open, so that in the morning, when most are closed, the rest has room."""

MOST_CLOSED = 3
"""So many elastic counters to close."""

MOST = 10
"""So many options are weighed, doing nothing among them."""

Break = tuple[str, datetime, datetime]
"""A planned break: counter, from, to."""


def options(
    state: FloorState, config: BranchConfig, now: datetime, breaks: tuple[Break, ...] = ()
) -> tuple[Option, ...]:
    """Doing nothing, then what could be done: what helps the most people who wait comes first.

    Only what the rules allow: a loan never reaches cash, a head start never breaks the law of
    priority. `breaks` are those of the day's plan.
    """
    found = [
        *islice(_opened(state, config), MOST_OPENED),
        *_resumed(state, config),
        *_moved(state, config, now, breaks),
        *_lent(state, config),
        *_head_starts(state, config),
    ]
    closed = closings(state, config)
    room = MOST - 1 - len(closed)
    return (Option(Act.NOTHING), *found[: max(0, room)], *closed)


def closings(state: FloorState, config: BranchConfig) -> tuple[Option, ...]:
    """Elastic counters that work: each may be closed when it is no longer needed. They are weighed
    on a quiet floor too, for that is when somebody asks.
    """
    working = (
        plan.number
        for plan in config.counters
        if plan.elastic and state.counter(plan.number).status is CounterStatus.OPEN
    )
    return tuple(Option(Act.CLOSE, number) for number in islice(working, MOST_CLOSED))


def breaks_of(plan: DayPlan, config: BranchConfig) -> tuple[Break, ...]:
    """The breaks of a day's plan at counters that there still are."""
    known = {one.number for one in config.counters}

    def at(minute: int) -> datetime:
        return moment_of(plan.day, minute, config.time_zone)

    return tuple(
        (shift.counter, at(rest.from_min), at(rest.until_min))
        for shift in plan.shifts
        for rest in shift.breaks
        if shift.counter in known
    )


def _could_help(state: FloorState, config: BranchConfig, number: str) -> int:
    """How many wait whom a counter could call as its own work."""
    seat = desk(state, config, number)
    lanes = state.lanes.of.items()
    return sum(len(lane) for key, lane in lanes if seat.answer(key).mark is Mark.SERVES)


def _opened(state: FloorState, config: BranchConfig) -> Iterator[Option]:
    """Closed counters, elastic ones first: they are there for this; then by who would be helped."""
    closed = [
        (plan, _could_help(state, config, plan.number))
        for plan in config.counters
        if state.counter(plan.number).status is CounterStatus.CLOSED
    ]
    for plan, _ in sorted(closed, key=lambda one: (not one[0].elastic, -one[1])):
        yield Option(Act.OPEN, plan.number)


def _resumed(state: FloorState, config: BranchConfig) -> Iterator[Option]:
    for plan in config.counters:
        if state.counter(plan.number).status is CounterStatus.PAUSED:
            yield Option(Act.RESUME, plan.number)


def _moved(
    state: FloorState, config: BranchConfig, now: datetime, breaks: tuple[Break, ...]
) -> Iterator[Option]:
    soon = now + timedelta(minutes=SOON_MIN)
    for number, starts_at, _ in breaks:
        works = state.counter(number).status is CounterStatus.OPEN
        if works and now < starts_at <= soon:
            yield Option(Act.MOVE_BREAK, number, minutes=BREAK_MIN)


def _lent(state: FloorState, config: BranchConfig) -> Iterator[Option]:
    """Working counters with little of their own to do, for the general work they may be lent to."""
    waiting = _waiting_by_service(state)
    found = []
    for plan in config.counters:
        counter = state.counter(plan.number)
        if counter.status is CounterStatus.OPEN and not counter.lent:
            services = _lendable(plan, config)
            others = sum(waiting.get(code, 0) for code in services)
            if others > _could_help(state, config, plan.number):
                found.append((others, Option(Act.LEND, plan.number, services, LOAN_MIN)))
    for _, option in sorted(found, key=lambda one: -one[0]):
        yield option


def _lendable(plan: CounterPlan, config: BranchConfig) -> tuple[str, ...]:
    def fits(service: Service) -> bool:
        return not service.needs_cash and service.code not in plan.serves

    return tuple(sorted(code for code in plan.lendable if fits(config.service(code))))


def _waiting_by_service(state: FloorState) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, lane in state.lanes.of.items():
        found[key.service] = found.get(key.service, 0) + len(lane)
    return found


def _head_starts(state: FloorState, config: BranchConfig) -> Iterator[Option]:
    """One step less for a class that is waiting with a head start, if the law allows it."""
    if config.policy.discipline is not Discipline.AFFINE:
        return
    waiting = {key.class_name for key in state.lanes.of}
    for rule in config.policy.classes:
        if rule.name in waiting and rule.head_start >= STEP and rule.kind is ClassKind.COMMERCIAL:
            option = Option(
                Act.HEAD_START, class_name=rule.name, value=round(rule.head_start - STEP, 4)
            )
            if lawful(config, option):
                yield option
