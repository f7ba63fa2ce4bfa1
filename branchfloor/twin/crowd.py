"""The legs known now: who waits, who comes back, what follows what."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .arrays import Floats, Ints, Small

WAITING, PLANNED, AWAY, LATE, THERE = range(5)
"""Where a leg stands: in a queue; after another leg of a fixed order; on hold until `back_s`;
late (after `passes` calls or at `back_s`); called to or served at a counter.
"""


class LegName(NamedTuple):
    """A leg of a visit as the floor names it."""

    visit_id: str
    leg_no: int


@dataclass(frozen=True)
class Crowd:
    """N legs, one a row, waiting ones in the order of their issue.

    `kind` is a row of `Rules`; `since_s` the virtual arrival (now minus time waited, so <= 0), nan
    while the visit's clock stands still; `order` the sequence of issue, which settles ties.
    `visit` numbers visits: of one visit only one leg is called at a time. `follows` is the row
    of the leg before it in a fixed order, -1 for none. `pin` is a counter's index or -1, until
    `pin_until_s`. `banked_s` is what was waited before by legs whose clock stands still.
    `served_s` is what earlier sittings took of its service. `returned` says that it was late
    once already.
    """

    names: tuple[LegName, ...]
    kind: Ints
    where: Small
    since_s: Floats
    order: Ints
    visit: Ints
    follows: Ints
    pin: Ints
    pin_until_s: Floats
    back_s: Floats
    banked_s: Floats
    passes: Ints
    served_s: Floats
    returned: Small

    @property
    def n(self) -> int:
        """How many legs."""
        return len(self.kind)


def waiting_crowd(kind: Ints, since_s: Floats) -> Crowd:
    """People who all simply wait, as a scenario or a measurement has them; [] for an empty hall."""
    n = len(kind)
    zeros, none = np.zeros(n), np.full(n, -1, np.int64)
    order = np.lexsort((np.arange(n), since_s))
    return Crowd(
        names=tuple(LegName(str(i), 1) for i in range(n)),
        kind=np.asarray(kind, np.int64)[order],
        where=np.zeros(n, np.int8),
        since_s=np.asarray(since_s, np.float64)[order],
        order=np.arange(n),
        visit=np.arange(n),
        follows=none,
        pin=none,
        pin_until_s=np.full(n, np.inf),
        back_s=zeros,
        banked_s=zeros,
        passes=np.zeros(n, np.int64),
        served_s=zeros,
        returned=np.zeros(n, np.int8),
    )
