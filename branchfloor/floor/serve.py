"""At the counter: start, finish, hold, resume, and finish with the next call in one key."""

from dataclasses import replace
from datetime import timedelta

from branchfloor.domain.errors import NobodyWaiting, Refused
from branchfloor.domain.events import (
    LegFinished,
    LegHeld,
    LegQueued,
    LegResumed,
    LegStarted,
)
from branchfloor.domain.kinds import CounterStatus, HoldKind, LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.visit import Leg, Pin, Visit
from branchfloor.routing.eligibility import Mark, desk

from .answers import LegNow, NextNow
from .call import call_next, refusal
from .finding import Target, leg_for, moment_in, open_counter
from .stages import must_be_complete
from .work import Work


def start(work: Work, target: Target) -> LegNow:
    """The called customer is here: the service begins."""
    visit, leg = leg_for(work, target, "start")
    work.append(LegStarted(visit.id, leg.no, leg.counter or ""))
    return LegNow(visit.number, leg.no, LegState.SERVING)


def finish(work: Work, target: Target, outcome: str | None = None, times: int = 1) -> LegNow:
    """The service is done; the visit's next planned leg begins to wait."""
    visit, leg = leg_for(work, target, "finish")
    must_be_complete(work, visit, leg, outcome, times)
    work.append(LegFinished(visit.id, leg.no, leg.counter or "", outcome, times))
    queue_next_planned(work, visit)
    return LegNow(visit.number, leg.no, LegState.DONE)


def queue_next_planned(work: Work, visit: Visit) -> None:
    """In a fixed order the first planned leg waits once no other leg of the visit is live."""
    now = work.state.visit(visit.id)
    if now is None:
        return
    live = {LegState.WAITING, LegState.CALLED, LegState.SERVING, LegState.ON_HOLD, LegState.LATE}
    if any(leg.state in live for leg in now.legs):
        return
    planned = next((leg for leg in now.legs if leg.state is LegState.PLANNED), None)
    if planned is not None:
        work.append(LegQueued(visit.id, planned.no, "planned", _fresh_pin(work, planned)))


def _fresh_pin(work: Work, leg: Leg) -> Pin | None:
    """A pin given while the leg was only planned counts from when it begins to wait."""
    if leg.pin is None:
        return None
    until = work.now + timedelta(minutes=work.config.settings.pin_min)
    return replace(leg.pin, until=until)


def finish_and_call_next(
    work: Work, counter: str, outcome: str | None = None, times: int = 1
) -> NextNow:
    """Finish who is served here, if anybody, and call the next, if anybody.

    Refused while a called customer has not been started; NobodyWaiting only when there was
    nothing to finish either.
    """
    finished = None
    here = work.state.at_counter(counter)
    if here is not None and here[1].state is LegState.SERVING:
        finished = finish(work, Target(here[0].number, here[1].no, counter), outcome, times)
    if work.state.counter(counter).status is CounterStatus.CLOSED and finished:
        return NextNow(finished, None)
    try:
        return NextNow(finished, call_next(work, counter))
    except NobodyWaiting:
        if finished is None:
            raise
        return NextNow(finished, None)


def hold(work: Work, target: Target, kind: str, return_in_min: float | None = None) -> LegNow:
    """Send the customer off for a while; the counter is free."""
    if kind not in HoldKind.__members__.values():
        raise Refused("hold_kind_unknown", kind=kind)
    visit, leg = leg_for(work, target, "hold")
    back = moment_in(work, return_in_min, "return-in") if return_in_min is not None else None
    work.append(LegHeld(visit.id, leg.no, leg.counter or "", HoldKind(kind), back))
    return LegNow(visit.number, leg.no, LegState.ON_HOLD)


def resume(work: Work, target: Target) -> LegNow:
    """Serve a held leg on: where its kind of hold allows, at the asking or its own counter."""
    visit, leg = leg_for(work, Target(target.ticket, target.leg), "resume")
    taken = visit.active
    if taken is not None and taken.no != leg.no:  # another service of the visit has begun since
        raise Refused("ticket_taken", ticket=visit.number, counter=taken.counter or "")
    number = _resume_at(work, visit, leg, target.counter)
    staff = open_counter(work, number).staff
    _must_serve(work, visit, leg, number)
    work.append(LegResumed(visit.id, leg.no, number, staff))
    return LegNow(visit.number, leg.no, LegState.SERVING)


def _resume_at(work: Work, visit: Visit, leg: Leg, asking: str | None) -> str:
    own = leg.counter or ""
    if leg.hold is HoldKind.BACK_OFFICE and leg.staff:
        seat = work.state.counter_of_staff(leg.staff)
        own = seat.number if seat else own
    if leg.hold is HoldKind.TOOK_PAPERS or asking is None:
        return asking or own
    if asking != own:
        raise Refused("not_at_counter", ticket=visit.number, counter=asking)
    return own


def _must_serve(work: Work, visit: Visit, leg: Leg, number: str) -> None:
    here = desk(work.state, work.config, number)
    key = LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, number, None)
    if here.answer(key).mark is Mark.NO:
        raise refusal(here, key)
