"""What became of each leg, read from the log alone, by rules of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from branchfloor.domain import events as e
from branchfloor.domain.kinds import LegState, Step
from branchfloor.domain.log import Entry


@dataclass(slots=True)
class Journey:
    """One leg from ticket to end. `wait_s` is its own wait at the latest standing call,
    `sent_from` the service before its latest transfer, `queued_at` when a leg that was planned
    or added later began to wait.
    """

    ticket: str
    visit_id: str
    leg_no: int
    service: str
    class_name: str
    issued_at: datetime
    state: LegState
    green: bool = False
    counter: str | None = None
    called_at: datetime | None = None
    finished_at: datetime | None = None
    wait_s: float | None = None
    target_s: float = 0.0
    mark_s: float = 0.0
    no_shows: int = 0
    sent_from: str = ""
    queued_at: datetime | None = None

    @property
    def waits_since(self) -> datetime:
        """From when it could be called: the ticket's issue, later for a later leg."""
        return self.queued_at or self.issued_at


@dataclass(slots=True)
class Reading:
    """A visit while its log is read; `waited_s` is its clock at the latest call."""

    legs: dict[int, Journey]
    waited_s: float = 0.0


class Journeys:
    """Reads entries in order; `legs` are the journeys so far in order of issue."""

    def __init__(self) -> None:
        self.by_visit: dict[str, Reading] = {}
        self.legs: list[Journey] = []

    @classmethod
    def read(cls, entries: Iterable[Entry]) -> "Journeys":
        """The journeys of a whole log."""
        journeys = cls()
        for entry in entries:
            journeys.take(entry)
        return journeys

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        step = _STEPS.get(type(entry.event))
        if step is not None:
            step(self, entry, entry.event)

    def visits(self) -> list[list[Journey]]:
        """The legs of each visit, in order of issue."""
        return [list(visit.legs.values()) for visit in self.by_visit.values()]


def _leg(book: Journeys, event: e.LegEvent) -> Journey:
    return book.by_visit[event.visit_id].legs[event.leg_no]


def _issued(book: Journeys, entry: Entry, event: e.TicketIssued) -> None:
    book.by_visit[event.visit_id] = Reading({})
    green = any(ground.class_name == "legal" for ground in event.grounds)
    for leg in event.legs:
        journey = Journey(
            ticket=event.number,
            visit_id=event.visit_id,
            leg_no=leg.no,
            service=leg.service,
            class_name=event.class_name,
            issued_at=entry.at,
            state=leg.state,
            green=green,
        )
        _keep(book, journey)


def _keep(book: Journeys, journey: Journey) -> None:
    book.by_visit[journey.visit_id].legs[journey.leg_no] = journey
    book.legs.append(journey)


def _added(book: Journeys, entry: Entry, event: e.LegAdded) -> None:
    first = next(iter(book.by_visit[event.visit_id].legs.values()))
    leg = event.leg
    journey = Journey(
        ticket=first.ticket,
        visit_id=event.visit_id,
        leg_no=leg.no,
        service=leg.service,
        class_name=first.class_name,
        issued_at=first.issued_at,
        state=leg.state,
        green=first.green,
        mark_s=book.by_visit[event.visit_id].waited_s,
        queued_at=entry.at,
    )
    _keep(book, journey)


def _standing(book: Journeys, entry: Entry, event: e.StandingChanged) -> None:
    for leg in book.by_visit[event.visit_id].legs.values():
        leg.green = leg.green or event.ground.class_name == "legal"
        if leg.called_at is None:
            leg.class_name = event.class_name


def _called(book: Journeys, entry: Entry, event: e.LegCalled) -> None:
    leg = _leg(book, event)
    leg.state, leg.counter, leg.called_at = LegState.CALLED, event.counter, entry.at
    leg.class_name, leg.target_s = event.class_name, event.target_s
    leg.wait_s = event.waited_s - leg.mark_s
    book.by_visit[event.visit_id].waited_s = event.waited_s


def _uncall(leg: Journey) -> None:
    leg.state, leg.counter, leg.called_at, leg.wait_s = LegState.WAITING, None, None, None


def _released(book: Journeys, entry: Entry, event: e.LegReleased) -> None:
    _uncall(_leg(book, event))


def _started(book: Journeys, entry: Entry, event: e.LegStarted | e.LegResumed) -> None:
    _leg(book, event).state = LegState.SERVING


def _finished(book: Journeys, entry: Entry, event: e.LegFinished) -> None:
    leg = _leg(book, event)
    leg.state, leg.finished_at = LegState.DONE, entry.at


def _held(book: Journeys, entry: Entry, event: e.LegHeld) -> None:
    _leg(book, event).state = LegState.ON_HOLD


def _missed(book: Journeys, entry: Entry, event: e.LegMissed) -> None:
    leg = _leg(book, event)
    leg.no_shows += 1
    leg.state = LegState.EXPIRED if event.expired else LegState.LATE
    leg.finished_at = entry.at if event.expired else None


def _queued(book: Journeys, entry: Entry, event: e.LegQueued) -> None:
    leg = _leg(book, event)
    leg.state, leg.finished_at = LegState.WAITING, None
    if event.cause == "planned":
        leg.queued_at = entry.at
        leg.mark_s = book.by_visit[event.visit_id].waited_s


def _transferred(book: Journeys, entry: Entry, event: e.LegTransferred) -> None:
    leg = _leg(book, event)
    leg.state, leg.service, leg.sent_from = LegState.WAITING, event.service, leg.service
    leg.mark_s = book.by_visit[event.visit_id].waited_s


def _moved(book: Journeys, entry: Entry, event: e.LegMoved) -> None:
    _leg(book, event).service = event.service


def _ended(book: Journeys, entry: Entry, event: e.LegEnded) -> None:
    leg = _leg(book, event)
    if leg.state is LegState.CALLED:
        _uncall(leg)
    leg.state, leg.finished_at = event.state, entry.at


def _undone(book: Journeys, entry: Entry, event: e.StepUndone) -> None:
    """Back to where the step began."""
    legs = book.by_visit[event.visit_id].legs.values()
    after, before = _UNDONE[event.step]
    leg = next(leg for leg in reversed(list(legs)) if leg.state in after)
    if event.step is Step.CALL:
        _uncall(leg)
    if event.step is Step.TRANSFER:
        leg.service = leg.sent_from
    leg.no_shows -= event.step is Step.NO_SHOW
    leg.state, leg.finished_at = before, None


_UNDONE = {
    Step.CALL: ({LegState.CALLED}, LegState.WAITING),
    Step.START: ({LegState.SERVING}, LegState.CALLED),
    Step.FINISH: ({LegState.DONE}, LegState.SERVING),
    Step.NO_SHOW: ({LegState.LATE, LegState.EXPIRED}, LegState.CALLED),
    Step.HOLD: ({LegState.ON_HOLD}, LegState.SERVING),
    Step.TRANSFER: ({LegState.WAITING}, LegState.SERVING),
}

_STEPS: dict[type[e.FloorEvent], Callable[[Journeys, Entry, Any], None]] = {
    e.TicketIssued: _issued,
    e.LegAdded: _added,
    e.StandingChanged: _standing,
    e.LegCalled: _called,
    e.LegReleased: _released,
    e.LegStarted: _started,
    e.LegResumed: _started,
    e.LegFinished: _finished,
    e.LegHeld: _held,
    e.LegMissed: _missed,
    e.LegQueued: _queued,
    e.LegTransferred: _transferred,
    e.LegMoved: _moved,
    e.LegEnded: _ended,
    e.StepUndone: _undone,
}
