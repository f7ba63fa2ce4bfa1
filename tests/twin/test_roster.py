"""The roster: exact, the same every time, and it says where it is short instead of failing."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from branchfloor.config import load_preset
from branchfloor.domain.people import Person, people_of
from branchfloor.domain.rostering import CounterKind, DayPlan, KindNeed, RosterRules, Span, faults
from branchfloor.twin.staffing.patterns import allowed, patterns
from branchfloor.twin.staffing.roster import Ask, fill
from branchfloor.twin.staffing.usual import usual_plan
from branchfloor.twin.staffing.week import fill_week

CASH, PLAIN = CounterKind.CASH, CounterKind.NON_CASH
DAY = date(2026, 11, 23)
HOURS = Span(540, 1020)
COUNTERS = {CASH: ("1", "2", "5"), PLAIN: ("3", "4")}
RULES = RosterRules(least=())


def day(cash, plain=(), i=0, **changes):
    needs = [KindNeed(CASH, tuple(cash), 3)]
    if plain:
        needs.append(KindNeed(PLAIN, tuple(plain), 2))
    return DayPlan(DAY + timedelta(days=i), HOURS, (), tuple(needs), rules=RULES, **changes)


def people(n, kinds=(CASH,)):
    homes = COUNTERS[kinds[0]]
    return tuple(Person(f"02{i}", homes[i % len(homes)], kinds) for i in range(n))


def filled(days, folk, **changes):
    ask = Ask(tuple(days), (folk,) * len(days), COUNTERS, rules=RULES)
    return fill(replace(ask, **changes))


def on_duty(plan, kind=CASH):
    return [cell.on_duty for cell in plan.cells(kind)]


def test_every_pattern_keeps_the_rules():
    rules = RosterRules()
    made = patterns(HOURS, rules)
    assert len(made) > 60
    for one in made:
        assert rules.least_shift_min <= one.span.minutes <= rules.most_shift_min
        rested = sum(rest.minutes for rest in one.breaks)
        assert rested >= 30 or one.span.minutes <= rules.break_after_min
        assert all(rules.window.common(rest) == rest.minutes for rest in one.breaks)
        assert one.work_min == one.span.minutes - rested


def test_needs_are_met_with_as_little_work_as_can_be():
    needs = [1] * 8 + [2] * 8
    done = filled([day(needs)], people(4))
    plan = done.days[0]
    assert done.proven
    assert plan.gaps() == ()
    assert faults(plan) == ()
    assert all(a >= b for a, b in zip(on_duty(plan), needs, strict=True))
    assert plan.work_min <= 30 * (sum(needs) + 3)


def test_it_is_as_good_as_trying_everything():
    """Two people, one kind, against every pair of shifts there is."""
    needs = (1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1)
    plan = filled([day(needs)], people(2)).days[0]
    made = [None, *patterns(HOURS, RULES)]

    def missing(pair):
        works = [sum(one.works[i] for one in pair if one) for i in range(16)]
        return sum(max(0, need - have) for need, have in zip(needs, works, strict=True))

    best = min(missing(pair) for pair in product(made, repeat=2))
    assert sum(gap.short for gap in plan.gaps()) == best


def test_the_same_question_has_the_same_answer():
    needs = [2, 3, 3, 3, 2, 2, 2, 2, 3, 3, 3, 3, 2, 2, 1, 1]
    assert filled([day(needs)], people(4)).days == filled([day(needs)], people(4)).days


def test_too_few_people_are_said_not_refused():
    plan = filled([day([3] * 16)], people(1)).days[0]
    assert len(plan.shifts) == 1
    assert min(gap.short for gap in plan.gaps()) == 2


def test_nobody_at_all_is_an_answer_as_well():
    plan = filled([day([1] * 16)], ()).days[0]
    assert plan.shifts == ()
    assert len(plan.gaps()) == 16


def test_who_is_away_is_not_planned_then():
    away = replace(people(1)[0], away=(Span(600, 720),))
    plan = filled([day([1] * 16)], (away,)).days[0]
    assert all(not shift.span.common(Span(600, 720)) for shift in plan.shifts)
    assert plan.shifts


def test_the_least_is_kept_before_what_is_needed():
    rules = RosterRules(least=((CASH, 1),))
    folk = people(1, (PLAIN, CASH))
    plan = filled([replace(day([1] * 16, [2] * 16), rules=rules)], folk).days[0]
    assert [shift.kind for shift in plan.shifts] == [CASH]


def test_a_person_of_two_kinds_helps_where_they_are_missing():
    folk = (*people(2), Person("0299", "3", (PLAIN, CASH)))
    plan = filled([day([3] * 16, [1] * 16)], folk).days[0]
    assert plan.of_staff("0299")


def test_nobody_sits_where_somebody_sits():
    plan = filled([day([3] * 16, [2] * 16)], (*people(3), *people(2, (PLAIN,)))).days[0]
    assert "counter_twice" not in {fault.code for fault in faults(plan)}
    assert {shift.counter for shift in plan.shifts} <= {"1", "2", "5", "3", "4"}


def test_shifts_that_are_good_already_stay():
    needs = [1] * 16
    first = filled([day(needs)], people(3)).days[0]
    shorter = [shift for shift in first.shifts][:1]
    kept = filled([replace(first, shifts=tuple(shorter))], people(3)).days[0]
    assert shorter[0] in kept.shifts


def test_nobody_works_more_days_of_a_week_than_the_rules_say():
    week = [day([1] * 8 + [0] * 8, i=i) for i in range(5)]
    done = filled(week, people(2), rules=replace(RULES, most_days=3))
    worked = [shift.staff for plan in done.days for shift in plan.shifts]
    assert all(worked.count(staff) <= 3 for staff in set(worked))
    assert sum(1 for plan in done.days if plan.shifts) == 5


def test_days_of_the_week_that_are_over_count():
    over = filled([day([1] * 16)], people(1)).days
    assert over[0].shifts
    ask = Ask((day([1] * 16, i=1),), (people(1),), COUNTERS, replace(RULES, most_days=1), over=over)
    assert fill(ask).days[0].shifts == ()
    hours = replace(RULES, most_week_min=over[0].work_min + 240)
    left = fill(replace(ask, rules=hours)).days[0]
    assert [shift.work_min for shift in left.shifts] == [240]


def test_a_week_on_whole_hours_first_is_as_good_as_on_half_hours():
    """Two people for two days of which each may work one: short by as little as can be."""
    days = tuple(day([1] * 5 + [2] * 6 + [1] * 5, i=i) for i in range(2))
    rules = replace(RULES, most_days=1)
    ask = Ask(days, (people(2),) * 2, COUNTERS, rules)
    done, exact = fill_week(ask).days, fill(ask).days
    assert sum(c.short for d in done for c in d.gaps()) == sum(
        c.short for d in exact for c in d.gaps()
    )
    assert [len(d.shifts) for d in done] == [1, 1]
    hours = fill_week(replace(ask, rules=replace(RULES, most_week_min=600))).days
    worked = [sum(s.work_min for d in hours for s in d.of_staff(p.staff)) for p in people(2)]
    assert max(worked) <= 600


def test_the_usual_plan_has_breaks_in_turn():
    config = load_preset("cn-default")
    plan = usual_plan(config, DayPlan(DAY, HOURS), people_of(config, DAY))
    assert len(plan.shifts) == 12
    assert {f.code for f in faults(plan)} <= {"too_few"}
    cash = [shift.breaks for shift in plan.shifts if shift.kind is CASH]
    assert len(set(cash)) > 2
    assert min(cell.on_duty for cell in plan.cells(CASH)) >= 2


@pytest.mark.parametrize("gone", [Span(540, 1020), Span(0, 1440)])
def test_who_is_away_all_day_has_no_pattern(gone):
    person = replace(people(1)[0], away=(gone,))
    assert not any(allowed(one, person) for one in patterns(HOURS, RULES))
