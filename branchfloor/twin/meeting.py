"""What happens from a call on: the walk, the service, and what may come between."""

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints
from .crowd import AWAY, LATE, PLANNED, THERE, WAITING
from .draws import LEFT, MISSED, MISSED_TWICE, OFFICE, TOOK, TRANSFER, Draws
from .normal import remaining
from .record import Record
from .scene import Scene
from .slots import Slots
from .staging import Layout


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
    """Services and fates of a layout; writes into the record and the slots."""

    def __init__(self, scene: Scene, draws: Draws, layout: Layout, record: Record) -> None:
        self._scene, self._draws, self._layout, self._record = scene, draws, layout, record
        self._columns = layout.columns
        self._kind_step = self._columns if len(layout.kind) > 1 else 0
        self._kind = layout.kind.reshape(-1)
        self._desks = len(layout.counters)
        self._mu = np.ascontiguousarray(scene.times.mu[:, layout.counters]).reshape(-1)
        sigma = scene.times.sigma.copy()
        for k in scene.times.quantiles:
            sigma[k] = 1.0
        self._sigma = np.ascontiguousarray(sigma[:, layout.counters]).reshape(-1)
        self._one_sigma = float(sigma.flat[0]) if np.ptp(sigma) == 0 and sigma.size else None
        self._work = layout.work.reshape(-1)
        crowd = scene.crowd
        self._next = np.full(self._columns, -1, np.int64)
        for leg in np.flatnonzero(crowd.where == PLANNED):
            if crowd.follows[leg] >= 0:
                self._next[crowd.follows[leg]] = leg
        live = np.isin(crowd.where, (WAITING, AWAY, LATE))
        _, count = np.unique(crowd.visit[live], return_counts=True)
        self._several = bool((count > 1).any())
        self._visit = crowd.n + np.arange(self._columns)
        self._visit[: crowd.n] = crowd.visit
        self._returned = np.zeros(self._columns, np.bool_)
        self._returned[: crowd.n] = crowd.returned != 0
        self.ended_s: Floats = np.zeros((0, 0))

    @property
    def eventful(self) -> bool:
        """Whether anybody may wait again."""
        return self._draws.fates is not None or bool((self._next >= 0).any()) or self._several

    def kinds(self, lane: Ints, col: Ints) -> Ints:
        """The kinds of columns."""
        return self._kind.take(lane * self._kind_step + col)

    def visits(self, col: Ints) -> Ints:
        """The visits of columns."""
        return self._visit.take(col)

    def takes_s(self, lane: Ints, counter: Ints, col: Ints, kind: Ints) -> Floats:
        """Seconds of service."""
        cell = kind * self._desks + counter
        work = self._work.take(lane * self._columns + col)
        sigma = self._one_sigma if self._one_sigma is not None else self._sigma.take(cell)
        return np.asarray(np.exp(self._mu.take(cell) + sigma * work), np.float64)

    def plain(self, lane: Ints, counter: Ints, col: Ints, at_s: Floats) -> Floats:
        """Calls of which nothing follows: written down; gives when the counters may call again."""
        desks, flat = self._scene.desks, lane * self._columns + col
        cell = self.kinds(lane, col) * self._desks + counter
        work = self._work.take(flat)
        sigma = self._one_sigma if self._one_sigma is not None else self._sigma.take(cell)
        end_s = np.exp(self._mu.take(cell) + sigma * work)
        end_s += at_s
        if desks.walk_s:
            end_s += desks.walk_s
        self._record.sat(flat, lane * self._desks + counter, at_s, end_s)
        return self._layout.rota.next_s(counter, end_s + desks.reaction_s)

    def serve(self, c: Called, slots: Slots) -> tuple[Floats, list[Back]]:
        """Calls after which somebody may wait again; gives when the counters may call again."""
        desks, habits = self._scene.desks, self._scene.habits
        full_s = self._sitting_s(c)
        end_s = c.at_s + desks.walk_s + full_s
        what = self._what(c)
        absent = (what == MISSED) | (what == MISSED_TWICE)
        end_s[absent] = c.at_s[absent] + habits.absent_s
        backs: list[Back] = []
        partly = np.isin(what, (TOOK, LEFT, OFFICE, TRANSFER))
        if partly.any():
            part = self._part(c, partly)
            end_s[partly] = (c.at_s + desks.walk_s)[partly] + part * full_s[partly]
            backs.append(self._sent_off(c.some(partly), end_s[partly], what[partly], part, slots))
        closes_s = self._layout.rota.last_s(c.counter)
        sent = absent & (closes_s < end_s)
        if sent.any():
            end_s[sent] = closes_s[sent]
            backs.append(self._uncalled(c.some(sent), end_s[sent], slots))
        late = absent & ~sent & (c.sitting == 0) & ~self._returned[c.col]
        if late.any():
            backs.append(self._late(c.some(late), end_s[late], slots))
        flat, desk = c.lane * self._columns + c.col, c.lane * self._desks + c.counter
        self._record.sat(flat, desk, c.at_s, end_s)
        if self._several:
            bank_s = np.where(sent, end_s, c.at_s) - c.since_s
            backs.extend(self._stand_back(c, end_s, bank_s, slots))
        follow = ~partly & ~absent & (self._next[c.col] >= 0)
        if follow.any():
            backs.append(self._follow(c.some(follow), end_s[follow], slots))
        return self._layout.rota.next_s(c.counter, end_s + desks.reaction_s), backs

    def _sitting_s(self, c: Called) -> Floats:
        seconds = self.takes_s(c.lane, c.counter, c.col, c.kind)
        other = c.sitting >= _OTHER
        again = self._draws.again
        if other.any() and again is not None:
            cell = c.kind[other] * self._desks + c.counter[other]
            work = again[c.lane[other], c.col[other]]
            seconds[other] = np.exp(self._mu.take(cell) + self._sigma.take(cell) * work)
        before = c.done_s > 0
        return np.where(before, np.maximum(seconds - c.done_s, _LEAST * seconds), seconds * c.share)

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

    def _sent_off(self, c: Called, end_s: Floats, what: Ints, part: Floats, slots: Slots) -> Back:
        """On hold, or sent on: who waits again, and where."""
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
        slots.passes[c.i, place], slots.missed_s[c.i, place] = habits.late_after_calls, end_s
        slots.sitting[c.i, place] = 1
        return Back(c.i, line, from_s, np.full(len(c.i), -1))

    def _follow(self, c: Called, end_s: Floats, slots: Slots) -> Back:
        """The next leg of a fixed order begins to wait, with what its visit has waited so far."""
        col = self._next[c.col]
        kind = self.kinds(c.lane, col)
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

    def first_acts(self, left: Floats) -> tuple[Floats, Bools]:
        """When each counter acts first, [R, S], and which are idle now."""
        desks, layout = self._scene.desks, self._layout
        lanes = layout.lanes
        act, ended = np.zeros((lanes, self._desks)), np.zeros((lanes, self._desks))
        for j, s in enumerate(layout.counters.tolist()):
            if desks.row[s] < 0:
                continue
            ended[:, j] = self._there_until_s(s, j, left[:, s])
            act[:, j] = ended[:, j] + desks.reaction_s
        busy = desks.row[layout.counters] >= 0
        act[:, ~busy] = layout.rota.next_s(np.flatnonzero(~busy), act[:, ~busy])
        act[:, busy] = layout.rota.next_s(np.flatnonzero(busy), act[:, busy])
        self.ended_s = ended
        return act, np.repeat(~busy[None, :], lanes, axis=0)

    def _there_until_s(self, s: int, j: int, left: Floats) -> Floats:
        """When the service that counter s has now ends."""
        desks, row = self._scene.desks, int(self._scene.desks.row[s])
        kind, lane = int(self._scene.crowd.kind[row]), np.arange(len(left))
        if np.isnan(desks.elapsed_s[s]):
            col, counter = np.full(len(left), row), np.full(len(left), j)
            takes = self.takes_s(lane, counter, col, np.full(len(left), kind))
            end_s = np.asarray(desks.walk_left_s[s] + takes, np.float64)
        else:
            end_s = self._left_s(kind, j, float(desks.elapsed_s[s]), left)
        self._record.there(lane * self._columns + row, lane * self._desks + j, end_s)
        return end_s

    def _left_s(self, kind: int, j: int, elapsed_s: float, share: Floats) -> Floats:
        cell = kind * self._desks + j
        times, mu = self._scene.times, float(self._mu[cell])
        if times.exponential:
            return np.asarray(-np.log1p(-share) * np.exp(mu), np.float64)
        quantiles = times.quantiles.get(kind)
        if quantiles is None:
            return remaining((mu, float(self._sigma[cell])), elapsed_s, share)
        longer = np.sort(quantiles * np.exp(mu))
        longer = longer[longer > elapsed_s] - elapsed_s
        if not len(longer):
            return np.full(len(share), _TAIL_S)
        places = (np.arange(len(longer)) + 0.5) / len(longer)
        return np.asarray(np.interp(share, places, longer), np.float64)


_OTHER = 10
"""From this sitting on a leg is another service, with a draw of its own."""
_TAIL_S = 60.0
"""What is left of a service that has lasted longer than any seen before."""


def first_slots(scene: Scene, layout: Layout, meeting: Meeting) -> Slots:
    """The slots of now: legs that are pinned, away, late, wait together, or follow whom a counter
    has.
    """
    crowd, lanes = scene.crowd, layout.lanes
    at = {int(s): j for j, s in enumerate(layout.counters)}
    served = {int(scene.desks.row[s]): j for s, j in at.items() if scene.desks.row[s] >= 0}
    legs = [
        leg
        for leg in np.flatnonzero(layout.slotted).tolist()
        if crowd.where[leg] not in (PLANNED, THERE) or int(crowd.follows[leg]) in served
    ]
    slots = Slots(lanes, len(legs))
    for d, leg in enumerate(legs):
        from_s = crowd.back_s[leg]
        if crowd.where[leg] == WAITING:
            from_s = max(0.0, float(crowd.since_s[leg]))  # one still to come, in a replay
        waits = np.full(lanes, from_s)
        if crowd.where[leg] == PLANNED:
            waits = meeting.ended_s[:, served[int(crowd.follows[leg])]]
        pin = at.get(int(crowd.pin[leg]), -1)
        slots.col[:, d], slots.visit[:, d] = leg, crowd.visit[leg]
        slots.kind[:, d], slots.line[:, d] = crowd.kind[leg], layout.lines.of[crowd.kind[leg]]
        slots.from_s[:, d], slots.bank_s[:, d] = waits, crowd.banked_s[leg]
        slots.since_s[:, d] = waits - crowd.banked_s[leg]
        if not np.isnan(crowd.since_s[leg]):
            slots.since_s[:, d] = layout.virtual_s[0, leg]
        last_s = layout.rota.last_s(np.array([max(pin, 0)]))[0] if len(at) else 0.0
        until_s = crowd.pin_until_s[leg]
        slots.pin[:, d], slots.pin_s[:, d] = pin, min(until_s, last_s)
        slots.passes[:, d] = crowd.passes[leg]
        slots.sitting[:, d] = _FIRST_SITTING[int(crowd.where[leg])]
        slots.done_s[:, d] = crowd.served_s[leg]
    for leg, j in served.items():
        _behind(slots, int(crowd.visit[leg]), meeting.ended_s[:, j])
    return slots


def _behind(slots: Slots, visit: int, end_s: Floats) -> None:
    """Legs of a visit that is at a counter now stand back until it is free."""
    mine = np.flatnonzero(slots.visit[0] == visit) if slots.places else np.zeros(0, np.int64)
    if len(mine):
        slots.held_s[:, mine] = end_s[:, None]
        slots.from_s[:, mine] = np.maximum(slots.from_s[:, mine], end_s[:, None])
        runs_s = slots.from_s[:, mine].min(axis=1, keepdims=True)
        slots.since_s[:, mine] = runs_s - slots.bank_s[:, mine]


_FIRST_SITTING = {WAITING: 0, PLANNED: 0, AWAY: 2, LATE: 1}


_LEAST = 0.15
"""At least this share of a service is left when somebody comes back for it."""
