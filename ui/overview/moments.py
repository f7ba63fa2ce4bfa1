"""Mornings on a memory floor, run through the real commands: what the pictures show."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from branchfloor.config import load_preset
from branchfloor.domain.errors import FloorError
from branchfloor.domain.kinds import CounterStatus, HoldKind, LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import learn

STEP_S = 20

_MIX = (
    ("GW", 28),
    ("GD", 20),
    ("GN", 8),
    ("GT", 10),
    ("GP", 7),
    ("GQ", 6),
    ("SO", 4),
    ("SL", 4),
    ("SI", 4),
    ("SP", 4),
    ("VC", 1),
    ("VF", 2),
    ("VK", 1),
    ("VL", 1),
    ("BC", 2),
    ("BS", 2),
)
_STAFF = {
    "1": "0211",
    "2": "0213",
    "3": "0217",
    "4": "0219",
    "5": "0214",
    "6": "0222",
    "7": "0305",
    "9": "0307",
    "10": "0231",
    "11": "0218",
    "12": "0241",
}
_GREEN_SHARE = 0.08
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass
class Morning:
    """A branch from its first ticket on; `pace` shortens services, `per_min` gives arrivals."""

    memory: MemoryFloor
    chance: Random
    pace: float
    per_min: Callable[[float], float]
    done_at: dict[str, datetime] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)

    @property
    def floor(self) -> Floor:
        """The floor as the lobby manager sees it."""
        return Floor(self.memory, "staff:0102")

    @property
    def desks(self) -> Floor:
        """The floor as all tellers together see it."""
        return Floor(self.memory, "demo")

    def finish(self, ticket: str, service: str) -> None:
        """Finish a service, with an outcome where one is asked."""
        asks = self.memory.config.asks_outcome(self.memory.config.service(service))
        now(self.desks.finish(Target(ticket), "need_met" if asks else None))

    def open(self, *numbers: str) -> None:
        """Open counters, each with its usual teller."""
        for number in numbers:
            now(self.desks.open_counter(number, _STAFF[number]))

    def run(self, until: datetime) -> None:
        """Let customers come and counters work until a moment."""
        begun = self.memory.at
        while self.memory.at < until:
            self.memory.wait(STEP_S)
            gone_min = (self.memory.at - begun).total_seconds() / 60
            if self.chance.random() < self.per_min(gone_min) * STEP_S / 60:
                self._come()
            for number in _STAFF:
                self._work(number)

    def come(self, service: str, green: str | None = None) -> str:
        """One customer; answers the number."""
        return now(self.floor.issue(Wish(service, green))).ticket

    def come_all(self, *services: str) -> None:
        """Several customers at once."""
        for service in services:
            self.come(service)

    def _come(self) -> None:
        codes, weights = zip(*_MIX, strict=True)
        service = self.chance.choices(codes, weights)[0]
        green = self.chance.random() < _GREEN_SHARE
        ticket = self.come(service, "elder" if green else None)
        if green:
            now(self.floor.grant(ticket, "elder", "visible"))

    def _work(self, number: str) -> None:
        """Finish who is done, call who is next, start who has come."""
        counter = self.memory.state.counter(number)
        here = self.memory.state.at_counter(number)
        if here is not None and here[1].state is LegState.CALLED:
            if here[0].number in self.absent:
                return
            now(self.desks.start(Target(here[0].number)))
            self.done_at[number] = self.memory.at + self._takes(here[1].service)
        elif here is not None and self.done_at.get(number, _NEVER) <= self.memory.at:
            self.finish(here[0].number, here[1].service)
        elif counter.status is CounterStatus.OPEN and here is None:
            self.call(number)

    def call(self, number: str) -> str:
        """Call who is next at a counter; "" when nobody waits for it."""
        try:
            return now(self.desks.call_next(number)).ticket
        except FloorError:
            return ""

    def _takes(self, code: str) -> timedelta:
        service = self.memory.config.service(code)
        spread = self.chance.lognormvariate(-0.12, 0.5)
        return timedelta(minutes=service.mean_min * self.pace * spread)

    def publish(self, coverage: float | None, scored: int, age_s: float = 9) -> None:
        """Put a forecast into the state as the keeper would, with the day's score so far."""
        state, config = self.memory.state, self.memory.config
        made_at = self.memory.at - timedelta(seconds=age_s)
        times = learn(config, state.records)
        made = QueueForecaster().forecast(state, config, times, made_at)
        self.memory.set(forecasts=replace(made, coverage=coverage, scored=scored))


def _local(day: int, hour: int, minute: int, second: int = 0) -> datetime:
    """A moment of a November morning in Shanghai."""
    return datetime(2026, 11, day, hour - 8, minute, second, tzinfo=UTC)


def _morning(
    day: int, second: int, pace: float, per_min: Callable[[float], float], seed: int = 5
) -> Morning:
    memory = MemoryFloor(load_preset("cn-default"), _local(day, 9, 0, second))
    return Morning(memory, Random(seed), pace, per_min)


@cache
def crowded() -> MemoryFloor:
    """25 November, 10:58:24: more come than can be served, counter 10 is still closed."""
    day = _morning(25, 4, 0.8, lambda gone: 1.7 if gone < 75 else 2.3, seed=16)
    day.open("1", "2", "3", "4", "5", "6", "7", "9", "11", "12")
    day.run(_local(25, 10, 25, 4))
    _hold(day, "1", HoldKind.BACK_OFFICE, 45)
    day.run(_local(25, 10, 38, 44))
    day.done_at["6"] = _NEVER
    _hold(day, "5", HoldKind.TOOK_PAPERS, 30)
    day.run(_local(25, 10, 46, 4))
    _pause(day, "4", _local(25, 11, 0))
    day.come_all("VF", "VK", "BS", "BC")
    day.run(_local(25, 10, 52, 4))
    day.come_all("VC", "BS")
    now(day.floor.grant(day.come("GN", "elder"), "elder", "visible"))
    day.run(_local(25, 10, 55, 24))
    _miss(day, "2")
    day.run(_local(25, 10, 57, 44))
    day.come_all("VF", "VI")
    now(day.floor.grant(day.come("GT", "elder"), "elder", "visible"))
    day.come("GP", "assistance")
    day.run(_local(25, 10, 58, 4))
    _free(day, "11")
    day.call("11")
    day.memory.wait(STEP_S)
    day.publish(0.81, 188)
    return day.memory


@cache
def calm() -> MemoryFloor:
    """24 November, 10:42:18: everybody in time."""
    day = _morning(24, 18, 0.8, lambda gone: 1.2, seed=16)
    day.open("1", "2", "3", "5", "6", "7", "9", "11", "12")
    day.run(_local(24, 10, 37, 18))
    day.come_all("VF", "VC", "BS")
    day.run(_local(24, 10, 41, 38))
    now(day.floor.grant(day.come("GT", "elder"), "elder", "visible"))
    day.run(_local(24, 10, 42, 18))
    day.publish(0.8, 96)
    return day.memory


@cache
def first_tickets() -> MemoryFloor:
    """9:12: a few customers, too few promises to judge."""
    day = _morning(24, 18, 0.6, lambda gone: 1.5)
    day.open("1", "2", "3", "7", "11", "12")
    day.run(_local(24, 9, 12, 18))
    day.publish(0.83, 6)
    return day.memory


@cache
def empty() -> MemoryFloor:
    """9:00: counters open, nobody has come."""
    day = _morning(24, 0, 0.6, lambda gone: 0.0)
    day.open("1", "2", "3", "7", "11", "12")
    return day.memory


@cache
def closed() -> MemoryFloor:
    """The day was closed."""
    day = _morning(24, 18, 0.6, lambda gone: 1.1)
    day.open("1", "2", "3", "5", "6", "7", "9", "11", "12")
    day.run(_local(24, 11, 30, 18))
    for number in _STAFF:
        _free(day, number)
        now(day.floor.close_counter(number))
    now(day.floor.close_day())
    day.publish(0.79, 121)
    return day.memory


def _free(day: Morning, number: str) -> None:
    here = day.memory.state.at_counter(number)
    if here is not None and here[1].state is LegState.CALLED:
        now(day.desks.start(Target(here[0].number)))
    if here is not None:
        day.finish(here[0].number, here[1].service)


def _hold(day: Morning, number: str, kind: HoldKind, minutes: float) -> None:
    """Put whoever is served at a counter on hold."""
    here = day.memory.state.at_counter(number)
    if here is not None and here[1].state is LegState.SERVING:
        now(day.desks.hold(Target(here[0].number), kind, minutes))


def _pause(day: Morning, number: str, until: datetime) -> None:
    _free(day, number)
    now(day.floor.pause_counter(number, "break", until))


def _miss(day: Morning, number: str) -> None:
    """Somebody is called three times in vain."""
    _free(day, number)
    ticket = day.call(number)
    day.absent.add(ticket)
    settings = day.memory.config.settings
    for _ in range(settings.calls_before_no_show - 1):
        day.run(day.memory.at + timedelta(seconds=settings.no_show_after_s / 2))
        now(day.desks.recall(Target(ticket)))
    now(day.desks.no_show(Target(ticket)))
