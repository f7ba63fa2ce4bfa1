"""What lanes of the twin are made of: the hall at some issues, what was learned, and chance.

All chance is drawn once, in even strata over the lanes and by the place of who it is for, so that
what is said of a ticket depends on nothing but what was seen at its issue.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from branchfloor.domain.lanes import LaneKey
from branchfloor.twin.lines import Lines
from branchfloor.twin.moments import lines_for
from branchfloor.twin.rule import NO, OWN, Rules

from .past import Learned
from .seen import Floats, Whole
from .standing import Counters, Waiting

LANES = 24
TARGET_S = 600.0
"""Everybody gains points at the same pace, whatever it is."""
HAIR = 1e-12
OVERTAKERS = 12
"""Arrivals of each line that may overtake the new ticket, at most."""
DRAWN = 512
"""Numbers a lane draws for one purpose; who stands further back begins at the first again."""


def _strata(seed: int) -> Floats:
    """Even shares from 0 to 1, [LANES, DRAWN]: each of the numbers has them in another order."""
    chance = np.random.default_rng(seed)
    places = np.tile(np.arange(LANES)[:, None], (1, DRAWN))
    return (chance.permuted(places, axis=0) + 0.5) / LANES


@dataclass(frozen=True)
class Chance:
    """Numbers by lane, each for one purpose: services and pauses to come, what is left of those
    that run, when pauses end, who stands ready, who gives up when, and who comes when.
    """

    service: Floats = field(default_factory=lambda: _strata(1))
    pause: Floats = field(default_factory=lambda: _strata(2))
    left: Floats = field(default_factory=lambda: _strata(3))
    back: Floats = field(default_factory=lambda: _strata(4))
    ready: Floats = field(default_factory=lambda: _strata(7))
    patience: Floats = field(default_factory=lambda: -np.log1p(-_strata(5)))
    epochs: Floats = field(
        default_factory=lambda: np.cumsum(-np.log1p(-_strata(6)[:, :OVERTAKERS]), axis=1)
    )


@dataclass(frozen=True)
class Known:
    """What the lanes need of a log: the service and the priority of each kind, of each ticket its
    kind and issue; and the draws.
    """

    service_of: Whole
    priority_of: Whole
    kind: Whole
    issued_s: Floats
    chance: Chance


@dataclass(frozen=True)
class Hall:
    """The hall at B issues: moments, the kinds of the new tickets, who waits, where the counters
    are and how many come a second, [B, K].
    """

    at_s: Floats
    kind: Whole
    queue: Waiting
    counters: Counters
    rates: Floats


@dataclass(frozen=True)
class Stage:
    """A hall under what was learned: whom each of its counters serves [K, S], the head start of
    each kind, and both as the twin has them.
    """

    known: Known
    learned: Learned
    hall: Hall
    able: NDArray[np.bool_]
    credit_s: Floats
    rules: Rules
    lines: Lines

    @property
    def moments(self) -> int:
        """B."""
        return len(self.hall.at_s)

    @property
    def asked_s(self) -> Floats:
        """How long somebody has waited already whom each counter serves, [B, S]; 0 for nobody."""
        queue, known = self.hall.queue, self.known
        oldest_s = np.zeros((self.moments, len(self.able)))
        waited_s = self.hall.at_s[queue.asker] - known.issued_s[queue.ticket]
        np.maximum.at(oldest_s, (queue.asker, known.kind[queue.ticket]), waited_s)
        asked_s = np.zeros((self.moments, self.able.shape[1]))
        for kind in np.flatnonzero(oldest_s.any(axis=0)):
            mine = np.where(self.able[kind][None, :], oldest_s[:, kind, None], 0.0)
            np.maximum(asked_s, mine, out=asked_s)
        return asked_s


def stage_of(known: Known, learned: Learned, hall: Hall) -> Stage:
    """The stage of a hall."""
    able = learned.able[known.service_of][:, hall.counters.number]
    credit_s = learned.credit_s[known.priority_of]
    rules = _rules(able, credit_s, _apart(learned.able[known.service_of], credit_s))
    return Stage(known, learned, hall, able, credit_s, rules, lines_for(rules))


def _apart(able: NDArray[np.bool_], credit_s: Floats) -> Floats:
    """A hair's breadth between the paces of kinds that any counter tells apart: who stands in one
    line with whom must not depend on which counters are at work.
    """
    places: dict[tuple[float, bytes], int] = {}
    sides = zip(credit_s.tolist(), able, strict=True)
    group = [places.setdefault((one_s, row.tobytes()), len(places)) for one_s, row in sides]
    return 1.0 + HAIR * np.array(group, np.float64)


def _rules(able: NDArray[np.bool_], credit_s: Floats, apart: Floats) -> Rules:
    kinds, counters = able.shape
    level = np.where(able, OWN, NO).astype(np.int8)
    both = np.stack((level, level))
    names = [str(kind) for kind in range(kinds)]
    return Rules(
        kinds=tuple(LaneKey(name, name, False, (), None, None) for name in names),
        rank=np.ones(kinds, np.int64),
        slope=apart / TARGET_S,
        head_start=credit_s / TARGET_S,
        target_s=np.full(kinds, TARGET_S),
        level=both,
        ring=both,
        breadth=able.sum(axis=0),
        change_s=np.full(counters, np.inf),
    )


def quantiles(law_s: Floats, share: Floats) -> Floats:
    """Those of a sorted sample."""
    found: Floats = law_s[(share * len(law_s)).astype(np.int64)]
    return found
