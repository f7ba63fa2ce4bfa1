"""When counters are expected to work: as on the days before, or by the day's plan."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from math import inf

from branchfloor.domain.counter import Counter
from branchfloor.domain.events import CounterClosed, CounterOpened, CounterPaused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.log import Entry
from branchfloor.domain.rostering import CounterKind, DayPlan, Shift, Span
from branchfloor.domain.state import FloorState
from branchfloor.waits.duty import OVERDUE_S, learned_duty, usual_spells
from branchfloor.waits.planned_duty import planned_spells
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


def test_no_day_says_nothing_and_one_is_followed():
    assert usual_spells(duty(0), state(_1=OPEN), a_branch(), at(10)) == {}
    found = usual_spells(duty(1), state(_1=OPEN), a_branch(), at(10))
    assert found["1"] == ((0.0, 3600.0), (5400.0, inf))


def test_where_days_differ_the_later_half_is_followed():
    moves = [
        one
        for n in range(4, 0, -1)
        for one in a_day(TODAY - timedelta(days=n), closes=12 if n % 2 else 16)
    ]
    found = usual_spells(learned_duty(a_branch(), moves), state(_2=OPEN), a_branch(), at(10, 30))
    assert found["2"] == ((0.0, 19800.0),)


def wandering(*starts):
    """A break of ten minutes that begins at another minute of the hour from eleven on each day."""
    for n, minute in enumerate(starts, 1):
        day = TODAY - timedelta(days=n)
        yield entry(CounterOpened("1"), 9, 0, day)
        yield entry(CounterPaused("1"), 11, minute, day)
        yield entry(CounterOpened("1"), 11, minute + 10, day)


def open_for(minutes, now):
    counter = Counter("1", status=OPEN, since=now - timedelta(minutes=minutes))
    return FloorState(day=TODAY, counters={"1": counter})


def test_a_break_that_wanders_is_expected_at_its_median():
    past, now = learned_duty(a_branch(), wandering(2, 11, 7, 0, 18)), at(10, 30)
    found = usual_spells(past, open_for(90, now), a_branch(), now)
    assert found["1"] == ((0.0, 37 * 60.0), (47 * 60.0, inf))


def test_a_break_that_was_taken_early_is_not_expected_again():
    past, now = learned_duty(a_branch(), wandering(15, 18, 20)), at(11, 12)
    assert usual_spells(past, open_for(2, now), a_branch(), now)["1"] == ((0.0, inf),)
    assert usual_spells(past, open_for(132, now), a_branch(), now)["1"][0] == (0.0, 360.0)


def test_a_break_that_is_late_is_expected_at_once_and_at_last_no_more():
    past = learned_duty(a_branch(), wandering(0, 3, 5))
    for moment, spells in ((at(11, 13), ((600.0, inf),)), (at(11, 40), ((0.0, inf),))):
        assert usual_spells(past, open_for(140, moment), a_branch(), moment)["1"] == spells


def test_a_counter_that_is_late_to_open_opens_soon_or_stays_closed():
    for moment, found in ((at(9, 5), ((OVERDUE_S, inf),)), (at(9, 40), None)):
        past = learned_duty(a_branch(), wandering(30, 30, 30))
        floor = FloorState(day=TODAY, counters={"1": Counter("1")})
        told = usual_spells(past, floor, a_branch(), moment).get("1")
        assert (told and told[0][0]) == (found and found[0][0])


def test_days_of_other_hours_are_not_asked():
    saturday = date(2026, 11, 21)
    config = a_branch()
    week = tuple((d, time(9), time(13 if d == saturday.weekday() else 17)) for d in range(7))
    config = replace(config, hours=replace(config.hours, days=week))
    past = learned_duty(config, a_day(saturday))
    assert past.days
    assert usual_spells(past, state(_1=OPEN), config, at(10)) == {}


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
