"""What falls due when nobody taps: returns, pins, pauses, loans, grounds and the day itself.

Every command applies this first, so a floor without a keeper is late, never wrong. Doing it
twice changes nothing.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from branchfloor.domain.clock import business_date
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.events import (
    CounterLent,
    CounterOpened,
    DayOpened,
    LegMoved,
    LegQueued,
    StandingChanged,
)
from branchfloor.domain.kinds import CounterStatus, GroundState, HoldKind, LegState
from branchfloor.domain.standing import Ground
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Pin, Visit
from branchfloor.routing.standing import class_of

from .sweep import sweep, swept
from .work import Work


def apply_due(work: Work) -> None:
    """Bring the floor up to the moment of this unit of work."""
    open_day(work)
    for visit_id in sorted(work.state.timed):
        visit = work.state.visit(visit_id)
        if visit is not None:
            _visit_due(work, visit)
    for counter in list(work.state.counters.values()):
        _counter_due(work, counter)


def anything_due(state: FloorState, config: BranchConfig, now: datetime) -> bool:
    """Whether `apply_due` would change something: the keeper asks before it takes the lock."""
    if state.day is None or state.day < business_date(now, config.time_zone):
        return True
    for visit_id in state.timed:
        visit = state.visit(visit_id)
        if visit is not None and _visit_is_due(visit, now):
            return True
    return any(
        (c.status is CounterStatus.PAUSED and _reached(c.until, now))
        or (c.lent and _reached(c.lent_until, now))
        for c in state.counters.values()
    )


def _visit_is_due(visit: Visit, now: datetime) -> bool:
    if any(g.counts and _reached(g.expires_at, now) for g in visit.grounds):
        return True
    return any(_leg_is_due(leg, now) for leg in visit.legs)


def _leg_is_due(leg: Leg, now: datetime) -> bool:
    if leg.state is LegState.LATE:
        return leg.passes == 0 or _reached(leg.due_at, now)
    if leg.state is LegState.ON_HOLD:
        return _reached(leg.due_at, now)
    return leg.state is LegState.WAITING and leg.pin is not None and _reached(leg.pin.until, now)


def open_day(work: Work) -> None:
    """Open the business date of now; a day that nobody closed, or that went on after its close,
    is swept first.
    """
    today = business_date(work.now, work.config.time_zone)
    day = work.state.day
    if day is not None and day >= today:
        return
    if day is not None and not swept(work.state):
        sweep(work)
    work.append(DayOpened(today))


def _reached(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now


def _visit_due(work: Work, visit: Visit) -> None:
    for ground in visit.grounds:
        if ground.counts and _reached(ground.expires_at, work.now):
            lapsed = replace(ground, state=GroundState.LAPSED)
            visit = _with_ground(visit, lapsed)
            name = class_of(visit.grounds, work.config.policy)
            work.append(StandingChanged(visit.id, lapsed, name))
    for leg in visit.legs:
        _leg_due(work, visit, leg)


def _with_ground(visit: Visit, ground: Ground) -> Visit:
    grounds = (ground, *(g for g in visit.grounds if g.id != ground.id))
    return replace(visit, grounds=grounds)


def _leg_due(work: Work, visit: Visit, leg: Leg) -> None:
    if not _leg_is_due(leg, work.now):
        return
    if leg.state is LegState.LATE:
        work.append(LegQueued(visit.id, leg.no, "late"))
    elif leg.state is LegState.ON_HOLD:
        work.append(LegQueued(visit.id, leg.no, "hold", _hold_pin(work, leg)))
    else:
        unpin(work, visit, leg)


def _hold_pin(work: Work, leg: Leg) -> Pin | None:
    """Whom a returning leg is for: any counter, the counter with its papers, or the person."""
    until = work.now + timedelta(minutes=work.config.settings.pin_min)
    number = leg.counter or ""
    if leg.hold is HoldKind.LEFT_PAPERS and _calls(work.state.counter(number)):
        return Pin(counter=number, until=until)
    if leg.hold is HoldKind.BACK_OFFICE and leg.staff:
        seat = work.state.counter_of_staff(leg.staff)
        return Pin(staff=leg.staff, until=until) if seat and _calls(seat) else None
    return None


def _calls(counter: Counter) -> bool:
    """Whether a counter will call again as things stand."""
    return counter.status in (CounterStatus.OPEN, CounterStatus.PAUSED)


def unpin(work: Work, visit: Visit, leg: Leg) -> None:
    """Let any eligible counter take the leg again."""
    work.append(LegMoved(visit.id, leg.no, leg.service, leg.needs_cash, leg.target_s, None))


def _counter_due(work: Work, counter: Counter) -> None:
    if counter.status is CounterStatus.PAUSED and _reached(counter.until, work.now):
        work.append(CounterOpened(counter.number, counter.staff))
    if counter.lent and _reached(counter.lent_until, work.now):
        work.append(CounterLent(counter.number))
