"""Two plays of the same customers set against each other: differences with their intervals.

Lanes are independent, so they are cut into equal batches; a figure is taken over all lanes, and
the spread of its batches gives the interval (batch means; Student's t with one less degree of
freedom than there are batches). Both plays have the same draws, so the difference is taken
within each batch. The interval is one of prediction: 95 of 100 plays afresh, of the same size with
other draws, would show a difference within it. That is the square root of two wider than one for
the mean alone, which also makes up for options being picked by what the same play shows.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

from branchfloor.domain.advising import Paired

from .arrays import Bools, Floats

BATCHES = 20
T_975 = 2.093
"""Student's t for 19 degrees of freedom."""

AFRESH = sqrt(2.0)
"""A play afresh errs as much as the one that promised."""

Figure = Callable[[Any], float]
"""A figure of many waits, such as their P90, or of truths, such as their share."""


def p90(values: Floats) -> float:
    """The 90th percentile of waits in seconds; 0 of nobody's."""
    if not values.size:
        return 0.0
    place = int(0.9 * (values.size - 1))
    return float(np.partition(values, place)[place])


def mean(values: Floats | Bools) -> float:
    """The mean; of truths, their share."""
    return float(values.mean()) if values.size else 0.0


@dataclass(frozen=True)
class Measured:
    """A figure of one play: over all lanes, and of each batch of them."""

    whole: float
    parts: Floats


def measured(values: Floats | Bools, who: Bools, figure: Figure) -> Measured:
    """A figure of the chosen cells of [R, N]."""
    chosen = values[who]
    ends = np.append(0, np.cumsum(np.count_nonzero(who, axis=1)))[_edges(len(values))]
    parts = [figure(chosen[a:b]) for a, b in pairwise(ends)]
    return Measured(figure(chosen), np.array(parts))


def set_against(before: Measured, after: Measured) -> Paired:
    """The difference of a figure between two plays of the same customers, with its interval."""
    apart = after.parts - before.parts
    half = AFRESH * T_975 * float(apart.std(ddof=1)) / sqrt(len(apart))
    change = after.whole - before.whole
    return Paired(before.whole, after.whole, change, change - half, change + half)


def paired(before: Floats, after: Floats, who: tuple[Bools, Bools], figure: Figure) -> Paired:
    """A figure of chosen cells of two [R, N] arrays, and its difference.

    `who` chooses in each of the two: an option may bring other customers to their call.
    """
    return set_against(measured(before, who[0], figure), measured(after, who[1], figure))


def among(change: Paired, comparisons: int) -> Paired:
    """The difference with an interval that holds for all of so many that are looked at together,
    19 times of 20: where one is picked for what it shows, its own interval is not enough.
    """
    wider = _student(1 - 0.025 / max(1, comparisons)) / _student(0.975)
    half = wider * (change.high - change.low) / 2
    return replace(change, low=change.change - half, high=change.change + half)


def _student(share: float) -> float:
    """Student's t for 19 degrees of freedom, by its expansion around the normal law."""
    z, n = NormalDist().inv_cdf(share), BATCHES - 1
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / n + second / n**2 + third / n**3


def _edges(lanes: int) -> list[int]:
    """Where each batch of lanes begins, and the end of the last."""
    batches = min(BATCHES, lanes)
    size, more = divmod(lanes, batches)
    return [i * size + min(i, more) for i in range(batches + 1)]
