"""The live commands driven with the twin's own draws: the other half of parity."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import count
from typing import NamedTuple

import numpy as np

from branchfloor.domain.errors import NobodyWaiting
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.floor.asks import Destination, Target, Wish
from branchfloor.floor.due import apply_due
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from branchfloor.routing.ring import rings
from branchfloor.twin.arriving import arrivals_s, shares_of, streams
from branchfloor.twin.crowd import AWAY, LATE
from branchfloor.twin.draws import LEFT, MISSED, MISSED_TWICE, OFFICE, TOOK, TRANSFER, Draws
from branchfloor.twin.normal import remaining
from branchfloor.twin.scene import Scene

HOLDS = {TOOK: "took_papers", LEFT: "left_papers", OFFICE: "back_office"}
OTHER = 10


class Call(NamedTuple):
    """A call as both sides tell it."""

    at_s: float
    counter: str
    leg: int


class End(NamedTuple):
    """What ends a sitting."""

    how: str
    visit: str
    leg_no: int
    about: object = None


class LiveHall:
    """Plays one lane of the draws through the commands of a memory floor."""

    def __init__(self, memory: MemoryFloor, scene: Scene, draws: Draws, green: dict[str, str]):
        self.memory, self.scene, self.draws, self.green = memory, scene, draws, green
        self.floor, self.base = Floor(memory, "cli:parity"), memory.at
        self.calls: list[Call] = []
        self._order = count()
        self._events: list[tuple[float, int, str, object]] = []
        self._kinds = {key: k for k, key in enumerate(scene.rules.kinds)}
        self._column = {tuple(name): i for i, name in enumerate(scene.crowd.names)}
        self._sittings = {
            tuple(name): {AWAY: 2, LATE: 1}.get(int(where), 0)
            for name, where in zip(scene.crowd.names, scene.crowd.where, strict=True)
        }
        self._share: dict[tuple[str, int], float] = {}
        self._done = {
            tuple(name): float(done)
            for name, done in zip(scene.crowd.names, scene.crowd.served_s, strict=True)
        }
        self._breaks: dict[str, float] = {}
        self._before: dict[tuple[str, int], int] = {}

    def play(self) -> list[Call]:
        self._plan()
        while True:
            due_s = self._due_s()
            next_s = self._events[0][0] if self._events else np.inf
            at_s = min(due_s, next_s)
            if at_s >= self.scene.horizon_s:
                return self.calls
            self.memory.at = max(self.memory.at, self._moment(at_s))
            if next_s <= due_s:
                _, _, what, about = heappop(self._events)
                getattr(self, f"_{what}")(about)
            else:
                now_unit = self.memory.run(apply_due, actor="cli:parity")
                now(now_unit)
            self._answer_rings()

    def _moment(self, at_s: float) -> datetime:
        return self.base + timedelta(seconds=at_s)

    def _at_s(self) -> float:
        return (self.memory.at - self.base).total_seconds()

    def _add(self, at_s: float, what: str, about: object) -> None:
        heappush(self._events, (at_s, next(self._order), what, about))

    def _plan(self) -> None:
        scene, draws = self.scene, self.draws
        times = arrivals_s(scene.demand, draws)
        which = streams(shares_of(scene.demand), times, draws.mark)
        for j in range(times.shape[1]):
            if times[0, j] < scene.horizon_s:
                key = scene.demand.streams[which[0, j]]
                self._add(float(times[0, j]), "arrive", (key, scene.crowd.n + j))
        for s, number in enumerate(scene.desks.numbers):
            spells = scene.desks.spells[s]
            if spells and spells[0][1] < scene.horizon_s:
                back = spells[1][0] if len(spells) > 1 else None
                self._add(spells[0][1], "break_off", (number, back))
            self._there(s, number)

    def _there(self, s, number):
        """Who is at the counter when the play begins."""
        desks, row = self.scene.desks, int(self.scene.desks.row[s])
        if row < 0:
            return
        kind, u = int(self.scene.crowd.kind[row]), self.draws.left[:, s]
        law = (float(self.scene.times.mu[kind, s]), float(self.scene.times.sigma[kind, s]))
        name = self.scene.crowd.names[row]
        if np.isnan(desks.elapsed_s[s]):
            end_s = desks.walk_left_s[s] + self._takes_s(kind, s, row)
            visit = self.memory.state.visits.get(name.visit_id)
            now(self.floor.start(Target(visit.number, name.leg_no)))
        else:
            end_s = float(remaining(law, float(desks.elapsed_s[s]), u)[0])
        self._add(end_s, "end", (number, End("finish", *name)))

    def _takes_s(self, kind, s, column, again=False):
        work = self.draws.again if again else self.draws.work
        mu, sigma = self.scene.times.mu[kind, s], self.scene.times.sigma[kind, s]
        return float(np.exp(mu + sigma * work[0, column]))

    def _due_s(self) -> float:
        return min(((due - self.base).total_seconds() for due in self._dues()), default=np.inf)

    def _dues(self) -> Iterator[datetime]:
        state = self.memory.state
        for visit in state.visits.values():
            for leg in visit.legs:
                if leg.due_at and leg.state in (LegState.ON_HOLD, LegState.LATE):
                    yield leg.due_at
                if leg.pin and leg.pin.until and leg.state is LegState.WAITING:
                    yield leg.pin.until
        for counter in state.counters.values():
            if counter.status is CounterStatus.PAUSED and counter.until:
                yield counter.until
            if counter.lent and counter.lent_until:
                yield counter.lent_until

    def _arrive(self, about: tuple[LaneKey, int]) -> None:
        key, column = about
        green = self.green.get(key.class_name)
        seen = "visible" if green else None
        issued = now(self.floor.issue(Wish(key.service, green=green, seen=seen)))
        self._column[issued.visit_id, 1] = column
        self._sittings[issued.visit_id, 1] = 0

    def _break_off(self, about):
        number, back = about
        counter = self.memory.state.counter(number)
        if back is None:
            if counter.busy and self.memory.state.at_counter(number)[1].state is LegState.CALLED:
                self._forget(number)
            now(self.floor.close_counter(number))
        elif counter.busy:
            self._breaks[number] = back
        else:
            now(self.floor.pause_counter(number, "break", self._moment(back)))

    def _forget(self, number):
        """Whoever was called here and has not come is called again elsewhere, as if never."""
        for event in [e for e in self._events if e[2] == "end" and e[3][0] == number]:
            self._events.remove(event)
            end = event[3][1]
            self._sittings[end.visit, end.leg_no] = self._before[end.visit, end.leg_no]
        heapify(self._events)

    def _end(self, about):
        number, end = about
        visit = self.memory.state.visits.get(end.visit)
        target = Target(visit.number, end.leg_no, number)
        if end.how == "finish":
            now(self.floor.finish(target))
        elif end.how == "no_show":
            now(self.floor.no_show(target))
        elif end.how == "transfer":
            now(self.floor.transfer(target, Destination(service=end.about)))
        else:
            now(self.floor.hold(target, end.how, end.about / 60))
        back = self._breaks.pop(number, None)
        if back is not None and back > self._at_s():
            now(self.floor.pause_counter(number, "break", self._moment(back)))
        elif self.memory.state.counter(number).status is CounterStatus.OPEN:
            self._call(number)

    def _answer_rings(self) -> None:
        while True:
            state, config = self.memory.state, self.memory.config
            ringing = [number for number in rings(state, config)]
            if not ringing:
                return
            self._call(min(ringing, key=lambda n: self._ring_order(n)))

    def _ring_order(self, number: str) -> tuple[int, float]:
        plan, counter = self.memory.config.counter(number), self.memory.state.counter(number)
        free = counter.free_since.timestamp() if counter.free_since else 0.0
        return len(plan.serves), free

    def _call(self, number: str) -> None:
        try:
            called = now(self.floor.call_next(number))
        except NobodyWaiting:
            return
        visit = self.memory.state.find(called.ticket)
        assert visit is not None
        leg, name = visit.leg(called.leg), (visit.id, called.leg)
        s = self.scene.desks.numbers.index(number)
        self.calls.append(Call(self._at_s(), number, self._column[name]))
        end_s, end = self._course(visit, leg, s)
        if end.how != "no_show":
            now(self.floor.start(Target(called.ticket, called.leg, number)))
        self._add(end_s, "end", (number, end))

    def _course(self, visit, leg, s):
        name, at_s, habits = (visit.id, leg.no), self._at_s(), self.scene.habits
        column, sitting = self._column[name], self._sittings.get(name, 0)
        key = LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, None, None)
        kind = self._kinds[key]
        full_s = self._takes_s(kind, s, column, sitting >= OTHER)
        done_s = self._done.get(name, 0.0)
        takes_s = full_s * self._share.get(name, 1.0)
        if done_s and sitting < OTHER:
            takes_s = max(full_s - done_s, 0.15 * full_s)
        start_s = at_s + self.scene.desks.walk_s
        fates = self.draws.fates
        what = int(fates.what[0, column]) if fates is not None and sitting == 0 else 0
        if fates is not None and sitting == 1 and fates.what[0, column] == MISSED_TWICE:
            what = MISSED_TWICE
        self._before[name], self._sittings[name] = sitting, 1
        if what in (MISSED, MISSED_TWICE):
            return at_s + habits.absent_s, End("no_show", *name)
        if what == 0:
            return start_s + takes_s, End("finish", *name)
        part = float(fates.part[0, column])
        self._share[name], self._done[name] = 1 - part, 0.0
        end_s = start_s + part * takes_s
        if what == TRANSFER:
            self._sittings[name], self._share[name] = OTHER, 1.0
            service = self.scene.rules.kinds[int(fates.to[0, column])].service
            return end_s, End("transfer", *name, service)
        return end_s, End(HOLDS[what], *name, float(fates.away_s[0, column]))
