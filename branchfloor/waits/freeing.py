"""When each counter is likely to call next."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg

from .learned import ServiceTimes
from .lognormal import LogNormal

OVERDUE_PAUSE_S = 60.0
"""A pause past its time of return is taken to end this soon."""


@dataclass(frozen=True, slots=True)
class Freeing:
    """A counter's next call: not before `pause_s`; after what is left of its customer's time."""

    law: LogNormal | None = None
    elapsed_s: float = 0.0
    gap_s: float = 0.0
    pause_s: float = 0.0

    def quantile(self, share: float) -> float:
        """Seconds until it may call."""
        if self.law is None:
            return self.pause_s
        return max(self.pause_s, self.law.remaining(self.elapsed_s, share) + self.gap_s)

    @property
    def mean_s(self) -> float:
        """Mean seconds until it may call."""
        if self.law is None:
            return self.pause_s
        return max(self.pause_s, self.law.remaining_mean(self.elapsed_s) + self.gap_s)


def freeing(state: FloorState, counter: Counter, times: ServiceTimes, now: datetime) -> Freeing:
    """When a counter that works, or is paused until a stated time, calls next."""
    pause_s = 0.0
    if counter.status is CounterStatus.PAUSED and counter.until is not None:
        pause_s = seconds_between(now, counter.until) or OVERDUE_PAUSE_S
    found = state.at_counter(counter.number)
    if found is None:
        return Freeing(pause_s=pause_s)
    leg = found[1]
    law = times.estimate(leg.service, counter.staff)
    gaps = times.gaps
    if leg.state is LegState.CALLED:
        called_s = seconds_between(leg.called_ats[-1], now) if leg.called_ats else 0.0
        walk_s = max(0.0, gaps.walk_s - called_s)
        return Freeing(law, 0.0, walk_s + gaps.reaction_s, pause_s)
    return Freeing(law, _elapsed_s(leg, now), gaps.reaction_s, pause_s)


def _elapsed_s(leg: Leg, now: datetime) -> float:
    return leg.served_s + (seconds_between(leg.sat_at, now) if leg.sat_at else 0.0)
