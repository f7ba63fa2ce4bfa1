"""What a unit did to the floor, as the rows need to know it."""

from dataclasses import dataclass
from functools import cached_property

from branchfloor.domain import events as e
from branchfloor.domain.state import FloorState

from .trace import Applied, LegKey


@dataclass(frozen=True)
class Change:
    """The state before, the state after, and the entries between."""

    old: FloorState
    new: FloorState
    applied: list[Applied]

    @property
    def branch(self) -> str:
        """The branch it happened in."""
        return self.old.branch or self.new.branch

    @cached_property
    def issued(self) -> dict[str, tuple[Applied, e.TicketIssued]]:
        """Visits that began in it."""
        return {
            item.entry.event.visit_id: (item, item.entry.event)
            for item in self.applied
            if isinstance(item.entry.event, e.TicketIssued)
        }

    @cached_property
    def new_legs(self) -> set[LegKey]:
        """Legs that began in it, and so have no row yet."""
        found = {
            (visit_id, leg.no) for visit_id, (_, event) in self.issued.items() for leg in event.legs
        }
        for item in self.applied:
            event = item.entry.event
            if isinstance(event, e.LegAdded):
                found.add((event.visit_id, event.leg.no))
        return found

    @cached_property
    def changed_visits(self) -> list[str]:
        """Visits that began before it and are not what they were."""
        differing = self.new.visits.differing(self.old.visits)
        return [visit_id for visit_id in differing if visit_id not in self.issued]
