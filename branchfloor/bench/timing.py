"""Figures out of samples: percentiles of a round, and the median of rounds."""

import math
from collections.abc import Iterable, Sequence
from statistics import median

Rounds = Sequence[Sequence[float]]
"""One sequence of samples a round."""


def percentile(samples: Iterable[float], share: float) -> float:
    """The smallest sample that `share` (0–1) of them do not exceed."""
    ordered = sorted(samples)
    if not ordered:
        raise ValueError("no samples")
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def typical(rounds: Rounds, share: float) -> float:
    """The percentile of a round, as the median over all rounds: one disturbed round is no news."""
    return median(percentile(samples, share) for samples in rounds)
