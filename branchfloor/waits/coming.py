"""Who is still expected today, as the day has gone so far: slots of a quarter-hour from now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil, sqrt

from branchfloor.domain.kinds import LegState
from branchfloor.domain.state import FloorState

from .arrivals.counted import QUARTER_S, joined_at
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
    over = _over(day, now)
    expected_so_far = _until(day.quarters_of(), over)
    spread = day.spread
    known = 1 / spread.day_cv**2
    weight = 1 / (1 + spread.quarter_cv**2 / max(1.0, over) * expected_so_far)
    pace = (known + weight * came_today(state)) / (known + weight * expected_so_far)
    streams, expected = [], []
    for service, row in day.expected.items():
        own = [pace * rate for rate in _from(row, over, slots)]
        whole = sum(own)
        for class_name, share in day.classes.get(service, {}).items():
            if share * whole >= LEAST:
                streams.append((service, class_name))
                expected.append(tuple(share * rate for rate in own))
    left_cv = 1 / sqrt(known + weight * expected_so_far)
    return Coming(tuple(streams), tuple(expected), slots, spread.quarter_cv, left_cv)


def unlike_others(rates: ArrivalRates, state: FloorState, now: datetime) -> bool:
    """Whether far more or fewer came today than the branch's days had it expect."""
    day = rates.of(state.day or now.date())
    if day is None:
        return False
    expected = _until(day.quarters_of(), _over(day, now))
    return expected >= ODD_FROM and abs(came_today(state) / expected - 1) > ODD


def _over(day: DayArrivals, now: datetime) -> float:
    """How many quarter-hours of the opening hours are over, in part too; below nought before."""
    return (now - day.hours.opens_at).total_seconds() / QUARTER_S


def _until(row: Sequence[float], over: float) -> float:
    """Customers of the quarter-hours that are over, the last one in part."""
    whole = min(max(0, int(over)), len(row))
    part = row[whole] * (over - whole) if 0 <= over < len(row) else 0.0
    return sum(row[:whole]) + part


def _from(row: Sequence[float], over: float, slots: int) -> list[float]:
    """The customers of each slot from now on; slots lie across two quarter-hours."""
    first = int(over // 1)
    part = over - first
    at = [row[i] if 0 <= i < len(row) else 0.0 for i in range(first, first + slots + 1)]
    return [(1 - part) * at[i] + part * at[i + 1] for i in range(slots)]
