"""When a branch is open, when it opens next, and its week in few rows."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from branchfloor.domain.catalogue import OpeningHours
from branchfloor.domain.hours import WeekSpan, is_open, next_opening_at, week_spans

HERE = ZoneInfo("Asia/Shanghai")
NINE, FIVE, FOUR = time(9), time(17), time(16)
WEEK = OpeningHours(
    days=(*((day, NINE, FIVE) for day in range(5)), (5, NINE, FOUR)),
    holidays=(date(2026, 11, 27),),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [(at(25, 8, 59), False), (at(25, 9), True), (at(25, 17), False), (at(29, 10), False)],
)
def test_open_from_its_first_minute_to_before_its_last(moment: datetime, open_: bool):
    assert is_open(WEEK, moment) is open_


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (at(25, 8), at(25, 9)),
        (at(25, 9), at(26, 9)),
        (at(26, 18), at(28, 9)),
        (at(28, 17), at(30, 9)),
    ],
)
def test_the_next_opening_passes_over_holidays_and_sundays(moment: datetime, opening: datetime):
    assert next_opening_at(WEEK, moment) == opening


def test_none_is_near():
    assert next_opening_at(OpeningHours(days=()), at(25, 8)) is None
    assert next_opening_at(WEEK, at(26, 18), days=2) is None


def test_neighbouring_days_of_the_same_hours_share_a_row():
    assert week_spans(WEEK) == (
        WeekSpan(0, 4, (NINE, FIVE)),
        WeekSpan(5, 5, (NINE, FOUR)),
        WeekSpan(6, 6, None),
    )
