"""Ranges held to 80 %, and how well waits came true."""

from dataclasses import dataclass
from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain.waits import WaitRange
from branchfloor.waits.accuracy import accuracy
from branchfloor.waits.lognormal import log_normal
from branchfloor.waits.track import DAY_GAIN, DAY_WEIGHT, FURTHEST, GAIN, Coverage, Tracker


@dataclass(frozen=True)
class Promise:
    wait: WaitRange
    waited_s: float | None
    class_name: str = "ordinary"


RANGE = WaitRange(300.0, 600.0, 900.0)


def test_the_rule_of_one_step():
    over = Tracker().scored(Promise(RANGE, 901.0)).of("ordinary")
    assert (over.low, over.high) == pytest.approx((GAIN * 0.1, GAIN * 0.9))
    under = Tracker().scored(Promise(RANGE, 299.0)).of("ordinary")
    assert (under.low, under.high) == pytest.approx((-GAIN * 0.9, -GAIN * 0.1))
    inside = Tracker().scored(Promise(RANGE, 900.0)).of("ordinary")
    assert (inside.low, inside.high) == pytest.approx((GAIN * 0.1, -GAIN * 0.1))
    assert (over.hits, under.hits, inside.hits) == (0, 0, 1)


def test_an_open_promise_teaches_nothing():
    tracker = Tracker()
    assert tracker.scored(Promise(RANGE, None)) is tracker


def test_being_called_at_once_counts_but_moves_nothing():
    sides = Tracker().scored(Promise(WaitRange(0, 0, 30), 500.0)).of("ordinary", short=True)
    assert (sides.low, sides.middle, sides.high) == (0, 0, 0)
    assert (sides.n, sides.hits) == (1, 0)


def test_a_range_from_zero_has_no_lower_miss_to_learn_from():
    sides = Tracker().scored(Promise(WaitRange(0, 60, 200), 20.0)).of("ordinary", short=True)
    assert sides.low == 0
    assert sides.high < 0
    assert sides.new_day().middle < 0


def test_short_waits_do_not_hide_how_often_long_ones_miss():
    short, tracker = WaitRange(10, 60, 200), Tracker()
    for _ in range(50):
        tracker = tracker.scored(Promise(short, 70.0)).scored(Promise(RANGE, 1000.0))
    assert tracker.of("ordinary").high > 0 > tracker.of("ordinary", short=True).high
    assert tracker.corrected("ordinary", RANGE).p90 > RANGE.p90
    assert tracker.corrected("ordinary", short).p90 < short.p90
    assert tracker.coverage() == Coverage(100, 50)


def test_classes_are_kept_apart():
    tracker = Tracker().followed([Promise(RANGE, 2000.0, "legal"), Promise(RANGE, 500.0)])
    assert tracker.of("legal").high > 0 > tracker.of("ordinary").high
    assert tracker.coverage() == Coverage(2, 1)
    assert tracker.corrected("gold", RANGE) == RANGE


@pytest.mark.parametrize("factor", [0.5, 1.0, 1.8])
def test_wrong_ranges_are_brought_to_eighty_in_a_hundred(factor):
    """Said: a log-normal of 600 s. True: `factor` times as long, and with twice the spread."""
    rng, said, truth = Random(3), log_normal(600, 0.3), log_normal(600 * factor, 0.6)
    raw = WaitRange(said.quantile(0.1), said.quantile(0.5), said.quantile(0.9))
    tracker, late = Tracker(), []
    for i in range(4000):
        promise = Promise(
            tracker.corrected("ordinary", raw), rng.lognormvariate(truth.mu, truth.sigma)
        )
        tracker = tracker.scored(promise)
        if i % 200 == 199:
            tracker = tracker.new_day()
        if i >= 1000:
            late.append(promise)
    found = accuracy(late).total
    assert found.coverage.share == pytest.approx(0.8, abs=0.02)
    shorter = sum((p.waited_s or 0.0) < p.wait.p50 for p in late) / len(late)
    assert shorter == pytest.approx(0.5, abs=0.03)


@given(st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 1e4)), max_size=60))
def test_corrections_stay_bounded_and_ranges_in_order(pairs):
    tracker = Tracker()
    for base, waited_s in pairs:
        said = tracker.corrected("ordinary", WaitRange(base / 2, base, base * 2))
        assert 0 <= said.p10 <= said.p50 <= said.p90 <= base * 2 * exp(FURTHEST) + 1e-6
        tracker = tracker.scored(Promise(said, waited_s)).new_day()


def test_a_wild_day_is_bounded():
    tracker = Tracker().followed(Promise(RANGE, 9e9) for _ in range(1000))
    assert tracker.of("ordinary").high == FURTHEST


def test_the_median_moves_once_a_day_by_how_far_the_day_was_off():
    tracker = Tracker().followed([Promise(RANGE, 800.0)] * 30 + [Promise(RANGE, 400.0)] * 10)
    assert tracker.of("ordinary").middle == 0
    moved = tracker.new_day()
    assert moved.of("ordinary").middle == pytest.approx(DAY_GAIN * 10 / (40 + DAY_WEIGHT))
    assert moved.corrected("ordinary", RANGE).p50 > RANGE.p50
    assert moved.coverage().n == 0  # of the new day
    assert tracker.new_day(anew=True) == Tracker()
    assert moved.new_day() == moved


def test_coverage_has_its_wilson_interval():
    assert Coverage(100, 81).interval == pytest.approx((0.7222, 0.8749), abs=1e-3)
    assert Coverage().share is None
    assert Coverage().interval is None
    assert Coverage(3, 3).interval == pytest.approx((0.4385, 1.0), abs=1e-3)


def test_accuracy_in_all_and_by_class():
    found = accuracy(
        [
            Promise(RANGE, 500.0),
            Promise(RANGE, 1000.0),
            Promise(RANGE, 660.0, "legal"),
            Promise(RANGE, None, "legal"),
        ]
    )
    assert [row.class_name for row in found.classes] == ["legal", "ordinary"]
    assert found.total.coverage == Coverage(3, 2)
    assert found.total.mean_abs_s == pytest.approx((100 + 400 + 60) / 3)
    assert found.total.median_abs_s == 100
    assert found.total.bias_s == pytest.approx(-120)
    assert found.total.width_s == 600
    assert found.classes[0].bias_s == -60  # it took longer than was said


def test_accuracy_of_nothing():
    assert accuracy([]).total.mean_abs_s is None
    assert accuracy([]).classes == ()
