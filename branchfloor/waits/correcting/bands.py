"""Ranges around a mean, held to 80 %: what was missed lately by tickets told alike (conformal),
then one step after each wait that ended (adaptive), by kind of ticket (Gibbs and Candès 2021).
"""

from dataclasses import dataclass, field
from math import exp

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVELS = (0.1, 0.5, 0.9)
STEPS = (0.015, 0.0015, 0.015)
"""One step of a correction; the middle is told well enough and moves slowly."""
FURTHEST = 1.5
APART_S = 10.0
"""Misses are ratios of waits with these seconds added: near zero seconds count, not ratios."""
BINS = 8
LATEST = 6000
ENOUGH = 40
UNTAUGHT = (-1.1, -0.1, 0.75)
"""Logarithms of what a wait may be of what was said, before anything was learned."""


def ratio(said: Floats, came: Floats) -> Floats:
    """By how much more it took than was said, as a logarithm."""
    out: Floats = np.log((came + APART_S) / (np.maximum(said, 0.0) + APART_S))
    return out


@dataclass(slots=True)
class Bands:
    """Quantiles of past misses by length of wait, and the corrections since."""

    centres: Floats = field(default_factory=lambda: np.zeros(1))
    quantiles: Floats = field(default_factory=lambda: np.array([UNTAUGHT]))
    by_kind: dict[int, list[float]] = field(default_factory=dict)

    def refit(self, said: Floats, came: Floats) -> None:
        """Take the misses of the latest waits, oldest first, as what is to be expected."""
        said, came = said[-LATEST:], came[-LATEST:]
        if len(said) < ENOUGH:
            return
        misses = ratio(said, came)
        parts = np.array_split(np.argsort(said, kind="stable"), max(1, min(BINS, len(said) // 100)))
        self.centres = np.array([np.log(said[part] + APART_S).mean() for part in parts])
        self.quantiles = np.array([np.quantile(misses[part], LEVELS) for part in parts])

    def expected(self, said: Floats) -> Floats:
        """The quantiles for each mean, between those of the nearest lengths."""
        at = np.log(np.maximum(said, 0.0) + APART_S)
        found = [np.interp(at, self.centres, column) for column in self.quantiles.T]
        return np.stack(found, axis=1)

    def held(self, mean: float, quantiles: list[float], kind: int) -> list[float]:
        """P10, P50 and P90 in seconds, corrected and in order."""
        mine, base = self.by_kind.get(kind, _NONE), max(mean, 0.0) + APART_S
        low = max(0.0, base * exp(quantiles[0] + mine[0]) - APART_S)
        middle = max(low, base * exp(quantiles[1] + mine[1]) - APART_S)
        return [low, middle, max(middle, base * exp(quantiles[2] + mine[2]) - APART_S)]

    def learn(self, told: list[float], came: float, kind: int) -> None:
        """One wait ended that was told with this range."""
        mine = self.by_kind.setdefault(kind, [0.0] * 3)
        for at, (level, step) in enumerate(zip(LEVELS, STEPS, strict=True)):
            if told[at] > 0.0:  # what cannot be missed below teaches nothing
                moved = mine[at] + step * ((came > told[at]) - (1.0 - level))
                mine[at] = min(FURTHEST, max(-FURTHEST, moved))


_NONE = [0.0, 0.0, 0.0]
