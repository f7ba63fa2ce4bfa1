"""What a unit did to the floor, as the rows need to know it."""

from dataclasses import dataclass

from branchfloor.domain.events import LegAdded, TicketIssued
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
    changed = [] if new.visits is old.visits else list(new.visits.differing(old.visits))
    return Change(old, new, applied, issued, new_legs, [v for v in changed if v not in issued])
