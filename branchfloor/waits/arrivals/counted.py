"""A past day as counts: how many joined a queue in each quarter-hour, by service and class."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.records import LegRecord

QUARTER_S = 900.0


@dataclass(frozen=True, slots=True)
class OpenDay:
    """The opening hours of a date as moments, cut into quarter-hours."""

    day: date
    opens_at: datetime
    closes_at: datetime

    @property
    def quarters(self) -> int:
        """How many quarter-hours the branch is open, the last one whole."""
        return max(1, -int(-(self.closes_at - self.opens_at).total_seconds() // QUARTER_S))

    def quarter(self, at: datetime) -> int:
        """The quarter-hour of a moment; who comes before or after belongs to the ends."""
        place = int((at - self.opens_at).total_seconds() // QUARTER_S)
        return min(max(place, 0), self.quarters - 1)

    def start_of(self, quarter: int) -> datetime:
        """When a quarter-hour begins."""
        return self.opens_at + timedelta(seconds=QUARTER_S * quarter)


def open_day(config: BranchConfig, day: date) -> OpenDay | None:
    """The opening hours of a date; None when the branch is closed then."""
    hours = config.hours.of(day)
    if hours is None:
        return None
    opens, closes = (datetime.combine(day, at, zone(config.time_zone)) for at in hours)
    return OpenDay(day, opens, closes)


@dataclass(frozen=True, slots=True)
class DayCount:
    """One business date: `joined` holds by service how many joined in each quarter-hour from
    opening, `classes` by service and class how many there were.
    """

    day: date
    joined: tuple[tuple[str, tuple[int, ...]], ...]
    classes: tuple[tuple[str, str, int], ...] = ()

    @property
    def total(self) -> int:
        """Everybody who joined."""
        return sum(sum(counts) for _, counts in self.joined)

    def of(self, service: str) -> tuple[int, ...]:
        """The quarter-hours of a service; empty when nobody came for it."""
        return dict(self.joined).get(service, ())


def joined_at(record: LegRecord) -> datetime | None:
    """When a leg joined the queue: the visit's issue for the first one, else worked back from
    its call; None for a later leg that never came up.
    """
    if record.leg_no == 1:
        return record.issued_at
    if record.called_ats and record.wait_s is not None:
        return record.called_ats[-1] - timedelta(seconds=record.wait_s)
    return None


def counted(config: BranchConfig, records: Iterable[LegRecord]) -> tuple[DayCount, ...]:
    """The records of past business dates as counts, a day each, in order; closed days are left
    out, for what happened on them says nothing about an open one.
    """
    days: dict[date, list[LegRecord]] = {}
    for record in records:
        days.setdefault(record.day, []).append(record)
    found = (_day(config, day, days[day]) for day in sorted(days))
    return tuple(count for count in found if count is not None)


def _day(config: BranchConfig, day: date, records: list[LegRecord]) -> DayCount | None:
    hours = open_day(config, day)
    if hours is None:
        return None
    joined: dict[str, list[int]] = {}
    classes: Counter[tuple[str, str]] = Counter()
    for record in records:
        at = joined_at(record)
        if at is not None:
            row = joined.setdefault(record.service, [0] * hours.quarters)
            row[hours.quarter(at)] += 1
            classes[record.service, record.class_name] += 1
    rows = tuple((service, tuple(row)) for service, row in sorted(joined.items()))
    return DayCount(day, rows, tuple((s, c, n) for (s, c), n in sorted(classes.items())))
