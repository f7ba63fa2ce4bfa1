"""Calling: the next leg by the rule with its reasons, a given one by hand, and again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.errors import NobodyWaiting, Refused
from branchfloor.domain.events import LegCalled, LegQueued, LegRecalled, Reason
from branchfloor.domain.kinds import LegState
from branchfloor.domain.lanes import LaneKey
from branchfloor.domain.visit import Leg, Visit
from branchfloor.routing.choice import Choice, choose_given, choose_next
from branchfloor.routing.eligibility import Desk, Mark, desk

from .answers import Called, LegNow
from .finding import Target, leg_for, open_counter, visit_of
from .work import Work


def call_next(work: Work, counter: str) -> Called:
    """Call the leg this counter is to serve next; NobodyWaiting when there is none."""
    open_counter(work, counter)
    here = desk(work.state, work.config, counter)
    choice = choose_next(work.state, here, work.now)
    if choice is None:
        raise NobodyWaiting("nobody_waiting", counter=counter)
    return _call(work, here, choice, by_hand=False)


HAND_REASONS: Mapping[str, str] = {
    "returned": "hand_returned",
    "goes_on": "hand_goes_on",
    "wrong_line": "hand_wrong_line",
    "sent": "hand_sent",
    "other": "hand_other",
}
"""Why somebody is called out of turn, each with the code of its reason."""


def call_given(work: Work, counter: str, ticket: str, why: str = "") -> Called:
    """Call one ticket by hand, a late one included; refused when this counter may not serve it.

    `why` is one of `HAND_REASONS`, kept with the call; "" when nobody said.
    """
    if why and why not in HAND_REASONS:
        raise Refused("bad_value", name="why", value=why)
    open_counter(work, counter)
    visit, leg = _to_call(work, ticket)
    here = desk(work.state, work.config, counter)
    choice = choose_given(work.state, here, visit, leg, work.now)
    if choice is None:
        raise _why_not(here, visit, leg)
    return _call(work, here, _told(choice, why), by_hand=True)


def _told(choice: Choice, why: str) -> Choice:
    """The choice with what was said of it, behind who chose it."""
    if not why:
        return choice
    by, *others = choice.reasons
    return replace(choice, reasons=(by, Reason(HAND_REASONS[why]), *others))


def _to_call(work: Work, ticket: str) -> tuple[Visit, Leg]:
    visit = visit_of(work, ticket)
    taken = visit.active
    if taken is not None:
        raise Refused("ticket_taken", ticket=visit.number, counter=taken.counter or "")
    late = next((leg for leg in visit.legs if leg.state is LegState.LATE), None)
    if late is not None:
        work.append(LegQueued(visit.id, late.no, "late"))
        visit = visit_of(work, ticket)
        return visit, visit.leg(late.no)
    waiting = next((leg for leg in visit.legs if leg.state is LegState.WAITING), None)
    if waiting is None:
        state = visit.legs[-1].state.value
        raise Refused("not_waiting", ticket=visit.number, state=state)
    return visit, waiting


def _why_not(here: Desk, visit: Visit, leg: Leg) -> Refused:
    pin = leg.pin
    key = LaneKey(
        leg.service,
        visit.class_name,
        leg.needs_cash,
        visit.skills,
        pin.counter if pin else None,
        pin.staff if pin else None,
    )
    return refusal(here, key)


def refusal(here: Desk, key: LaneKey) -> Refused:
    """The refusal that says why a desk may not serve a lane."""
    service = here.config.service(key.service)
    skills = (*service.requires, *key.skills)
    code = here.answer(key).why or "cannot_serve"
    values: dict[str, object] = {"counter": here.plan.number, "service": service.code}
    if code == "skill_missing":
        values["skill"] = skills
    return Refused(code, **values)


def _call(work: Work, here: Desk, choice: Choice, *, by_hand: bool) -> Called:
    visit, leg, number = choice.visit, choice.leg, here.plan.number
    waited_s = visit.queued_s(work.now)
    service = work.config.service(leg.service)
    work.append(
        LegCalled(
            visit_id=visit.id,
            leg_no=leg.no,
            counter=number,
            staff=here.counter.staff,
            waited_s=round(waited_s, 3),
            target_s=work.config.policy.target_s(visit.class_name, service),
            class_name=visit.class_name,
            reasons=choice.reasons,
            overtook=choice.overtook,
            by_hand=by_hand,
            passes=_passed(work, here),
        )
    )
    _return_late(work)
    return Called(visit.number, leg.no, number, leg.service, round(waited_s, 3), choice.reasons)


def _late(work: Work) -> list[tuple[Visit, Leg]]:
    visits = [work.state.visit(v) for v in sorted(work.state.timed)]
    return [(v, leg) for v in visits if v for leg in v.legs if leg.state is LegState.LATE]


def _passed(work: Work, here: Desk) -> tuple[tuple[str, int], ...]:
    """Late legs that this desk might have served: one more call has passed them."""
    found = []
    for visit, leg in _late(work):
        key = LaneKey(leg.service, visit.class_name, leg.needs_cash, visit.skills, None, None)
        if leg.passes > 0 and here.answer(key).mark is not Mark.NO:
            found.append((visit.id, leg.no))
    return tuple(found)


def _return_late(work: Work) -> None:
    for visit, leg in _late(work):
        if leg.passes == 0:
            work.append(LegQueued(visit.id, leg.no, "late"))


def recall(work: Work, target: Target) -> LegNow:
    """Call the same ticket again; refused before the least gap is over."""
    visit, leg = leg_for(work, target, "recall")
    gap_s = work.config.settings.recall_gap_s
    passed_s = seconds_between(leg.call_ats[-1], work.now)
    if passed_s < gap_s:
        left = _ceil(gap_s - passed_s)
        raise Refused("recall_too_soon", ticket=visit.number, seconds=left)
    work.append(LegRecalled(visit.id, leg.no, leg.counter or ""))
    return LegNow(visit.number, leg.no, LegState.CALLED)


def no_show_allowed_in_s(leg: Leg, work: Work) -> float:
    """Seconds until this called leg may be marked as not come; 0 when it may."""
    settings = work.config.settings
    first = leg.call_ats[0] + timedelta(seconds=settings.no_show_after_s)
    return seconds_between(work.now, first)


def _ceil(seconds: float) -> int:
    return int(-(-seconds // 1))
