"""How far arrivals vary around what is expected: more than chance alone (Poisson) would have it.

Given its rate a count is Poisson; the rate itself varies from day to day and from quarter-hour
to quarter-hour by gamma factors of mean one, so that a count is negative binomial.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt

DAY_CV, QUARTER_CV = 0.08, 0.25
"""Deviations over means of the factors, before any day was seen."""
WEIGHT = 6.0
"""They count as so many days."""
LEAST_CV = 0.02
ODD = 0.7
"""A day further from what was expected than so much of it counts as if it had been so far."""
MOST_COUNT = 20000


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """Deviation over mean of a whole day's factor and of each quarter-hour's."""

    day_cv: float = DAY_CV
    quarter_cv: float = QUARTER_CV

    def variance(self, means: Iterable[float]) -> float:
        """Variance of a count that is expected to be `means` in its quarter-hours together."""
        parts = tuple(means)
        whole = sum(parts)
        quarters = sum(part * part for part in parts)
        return whole + (self.day_cv * whole) ** 2 + self.quarter_cv**2 * quarters

    def range(self, means: Iterable[float]) -> tuple[int, int]:
        """P10 and P90 of that count."""
        parts = tuple(means)
        whole = sum(parts)
        return tuple(count_quantile(whole, self.variance(parts), p) for p in (0.1, 0.9))  # type: ignore[return-value]


@lru_cache(maxsize=4096)
def count_quantile(mean: float, variance: float, share: float) -> int:
    """The least count that is not exceeded with that probability: negative binomial, or Poisson
    when the variance is no more than the mean.
    """
    if mean <= 0:
        return 0
    if mean > 400:  # far from nought both laws are near to normal
        z = {0.1: -1.2816, 0.9: 1.2816}.get(share, 0.0)
        return max(0, round(mean + z * sqrt(max(variance, mean))))
    over = variance - mean
    size = mean * mean / over if over > 1e-9 * mean else None
    chance = _none(mean, size)
    below, count = chance, 0
    while below < share and count < MOST_COUNT:
        chance *= _ratio(mean, size, count)
        count += 1
        below += chance
    return count


def _none(mean: float, size: float | None) -> float:
    """Chance that nobody comes."""
    return exp(-mean) if size is None else exp(-size * log(1 + mean / size))


def _ratio(mean: float, size: float | None, count: int) -> float:
    """Chance of one more over the chance of `count`."""
    if size is None:
        return mean / (count + 1)
    return (size + count) / (count + 1) * mean / (size + mean)


def overdispersion(pairs: Iterable[tuple[tuple[float, ...], tuple[int, ...]]]) -> Overdispersion:
    """What days show: pairs of what was expected and what came in each quarter-hour."""
    days = quarters = 0.0
    n = 0
    for expected, came in pairs:
        whole, all_came = sum(expected), sum(came)
        if whole <= 0:
            continue
        n += 1
        pace = all_came / whole
        days += min((pace - 1) ** 2, ODD**2) - 1 / whole
        base = sum((pace * e) ** 2 for e in expected) or 1.0
        quarters += sum((c - pace * e) ** 2 - c for e, c in zip(expected, came, strict=True)) / base
    return Overdispersion(_cv(DAY_CV, days, n), _cv(QUARTER_CV, quarters, n))


def _cv(prior: float, total: float, n: int) -> float:
    return max(LEAST_CV, sqrt(max(0.0, (WEIGHT * prior**2 + total) / (WEIGHT + n))))
