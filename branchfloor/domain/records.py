"""What a leg leaves behind when it ends: one flat row from which every figure follows."""

from dataclasses import dataclass
from datetime import date, datetime

from .kinds import LegState
from .visit import Leg, Visit


@dataclass(frozen=True, slots=True)
class LegRecord:
    """One leg of the day. `wait_s` is its own wait at the latest call, `queued_s` the visit's
    clock then, `service_s` the time at counters; None where it never came to that. `offered` says
    whether the customer was asked to rate it; `grade` is None until they answer.
    """

    visit_id: str
    leg_no: int
    number: str
    day: date
    service: str
    class_name: str
    state: LegState
    issued_at: datetime
    called_ats: tuple[datetime, ...]
    started_at: datetime | None
    ended_at: datetime | None
    wait_s: float | None
    queued_s: float | None
    service_s: float | None
    target_s: float
    counter: str | None
    staff: str | None
    no_shows: int
    overtook: int
    times: int = 1
    green: bool = False
    outcome: str | None = None
    offered: bool = False
    grade: int | None = None


def record_of(visit: Visit, leg: Leg) -> LegRecord:
    """The flat row of a leg as it stands."""
    served = leg.served_s if leg.state is LegState.DONE or leg.served_s else None
    return LegRecord(
        visit_id=visit.id,
        leg_no=leg.no,
        number=visit.number,
        day=visit.day,
        service=leg.service,
        class_name=leg.called_class or visit.class_name,
        state=leg.state,
        issued_at=visit.issued_at,
        called_ats=leg.called_ats,
        started_at=leg.started_at,
        ended_at=leg.ended_at,
        wait_s=leg.wait_s,
        queued_s=leg.queued_s,
        service_s=served,
        target_s=leg.target_s,
        counter=leg.counter,
        staff=leg.staff,
        no_shows=leg.no_shows,
        overtook=leg.overtook,
        times=leg.times,
        green=any(g.class_name == "legal" for g in visit.grounds),
        outcome=leg.outcome,
    )
