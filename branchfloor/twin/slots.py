"""Legs that do not stand in a plain line: who comes back, who is pinned, who waits twice."""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints
from .lines import Lines

_MORE = 4


@dataclass(frozen=True)
class Asked:
    """What n lanes ask: the counter that calls, its row of the tables, and when."""

    lane: Ints
    counter: Ints
    era: Ints
    at_s: Floats


class Slots:
    """D places a lane, each for one leg.

    `col` the leg (-1 empty), `from_s` when it waits (again), `since_s` its virtual arrival, `line`
    and `kind`, `pin` to a counter until `pin_s`, `passes` calls from `missed_s` on bring it
    back before `from_s`, with `bank_s` waited by then; `share` of its service to do, or all
    but `done_s`; `sitting` counts calls. Until `held_s` another leg of the visit is at a
    counter.
    """

    FLOATS = ("from_s", "since_s", "pin_s", "bank_s", "share", "done_s", "missed_s", "held_s")
    INTS = ("col", "line", "kind", "pin", "passes", "sitting", "visit")

    def __init__(self, lanes: int, places: int) -> None:
        shape = (lanes, places)
        self.from_s, self.since_s = np.full(shape, np.inf), np.zeros(shape)
        self.pin_s, self.bank_s = np.zeros(shape), np.zeros(shape)
        self.missed_s, self.held_s = np.zeros(shape), np.zeros(shape)
        self.share, self.done_s = np.ones(shape), np.zeros(shape)
        self.col, self.pin = np.full(shape, -1, np.int64), np.full(shape, -1, np.int64)
        self.line, self.kind = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.passes, self.sitting = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.visit = np.full(shape, -1, np.int64)

    @property
    def places(self) -> int:
        """D."""
        return self.col.shape[1]

    def keep(self, lanes: Ints) -> None:
        """Go on with these lanes only."""
        for name in (*self.FLOATS, *self.INTS):
            setattr(self, name, getattr(self, name)[lanes])

    def best(self, lines: Lines, asked: Asked) -> tuple[Ints, Ints, Floats]:
        """Of each lane that has one the place with the most points: lanes, places, points."""
        lane, place = np.nonzero(self.from_s <= asked.at_s[:, None])
        if not len(lane):
            return lane, place, np.zeros(0)
        at_s, counter = asked.at_s[lane], asked.counter[lane]
        line, pin = self.line[lane, place], self.pin[lane, place]
        bias = lines.bias[asked.era[lane], line]
        pinned = (pin >= 0) & (at_s < self.pin_s[lane, place])
        here = np.where(np.isneginf(bias), lines.own[line], bias)
        bias = np.where(pinned, np.where(pin == counter, here, -np.inf), bias)
        points = (at_s - self.since_s[lane, place]) * lines.slope[line] + bias
        fit = points > -np.inf
        lane, place, points = lane[fit], place[fit], points[fit]
        by = np.lexsort((self.col[lane, place], -points, lane))
        lane, place, points = lane[by], place[by], points[by]
        first = np.append(True, lane[1:] != lane[:-1]) if len(lane) else np.zeros(0, np.bool_)
        return lane[first], place[first], points[first]

    def next_s(self, lines: Lines, asked: Asked) -> Floats:
        """When the next leg that an idle counter may call comes; `asked` names some lanes."""
        lane = asked.lane
        if not self.places:
            return np.full(len(lane), np.inf)
        pin, from_s = self.pin[lane], self.from_s[lane]
        able = lines.able[asked.era[:, None], self.line[lane]]
        mine = pin == asked.counter[:, None]
        pinned = (pin >= 0) & (self.pin_s[lane] > from_s)
        unpinned_s = np.where(pinned, np.maximum(from_s, self.pin_s[lane]), from_s)
        kept = pinned & mine & (asked.at_s[:, None] < self.pin_s[lane])
        due_s = np.where(kept, from_s, np.where(able, unpinned_s, np.inf))
        return np.asarray(due_s.min(axis=1), np.float64)

    def room(self, lane: Ints) -> Ints:
        """A free place in each of these lanes; there are more places when none is."""
        empty = self.col[lane] < 0
        if not self.places or not empty.any(axis=1).all():
            self._grow()
            empty = self.col[lane] < 0
        return np.asarray(empty.argmax(axis=1), np.int64)

    def _grow(self) -> None:
        more = Slots(len(self.col), _MORE)
        for name in (*self.FLOATS, *self.INTS):
            both = np.concatenate((getattr(self, name), getattr(more, name)), axis=1)
            setattr(self, name, both)

    def clear(self, lane: Ints, place: Ints) -> None:
        """Whoever stood there was called."""
        self.col[lane, place] = -1
        self.from_s[lane, place] = np.inf
        self.passes[lane, place] = 0
        self.visit[lane, place] = -1

    def passed(self, lines: Lines, asked: Asked, visit: Ints) -> tuple[Ints, Ints]:
        """Late legs that these calls (of visits) let pass come nearer; gives who is back now: which
        of those asked, and the place.
        """
        row, place = (self.passes[asked.lane] > 0).nonzero()
        lane, at_s = asked.lane[row], asked.at_s[row]
        late = (self.from_s[lane, place] > at_s) & (self.missed_s[lane, place] <= at_s)
        late &= self.visit[lane, place] != visit[row]
        late &= lines.able[asked.era[row], self.line[lane, place]]
        row, place, lane, at_s = row[late], place[late], lane[late], at_s[late]
        self.passes[lane, place] -= 1
        back = self.passes[lane, place] == 0
        row, place, lane, at_s = row[back], place[back], lane[back], at_s[back]
        at_s = np.maximum(at_s, self.held_s[lane, place])
        since_s = at_s - self.bank_s[lane, place]
        self.from_s[lane, place] = at_s
        self._runs(lane, place, since_s)
        return row, place

    def _runs(self, lane: Ints, place: Ints, since_s: Floats) -> None:
        """The clocks of these legs' visits run: for all legs that stand here, not for one."""
        row, other = np.nonzero(self.visit[lane] == self.visit[lane, place][:, None])
        np.minimum.at(self.since_s, (lane[row], other), since_s[row])
