"""The cast: everybody who plays, and who tells whom when the floor changes."""

from datetime import date, timedelta
from functools import partial

from branchfloor.domain.clock import business_date
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.issue import Wish
from branchfloor.routing.choice import candidates
from branchfloor.routing.eligibility import desk
from branchfloor.routing.ring import rings

from .arrivals import NEEDS, Arrival, a_nature, arrivals_of
from .chance import Chance
from .customer import Customer
from .day import Day, day_of
from .elastic import Elastic
from .lobby import Lobby
from .roster import seats, shifts
from .stage import Stage
from .teller import Teller

KIOSK = "kiosk:1"
PLANS_AHEAD = timedelta(days=1)
CLOSES_DAY_AFTER = timedelta(minutes=45)
AFTER_HOURS_S = 60.0


class Cast:
    """Customers, tellers, the lobby manager and the branch manager of one house."""

    def __init__(self, stage: Stage, chance: Chance) -> None:
        self._stage = stage
        self._chance = chance
        self.people: dict[str, Customer] = {}
        self._coming: Arrival | None = None
        self.lobby = Lobby(stage, chance)
        self.tellers = {
            seat.counter: Teller(stage, self, seat, chance.of(f"teller {seat.counter}"))
            for seat in seats(stage.config)
        }
        self._elastic = [
            Elastic(stage, self.tellers[plan.number])
            for plan in stage.config.counters
            if plan.elastic and plan.number in self.tellers
        ]
        stage.play_to(self)
        for elastic in self._elastic:
            stage.agenda.after(0, elastic.look)

    def begin(self) -> None:
        """Take over the floor as it is, and plan the day it is on and each that follows."""
        now = self._stage.agenda.now
        for visit in self._stage.state.visits.values():
            self._meet(visit).notice(visit)
        self._plan_day(business_date(now, self._stage.config.time_zone))

    def _plan_day(self, on: date) -> None:
        day = day_of(self._stage.config, on)
        following = on + PLANS_AHEAD
        if day is None:
            tomorrow = self._stage.agenda.now + PLANS_AHEAD
            self._stage.agenda.at(tomorrow, lambda: self._plan_day(following))
            return
        self._stage.agenda.at(day.opens_at + PLANS_AHEAD / 2, lambda: self._plan_day(following))
        self._plan_shifts(day)
        for arrival in arrivals_of(self._stage.config, day, self._chance):
            if arrival.at >= self._stage.agenda.now:
                self._stage.agenda.at(arrival.at, partial(self._come, arrival))
        self._stage.agenda.at(day.closes_at + CLOSES_DAY_AFTER, self._close_day)

    def _plan_shifts(self, day: Day) -> None:
        agenda = self._stage.agenda
        for elastic in self._elastic:
            elastic.open_until = day.closes_at
            agenda.at(day.closes_at, self._end_elastic)
        for shift in shifts(self._stage.config, day):
            teller = self.tellers[shift.counter]
            if shift.ends_at <= agenda.now:
                continue
            agenda.at(shift.begins_at, teller.begin)
            agenda.at(shift.ends_at, partial(self._end, teller, day))
            for rest in shift.rests:
                if rest.at >= agenda.now:
                    agenda.at(rest.at, partial(teller.rest, rest.minutes, rest.reason))

    def _end(self, teller: Teller, day: Day) -> None:
        """A shift ends; at the end of the day only when nobody waits any more."""
        agenda, state = self._stage.agenda, self._stage.state
        last = day.closes_at + CLOSES_DAY_AFTER
        if day.closes_at <= agenda.now < last and self._sees_work(state, teller.counter):
            agenda.after(AFTER_HOURS_S, lambda: self._end(teller, day))
        else:
            teller.end()

    def _end_elastic(self) -> None:
        for elastic in self._elastic:
            elastic.dismiss()

    def _close_day(self) -> None:
        if not self._stage.state.day_closed:
            self._stage.ask(self.lobby.actor, lambda floor: floor.close_day())

    def _come(self, arrival: Arrival) -> None:
        self._coming = arrival
        needs = NEEDS.get(arrival.green or "", ())
        wish = Wish(arrival.service, arrival.green, needs, language=arrival.language)
        self._stage.ask(KIOSK, lambda floor: floor.issue(wish))
        self._coming = None

    def _meet(self, visit: Visit) -> Customer:
        """The person of a visit: who just came to the kiosk, or a guest made up for it."""
        coming = self._coming
        nature = coming.nature if coming else a_nature(self._chance.of(f"guest {visit.id}"))
        customer = Customer(self._stage, self, visit, nature)
        self.people[visit.id] = customer
        if visit.pending is not None:
            self.lobby.asked(visit, coming.green if coming else None, honest=nature.honest)
        elif coming is not None and coming.asks is not None:
            self.lobby.needs(visit.number, coming.asks)
        return customer

    def heard(self, old: FloorState, new: FloorState) -> None:
        """Tell the customers and tellers whom a change concerns."""
        for visit_id in list(new.visits.differing(old.visits)):
            self._heard_visit(visit_id, new.visits.get(visit_id))
        for number, teller in self.tellers.items():
            if old.counters.get(number) is not new.counters.get(number):
                teller.notice()
        self._ring(new)

    def others_acted(self, old: FloorState, new: FloorState) -> None:
        """A teller leaves the counter to whoever else presses its keys."""
        for number, teller in self.tellers.items():
            if acted_at(old.counter(number), new.counter(number)):
                teller.stand_back()

    def _heard_visit(self, visit_id: str, visit: Visit | None) -> None:
        if visit is None:
            self.people.pop(visit_id, None)
            return
        customer = self.people.get(visit_id) or self._meet(visit)
        customer.notice(visit)

    def _ring(self, state: FloorState) -> None:
        """Let consoles ring as they do: one idle counter a lane; the others may glance."""
        free = [t for t in self.tellers.values() if state.counter(t.counter).idle]
        ringing = rings(state, self._stage.config) if free else frozenset()
        for teller in free:
            teller.rings = teller.counter in ringing
            teller.sees_work = teller.rings or self._sees_work(state, teller.counter)
            teller.notice()

    def _sees_work(self, state: FloorState, counter: str) -> bool:
        if not state.lanes.of:
            return False
        here = desk(state, self._stage.config, counter)
        return bool(candidates(state, here, self._stage.agenda.now))

    def stands_at(self, visit: Visit, leg: Leg) -> bool:
        """Whether the called customer stands at the counter."""
        customer = self.people.get(visit.id)
        return customer is not None and customer.stands_at(leg)

    def work_of(self, visit: Visit) -> float:
        """The customer's own draw of how long the service takes."""
        customer = self.people.get(visit.id)
        return customer.nature.work if customer else 0.0

    def arrived(self, visit_id: str, counter: str) -> None:
        """A customer stands at a counter."""
        teller = self.tellers.get(counter)
        if teller is not None:
            teller.notice()

    def returned(self, ticket: str) -> None:
        """A late customer has found the lobby manager."""
        self.lobby.returned(ticket)

    def seen_leaving(self, ticket: str) -> None:
        """A customer was seen to leave."""
        self.lobby.seen_leaving(ticket)


def acted_at(before: Counter, after: Counter) -> bool:
    """Whether a person pressed a key at the counter; a pause that ran out is no key."""
    if before is after or after.status is before.status is CounterStatus.CLOSED:
        return False
    if before.status is CounterStatus.PAUSED and after.status is CounterStatus.OPEN:
        return False
    stepped = bool(after.steps) and after.steps[-1:] != before.steps[-1:]
    return stepped or after.status is not before.status or after.visit_id != before.visit_id
