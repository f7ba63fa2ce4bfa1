"""The engine: lanes side by side, one call a lane a step.

Each step takes in every lane the counter that acts first: it calls the head with the most points
(rank and own work folded in), or falls idle until somebody comes whom it may call. Of several
idle counters that could take the same arrival the one rings that has it as its own work, serves
the fewest services and has been idle longest; the others look on.
"""

import numpy as np

from branchfloor.routing.score import score

from .arrays import Bools, Floats, Ints
from .draws import Draws
from .leaving import Leaving, leaving_of
from .lines import BREADTH, JUMP
from .meeting import Back, Called, Meeting
from .opening import first_acts, first_ends, first_slots
from .record import Record
from .reserve import Reserve
from .scene import Scene
from .services import Services
from .slots import Asked
from .staging import Layout

_FEWER = 0.6
"""Lanes that are over are put aside when no more than this share goes on."""

Who = tuple[Ints, Ints | None]
"""Of every lane the line of the best head, and the place (-1 none) that comes before it."""


class Stuck(RuntimeError):
    """Lanes act on and on without getting any further: a fault of the engine, told rather than
    played for ever.
    """


class Run:
    """Plays the lanes of a layout to the horizon; see `play`."""

    def __init__(self, scene: Scene, draws: Draws, layout: Layout, record: Record) -> None:
        self.scene, self.layout, self.record = scene, layout, record
        lanes = layout.lanes
        self.lane = np.arange(lanes)
        shared = len(layout.row) == 1
        self._step = 0 if shared else layout.row.shape[1]
        self.ptr = np.repeat(layout.start, lanes, axis=0) if shared else layout.start.copy()
        self.ptr = np.asarray(self.ptr, np.int64)
        self.ptr += (self.lane * self._step)[:, None]
        self.head = layout.since_s.reshape(-1).take(self.ptr)
        desks = scene.desks
        change = scene.rules.change_s[layout.counters]
        self._change = change if np.isfinite(change).any() else None
        self._end_s = scene.horizon_s
        self._leaving = leaving_of(scene, layout)
        if self._leaving is not None:
            self._head_leave = self._leaving.of(self.lane, self.ptr)
        self.services = Services(scene, draws, layout)
        self.meeting = Meeting(scene, draws, layout, self.services)
        ended_s = first_ends(scene, draws, layout, self.services, record)
        self.act, free = first_acts(scene, layout, ended_s), desks.row[layout.counters] < 0
        self.idle = np.repeat(free[None, :], lanes, axis=0)
        self.slots = first_slots(scene, layout, ended_s)
        self._eventful = bool(self.slots.places) or self.meeting.eventful
        record.again = self._eventful
        fewest = scene.rules.breadth[layout.counters] * BREADTH
        first_ring = np.where(self.idle, fewest + desks.idle_since_s[layout.counters], -np.inf)
        self.ring = np.asarray(first_ring, np.float64)
        self.idle_s = np.repeat(desks.idle_since_s[None, layout.counters], lanes, axis=0)
        self._reserve = Reserve.of(scene.rules.reserve, layout.lines)
        self.probe = np.zeros((0,), np.int64)
        self.probe_s = np.full((lanes, 0), np.inf)

    def ask(self, probes: Ints) -> None:
        """Also watch when a ticket of each of these lines, issued now, would be called."""
        self.probe = probes
        self.probe_s = np.full((self.layout.lanes, len(probes)), np.inf)

    def run(self) -> None:
        """Play to the end."""
        if not len(self.layout.counters) or not self.layout.lines.n:
            return
        self._make_room()
        with np.errstate(invalid="ignore"):
            for _ in range(self._most_steps()):
                if not self._one_step():
                    return
        raise Stuck(f"lanes {self.lane[:5].tolist()} have not ended by {self.act.min():.0f} s")

    def _most_steps(self) -> int:
        """More than any lane needs: every leg called some times, each of them heard by all."""
        return 10_000 + 4 * self.layout.columns * (1 + len(self.layout.counters))

    def _make_room(self) -> None:
        shape = self.head.shape
        self._w, self._points = np.empty(shape), np.empty(shape)
        self._late = np.empty(shape, np.bool_)
        self._r = np.arange(len(self.lane))

    def _one_step(self) -> bool:
        """Every lane acts once; False when all are over."""
        counters = self.act.shape[1]
        s = self.act.argmin(axis=1)
        t = self.act.reshape(-1).take(self._r * counters + s)
        going = t < self._end_s
        if not going.all() and (over := self._put_aside(going)) is not None:
            return not over
        rung = self.idle.reshape(-1).take(self._r * counters + s) & going
        tied = self._ring(s, t, rung) if rung.any() else None
        asked = Asked(self._r, s, self._era(s, t), t)
        k, place, best = self._choose(asked)
        if self.probe_s.shape[1]:
            self._probe(asked, best, rung)
        called = (best > -np.inf) & going
        if called.all():
            self._call(asked, (k, place), rung)
        else:
            self._call_some(called.nonzero()[0], asked, (k, place), rung)
            idle = (going & ~called).nonzero()[0]
            self._rest(Asked(idle, s[idle], asked.era[idle], t[idle]))
        if tied is not None:
            self._look_on(tied, t)
        return True

    def _put_aside(self, going: Bools) -> bool | None:
        """Go on without the lanes that are over, when they are many; True when all are."""
        on = np.count_nonzero(going)
        if not on:
            return True
        if on >= _FEWER * len(going):
            return None
        self._keep(np.flatnonzero(going))
        return False

    def _era(self, s: Ints, t: Floats) -> Ints:
        """Rows of the tables by counter: the second half holds from when its loan ends."""
        if self._change is None:
            return s
        return np.asarray(s + self.act.shape[1] * (t >= self._change[s]), np.int64)

    def _choose(self, asked: Asked) -> tuple[Ints, Ints | None, Floats]:
        """The line each counter would call from, the place if somebody there comes first, and the
        points; -inf for nobody.
        """
        if self._leaving is not None:
            self._let_go(self._leaving, asked.at_s)
        k, best = self._heads(asked)
        place = self._slots(asked, best) if self.slots.places else None
        rota = self.layout.rota
        if not rota.always:
            best[rota.next_s(asked.counter, asked.at_s) > asked.at_s] = -np.inf
        return k, place, best

    def _ring(self, s: Ints, t: Floats, rung: Bools) -> tuple[Ints, Ints] | None:
        """Where an idle counter acts and others could as well: the one that rings, in `s`; gives
        the others, lanes and counters.
        """
        lane = np.flatnonzero(rung)
        equal = self.act[lane] == t[lane, None]
        several = np.count_nonzero(equal, axis=1) > 1
        if not several.any():
            return None
        lane, equal = lane[several], equal[several]
        key = np.where(equal, self.ring[lane], np.inf)
        chosen = key.argmin(axis=1)
        s[lane] = chosen
        rung[lane] = self.idle[lane, chosen]
        equal[np.arange(len(lane)), chosen] = False
        equal &= self.idle[lane]
        row, counter = np.nonzero(equal)
        return lane[row], counter

    def _let_go(self, leaving: Leaving, t: Floats) -> None:
        """Heads that gave up before now make way."""
        ptr, head = self.ptr.reshape(-1), self.head.reshape(-1)
        leave = self._head_leave.reshape(-1)
        while True:
            gone = (self._head_leave < t[:, None]).reshape(-1).nonzero()[0]
            if not len(gone):
                return
            ptr[gone] += 1
            head[gone] = self.layout.since_s.reshape(-1).take(ptr[gone])
            leave[gone] = leaving.of(self.lane[gone // self.layout.lines.n], ptr[gone])

    def _heads(self, asked: Asked) -> tuple[Ints, Floats]:
        """The line each counter would call from, and the points of its head."""
        era, t = asked.era, asked.at_s
        lines, w, points = self.layout.lines, self._w, self._points
        np.subtract(t[:, None], self.head, out=w)
        np.less(w, 0.0, out=self._late)
        over = w >= lines.jump_s[: lines.n] if lines.jump_s is not None else None
        np.take(lines.head_bias, era, axis=0, out=points, mode="clip")
        np.multiply(w, lines.head_slope, out=w)
        np.add(points, w, out=points)
        if over is not None:
            points[over] += JUMP
        if self._reserve is not None:
            self._reserve.refuse(points, era, self._idle_now(asked))
        np.copyto(points, -np.inf, where=self._late)
        k = points.argmax(axis=1)
        return k, points.reshape(-1).take(self._r * lines.n + k)

    def _slots(self, asked: Asked, best: Floats) -> Ints:
        """The place that is called before any head, -1 for none; `best` is raised."""
        lane, place, points = self.slots.best(self.layout.lines, asked)
        better = points > best[lane]
        found = np.full(len(best), -1, np.int64)
        found[lane[better]] = place[better]
        best[lane[better]] = points[better]
        return found

    def _probe(self, asked: Asked, best: Floats, rung: Bools) -> None:
        """Tickets issued now that would be called in this turn."""
        lines, probe, at_s = self.layout.lines, self.probe, asked.at_s
        points = score(at_s[:, None], lines.slope[probe], lines.bias[asked.era][:, probe])
        if lines.jump_s is not None:
            points = points + JUMP * (at_s[:, None] >= lines.jump_s[probe])
        wins = (points > best[:, None]) & np.isinf(self.probe_s[self.lane])
        wins[(self.layout.rota.next_s(asked.counter, at_s) > at_s) | (at_s >= self._end_s)] = False
        r, p = np.nonzero(wins)
        ring_s = np.where(rung[r], self.scene.desks.reaction_s, 0.0)
        self.probe_s[self.lane[r], p] = at_s[r] + ring_s

    def _call_some(self, i: Ints, asked: Asked, who: Who, rung: Bools) -> None:
        """Lanes `i` call."""
        k, place = who
        some = Asked(i, asked.counter[i], asked.era[i], asked.at_s[i])
        self._call(some, (k[i], place[i] if place is not None else None), rung[i])

    def _call(self, asked: Asked, who: Who, rung: Bools) -> None:
        """Each lane that is asked calls the head of a line, or who stands in a place."""
        i, s, reaction_s = asked.lane, asked.counter, self.scene.desks.reaction_s
        at_s = asked.at_s + reaction_s * rung if reaction_s else asked.at_s
        if self._eventful:
            free_s = self._call_any(asked, who, at_s)
        else:
            col, _ = self._advance(i, who[0])
            called = Asked(self.lane[i], s, asked.era, at_s)
            free_s = self.services.plain(called, col, self.record)
        flat = i * self.act.shape[1] + s
        self.act.reshape(-1)[flat] = free_s
        if rung.any():
            self.idle.reshape(-1)[flat] = False
            self.ring.reshape(-1)[flat] = -np.inf

    def _advance(self, i: Ints, line: Ints) -> tuple[Ints, Floats]:
        """Take the heads of lines: their columns and virtual arrivals."""
        flat = i * self.layout.lines.n + line
        ptr, head = self.ptr.reshape(-1), self.head.reshape(-1)
        at = ptr.take(flat)
        since = head.take(flat)
        ptr[flat] = at + 1
        head[flat] = self.layout.since_s.reshape(-1).take(at + 1)
        if self._leaving is not None:
            self._head_leave.reshape(-1)[flat] = self._leaving.of(self.lane[i], at + 1)
        return self.layout.row.reshape(-1).take(at), since

    def _call_any(self, asked: Asked, who: Who, at_s: Floats) -> Floats:
        """Calls of heads and of who stands in places, with all that may follow."""
        i, n, (k, place) = asked.lane, len(at_s), who
        out = place >= 0 if place is not None else np.zeros(n, np.bool_)
        col, since, kind = np.empty(n, np.int64), np.empty(n), np.empty(n, np.int64)
        share, done_s, sitting = np.ones(n), np.zeros(n), np.zeros(n, np.int64)
        heads = i[~out]
        col[~out], since[~out] = self._advance(heads, k[~out])
        kind[~out] = self.services.kinds(self.lane[heads], col[~out])
        if place is not None and out.any():
            j = (i[out], place[out])
            slots = self.slots
            col[out], since[out], kind[out] = slots.col[j], slots.since_s[j], slots.kind[j]
            share[out], done_s[out] = slots.share[j], slots.done_s[j]
            sitting[out] = slots.sitting[j]
            slots.clear(*j)
        self._pass(Asked(i, asked.counter, asked.era, at_s), self.meeting.visits(col))
        called = Called(
            i, self.lane[i], asked.counter, at_s, col, since, kind, share, done_s, sitting
        )
        free_s, backs = self.meeting.serve(called, self.slots, self.record)
        for back in backs:
            self._wake(back)
        return free_s

    def _pass(self, asked: Asked, visit: Ints) -> None:
        """One more call has passed those who were late; one of their own visit does not count."""
        if not self.slots.passes.any():
            return
        row, place = self.slots.passed(self.layout.lines, asked, visit)
        if len(row):
            i = asked.lane[row]
            line = self.slots.line[i, place]
            self._wake(Back(i, line, asked.at_s[row], np.full(len(i), -1)))

    def _wake(self, back: Back) -> None:
        """Idle counters that may call who waits again look up by then."""
        lines, counters = self.layout.lines, self.act.shape[1]
        able = lines.able[:counters, back.line] | lines.able[counters:, back.line]
        able = able.T | (back.pin[:, None] == np.arange(counters))
        able &= self.idle[back.i] & (self.act[back.i] > back.from_s[:, None])
        row, s = np.nonzero(able)
        i = back.i[row]
        self.act[i, s] = back.from_s[row]
        self.ring[i, s] = lines.ring[s, back.line[row]] + self.idle_s[i, s]

    def _rest(self, asked: Asked) -> None:
        """Counters with nobody to call wait for the next one they may."""
        lane, s, t = asked.lane, asked.counter, asked.at_s
        if self._reserve is not None:
            self._more_idle(asked, self._reserve)
        since = np.where(self.idle[lane, s], self.idle_s[lane, s], t)
        self.idle_s[lane, s] = np.maximum(since, self.layout.rota.began_s(s, t))
        self.idle[lane, s] = True
        self._wait_for(asked)

    def _idle_now(self, asked: Asked) -> Bools:
        """Which counters are idle in every lane, those that act among them."""
        at_s, desks = asked.at_s[:, None], np.arange(self.act.shape[1])
        idle = self.idle & (self.layout.rota.next_s(desks, at_s) <= at_s)
        idle[self._r, asked.counter] = True
        return idle

    def _more_idle(self, asked: Asked, reserve: Reserve) -> None:
        """Where one more falls idle, those that were kept back look up."""
        new = ~self.idle[asked.lane, asked.counter]
        lane, at_s = asked.lane[new], asked.at_s[new]
        kept = self.idle[lane] & reserve.backs_up & (self.act[lane] > at_s[:, None])
        row, s = np.nonzero(kept)
        self.act[lane[row], s] = at_s[row]

    def _wait_for(self, asked: Asked) -> None:
        lane, s = asked.lane, asked.counter
        lines = self.layout.lines
        coming = np.where(lines.head_able[asked.era], self.head[lane], np.inf)
        if self._reserve is not None:
            coming = self._reserve.still(coming, asked.era, asked.at_s)
        line = coming.argmin(axis=1)
        next_s = coming[np.arange(len(lane)), line]
        slot_s = self.slots.next_s(lines, asked)
        next_s = np.minimum(next_s, slot_s)
        if self._change is not None:
            change = self._change[s]
            next_s = np.where(asked.at_s < change, np.minimum(next_s, change), next_s)
        next_s = np.maximum(next_s, asked.at_s)
        self.act[lane, s] = self.layout.rota.next_s(s, next_s)
        self.ring[lane, s] = lines.ring[asked.era, line] + self.idle_s[lane, s]

    def _look_on(self, tied: tuple[Ints, Ints], t: Floats) -> None:
        """Idle counters that did not ring wait for the next one."""
        lane, s = tied
        at_s = t[lane]
        self._wait_for(Asked(lane, s, self._era(s, at_s), at_s))

    def _keep(self, i: Ints) -> None:
        """Go on with some lanes."""
        self.lane, self.ptr, self.head = self.lane[i], self.ptr[i], self.head[i]
        self.act, self.idle, self.ring = self.act[i], self.idle[i], self.ring[i]
        self.idle_s = self.idle_s[i]
        if self._leaving is not None:
            self._head_leave = self._head_leave[i]
        self.slots.keep(i)
        self._make_room()
