"""What may follow a call: nobody comes, a hold, another service, the next leg of the visit."""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints
from .crowd import AWAY, LATE, PLANNED, WAITING
from .draws import LEFT, MISSED, MISSED_TWICE, OFFICE, TOOK, TRANSFER, Draws
from .record import Record
from .scene import Scene
from .services import Services
from .slots import Slots
from .staging import Layout

_OTHER = 10
"""From this sitting on a leg is another service, with a draw of its own."""
_LEAST = 0.15
"""At least this share of a service is left when somebody comes back for it."""


@dataclass(frozen=True)
class Called:
    """n calls: `i` the engine's lane, `lane` the draws', the counter, the leg and how it stands."""

    i: Ints
    lane: Ints
    counter: Ints
    at_s: Floats
    col: Ints
    since_s: Floats
    kind: Ints
    share: Floats
    done_s: Floats
    sitting: Ints

    def some(self, which: Bools) -> "Called":
        """Those of a mask."""
        return Called(
            self.i[which],
            self.lane[which],
            self.counter[which],
            self.at_s[which],
            self.col[which],
            self.since_s[which],
            self.kind[which],
            self.share[which],
            self.done_s[which],
            self.sitting[which],
        )


@dataclass(frozen=True)
class Back:
    """n legs that wait again: lane, place, line, when, and the counter they are pinned to."""

    i: Ints
    line: Ints
    from_s: Floats
    pin: Ints


class Meeting:
    """Fates of a layout; writes into the record and the slots."""

    def __init__(self, scene: Scene, draws: Draws, layout: Layout, services: Services) -> None:
        self._scene, self._draws, self._layout = scene, draws, layout
        self._services, crowd = services, scene.crowd
        self._next = np.full(layout.columns, -1, np.int64)
        for leg in np.flatnonzero(crowd.where == PLANNED):
            if crowd.follows[leg] >= 0:
                self._next[crowd.follows[leg]] = leg
        live = np.isin(crowd.where, (WAITING, AWAY, LATE))
        _, count = np.unique(crowd.visit[live], return_counts=True)
        self._several = bool((count > 1).any())
        self._visit = crowd.n + np.arange(layout.columns)
        self._visit[: crowd.n] = crowd.visit
        self._returned = np.zeros(layout.columns, np.bool_)
        self._returned[: crowd.n] = crowd.returned != 0

    @property
    def eventful(self) -> bool:
        """Whether anybody may wait again."""
        return self._draws.fates is not None or bool((self._next >= 0).any()) or self._several

    def visits(self, col: Ints) -> Ints:
        """The visits of columns."""
        return self._visit.take(col)

    def serve(self, c: Called, slots: Slots, record: Record) -> tuple[Floats, list[Back]]:
        """Calls after which somebody may wait again; gives when the counters may call again."""
        desks = self._scene.desks
        full_s, what = self._sitting_s(c), self._what(c)
        end_s = c.at_s + desks.walk_s + full_s
        backs: list[Back] = []
        since_s, stays = c.since_s, np.ones(len(what), np.bool_)
        if what.any():
            partly, absent = what >= TOOK, (what == MISSED) | (what == MISSED_TWICE)
            stays = ~partly & ~absent
            if partly.any():
                backs.append(self._in_part(c, (partly, what, full_s), end_s, slots))
            if absent.any():
                since_s = self._absent(c, absent, end_s, slots, backs)
        lane, columns = c.lane, self._services.columns
        record.sat(lane * columns + c.col, lane * self._services.desks + c.counter, c.at_s, end_s)
        if self._several:
            backs.extend(self._stand_back(c, end_s, c.at_s - since_s, slots))
        follow = stays & (self._next[c.col] >= 0)
        if follow.any():
            backs.append(self._follow(c.some(follow), end_s[follow], slots))
        return self._layout.rota.next_s(c.counter, end_s + desks.reaction_s), backs

    def _in_part(
        self, c: Called, how: tuple[Bools, Ints, Floats], end_s: Floats, slots: Slots
    ) -> Back:
        """Sittings that end before the service does; `end_s` is set."""
        which, what, full_s = how
        some, part = c.some(which), self._part(c, which)
        end_s[which] = some.at_s + self._scene.desks.walk_s + part * full_s[which]
        return self._sent_off(some, end_s[which], (what[which], part), slots)

    def _absent(
        self, c: Called, absent: Bools, end_s: Floats, slots: Slots, backs: list[Back]
    ) -> Floats:
        """Nobody comes: late, or gone for good, or called in vain by a counter that closes; gives
        the virtual arrivals, moved for those whose clock went on. `end_s` is set.
        """
        end_s[absent] = c.at_s[absent] + self._scene.habits.absent_s
        closes_s = self._layout.rota.last_s(c.counter)
        sent = absent & (closes_s < end_s)
        late = absent & ~sent & (c.sitting == 0) & ~self._returned[c.col]
        if sent.any():
            end_s[sent] = closes_s[sent]
            backs.append(self._uncalled(c.some(sent), end_s[sent], slots))
        if late.any():
            backs.append(self._late(c.some(late), end_s[late], slots))
        return np.where(sent, c.since_s - (end_s - c.at_s), c.since_s)

    def _sitting_s(self, c: Called) -> Floats:
        seconds = self._services.takes_s(c.lane, c.counter, c.col, c.kind)
        other = c.sitting >= _OTHER
        if other.any():
            o = c.some(other)
            seconds[other] = self._services.other_s(o.lane, o.counter, o.col, o.kind)
        seconds_left = np.maximum(seconds - c.done_s, _LEAST * seconds)
        return np.where(c.done_s > 0, seconds_left, seconds * c.share)

    def _what(self, c: Called) -> Ints:
        """What becomes of each call: one's fate counts at the first sitting only, but for who is
        missing twice.
        """
        fates = self._draws.fates
        if fates is None:
            return np.zeros(len(c.i), np.int64)
        what = fates.what[c.lane, c.col].astype(np.int64)
        again = (c.sitting == 1) & (what == MISSED_TWICE)
        return np.where((c.sitting == 0) | again, what, 0)

    def _part(self, c: Called, which: Bools) -> Floats:
        fates = self._draws.fates
        if fates is None:
            return np.ones(int(which.sum()))
        return fates.part[c.lane[which], c.col[which]].astype(np.float64)

    def _sent_off(self, c: Called, end_s: Floats, how: tuple[Ints, Floats], slots: Slots) -> Back:
        """On hold, or sent on: who waits again, and where."""
        what, part = how
        fates, habits, lines = self._draws.fates, self._scene.habits, self._layout.lines
        on = what == TRANSFER
        away_s = fates.away_s[c.lane, c.col] if fates is not None else np.zeros(len(c.i))
        from_s = end_s + np.where(on, 0.0, away_s)
        kind = c.kind
        if fates is not None and fates.to is not None:
            kind = np.where(on, fates.to[c.lane, c.col], kind)
        last_s = self._layout.rota.last_s(c.counter)
        bound = ((what == LEFT) | (what == OFFICE)) & (last_s > from_s)
        place = self._stand(c, slots, lines.of[kind], kind, from_s)
        slots.pin[c.i, place] = np.where(bound, c.counter, -1)
        slots.pin_s[c.i, place] = np.minimum(from_s + habits.pin_s, last_s)
        slots.share[c.i, place] = np.where(on, 1.0, 1.0 - part)
        slots.sitting[c.i, place] = np.where(on, _OTHER, 1)
        return Back(c.i, lines.of[kind], from_s, np.where(bound, c.counter, -1))

    def _uncalled(self, c: Called, end_s: Floats, slots: Slots) -> Back:
        """The counter closes on somebody who did not come: as if there had been no call."""
        line = self._layout.lines.of[c.kind]
        place = self._stand(c, slots, line, c.kind, end_s)
        slots.since_s[c.i, place] = c.since_s
        slots.bank_s[c.i, place] = end_s - c.since_s
        slots.share[c.i, place], slots.done_s[c.i, place] = c.share, c.done_s
        slots.sitting[c.i, place] = c.sitting
        return Back(c.i, line, end_s, np.full(len(c.i), -1))

    def _late(self, c: Called, end_s: Floats, slots: Slots) -> Back:
        """Not there: back after some calls, or after a time."""
        habits = self._scene.habits
        line = self._layout.lines.of[c.kind]
        from_s = end_s + habits.late_after_s
        place = self._stand(c, slots, line, c.kind, from_s)
        slots.share[c.i, place], slots.done_s[c.i, place] = c.share, c.done_s
        slots.passes[c.i, place], slots.missed_s[c.i, place] = habits.late_after_calls, end_s
        slots.sitting[c.i, place] = 1
        return Back(c.i, line, from_s, np.full(len(c.i), -1))

    def _follow(self, c: Called, end_s: Floats, slots: Slots) -> Back:
        """The next leg of a fixed order begins to wait, with what its visit has waited so far."""
        col = self._next[c.col]
        kind = self._services.kinds(c.lane, col)
        line = self._layout.lines.of[kind]
        place = self._stand(c, slots, line, kind, end_s)
        slots.col[c.i, place] = col
        slots.sitting[c.i, place] = 0
        pin = self._scene.crowd.pin[col]
        slots.pin[c.i, place] = pin
        slots.pin_s[c.i, place] = end_s + self._scene.habits.pin_s
        return Back(c.i, line, end_s, pin)

    def _stand(self, c: Called, slots: Slots, line: Ints, kind: Ints, from_s: Floats) -> Ints:
        """A place for each of these legs, with the time waited so far."""
        place, bank_s = slots.room(c.i), c.at_s - c.since_s
        slots.col[c.i, place], slots.visit[c.i, place] = c.col, self._visit[c.col]
        slots.line[c.i, place], slots.kind[c.i, place] = line, kind
        slots.from_s[c.i, place], slots.bank_s[c.i, place] = from_s, bank_s
        slots.since_s[c.i, place] = from_s - bank_s
        slots.pin[c.i, place], slots.passes[c.i, place] = -1, 0
        slots.held_s[c.i, place] = 0.0
        slots.share[c.i, place], slots.done_s[c.i, place] = 1.0, 0.0
        return place

    def _stand_back(self, c: Called, end_s: Floats, waited_s: Floats, slots: Slots) -> list[Back]:
        """Other legs of the visit wait on when this one ends. Its clock stands until then and
        runs again for all of them when the first of them waits.
        """
        mine = slots.visit[c.i] == self._visit[c.col][:, None]
        several = np.flatnonzero((mine & (slots.col[c.i] != c.col[:, None])).any(axis=1))
        if not len(several):
            return []
        i, mine, end = c.i[several], mine[several], end_s[several][:, None]
        bank_s = waited_s[several][:, None]
        from_s = np.maximum(slots.from_s[i], end)
        runs_s = np.where(mine, from_s, np.inf).min(axis=1, keepdims=True)
        for name, value in (
            ("from_s", from_s),
            ("since_s", runs_s - bank_s),
            ("bank_s", bank_s),
            ("held_s", end),
        ):
            old = getattr(slots, name)
            old[i] = np.where(mine, value, old[i])
        row, place = np.nonzero(mine)
        at = (i[row], place)
        return [Back(i[row], slots.line[at], slots.from_s[at], slots.pin[at])]
