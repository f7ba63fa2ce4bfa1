"""Kinds of one rule merged to lines, and what each counter sees of a line: the engine's tables."""

from dataclasses import dataclass

import numpy as np

from branchfloor.routing.score import score

from .arrays import Bools, Floats, Ints
from .rule import BACKS_UP, NO, Rules

STEP = 512.0
"""What a level or a rank outweighs, in points: nobody waits five hundred targets."""
JUMP = 1000 * STEP
"""What a jump outweighs: every rank."""
_MARK = 1e9
BREADTH = 1e6
"""Apart in the order of rings: a service more, and any time a counter can be idle."""


@dataclass(frozen=True)
class Lines:
    """Within a line the earlier arrival always comes first, so that one head stands for all.

    The first L are those in which somebody stands or may come; the others are only asked about.
    `of` [K] is the line of a kind. `bias` [2S, all] is added to the points at a counter (before
    its loan ends, then after): head start less its rank and level, -inf where it may not call.
    `own` is the same for a counter it is pinned to. `able` says where bias is finite. `ring` [2S,
    all] orders idle counters: own work, then fewest services. `head_bias`, `head_able` and
    `head_slope` are those of the first L; `jump_s` [all] and `backed` [2S, L], who is only
    backed up, are there where the rules need them.
    """

    n: int
    of: Ints
    slope: Floats
    bias: Floats
    own: Floats
    able: Bools
    ring: Floats
    head_bias: Floats
    head_able: Bools
    head_slope: Floats
    jump_s: Floats | None
    backed: Bools | None


def lines_of(rules: Rules, counters: Ints, used: Ints) -> Lines:
    """The lines of the rules, for the counters that work at all (indices, in order) and the kinds
    that are met.
    """
    first, of, n = _merged(rules, counters, used)
    level, ring = (
        marks[:, first][:, :, counters].transpose(0, 2, 1).reshape(2 * len(counters), -1)
        for marks in (rules.level, rules.ring)
    )
    own = score(0.0, 0.0, rules.head_start[first]) - STEP * 2 * rules.rank[first]
    able = level != NO
    breadth = np.tile(rules.breadth[counters], 2)
    bias, slope = np.where(able, own - STEP * level, -np.inf), rules.slope[first]
    return Lines(
        n=n,
        of=of,
        slope=slope,
        bias=bias,
        own=own,
        able=able,
        ring=ring * _MARK + breadth[:, None] * BREADTH,
        head_bias=np.ascontiguousarray(bias[:, :n]),
        head_able=np.ascontiguousarray(able[:, :n]),
        head_slope=np.ascontiguousarray(slope[:n]),
        jump_s=rules.jump_s[first] if rules.jump_s is not None else None,
        backed=level[:, :n] == BACKS_UP if rules.reserve else None,
    )


def _merged(rules: Rules, counters: Ints, used: Ints) -> tuple[Ints, Ints, int]:
    """A kind of each line, the line of each kind, and how many lines are used; those come first."""
    marks = np.concatenate((rules.level[:, :, counters], rules.ring[:, :, counters]))
    marks = marks.transpose(1, 0, 2).reshape(rules.n, -1)
    jump_s = rules.jump_s if rules.jump_s is not None else np.zeros(rules.n)
    rows = np.column_stack((rules.rank, rules.slope, rules.head_start, jump_s, marks))
    _, first, of = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    of = np.asarray(of, np.int64).reshape(-1)
    met = np.zeros(len(first), np.bool_)
    met[of[used]] = True
    order = np.argsort(~met, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return first[order], place[of], int(met.sum())
