"""What a report of a day is made from, gathered once and then only read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from branchfloor.domain import events as e
from branchfloor.domain.clock import day_end
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ENDED
from branchfloor.domain.log import Entry
from branchfloor.domain.records import LegRecord, record_of
from branchfloor.domain.state import FloorState, visit_id
from branchfloor.storage.promises import Promise

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DayMaterial:
    """A business date as it was found at `now`.

    `records` are its visits' legs, ended or not. `entries` hold the date whole and the date
    before it, which says how the counters began. `promises` are those of its visits.
    """

    day: date
    now: datetime
    config: BranchConfig
    records: tuple[LegRecord, ...]
    entries: Sequence[Entry]
    promises: tuple[Promise, ...] = field(default=())

    @cached_property
    def until(self) -> datetime:
        """Up to when counters are reckoned: now; on a past date up to the last thing that
        happened on it, so that a forgotten close does not make a night of idling.
        """
        ended_at = day_end(self.day, self.config.time_zone)
        if self.now < ended_at:
            return self.now
        return max((one.at for one, _ in self.events() if one.at <= ended_at), default=ended_at)

    def events(self) -> Iterator[tuple[Entry, e.FloorEvent]]:
        """The date's own entries."""
        return ((one, one.event) for one in self.entries if one.day == self.day)

    def owns(self, event: e.FloorEvent) -> bool:
        """Whether an event is about a visit of this date."""
        return isinstance(event, e.VisitEvent) and event.visit_id.startswith(visit_id(self.day, ""))


def live_records(state: FloorState, day: date) -> tuple[LegRecord, ...]:
    """The legs of a date's visits that have not ended."""
    return tuple(
        record_of(visit, leg)
        for visit in state.visits.values()
        if visit.day == day
        for leg in visit.legs
        if leg.state not in ENDED
    )
