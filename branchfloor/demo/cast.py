"""The cast: everybody who plays, and who tells whom when the floor changes."""

from random import Random

from branchfloor.domain.clock import business_date
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.issue import Wish
from branchfloor.routing.choice import candidates
from branchfloor.routing.eligibility import Mark, desk, key_for
from branchfloor.routing.ring import rings

from . import habits
from .arrivals import Arrival, Nature, a_nature, with_ways
from .calendar import Calendar
from .chance import Chance
from .course import Course, another_service, course_of
from .customer import Customer
from .hall_work import HallWork
from .lobby import Lobby
from .roster import seats
from .stage import Stage
from .teller import Teller

KIOSK = "kiosk:1"


class Cast:
    """Customers, tellers, the lobby manager and the branch manager of one house."""

    def __init__(self, stage: Stage, chance: Chance, load: float = 1.0) -> None:
        self._stage = stage
        self._chance = chance
        self.people: dict[str, Customer] = {}
        self._coming: Arrival | None = None
        self._grades: dict[str, int | None] = {}
        self._standing: dict[str, None] = {}
        self.lobby = Lobby(stage, chance)
        self.hall = HallWork(stage, chance, self.lobby.actor)
        self.tellers = {
            seat.counter: Teller(stage, self, seat, chance.of(f"teller {seat.counter}"))
            for seat in seats(stage.config)
        }
        self._calendar = Calendar(stage, chance, self, load)
        stage.play_to(self)

    def begin(self) -> None:
        """Take over the floor as it is, and plan the day it is on and each that follows."""
        now = self._stage.agenda.now
        for visit in self._stage.state.visits.values():
            self._meet(visit).notice(visit)
        self._calendar.plan(business_date(now, self._stage.config.time_zone))

    def come(self, arrival: Arrival) -> None:
        """Somebody comes in, to the kiosk or to the lobby manager."""
        self._coming = arrival
        wish = self._wish(arrival)
        if arrival.helped:
            self.lobby.issue(wish)
        else:
            self._stage.ask(KIOSK, lambda floor: floor.issue(wish))
        self._coming = None

    def _wish(self, arrival: Arrival) -> Wish:
        service, config = arrival.service, self._stage.config
        if arrival.mistaken:
            stream = self._chance.of("mistakes")
            service = another_service(config, config.service(service), stream) or service
        return Wish(
            service=service,
            green=arrival.green,
            needs=habits.NEEDS.get(arrival.green or "", ()),
            then=arrival.then,
            free_order=arrival.free_order,
            language=arrival.language,
        )

    def _meet(self, visit: Visit) -> Customer:
        """The person of a visit: who just came to the kiosk, or a guest made up for it."""
        coming = self._coming
        nature = coming.nature if coming else self._guest(visit)
        customer = Customer(self._stage, self, visit, nature)
        self.people[visit.id] = customer
        self._grades[visit.id] = nature.grade
        if visit.pending is not None:
            self.lobby.asked(visit, coming.green if coming else None, nature)
        elif coming is not None and coming.asks is not None:
            self.lobby.needs(visit.number, coming.asks)
        if coming is not None:
            self._befall(coming, visit)
        return customer

    def _guest(self, visit: Visit) -> Nature:
        stream = self._chance.fresh(f"guest {visit.id}")
        return with_ways(a_nature(stream), stream)

    def _befall(self, coming: Arrival, visit: Visit) -> None:
        if coming.mistaken and visit.legs[0].service != coming.service:
            self.lobby.mend(visit.number, coming.service)
        if coming.loses:
            self.lobby.lost(visit.number)

    def heard(self, old: FloorState, new: FloorState) -> None:
        """Tell the customers and tellers whom a change concerns."""
        if old.day != new.day:
            self._grades.clear()
        for visit_id in list(new.visits.differing(old.visits)):
            self._heard_visit(visit_id, new.visits.get(visit_id))
        for number, teller in self.tellers.items():
            if old.counters.get(number) is not new.counters.get(number):
                teller.notice()
        if old.hall is not new.hall:
            self.hall.heard(new.hall)
        self._ring(new)

    def others_acted(self, old: FloorState, new: FloorState) -> None:
        """A teller leaves the counter to whoever else presses its keys."""
        for number, teller in self.tellers.items():
            if acted_at(old.counter(number), new.counter(number)) or pressed_at(old, new, number):
                teller.stand_back()

    def _heard_visit(self, visit_id: str, visit: Visit | None) -> None:
        if visit is None:
            self.people.pop(visit_id, None)
            self._standing.pop(visit_id, None)
            return
        customer = self.people.get(visit_id) or self._meet(visit)
        customer.notice(visit)

    def _ring(self, state: FloorState) -> None:
        """Let consoles ring as they do: one idle counter a lane; the others may glance."""
        free = [t for t in self.tellers.values() if state.counter(t.counter).idle]
        ringing = rings(state, self._stage.config) if free else frozenset()
        for teller in free:
            teller.rings = teller.counter in ringing
            teller.sees_work = teller.rings or self.sees_work(state, teller.counter)
            teller.notice()

    def sees_work(self, state: FloorState, counter: str) -> bool:
        """Whether somebody waits whom a counter may serve."""
        if not state.lanes.of:
            return False
        here = desk(state, self._stage.config, counter)
        return bool(candidates(state, here, self._stage.agenda.now))

    def stands_at(self, visit: Visit, leg: Leg) -> bool:
        """Whether the called customer stands at the counter."""
        customer = self.people.get(visit.id)
        return customer is not None and customer.stands_at(leg)

    def work_of(self, visit: Visit, leg: Leg) -> tuple[float, float]:
        """The customer's own draw of how long the service takes, and seconds of it already done."""
        customer = self.people.get(visit.id)
        if customer is None:
            return 0.0, 0.0
        first = leg.no == 1
        work = customer.nature.work if first else self._stream("work", visit, leg).gauss(0, 1)
        return work, customer.worked_s(leg)

    def course(self, visit: Visit, leg: Leg) -> Course:
        """What is going to happen in a sitting."""
        service = self._stage.config.service(leg.service)
        return course_of(service, leg, self._stream("course", visit, leg))

    def _stream(self, purpose: str, visit: Visit, leg: Leg) -> Random:
        return self._chance.fresh(f"{purpose} {visit.id}/{leg.no}/{leg.served_s}")

    def stands_before(self, counter: str) -> tuple[Visit, Leg] | None:
        """Who stands before a counter without a call: back on hold, or late."""
        for visit_id in self._standing:
            visit = self._stage.state.visit(visit_id)
            for leg in visit.legs if visit else ():
                if visit is not None and self._is_for(visit, leg, counter):
                    return visit, leg
        return None

    def _is_for(self, visit: Visit, leg: Leg, counter: str) -> bool:
        if visit.active is not None:
            return False
        if leg.state is LegState.LATE or (leg.state is LegState.WAITING and leg.returned):
            return leg.counter == counter
        if leg.state is not LegState.ON_HOLD or leg.due_at is not None:
            return False
        key = key_for(leg.service, needs_cash=leg.needs_cash)._replace(skills=visit.skills)
        here = desk(self._stage.state, self._stage.config, counter)
        return here.answer(key).mark is not Mark.NO

    def sent_away(self, visit_id: str) -> None:
        """Who stood there cannot be taken: nobody waits for that any more."""
        self._standing.pop(visit_id, None)

    def stands(self, visit_id: str) -> None:
        """A customer without a call stands before a counter: back from a form, or late."""
        self._standing[visit_id] = None
        for teller in self.tellers.values():
            if self._stage.state.counter(teller.counter).idle:
                teller.notice()

    def asked_how_it_was(self, visit_id: str, ticket: str) -> None:
        """The customer is asked how the service was, and answers or does not."""
        grade = self._grades.get(visit_id)
        if grade is None:
            return
        after_s = self._chance.of("answers").uniform(*habits.RATING_AFTER_S)
        self._stage.agenda.after(
            after_s, lambda: self._stage.ask(KIOSK, lambda floor: floor.rate(ticket, grade))
        )

    def arrived(self, visit_id: str, counter: str) -> None:
        """A customer stands at a counter."""
        teller = self.tellers.get(counter)
        if teller is not None:
            teller.notice()

    def returned(self, ticket: str) -> None:
        """A late customer has found the lobby manager."""
        self.lobby.returned(ticket)

    def asks_again(self, ticket: str) -> None:
        """A customer whose number expired asks the lobby manager to be called after all."""
        self.lobby.asks_again(ticket)

    def seen_leaving(self, ticket: str) -> None:
        """A customer was seen to leave."""
        self.lobby.seen_leaving(ticket)


def pressed_at(old: FloorState, new: FloorState, number: str) -> bool:
    """Whether a person did something at a counter that its own status does not show: signed in,
    asked for help, came to a stage.
    """
    if old.hall is not new.hall:
        place = f"counter:{number}"
        if old.hall.session(place) != new.hall.session(place):
            return True
        if new.hall.help_of(number) not in (None, old.hall.help_of(number)):
            return True
    before, after = old.at_counter(number), new.at_counter(number)
    if before is None or after is None or before[1] is after[1]:
        return False
    same = before[0].id == after[0].id and before[1].no == after[1].no
    was, now = before[1], after[1]
    return same and (was.stages, was.approver) != (now.stages, now.approver)


def acted_at(before: Counter, after: Counter) -> bool:
    """Whether a person pressed a key at the counter; a pause that ran out is no key."""
    if before is after or after.status is before.status is CounterStatus.CLOSED:
        return False
    if before.status is CounterStatus.PAUSED and after.status is CounterStatus.OPEN:
        return False
    stepped = bool(after.steps) and after.steps[-1:] != before.steps[-1:]
    return stepped or after.status is not before.status or after.visit_id != before.visit_id
