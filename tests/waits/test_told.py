"""What is told: lines, services and waiting legs corrected class by class, in one place."""

from datetime import timedelta

import pytest

from branchfloor.domain.waits import Forecasts, LegForecast, LineForecast, WaitRange
from branchfloor.waits.daily import Band, Daily
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import presets
from branchfloor.waits.lines import Heard, Simple, lines_of
from branchfloor.waits.reach import reach_of
from branchfloor.waits.told import Corrections, told
from branchfloor.waits.track import Sides, Tracker
from tests.builders import a_branch
from tests.waits.hall import Hall

RANGE = WaitRange(300.0, 600.0, 1200.0)
AS_SAID = Daily(bands=(Band(""), Band("/short")))
LEGAL_WIDER = Tracker((Sides("legal", -0.5, 0.1, 0.5, 10, 8),))


@pytest.fixture
def hall():
    made = Hall(a_branch())
    made.open("1")
    for class_name in ("ordinary", "legal"):
        made.issue("GD", class_name)
        made.at += timedelta(seconds=30)
    return made


def forecasts(hall):
    """All lines and legs say the same."""
    reach = reach_of(hall.state, hall.config)
    lines = lines_of(reach, ("ordinary", "legal"))
    return Forecasts(
        hall.at,
        services=QueueForecaster()
        .forecast(hall.state, hall.config, presets(hall.config), hall.at)
        .services,
        legs=(LegForecast("v1", 1, RANGE, 650.0), LegForecast("v2", 1, RANGE, 650.0)),
        lines=tuple(LineForecast(line.class_name, line.services, RANGE) for line in lines),
    )


def corrected(hall, corrections):
    simple = Simple(hall.state, hall.config, presets(hall.config), Heard(), hall.at)
    return told(forecasts(hall), simple, corrections)


def test_each_class_is_corrected_by_its_own(hall):
    found = corrected(hall, Corrections(AS_SAID, LEGAL_WIDER))
    assert found.line("GD", "ordinary").wait == RANGE
    assert found.of_leg("v1", 1) == LegForecast("v1", 1, RANGE, 650.0, RANGE)
    for one in (found.line("GD", "legal"), found.of_leg("v2", 1)):
        assert one.uncorrected == RANGE
        assert one.wait.p10 < RANGE.p10
        assert one.wait.p50 > RANGE.p50
        assert one.wait.p90 > RANGE.p90
    assert (found.coverage, found.scored) == (0.8, 10)


def test_a_mean_moves_with_its_median(hall):
    leg = corrected(hall, Corrections(AS_SAID, LEGAL_WIDER)).of_leg("v2", 1)
    assert leg.mean_s / 650.0 == pytest.approx(leg.wait.p50 / RANGE.p50, rel=1e-3)


def test_a_service_says_what_its_ordinary_line_says(hall):
    daily = Daily(bands=(*AS_SAID.bands, Band("ordinary", 2.0, 2.0)))
    found = corrected(hall, Corrections(daily))
    assert found.of("GD").wait == found.line("GD", "ordinary").wait
    assert found.of("GD").wait.p90 > RANGE.p90
    assert found.line("GD", "legal").wait == RANGE


def test_lines_carry_what_simpler_ways_say_and_stay_silent_where_nothing_is_known(hall):
    found = corrected(hall, Corrections())
    assert found.line("GD", "ordinary").simple.waiting == 1
    simple = Simple(hall.state, hall.config, presets(hall.config), Heard(), hall.at)
    bare = told(Forecasts(hall.at, legs=(LegForecast("v1", 1, None),)), simple, Corrections())
    assert bare.line("GD", "ordinary").wait is None
    assert bare.of_leg("v1", 1).wait is None
    assert (bare.coverage, bare.scored) == (None, 0)


def test_a_forecast_of_services_alone_is_corrected_too(hall):
    queue = QueueForecaster().forecast(hall.state, hall.config, presets(hall.config), hall.at)
    daily = Daily(bands=(Band("", 1.0, 3.0), Band("/short", 1.0, 3.0)))
    simple = Simple(hall.state, hall.config, presets(hall.config), Heard(), hall.at)
    found = told(queue, simple, Corrections(daily))
    assert found.of("GD").wait.p90 > queue.of("GD").wait.p90
    assert found.of_leg("v2", 1).wait.p90 >= queue.of_leg("v2", 1).wait.p90
