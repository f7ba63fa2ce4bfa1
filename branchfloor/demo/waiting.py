"""Who waits and who is free, read from the log alone by rules of its own: for checking the rule.

Nothing here asks the routing or the floor's state; a mistake of theirs is not repeated. For logs
without steps taken back, such as those of played days.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from branchfloor.domain import events as e
from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, LegState
from branchfloor.domain.log import Entry
from branchfloor.domain.visit import Pin

ACTIVE = (LegState.CALLED, LegState.SERVING)


@dataclass(slots=True)
class Waiter:
    """One leg as the log has it."""

    service: str
    needs_cash: bool
    state: LegState
    pin: Pin | None = None


@dataclass(slots=True)
class Party:
    """One visit: its legs, and its clock of time actually waited, in epoch seconds."""

    id: str
    class_name: str
    skills: tuple[str, ...]
    legs: dict[int, Waiter]
    banked_s: float = 0.0
    since: float | None = None
    before_call: tuple[float, float | None] = (0.0, None)

    def waited_s(self, at: float) -> float:
        """How long it has waited so far."""
        return self.banked_s + (at - self.since if self.since is not None else 0.0)

    @property
    def active(self) -> bool:
        """Whether it is called or served now."""
        return any(leg.state in ACTIVE for leg in self.legs.values())

    def settle(self, at: float) -> None:
        """Start or stop the clock as the legs demand."""
        runs = not self.active and any(leg.state is LegState.WAITING for leg in self.legs.values())
        if runs and self.since is None:
            self.since = at
        elif not runs and self.since is not None:
            self.banked_s, self.since = self.waited_s(at), None


@dataclass(slots=True)
class Place:
    """One counter: open or not, who sits there, whom it has, what it was lent for."""

    plan: CounterPlan
    open: bool = False
    staff: str | None = None
    party: str | None = None
    lent: tuple[str, ...] = ()
    free_since: float | None = None

    @property
    def idle(self) -> bool:
        """Open and without a customer."""
        return self.open and self.party is None


@dataclass
class Reading:
    """The floor as the entries read so far leave it."""

    config: BranchConfig
    on: date | None = None
    parties: dict[str, Party] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = {plan.number: Place(plan) for plan in self.config.counters}

    def waiting(self) -> Iterator[tuple[Party, int, Waiter]]:
        """Every leg that could be called now."""
        for party in self.parties.values():
            if party.since is not None:
                for no, leg in party.legs.items():
                    if leg.state is LegState.WAITING:
                        yield party, no, leg

    def own(self, place: Place, party: Party, leg: Waiter) -> bool | None:
        """Whether a leg is a counter's own work (True), backed up (False), or not for it (None).

        Priority by law and emergencies are everybody's own work.
        """
        service = self.config.service(leg.service)
        if leg.needs_cash and not place.plan.takes_cash:
            return None
        if service.sales_zone and not place.plan.sales_zone:
            return None
        if leg.pin and not (leg.pin.counter == place.plan.number or self._pinned(leg.pin, place)):
            return None
        if not self._skilled(place, (*service.requires, *party.skills)):
            return None
        if leg.service in place.plan.serves or leg.service in place.lent:
            return True
        if leg.service in place.plan.backs_up:
            return self.config.policy.rule(party.class_name).kind in EVERYBODYS
        return True if leg.pin else None

    def _pinned(self, pin: Pin, place: Place) -> bool:
        return pin.staff is not None and pin.staff == place.staff

    def _skilled(self, place: Place, skills: tuple[str, ...]) -> bool:
        person = self.config.staff_member(place.staff)
        if person is None or self.on is None:
            return True
        held = {skill for skill, until in person.skills if until is None or self.on <= until}
        return set(skills) <= held | place.plan.skills

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        self.on, event, at = entry.day, entry.event, entry.at.timestamp()
        if isinstance(event, e.TicketIssued):
            legs = {leg.no: Waiter(leg.service, leg.needs_cash, leg.state) for leg in event.legs}
            party = Party(event.visit_id, event.class_name, event.skills, legs)
            self.parties[event.visit_id] = party
        elif isinstance(event, e.CounterEvent):
            self._counter(event, at)
            return
        elif not isinstance(event, e.VisitEvent):
            return
        self._visit(event, at)

    def _visit(self, event: e.VisitEvent, at: float) -> None:
        party = self.parties[event.visit_id]
        step = _STEPS.get(type(event))
        if step is not None:
            step(self, party, event, at)
        if isinstance(event, e.StepUndone):
            raise ValueError("a log with steps taken back is not read here")
        party.settle(at)

    def free(self, party: Party, at: float) -> None:
        """The counter that had this customer has none any more."""
        for place in self.places.values():
            if place.party == party.id:
                place.party, place.free_since = None, at

    def _counter(self, event: e.CounterEvent, at: float) -> None:
        place = self.places[event.counter]
        if isinstance(event, e.CounterOpened):
            if not place.open:
                place.free_since = at
            place.open, place.staff = True, event.staff
        elif isinstance(event, e.CounterLent):
            place.lent = event.services
        elif isinstance(event, (e.CounterPaused, e.CounterClosing)):
            place.open = False
        elif isinstance(event, e.CounterClosed):
            place.open, place.staff, place.lent = False, None, ()


EVERYBODYS = frozenset({ClassKind.LEGAL, ClassKind.EMERGENCY})


def _called(reading: Reading, party: Party, event: e.LegCalled, at: float) -> None:
    party.before_call = (party.banked_s, party.since)
    party.legs[event.leg_no].state = LegState.CALLED
    reading.places[event.counter].party = party.id


def _resumed(reading: Reading, party: Party, event: e.LegResumed, at: float) -> None:
    party.legs[event.leg_no].state = LegState.SERVING
    reading.places[event.counter].party = party.id


def _started(reading: Reading, party: Party, event: e.LegStarted, at: float) -> None:
    party.legs[event.leg_no].state = LegState.SERVING


def _freed(state: LegState) -> Callable[[Reading, Party, Any, float], None]:
    def step(reading: Reading, party: Party, event: e.LegEvent, at: float) -> None:
        party.legs[event.leg_no].state = state
        reading.free(party, at)

    return step


def _released(reading: Reading, party: Party, event: e.LegReleased, at: float) -> None:
    """As if it had not been called: the clock ran on."""
    party.legs[event.leg_no].state = LegState.WAITING
    party.banked_s, party.since = party.before_call
    reading.free(party, at)


def _queued(reading: Reading, party: Party, event: e.LegQueued, at: float) -> None:
    leg = party.legs[event.leg_no]
    leg.state, leg.pin = LegState.WAITING, event.pin


def _transferred(reading: Reading, party: Party, event: e.LegTransferred, at: float) -> None:
    leg = party.legs[event.leg_no]
    leg.service, leg.needs_cash, leg.pin = event.service, event.needs_cash, event.pin
    leg.state = LegState.WAITING
    reading.free(party, at)


def _moved(reading: Reading, party: Party, event: e.LegMoved, at: float) -> None:
    leg = party.legs[event.leg_no]
    leg.service, leg.needs_cash, leg.pin = event.service, event.needs_cash, event.pin


def _added(reading: Reading, party: Party, event: e.LegAdded, at: float) -> None:
    new = event.leg
    party.legs[new.no] = Waiter(new.service, new.needs_cash, new.state)


def _ended(reading: Reading, party: Party, event: e.LegEnded, at: float) -> None:
    was, party.legs[event.leg_no].state = party.legs[event.leg_no].state, event.state
    if was in ACTIVE:
        reading.free(party, at)


def _standing(reading: Reading, party: Party, event: e.StandingChanged, at: float) -> None:
    party.class_name = event.class_name


_STEPS: dict[type[e.VisitEvent], Callable[[Reading, Party, Any, float], None]] = {
    e.LegCalled: _called,
    e.LegResumed: _resumed,
    e.LegStarted: _started,
    e.LegFinished: _freed(LegState.DONE),
    e.LegHeld: _freed(LegState.ON_HOLD),
    e.LegMissed: _freed(LegState.LATE),
    e.LegReleased: _released,
    e.LegQueued: _queued,
    e.LegTransferred: _transferred,
    e.LegMoved: _moved,
    e.LegAdded: _added,
    e.LegEnded: _ended,
    e.StandingChanged: _standing,
}
