"""From a ticket number to the visit and leg a command means."""

from datetime import datetime, timedelta

from branchfloor.domain.counter import Counter
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import ACTIVE, ENDED, CounterStatus
from branchfloor.domain.visit import MOVES, Leg, Visit

from .asks import Target as Target
from .work import Work

LONGEST_MIN = 24 * 60
"""No hold and no loan outlasts the day."""


def visit_of(work: Work, ticket: str) -> Visit:
    """The live visit of a ticket number; refused when today has none."""
    number = ticket.strip().upper()
    visit = work.state.find(number)
    if visit is not None:
        return visit
    ended = [r for r in work.state.records if r.number == number]
    if ended:
        raise Refused("visit_ended", ticket=number, state=ended[-1].state.value)
    raise Refused("unknown_ticket", ticket=number)


def leg_for(work: Work, target: Target, move: str) -> tuple[Visit, Leg]:
    """The visit and the leg this move means, checked legal.

    The active leg, else the first leg the move is legal for; `target.leg` says otherwise.
    A console names its counter, so a ticket somebody else took is told as such.
    """
    visit = _meant(work, target, move)
    leg = _pick(visit, target.leg, move)
    if target.counter is not None and leg.counter != target.counter:
        if leg.counter is not None and leg.state in ACTIVE:
            raise Refused("ticket_taken", ticket=visit.number, counter=leg.counter)
        raise Refused("not_at_counter", ticket=visit.number, counter=target.counter)
    leg.must(move, visit.number)
    return visit, leg


def _meant(work: Work, target: Target, move: str) -> Visit:
    """Today's visit of the number, unless only one carried over from yesterday can be meant."""
    today = visit_of(work, target.ticket)
    if _fits(today, target, move):
        return today
    same = (v for v in work.state.visits.values() if v.number == today.number)
    return next((v for v in same if _fits(v, target, move)), today)


def _fits(visit: Visit, target: Target, move: str) -> bool:
    return any(
        leg.state in MOVES[move]
        and target.leg in (None, leg.no)
        and target.counter in (None, leg.counter)
        for leg in visit.legs
    )


def _pick(visit: Visit, number: int | None, move: str) -> Leg:
    if number is not None:
        return visit.leg(number)
    legal = [leg for leg in visit.legs if leg.state in MOVES[move]]
    active = visit.active
    if active is not None and (active in legal or not legal):
        return active
    live = [leg for leg in visit.legs if leg.state not in ENDED]
    return (legal or live or list(visit.legs))[0]


def moment_in(work: Work, minutes: float, name: str) -> datetime:
    """The moment some minutes from now; refused unless it comes, and within a day."""
    if not 0 < minutes <= LONGEST_MIN:
        raise Refused("bad_value", name=name, value=f"{minutes:g}")
    return work.now + timedelta(minutes=minutes)


def open_counter(work: Work, number: str) -> Counter:
    """The counter, open and free to take a customer; refused with what it is instead."""
    work.config.counter(number)
    counter = work.state.counter(number)
    if counter.status in (CounterStatus.CLOSED, CounterStatus.CLOSING):
        raise Refused("counter_closed", counter=number)
    if counter.status is CounterStatus.PAUSED:
        raise Refused("counter_paused", counter=number)
    if counter.busy:
        here = work.state.at_counter(number)
        raise Refused("counter_busy", counter=number, ticket=here[0].number if here else "")
    return counter
