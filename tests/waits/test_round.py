"""What a customer reads."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain.waits import WaitRange
from branchfloor.waits.round import clock_range, rounded


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        ((0, 0, 30), (0, 0)),  # a counter is free now
        ((0, 1, 20), (0, 1)),  # but here somebody has to finish first
        ((20, 40, 70), (0, 1)),
        ((540, 700, 840), (9, 14)),
        ((545, 550, 555), (9, 10)),
        ((120, 240, 389), (2, 6)),
        ((1790, 1900, 2400), (30, 40)),
        ((1740, 2000, 2590), (29, 45)),
    ],
)
def test_rounding(seconds, shown):
    assert rounded(WaitRange(*seconds)) == shown


def test_at_once_is_said_up_to_a_minute():
    assert rounded(WaitRange(0, 0, 30)).immediate
    assert rounded(WaitRange(5, 20, 60)).immediate
    assert not rounded(WaitRange(30, 60, 120)).immediate


@given(st.tuples(*[st.floats(0, 20_000)] * 3))
def test_a_range_is_never_one_point_unless_free(values):
    p10, p50, p90 = sorted(values)
    low, high = rounded(WaitRange(p10, p50, p90))
    assert low < high or (p50 == 0 and high == 0)
    assert abs(low * 60 - p10) <= 150


def test_clock_times_are_local_and_to_the_minute():
    now = datetime(2026, 11, 24, 2, 41, 37, tzinfo=UTC)
    start, end = clock_range(WaitRange(540, 700, 840), now, "Asia/Shanghai")
    assert (f"{start:%H:%M:%S}", f"{end:%H:%M}") == ("10:50:00", "10:55")
