"""Do two measures move together? Spearman's rank correlation, ties sharing their ranks."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean

LEAST = 3
"""Fewer pairs than this say nothing."""

Pair = tuple[float, float]


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value from 1 up; equal values share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for i in order[at:end]:
            found[i] = (at + end + 1) / 2
        at = end
    return found


def rank_correlation(pairs: Sequence[Pair]) -> float | None:
    """From -1 (one falls as the other rises) to 1; None of too few, or of one that never moves."""
    if len(pairs) < LEAST:
        return None
    left, right = (ranks(side) for side in zip(*pairs, strict=True))
    middle = fmean(left)
    across = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    spread = sum((a - middle) ** 2 for a in left) * sum((b - middle) ** 2 for b in right)
    return across / sqrt(spread) if spread else None
