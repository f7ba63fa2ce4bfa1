"""Where a customer may be sent: the other counters, and who sits there; pure, no Qt."""

from dataclasses import dataclass

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.lanes import LaneKey
from branchfloor.routing.eligibility import Desk, Mark, desk

from .desk import Moment

CLOSED = "counter_closed"


@dataclass(frozen=True, slots=True)
class Seat:
    """Another counter as a target; `barrier` is the code that says why it is none, else ""."""

    plan: CounterPlan
    counter: Counter
    waiting: int
    skills: tuple[str, ...]
    barrier: str = ""

    @property
    def open(self) -> bool:
        """Whether a customer may be sent there."""
        return not self.barrier


def find_counters(moment: Moment, typed: str) -> tuple[Seat, ...]:
    """The other counters whose number or name begins so; those that may take the customer first."""
    wanted = typed.strip().casefold()
    plans = (p for p in moment.view.config.counters if p.number != moment.number)
    seats = [_seat(moment, plan) for plan in plans if _named(plan, wanted)]
    return tuple(sorted(seats, key=_barred))


def find_people(moment: Moment, typed: str) -> tuple[Seat, ...]:
    """Who is at another counter now, by staff number or counter."""
    wanted = typed.strip().casefold()
    seats = [s for s in find_counters(moment, "") if s.counter.staff]
    return tuple(s for s in seats if _staffed(s, wanted))


def _barred(seat: Seat) -> bool:
    return not seat.open


def _named(plan: CounterPlan, wanted: str) -> bool:
    names = (plan.number, plan.name.zh, plan.name.en)
    return any(name.casefold().startswith(wanted) for name in names)


def _staffed(seat: Seat, wanted: str) -> bool:
    staff = (seat.counter.staff or "").casefold()
    return not wanted or wanted in staff or seat.plan.number.casefold() == wanted


def _seat(moment: Moment, plan: CounterPlan) -> Seat:
    state, config = moment.view.state, moment.view.config
    there = desk(state, config, plan.number)
    lanes = state.lanes.of.items()
    waiting = {
        place.visit_id
        for key, lane in lanes
        if there.answer(key).mark is not Mark.NO
        for place in lane
    }
    return Seat(plan, there.counter, len(waiting), _skills(moment, there), _barrier(moment, there))


def _skills(moment: Moment, there: Desk) -> tuple[str, ...]:
    """The skills of who sits there that are in date, and those of the counter itself."""
    person, day = moment.view.config.staff_member(there.counter.staff), moment.view.state.day
    held = (s for s, _ in person.skills if day and person.has_skill(s, day)) if person else ()
    return tuple(dict.fromkeys((*held, *sorted(there.plan.skills))))


def _barrier(moment: Moment, there: Desk) -> str:
    """Why the customer's service cannot go there; the same question the command asks."""
    visit, leg = moment.customer()
    if there.counter.status in (CounterStatus.CLOSED, CounterStatus.CLOSING):
        return CLOSED
    pinned = there.plan.number
    key = LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, pinned, None)
    answer = there.answer(key)
    return answer.why or "cannot_serve" if answer.mark is Mark.NO else ""
