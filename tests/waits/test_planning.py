"""Counters needed and what a plan leads to: the day played on the twin."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import numpy as np
import pytest

from branchfloor.domain.catalogue import OpeningHours
from branchfloor.domain.people import people_of
from branchfloor.domain.rostering import CounterKind, KindNeed
from branchfloor.twin.staffing.counters import Search, Wanted
from branchfloor.twin.staffing.usual import usual_plan
from branchfloor.waits.arrivals.learned import preset_arrivals
from branchfloor.waits.learned import presets
from branchfloor.waits.planning.day import DayWork, empty_plan
from branchfloor.waits.planning.homes import homes, loads, start_counters
from tests.builders import a_branch, a_counter

CASH, PLAIN = CounterKind.CASH, CounterKind.NON_CASH
DAY = date(2026, 11, 25)
COUNTERS = (
    *(a_counter(n, "GD", "GW", takes_cash=True) for n in ("1", "2", "5", "10")),
    *(a_counter(n, "GT", "SO", "VC") for n in ("3", "4", "6")),
)
CONFIG = a_branch(
    counters=COUNTERS, hours=OpeningHours(tuple((d, time(9), time(13)) for d in range(7)))
)
RATES = preset_arrivals(CONFIG)


def work(times=1.0, **changes):
    return DayWork(CONFIG, RATES.of(DAY).scaled(times), presets(CONFIG), **changes)


@pytest.fixture(scope="module")
def needs():
    """What a day of this branch needs, and how often it was played for it."""
    told = []
    found = work(told=told.append).needs()
    return found, told


def test_services_belong_to_the_counters_whose_work_they_are():
    assert homes(CONFIG) == {"GD": CASH, "GW": CASH, "GT": PLAIN, "SO": PLAIN, "VC": PLAIN}


def test_the_load_is_what_keeps_counters_busy():
    day = RATES.of(DAY)
    load = loads(CONFIG, day, presets(CONFIG))
    people = day.whole(("GD", "GW")).mean
    busy_s = sum(load[CASH]) * 1800
    assert busy_s == pytest.approx(people * (300 + 24), rel=0.08)


def test_the_start_is_erlangs():
    counts = start_counters({CASH: (0.0, 1.5, 9.0)}, {CASH: 4}, 300.0, (900.0, 0.8))
    assert counts == {CASH: (0, 2, 4)}


def test_needs_call_nearly_everybody_in_time(needs):
    found, told = needs
    assert [need.kind for need in found] == [CASH, PLAIN]
    day = work()
    counts = {need.kind: need.counters for need in found}
    outcome = day.player.with_counts(counts, 120)
    assert outcome.within.mean() > 0.8
    assert outcome.risk(0.8) <= 0.3
    assert told[-1] == 1.0
    assert all(a <= b for a, b in pairwise(told))


def test_one_counter_less_everywhere_is_too_few(needs):
    found, _ = needs
    fewer = {need.kind: tuple(max(0, n - 1) for n in need.counters) for need in found}
    enough = {need.kind: need.counters for need in found}
    day = work()
    assert day.player.with_counts(fewer, 60).risk(0.8) > day.player.with_counts(enough, 60).risk(
        0.8
    )


def test_more_customers_need_no_fewer(needs):
    found, _ = needs
    quiet = work(0.5).needs()
    assert sum(quiet[0].counters) < sum(found[0].counters)


def test_the_same_day_is_played_the_same(needs):
    counts = {need.kind: need.counters for need in needs[0]}
    one, other = (work().player.with_counts(counts, 30) for _ in range(2))
    assert np.array_equal(one.waited_s, other.waited_s)


def test_work_that_is_stopped_stops():
    class Stopped(Exception):
        pass

    def stop(part):
        raise Stopped

    with pytest.raises(Stopped):
        work(told=stop).needs()


def test_somebody_missing_is_felt_where_they_are_missing():
    day = work()
    plan = usual_plan(CONFIG, empty_plan(CONFIG, RATES, DAY), people_of(CONFIG, DAY))
    whole = day.effect(plan)
    left = day.effect(replace(plan, shifts=tuple(s for s in plan.shifts if s.kind is not CASH)))
    assert whole.of(CASH).coming[0].p10 <= whole.of(CASH).coming[0].mean
    assert left.within < whole.within - 0.2
    assert left.of(CASH).longest_p90_s > 10 * max(1.0, whole.of(CASH).longest_p90_s)
    assert left.of(PLAIN).within == pytest.approx(whole.of(PLAIN).within, abs=0.2)
    assert dict(whole.classes)["ordinary"] > 0.9


def test_who_came_before_closing_is_still_served():
    day = work()
    plan = usual_plan(CONFIG, empty_plan(CONFIG, RATES, DAY), people_of(CONFIG, DAY))
    outcome = day.player.with_plan(plan, 40)
    assert np.isfinite(outcome.waited_s).mean() > 0.99


def test_where_all_counters_are_open_no_more_are_asked_for(monkeypatch):
    monkeypatch.setattr("branchfloor.twin.staffing.counters.DOWN_PASSES", 1)
    day = work(2.5)
    most = {kind: len(numbers) for kind, numbers in day.player.counters.items()}
    start = {kind: (n,) * day.player.halves for kind, n in most.items()}
    counts, outcome = Search(most, start, day.player.with_counts, Wanted()).run()
    assert max(counts[CASH]) == most[CASH]
    assert outcome.risk(0.8) > 0.2


def test_an_empty_plan_of_a_closed_day_is_none():
    closed = replace(CONFIG, hours=OpeningHours(()))
    assert empty_plan(closed, preset_arrivals(closed), DAY) is None


def test_needs_fit_the_plan(needs):
    found, _ = needs
    plan = replace(empty_plan(CONFIG, RATES, DAY), needs=found)
    assert all(len(plan.cells(kind)) == 8 for kind in plan.kinds())
    assert isinstance(found[0], KindNeed)
