"""Who is expected to come, and what they are likely to do."""

from dataclasses import dataclass, field

import numpy as np

from branchfloor.domain.lanes import LaneKey

from .arrays import Floats

QUARTER_S = 900.0


@dataclass(frozen=True)
class Demand:
    """Expected arrivals of I streams in Q slots from now: `expected[i, q]`, the first slot begins
    now, every slot is `slot_s` long; nobody comes after the last.

    `streams` names the kinds that come. Arrivals are more variable than Poisson: every slot of
    every lane has a factor of its own, gamma with mean 1 and ratio of deviation to mean `cv`, and
    every lane one over its whole horizon, `cv_day`. The factors are those of the hall: within a
    slot each stream's count is a gamma-mixed Poisson.
    """

    streams: tuple[LaneKey, ...]
    expected: Floats
    cv: float = 0.0
    cv_day: float = 0.0
    slot_s: float = QUARTER_S

    @property
    def total(self) -> float:
        """Customers expected in all."""
        return float(self.expected.sum())

    def times(self, factor: float) -> "Demand":
        """So many times as many."""
        return Demand(self.streams, self.expected * factor, self.cv, self.cv_day, self.slot_s)


def nobody() -> Demand:
    """Nobody comes any more."""
    return Demand((), np.zeros((0, 1)))


@dataclass(frozen=True, slots=True)
class Away:
    """A hold: its share of first sittings, mean seconds away, and ratio of deviation to mean."""

    share: float = 0.0
    mean_s: float = 600.0
    cv: float = 0.5


@dataclass(frozen=True, slots=True)
class Habits:
    """What customers and counters do beside queue, serve, go; shares of calls, seconds.

    `no_show`: called and not there (`absent_s` until the counter gives up); `again`: nor the
    second time. Holds as `Away`: `took` comes back to any counter, `left` to the same counter,
    `office` to the same person. `transfer`: sent on before the end. `patience_s`:
    mean patience (exponential), inf for everybody stays. `pin_s` is how long a pin holds.
    """

    no_show: float = 0.0
    again: float = 0.0
    absent_s: float = 90.0
    late_after_calls: int = 3
    late_after_s: float = 1200.0
    took: Away = field(default_factory=Away)
    left: Away = field(default_factory=Away)
    office: Away = field(default_factory=Away)
    transfer: float = 0.0
    patience_s: float = float("inf")
    pin_s: float = 600.0

    @property
    def eventful(self) -> bool:
        """Whether anything but being served can happen at a call."""
        return bool(
            self.no_show or self.took.share or self.left.share or self.office.share or self.transfer
        )
