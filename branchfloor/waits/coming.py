"""Who is still expected today, as the day has gone so far: slots of a quarter-hour from now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, sqrt

from branchfloor.domain.kinds import LegState
from branchfloor.domain.state import FloorState

from .arrivals.counted import QUARTER_S, DayCount, joined_at
from .arrivals.day import DayArrivals
from .arrivals.learned import ArrivalRates

LEAST = 0.01
"""Streams that bring fewer customers than this within the horizon are left out."""
ODD = 0.3
"""A day whose customers differ by more than this share from what was expected is like no other."""
ODD_FROM = 40
"""With fewer expected so far nothing is said of the day."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Expected customers by stream (service and class) and slot; how far they vary."""

    streams: tuple[tuple[str, str], ...]
    expected: tuple[tuple[float, ...], ...]
    slots: int
    cv: float
    cv_day: float


def came_today(state: FloorState) -> int:
    """How many have joined a queue today, later legs included."""
    ended = sum(joined_at(record) is not None for record in state.records)
    live = sum(
        leg.state not in (LegState.PLANNED, LegState.EXPIRED)
        for visit in state.visits.values()
        if visit.day == state.day
        for leg in visit.legs
        if leg.ended_at is None
    )
    return ended + live


def coming(rates: ArrivalRates, state: FloorState, now: datetime, horizon_s: float) -> Coming:
    """Who is expected within so many seconds, at the pace of who came today."""
    slots = max(1, ceil(horizon_s / QUARTER_S))
    day = rates.of(state.day or now.date())
    if day is None:
        return Coming((), (), slots, 0.0, 0.0)
    told = _told(day, state, now)
    starts = [now + timedelta(seconds=QUARTER_S * slot) for slot in range(slots)]
    streams, expected = [], []
    for service in told.expected:
        row = [told.between(service, at, at + timedelta(seconds=QUARTER_S)) for at in starts]
        for class_name, share in told.classes.get(service, {}).items():
            if share * sum(row) >= LEAST:
                streams.append((service, class_name))
                expected.append(tuple(share * rate for rate in row))
    spread = told.spread
    known = 1 / spread.day_cv**2 + _expected_so_far(day, now) / (1 + spread.quarter_cv**2)
    return Coming(tuple(streams), tuple(expected), slots, spread.quarter_cv, 1 / sqrt(known))


def unlike_others(rates: ArrivalRates, state: FloorState, now: datetime) -> bool:
    """Whether far more or fewer came today than the branch's days had it expect."""
    day = rates.of(state.day or now.date())
    if day is None:
        return False
    expected = _expected_so_far(day, now)
    return expected >= ODD_FROM and abs(came_today(state) / expected - 1) > ODD


def _told(day: DayArrivals, state: FloorState, now: datetime) -> DayArrivals:
    came = DayCount(day.hours.day, (("", (came_today(state),)),))
    return day.told(came, now)


def _expected_so_far(day: DayArrivals, now: datetime) -> float:
    return sum(day.between(service, day.hours.opens_at, now) for service in day.expected)
