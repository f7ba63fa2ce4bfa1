"""Who sits where and when: seats, shifts and breaks of a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.config import BranchConfig
from branchfloor.waits.arrivals.usual import part_timers, pools

from .day import Day

FIRST_UNLISTED = 9001
"""Staff numbers where the document lists no teller at all."""

BUSY_HOURS = ((0.05, 0.37), (0.56, 0.9))
MEAL_MIN, BREAK_MIN = 30.0, 10.0
MEALS_FROM, MEALS_TO = 0.28, 0.56
BREAKS_AT = (0.17, 0.73)
TURNS = 4
"""Meals and breaks come in this many turns, so that a kind of counter never empties at once."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits where."""

    counter: str
    staff: str


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
    """The shifts of a day; elastic counters have none, they open when they are needed.

    Of a kind of counter with several, the last keep the busy hours only and close over noon.
    """
    seated = {seat.counter for seat in seats(config)}
    found: list[Shift] = []
    for every in pools(config):
        pool = [plan for plan in every if plan.number in seated]
        for rank, plan in enumerate(pool):
            if plan in part_timers(pool):
                found.extend(_busy_hours(plan.number, day))
            else:
                rests = _rests(day, rank)
                found.append(Shift(plan.number, day.opens_at, day.closes_at, rests))
    return found


def _busy_hours(counter: str, day: Day) -> list[Shift]:
    """The two humps of the day, each with nothing between."""
    return [Shift(counter, day.part(a), day.part(b), ()) for a, b in BUSY_HOURS]


def staffed_minutes(config: BranchConfig, day: Day) -> dict[str, float]:
    """Minutes of the day that each counter with a shift is there for customers."""
    found: dict[str, float] = {}
    for shift in shifts(config, day):
        whole = (shift.ends_at - shift.begins_at).total_seconds() / 60
        free = sum(rest.minutes for rest in shift.rests)
        found[shift.counter] = found.get(shift.counter, 0.0) + whole - free
    return found


def _rests(day: Day, rank: int) -> tuple[Rest, ...]:
    turn = rank % TURNS
    meal = Rest(day.part(MEALS_FROM + (MEALS_TO - MEALS_FROM) * turn / TURNS), MEAL_MIN, "meal")
    gap = timedelta(minutes=turn * (BREAK_MIN + 4))
    breaks = [Rest(day.part(part) + gap, BREAK_MIN, "break") for part in BREAKS_AT]
    return (breaks[0], meal, breaks[1])
