"""Who is waiting for one counter, in the order it would call them."""

from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest

from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.state import FloorState
from branchfloor.routing.choice import Candidate, candidates
from branchfloor.routing.eligibility import Desk

MOST_ROWS = 14
"""No console is high enough for more."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One waiting leg as the list shows it."""

    ticket: str
    service: str
    class_name: str
    kind: ClassKind
    waited_s: float


@dataclass(frozen=True, slots=True)
class Queue:
    """The first of those waiting, how many people there are and the longest wait in seconds."""

    rows: tuple[QueueRow, ...] = ()
    people: int = 0
    longest_s: float = 0.0


def queue_of(state: FloorState, here: Desk, now: datetime, most: int = MOST_ROWS) -> Queue:
    """The queue of a desk. Only the first places of every lane are looked at, so that a long
    queue costs no more to show than a short one.
    """
    heads = candidates(state, here, now)
    moment = now.timestamp()
    front = (
        Candidate(head.key, place, head.line, head.mark, max(0.0, moment - place.since))
        for head in heads
        for place in state.lanes.of[head.key][:most]
    )
    rows = (_row(state, here, one) for one in nsmallest(most, front, key=_order))
    people = {place.visit_id for head in heads for place in state.lanes.of[head.key]}
    longest_s = max((head.queued_s for head in heads), default=0.0)
    return Queue(tuple(row for row in rows if row is not None), len(people), longest_s)


def _order(one: Candidate) -> tuple[int, int, float, int, int]:
    return one.order


def _row(state: FloorState, here: Desk, one: Candidate) -> QueueRow | None:
    visit = state.visits.get(one.place.visit_id)
    if visit is None:
        return None
    rule = here.config.policy.rule(one.key.class_name)
    return QueueRow(visit.number, one.key.service, rule.name, rule.kind, one.queued_s)
