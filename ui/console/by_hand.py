"""Whom this counter may call by hand: waiting, missed or on hold, and what that overtakes; pure."""

from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.kinds import LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.visit import Leg, Visit
from branchfloor.routing.choice import waiting_at
from branchfloor.routing.eligibility import Desk, Mark, desk

from .away import Away
from .desk import Moment


class How(StrEnum):
    """What taking one of them means."""

    WAITING = "waiting"
    LATE = "late"
    HELD = "held"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One who could be taken: `overtakes` counts those who waited longer; `barrier` is the code
    that says why a ticket that was typed is none of this counter's.
    """

    visit: Visit
    leg: Leg
    how: How
    waited_s: float
    overtakes: int = 0
    barrier: str = ""
    away: Away | None = None


def find_tickets(moment: Moment, typed: str) -> tuple[Ticket, ...]:
    """Those whose number holds what was typed, in the order of calling, then the missed, then
    those on hold here; a number typed in full is found even where this counter may not call it.
    """
    wanted = typed.strip().upper()
    here = desk(moment.view.state, moment.view.config, moment.number)
    found = (*_waiting(moment, here), *_late(moment, here), *_held(moment))
    fitting = tuple(ticket for ticket in found if wanted in ticket.visit.number)
    if fitting or not wanted:
        return fitting
    return _barred(moment, here, wanted)


def _waiting(moment: Moment, here: Desk) -> list[Ticket]:
    rows = waiting_at(moment.view.state, here, moment.view.now)
    return [
        Ticket(v, leg, How.WAITING, one.queued_s, _overtaken(moment, here, v))
        for v, leg, one in rows
    ]


def _late(moment: Moment, here: Desk) -> list[Ticket]:
    legs = moment.view.state.legs(LegState.LATE)
    return [
        Ticket(v, leg, How.LATE, v.queued_s(moment.view.now), _overtaken(moment, here, v))
        for v, leg in legs
        if v.active is None and here.answer(_free_key(v, leg)).mark is not Mark.NO
    ]


def _held(moment: Moment) -> list[Ticket]:
    """Who can be served on from here: the same list the free counter shows."""
    found = []
    for away in moment.away:
        visit = moment.view.state.find(away.ticket)
        if away.on_hold and visit is not None and visit.active is None:
            leg = visit.leg(away.leg_no)
            waited_s = visit.queued_s(moment.view.now)
            found.append(Ticket(visit, leg, How.HELD, waited_s, away=away))
    return found


def _barred(moment: Moment, here: Desk, number: str) -> tuple[Ticket, ...]:
    visit = moment.view.state.find(number)
    if visit is None:
        return ()
    leg = visit.active or next(
        (one for one in visit.legs if one.state is LegState.WAITING), visit.legs[-1]
    )
    waited_s = visit.queued_s(moment.view.now)
    return (Ticket(visit, leg, How.BARRED, waited_s, barrier=_why(here, visit, leg)),)


def _why(here: Desk, visit: Visit, leg: Leg) -> str:
    if visit.active is not None:
        return "ticket_taken"
    if leg.state is not LegState.WAITING:
        return "not_waiting"
    pin = leg.pin
    key = _free_key(visit, leg)
    if pin is not None:
        key = key._replace(counter=pin.counter, staff=pin.staff)
    return here.answer(key).why or "cannot_serve"


def _free_key(visit: Visit, leg: Leg) -> LaneKey:
    return LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, None, None)


def _overtaken(moment: Moment, here: Desk, visit: Visit) -> int:
    """How many this counter may call have waited longer."""
    now = moment.view.now
    since = now.timestamp() - visit.queued_s(now)
    return len(
        {
            place.visit_id
            for key, lane in moment.view.state.lanes.of.items()
            if here.answer(key).mark is not Mark.NO
            for place in lane
            if place.since < since and place.visit_id != visit.id
        }
    )
