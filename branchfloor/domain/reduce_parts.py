"""Pieces every reducer shares: put a visit back in its place, keep records and calls."""

from collections.abc import Callable
from typing import Any

from .changing import replace
from .counter import Counter, UndoPoint
from .events import FloorEvent
from .kinds import ENDED, Step
from .log import Entry
from .records import record_of
from .state import CALLS_KEPT, Call, FloorState
from .visit import Leg, Visit

STEPS_KEPT = 2
"""Finish-and-call-next can be taken back as two steps."""

Reducers = dict[type[FloorEvent], Callable[[FloorState, Entry, Any], FloorState]]


def with_visit(
    state: FloorState, old: Visit | None, new: Visit, entry: Entry, *, touch: bool = True
) -> FloorState:
    """The state with a visit changed from `old` to `new`: clock, lanes, records and numbers.

    What only follows from a step (the next planned leg waits, a step is taken back) is no
    `touch`: the step before it may still be undone.
    """
    settled = replace(new.settled(entry.at), touched=entry.seq if touch else new.touched)
    lanes = (state.lanes.without(old) if old else state.lanes).including(settled)
    keep = not settled.ended or settled.revivable
    numbers, visits = state.by_number, state.visits
    if keep:
        visits = visits.put(settled.id, settled)
        if settled.day == state.day:
            numbers = numbers.put(settled.number, settled.id)
    else:
        visits = visits.drop(settled.id)
        if numbers.get(settled.number) == settled.id:
            numbers = numbers.drop(settled.number)
    records = _records(state, old, settled)
    return replace(
        state,
        visits=visits,
        by_number=numbers,
        lanes=lanes,
        records=records,
        timed=_timed(state.timed, settled, keep=keep),
    )


def _timed(timed: frozenset[str], visit: Visit, *, keep: bool) -> frozenset[str]:
    wanted = keep and visit.timed
    if wanted == (visit.id in timed):
        return timed
    return timed | {visit.id} if wanted else timed - {visit.id}


def _records(state: FloorState, old: Visit | None, new: Visit) -> tuple[Any, ...]:
    """The day's records with those of this visit's ended legs put right."""
    if new.day != state.day:
        return state.records
    before = {leg.no for leg in old.legs if leg.state in ENDED} if old else set()
    after = {leg.no for leg in new.legs if leg.state in ENDED}
    records = state.records
    if before - after:
        gone = before - after
        records = tuple(r for r in records if not (r.visit_id == new.id and r.leg_no in gone))
    added = tuple(record_of(new, leg) for leg in new.legs if leg.no in after - before)
    return records + added


def live(state: FloorState, visit_id: str) -> Visit:
    """The visit an entry speaks of; a log that names no live visit is damaged."""
    visit = state.visits.get(visit_id)
    if visit is None:
        raise ValueError(f"no live visit {visit_id}")
    return visit


def moved(visit: Visit, leg_no: int, move: str, **changes: Any) -> tuple[Visit, Leg]:
    """The visit with one leg moved legally, and that leg."""
    leg = visit.leg(leg_no)
    leg.must(move, visit.number)
    new = replace(leg, **changes)
    return visit.with_leg(new), new


def with_counter(state: FloorState, counter: Counter) -> FloorState:
    """The state with one counter changed."""
    return replace(state, counters={**state.counters, counter.number: counter})


def remember(
    state: FloorState, entry: Entry, step: Step, visit: Visit, counter: Counter
) -> FloorState:
    """The state in which the counter may take this step back; holds the floor before it."""
    now = state.counter(counter.number)
    point = UndoPoint(
        seq=entry.seq,
        step=step,
        at=entry.at,
        actor=entry.actor,
        visit=visit,
        counter=replace(counter, steps=()),
    )
    return with_counter(state, replace(now, steps=(*now.steps, point)[-STEPS_KEPT:]))


def with_call(
    state: FloorState, entry: Entry, visit: Visit, leg: Leg, *, repeat: bool
) -> FloorState:
    """The state with one more call in the numbered record."""
    call = Call(
        no=state.last_call_no + 1,
        visit_id=visit.id,
        leg_no=leg.no,
        number=visit.number,
        counter=leg.counter or "",
        at=entry.at,
        repeat=repeat,
    )
    return replace(state, calls=(*state.calls, call)[-CALLS_KEPT:])


def undo_calls(state: FloorState, visit: Visit, leg_no: int, counter: str) -> FloorState:
    """The state in which the latest calls of this leg to this counter no longer hold."""
    calls = list(state.calls)
    for at in range(len(calls) - 1, -1, -1):
        call = calls[at]
        if (call.visit_id, call.leg_no, call.counter) == (visit.id, leg_no, counter):
            calls[at] = replace(call, undone=True)
            if not call.repeat:
                break
    return replace(state, calls=tuple(calls))
