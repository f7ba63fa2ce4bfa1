"""Opening hours as the hall reads them: open or not, when next, and the week in few rows."""

from dataclasses import dataclass
from datetime import date, datetime, time

from branchfloor.domain.catalogue import OpeningHours
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.hours import Span, is_open, next_opening_at
from branchfloor.domain.hours import WeekSpan as WeekRow
from branchfloor.domain.hours import week_spans as week_rows

__all__ = [
    "Opening",
    "Span",
    "WeekRow",
    "exact_time",
    "is_open",
    "local",
    "next_opening",
    "short_time",
    "week_rows",
]


@dataclass(frozen=True, slots=True)
class Opening:
    """When the branch opens next: its date, how many days from today, and the time."""

    day: date
    in_days: int
    at: time


def local(config: BranchConfig, moment: datetime) -> datetime:
    """A moment on the branch's own clock."""
    return moment.astimezone(zone(config.time_zone))


def next_opening(hours: OpeningHours, moment: datetime) -> Opening | None:
    """The next opening after a branch-local moment; None when none is near."""
    at = next_opening_at(hours, moment)
    return Opening(at.date(), (at.date() - moment.date()).days, at.time()) if at else None


def short_time(moment: time | datetime) -> str:
    """Hour and minute as people write them: `9:06`."""
    return f"{moment.hour}:{moment.minute:02d}"


def exact_time(moment: datetime) -> str:
    """The same with seconds: `9:06:10`."""
    return f"{short_time(moment)}:{moment.second:02d}"
