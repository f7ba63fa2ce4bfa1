"""Those who are not here: no-show, leaving, cancelling, and coming back."""

from datetime import timedelta

from branchfloor.domain.errors import Refused
from branchfloor.domain.events import (
    LegEnded,
    LegMissed,
    LegQueued,
    LegReleased,
    PresenceMarked,
)
from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import MOVES, Leg, Visit

from .answers import LegNow
from .call import no_show_allowed_in_s
from .finding import Target, leg_for, visit_of
from .own_words import must_be_code
from .serve import queue_next_planned
from .work import Work


def no_show(work: Work, target: Target) -> LegNow:
    """Nobody came after the calls the branch asks for: the leg is late and returns once; the
    second time it expires.
    """
    visit, leg = leg_for(work, target, "no_show")
    settings = work.config.settings
    calls_left = max(0, settings.calls_before_no_show - len(leg.call_ats))
    seconds_left = no_show_allowed_in_s(leg, work)
    if calls_left or seconds_left > 0:
        seconds = int(-(-seconds_left // 1))
        raise Refused("no_show_too_soon", ticket=visit.number, calls=calls_left, seconds=seconds)
    expired = leg.returned
    due = work.now + timedelta(minutes=settings.late_returns_after_min)
    work.append(
        LegMissed(
            visit.id,
            leg.no,
            passes=0 if expired else settings.late_returns_after_calls,
            due_at=None if expired else due,
            expired=expired,
        )
    )
    return LegNow(visit.number, leg.no, LegState.EXPIRED if expired else LegState.LATE)


def cancel(work: Work, target: Target) -> LegNow:
    """Cancel the visit, or one leg of it when a leg is named."""
    return _end(work, target, "cancel", LegState.CANCELLED)


def leave(work: Work, target: Target) -> LegNow:
    """Somebody saw the customer leave: every leg that waits or is late ends."""
    return _end(work, target, "leave", LegState.LEFT)


def _end(work: Work, target: Target, move: str, state: LegState) -> LegNow:
    visit, leg = leg_for(work, target, move)
    if target.leg is None and visit.active is not None:
        visit.active.must(move, visit.number)  # who stands at a counter is not ended behind it
    legs = [leg] if target.leg is not None else _movable(visit, move)
    for one in legs:
        work.append(LegEnded(visit.id, one.no, state))
    if move == "leave" and target.leg is None:
        _end_planned(work, visit)
    else:
        queue_next_planned(work, visit)
    return LegNow(visit.number, leg.no, state)


def _movable(visit: Visit, move: str) -> list[Leg]:
    return [leg for leg in visit.legs if leg.state in MOVES[move]]


def _end_planned(work: Work, visit: Visit) -> None:
    now = work.state.visit(visit.id)
    for leg in now.legs if now else ():
        if leg.state is LegState.PLANNED:
            work.append(LegEnded(visit.id, leg.no, LegState.CANCELLED, "left"))


def reinstate(work: Work, target: Target) -> LegNow:
    """Bring a late or expired leg back into the queue, by the lobby manager's word."""
    visit, leg = leg_for(work, target, "reinstate")
    work.append(LegQueued(visit.id, leg.no, "reinstate"))
    return LegNow(visit.number, leg.no, LegState.WAITING)


def mark_present(work: Work, ticket: str) -> LegNow:
    """A late customer is here; staff see it and the next call of a counter may take them."""
    visit = visit_of(work, ticket)
    late = next((leg for leg in visit.legs if leg.state is LegState.LATE), None)
    if late is None:
        state = visit.legs[-1].state.value
        raise Refused("wrong_state", ticket=visit.number, state=state, move="return")
    work.append(PresenceMarked(visit.id))
    return LegNow(visit.number, late.no, LegState.LATE)


def release(work: Work, target: Target, cause: str = "counter_closed") -> LegNow:
    """Take a call back as if it had not been made: the counter closes or the hall empties."""
    must_be_code("cause", cause)
    visit, leg = leg_for(work, target, "release")
    work.append(LegReleased(visit.id, leg.no, cause))
    return LegNow(visit.number, leg.no, LegState.WAITING)
