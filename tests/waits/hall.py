"""A small hall simulated apart from the engine's own simulators: the real reducer and the real
choice, with arrivals, services and gaps drawn here."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp, log, sqrt
from random import Random

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.events import (
    CounterOpened,
    DayOpened,
    FloorEvent,
    LegCalled,
    LegFinished,
    LegStarted,
    NewLeg,
    TicketIssued,
)
from branchfloor.domain.kinds import LegState
from branchfloor.domain.log import Entry
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import FloorState
from branchfloor.routing.choice import choose_next
from branchfloor.routing.eligibility import desk
from branchfloor.routing.score import line

NINE = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@dataclass
class Hall:
    """A branch with its state, driven by events; every entry is kept."""

    config: BranchConfig
    at: datetime = NINE
    state: FloorState = field(default_factory=lambda: FloorState(branch="b"))
    log: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.happen(DayOpened(self.at.date()))

    def happen(self, *events: FloorEvent) -> None:
        for event in events:
            day = self.state.day or self.at.date()
            entry = Entry(self.state.seq + 1, self.at, day, "test", 1, event)
            self.state = apply(self.state, entry)
            self.log.append(entry)

    def after(self, seconds: float) -> "Hall":
        self.at += timedelta(seconds=seconds)
        return self

    def open(self, *numbers: str, staff: str = "") -> None:
        for number in numbers:
            self.happen(CounterOpened(number, (staff or "s") + number))

    def issue(self, service: str, class_name: str = "ordinary") -> str:
        serial = self.state.serials.get("A", 0) + 1
        kind = self.config.service(service)
        visit_id = f"v{serial}"
        leg = NewLeg(1, service, kind.needs_cash, LegState.WAITING)
        number = f"A{serial:03d}"
        self.happen(TicketIssued(visit_id, number, "A", serial, (leg,), class_name))
        return visit_id

    def call(self, number: str) -> tuple[str, str] | None:
        """Call the next at a counter; visit and service, or None when nobody waits for it."""
        place = desk(self.state, self.config, number)
        choice = choose_next(self.state, place, self.at)
        if choice is None:
            return None
        visit, leg = choice.visit, choice.leg
        target_s = line(self.config, visit.class_name, leg.service).target_s
        waited_s = visit.queued_s(self.at)
        self.happen(
            LegCalled(
                visit.id,
                leg.no,
                number,
                place.counter.staff,
                waited_s,
                target_s,
                visit.class_name,
                overtook=choice.overtook,
            )
        )
        return visit.id, leg.service

    def serve(self, number: str) -> str:
        """Call the next and start the service; the visit."""
        found = self.call(number)
        assert found is not None
        self.start(found[0], number)
        return found[0]

    def start(self, visit_id: str, number: str) -> None:
        self.happen(LegStarted(visit_id, 1, number))

    def finish(self, visit_id: str, number: str) -> None:
        self.happen(LegFinished(visit_id, 1, number))


@dataclass
class Law:
    """The true service time here, log-normal, and the gaps of the people here."""

    mean_s: float
    cv: float
    reaction_s: float = 6.0
    walk_s: float = 15.0

    def draw(self, rng: Random) -> float:
        variance = log(1 + self.cv**2)
        return exp(rng.gauss(log(self.mean_s) - variance / 2, sqrt(variance)))


@dataclass
class Day:
    """A day played event by event. `flows` gives per (service, class) arrivals an hour."""

    hall: Hall
    rng: Random
    flows: dict[tuple[str, str], float]
    laws: dict[str, Law]
    hours: float = 7.0
    issued: Callable[[str], None] = lambda _: None
    called: Callable[[str], None] = lambda _: None
    queue: list[tuple[float, int, str, tuple[str, ...]]] = field(default_factory=list)
    _n: int = 0

    def put(self, at_s: float, what: str, *about: str) -> None:
        self._n += 1
        heapq.heappush(self.queue, (at_s, self._n, what, about))

    def play(self) -> None:
        start = self.hall.at
        for flow, rate in self.flows.items():
            self.put(self.rng.expovariate(rate / 3600), "arrive", *flow)
        while self.queue:
            now_s, _, what, about = heapq.heappop(self.queue)
            self.hall.at = start + timedelta(seconds=round(now_s, 3))
            getattr(self, what)(now_s, *about)

    def arrive(self, now_s: float, service: str, class_name: str) -> None:
        rate = self.flows[service, class_name] / 3600
        if now_s < self.hours * 3600:
            self.put(now_s + self.rng.expovariate(rate), "arrive", service, class_name)
        self.issued(self.hall.issue(service, class_name))
        for number, counter in self.hall.state.counters.items():
            if counter.idle:
                self.put(now_s + self.gap(service), "look", number)

    def gap(self, service: str) -> float:
        return self.rng.uniform(0.5, 1.5) * self.laws[service].reaction_s

    def look(self, now_s: float, number: str) -> None:
        if not self.hall.state.counter(number).idle:
            return
        found = self.hall.call(number)
        if found:
            self.called(found[0])
            walk_s = self.rng.uniform(0.5, 1.5) * self.laws[found[1]].walk_s
            self.put(now_s + walk_s, "begin", *found, number)

    def begin(self, now_s: float, visit_id: str, service: str, number: str) -> None:
        self.hall.start(visit_id, number)
        self.put(now_s + self.laws[service].draw(self.rng), "end", visit_id, service, number)

    def end(self, now_s: float, visit_id: str, service: str, number: str) -> None:
        self.hall.finish(visit_id, number)
        self.put(now_s + self.gap(service), "look", number)
