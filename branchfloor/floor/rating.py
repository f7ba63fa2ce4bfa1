"""Rating a visit: offered or not, answered or not, and a task for a low grade."""

from branchfloor.domain.errors import Refused
from branchfloor.domain.hall import GRADES
from branchfloor.domain.hall_events import RatingGiven, RatingOffered, TaskDone
from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord

from .answers import HallNow, RatingNow
from .work import Work


def offer_rating(work: Work, ticket: str) -> RatingNow:
    """The customer is asked now; asking twice changes nothing."""
    record = _served(work, ticket)
    if record.grade is not None:
        raise Refused("already_rated", ticket=record.number)
    if not record.offered:
        work.append(RatingOffered(record.visit_id, record.leg_no, _via(work)))
    return RatingNow(record.number, record.leg_no, None)


def rate(work: Work, ticket: str, grade: int) -> RatingNow:
    """The customer answers from 1 to 4, once; a low grade opens a task."""
    record = _served(work, ticket)
    if grade not in GRADES:
        raise Refused("bad_value", name="grade", value=str(grade))
    if record.grade is not None:
        raise Refused("already_rated", ticket=record.number)
    work.append(RatingGiven(record.visit_id, record.leg_no, grade, _via(work)))
    return RatingNow(record.number, record.leg_no, grade)


def finish_task(work: Work, task: str) -> HallNow:
    """Somebody looked after it; doing so twice changes nothing."""
    known = next((t for t in work.state.hall.tasks if t.id == task), None)
    if known is None:
        raise Refused("unknown_task", task=task)
    if known.done_at is None:
        work.append(TaskDone(task))
    return HallNow(task)


def _served(work: Work, ticket: str) -> LegRecord:
    """The last finished leg of a ticket of today."""
    number = ticket.strip().upper()
    mine = [r for r in work.state.records if r.number == number and r.state is LegState.DONE]
    if mine:
        return max(mine, key=_ended_last)
    if work.state.find(number) is None and not any(r.number == number for r in work.state.records):
        raise Refused("unknown_ticket", ticket=number)
    raise Refused("rating_none", ticket=number)


def _ended_last(record: LegRecord) -> tuple[str, int]:
    return (record.ended_at.isoformat() if record.ended_at else "", record.leg_no)


def _via(work: Work) -> str:
    kind = work.actor.split(":")[0]
    return kind if kind == "kiosk" else "console"
