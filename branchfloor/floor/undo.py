"""Undo: the last own step of a counter, within ten seconds, if nobody has touched it since."""

from operator import itemgetter

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.counter import Counter, UndoPoint
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import StepUndone
from branchfloor.domain.kinds import LegState

from .answers import LegNow
from .work import Work


def undo(work: Work, ticket: str, counter: str | None = None) -> LegNow:
    """Take back the last step about this ticket; everything stands as before it."""
    number = ticket.strip().upper()
    here, point = _last_step(work, number, counter)
    _in_time(work, number, point)
    _untouched(work, here, point)
    work.append(StepUndone(point.visit.id, here.number, point.step, point.seq))
    visit = work.state.visit(point.visit.id)
    leg = (visit.active if visit else None) or point.visit.legs[0]
    if visit is not None and visit.active is None:
        leg = next((one for one in visit.legs if one.state is LegState.WAITING), visit.legs[0])
    return LegNow(number, leg.no, leg.state)


def undoable(counter: Counter) -> UndoPoint | None:
    """What the counter could take back if there is still time: the screens' question."""
    return counter.steps[-1] if counter.steps else None


def _last_step(work: Work, number: str, counter: str | None) -> tuple[Counter, UndoPoint]:
    found = [
        (point.seq, here, point)
        for here in work.state.counters.values()
        if counter in (None, here.number)
        and (point := undoable(here))
        and point.visit.number == number
    ]
    if not found:
        raise Refused("undo_nothing", ticket=number)
    _, here, point = max(found, key=itemgetter(0))
    return here, point


def _in_time(work: Work, number: str, point: UndoPoint) -> None:
    passed_s = seconds_between(point.at, work.now)
    limit_s = work.config.settings.undo_s
    if passed_s > limit_s:
        raise Refused("undo_too_late", ticket=number, seconds=limit_s)


def _untouched(work: Work, here: Counter, point: UndoPoint) -> None:
    visit = work.state.visit(point.visit.id)
    same_customer = here.visit_id in (None, point.visit.id)
    same_visit = visit is None or visit.touched == point.seq
    staff = point.counter.staff
    seat = work.state.counter_of_staff(staff) if staff else None
    same_staff = seat is None or seat.number == here.number
    if not (same_customer and same_visit and same_staff) or _graded(work, point):
        raise Refused("undo_touched", ticket=point.visit.number)


def _graded(work: Work, point: UndoPoint) -> bool:
    """Whether the customer has graded what this step finished: a grade is never taken back."""
    return any(
        record.grade is not None and record.ended_at is not None and record.ended_at >= point.at
        for record in work.state.records
        if record.visit_id == point.visit.id
    )
