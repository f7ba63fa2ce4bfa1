"""Sending a customer on, same number, same clock: to a service, a counter or a person."""

from dataclasses import dataclass
from datetime import timedelta

from branchfloor.domain.catalogue import Service
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import LegMoved, LegTransferred
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.personal import looks_personal
from branchfloor.domain.visit import Leg, Pin, Visit
from branchfloor.routing.eligibility import Mark, desk

from .answers import LegNow
from .asks import Destination as Destination
from .call import refusal
from .finding import Target, leg_for
from .work import Particulars, Work


@dataclass(frozen=True, slots=True)
class _Landing:
    service: str
    needs_cash: bool
    target_s: float
    pin: Pin | None


def transfer(work: Work, target: Target, to: Destination) -> LegNow:
    """Send who is being served to another service, counter or person; the leg waits again."""
    visit, leg = leg_for(work, target, "transfer")
    place = _landing(work, visit, leg, to)
    note = _keep_note(work, visit, to.note)
    work.append(
        LegTransferred(
            visit.id,
            leg.no,
            place.service,
            place.needs_cash,
            place.target_s,
            place.pin,
            note,
        )
    )
    return LegNow(visit.number, leg.no, LegState.WAITING)


def move(work: Work, target: Target, to: Destination) -> LegNow:
    """Point a waiting or planned leg elsewhere: the lobby manager's way to mend a wrong ticket."""
    visit, leg = leg_for(work, target, "move")
    place = _landing(work, visit, leg, to)
    work.append(
        LegMoved(visit.id, leg.no, place.service, place.needs_cash, place.target_s, place.pin)
    )
    return LegNow(visit.number, leg.no, leg.state)


def _landing(work: Work, visit: Visit, leg: Leg, to: Destination) -> _Landing:
    if sum(x is not None for x in (to.service, to.counter, to.staff)) != 1:
        raise Refused("transfer_nowhere", ticket=visit.number)
    if to.service is not None:
        service = work.config.service(to.service)
        _must_be_served(work, service)
        return _place(work, visit, service, service.needs_cash, None)
    service = work.config.service(leg.service)
    pin = _pin(work, visit, leg, to)
    return _place(work, visit, service, leg.needs_cash, pin)


def _place(
    work: Work, visit: Visit, service: Service, needs_cash: bool, pin: Pin | None
) -> _Landing:
    target_s = work.config.policy.target_s(visit.class_name, service)
    return _Landing(service.code, needs_cash, target_s, pin)


def _must_be_served(work: Work, service: Service) -> None:
    if not any(service.code in c.serves | c.backs_up for c in work.config.counters):
        raise Refused("nobody_can_serve", service=service.code)


def _pin(work: Work, visit: Visit, leg: Leg, to: Destination) -> Pin:
    until = work.now + timedelta(minutes=work.config.settings.pin_min)
    number = to.counter
    if to.staff is not None:
        seat = work.state.counter_of_staff(to.staff)
        if seat is None:
            raise Refused("unknown_staff", staff=to.staff)
        number = seat.number
    here = desk(work.state, work.config, number or "")
    if here.counter.status in (CounterStatus.CLOSED, CounterStatus.CLOSING):
        raise Refused("counter_closed", counter=number)
    key = LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, number, None)
    if here.answer(key).mark is Mark.NO:
        raise refusal(here, key)
    return Pin(staff=to.staff, until=until) if to.staff else Pin(counter=number, until=until)


def _keep_note(work: Work, visit: Visit, note: str | None) -> str | None:
    if not note:
        return None
    if looks_personal(note):
        raise Refused("note_personal")
    row = f"{visit.id}/n{work.state.seq + 1}"
    work.keep_particulars(Particulars(row, "note", {"text": note}))
    return row
