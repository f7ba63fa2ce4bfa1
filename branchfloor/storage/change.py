"""What a unit did to the floor, as the rows need to know it."""

from dataclasses import dataclass

from branchfloor.domain.events import (
    DayClosed,
    DayOpened,
    LegAdded,
    LegCalled,
    TicketIssued,
    VisitEvent,
)
from branchfloor.domain.log import Entry
from branchfloor.domain.state import FloorState

from .trace import Applied, LegKey


@dataclass(frozen=True, slots=True)
class Change:
    """The state before, the state after, and the entries between.

    `issued` are the visits that began in it; `new_legs` the legs that have no row yet;
    `changed` the visits that began before it and are not what they were.
    """

    old: FloorState
    new: FloorState
    applied: list[Applied]
    issued: dict[str, tuple[Entry, TicketIssued]]
    new_legs: set[LegKey]
    changed: list[str]

    @property
    def branch(self) -> str:
        """The branch it happened in."""
        return self.old.branch


def change_of(old: FloorState, new: FloorState, applied: list[Applied]) -> Change:
    """The change that some entries made."""
    issued: dict[str, tuple[Entry, TicketIssued]] = {}
    new_legs: set[LegKey] = set()
    for item in applied:
        event = item.entry.event
        if isinstance(event, TicketIssued):
            issued[event.visit_id] = (item.entry, event)
            new_legs.update((event.visit_id, leg.no) for leg in event.legs)
        elif isinstance(event, LegAdded):
            new_legs.add((event.visit_id, event.leg.no))
    changed = [v for v in _changed(old, new, applied) if v not in issued]
    return Change(old, new, applied, issued, new_legs, changed)


def _changed(old: FloorState, new: FloorState, applied: list[Applied]) -> list[str]:
    """The visits that are no longer the same: looked for only among those the entries name."""
    if new.visits is old.visits:
        return []
    named: dict[str, None] = {}
    for item in applied:
        event = item.entry.event
        if isinstance(event, (DayOpened, DayClosed)):
            return list(new.visits.differing(old.visits))
        if isinstance(event, VisitEvent):
            named[event.visit_id] = None
        if isinstance(event, LegCalled):
            named.update(dict.fromkeys(visit_id for visit_id, _ in event.passes))
    return [v for v in named if new.visits.get(v) is not old.visits.get(v)]
