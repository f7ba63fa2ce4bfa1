"""Who sits where and when: seats, shifts and breaks of a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.config import BranchConfig

from .demand import Day
from .teller import Seat

FIRST_UNLISTED = 9001
"""Staff numbers where the document lists no teller at all."""

POOL = 3
"""From how many counters of one kind on the last of them keeps shorter hours."""

LATE, EARLY = timedelta(minutes=25), timedelta(minutes=45)
MEAL_MIN, BREAK_MIN = 30.0, 10.0
MEALS_FROM, MEALS_TO = 0.28, 0.56
BREAKS_AT = (0.17, 0.73)
TURNS = 4
"""Meals and breaks come in this many turns, so that a kind of counter never empties at once."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A break of a shift."""

    at: datetime
    minutes: float
    reason: str


@dataclass(frozen=True, slots=True)
class Shift:
    """One counter's day."""

    counter: str
    begins_at: datetime
    ends_at: datetime
    rests: tuple[Rest, ...]


def seats(config: BranchConfig) -> list[Seat]:
    """The listed tellers in the order of the counters; made-up numbers where none is listed."""
    numbers = [s.number for s in config.staff if "teller" in s.roles]
    if not numbers:
        numbers = [str(FIRST_UNLISTED + i) for i in range(len(config.counters))]
    pairs = zip(config.counters, numbers, strict=False)
    return [Seat(plan.number, number) for plan, number in pairs]


def shifts(config: BranchConfig, day: Day) -> list[Shift]:
    """The shifts of a day; elastic counters have none, they open when they are needed."""
    seated = {seat.counter for seat in seats(config)}
    found = []
    for pool in _pools(config):
        pool = [plan for plan in pool if plan.number in seated]
        for rank, plan in enumerate(pool):
            short = len(pool) >= POOL and plan is _shortest(pool)
            begins = day.opens_at + (LATE if short else timedelta())
            ends = day.closes_at - (EARLY if short else timedelta())
            found.append(Shift(plan.number, begins, ends, _rests(day, rank)))
    return found


def _pools(config: BranchConfig) -> list[list[CounterPlan]]:
    """Counters that do the same kind of work: cash, non-cash, corporate, sales."""
    pools: dict[tuple[bool, bool, bool], list[CounterPlan]] = {}
    for plan in config.counters:
        if not plan.elastic:
            kind = (plan.takes_cash, plan.corporate, plan.sales_zone)
            pools.setdefault(kind, []).append(plan)
    return list(pools.values())


def _shortest(pool: list[CounterPlan]) -> CounterPlan:
    """The last of the kind that is not there for those who need care, nor the only specialist."""
    plain = [p for p in pool if not p.care and _replaced(p, pool)]
    return (plain or pool)[-1]


def _replaced(plan: CounterPlan, pool: list[CounterPlan]) -> bool:
    others = [p.serves | p.backs_up for p in pool if p is not plan]
    return plan.serves <= frozenset[str]().union(*others)


def _rests(day: Day, rank: int) -> tuple[Rest, ...]:
    turn, minutes = rank % TURNS, day.minutes
    part = MEALS_FROM + (MEALS_TO - MEALS_FROM) * turn / TURNS
    meal = Rest(day.opens_at + timedelta(minutes=part * minutes), MEAL_MIN, "meal")
    gap = timedelta(minutes=turn * (BREAK_MIN + 4))
    breaks = [
        Rest(day.opens_at + timedelta(minutes=part * minutes) + gap, BREAK_MIN, "break")
        for part in BREAKS_AT
    ]
    return (breaks[0], meal, breaks[1])
