"""When counters are expected to work: as on the days before, or by the day's plan."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import inf

import pytest

from branchfloor.domain.counter import Counter
from branchfloor.domain.events import CounterClosed, CounterOpened, CounterPaused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.log import Entry
from branchfloor.domain.rostering import CounterKind, DayPlan, Shift, Span
from branchfloor.domain.state import FloorState
from branchfloor.waits.duty import learned_duty, planned_spells, usual_spells
from tests.builders import a_branch

TODAY = date(2026, 11, 25)


def at(hour, minute=0, day=TODAY):
    return datetime(day.year, day.month, day.day, hour - 8, minute, tzinfo=UTC)


def entry(event, hour, minute, day):
    return Entry(1, at(hour, minute, day), day, "t", 1, event)


def a_day(day, closes=12):
    """Counter 1 works from nine, rests at eleven; counter 2 until noon; 3 from one o'clock on."""
    return [
        entry(CounterOpened("1"), 9, 0, day),
        entry(CounterOpened("2"), 9, 0, day),
        entry(CounterPaused("1"), 11, 0, day),
        entry(CounterOpened("1"), 11, 30, day),
        entry(CounterClosed("2"), closes, 0, day),
        entry(CounterOpened("3"), 13, 0, day),
        entry(CounterClosed("1"), 17, 20, day),
        entry(CounterClosed("3"), 16, 55, day),
    ]


def duty(days=4, **changes):
    every = [a_day(TODAY - timedelta(days=n), **changes) for n in range(days, 0, -1)]
    return learned_duty(a_branch(), [one for some in every for one in some])


def state(**counters):
    known = {n[1:]: Counter(n[1:], status=status, until=None) for n, status in counters.items()}
    return FloorState(day=TODAY, counters=known)


OPEN, CLOSED, PAUSED = CounterStatus.OPEN, CounterStatus.CLOSED, CounterStatus.PAUSED


def test_days_that_agree_are_followed():
    floor = state(_1=OPEN, _2=OPEN, _3=CLOSED)
    found = usual_spells(duty(), floor, a_branch(), at(10, 30))
    assert found["1"] == ((0.0, 1800.0), (3600.0, inf))
    assert found["2"] == ((0.0, 5400.0),)
    assert found["3"] == ((9000.0, inf),)


def test_a_counter_that_stands_otherwise_than_usual_is_taken_as_it_stands():
    floor = state(_1=CLOSED, _2=CLOSED, _3=OPEN)
    assert usual_spells(duty(), floor, a_branch(), at(10, 30)) == {}


def test_a_pause_with_a_time_ends_then_and_the_rest_goes_as_usual():
    floor = state(_2=PAUSED)
    paused = replace(floor.counters["2"], until=at(10, 40))
    floor = replace(floor, counters={"2": paused})
    found = usual_spells(duty(), floor, a_branch(), at(10, 30))
    assert found["2"] == ((600.0, 5400.0),)


def test_nobody_is_expected_to_close_before_the_last_customer():
    found = usual_spells(duty(), state(_1=OPEN, _3=OPEN), a_branch(), at(16, 0))
    assert found == {"1": ((0.0, inf),), "2": (), "3": ((0.0, inf),)}


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_few_days_say_nothing(days):
    assert usual_spells(duty(days), state(_1=OPEN), a_branch(), at(10)) == {}


def test_days_that_do_not_agree_say_nothing():
    moves = [
        one
        for n in range(4, 0, -1)
        for one in a_day(TODAY - timedelta(days=n), closes=12 if n % 2 else 16)
    ]
    found = usual_spells(learned_duty(a_branch(), moves), state(_2=OPEN), a_branch(), at(10, 30))
    assert found["2"] == ((0.0, inf),)


def plan(*spans, rest=None):
    shifts = tuple(
        Shift("0101", "1", CounterKind.CASH, Span(a, b), (rest,) if rest else ()) for a, b in spans
    )
    return replace(DayPlan(TODAY, Span(540, 1020)), shifts=shifts)


def test_a_plan_says_when_breaks_are_and_when_a_counter_opens():
    made = plan((540, 1020), rest=Span(660, 720))
    found = planned_spells(made, state(_1=OPEN), a_branch(), at(10, 30))
    assert found["1"] == ((0.0, 1800.0), (5400.0, inf))
    found = planned_spells(made, state(_1=CLOSED), a_branch(), at(10, 30))
    assert found["1"] == ((5400.0, inf),)


def test_somebody_who_sits_where_the_plan_has_nobody_stays():
    found = planned_spells(plan((780, 1020)), state(_1=OPEN), a_branch(), at(10, 30))
    assert found["1"] == ((0.0, inf),)
