"""Reducers of the hall: sessions, help, checklist, notices, alerts, devices, ratings and tasks."""

from . import hall_events as h
from . import staff_events as s
from .changing import replace
from .hall import LOW_GRADE, Fault, Hall, HelpCall, Notice, Quiet, Session, Task, Tick, Unticketed
from .log import Entry
from .records import LegRecord
from .reduce_parts import Reducers
from .state import FloorState


def _with(state: FloorState, hall: Hall) -> FloorState:
    return replace(state, hall=hall)


def _unchanged(state: FloorState, entry: Entry, event: object) -> FloorState:
    """On the record only."""
    return state


def _signed_in(state: FloorState, entry: Entry, event: s.SignedIn) -> FloorState:
    session = Session(event.place, event.staff, event.token, entry.at)
    return _with(state, state.hall.with_session(session))


def _signed_out(state: FloorState, entry: Entry, event: s.SignedOut) -> FloorState:
    return _with(state, state.hall.without_session(event.place))


def _help_asked(state: FloorState, entry: Entry, event: h.HelpAsked) -> FloorState:
    call = HelpCall(event.counter, event.kind, entry.at)
    return _with(state, replace(state.hall, helps=(*state.hall.helps, call)))


def _help_answered(state: FloorState, entry: Entry, event: h.HelpAnswered) -> FloorState:
    helps = tuple(
        replace(call, answered_at=entry.at, by=entry.actor)
        if call.counter == event.counter and call.answered_at is None
        else call
        for call in state.hall.helps
    )
    return _with(state, replace(state.hall, helps=helps))


def _unticketed(state: FloorState, entry: Entry, event: h.UnticketedServed) -> FloorState:
    served = Unticketed(event.counter, event.service, entry.at, entry.actor)
    return _with(state, replace(state.hall, unticketed=(*state.hall.unticketed, served)))


def _ticked(state: FloorState, entry: Entry, event: h.ChecklistTicked) -> FloorState:
    return _with(state, state.hall.with_tick(Tick(event.item, event.done, entry.at, entry.actor)))


def _posted(state: FloorState, entry: Entry, event: h.NoticePosted) -> FloorState:
    notice = Notice(event.notice, event.text, entry.at, event.until, entry.actor)
    kept = state.hall.notices_at(entry.at)
    return _with(state, replace(state.hall, notices=(*kept, notice)))


def _withdrawn(state: FloorState, entry: Entry, event: h.NoticeWithdrawn) -> FloorState:
    kept = tuple(n for n in state.hall.notices if n.id != event.notice)
    return _with(state, replace(state.hall, notices=kept))


def _quieted(state: FloorState, entry: Entry, event: h.AlertQuieted) -> FloorState:
    spoken = tuple(q for q in state.hall.quiet if q.until > entry.at)
    hall = replace(state.hall, quiet=spoken)
    return _with(state, hall.with_quiet(Quiet(event.alert, event.until)))


def _reported(state: FloorState, entry: Entry, event: h.DeviceReported) -> FloorState:
    if event.fault is None:
        return _with(state, state.hall.without_fault(event.device))
    return _with(state, state.hall.with_fault(Fault(event.device, event.fault, entry.at)))


def _rated(state: FloorState, event: h.RatingOffered | h.RatingGiven) -> LegRecord:
    for record in state.records:
        if (record.visit_id, record.leg_no) == (event.visit_id, event.leg_no):
            return record
    raise ValueError(f"no record of {event.visit_id} leg {event.leg_no}")


def _with_record(state: FloorState, old: LegRecord, new: LegRecord) -> FloorState:
    """The changed record stands last: it was the last to be written."""
    records = (*(r for r in state.records if r is not old), new)
    return replace(state, records=records)


def _offered(state: FloorState, entry: Entry, event: h.RatingOffered) -> FloorState:
    record = _rated(state, event)
    return _with_record(state, record, replace(record, offered=True))


def _given(state: FloorState, entry: Entry, event: h.RatingGiven) -> FloorState:
    record = _rated(state, event)
    new = _with_record(state, record, replace(record, offered=True, grade=event.grade))
    if event.grade > LOW_GRADE:
        return new
    task = Task(
        id=f"{record.visit_id}/{record.leg_no}",
        kind="low_grade",
        number=record.number,
        counter=record.counter or "",
        grade=event.grade,
        opened_at=entry.at,
    )
    return _with(new, replace(new.hall, tasks=(*new.hall.tasks, task)))


def _task_done(state: FloorState, entry: Entry, event: h.TaskDone) -> FloorState:
    tasks = tuple(
        replace(task, done_at=entry.at, by=entry.actor) if task.id == event.task else task
        for task in state.hall.tasks
    )
    return _with(state, replace(state.hall, tasks=tasks))


REDUCERS: Reducers = {
    s.SignedIn: _signed_in,
    s.SignedOut: _signed_out,
    s.SignInFailed: _unchanged,
    s.SignInLocked: _unchanged,
    s.PinSet: _unchanged,
    h.TicketReprinted: _unchanged,
    h.ParticularsPurged: _unchanged,
    h.HelpAsked: _help_asked,
    h.HelpAnswered: _help_answered,
    h.UnticketedServed: _unticketed,
    h.ChecklistTicked: _ticked,
    h.NoticePosted: _posted,
    h.NoticeWithdrawn: _withdrawn,
    h.AlertQuieted: _quieted,
    h.DeviceReported: _reported,
    h.RatingOffered: _offered,
    h.RatingGiven: _given,
    h.TaskDone: _task_done,
}
