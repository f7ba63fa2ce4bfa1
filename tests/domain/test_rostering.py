"""A day's plan: who is on duty, what is short, which rules are kept, and edits by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.config import load_preset
from branchfloor.domain.codec import decode, encode
from branchfloor.domain.people import Person, people_of
from branchfloor.domain.plan_edits import Spot, moved, stretched, with_break, with_shift, without
from branchfloor.domain.rostering import (
    CounterKind,
    DayPlan,
    KindNeed,
    Shift,
    Span,
    counters_by_kind,
    faults,
    openings,
)
from tests.builders import a_branch

CONFIG = load_preset("cn-default")
DAY = date(2026, 11, 25)
CASH, PLAIN = CounterKind.CASH, CounterKind.NON_CASH
HOURS = Span(540, 1020)
MIKE = Shift("0211", "1", CASH, HOURS, (Span(720, 780),))


def a_plan(*shifts, **changes):
    needs = (KindNeed(CASH, (1,) * 16, 5),)
    return replace(DayPlan(DAY, HOURS, shifts or (MIKE,), needs), **changes)


def codes(plan):
    return {fault.code for fault in faults(plan)}


def test_counters_are_grouped_by_what_they_serve():
    kinds = counters_by_kind(CONFIG)
    assert kinds[CASH] == ("1", "2", "5", "11", "10")  # the elastic one opens last
    assert kinds[PLAIN] == ("3", "4", "6")
    assert kinds[CounterKind.WEALTH] == ("7", "9")
    assert kinds[CounterKind.CORPORATE] == ("12", "8")


def test_a_break_is_short_in_the_half_hours_it_takes():
    plan = a_plan()
    cells = plan.cells(CASH)
    assert [cell.on_duty for cell in cells[5:9]] == [1, 0, 0, 1]
    assert [gap.from_min for gap in plan.gaps()] == [720, 750]
    assert cells[6].short == 1
    assert plan.work_min == 420


def test_what_is_not_worked_out_is_not_short():
    assert a_plan(needs=()).gaps() == ()
    assert a_plan(needs=()).cells(CASH)[0].needed is None


def test_a_plan_survives_its_text():
    plan = a_plan(special=("pay",), made_at=datetime(2026, 11, 24, tzinfo=UTC))
    assert decode(DayPlan, encode(plan)) == plan


@pytest.mark.parametrize(
    ("shift", "code"),
    [
        (replace(MIKE, breaks=()), "no_break"),
        (replace(MIKE, breaks=(Span(720, 735),)), "no_break"),
        (replace(MIKE, breaks=(Span(660, 700), Span(720, 735))), "short_break"),
        (replace(MIKE, breaks=(Span(600, 660),)), "break_hour"),
        (replace(MIKE, span=Span(480, 1080)), "too_long"),
    ],
)
def test_a_shift_that_breaks_a_rule_is_named(shift, code):
    assert code in codes(a_plan(shift))


def test_two_at_one_counter_and_one_at_two_are_named():
    other = Shift("0213", "1", CASH, HOURS, MIKE.breaks)
    assert "counter_twice" in codes(a_plan(MIKE, other))
    assert "staff_twice" in codes(a_plan(MIKE, replace(other, staff="0211", counter="2")))


def test_fewer_than_the_least_are_named_by_kind_and_time():
    few = [fault for fault in faults(a_plan()) if fault.code == "too_few"]
    assert len(few) == 16
    assert few[0].kind is CASH
    assert few[0].from_min == 540


def test_somebody_away_leaves_the_rest_of_the_shift():
    plan = a_plan().without_staff("0211", Span(600, 690))
    assert [shift.span for shift in plan.shifts] == [Span(540, 600), Span(690, 1020)]
    assert plan.shifts[1].breaks == MIKE.breaks
    assert a_plan().without_staff("0211", Span(0, 1440)).shifts == ()
    other = a_plan().without_staff("0999", Span(600, 690))
    assert other.shifts == a_plan().shifts
    assert [gone.staff for gone in other.away] == ["0999"]


def test_openings_count_from_now():
    nine = datetime(2026, 11, 25, 1, tzinfo=UTC)
    assert openings(a_plan(), "Asia/Shanghai", nine) == {"1": ((0.0, 10800.0), (14400.0, 28800.0))}
    later = openings(a_plan(), "Asia/Shanghai", nine.replace(hour=4, minute=30))
    assert later == {"1": ((1800.0, 16200.0),)}


def test_a_shift_moves_with_its_break_and_stops_at_the_doors():
    short = replace(MIKE, span=Span(540, 900))
    plan = moved(a_plan(short), Spot(0), 30)
    assert plan.shifts[0].span == Span(570, 930)
    assert plan.shifts[0].breaks == (Span(750, 810),)
    assert moved(a_plan(short), Spot(0), -300) == a_plan(short)
    assert moved(a_plan(short), Spot(0), 500).shifts[0].span == Span(660, 1020)


def test_ends_are_moved_and_never_meet():
    plan = a_plan()
    assert stretched(plan, Spot(0), until_min=-60).shifts[0].span == Span(540, 960)
    assert stretched(plan, Spot(0), from_min=600).shifts[0].span == Span(990, 1020)
    assert stretched(plan, Spot(0), from_min=600).shifts[0].breaks == ()
    assert stretched(plan, Spot(0, 0), until_min=-300).shifts[0].breaks == (Span(720, 750),)
    assert stretched(plan, Spot(0, 0), from_min=-30).shifts[0].breaks == (Span(690, 780),)


def test_breaks_come_and_go():
    plan = with_break(a_plan(), 0)
    assert len(plan.shifts[0].breaks) == 2
    assert without(plan, Spot(0, 0)).shifts[0].breaks == plan.shifts[0].breaks[1:]
    assert without(plan, Spot(0)).shifts == ()
    full = a_plan(Shift("1", "1", CASH, Span(540, 570), (Span(540, 570),)))
    assert with_break(full, 0) == full


def test_a_break_does_not_run_into_another():
    plan = a_plan(replace(MIKE, breaks=(Span(690, 720), Span(720, 750))))
    assert moved(plan, Spot(0, 0), 30) == plan


def test_a_person_without_a_shift_is_given_one():
    lee = Person("0213", "2", (CASH,))
    plan = with_shift(a_plan(), lee)
    assert plan.shifts[1].staff == "0213"
    assert plan.shifts[1].span == HOURS
    assert plan.shifts[1].breaks
    assert with_shift(plan, lee) == plan


@given(
    st.lists(
        st.tuples(st.sampled_from(["move", "stretch", "rest"]), st.integers(-9, 9)), max_size=12
    )
)
def test_no_edit_leaves_the_opening_hours(edits):
    plan = a_plan()
    for name, steps in edits:
        if name == "move":
            plan = moved(plan, Spot(0), 30 * steps)
        elif name == "stretch":
            plan = stretched(plan, Spot(0), from_min=30 * steps, until_min=30 * steps)
        else:
            plan = with_break(plan, 0)
        shift = plan.shifts[0]
        assert HOURS.common(shift.span) == shift.span.minutes >= 30
        assert all(shift.span.common(rest) == rest.minutes for rest in shift.breaks)
        assert shift.work_min >= 0


def test_people_sit_where_they_sat():
    people = {person.staff: person for person in people_of(CONFIG, DAY)}
    assert people["0211"].home == "1"
    assert people["0211"].kinds == (CASH, PLAIN)
    assert people["0305"].kinds == (CounterKind.WEALTH,)
    moved_house = people_of(CONFIG, DAY, {"0211": {"5": 30, "1": 3}, "0214": {"1": 40}})
    homes = {person.staff: person.home for person in moved_house}
    assert homes["0211"] == "5"
    assert homes["0214"] == "1"
    assert len(set(homes.values())) == len(homes)


def test_a_branch_without_a_list_still_has_people():
    people = people_of(a_branch(), DAY)
    assert [person.home for person in people] == ["1", "2", "3"]
