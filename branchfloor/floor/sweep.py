"""The end of a business date: whoever still waits is abandoned, counters close."""

from branchfloor.domain.events import CounterClosed, CounterClosing, DayClosed, LegEnded
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.staff_events import SignedOut
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import MOVES, Visit

from .answers import DayNow
from .work import Work


def close_day(work: Work) -> DayNow:
    """Sweep the business date in force; who is being served stays in service."""
    abandoned = sweep(work)
    day = work.state.day
    if day is None:
        raise ValueError("a command always opens the day first")
    return DayNow(day, abandoned)


def swept(state: FloorState) -> bool:
    """Whether the day is closed and nothing began again after its close."""
    working = {CounterStatus.OPEN, CounterStatus.PAUSED}
    if not state.day_closed or any(c.status in working for c in state.counters.values()):
        return False
    return next(state.legs(*MOVES["abandon"]), None) is None


def sweep(work: Work) -> int:
    """Abandon every live leg that is not being served, close the counters and the day, sign out.

    Returns how many visits had a leg abandoned.
    """
    visits = sorted(work.state.visits.values(), key=_issued_seq)
    abandoned = sum(_abandon(work, visit) for visit in visits)
    for counter in list(work.state.counters.values()):
        if counter.status is CounterStatus.CLOSED:
            continue
        if counter.busy:
            work.append(CounterClosing(counter.number))
        else:
            work.append(CounterClosed(counter.number))
    day = work.state.day
    if day is not None:
        work.append(DayClosed(day, abandoned))
    _sign_out(work)
    return abandoned


def _sign_out(work: Work) -> None:
    """Sessions end with the day; at a counter that still serves, with the next day's opening."""
    for session in work.state.hall.sessions:
        kind, _, number = session.place.partition(":")
        if kind != "counter" or not work.state.counter(number).busy:
            work.append(SignedOut(session.place, session.staff, "day_closed"))


def _issued_seq(visit: Visit) -> int:
    return visit.issued_seq


def _abandon(work: Work, visit: Visit) -> bool:
    live = [leg for leg in visit.legs if leg.state in MOVES["abandon"]]
    for leg in live:
        work.append(LegEnded(visit.id, leg.no, LegState.ABANDONED, "day_closed"))
    return bool(live)
