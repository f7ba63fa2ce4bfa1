"""The forecast by the floor played forward: right where the answer is known, sane everywhere."""

from datetime import timedelta

import numpy as np
import pytest

from branchfloor.domain.waits import TWIN
from branchfloor.waits.arrivals.learned import preset_arrivals
from branchfloor.waits.coming import came_today, coming, unlike_others
from branchfloor.waits.forecast import Expecting
from branchfloor.waits.learned import presets
from branchfloor.waits.twin_forecast import TwinForecaster
from branchfloor.waits.usual import NO_SHOW, Customs, customs_of
from tests.builders import a_branch, a_service
from tests.waits.hall import Hall

NOBODY_COMES = Customs(no_show=0.0)


def a_config(cv=0.6):
    services = tuple(
        a_service(code, needs_cash=code in ("GD", "GW"), mean_min=minutes, cv=cv)
        for code, minutes in (("GD", 4.0), ("GW", 6.0), ("GT", 5.0), ("SO", 9.0), ("VC", 9.0))
    )
    return a_branch(services=services)


def made(hall, forecaster=None):
    forecaster = forecaster or quiet(hall)
    hall.at += timedelta(milliseconds=1)
    times = presets(hall.config)
    return forecaster.forecast(hall.state, hall.config, times, hall.at)


def quiet(hall, **changes):
    """A twin for a hall in which nobody else is expected."""
    rates = preset_arrivals(hall.config)
    none = {service: 0.0 for service in rates.level}
    from dataclasses import replace

    told = {"wider": 1.0, **changes}
    return TwinForecaster(rates=replace(rates, level=none), customs=NOBODY_COMES, **told)


def test_services_that_hardly_vary_give_the_answer_of_a_sum():
    hall = Hall(a_config(cv=0.01))
    hall.open("1")
    first, second, third = (hall.issue("GD") for _ in range(3))
    hall.call("1")
    found = made(hall)
    assert found.by == TWIN
    gaps = presets(hall.config).gaps
    each_s = 240 + gaps.walk_s + gaps.reaction_s
    assert found.of_leg(first, 1) is None
    assert found.of_leg(second, 1).wait.p50 == pytest.approx(each_s, abs=8)
    assert found.of_leg(third, 1).wait.p50 == pytest.approx(2 * each_s, abs=15)
    assert found.of("GD").wait.p50 == pytest.approx(3 * each_s, abs=20)
    assert (found.of("GD").ahead, found.of("GT").ahead) == (2, 2)
    assert found.of("SO").wait is None


def test_a_free_counter_is_at_once():
    hall = Hall(a_config())
    hall.open("1")
    wait = made(hall).of("GD").wait
    assert (wait.p10, wait.p90) == (0.0, 30.0) or wait.p50 <= 10


def test_the_range_is_that_of_many_floors_played_by_themselves():
    hall = Hall(a_config())
    hall.open("1", "2")
    for _ in range(6):
        hall.issue("GD")
    wait = made(hall, quiet(hall, lanes=1000)).of("GD").wait
    chance, gaps = np.random.default_rng(3), presets(hall.config).gaps
    law = presets(hall.config).estimate("GD")
    waits = []
    for _ in range(4000):
        free = [gaps.reaction_s, gaps.reaction_s]
        for _ in range(6):
            taken = np.exp(law.mu + law.sigma * chance.standard_normal())
            at = free.index(min(free))
            free[at] += taken + gaps.walk_s + gaps.reaction_s
        waits.append(min(free))
    for told, share in ((wait.p10, 0.1), (wait.p50, 0.5), (wait.p90, 0.9)):
        assert told == pytest.approx(np.quantile(waits, share), rel=0.07)


def test_ends_are_set_wider_than_lanes_agree_and_the_middle_stays():
    hall = Hall(a_config())
    hall.open("1", "2")
    for _ in range(6):
        hall.issue("GD")
    plain, wide = (made(hall, quiet(hall, wider=times)).of("GD").wait for times in (1.0, 1.5))
    assert wide.p50 == pytest.approx(plain.p50, rel=0.02)
    assert wide.p90 - wide.p50 == pytest.approx(1.5 * (plain.p90 - plain.p50), rel=0.05)


def test_what_was_waited_already_is_behind_them():
    hall = Hall(a_config())
    hall.open("1")
    visits = [hall.issue("GD") for _ in range(4)]
    hall.call("1")
    before = made(hall).of_leg(visits[3], 1).wait.p50
    hall.after(200)
    assert made(hall).of_leg(visits[3], 1).wait.p50 < before


def test_priority_by_law_waits_less_and_has_a_line_of_its_own():
    hall = Hall(a_config())
    hall.open("1")
    for _ in range(5):
        hall.issue("GD")
    found = made(hall)
    assert found.line("GD", "legal").wait.p50 < found.line("GD", "ordinary").wait.p50
    assert found.line("GD", "ordinary").wait == found.of("GD").wait


def test_a_wait_beyond_the_horizon_is_told_from_the_queue():
    hall = Hall(a_config())
    hall.open("1")
    visits = [hall.issue("GW") for _ in range(40)]
    found = made(hall)
    assert found.of_leg(visits[2], 1).wait.p50 < found.of_leg(visits[39], 1).wait.p50
    assert found.of("GW").wait.p50 > 40 * 250
    for place in (12, 14, 16):  # called within the hour that is played in some lanes only
        assert found.of_leg(visits[place], 1).wait.p50 > place * 300


def test_a_counter_known_to_close_serves_nobody_after():
    hall = Hall(a_config())
    hall.open("1", "2")
    visits = [hall.issue("GD") for _ in range(8)]
    stays = made(hall).of_leg(visits[7], 1).wait.p50
    plan = {"1": ((0.0, float("inf")),), "2": ((0.0, 120.0),)}
    closes = made(hall, quiet(hall, plan=lambda at: plan)).of_leg(visits[7], 1).wait.p50
    assert closes > 1.4 * stays


def test_who_is_expected_follows_the_quarters_and_the_pace_of_the_day():
    hall = Hall(a_branch(hours=a_branch().hours))
    hall.open("1")
    rates = preset_arrivals(hall.config)
    plain = coming(rates, hall.state, hall.at, 3600.0)
    whole = sum(map(sum, plain.expected))
    day = rates.of(hall.state.day)
    assert whole == pytest.approx(sum(day.quarters_of()[:4]), rel=0.05)
    for _ in range(30):
        hall.issue("GD")
    hall.after(1800)
    assert came_today(hall.state) == 30
    busier = sum(map(sum, coming(rates, hall.state, hall.at, 1800.0).expected))
    expected = sum(day.quarters_of()[2:4])
    assert (busier > expected) == (sum(day.quarters_of()[:2]) < 30)


def test_a_day_unlike_the_others_is_said():
    hall = Hall(a_branch())
    hall.open("1")
    rates = preset_arrivals(hall.config)
    assert not unlike_others(rates, hall.state, hall.at)
    hall.after(6 * 3600)
    assert unlike_others(rates, hall.state, hall.at)  # hardly anybody came since the morning
    assert "odd_day" in made(hall, TwinForecaster(rates=rates, lanes=16)).unsure


def test_presets_alone_are_said_to_be_young():
    hall = Hall(a_branch())
    hall.open("1")
    assert "young" in made(hall, TwinForecaster(lanes=16)).unsure


def test_what_customers_do_is_learned_from_records():
    assert customs_of([]) == Customs(NO_SHOW)
    assert isinstance(TwinForecaster(), Expecting)


def test_nothing_at_all_is_no_trouble():
    hall = Hall(a_branch())
    found = made(hall, TwinForecaster(lanes=16))
    assert all(one.wait is None for one in found.services)
    hall.at += timedelta(hours=14)
    assert made(hall, TwinForecaster(lanes=16)).legs == ()
