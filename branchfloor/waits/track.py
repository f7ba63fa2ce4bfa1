"""Ranges held to what they say: one step after each wait that ended (adaptive conformal).

Gibbs and Candès (2021): after a wait y promised between L and U, theta_hi += g (1{y > U} - a)
and theta_lo += g (a - 1{y < L}) with a = 0.1; the next range is (L exp theta_lo, U exp theta_hi).
The median moves once a day, by how far the share of waits beyond it was from half: waits of one
hour are long or short together, and a median that follows them lags behind the hall all day.
Once past days have taught lines and bands (`daily`), each day begins from those alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import exp, sqrt
from typing import Protocol

from branchfloor.domain.waits import WaitRange

MISS = 0.1
"""Each side of a range is to be missed this often: 80 % of waits end inside."""
GAIN = 0.04
"""Of steps from 0.025 to 0.06 the one with which days of four kinds of played branch came nearest
to 80 % each; a longer one costs width.
"""
DAY_GAIN, DAY_WEIGHT = 0.5, 40.0
"""A day's step of the median for a share of one, and how many waits make a day count half."""
SHORTEST_S = 30.0
"""A median below this is a matter of seconds at the counter and teaches nothing about queues."""
SHORT_S, SHORT = 90.0, "/short"
"""Ranges with a median below this are held by themselves: they hardly miss above, for half a
minute is always added there, and would hide how often long ones do.
"""
FURTHEST = 1.5
"""A correction never grows beyond this power of e: a wild day must not spoil the next."""
_Z95 = 1.959963984540054


class Settled(Protocol):
    """A promise as storage keeps it: whose, what was said, and how long it then took."""

    @property
    def class_name(self) -> str:
        """The class the leg had."""

    @property
    def wait(self) -> WaitRange:
        """The range that was said."""

    @property
    def waited_s(self) -> float | None:
        """What it took from then on; None while it waits or when it was never called."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often waits ended inside their range, with a 95 % Wilson interval; None without any."""

    n: int = 0
    hits: int = 0

    @property
    def share(self) -> float | None:
        """Share of waits inside."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval of the share."""
        if not self.n:
            return None
        p, z2 = self.hits / self.n, _Z95**2
        centre = (p + z2 / (2 * self.n)) / (1 + z2 / self.n)
        half = _Z95 * sqrt(p * (1 - p) / self.n + z2 / (4 * self.n**2)) / (1 + z2 / self.n)
        return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(frozen=True, slots=True)
class Sides:
    """What one class has taught: the corrections of the range, and how often it came true today;
    `asked` of today's medians say something of queues, `beyond` of their waits took longer.
    """

    class_name: str
    low: float = 0.0
    middle: float = 0.0
    high: float = 0.0
    n: int = 0
    hits: int = 0
    asked: int = 0
    beyond: int = 0

    def scored(self, wait: WaitRange, waited_s: float) -> "Sides":
        """With one more wait. Being called at once is counted but teaches nothing of queues, nor
        does a range from 0 that cannot be missed below.
        """
        over, under = waited_s > wait.p90, waited_s < wait.p10
        counted = replace(self, n=self.n + 1, hits=self.hits + (not over and not under))
        if wait.p50 <= 0:
            return counted
        low = self.low + (GAIN * (MISS - under) if wait.p10 > 0 else 0.0)
        high = self.high + GAIN * (over - MISS)
        held = replace(counted, low=_bounded(low), high=_bounded(high))
        if wait.p50 < SHORTEST_S:
            return held
        return replace(held, asked=self.asked + 1, beyond=self.beyond + (waited_s > wait.p50))

    def new_day(self) -> "Sides":
        """With the median moved by what the day that is over showed, and nothing scored yet."""
        step = DAY_GAIN * (self.beyond - 0.5 * self.asked) / (self.asked + DAY_WEIGHT)
        middle = _bounded(self.middle + step)
        return Sides(self.class_name, self.low, middle, self.high)


def _bounded(theta: float) -> float:
    return min(FURTHEST, max(-FURTHEST, theta))


def group_of(class_name: str, wait: WaitRange) -> str:
    """Under which name a range is held: its class, long and short ones apart."""
    return class_name if wait.p50 >= SHORT_S else class_name + SHORT


@dataclass(frozen=True, slots=True)
class Tracker:
    """Corrections by class, short waits apart; a plain value for the log's codec."""

    sides: tuple[Sides, ...] = ()

    def of(self, class_name: str, *, short: bool = False) -> Sides:
        """What is known of a class, of its long waits or its short ones."""
        return self._of(class_name + SHORT if short else class_name)

    def _of(self, class_name: str) -> Sides:
        return next((s for s in self.sides if s.class_name == class_name), Sides(class_name))

    def scored(self, promise: Settled) -> "Tracker":
        """The tracker after a promise; the same one while its wait has not ended."""
        if promise.waited_s is None:
            return self
        key = group_of(promise.class_name, promise.wait)
        taught = self._of(key).scored(promise.wait, promise.waited_s)
        others = tuple(s for s in self.sides if s.class_name != key)
        return Tracker((*others, taught))

    def followed(self, promises: Iterable[Settled]) -> "Tracker":
        """The tracker after many promises, in the order in which their waits ended."""
        tracker = self
        for promise in promises:
            tracker = tracker.scored(promise)
        return tracker

    def new_day(self, *, anew: bool = False) -> "Tracker":
        """A day is over: the medians take their step; or all begins `anew`, where what past days
        taught is known otherwise.
        """
        return Tracker() if anew else Tracker(tuple(sides.new_day() for sides in self.sides))

    def corrected(self, class_name: str, wait: WaitRange) -> WaitRange:
        """The range with its ends and its median corrected, in order."""
        sides = self._of(group_of(class_name, wait))
        middle = wait.p50 * exp(sides.middle)
        low, high = wait.p10 * exp(sides.low), wait.p90 * exp(sides.high)
        return WaitRange(min(low, middle), middle, max(high, middle))

    def coverage(self) -> Coverage:
        """How often it came true so far today, over all classes."""
        return Coverage(sum(s.n for s in self.sides), sum(s.hits for s in self.sides))
