"""Stores for tests, and units of work that write plain events, one act each."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from branchfloor.domain import events as e
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.domain.state import visit_id
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.counters import Loan
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.storage.store import AtOnce, BranchRow, Store
from branchfloor.storage.unit import Unit
from tests.builders import TEN, a_branch

DAY = date(2026, 11, 24)
WAIT = WaitRange(60.0, 300.0, 900.0)


def parse(text: str, version: int) -> BranchConfig:
    """Every document of these tests is the builders' branch."""
    return replace(a_branch(), version=version)


def a_store(path: Path) -> Store:
    """A founded branch with the day and counters 1 and 3 open, at ten o'clock."""
    store = Store.create(path, BranchRow("b1", "Test Branch"), parse=parse, at=TEN)
    store.run(lambda work: found(work, Founding("b1", "test", "text", "sha")), actor="t", now=TEN)
    store.run(_open, actor="t", now=TEN)
    return store


def _open(work: Unit) -> None:
    work.append(e.DayOpened(DAY), e.CounterOpened("1", "0101"), e.CounterOpened("3", "0303"))


def reopened(store: Store) -> Store:
    """The same branch as another process sees it."""
    return Store.open(store.database.place.path, parse=parse)


def issue(work: Unit) -> str:
    """Take the next cash number."""
    serial = work.state.serials.get("A", 0) + 1
    number = f"A{serial:03d}"
    day = work.state.day or DAY
    leg = e.NewLeg(1, "GD", True, LegState.WAITING, 1200.0)
    work.append(
        e.TicketIssued(visit_id(day, number), number, "A", serial, (leg,), "ordinary", wait=WAIT)
    )
    return number


def call(number: str, counter: str = "1") -> Callable[[Unit], int]:
    """Call a ticket; gives the entry's sequence."""

    def act(work: Unit) -> int:
        visit = work.state.find(number)
        assert visit is not None
        waited_s = visit.queued_s(work.now)
        work.append(e.LegCalled(visit.id, 1, counter, "0101", waited_s, 1200.0, "ordinary"))
        return work.state.seq

    return act


def start(number: str, counter: str = "1") -> Callable[[Unit], None]:
    """Start the service of a called ticket."""
    return lambda work: work.append(e.LegStarted(_id(work, number), 1, counter))


def finish(number: str, counter: str = "1") -> Callable[[Unit], None]:
    """Finish the service of a ticket."""
    return lambda work: work.append(e.LegFinished(_id(work, number), 1, counter))


def _id(work: Unit, number: str) -> str:
    visit = work.state.find(number)
    assert visit is not None
    return visit.id


class Day:
    """A floor lived through the real commands, at random but the same for the same seed."""

    def __init__(self, store: Store, seed: int) -> None:
        self.floor = Floor(AtOnce(store), "cli:test")
        self.store = store
        self.chance = Random(seed)
        self.at = max(store.state.at or TEN, TEN)
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    def live(self, steps: int) -> None:
        """Do some things, one after the other; refusals are part of life."""
        for _ in range(steps):
            self.at += timedelta(seconds=self.chance.randint(1, 40))
            act = self.chance.choice(self.ACTS)
            floor = Floor(AtOnce(self.store), "cli:test", self.at)
            try:
                act(self, floor)
            except Refused as no:
                self.refused[no.code] += 1
            else:
                self.done[act.__name__] += 1

    def _some(self, *states: LegState) -> Target:
        found = [(v, leg) for v, leg in self.store.state.legs(*states)]
        if not found:
            raise Refused("nothing")
        visit, leg = self.chance.choice(found)
        return Target(visit.number, leg.no, leg.counter or self._counter())

    def _counter(self) -> str:
        return self.chance.choice(["1", "2", "3"])

    def _issue(self, floor: Floor) -> None:
        service = self.chance.choice(["GD", "GW", "GT", "SO", "VC"])
        then = ("GT",) if self.chance.random() < 0.3 else ()
        green = "elder" if self.chance.random() < 0.2 else None
        needs = ("wheelchair",) if green else ()
        free = self.chance.random() < 0.5
        key = f"k{self.at.timestamp()}" if self.chance.random() < 0.5 else None
        now(floor.issue(Wish(service, green, needs, then, free), key))

    def _call(self, floor: Floor) -> None:
        now(floor.call_next(self._counter()))

    def _next(self, floor: Floor) -> None:
        now(floor.finish_and_call_next(self._counter()))

    def _start(self, floor: Floor) -> None:
        now(floor.start(self._some(LegState.CALLED)))

    def _recall(self, floor: Floor) -> None:
        now(floor.recall(self._some(LegState.CALLED)))

    def _finish(self, floor: Floor) -> None:
        now(floor.finish(self._some(LegState.SERVING), "done"))

    def _hold(self, floor: Floor) -> None:
        kind = self.chance.choice(list(HoldKind))
        now(floor.hold(self._some(LegState.SERVING), kind.value, 5))

    def _resume(self, floor: Floor) -> None:
        now(floor.resume(self._some(LegState.ON_HOLD)))

    def _transfer(self, floor: Floor) -> None:
        now(floor.transfer(self._some(LegState.SERVING), Destination(service="GT")))

    def _no_show(self, floor: Floor) -> None:
        target = self._some(LegState.CALLED)
        for _ in range(2):
            self.at += timedelta(seconds=45)
            now(Floor(AtOnce(self.store), "cli:test", self.at).recall(target))
        self.at += timedelta(seconds=15)
        now(Floor(AtOnce(self.store), "cli:test", self.at).no_show(target))

    def _cancel(self, floor: Floor) -> None:
        now(floor.cancel(self._some(LegState.WAITING, LegState.CALLED)))

    def _undo(self, floor: Floor) -> None:
        counter = self.store.state.counter(self._counter())
        if not counter.steps:
            raise Refused("nothing")
        self.at = counter.steps[-1].at + timedelta(seconds=5)
        again = Floor(AtOnce(self.store), counter.steps[-1].actor, self.at)
        now(again.undo(counter.steps[-1].visit.number, counter.number))

    def _open(self, floor: Floor) -> None:
        now(floor.open_counter(self._counter(), f"0{self.chance.randint(1, 9)}"))

    def _pause(self, floor: Floor) -> None:
        now(floor.pause_counter(self._counter(), "lunch"))

    def _close(self, floor: Floor) -> None:
        now(floor.close_counter(self._counter()))

    def _reinstate(self, floor: Floor) -> None:
        now(floor.reinstate(self._some(LegState.LATE, LegState.EXPIRED)))

    def _grant(self, floor: Floor) -> None:
        now(floor.grant(self._some(LegState.WAITING).ticket, "elder", "sight"))

    def _revoke(self, floor: Floor) -> None:
        now(floor.revoke(self._some(LegState.WAITING).ticket))

    def _lend(self, floor: Floor) -> None:
        now(floor.lend_counter("1", Loan(("GT",), 10)))

    def _add(self, floor: Floor) -> None:
        now(floor.add_leg(self._some(LegState.WAITING, LegState.SERVING).ticket, "GT"))

    ACTS: tuple[Callable[..., None], ...] = (
        *[_issue] * 16,
        *[_call] * 12,
        *[_start] * 14,
        *[_finish] * 12,
        *[_next] * 6,
        *[_undo] * 5,
        *[_open] * 10,
        *[_hold, _resume, _transfer, _no_show, _recall] * 3,
        *[_cancel, _reinstate, _grant, _revoke, _lend, _add] * 2,
        *[_pause, _close],
    )


def later(minutes: float) -> datetime:
    """Some minutes after ten."""
    return TEN + timedelta(minutes=minutes)
