"""Reducers of one leg's moves: the state table of DESIGN §4, one function a move."""

from . import events as e
from .changing import replace
from .kinds import ENDED, LegState, Step
from .log import Entry
from .reduce_parts import (
    Reducers,
    live,
    moved,
    remember,
    undo_calls,
    with_call,
    with_counter,
    with_visit,
)
from .state import FloorState
from .visit import Leg, StageMark, Visit


def _called(state: FloorState, entry: Entry, event: e.LegCalled) -> FloorState:
    visit, at = live(state, event.visit_id), entry.at
    before = visit.leg(event.leg_no)
    queued_s = visit.queued_s(at)
    changed, leg = moved(
        visit,
        event.leg_no,
        "call",
        state=LegState.CALLED,
        counter=event.counter,
        staff=event.staff,
        wait_s=queued_s - before.mark_s,
        queued_s=queued_s,
        call_ats=(at,),
        called_ats=(*before.called_ats, at),
        overtook=event.overtook,
        by_hand=event.by_hand,
        target_s=event.target_s,
        called_class=event.class_name,
        approver=None,
    )
    clock = (visit.banked_s, visit.waiting_since or at)
    changed = replace(changed, clock_before=clock)
    counter = state.counter(event.counter)
    new = with_visit(_passed(state, entry, event), visit, changed, entry)
    new = with_counter(new, counter.taking(visit.id, leg.no, at))
    new = with_call(new, entry, changed, leg, repeat=False)
    return remember(new, entry, Step.CALL, visit, counter)


def _passed(state: FloorState, entry: Entry, event: e.LegCalled) -> FloorState:
    """Late legs that this call lets pass come one call nearer to their return."""
    for visit_id, leg_no in event.passes:
        visit = live(state, visit_id)
        leg = visit.leg(leg_no)
        fewer = visit.with_leg(replace(leg, passes=max(0, leg.passes - 1)))
        state = replace(state, visits=state.visits.put(visit_id, fewer))
    return state


def _recalled(state: FloorState, entry: Entry, event: e.LegRecalled) -> FloorState:
    visit = live(state, event.visit_id)
    calls = (*visit.leg(event.leg_no).call_ats, entry.at)
    changed, leg = moved(visit, event.leg_no, "recall", call_ats=calls)
    return with_call(with_visit(state, visit, changed, entry), entry, changed, leg, repeat=True)


def _started(state: FloorState, entry: Entry, event: e.LegStarted) -> FloorState:
    visit, counter = live(state, event.visit_id), state.counter(event.counter)
    before = visit.leg(event.leg_no)
    changed, _ = moved(
        visit,
        event.leg_no,
        "start",
        state=LegState.SERVING,
        started_at=before.started_at or entry.at,
        sat_at=entry.at,
    )
    new = with_visit(state, visit, changed, entry)
    return remember(new, entry, Step.START, visit, counter)


def _stage(state: FloorState, entry: Entry, event: e.StageReached) -> FloorState:
    visit = live(state, event.visit_id)
    before = visit.leg(event.leg_no)
    mark = StageMark(event.stage, before.served_at(entry.at), entry.at)
    changed, _ = moved(visit, event.leg_no, "stage", stages=(*before.stages, mark))
    return with_visit(state, visit, changed, entry)


def _approved(state: FloorState, entry: Entry, event: e.LegApproved) -> FloorState:
    visit = live(state, event.visit_id)
    changed, _ = moved(visit, event.leg_no, "approve", approver=event.approver)
    return with_visit(state, visit, changed, entry)


def _finished(state: FloorState, entry: Entry, event: e.LegFinished) -> FloorState:
    visit, counter = live(state, event.visit_id), state.counter(event.counter)
    before = visit.leg(event.leg_no)
    changed, _ = moved(
        visit,
        event.leg_no,
        "finish",
        state=LegState.DONE,
        ended_at=entry.at,
        served_s=before.served_at(entry.at),
        sat_at=None,
        outcome=event.outcome,
        times=event.times,
    )
    new = with_visit(state, visit, changed, entry)
    new = with_counter(new, counter.freed(entry.at))
    return remember(new, entry, Step.FINISH, visit, counter)


def _held(state: FloorState, entry: Entry, event: e.LegHeld) -> FloorState:
    visit, counter = live(state, event.visit_id), state.counter(event.counter)
    before = visit.leg(event.leg_no)
    changed, _ = moved(
        visit,
        event.leg_no,
        "hold",
        state=LegState.ON_HOLD,
        hold=event.kind,
        served_s=before.served_at(entry.at),
        sat_at=None,
        due_at=event.return_at,
    )
    new = with_visit(state, visit, changed, entry)
    new = with_counter(new, counter.freed(entry.at))
    return remember(new, entry, Step.HOLD, visit, counter)


def _resumed(state: FloorState, entry: Entry, event: e.LegResumed) -> FloorState:
    visit, counter = live(state, event.visit_id), state.counter(event.counter)
    changed, leg = moved(
        visit,
        event.leg_no,
        "resume",
        state=LegState.SERVING,
        counter=event.counter,
        staff=event.staff,
        hold=None,
        due_at=None,
        sat_at=entry.at,
        approver=visit.leg(event.leg_no).approver if _same_hands(visit, event) else None,
    )
    new = with_visit(state, visit, changed, entry)
    return with_counter(new, counter.taking(visit.id, leg.no, entry.at))


def _same_hands(visit: Visit, event: e.LegResumed) -> bool:
    """An approval was given for one operator's work; another's needs its own."""
    return visit.leg(event.leg_no).staff == event.staff


def _transferred(state: FloorState, entry: Entry, event: e.LegTransferred) -> FloorState:
    visit = live(state, event.visit_id)
    before = visit.leg(event.leg_no)
    counter = state.counter(before.counter or "")
    changed, _ = moved(
        visit,
        event.leg_no,
        "transfer",
        state=LegState.WAITING,
        service=event.service,
        needs_cash=event.needs_cash,
        target_s=event.target_s,
        pin=event.pin,
        served_s=before.served_at(entry.at),
        sat_at=None,
        due_at=event.pin.until if event.pin else None,
        mark_s=visit.banked_s,
        note=event.note,
    )
    new = with_visit(state, visit, changed, entry)
    new = with_counter(new, counter.freed(entry.at))
    return remember(new, entry, Step.TRANSFER, visit, counter)


def _missed(state: FloorState, entry: Entry, event: e.LegMissed) -> FloorState:
    visit = live(state, event.visit_id)
    before = visit.leg(event.leg_no)
    counter = state.counter(before.counter or "")
    changed, _ = moved(
        visit,
        event.leg_no,
        "no_show",
        state=LegState.EXPIRED if event.expired else LegState.LATE,
        passes=event.passes,
        due_at=event.due_at,
        ended_at=entry.at if event.expired else None,
        no_shows=before.no_shows + 1,
    )
    new = with_visit(state, visit, changed, entry)
    new = with_counter(new, counter.freed(entry.at))
    return remember(new, entry, Step.NO_SHOW, visit, counter)


_QUEUE_MOVES = {"planned": "queue", "reinstate": "reinstate"}


def _queued(state: FloorState, entry: Entry, event: e.LegQueued) -> FloorState:
    visit = live(state, event.visit_id)
    before = visit.leg(event.leg_no)
    changed, _ = moved(
        visit,
        event.leg_no,
        _QUEUE_MOVES.get(event.cause, "return"),
        state=LegState.WAITING,
        pin=event.pin,
        hold=None,
        passes=0,
        due_at=event.pin.until if event.pin else None,
        ended_at=None,
        mark_s=visit.queued_s(entry.at) if event.cause == "planned" else before.mark_s,
        returned=before.returned or event.cause in ("late", "reinstate"),
    )
    return with_visit(state, visit, changed, entry, touch=event.cause != "planned")


def _moved(state: FloorState, entry: Entry, event: e.LegMoved) -> FloorState:
    visit = live(state, event.visit_id)
    changed, _ = moved(
        visit,
        event.leg_no,
        "move",
        service=event.service,
        needs_cash=event.needs_cash,
        target_s=event.target_s,
        pin=event.pin,
        due_at=event.pin.until if event.pin else None,
    )
    return with_visit(state, visit, changed, entry)


def _uncalled(visit: Visit, leg: Leg) -> Visit:
    """The visit as if its leg had not been called: state and clocks as before."""
    banked_s, since = visit.clock_before or (visit.banked_s, None)
    back = replace(
        leg,
        state=LegState.WAITING,
        counter=None,
        staff=None,
        call_ats=(),
        called_ats=leg.called_ats[:-1],
        wait_s=None,
        queued_s=None,
        overtook=0,
    )
    return replace(visit.with_leg(back), banked_s=banked_s, waiting_since=since)


def _released(state: FloorState, entry: Entry, event: e.LegReleased) -> FloorState:
    visit = live(state, event.visit_id)
    leg = visit.leg(event.leg_no)
    leg.must("release", visit.number)
    number = leg.counter or ""
    new = with_visit(state, visit, _uncalled(visit, leg), entry)
    new = undo_calls(new, visit, leg.no, number)
    return with_counter(new, replace(state.counter(number).freed(entry.at), steps=()))


_END_MOVES = {
    LegState.CANCELLED: "cancel",
    LegState.LEFT: "leave",
    LegState.ABANDONED: "abandon",
}


def _ended(state: FloorState, entry: Entry, event: e.LegEnded) -> FloorState:
    visit = live(state, event.visit_id)
    before = visit.leg(event.leg_no)
    move = _END_MOVES[event.state]
    changed, _ = moved(visit, event.leg_no, move, state=event.state, ended_at=entry.at, due_at=None)
    new = with_visit(state, visit, changed, entry)
    if before.state is LegState.CALLED and before.counter:
        counter = state.counter(before.counter)
        new = undo_calls(new, visit, before.no, before.counter)
        new = with_counter(new, replace(counter.freed(entry.at), steps=()))
    return new


def _undone(state: FloorState, entry: Entry, event: e.StepUndone) -> FloorState:
    counter = state.counter(event.counter)
    point = counter.steps[-1]
    if point.seq != event.undone_seq:
        raise ValueError(f"step {event.undone_seq} is not the last of counter {event.counter}")
    current = state.visits.get(event.visit_id) or _gone(state, point.visit)
    new = with_visit(state, current, point.visit, entry, touch=False)
    if point.step is Step.CALL:
        new = undo_calls(new, point.visit, counter.leg_no or 0, event.counter)
    return with_counter(new, replace(point.counter, steps=counter.steps[:-1]))


def _gone(state: FloorState, before: Visit) -> Visit:
    """A visit that its last step ended: only its day's records are left of it."""
    ended = {r.leg_no for r in state.records if r.visit_id == before.id}
    legs = tuple(
        replace(leg, state=LegState.DONE) if leg.no in ended and leg.state not in ENDED else leg
        for leg in before.legs
    )
    return replace(before, legs=legs, waiting_since=None)


REDUCERS: Reducers = {
    e.LegCalled: _called,
    e.LegRecalled: _recalled,
    e.LegStarted: _started,
    e.StageReached: _stage,
    e.LegApproved: _approved,
    e.LegFinished: _finished,
    e.LegHeld: _held,
    e.LegResumed: _resumed,
    e.LegTransferred: _transferred,
    e.LegMissed: _missed,
    e.LegQueued: _queued,
    e.LegMoved: _moved,
    e.LegReleased: _released,
    e.LegEnded: _ended,
    e.StepUndone: _undone,
}
