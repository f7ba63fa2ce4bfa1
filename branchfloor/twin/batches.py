"""Means and quantiles of independent lanes, with half-widths that hold."""

from dataclasses import dataclass
from math import inf, nan, sqrt

import numpy as np

from .arrays import Bools, Floats, Ints

GROUPS = 20
"""Quantiles are taken over so many groups of lanes; fewer where there are fewer lanes."""
_FEW = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
_NORMAL = 1.959964


def t_95(freedom: int) -> float:
    """The factor of a 95 % interval with so many degrees of freedom (Student)."""
    if freedom < 1:
        return inf
    if freedom <= len(_FEW):
        return _FEW[freedom - 1]
    z = _NORMAL
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the half-width of its 95 % interval; nan where one lane tells nothing of it."""

    value: float
    half: float


@dataclass(frozen=True)
class Waits:
    """What was measured of a class: waits lane by lane, each with the lane it was seen in and
    whether it was within its target.
    """

    wait_s: Floats
    met: Bools
    lane: Ints
    lanes: int

    @property
    def n(self) -> int:
        """How many waits."""
        return len(self.wait_s)

    def mean(self) -> Estimate:
        """Mean wait: the ratio of sums, with its error by lanes."""
        return self._ratio(self.wait_s)

    def within_target(self) -> Estimate:
        """Share of waits within their targets."""
        return self._ratio(self.met.astype(np.float64))

    def within(self, target_s: float) -> Estimate:
        """Share of waits no longer than this."""
        return self._ratio((self.wait_s <= target_s).astype(np.float64))

    def _ratio(self, values: Floats) -> Estimate:
        if not self.n:
            return Estimate(nan, nan)
        sums = np.bincount(self.lane, values, self.lanes)
        counts = np.bincount(self.lane, minlength=self.lanes)
        ratio = float(sums.sum() / counts.sum())
        return Estimate(ratio, _half(sums - ratio * counts, float(counts.sum())))

    def quantiles(self, ps: tuple[float, ...]) -> tuple[Estimate, ...]:
        """Quantiles of all waits, with their errors from groups of lanes."""
        if not self.n:
            return (Estimate(nan, nan),) * len(ps)
        groups = min(GROUPS, self.lanes)
        firsts = np.arange(1, groups) * self.lanes // groups
        parts = np.split(self.wait_s, np.searchsorted(self.lane, firsts))
        each = np.array([np.quantile(part, ps) for part in parts if len(part)])
        whole = np.quantile(self.wait_s, ps).tolist()
        return tuple(
            Estimate(value, _half_of_mean(column))
            for value, column in zip(whole, each.T, strict=True)
        )


def _half_of_mean(each: Floats) -> float:
    if len(each) < 2:
        return nan
    return t_95(len(each) - 1) * float(each.std(ddof=1)) / sqrt(len(each))


def _half(deviations: Floats, total: float) -> float:
    """Half-width of a ratio of sums from what each lane deviates."""
    lanes = len(deviations)
    if lanes < 2:
        return nan
    error = sqrt(lanes / (lanes - 1) * float(np.square(deviations).sum())) / total
    return t_95(lanes - 1) * error


def joined(parts: list[Waits]) -> Waits:
    """Waits of several plays, whose lanes are all different."""
    offsets = np.cumsum([0] + [part.lanes for part in parts])
    return Waits(
        np.concatenate([part.wait_s for part in parts]),
        np.concatenate([part.met for part in parts]),
        np.concatenate([p.lane + o for p, o in zip(parts, offsets[:-1], strict=True)]),
        int(offsets[-1]),
    )


def seen(wait_s: Floats, target_s: Floats, counted: Bools) -> Waits:
    """The counted ones of waits [lanes, columns] and their targets."""
    lane, _ = np.nonzero(counted)
    waits = wait_s[counted]
    return Waits(waits, waits <= target_s[counted], lane, len(wait_s))
