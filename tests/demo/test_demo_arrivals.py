"""Who comes and when: two humps, more variable than chance alone, what the counters can bear."""

from collections import Counter as Tally
from datetime import time
from statistics import fmean, pvariance

import pytest

from branchfloor.config import load_preset
from branchfloor.demo.arrivals import Arrival, a_nature, arrivals_of
from branchfloor.demo.chance import Chance, around_mean, around_median, poisson
from branchfloor.demo.day import Day, day_of
from branchfloor.demo.demand import demand_of
from branchfloor.demo.headless import first_morning
from branchfloor.demo.roster import seats, shifts, staffed_minutes
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier
from branchfloor.waits.arrivals.usual import hump
from tests.builders import a_branch

DAYS = 60


def the_day(config: BranchConfig) -> Day:
    day = day_of(config, first_morning(config).date())
    assert day is not None
    return day


@pytest.fixture(scope="module")
def config() -> BranchConfig:
    return load_preset("cn-default")


@pytest.fixture(scope="module")
def many(config: BranchConfig) -> list[list[Arrival]]:
    day = the_day(config)
    return [arrivals_of(config, day, Chance(seed)) for seed in range(DAYS)]


def test_a_day_has_two_humps_and_a_thin_noon(
    config: BranchConfig, many: list[list[Arrival]]
) -> None:
    hours: Tally[int] = Tally()
    for arrival in (one for day in many for one in day):
        hours[arrival.at.astimezone(zone(config.time_zone)).hour] += 1
    assert hours[10] > 1.5 * hours[12]
    assert hours[14] > 1.3 * hours[12]
    assert hours[16] < 0.7 * hours[14]
    assert set(hours) == set(range(9, 17))


def test_quarter_hours_vary_more_than_chance_alone(many: list[list[Arrival]]) -> None:
    first = many[0][0].at.replace(hour=10, minute=0, second=0, microsecond=0)
    counts = [sum(0 <= (one.at - first).total_seconds() < 900 for one in day) for day in many]
    assert pvariance(counts) > 1.3 * fmean(counts)


def test_as_many_come_as_the_counters_bear(config: BranchConfig, many: list[list[Arrival]]) -> None:
    expected = demand_of(config, the_day(config)).total
    assert 350 <= expected <= 450, expected
    assert fmean(map(len, many)) == pytest.approx(expected, rel=0.06)


def test_every_service_is_asked_for(config: BranchConfig, many: list[list[Arrival]]) -> None:
    asked = {one.service for day in many for one in day}
    assert asked == {service.code for service in config.services}


def test_a_service_is_asked_for_only_while_it_is_offered(
    config: BranchConfig, many: list[list[Arrival]]
) -> None:
    corporate = [one for day in many for one in day if one.service == "BO"]
    local = [one.at.astimezone(zone(config.time_zone)).time() for one in corporate]
    assert min(local) >= time(13, 30)
    assert max(local) < time(16, 30)


def test_some_state_a_reason_and_firms_never_do(
    config: BranchConfig, many: list[list[Arrival]]
) -> None:
    everybody = [one for day in many for one in day]
    stated = [one for one in everybody if one.green]
    assert 0.05 <= len(stated) / len(everybody) <= 0.1
    assert not any(config.service(one.service).corporate for one in stated)
    assert {one.asks for one in everybody} >= {None, "appointment", "repeat_visit"}
    assert not any(one.asks and one.green for one in everybody)


def test_patience_is_log_normal_around_its_median() -> None:
    stream = Chance(1).of("people")
    patience = sorted(a_nature(stream).patience_s for _ in range(4000))
    assert patience[2000] == pytest.approx(35 * 60, rel=0.08)
    assert patience[200] < 15 * 60


def test_a_branch_without_known_services_still_has_customers() -> None:
    visits = demand_of(a_branch(), the_day(a_branch())).visits
    assert set(visits) == {"GD", "GW", "GT", "SO", "VC"}
    assert min(visits.values()) > 0


def test_nobody_comes_when_no_counter_has_a_teller() -> None:
    config = a_branch(counters=())
    assert demand_of(config, the_day(config)).total == 0


def test_a_closed_day_has_no_hours(config: BranchConfig) -> None:
    day = first_morning(config).date()
    closed = a_branch(hours=type(config.hours)(days=()))
    assert day_of(closed, day) is None


def test_listed_tellers_sit_in_the_order_of_the_counters(config: BranchConfig) -> None:
    at = {seat.counter: seat.staff for seat in seats(config)}
    assert at["1"] == "0211"
    assert at["7"] == "0305"
    assert len(at) == 12
    assert [seat.staff for seat in seats(a_branch())] == ["9001", "9002", "9003"]


def test_shifts_keep_to_the_day_and_leave_noon_staffed(config: BranchConfig) -> None:
    day = the_day(config)
    found = shifts(config, day)
    assert all(day.opens_at <= s.begins_at < s.ends_at <= day.closes_at for s in found)
    assert "10" not in {shift.counter for shift in found}, "an elastic counter has no shift"
    assert {s.counter for s in found if s.begins_at > day.opens_at} == {"2", "4", "5", "6"}
    meals = [r.at for s in found for r in s.rests if r.reason == "meal" and s.counter in "13"]
    assert len(meals) == 2
    assert all(0 < minutes <= day.minutes for minutes in staffed_minutes(config, day).values())


@pytest.mark.parametrize("tier", list(Tier))
def test_humps_mean_about_one_and_end_with_the_day(tier: Tier) -> None:
    rates = [hump(tier, (i + 0.5) / 32) for i in range(32)]
    assert fmean(rates) == pytest.approx(1.0, abs=0.12)
    assert hump(tier, 1.2) == 0.0


def test_laws_have_the_middle_they_are_named_for() -> None:
    stream = Chance(2).of("laws")
    draws = [stream.gauss(0, 1) for _ in range(6000)]
    assert fmean(around_mean(10, 0.6, z) for z in draws) == pytest.approx(10, rel=0.04)
    assert sorted(around_median(10, 0.6, z) for z in draws)[3000] == pytest.approx(10, rel=0.04)
    assert fmean(poisson(stream, 3.5) for _ in range(4000)) == pytest.approx(3.5, rel=0.04)


def test_one_purpose_draws_nothing_from_another() -> None:
    apart, mixed = Chance(9), Chance(9)
    mixed.of("other").random()
    assert apart.of("one").random() == mixed.of("one").random()
