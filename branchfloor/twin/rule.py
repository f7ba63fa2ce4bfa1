"""The routing rule compiled to arrays: who may be called where, and what their points are."""

from dataclasses import dataclass, field

import numpy as np

from branchfloor.domain.lanes import LaneKey

from .arrays import Floats, Ints, Small

OWN, BACKS_UP, NO = 0, 1, -1
"""How a counter relates to a kind: its own work, backing up, or not at all."""


@dataclass(frozen=True)
class Rules:
    """K kinds (legs that compete alike) against S counters.

    `level` and `ring` are [2, K, S]: as it is until `change_s` of the counter (a loan's end), and
    from then on. `level` decides which head a counter calls (a legal leg is own work everywhere);
    `ring` is the plain mark, which decides which idle counter rings. `breadth` is how many
    services a counter serves: of idle counters the one with the fewest rings.

    Two rules that no live floor has, for questions on paper: who has waited `jump_s` of the kind
    goes before everybody else, and a counter backs up only while more than `reserve` of those
    that back up are idle, itself among them.
    """

    kinds: tuple[LaneKey, ...]
    rank: Ints
    slope: Floats
    head_start: Floats
    target_s: Floats
    level: Small
    ring: Small
    breadth: Ints
    change_s: Floats
    jump_s: Floats | None = None
    reserve: int = 0

    @property
    def n(self) -> int:
        """How many kinds."""
        return len(self.kinds)


@dataclass(frozen=True)
class PlainRules:
    """What a scenario without a branch needs to say to get `Rules`: see `rules`."""

    names: tuple[str, ...]
    slope: tuple[float, ...]
    head_start: tuple[float, ...]
    target_s: tuple[float, ...]
    serves: tuple[tuple[int, ...], ...]
    rank: tuple[int, ...] = ()
    backs_up: tuple[tuple[int, ...], ...] = field(default=())
    jump_s: tuple[float, ...] = ()
    reserve: int = 0

    def rules(self) -> Rules:
        """Kinds named by `names` (as class; service the same); `serves[s]` lists the kinds counter
        s has as its own work, `backs_up[s]` those it helps with.
        """
        count, desks = len(self.names), len(self.serves)
        level = np.full((count, desks), NO, np.int8)
        for s, kinds in enumerate(self.backs_up):
            level[list(kinds), s] = BACKS_UP
        for s, kinds in enumerate(self.serves):
            level[list(kinds), s] = OWN
        both = np.stack((level, level))
        return Rules(
            kinds=tuple(LaneKey(name, name, False, (), None, None) for name in self.names),
            rank=np.array(self.rank or [1] * count, np.int64),
            slope=np.array(self.slope, np.float64),
            head_start=np.array(self.head_start, np.float64),
            target_s=np.array(self.target_s, np.float64),
            level=both,
            ring=both,
            breadth=np.array([len(kinds) for kinds in self.serves], np.int64),
            change_s=np.full(desks, np.inf),
            jump_s=np.array(self.jump_s) if min(self.jump_s, default=np.inf) < np.inf else None,
            reserve=self.reserve,
        )
