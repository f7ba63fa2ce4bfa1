"""What closed forms say of halls that need no rule: played, they come out as they are known."""

from dataclasses import replace
from functools import cache
from math import inf, sin, sqrt

import numpy as np
import pytest

from branchfloor.twin.batches import Estimate
from branchfloor.twin.crowd import waiting_crowd
from branchfloor.twin.demand import nobody
from branchfloor.twin.desks import free_desks
from branchfloor.twin.draws import draw
from branchfloor.twin.laws import exponential
from branchfloor.twin.paper import scene_of_scenario
from branchfloor.twin.play import play
from branchfloor.twin.rule import PlainRules
from branchfloor.twin.scenario import HOUR_S, Rate, Run
from branchfloor.twin.scene import Scene
from branchfloor.twin.steady import simulate
from tests.twin.halls import Guest, hall
from tests.twin.known import close, of, run_of


def share_at_once(load: float, servers: int, within: float = 0.0, customers: int = 60_000):
    """The share that is called within so much of the mean service."""
    guest = Guest(load, target=within + 1e-9)
    (figures,) = simulate(hall([guest], servers, run_of([load], customers))).classes
    return figures.within_target


@pytest.mark.parametrize(("given", "known"), of("erlang"))
def test_the_share_that_has_to_wait(given, known):
    at_once = share_at_once(given["load"], given["servers"])
    assert close(at_once, 1 - known["wait_chance"])


@pytest.mark.parametrize(("given", "known"), of("erlang"))
def test_the_share_that_finds_no_counter_free_and_goes(given, known):
    scenario = hall([Guest(given["load"])], given["servers"], run_of([given["load"]], 20_000))
    (figures,) = simulate(replace(scenario, patience_s=1e-9)).classes
    once = sqrt(known["blocked"] * (1 - known["blocked"]) / 20_000)
    # those who are turned away come together: a long busy spell turns many
    together = sqrt(1 + 2 * given["load"] / (given["servers"] - given["load"] + 1))
    assert figures.left == pytest.approx(known["blocked"], abs=3 * once * together)


@pytest.mark.parametrize(("given", "known"), of("smallest"))
def test_the_smallest_number_of_counters_keeps_the_promise_and_one_less_does_not(given, known):
    load, within = given["arrivals"] / given["rate"], given["within"] * given["rate"]
    enough = share_at_once(load, known["servers"], within)
    assert enough.value + 1.5 * enough.half >= given["share"]
    if known["servers"] - 1 > load:
        too_few = share_at_once(load, known["servers"] - 1, within)
        assert too_few.value - 1.5 * too_few.half < given["share"]


@pytest.mark.parametrize(("given", "known"), of("root"))
def test_the_number_that_lets_few_wait_does_and_one_less_does_not(given, known):
    least = 1 - given["wait_chance"]
    enough = share_at_once(given["load"], known["exact"])
    too_few = share_at_once(given["load"], known["exact"] - 1)
    assert enough.value + 1.5 * enough.half >= least
    assert too_few.value - 1.5 * too_few.half < least


@pytest.mark.parametrize(("given", "known"), of("large"))
def test_a_large_hall_nears_the_law_of_large_halls(given, known):
    """100 counters are not yet without end: what is left is what the exact form leaves too."""
    load = 100 - given["spare"] * 10
    at_once = share_at_once(load, 100, customers=40_000)
    assert 1 - at_once.value == pytest.approx(known["wait_chance"], abs=1.5 * at_once.half + 0.02)


def behind(ahead: int, servers: int, rate: float, lanes: int):
    """The waits of one who finds all counters busy and so many before them."""
    legs = servers + ahead + 1
    rules = PlainRules(("all",), (1.0,), (0.0,), (1.0,), ((0,),) * servers).rules()
    scene = Scene(
        rules=rules,
        crowd=waiting_crowd(np.zeros(legs, np.int64), -np.arange(legs, 0, -1.0) * 1e-3),
        desks=free_desks(servers),
        times=exponential(np.array([1 / rate]), servers),
        demand=nobody(),
        horizon_s=inf,
    )
    return play(scene, draw(scene, lanes, np.random.default_rng(21))).called_s[:, -1]


@pytest.mark.parametrize(("given", "known"), of("behind"))
def test_the_wait_behind_so_many(given, known):
    waits = np.sort(behind(**given, lanes=20_000))
    error = known["sd"] / sqrt(len(waits))
    assert abs(waits.mean() - known["mean"]) <= 3 * error
    assert waits.std() == pytest.approx(known["sd"], rel=0.04)
    for p in (10, 50, 90):
        share = float((waits <= known[f"p{p}"]).mean())
        assert abs(share - p / 100) <= 3 * sqrt(p / 100 * (1 - p / 100) / len(waits))


@cache
def waves(mean: float, swing: float, turn: float, rate: float):
    """A day and a half of waves before counters without end; hours."""
    scenario = hall([Guest(1, HOUR_S / rate)], 60, Run(36 * HOUR_S))
    (stream,) = scenario.streams
    rates = tuple(
        Rate(at * HOUR_S, (at + 0.1) * HOUR_S, mean + swing * sin(turn * (at + 0.05)))
        for at in (k / 10 for k in range(360))
    )
    scenario = replace(scenario, streams=(replace(stream, rates=rates),))
    scene = scene_of_scenario(scenario, 36 * HOUR_S, 36 * HOUR_S)
    return play(scene, draw(scene, 400, np.random.default_rng(21)))


@pytest.mark.parametrize(("given", "known"), of("wave"))
def test_the_load_of_arrivals_that_rise_and_fall(given, known):
    played = waves(*(given[name] for name in ("mean", "swing", "turn", "rate")))
    settled = given["t"] if given["t"] >= 12 else 24 + given["t"]
    at_s = settled * HOUR_S
    ended = np.where(np.isnan(played.ended_s), inf, played.ended_s)
    served = ((played.called_s <= at_s) & (ended > at_s)).sum(axis=1)
    half = 1.96 * served.std(ddof=1) / sqrt(len(served))
    assert close(Estimate(float(served.mean()), float(half)), known["load"])
