"""So many counters of a kind at work: which are opened, brought back, or closed for it."""

from dataclasses import replace

import pytest

from branchfloor.routing.manning import manned, working_of
from tests.builders import a_branch, a_counter, a_floor, asking, now


@pytest.fixture
def floor():
    """Cash counters: 1 and 4 of every day, 2 elastic, 5 of the sales zone; 6 is for firms."""
    cash = {"takes_cash": True}
    plans = (
        a_counter("5", "GD", sales_zone=True, **cash),
        a_counter("1", "GD", **cash),
        a_counter("2", "GD", elastic=True, **cash),
        a_counter("3", "GT"),
        a_counter("4", "GD", **cash),
        a_counter("6", "GD", corporate=True, **cash),
    )
    return a_floor(a_branch(counters=plans))


def keys(floor, wanted: int, *, cash: bool = True) -> list[str]:
    return [one.key for one in manned(floor.state, floor.config, wanted, cash=cash)]


def test_elastic_ones_are_opened_first_and_the_sales_zone_last(floor):
    assert keys(floor, 4) == ["open:2", "open:1", "open:4", "open:5"]
    assert keys(floor, 9) == keys(floor, 4), "there are no more, and firms' counters are apart"


def test_a_paused_one_comes_back_before_another_is_opened(floor):
    now(asking(floor).open_counter("5", "s5"))
    now(asking(floor).pause_counter("5", "break"))
    assert working_of(floor.state, floor.config, cash=True) == 0
    assert keys(floor, 2) == ["resume:5", "open:2"]


def test_elastic_ones_are_closed_first_and_those_of_every_day_last(floor):
    for number in ("5", "1", "2", "4"):
        now(asking(floor).open_counter(number, f"s{number}"))
    assert keys(floor, 4) == []
    assert keys(floor, 1) == ["close:2", "close:5", "close:4"]
    assert keys(floor, 0)[-1] == "close:1"


def test_the_other_kind_is_left_alone(floor):
    now(asking(floor).open_counter("3", "s3"))
    assert keys(floor, 0, cash=False) == ["close:3"]
    assert working_of(floor.state, floor.config, cash=True) == 0
    assert keys(floor, 0) == []


def test_a_care_counter_is_closed_like_an_elastic_one(floor):
    plans = tuple(replace(p, care=p.number == "1") for p in floor.config.counters)
    cared = a_floor(a_branch(counters=plans))
    for number in ("1", "4"):
        now(asking(cared).open_counter(number, f"s{number}"))
    assert keys(cared, 1) == ["close:1"]
