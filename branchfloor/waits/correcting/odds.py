"""From the wait of those who have to wait to that of all, some of whom are called at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .bands import APART_S, LEVELS

Floats = NDArray[np.float64]

AT_ONCE_S = 1.0
"""A wait not longer than this is none: clocks that show seconds."""
TAIL = 0.7
"""How far beyond P90 the longest lie, in the distance from P50 to P90 (as logarithms)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told at each issue: the mean and P10, P50, P90 if it has to wait, and the chance
    of being called at once.
    """

    means: Floats
    ranges: Floats
    at_once: Floats


def in_all(told: Told) -> Told:
    """The same for all together: from nothing to a second where being called at once is likely."""
    stays = 1.0 - told.at_once
    ranges = [_quantile(told, level) for level in LEVELS]
    return Told(stays * told.means, np.stack(ranges, axis=1), np.zeros_like(told.at_once))


def _quantile(told: Told, level: float) -> Floats:
    """The wait that `level` of all tickets do not exceed."""
    left = np.maximum(1.0 - told.at_once, 1e-9)
    inside = np.clip((level - told.at_once) / left, 0.0, 1.0)
    logs = np.log(told.ranges + APART_S)
    top = logs[:, 2] + TAIL * (logs[:, 2] - logs[:, 1])
    knots = np.column_stack([np.full(len(logs), np.log(APART_S)), logs, top])
    levels = np.array([0.0, *LEVELS, 1.0])
    place = np.clip(np.searchsorted(levels, inside, side="right") - 1, 0, 3)
    rows = np.arange(len(logs))
    share = (inside - levels[place]) / (levels[place + 1] - levels[place])
    at = knots[rows, place] + share * (knots[rows, place + 1] - knots[rows, place])
    at_once_s = AT_ONCE_S if level > LEVELS[0] else 0.0
    found: Floats = np.where(inside > 0.0, np.maximum(np.exp(at) - APART_S, at_once_s), at_once_s)
    return found
