"""Where waits are heading: as far as most calls are foreseen, of what is published."""

from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.kinds import LegState
from branchfloor.domain.waits import Forecasts, LegForecast, ServiceForecast, WaitRange
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking, now
from ui.overview import moments
from ui.overview.ahead import OLD_S, ahead


@pytest.fixture
def memory():
    return a_floor(a_branch())


def waits(memory, *left_min, new=(), services=("GT",)):
    """A forecast of those who wait, with what each has still to wait, and new tickets."""
    legs = [
        LegForecast(visit.id, leg.no, around(minutes))
        for (visit, leg), minutes in zip(memory.state.legs(LegState.WAITING), left_min, strict=True)
    ]
    told = [ServiceForecast(s, 9, around(m)) for s, m in zip(services, new, strict=False)]
    memory.set(forecasts=Forecasts(memory.at, tuple(told), tuple(legs)))


def come(memory, *services):
    for service in services:
        now(asking(memory).issue(Wish(service)))


def around(minutes):
    return WaitRange((minutes - 1) * 60, minutes * 60, (minutes + 3) * 60)


def seen(overview, memory, tier=None):
    return ahead(overview(memory).chart.reading, tier)


def test_the_middle_of_a_quarter_hour_stands_for_it(overview, memory):
    come(memory, "GT", "GT", "GT")
    memory.wait(600)
    waits(memory, 2, 5, 6, new=(14,))
    (only,) = seen(overview, memory)
    assert (only.in_min, only.low_min, only.mid_min, only.high_min) == (7.5, 14, 15, 18)


def test_too_few_calls_say_nothing(overview, memory):
    come(memory, "GT", "GT")
    waits(memory, 2, 17, new=(18,))
    assert seen(overview, memory) == ()


def test_it_ends_where_only_the_slowest_lines_are_foreseen(overview, memory):
    come(memory, *["GT"] * 7, *["SO"] * 3)
    foreseen = (3, 4, 5, 6, 7, 7, 7, 40, 41, 42)
    waits(memory, *foreseen, new=(8, 42), services=("GT", "SO"))
    assert [one.in_min for one in seen(overview, memory)] == [7.5]
    waits(memory, *foreseen, new=(44, 42), services=("GT", "SO"))
    assert [one.in_min for one in seen(overview, memory)] == [7.5, 37.5]


def test_a_tier_has_its_own(overview, memory):
    come(memory, "GT", "GT", "GT", "SO", "SO", "SO")
    waits(memory, 3, 4, 5, 20, 21, 22, new=(8, 23), services=("GT", "SO"))
    assert [one.in_min for one in seen(overview, memory, "general")] == [7.5]
    assert [one.in_min for one in seen(overview, memory, "special")] == [22.5]
    assert seen(overview, memory, "value_added") == ()


def test_what_is_old_or_was_called_meanwhile_is_not_told(overview, memory):
    come(memory, "GT", "GT", "GT")
    waits(memory, 2, 3, 4)  # how far calls are foreseen is not known
    assert seen(overview, memory) == ()
    waits(memory, 2, 3, 14, new=(15,))
    reading = overview(memory).chart.reading
    assert len(ahead(reading, None)) == 1
    assert ahead(replace(reading, now=reading.now + timedelta(seconds=OLD_S + 1)), None) == ()
    now(asking(memory).open_counter("3", "0103"))
    now(asking(memory).call_next("3"))
    assert seen(overview, memory) == ()


def test_the_chart_goes_on_from_its_last_median(overview):
    chart = overview(moments.crowded()).chart.face().chart
    (band,) = chart.bands
    line = chart.lines[2]
    assert band.points[0] == (*chart.mark, chart.mark[1])
    assert line.points[0] == chart.mark
    assert line.dotted
    pairs = zip(band.points, line.points, strict=True)
    assert all(low <= y <= high for (_, low, high), (_, y) in pairs)
    assert max(high for _, _, high in band.points) <= chart.y_to
