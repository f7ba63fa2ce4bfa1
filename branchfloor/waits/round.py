"""A wait as a customer reads it: whole minutes, no false precision."""

from datetime import datetime, timedelta
from typing import NamedTuple

from branchfloor.domain.clock import zone
from branchfloor.domain.waits import WaitRange

FINE_MIN = 30.0
"""Up to here ends are whole minutes, beyond it multiples of five."""


class MinuteRange(NamedTuple):
    """From and to in whole minutes; 0 to 0 only when a counter is free now."""

    low: int
    high: int

    @property
    def immediate(self) -> bool:
        """Whether to say "at once" instead of a range."""
        return self.high <= 1


def rounded(wait: WaitRange) -> MinuteRange:
    """The range a customer is shown: ends to the nearest minute, never the same twice."""
    if wait.p50 <= 0:
        return MinuteRange(0, 0)
    low, high = _nearest(wait.p10 / 60), _nearest(wait.p90 / 60)
    return MinuteRange(low, max(high, low + 1))


def _nearest(minutes: float) -> int:
    """To the nearest whole minute, half up; to the nearest five where minutes say too much."""
    step = 1 if minutes < FINE_MIN else 5
    return int(minutes / step + 0.5) * step


def clock_range(wait: WaitRange, now: datetime, zone_name: str) -> tuple[datetime, datetime]:
    """The rounded range as branch-local wall time, to the minute."""
    low, high = rounded(wait)
    minute = now.replace(second=0, microsecond=0)
    local = zone(zone_name)
    return (
        (minute + timedelta(minutes=low)).astimezone(local),
        (minute + timedelta(minutes=high)).astimezone(local),
    )
