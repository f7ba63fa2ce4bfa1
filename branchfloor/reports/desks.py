"""The counters' day, read from the log: calls, sittings and where the time went."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from branchfloor.domain import events as e
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.log import Entry

from .material import DayMaterial
from .seats import Desk, Doing, Leg, Purse, Seat


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a desk did that stands: `called`, `finished`, `parted` (hold, transfer), `missed`.

    `sat_s` is how long the sitting took that ended with it.
    """

    kind: str
    at: datetime
    desk: Desk
    leg: Leg
    sat_s: float | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """A counter before a step, for when the step is taken back."""

    seat: Seat
    spent: dict[Doing, float]


@dataclass(frozen=True, slots=True)
class DeskDay:
    """What the desks of a day did: facts in order, seconds by desk, pauses by counter and reason.

    `turns` counts how often each pause began. `first_open_at` is when the first counter opened,
    `last_close_at` when the last one closed, None while one is open.
    """

    facts: tuple[Fact, ...]
    spent: dict[Desk, dict[Doing, float]]
    pauses: dict[tuple[str, str], float]
    turns: dict[tuple[str, str], int]
    first_open_at: datetime | None = None
    last_close_at: datetime | None = None

    def desk_of_call(self) -> dict[Leg, Desk]:
        """Where each leg was last called."""
        return {fact.leg: fact.desk for fact in self.facts if fact.kind == "called"}


def desk_day(material: DayMaterial) -> DeskDay:
    """Read the counters' day; a step taken back never happened."""
    book = _Book(material)
    for entry in material.entries:
        book.take(entry)
    return book.closed()


class _Book:
    """Reads entries of the eve and of the day; only the day's are kept."""

    def __init__(self, material: DayMaterial) -> None:
        self._material = material
        self._seats: dict[str, Seat] = {}
        self._purse = Purse()
        self._facts: dict[int, Fact] = {}
        self._turns: dict[tuple[str, str], int] = {}
        self._before: dict[int, _Before] = {}
        self._opens: list[datetime] = []
        self._closes: dict[int, datetime] = {}

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        read = _READ.get(type(entry.event))
        if read is not None:
            read(self, entry, entry.event)

    def closed(self) -> DeskDay:
        """The day, reckoned up to its end."""
        for number in self._seats:
            self._at(number, self._material.until)
        still_open = any(seat.doing is not None for seat in self._seats.values())
        return DeskDay(
            facts=tuple(self._facts.values()),
            spent=self._purse.spent,
            pauses=self._purse.pauses,
            turns=self._turns,
            first_open_at=min(self._opens, default=None),
            last_close_at=None if still_open else max(self._closes.values(), default=None),
        )

    def _at(self, number: str, at: datetime) -> Seat:
        """A seat with its time reckoned up to a moment of the day."""
        seat = self._seats.get(number) or Seat(number)
        self._seats[number] = self._purse.spend(seat, min(at, self._material.until))
        return self._seats[number]

    def _whose(self, leg: Leg) -> str | None:
        """The counter a leg is at."""
        return next((s.number for s in self._seats.values() if s.customer == leg), None)

    def _step(self, entry: Entry, number: str) -> Seat:
        """A seat before a step that may be taken back."""
        seat = self._seats.get(number) or Seat(number)
        self._before[entry.seq] = _Before(seat, self._purse.of(seat.desk))
        return self._at(number, entry.at)

    def opened_day(self, entry: Entry, event: e.DayOpened) -> None:
        """A day begins with nothing spent; who is still open goes on."""
        self._purse, self._facts, self._turns, self._before = Purse(), {}, {}, {}
        self._opens, self._closes = [], {}
        for number, seat in self._seats.items():
            self._seats[number] = replace(seat, since=entry.at)

    def opened(self, entry: Entry, event: e.CounterOpened) -> None:
        """Somebody sat down, or came back."""
        seat = self._at(event.counter, entry.at)
        if seat.doing is None:
            self._opens.append(entry.at)
        staff = event.staff or seat.staff
        self._seats[event.counter] = replace(
            seat, status=CounterStatus.OPEN, staff=staff, reason=""
        )

    def paused(self, entry: Entry, event: e.CounterPaused) -> None:
        """A pause began, or only its reason changed."""
        seat = self._at(event.counter, entry.at)
        if seat.status is not CounterStatus.PAUSED:
            key = (event.counter, event.reason)
            self._turns[key] = self._turns.get(key, 0) + 1
        self._seats[event.counter] = replace(seat, status=CounterStatus.PAUSED, reason=event.reason)

    def closing(self, entry: Entry, event: e.CounterClosing) -> None:
        """The counter closes after its customer."""
        seat = self._at(event.counter, entry.at)
        self._seats[event.counter] = replace(seat, status=CounterStatus.CLOSING)

    def shut(self, entry: Entry, event: e.CounterClosed) -> None:
        """The counter is closed."""
        self._leave(entry, self._at(event.counter, entry.at).closed())

    def called(self, entry: Entry, event: e.LegCalled) -> None:
        """A leg was called."""
        leg = (event.visit_id, event.leg_no)
        seat = self._step(entry, event.counter)
        self._seats[event.counter] = seat.taking(leg, None)
        self._facts[entry.seq] = Fact("called", entry.at, seat.desk, leg)

    def started(self, entry: Entry, event: e.LegStarted | e.LegResumed) -> None:
        """A sitting began."""
        leg = (event.visit_id, event.leg_no)
        seat = self._step(entry, event.counter)
        self._seats[event.counter] = seat.taking(leg, entry.at)

    def parted(self, entry: Entry, event: e.LegEvent) -> None:
        """A sitting ended, or nobody came: the counter is free."""
        leg = (event.visit_id, event.leg_no)
        number = self._whose(leg) or getattr(event, "counter", None)
        if number is None:
            return
        seat = self._step(entry, number)
        sat_s = seconds_between(seat.sat_at, entry.at) if seat.sat_at is not None else None
        kind = _PARTINGS[type(event)]
        self._facts[entry.seq] = Fact(kind, entry.at, seat.desk, leg, sat_s)
        self._leave(entry, seat.freed())

    def released(self, entry: Entry, event: e.LegReleased) -> None:
        """The call did not stand."""
        leg = (event.visit_id, event.leg_no)
        calls = [s for s, f in self._facts.items() if f.kind == "called" and f.leg == leg]
        if calls:
            del self._facts[calls[-1]]
        self._free(leg, entry)

    def ended(self, entry: Entry, event: e.LegEnded) -> None:
        """A leg ended; if it was called, its counter is free."""
        self._free((event.visit_id, event.leg_no), entry)

    def _free(self, leg: Leg, entry: Entry) -> None:
        number = self._whose(leg)
        if number is not None:
            self._leave(entry, self._at(number, entry.at).freed())

    def _leave(self, entry: Entry, seat: Seat) -> None:
        """A seat as it is now, perhaps closed."""
        self._seats[seat.number] = seat
        if seat.doing is None:
            self._closes[entry.seq] = entry.at

    def undone(self, entry: Entry, event: e.StepUndone) -> None:
        """The counter is as it was before the step, its time too."""
        before = self._before.pop(event.undone_seq, None)
        self._facts.pop(event.undone_seq, None)
        self._closes.pop(event.undone_seq, None)
        if before is not None:
            self._seats[event.counter] = before.seat
            self._purse.spent[before.seat.desk] = dict(before.spent)


_PARTINGS: dict[type[e.FloorEvent], str] = {
    e.LegFinished: "finished",
    e.LegHeld: "parted",
    e.LegTransferred: "parted",
    e.LegMissed: "missed",
}

_READ: dict[type[e.FloorEvent], Callable[[_Book, Entry, Any], None]] = {
    e.DayOpened: _Book.opened_day,
    e.CounterOpened: _Book.opened,
    e.CounterPaused: _Book.paused,
    e.CounterClosing: _Book.closing,
    e.CounterClosed: _Book.shut,
    e.LegCalled: _Book.called,
    e.LegStarted: _Book.started,
    e.LegResumed: _Book.started,
    e.LegReleased: _Book.released,
    e.LegEnded: _Book.ended,
    e.StepUndone: _Book.undone,
    **dict.fromkeys(_PARTINGS, _Book.parted),
}
