"""Ridge lines: one for all kinds of ticket together, with slopes of their own where a kind has
taught enough, all pulled to the common ones.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Terms = NDArray[np.float32]

FURTHEST = 6.0
"""Nothing counts as further from its mean than so many deviations: a day unlike any other must
not be drawn out to the sky."""
OWN_FROM = 400
"""Rows from which a kind has slopes of its own."""
PULL_ROWS, PULL_SHARE = 100.0, 0.004
"""How firmly slopes are pulled to zero: in rows, and as a share of the rows there are."""


@dataclass(frozen=True, slots=True)
class Design:
    """How a row becomes the terms of a line: each column and its root in deviations from the
    mean, and for kinds that have taught enough the `core` columns again.
    """

    core: Whole
    own: Whole
    mean: Floats
    scale: Floats

    @classmethod
    def of(cls, rows: Floats, kinds: Whole, core: Whole) -> "Design":
        """The design that rows ask for."""
        both = _with_roots(rows)
        scale = both.std(axis=0)
        scale[scale < 1e-6 * (1.0 + np.abs(both).max(axis=0))] = np.inf  # says nothing
        counts = np.bincount(kinds, minlength=1)
        own = np.flatnonzero(counts >= OWN_FROM)
        return cls(core, own if len(own) > 1 else own[:0], both.mean(axis=0), scale)

    def terms(self, rows: Floats, kinds: Whole) -> Terms:
        """The terms of each row: the constant, the plain ones, then those of the kinds."""
        plain = ((_with_roots(rows) - self.mean) / self.scale).astype(np.float32)
        plain = np.clip(plain, -FURTHEST, FURTHEST, out=plain)
        parts = [np.ones((len(rows), 1), dtype=np.float32), plain]
        for kind in self.own:
            mine = (kinds == kind)[:, None].astype(np.float32)
            parts += [plain[:, self.core] * mine, mine]
        return np.hstack(parts)

    @property
    def plain(self) -> int:
        """How many terms all kinds share, the constant among them."""
        return 1 + len(self.mean)


def _with_roots(rows: Floats) -> Floats:
    return np.hstack([rows, np.sqrt(np.abs(rows))])


def slopes(terms: Terms, wanted: Floats) -> Floats:
    """For each column of `wanted` the slopes that come nearest; the constant is free."""
    gram = (terms.T @ terms).astype(np.float64)
    pull = np.full(len(gram), PULL_ROWS + PULL_SHARE * len(terms))
    pull[0] = 1e-6
    right = (terms.T @ wanted.astype(np.float32)).astype(np.float64)
    return np.asarray(np.linalg.solve(gram + np.diag(pull), right), dtype=np.float64)
