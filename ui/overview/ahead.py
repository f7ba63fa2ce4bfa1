"""Where waits are heading: what those who wait now will have waited when they are called."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import LegState
from branchfloor.domain.metrics_day import tier_of
from branchfloor.domain.waits import Forecasts, WaitRange
from ui.overview.reading import Reading

STEP_S = 900.0
"""A quarter-hour, counted from now."""

LEAST = 3
"""Fewer calls than this in a quarter-hour say nothing of those in between."""

MOST = 2 / 3
"""Shown as far as the calls of so many are foreseen: beyond, only the slowest lines would speak."""

OLD_S = 120.0
"""Forecasts older than this are not drawn: nobody keeps them up to date."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A call to come: its service, in how many seconds it is likely, the whole wait by then."""

    service: str
    in_s: float
    waited: WaitRange


@dataclass(frozen=True, slots=True)
class Ahead:
    """A quarter-hour to come: so many minutes from now, whoever is called in its middle will have
    waited so many minutes, in eight of ten cases between `low_min` and `high_min`.
    """

    in_min: float
    low_min: float
    mid_min: float
    high_min: float


def ahead(reading: Reading, tier: str | None) -> tuple[Ahead, ...]:
    """The quarter-hours to come, as far as calls are foreseen, of one tier or of all.

    Of published ranges only: those of the waiting, up to when whoever came now would be called. The
    one in the middle of each quarter-hour stands for it, as the median does in those gone by.
    """
    forecasts = reading.state.forecasts
    if forecasts is None or not -OLD_S <= seconds_between(forecasts.made_at, reading.now) <= OLD_S:
        return ()
    waiting = tuple(_waiting(reading, forecasts, tier))
    people = Counter(call.service for call in waiting)
    found = []
    for step in range(_steps(people, forecasts)):
        calls = [one.waited for one in waiting if int(one.in_s // STEP_S) == step]
        if len(calls) >= LEAST:
            found.append(_middle(step, calls))
    return tuple(found)


def _steps(people: Counter[str], forecasts: Forecasts) -> int:
    """How many quarter-hours begin before whoever came now would be called, in most lines."""
    new = [
        (one.wait.p50, people[one.service]) for one in forecasts.services if one.wait is not None
    ]
    reached = 0
    for in_s, waiting in sorted(new, reverse=True):
        reached += waiting
        if waiting and reached >= MOST * people.total():
            return int(in_s // STEP_S) + 1
    return 0


def _middle(step: int, calls: list[WaitRange]) -> Ahead:
    sides = ([getattr(one, side) for one in calls] for side in ("p10", "p50", "p90"))
    low, mid, high = (median(side) / 60 for side in sides)
    return Ahead((step + 0.5) * STEP_S / 60, low, mid, high)


def _waiting(reading: Reading, forecasts: Forecasts, tier: str | None) -> Iterator[_Call]:
    for told in forecasts.legs:
        visit, left = reading.state.visit(told.visit_id), told.wait
        legs = visit.legs if visit else ()
        leg = next((leg for leg in legs if leg.no == told.leg_no), None)
        if visit is None or leg is None or left is None or leg.state is not LegState.WAITING:
            continue
        if tier in (None, tier_of(reading.config, leg.service)):
            gone = visit.queued_s(forecasts.made_at)
            waited = WaitRange(gone + left.p10, gone + left.p50, gone + left.p90)
            yield _Call(leg.service, left.p50, waited)
