"""Open or not, when next, and the week in few rows; all in the branch's own time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from branchfloor.domain.catalogue import OpeningHours
from tests.builders import a_branch, a_service
from ui.kiosk.hours import (
    ended_today,
    has_corporate,
    holidays_soon,
    next_opening,
    takes_tickets,
    week,
)

WEEK = (*((day, time(9), time(17)) for day in range(5)), (5, time(10), time(15)))
TUESDAY = datetime(2026, 11, 24, tzinfo=UTC)


def a_week(**changes):
    return a_branch(hours=OpeningHours(WEEK, **changes))


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    """A moment by Shanghai's clock."""
    return TUESDAY + timedelta(days=days, hours=hour - 8, minutes=minute)


def opening(config, moment: datetime) -> tuple[int, int]:
    """Day and hour of the next opening."""
    found = next_opening(config, moment)
    assert found is not None
    return found.day, found.hour


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        (at(8, 59), False),
        (at(9), True),
        (at(16, 59), True),
        (at(17), False),
        (at(12, days=5), False),
        (at(14, 59, days=4), True),
        (at(15, days=4), False),
    ],
)
def test_open_from_the_first_minute_until_before_the_last(moment, open_):
    assert takes_tickets(a_week(), moment) is open_


def test_the_last_ticket_is_given_before_closing_time():
    config = a_week(last_ticket_before_min=30)
    assert takes_tickets(config, at(16, 29))
    assert not takes_tickets(config, at(16, 30))


def test_a_holiday_is_closed_all_day():
    config = a_week(holidays=(date(2026, 11, 24),))
    assert not takes_tickets(config, at(12))
    assert not ended_today(config, at(18))
    assert opening(config, at(12)) == (25, 9)


def test_the_next_opening_is_today_before_and_tomorrow_after():
    assert opening(a_week(), at(8)) == (24, 9)
    assert opening(a_week(), at(17)) == (25, 9)
    assert opening(a_week(), at(18, days=4)) == (30, 9)


def test_no_opening_within_a_month_is_none():
    assert next_opening(a_branch(hours=OpeningHours(())), at(12)) is None


def test_ended_is_not_the_same_as_not_yet():
    assert not ended_today(a_week(), at(8))
    assert ended_today(a_week(), at(17, 1))


def test_neighbouring_days_with_equal_hours_share_a_row():
    rows = week(a_week())
    assert [(row.first, row.last) for row in rows] == [(0, 4), (5, 5), (6, 6)]
    assert rows[0].personal == (time(9), time(17))
    assert rows[2].personal is None
    assert rows[0].has(4)
    assert not rows[0].has(5)


def test_corporate_hours_are_those_of_the_corporate_services():
    assert not has_corporate(a_week())
    services = (
        a_service("BC", corporate=True, closes=time(16, 30)),
        a_service("BO", corporate=True, opens=time(13), closes=time(16)),
    )
    config = replace(a_week(), services=services)
    assert has_corporate(config)
    rows = week(config)
    assert rows[0].corporate == (time(9), time(16, 30))
    assert rows[1].corporate == (time(10), time(15))
    assert rows[2].corporate is None
    evening = replace(config, services=(a_service("BX", corporate=True, opens=time(18)),))
    assert week(evening)[0].corporate is None


def test_only_closed_days_to_come_are_told_soonest_first():
    days = (date(2027, 1, 1), date(2026, 11, 20), date(2026, 12, 24))
    assert holidays_soon(a_week(holidays=days), at(12)) == (date(2026, 12, 24), date(2027, 1, 1))
