"""What a branch's past days make of a range: a line moves its median, bands stretch its sides.

The line says by how much longer than the median it takes, from what is known when it is said: how
long and how wide the range is, what simpler ways say, and the class. The bands stretch each side
of the range to what was missed lately, by class, short waits apart (conformal, Mondrian). The
sides do not follow the median: it knows better than they which half of them is likelier. Both are
drawn once a business day (`correcting.daily_fit`); this module only applies them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log
from typing import Protocol

from branchfloor.domain.waits import NOTHING_SAID, Baselines, WaitRange

from .track import SHORT, SHORTEST_S, group_of

APART_S = 10.0
"""Misses are ratios of waits with these seconds added: near zero seconds count, not ratios."""
MOST_OFF = 1.5
"""What a simpler way says counts as no further off than this power of e."""
MOST_MOVED = 0.7
"""The line never moves a median further than this power of e."""
TERMS = 8
"""How many terms a line has."""
LEAST_ARM = 0.05
"""A side of a range counts as at least so wide, as a logarithm."""


class Said(Protocol):
    """What was said of a wait before anything corrected it, and what was known then."""

    @property
    def class_name(self) -> str:
        """The class the leg had."""

    @property
    def age_s(self) -> float:
        """What had been waited when it was said; 0 at issue."""

    @property
    def uncorrected(self) -> WaitRange | None:
        """The range as it was reckoned."""

    @property
    def simple(self) -> Baselines:
        """What simpler ways said at that moment."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A range that is about to be told."""

    class_name: str
    uncorrected: WaitRange
    age_s: float = 0.0
    simple: Baselines = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Band:
    """How many times as wide a group's ranges are to be, below and above the median."""

    group: str
    below: float = 1.0
    above: float = 1.0


START = Band("", 1.3)
"""Before any day has taught: waits came out shorter than a floor played forward said, seldom
longer. Played branches of four kinds were covered 72 to 76 % on their first day without it, 80 to
82 % with it.
"""


@dataclass(frozen=True)
class Daily:
    """What past days have taught; one that has learned nothing only looks further down.

    `slopes` belong to `terms`, `classes` holds each class's own step; `waits` is from how many
    waits it was learned.
    """

    slopes: tuple[float, ...] = ()
    classes: tuple[tuple[str, float], ...] = ()
    bands: tuple[Band, ...] = ()
    waits: int = 0

    @cached_property
    def _steps(self) -> dict[str, float]:
        return dict(self.classes)

    @cached_property
    def _bands(self) -> dict[str, Band]:
        return {band.group: band for band in self.bands}

    def moved(self, said: Said) -> float:
        """By which power of e the line moves the median of what was said."""
        wait = said.uncorrected
        if wait is None or not self.slopes or wait.p50 < SHORTEST_S:
            return 0.0
        along = sum(slope * x for slope, x in zip(self.slopes, terms(said, wait), strict=True))
        return min(MOST_MOVED, max(-MOST_MOVED, along + self._steps.get(said.class_name, 0.0)))

    def corrected(self, said: Said) -> WaitRange:
        """The range to be told; ValueError when nothing was said."""
        wait = said.uncorrected
        if wait is None:
            raise ValueError("nothing was said")
        if wait.p50 <= 0:
            return wait
        band = self._band(group_of(said.class_name, wait))
        middle, (below, above) = log(wait.p50 + APART_S), arms(wait)
        low, high = middle - band.below * below, middle + band.above * above
        middle = min(high, max(low, middle + self.moved(said)))
        return WaitRange(*(max(0.0, exp(at) - APART_S) for at in (low, middle, high)))

    def _band(self, group: str) -> Band:
        found = self._bands.get(group)
        return found or self._bands.get(group_of_all(group), START)


UNTAUGHT = Daily()


def group_of_all(group: str) -> str:
    """The group of all classes that a class's group belongs to."""
    return SHORT if group.endswith(SHORT) else ""


def arms(wait: WaitRange) -> tuple[float, float]:
    """How far the ends of a range are from its median, as logarithms."""
    low, middle, high = (log(at + APART_S) for at in (wait.p10, wait.p50, wait.p90))
    return max(LEAST_ARM, middle - low), max(LEAST_ARM, high - middle)


def terms(said: Said, wait: WaitRange) -> Sequence[float]:
    """What the line goes by: one, the length and width of the range, how far off simpler ways
    are from its median (none of them speaks of a ticket that waits), and whether it waits.
    """
    base = log(wait.p50 + APART_S)
    waits = said.age_s > 0
    simple = said.simple
    ways = (simple.les, simple.hol, simple.avg_k, simple.ql)
    off = (0.0 if waits else _off(way, base) for way in ways)
    return (1.0, base - 6.0, sum(arms(wait)) - 1.5, *off, float(waits))


def _off(way_s: float | None, base: float) -> float:
    if way_s is None:
        return 0.0
    return min(MOST_OFF, max(-MOST_OFF, log(max(0.0, way_s) + APART_S) - base))
