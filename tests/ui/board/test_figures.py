"""Tiers, hours and groups of counters, without any widget."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from branchfloor.domain.catalogue import OpeningHours, Tile
from branchfloor.domain.clock import zone
from branchfloor.domain.kinds import Tier
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.waits.round import rounded
from tests.builders import TEN, a_branch, a_counter, a_floor, a_service, asking
from ui.board.groups import CounterBox, Kind, group_rows, kind_of, paused_row
from ui.board.hours import WeekRow, exact_time, is_open, next_opening, short_time, week_rows
from ui.board.stage import Spans
from ui.board.tiers import fresh, tier_figures


def a_range(low: float, high: float) -> WaitRange:
    return WaitRange(low * 60, (low + high) * 30, high * 60)


def published(memory: MemoryFloor, age_s: float = 0, **ranges: WaitRange | None) -> None:
    services = tuple(ServiceForecast(code, 0, wait) for code, wait in ranges.items())
    memory.set(forecasts=Forecasts(memory.at - timedelta(seconds=age_s), services))


def figures(memory: MemoryFloor):
    forecasts = fresh(memory.state.forecasts, memory.at, Spans().figures)
    found = tier_figures(memory.state, memory.config, forecasts, rounded)
    return {f.tier: f for f in found}


def with_home(*codes: str):
    config = a_branch()
    services = tuple(replace(s, tile=Tile(home=s.code in codes)) for s in config.services)
    return replace(config, services=services)


def test_a_person_counts_once_and_not_while_being_served() -> None:
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("3"))
    now(floor.issue(Wish("GT", then=("SO", "VC"), free_order=True)))
    now(floor.issue(Wish("SO")))
    assert [f.waiting for f in figures(memory).values()] == [1, 1, 0]
    now(floor.call_given("3", "C001"))
    assert [f.waiting for f in figures(memory).values()] == [0, 1, 0]


def test_a_tier_shows_the_longest_wait_of_its_usual_services() -> None:
    memory = a_floor(with_home("GD", "GT"))
    published(memory, GD=a_range(3, 8), GT=a_range(9, 14), GW=a_range(40, 60))
    assert figures(memory)[Tier.GENERAL].minutes == (9, 14)


def test_a_tier_without_usual_services_shows_the_longest_of_all() -> None:
    memory = a_floor(with_home("SO"))
    published(memory, GD=a_range(3, 8), GT=a_range(9, 14))
    assert figures(memory)[Tier.GENERAL].minutes == (9, 14)


@pytest.mark.parametrize(("age_s", "known"), [(119, True), (120, True), (121, False)])
def test_figures_older_than_two_minutes_are_not_shown(age_s: float, known: bool) -> None:
    memory = a_floor()
    published(memory, age_s, GT=a_range(9, 14))
    assert (figures(memory)[Tier.GENERAL].minutes is not None) is known


def test_nothing_is_promised_where_nobody_can_serve_or_nothing_was_published() -> None:
    memory = a_floor()
    assert figures(memory)[Tier.GENERAL].minutes is None
    published(memory, GT=None)
    assert figures(memory)[Tier.GENERAL].minutes is None


def test_at_once_only_when_nobody_waits() -> None:
    memory = a_floor()
    published(memory, GT=WaitRange(0, 0, 0))
    assert figures(memory)[Tier.GENERAL].at_once
    now(asking(memory).issue(Wish("GT")))
    assert not figures(memory)[Tier.GENERAL].at_once


def test_only_the_tiers_of_the_branch_are_shown() -> None:
    config = replace(a_branch(), services=(a_service("GT"),))
    assert list(figures(MemoryFloor(config, TEN))) == [Tier.GENERAL]


HOURS = OpeningHours(
    (*((d, time(9), time(17)) for d in range(5)), (5, time(9, 30), time(16))),
    holidays=(date(2026, 11, 25),),
)
SHANGHAI = zone("Asia/Shanghai")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)


def test_opening_hours_know_the_edges() -> None:
    assert is_open(HOURS, TUESDAY.replace(hour=9))
    assert not is_open(HOURS, TUESDAY.replace(hour=17))
    assert not is_open(HOURS, TUESDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("moment", "day", "in_days", "at"),
    [
        (TUESDAY.replace(hour=8), date(2026, 11, 24), 0, time(9)),
        (TUESDAY.replace(hour=18), date(2026, 11, 26), 2, time(9)),
        (datetime(2026, 11, 27, 18, tzinfo=SHANGHAI), date(2026, 11, 28), 1, time(9, 30)),
        (datetime(2026, 11, 28, 18, tzinfo=SHANGHAI), date(2026, 11, 30), 2, time(9)),
    ],
)
def test_the_next_opening_skips_holidays_and_closed_days(moment, day, in_days, at) -> None:
    found = next_opening(HOURS, moment)
    assert found is not None
    assert (found.day, found.in_days, found.at) == (day, in_days, at)


def test_a_branch_that_never_opens_has_no_next_opening() -> None:
    assert next_opening(OpeningHours(()), TUESDAY) is None


def test_the_week_is_told_in_few_rows() -> None:
    assert week_rows(HOURS) == (
        WeekRow(0, 4, (time(9), time(17))),
        WeekRow(5, 5, (time(9, 30), time(16))),
        WeekRow(6, 6, None),
    )


def test_times_are_written_as_people_write_them() -> None:
    assert short_time(time(9, 6)) == "9:06"
    assert exact_time(TUESDAY.replace(hour=9, minute=6, second=5)) == "9:06:05"


def a_house():
    counters = (
        a_counter("1", "GD", takes_cash=True),
        a_counter("2", "GD", takes_cash=True, elastic=True),
        a_counter("3", "GT", "SO"),
        a_counter("4", "VC"),
        a_counter("5", "GT", sales_zone=True),
        a_counter("8", "BO", corporate=True),
    )
    services = (*a_branch().services, a_service("BO", corporate=True, opens=time(13, 30)))
    return replace(a_branch(), counters=counters, services=services)


def test_counters_have_kinds_of_their_own_never_of_people() -> None:
    config = a_house()
    kinds = {plan.number: kind_of(plan, config) for plan in config.counters}
    assert kinds == {
        "1": Kind.CASH,
        "2": Kind.CASH,
        "3": Kind.NON_CASH,
        "4": Kind.WEALTH,
        "5": Kind.WEALTH,
        "8": Kind.CORPORATE,
    }


def test_closed_counters_are_dashed_elastic_ones_absent_paused_ones_apart() -> None:
    memory = MemoryFloor(a_house(), TEN)
    floor = Floor(memory, "cli:test")
    for number in ("1", "3", "4", "5"):
        now(floor.open_counter(number))
    now(floor.pause_counter("4", "break", TEN + timedelta(minutes=15)))
    rows = group_rows(memory.state, memory.config, memory.at)
    assert [(row.kind, row.boxes, row.back) for row in rows] == [
        (Kind.CASH, (CounterBox("1"),), ()),
        (Kind.NON_CASH, (CounterBox("3"),), ()),
        (Kind.WEALTH, (CounterBox("5"),), ()),
        (Kind.CORPORATE, (CounterBox("8", dashed=True),), (("8", time(13, 30)),)),
        (None, (CounterBox("4", dashed=True),), (("4", time(10, 15)),)),
    ]


def test_a_return_that_has_passed_is_not_promised() -> None:
    memory = MemoryFloor(a_house(), TEN)
    floor = Floor(memory, "cli:test")
    now(floor.open_counter("3"))
    now(floor.pause_counter("3", "break", TEN + timedelta(minutes=5)))
    row = paused_row(memory.state, memory.config, TEN + timedelta(minutes=6))
    assert row is not None
    assert row.back == ()
    assert paused_row(a_floor().state, memory.config, TEN) is None
