"""The figures of a day as values: what the overview, the state command and a report show.

Percentiles (the median too) interpolate linearly between the two nearest values, the first
value being the 0th and the last the 100th percentile. Seconds everywhere; None where nothing
was measured.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from .kinds import CounterStatus


def percentile(ordered: list[float], share: float) -> float:
    """The percentile of values already in order, `share` from 0 to 1."""
    at = share * (len(ordered) - 1)
    low = int(at)
    part = at - low
    if not part:
        return ordered[low]
    return ordered[low] + (ordered[low + 1] - ordered[low]) * part


@dataclass(frozen=True, slots=True)
class Spread:
    """How a set of durations lies: how many, mean, median and P90 in seconds."""

    n: int = 0
    mean_s: float | None = None
    median_s: float | None = None
    p90_s: float | None = None


def spread(values: Iterable[float]) -> Spread:
    """The spread of durations; the same whatever their order."""
    ordered = sorted(values)
    if not ordered:
        return Spread()
    return Spread(len(ordered), fmean(ordered), percentile(ordered, 0.5), percentile(ordered, 0.9))


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of all legs, or of those of one tier, class or service (`key`).

    `waiting` counts people who could be called now and `longest_s` is the longest of their
    clocks (the visit's whole wait). `waits` are the legs' own waits at their latest call (a leg
    that waits again counts once called again); `within` of those kept to the target. The ends
    count legs, `no_shows` events.
    """

    key: str
    waiting: int
    longest_s: float
    waits: Spread
    services: Spread
    within: int
    served: int
    left: int
    cancelled: int
    expired: int
    abandoned: int
    no_shows: int

    @property
    def called(self) -> int:
        """Legs whose latest call stands."""
        return self.waits.n

    @property
    def within_share(self) -> float | None:
        """Share of called legs that were called within their target."""
        return self.within / self.waits.n if self.waits.n else None


@dataclass(frozen=True, slots=True)
class VisitTally:
    """Every visit issued today in exactly one place; `issued` is the sum of them.

    `carried` are live visits of an earlier day, not part of the sum. `planned` visits have
    nothing but later legs whose turn has not come: none, but between two moves.
    """

    served: int = 0
    at_counter: int = 0
    waiting: int = 0
    held: int = 0
    late: int = 0
    planned: int = 0
    left: int = 0
    cancelled: int = 0
    expired: int = 0
    abandoned: int = 0
    carried: int = 0

    @property
    def issued(self) -> int:
        """Tickets taken today."""
        live = self.at_counter + self.waiting + self.held + self.late + self.planned
        return self.served + live + self.left + self.cancelled + self.expired + self.abandoned


@dataclass(frozen=True, slots=True)
class CounterFigures:
    """One counter's day. `open_s` includes pauses; `utilisation` is busy over open."""

    number: str
    status: CounterStatus
    busy: bool
    open_s: float
    busy_s: float
    paused_s: float
    served: int

    @property
    def utilisation(self) -> float | None:
        """Share of its open time with a customer, None when it was never open."""
        return self.busy_s / self.open_s if self.open_s else None


@dataclass(frozen=True, slots=True)
class CountersNow:
    """How many counters are in each status now, and the utilisation of all of them today."""

    open: int
    paused: int
    closing: int
    closed: int
    busy: int
    utilisation: float | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter-hour of the branch's wall clock: visits issued and turns called in it."""

    start_at: datetime
    arrivals: int
    calls: int


@dataclass(frozen=True, slots=True)
class Overtakings:
    """Of `calls` standing calls, `overtaking_calls` passed somebody who had waited longer;
    `overtaken` is how many were passed in all.
    """

    calls: int = 0
    overtaking_calls: int = 0
    overtaken: int = 0

    @property
    def share(self) -> float | None:
        """Share of calls that passed somebody."""
        return self.overtaking_calls / self.calls if self.calls else None


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A quarter-hour of one tier (None: all): visits issued, and the waits of those called.

    A visit counts for the tier of its first leg, a leg in the slot of its latest call.
    """

    start_at: datetime
    tier: str | None
    arrivals: int
    called: int
    mean_s: float | None
    median_s: float | None
    p90_s: float | None


@dataclass(frozen=True, slots=True)
class Metrics:
    """The day so far, at one moment."""

    at: datetime
    total: Figures
    tiers: tuple[Figures, ...]
    classes: tuple[Figures, ...]
    services: tuple[Figures, ...]
    counters: tuple[CounterFigures, ...]
    floor: CountersNow
    visits: VisitTally
    slots: tuple[Slot, ...]
    overtakings: Overtakings

    def tier(self, key: str) -> Figures:
        """Figures of a tier; KeyError when unknown."""
        return _of(self.tiers, key)

    def class_(self, key: str) -> Figures:
        """Figures of a class; KeyError when unknown."""
        return _of(self.classes, key)

    def service(self, key: str) -> Figures:
        """Figures of a service; KeyError when unknown."""
        return _of(self.services, key)


def _of(rows: tuple[Figures, ...], key: str) -> Figures:
    for row in rows:
        if row.key == key:
            return row
    raise KeyError(key)
