"""Two plays of the same customers set against each other: differences with their intervals.

Lanes are independent, so they are cut into equal batches; a figure is taken over all lanes, and
the spread of its batches gives the interval (batch means; Student's t with one less degree of
freedom than there are batches). Both plays have the same draws, so the difference is taken
within each batch. The interval is one of prediction: 95 of 100 plays afresh, of the same size with
other draws, would show a difference within it. That is the square root of two wider than one for
the mean alone, which also makes up for options being picked by what the same play shows.
"""

from collections.abc import Callable
from math import sqrt

import numpy as np

from branchfloor.domain.advising import Paired

from .arrays import Bools, Floats

BATCHES = 20
T_975 = 2.093
"""Student's t for 19 degrees of freedom."""

AFRESH = sqrt(2.0)
"""A play afresh errs as much as the one that promised."""

Figure = Callable[[Floats], float]
"""A figure of many waits, such as their P90."""


def p90(values: Floats) -> float:
    """The 90th percentile of waits in seconds; 0 of nobody's."""
    if not values.size:
        return 0.0
    place = int(0.9 * (values.size - 1))
    return float(np.partition(values, place)[place])


def mean(values: Floats) -> float:
    """The mean; of truths, their share."""
    return float(values.mean()) if values.size else 0.0


def paired(before: Floats, after: Floats, who: tuple[Bools, Bools], figure: Figure) -> Paired:
    """A figure of chosen cells of two [R, N] arrays, and its difference.

    `who` chooses in each of the two: an option may bring other customers to their call.
    """
    chosen = [
        [figure(part[kept]) for part, kept in zip(_batches(play), _batches(mask), strict=True)]
        for play, mask in zip((before, after), who, strict=True)
    ]
    apart = np.array(chosen[1]) - np.array(chosen[0])
    one, other = figure(before[who[0]]), figure(after[who[1]])
    half = AFRESH * T_975 * float(apart.std(ddof=1)) / sqrt(len(apart))
    change = other - one
    return Paired(one, other, change, change - half, change + half)


def _batches(values: np.ndarray) -> list[np.ndarray]:
    return np.array_split(values, min(BATCHES, len(values)))
