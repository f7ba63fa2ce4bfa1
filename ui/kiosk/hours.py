"""Opening hours as the kiosk needs them: open now, when next, and the week in few rows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from branchfloor.domain.clock import business_date, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.hours import Span as Span
from branchfloor.domain.hours import next_opening_at, week_spans
from branchfloor.domain.state import FloorState

_DAYS_AHEAD = 31


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Neighbouring weekdays (0 = Monday) with the same hours; None means closed."""

    first: int
    last: int
    personal: Span | None
    corporate: Span | None

    def has(self, weekday: int) -> bool:
        """Whether a weekday belongs to the row."""
        return self.first <= weekday <= self.last


def local(now: datetime, config: BranchConfig) -> datetime:
    """The branch's own wall clock."""
    return now.astimezone(zone(config.time_zone))


def takes_tickets(config: BranchConfig, now: datetime) -> bool:
    """Whether the kiosk may issue: from opening until the last ticket before closing."""
    here = local(now, config)
    span = config.hours.of(here.date())
    if span is None:
        return False
    last = _on(here, span[1]) - timedelta(minutes=config.hours.last_ticket_before_min)
    return _on(here, span[0]) <= here < last


def day_over(state: FloorState, config: BranchConfig, now: datetime) -> bool:
    """Whether the staff have closed this business day already."""
    return state.day_closed and state.day == business_date(now, config.time_zone)


def next_opening(config: BranchConfig, now: datetime) -> datetime | None:
    """When the doors open next, branch-local; None when not within a month."""
    return next_opening_at(config.hours, local(now, config), _DAYS_AHEAD)


def ended_today(config: BranchConfig, now: datetime) -> bool:
    """Whether the branch was open earlier today, as opposed to not yet or not at all."""
    here = local(now, config)
    span = config.hours.of(here.date())
    return span is not None and here >= _on(here, span[0])


def week(config: BranchConfig) -> tuple[WeekRow, ...]:
    """The seven days, neighbours with equal hours in one row."""
    corporate = _corporate(config)
    return tuple(
        WeekRow(row.first, row.last, row.span, _within(row.span, corporate))
        for row in week_spans(config.hours)
    )


def holidays_soon(config: BranchConfig, now: datetime, days: int = 45) -> tuple[date, ...]:
    """Closed dates within the next days, soonest first."""
    today = local(now, config).date()
    until = today + timedelta(days=days)
    return tuple(sorted(day for day in config.hours.holidays if today <= day <= until))


def has_corporate(config: BranchConfig) -> bool:
    """Whether the branch serves companies at all."""
    return any(service.corporate for service in config.services)


def _corporate(config: BranchConfig) -> Span | None:
    """From the earliest opening to the latest closing of any corporate service."""
    found = [s for s in config.services if s.corporate]
    if not found:
        return None
    opens = min(s.opens or time.min for s in found)
    return opens, max(s.closes or time.max for s in found)


def _within(span: Span | None, limits: Span | None) -> Span | None:
    if span is None or limits is None:
        return None
    opens, closes = max(span[0], limits[0]), min(span[1], limits[1])
    return (opens, closes) if opens < closes else None


def _on(day: datetime, moment: time) -> datetime:
    return datetime.combine(day.date(), moment, day.tzinfo)
