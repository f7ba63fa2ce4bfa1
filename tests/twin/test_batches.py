"""Half-widths that hold: the interval covers the truth as often as it says."""

from math import inf, isnan

import numpy as np
import pytest

from branchfloor.twin.batches import Waits, joined, seen, t_95
from branchfloor.twin.formulas.erlang import Mmc
from branchfloor.twin.scenario import Run
from branchfloor.twin.steady import simulate
from tests.twin.halls import Guest, hall


@pytest.mark.parametrize(
    ("freedom", "factor"),
    [(1, 12.706), (3, 3.182), (6, 2.447), (10, 2.228), (30, 2.042), (1000, 1.962)],
)
def test_student_factors(freedom, factor):
    assert t_95(freedom) == pytest.approx(factor, abs=0.002)


def test_nothing_is_known_without_freedom():
    assert t_95(0) == inf


def test_one_lane_has_a_mean_and_no_interval():
    one = Waits(np.array([1.0, 3.0]), np.array([True, False]), np.array([0, 0]), 1)
    assert one.mean().value == 2.0
    assert isnan(one.mean().half)
    assert isnan(one.quantiles((0.5,))[0].half)
    assert one.within_target().value == 0.5


def test_nobody_has_no_figures():
    nobody = Waits(np.zeros(0), np.zeros(0, bool), np.zeros(0, np.int64), 5)
    assert isnan(nobody.mean().value)
    assert isnan(nobody.quantiles((0.9,))[0].value)


def test_lanes_of_several_plays_stay_apart():
    wait_s = np.array([[1.0, np.nan], [2.0, 3.0]])
    part = seen(wait_s, np.full((2, 2), 2.0), ~np.isnan(wait_s))
    both = joined([part, part])
    assert both.lane.tolist() == [0, 1, 1, 2, 3, 3]
    assert both.lanes == 4
    assert both.met.tolist() == [True, True, False] * 2


def test_intervals_of_lanes_that_depend_within_cover_the_truth():
    chance = np.random.default_rng(11)
    covered = []
    for _ in range(400):
        lanes, each = 20, 30
        level = chance.normal(5, 1, lanes)  # what all waits of a lane share
        wait_s = level[:, None] + chance.normal(0, 1, (lanes, each))
        waits = seen(wait_s, np.full_like(wait_s, 5.0), np.ones_like(wait_s, bool))
        mean = waits.mean()
        covered.append(abs(mean.value - 5) <= mean.half)
    assert 0.92 <= np.mean(covered) <= 0.98


def covers(estimate, truth: float) -> bool:
    return bool(abs(estimate.value - truth) <= estimate.half)


@pytest.mark.parametrize("replications", [1, 30])
def test_the_interval_of_a_settled_hall_covers_the_known_wait(replications):
    truth = Mmc(0.5, 1, 1)
    means, shares, p90s = [], [], []
    for seed in range(80):
        run = Run(900 / replications, None, replications, seed)
        (figures,) = simulate(hall([Guest(0.5)], 1, run)).classes
        means.append(covers(figures.wait, truth.mean_wait))
        shares.append(covers(figures.within_target, truth.service_level(1)))
        p90s.append(covers(figures.p90, truth.wait_quantile(0.9)))
    assert 0.90 <= np.mean(means) <= 0.98
    assert 0.90 <= np.mean(shares) <= 0.98
    assert 0.88 <= np.mean(p90s) <= 0.99


def test_the_interval_of_an_hour_from_empty_covers_what_many_such_hours_say():
    (truth,) = simulate(hall([Guest(0.5)], 1, Run(40, 0, 20_000, seed=999))).classes
    means, shares = [], []
    for seed in range(80):
        simulated = simulate(hall([Guest(0.5)], 1, Run(40, 0, 40, seed)))
        assert not simulated.lanes.settled
        (figures,) = simulated.classes
        means.append(covers(figures.wait, truth.wait.value))
        shares.append(covers(figures.within_target, truth.within_target.value))
    assert 0.90 <= np.mean(means) <= 0.98
    assert 0.90 <= np.mean(shares) <= 0.98
