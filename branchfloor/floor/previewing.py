"""A draft of the policy held against the branch's own last days, played again under both.

Loads numpy; a process of its own answers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from branchfloor.domain.clock import DAY_STARTS_AT, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.previewing import PolicyPreview
from branchfloor.domain.records import LegRecord
from branchfloor.storage.history import records_between
from branchfloor.storage.store import Store
from branchfloor.twin.preview import Day, compared
from branchfloor.twin.recorded import Visitor, reaction_seen_s, seats_seen
from branchfloor.twin.replay import RecordedDay

HORIZON_S = 20 * 3600.0
LOOKS_BACK = timedelta(days=60)
"""Business dates that are over are looked for so far back."""


def policy_preview(
    store: Store, draft: BranchConfig, now: datetime, days: int = 20
) -> PolicyPreview:
    """The last so many business dates under the policy in force and under the draft."""
    today = store.state.day or now.date()
    records = records_between(store, today - LOOKS_BACK, today)
    found = list(days_of(records, store.config))[-days:]
    return compared(found, store.config, draft)


def days_of(records: Iterable[LegRecord], config: BranchConfig) -> Iterator[Day]:
    """Past dates as they can be played again, the oldest first; without any call none is."""
    by_day: dict[date, list[LegRecord]] = defaultdict(list)
    for record in records:
        by_day[record.day].append(record)
    for on, rows in sorted(by_day.items()):
        begins = datetime.combine(on, time(), zone(config.time_zone)) + DAY_STARTS_AT
        numbers = {_visitor(row, begins): row.number for row in rows}
        people = tuple(numbers)
        seats = seats_seen(people, HORIZON_S)
        if seats:
            recorded = RecordedDay(people, seats, reaction_seen_s(people), HORIZON_S)
            yield Day(on, recorded, numbers)


def _visitor(row: LegRecord, begins: datetime) -> Visitor:
    """A leg: it came when its wait for the latest call began."""
    called_s = ended_s = None
    came_s = (row.issued_at - begins).total_seconds()
    if row.called_ats and row.wait_s is not None and row.service_s is not None:
        called_s = (row.called_ats[-1] - begins).total_seconds()
        came_s = called_s - row.wait_s
    if row.ended_at is not None:
        ended_s = (row.ended_at - begins).total_seconds()
    counter = row.counter if called_s is not None else None
    return Visitor(row.class_name, row.service, came_s, called_s, ended_s, counter, row.visit_id)
