"""Kinds of one rule merged to lines, and what each counter sees of a line: the engine's tables."""

from dataclasses import dataclass

import numpy as np

from branchfloor.routing.score import score

from .arrays import Bools, Floats, Ints
from .rule import NO, Rules

STEP = 512.0
"""What a level or a rank outweighs, in points: nobody waits five hundred targets."""
_MARK = 1e9
BREADTH = 1e6
"""Apart in the order of rings: a service more, and any time a counter can be idle."""


@dataclass(frozen=True)
class Lines:
    """L lines: within one the earlier arrival always comes first, so that one head stands for all.

    `of` [K] is the line of a kind. `bias` [2S, L] is added to the points at a counter (before its
    loan ends, then after): head start less its rank and level, -inf where it may not call.
    `own` [L] is the same for a counter it is pinned to. `able` says where bias is finite.
    `ring` [2S, L] orders idle counters: own work, then fewest services.
    """

    of: Ints
    slope: Floats
    bias: Floats
    own: Floats
    able: Bools
    ring: Floats

    @property
    def n(self) -> int:
        """How many lines."""
        return len(self.slope)


def lines_of(rules: Rules, counters: Ints) -> Lines:
    """The lines of the rules, for the counters that work at all (indices, in order)."""
    level, ring = rules.level[:, :, counters], rules.ring[:, :, counters]
    k, s = rules.n, len(counters)
    marks = np.concatenate((level, ring)).transpose(1, 0, 2).reshape(k, 4 * s)
    points = np.column_stack((rules.rank, rules.slope, rules.head_start))
    rows = np.column_stack((points, marks))
    _, first, of = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    level = level[:, first].transpose(0, 2, 1).reshape(2 * s, -1)
    ring = ring[:, first].transpose(0, 2, 1).reshape(2 * s, -1)
    rank, head_start = rules.rank[first], rules.head_start[first]
    own = score(0.0, 0.0, head_start) - STEP * 2 * rank
    able = level != NO
    breadth = np.concatenate((rules.breadth[counters], rules.breadth[counters]))
    return Lines(
        of=np.asarray(of, np.int64).reshape(-1),
        slope=np.ascontiguousarray(rules.slope[first]),
        bias=np.where(able, own - STEP * level, -np.inf),
        own=np.asarray(own, np.float64),
        able=able,
        ring=ring * _MARK + breadth[:, None] * BREADTH,
    )
