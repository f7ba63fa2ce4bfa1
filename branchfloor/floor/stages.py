"""Services of several steps: the stage reached, the second person's approval, the outcome."""

from branchfloor.domain.catalogue import OUTCOMES
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import LegApproved, StageReached
from branchfloor.domain.visit import Leg, Visit

from .answers import LegNow
from .finding import Target, leg_for
from .work import Work

MOST_TIMES = 99
"""How often one service is done at most under one step."""


def stage(work: Work, target: Target, stage: str) -> LegNow:
    """The service came to one of its stages; the clock of the one before stops."""
    visit, leg = leg_for(work, target, "stage")
    service = work.config.service(leg.service)
    if stage not in {one.code for one in service.stages}:
        raise Refused("unknown_stage", stage=stage, service=service.code)
    if leg.stages and leg.stages[-1].code == stage:
        return LegNow(visit.number, leg.no, leg.state)
    work.append(StageReached(visit.id, leg.no, leg.counter or "", stage))
    return LegNow(visit.number, leg.no, leg.state)


def approve(work: Work, target: Target, approver: str) -> LegNow:
    """A second person approves; the operator never does, and only who works here may."""
    visit, leg = leg_for(work, target, "approve")
    if approver == leg.staff or work.actor == f"staff:{approver}":
        raise Refused("approver_is_operator", staff=approver, ticket=visit.number)
    if work.config.staff and work.config.staff_member(approver) is None:
        raise Refused("unknown_staff", staff=approver)
    work.append(LegApproved(visit.id, leg.no, leg.counter or "", approver))
    return LegNow(visit.number, leg.no, leg.state)


def must_be_complete(work: Work, visit: Visit, leg: Leg, outcome: str | None, times: int) -> None:
    """Refuse to finish what lacks its approval or its outcome."""
    service = work.config.service(leg.service)
    if service.approval and leg.approver is None:
        raise Refused("approval_missing", ticket=visit.number, service=service.code)
    if outcome is not None and outcome not in OUTCOMES:
        raise Refused("unknown_outcome", outcome=outcome)
    if outcome is None and work.config.asks_outcome(service):
        raise Refused("outcome_missing", ticket=visit.number)
    if not 1 <= times <= MOST_TIMES:
        raise Refused("bad_value", name="times", value=str(times))
