"""Opening hours as the hall reads them: open or not, when next, and the week in few rows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from branchfloor.domain.catalogue import OpeningHours
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig

_LOOK_AHEAD_DAYS = 60

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Opening:
    """When the branch opens next: its date, how many days from today, and the time."""

    day: date
    in_days: int
    at: time


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Days of the week (0 = Monday) that share their hours; `span` None: closed."""

    first: int
    last: int
    span: Span | None


def local(config: BranchConfig, moment: datetime) -> datetime:
    """A moment on the branch's own clock."""
    return moment.astimezone(zone(config.time_zone))


def is_open(hours: OpeningHours, moment: datetime) -> bool:
    """Whether a branch-local moment lies within opening hours."""
    span = hours.of(moment.date())
    return span is not None and span[0] <= moment.time() < span[1]


def next_opening(hours: OpeningHours, moment: datetime) -> Opening | None:
    """The next opening after a branch-local moment; None when none is near."""
    for in_days in range(_LOOK_AHEAD_DAYS):
        day = moment.date() + timedelta(days=in_days)
        span = hours.of(day)
        if span is not None and (in_days or moment.time() < span[0]):
            return Opening(day, in_days, span[0])
    return None


def week_rows(hours: OpeningHours) -> tuple[WeekRow, ...]:
    """The week from Monday, neighbouring days of the same hours in one row."""
    spans = {day: (opens, closes) for day, opens, closes in hours.days}
    rows: list[WeekRow] = []
    for day in range(7):
        span = spans.get(day)
        if rows and rows[-1].span == span:
            rows[-1] = WeekRow(rows[-1].first, day, span)
        else:
            rows.append(WeekRow(day, day, span))
    return tuple(rows)


def short_time(moment: time | datetime) -> str:
    """Hour and minute as people write them: `9:06`."""
    return f"{moment.hour}:{moment.minute:02d}"


def exact_time(moment: datetime) -> str:
    """The same with seconds: `9:06:10`."""
    return f"{short_time(moment)}:{moment.second:02d}"
