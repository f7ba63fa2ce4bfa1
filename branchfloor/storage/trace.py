"""Apply one entry and note what a row must learn of it that the new state no longer shows."""

from dataclasses import dataclass, replace

from branchfloor.domain.events import DayOpened, FloorEvent, LegQueued, StepUndone, VisitEvent
from branchfloor.domain.kinds import ENDED
from branchfloor.domain.log import Entry
from branchfloor.domain.records import LegRecord
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import Call, FloorState

LegKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Applied:
    """An entry with the legs it ended, the ended legs it brought back, and the calls it changed."""

    entry: Entry
    ended: tuple[LegRecord, ...] = ()
    reopened: tuple[LegKey, ...] = ()
    calls: tuple[Call, ...] = ()


def traced(before: FloorState, entry: Entry) -> tuple[FloorState, Applied]:
    """The state after an entry, and the trace it leaves."""
    after = apply(before, entry)
    if isinstance(entry.event, DayOpened):
        return after, Applied(entry)
    old, new = before.records, after.records
    same_start = new is old or new[: len(old)] == old
    return after, Applied(
        entry,
        ended=(new[len(old) :] if same_start else _missing(new, old)) + _late(before, entry),
        reopened=_reopened(after, entry.event),
        calls=_calls(before.calls, after.calls),
    )


def _reopened(after: FloorState, event: FloorEvent) -> tuple[LegKey, ...]:
    """Legs that live now and may have been ended before: by undo and by a return to the queue."""
    if not isinstance(event, (StepUndone, LegQueued)):
        return ()
    visit = after.visits.get(event.visit_id)
    return (
        tuple((visit.id, leg.no) for leg in visit.legs if leg.state not in ENDED) if visit else ()
    )


def _missing(records: tuple[LegRecord, ...], there: tuple[LegRecord, ...]) -> tuple[LegRecord, ...]:
    known = set(map(id, there))
    return tuple(r for r in records if id(r) not in known)


def _late(before: FloorState, entry: Entry) -> tuple[LegRecord, ...]:
    """Records of a visit carried over from an earlier day: no figure of today, but a row's end."""
    event = entry.event
    visit = before.visits.get(event.visit_id) if isinstance(event, VisitEvent) else None
    if visit is None or visit.day == before.day:
        return ()
    return apply(replace(before, day=visit.day, records=()), entry).records


def _calls(old: tuple[Call, ...], new: tuple[Call, ...]) -> tuple[Call, ...]:
    if new is old:
        return ()
    known = set(map(id, old))
    return tuple(c for c in new if id(c) not in known)
