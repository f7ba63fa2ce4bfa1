"""Boosted trees in numpy: symmetric ones, a level asks the same question of every leaf.

A symmetric tree is a table of 2^depth values: quick to grow by counting, quicker to read, and
slow to learn a few odd rows by heart.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.uint8]

AT_A_TIME = 512
FEWEST_COLUMNS = 8
"""A tree sees at least so many columns, of narrow rows all."""


@dataclass(frozen=True, slots=True)
class Growing:
    """How a forest grows: shares are of rows and columns each tree sees, `calm` pulls small
    leaves to zero (in rows).
    """

    trees: int = 100
    depth: int = 4
    rate: float = 0.08
    bins: int = 32
    rows: float = 0.5
    most_rows: int = 4000
    columns: float = 0.25
    calm: float = 30.0


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as tables: the column and the cut of each level, the values of the leaves."""

    columns: NDArray[np.int64]
    cuts: Floats
    leaves: Floats

    def predict(self, rows: Floats) -> Floats:
        """What the trees add up to for each row."""
        total, trees = np.zeros(len(rows)), np.arange(len(self.leaves))
        for first in range(0, len(rows), AT_A_TIME):
            part = slice(first, first + AT_A_TIME)
            leaf = _leaf_of(rows[part][:, self.columns] > self.cuts)
            total[part] = self.leaves[trees, leaf].sum(axis=1)
        return total


NO_TREES = Forest(np.zeros((0, 1), dtype=np.int64), np.zeros((0, 1)), np.zeros((0, 2)))
"""A forest that says nothing."""


def _leaf_of(answers: NDArray[np.bool_]) -> NDArray[np.int64]:
    powers = 1 << np.arange(answers.shape[-1], dtype=np.int64)
    found: NDArray[np.int64] = answers @ powers
    return found


def grow(rows: Floats, wanted: Floats, rng: np.random.Generator, how: Growing) -> Forest:
    """Trees that bring rows to what is wanted of them, by squared error."""
    cuts = _cuts(rows, how.bins)
    codes = _codes(rows, cuts)
    usable = np.flatnonzero([len(np.unique(column)) > 1 for column in cuts.T])
    if not len(usable) or len(rows) < 4 * how.calm:
        return NO_TREES
    grower = _Grower(codes, np.array(wanted), how, usable, rng)
    grown = [grower.tree() for _ in range(how.trees)]
    columns = np.array([tree.columns for tree in grown], dtype=np.int64)
    places = np.array([tree.places for tree in grown], dtype=np.int64)
    return Forest(columns, cuts[places, columns], np.array([tree.leaves for tree in grown]))


def _cuts(rows: Floats, bins: int) -> Floats:
    """Where columns are cut: `bins` - 1 quantiles of each; equal ones stay, they never win."""
    sample = rows[:: max(1, len(rows) // 5000)]
    return np.quantile(sample, np.linspace(0, 1, bins + 1)[1:-1], axis=0, method="lower")


def _codes(rows: Floats, cuts: Floats) -> Codes:
    """How many cuts of its column a value lies above."""
    codes = np.empty(rows.shape, dtype=np.uint8)
    for at in range(rows.shape[1]):
        codes[:, at] = np.searchsorted(cuts[:, at], rows[:, at], side="left")
    return codes


@dataclass(frozen=True, slots=True)
class _Tree:
    columns: list[int]
    places: list[int]
    leaves: Floats


@dataclass(slots=True)
class _Grower:
    codes: Codes
    left: Floats
    how: Growing
    usable: NDArray[np.int64]
    rng: np.random.Generator

    def tree(self) -> _Tree:
        """Grow one tree on a part of the rows, then take what it says off what is left."""
        n = len(self.left)
        part = min(self.how.most_rows, max(1, int(n * self.how.rows)))
        seen = self.rng.integers(0, n, part)
        few = max(FEWEST_COLUMNS, int(len(self.usable) * self.how.columns))
        columns = self.rng.choice(self.usable, min(few, len(self.usable)), replace=False)
        codes = self.codes[seen[:, None], columns[None, :]].astype(np.int64)
        at, places = _questions(codes, self.left[seen], self.how)
        chosen = columns[at]
        leaf = _leaf_of(self.codes[:, chosen] > np.array(places))
        sums = np.bincount(leaf, self.left, 1 << self.how.depth)
        counts = np.bincount(leaf, minlength=1 << self.how.depth)
        leaves = self.how.rate * sums / (counts + self.how.calm)
        self.left -= leaves[leaf]
        return _Tree([int(c) for c in chosen], places, leaves)


def _questions(codes: NDArray[np.int64], left: Floats, how: Growing) -> tuple[list[int], list[int]]:
    """The column and the place of the cut of each level, each the best after those before."""
    n, width = codes.shape
    spread = codes + np.arange(width) * how.bins
    weights = np.repeat(left, width)
    leaf = np.zeros(n, dtype=np.int64)
    columns: list[int] = []
    places: list[int] = []
    for level in range(how.depth):
        size = width * how.bins
        flat = (spread + (leaf * size)[:, None]).ravel()
        shape = (1 << level, width, how.bins)
        sums = np.bincount(flat, weights, size << level).reshape(shape)
        counts = np.bincount(flat, minlength=size << level).reshape(shape)
        best = int(np.argmax(_gains(sums, counts, how.calm)))
        column, place = divmod(best, how.bins - 1)
        columns.append(column)
        places.append(place)
        leaf += (codes[:, column] > place).astype(np.int64) << level
    return columns, places


def _gains(sums: NDArray[Any], counts: NDArray[Any], calm: float) -> Floats:
    """By column and place: how much squared error a cut there takes away, over all leaves."""
    below, under = np.cumsum(sums, axis=2), np.cumsum(counts, axis=2)
    above, over = below[:, :, -1:] - below, under[:, :, -1:] - under
    gained = below**2 / (under + calm) + above**2 / (over + calm)
    total: Floats = gained.sum(axis=0)
    return total[:, :-1]  # no cut lies above the last bin
