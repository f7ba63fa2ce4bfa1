"""Opening hours worked out: open or not, when next, and the week in few rows."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from .catalogue import OpeningHours

Span = tuple[time, time]
"""From opening to closing, on the branch's own clock."""

LOOK_AHEAD_DAYS = 60


@dataclass(frozen=True, slots=True)
class WeekSpan:
    """Neighbouring days of the week (0 = Monday) that share their hours; `span` None: closed."""

    first: int
    last: int
    span: Span | None


def is_open(hours: OpeningHours, here: datetime) -> bool:
    """Whether a branch-local moment lies within opening hours."""
    span = hours.of(here.date())
    return span is not None and span[0] <= here.time() < span[1]


def next_opening_at(
    hours: OpeningHours, here: datetime, days: int = LOOK_AHEAD_DAYS
) -> datetime | None:
    """The next opening after a branch-local moment; None when none is within so many days."""
    for in_days in range(days):
        day = here.date() + timedelta(days=in_days)
        span = hours.of(day)
        if span is not None and (in_days or here.time() < span[0]):
            return datetime.combine(day, span[0], here.tzinfo)
    return None


def week_spans(hours: OpeningHours) -> tuple[WeekSpan, ...]:
    """The week from Monday, neighbouring days of the same hours in one row."""
    spans = {day: (opens, closes) for day, opens, closes in hours.days}
    rows = []
    for span, group in groupby(range(7), key=spans.get):
        days = list(group)
        rows.append(WeekSpan(days[0], days[-1], span))
    return tuple(rows)
