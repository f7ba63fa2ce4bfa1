"""The counters: when each works, who sits there, and whom it has now."""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints

Spell = tuple[float, float]
"""A counter calls from the first second (included) until the last (not included)."""
ALWAYS: tuple[Spell, ...] = ((0.0, float("inf")),)


@dataclass(frozen=True)
class Desks:
    """S counters, the document's order.

    `spells[s]` says when counter s calls; who is being served when a spell ends is served to the
    end. `row` is the leg it has now (-1 none) with `elapsed_s` of service behind it, nan while it
    is only called, with `walk_left_s` to go. `idle_since_s` (<= 0) tells the longest idle.
    `reaction_s`: from a counter's falling free to its next call, and from a ring to the key;
    `walk_s`: from a call to the start of the service.
    """

    numbers: tuple[str, ...]
    staff: tuple[str | None, ...]
    spells: tuple[tuple[Spell, ...], ...]
    row: Ints
    elapsed_s: Floats
    walk_left_s: Floats
    idle_since_s: Floats
    reaction_s: float = 0.0
    walk_s: float = 0.0

    @property
    def n(self) -> int:
        """How many counters."""
        return len(self.numbers)


def free_desks(count: int, *, reaction_s: float = 0.0, walk_s: float = 0.0) -> Desks:
    """Counters that are all open and free, for a scenario or a measurement."""
    return Desks(
        numbers=tuple(str(i + 1) for i in range(count)),
        staff=(None,) * count,
        spells=(ALWAYS,) * count,
        row=np.full(count, -1, np.int64),
        elapsed_s=np.full(count, np.nan),
        walk_left_s=np.zeros(count),
        idle_since_s=np.zeros(count),
        reaction_s=reaction_s,
        walk_s=walk_s,
    )
