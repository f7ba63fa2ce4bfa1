"""A week's plans together: who works how long on which day, and what no single day can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .rostering import DayPlan, Fault, Span, faults

WEEK_DAYS = 7


def week_of(day: date) -> tuple[date, ...]:
    """The dates of a date's week, from its Monday."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=i) for i in range(WEEK_DAYS))


@dataclass(frozen=True, slots=True)
class Duty:
    """One person's day: minutes at work, from when until when, and whether they are away for all
    or part of it.
    """

    work_min: int = 0
    span: Span | None = None
    away: bool = False


def duty_of(plan: DayPlan, staff: str) -> Duty:
    """What a person has to do on a day."""
    shifts = plan.of_staff(staff)
    gone = any(one.staff == staff and plan.hours.common(one.span) for one in plan.away)
    if not shifts:
        return Duty(away=gone)
    span = Span(min(s.span.from_min for s in shifts), max(s.span.until_min for s in shifts))
    return Duty(sum(s.work_min for s in shifts), span, gone)


@dataclass(frozen=True, slots=True)
class WeekFault:
    """A rule that the week does not keep; `day` is None where only all days together break it.
    `n` is how many days, or minutes, there are instead of `most`.
    """

    fault: Fault
    day: date | None = None
    n: int = 0
    most: int = 0


def week_faults(plans: Sequence[DayPlan]) -> tuple[WeekFault, ...]:
    """Who works too many days or hours of one week, then what each day does not keep."""
    found: list[WeekFault] = []
    for staff in dict.fromkeys(s.staff for plan in plans for s in plan.shifts):
        found.extend(_of_person(plans, staff))
    found.extend(WeekFault(fault, plan.day) for plan in plans for fault in faults(plan))
    return tuple(found)


def _of_person(plans: Sequence[DayPlan], staff: str) -> list[WeekFault]:
    rules = plans[0].rules
    worked = [duty.work_min for duty in (duty_of(plan, staff) for plan in plans) if duty.work_min]
    found = []
    if len(worked) > rules.most_days:
        found.append(WeekFault(Fault("many_days", staff), None, len(worked), rules.most_days))
    if sum(worked) > rules.most_week_min:
        minutes = rules.most_week_min
        found.append(WeekFault(Fault("many_hours", staff), None, sum(worked), minutes))
    return found
