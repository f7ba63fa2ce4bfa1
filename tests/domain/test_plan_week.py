"""What only a whole week tells: too many days, too many hours."""

from dataclasses import replace
from datetime import date, timedelta

from branchfloor.domain.plan_week import duty_of, week_faults, week_of
from branchfloor.domain.rostering import (
    Away,
    CounterKind,
    DayPlan,
    RosterRules,
    Shift,
    Span,
    faults,
)

MONDAY = date(2026, 11, 23)
CASH = CounterKind.CASH
RULES = RosterRules(least=())


def shift(staff="0211", start=540, end=1020):
    return Shift(staff, "1", CASH, Span(start, end), (Span(660, 720),))


def week(days, *shifts):
    plans = [DayPlan(MONDAY + timedelta(days=i), Span(540, 1020), rules=RULES) for i in range(7)]
    return [replace(plan, shifts=shifts if i < days else ()) for i, plan in enumerate(plans)]


def test_a_week_begins_on_its_monday():
    assert week_of(date(2026, 11, 29)) == week_of(MONDAY)
    assert week_of(MONDAY)[0] == MONDAY
    assert week_of(MONDAY)[-1] == date(2026, 11, 29)


def test_five_usual_days_break_no_rule():
    assert week_faults(week(5, shift())) == ()


def test_a_sixth_day_is_said_once_with_how_many_there_are():
    (fault,) = week_faults(week(6, shift()))
    assert (fault.fault.code, fault.fault.staff) == ("many_days", "0211")
    assert (fault.day, fault.n, fault.most) == (None, 6, 5)


def test_hours_are_those_at_the_counter():
    long = shift(start=510, end=1110)
    found = week_faults(week(5, long))
    (hours,) = [one for one in found if one.day is None]
    assert (hours.fault.code, hours.n, hours.most) == ("many_hours", 5 * 540, 2640)
    assert {one.fault.code for one in found if one.day} == {"too_long"}
    assert len([one for one in found if one.day]) == 5


def test_a_duty_tells_hours_times_and_absence():
    late = replace(shift(start=1080, end=1140), breaks=())
    gone = (Away("0211", Span(600, 660)), Away("0212", Span(0, 500)))
    plan = replace(week(1, shift(), late)[0], away=gone)
    duty = duty_of(plan, "0211")
    assert (duty.work_min, duty.span, duty.away) == (480, Span(540, 1140), True)
    assert ("away", 600) in {(f.code, f.from_min) for f in faults(plan)}
    assert "away" not in {f.code for f in faults(plan.without_staff("0211", Span(600, 660)))}
    idle = duty_of(plan, "0212")
    assert (idle.work_min, idle.span, idle.away) == (0, None, False)
