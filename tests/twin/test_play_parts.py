"""The parts of a play: the short way, who rings, gaps, spells, patience, probes, chance."""

import sys
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest

from branchfloor.twin.arriving import arrivals_s, shares_of, streams
from branchfloor.twin.crowd import THERE, WAITING, waiting_crowd
from branchfloor.twin.demand import Demand, Habits, nobody
from branchfloor.twin.desks import ALWAYS, free_desks
from branchfloor.twin.draws import draw
from branchfloor.twin.formulas.erlang import erlang_c
from branchfloor.twin.laws import Times, alike, exponential
from branchfloor.twin.measured import chance, crowd_scene, queue_scene
from branchfloor.twin.normal import quantile, remaining
from branchfloor.twin.play import play
from branchfloor.twin.rule import PlainRules
from branchfloor.twin.run import Stuck
from branchfloor.twin.scene import Scene
from branchfloor.twin.slots import Slots
from branchfloor.waits.lognormal import LogNormal


def two_desks(serves=((0,), (0, 1)), since=(-10.0, -5.0, -1.0), kinds=(0, 1, 0)) -> Scene:
    """Three people, two counters, services of exactly one hundred seconds."""
    rules = PlainRules(("a", "b"), (0.01, 0.01), (0.0, 0.0), (100.0, 100.0), serves).rules()
    crowd = waiting_crowd(np.array(kinds), np.array(since))
    times = Times(np.full((2, 2), np.log(100.0)), np.zeros((2, 2)))
    return Scene(rules, crowd, free_desks(2), times, nobody(), 3600.0)


def one_lane(scene: Scene):
    return play(scene, draw(scene, 1, chance(1)))


def test_the_short_way_gives_what_the_engine_gives():
    scene = queue_scene(4, 0.9, 300)
    scene = replace(scene, desks=replace(scene.desks, reaction_s=0.05, walk_s=0.02))
    draws = draw(scene, 20, chance(3))
    short, long = play(scene, draws), play(scene, draws, record=True)
    for name in ("called_s", "ended_s", "busy_s"):
        assert np.allclose(getattr(short, name), getattr(long, name), equal_nan=True)
    assert (short.counter == long.counter).mean() > 0.999
    assert len(long.turns[0]) == np.isfinite(long.called_s[0]).sum()


def test_a_long_queue_waits_as_erlang_says():
    scene = queue_scene(5, 0.85, 4000)
    played = play(scene, draw(scene, 150, chance(5)))
    settled = (played.since_s > 100) & (played.since_s < 700)
    assert np.nanmean(played.wait_s[settled]) == pytest.approx(erlang_c(5, 4.25) / 0.75, rel=0.04)


def pinned_where_it_cannot_be_served(until_s: float) -> Scene:
    """One leg on hold for a counter that was lent to it and is not any more; the other is busy."""
    scene = two_desks(serves=((0,), (1,)), since=(-1.0, -5.0), kinds=(0, 0))
    crowd, desks = scene.crowd, scene.desks
    crowd = replace(
        crowd,
        where=np.array([THERE, WAITING], np.int8),
        pin=np.array([-1, 1]),
        pin_until_s=np.array([np.inf, until_s]),
    )
    desks = replace(desks, row=np.array([0, -1]), elapsed_s=np.array([10.0, np.nan]))
    return replace(scene, crowd=crowd, desks=desks)


def test_a_pin_that_runs_out_frees_the_counter_too():
    """The counter it was pinned to must not look up for it for ever."""
    scene = pinned_where_it_cannot_be_served(until_s=50.0)
    scene = replace(scene, desks=replace(scene.desks, spells=(ALWAYS, ((60.0, np.inf),))))
    played = one_lane(scene)
    assert played.counter[0, 1] == 0
    assert played.called_s[0, 1] == pytest.approx(played.ended_s[0, 0], abs=1e-3)


def test_a_leg_is_called_by_its_counter_while_the_pin_holds():
    scene = pinned_where_it_cannot_be_served(until_s=50.0)
    played = one_lane(scene)
    assert (played.counter[0, 1], played.called_s[0, 1]) == (1, 0.0)


def test_lanes_that_get_no_further_are_told(monkeypatch):
    monkeypatch.setattr(Slots, "next_s", lambda self, lines, asked: asked.at_s)
    scene = pinned_where_it_cannot_be_served(until_s=50.0)
    scene = replace(scene, desks=replace(scene.desks, spells=(ALWAYS, ((60.0, np.inf),))))
    with pytest.raises(Stuck, match="have not ended by"):
        one_lane(scene)


def test_of_idle_counters_the_one_of_fewer_services_rings():
    scene = two_desks(since=(5.0,), kinds=(0,))
    assert one_lane(scene).counter[0, 0] == 0
    wider = two_desks(serves=((0, 1), (0,)), since=(5.0,), kinds=(0,))
    assert one_lane(wider).counter[0, 0] == 1


def test_a_counter_calls_its_own_work_before_it_backs_up():
    rules = PlainRules(
        ("a", "b"), (0.01,) * 2, (0.0,) * 2, (100.0,) * 2, ((1,), ()), (), ((0,), ())
    )
    played = one_lane(replace(two_desks(), rules=rules.rules()))
    assert played.called_s[0].tolist() == pytest.approx([100.0, 0.0, 200.0])


def test_lanes_played_a_few_at_a_time_are_the_lanes_played_together(monkeypatch):
    scene = replace(queue_scene(3, 0.9, 60), habits=Habits(no_show=0.2, again=0.3, patience_s=90.0))
    draws = draw(scene, 20, chance(7))
    together = play(scene, draws, record=True)
    for name, few in (("_CELLS", 1), ("_FEWEST", 3)):
        monkeypatch.setattr(sys.modules[play.__module__], name, few)
    parted = play(scene, draws, record=True)
    assert len({lane[:3] for lane in parted.turns}) == 20, "no two lanes are alike"
    assert parted.turns == together.turns
    for name in ("since_s", "called_s", "counter", "ended_s", "left_s", "busy_s"):
        assert np.array_equal(getattr(parted, name), getattr(together, name), equal_nan=True), name


def test_a_turn_names_the_counter_of_the_hall_even_where_others_never_work():
    scene = two_desks(serves=((0, 1), (0, 1)))
    desks = replace(scene.desks, spells=((), ((0.0, np.inf),)))
    played = play(replace(scene, desks=desks), draw(scene, 1, chance(1)), record=True)
    assert [turn.counter for turn in played.turns[0]] == [1, 1, 1]
    assert played.counter[0].tolist() == [1, 1, 1]


def test_the_longest_idle_rings_when_both_serve_alike():
    scene = two_desks(serves=((0,), (0,)), since=(5.0,), kinds=(0,))
    desks = replace(scene.desks, idle_since_s=np.array([-30.0, -60.0]))
    assert one_lane(replace(scene, desks=desks)).counter[0, 0] == 1


def test_gaps_come_before_a_call_and_the_walk_after_it():
    scene = two_desks(serves=((0, 1), ()), since=(-10.0, -5.0, -1.0), kinds=(0, 0, 0))
    desks = replace(scene.desks, reaction_s=6.0, walk_s=20.0)
    played = one_lane(replace(scene, desks=desks))
    assert played.called_s[0].tolist() == pytest.approx([6.0, 132.0, 258.0])
    assert played.ended_s[0].tolist() == pytest.approx([126.0, 252.0, 378.0])


def test_a_counter_calls_in_its_spells_only():
    spells = (((0.0, 50.0), (300.0, np.inf)), ())
    scene = two_desks(serves=((0, 1), (0, 1)), kinds=(0, 0, 0))
    played = one_lane(replace(scene, desks=replace(scene.desks, spells=spells)))
    assert played.called_s[0].tolist() == pytest.approx([0.0, 300.0, 400.0])


def test_who_has_no_patience_leaves_and_makes_way():
    scene = two_desks(serves=((0, 1), ()), since=(-10.0, -5.0, -1.0), kinds=(0, 0, 0))
    scene = replace(scene, habits=Habits(patience_s=100.0))
    draws = replace(draw(scene, 1, chance(1)), patience=np.array([[9.0, 0.5, 9.0]], np.float32))
    played = play(scene, draws)
    assert played.left_s[0, 1] == pytest.approx(50.0)
    assert np.isnan(played.called_s[0, 1])
    assert played.called_s[0, 2] == pytest.approx(100.0)


def test_a_probe_is_called_when_a_ticket_issued_now_would_be():
    scene = crowd_scene(30, 4)
    kinds = scene.rules.kinds
    draws = draw(scene, 50, chance(2))
    probed = play(scene, draws, probes=kinds)
    for k in range(len(kinds)):
        more = waiting_crowd(np.append(scene.crowd.kind, k), np.append(scene.crowd.since_s, -1e-9))
        with_one = replace(scene, crowd=more)
        work = np.concatenate((draws.work, np.zeros((50, 1), np.float32)), axis=1)
        played = play(with_one, replace(draws, work=work))
        assert np.allclose(played.called_s[:, -1], probed.probe_s[:, k], atol=1e-6)


def test_nobody_is_called_twice_and_no_counter_serves_two_at_once():
    scene = crowd_scene(80, 6)
    played = play(scene, draw(scene, 30, chance(4)))
    assert np.isfinite(played.called_s).all()
    for lane in range(30):
        for s in range(6):
            mine = np.flatnonzero(played.counter[lane] == s)
            mine = mine[np.argsort(played.called_s[lane, mine])]
            assert (played.called_s[lane, mine[1:]] >= played.ended_s[lane, mine[:-1]] - 1e-9).all()


def test_arrivals_follow_the_demand_and_are_more_variable_where_told():
    kinds = PlainRules(("a", "b"), (1.0,) * 2, (0.0,) * 2, (1.0,) * 2, ((0, 1),)).rules().kinds
    expected = np.array([[30.0, 10.0], [10.0, 30.0]])
    scene = replace(
        queue_scene(1, 0.5, 10),
        rules=PlainRules(("a", "b"), (1.0,) * 2, (0.0,) * 2, (1.0,) * 2, ((0, 1),)).rules(),
        times=exponential(np.ones(2), 1),
        demand=Demand(kinds, expected, cv=0.5),
        horizon_s=1800.0,
    )
    draws = draw(scene, 3000, chance(9))
    at_s = arrivals_s(scene.demand, draws)
    which = streams(shares_of(scene.demand), at_s, draws.mark)
    first, second = at_s < 900, (at_s >= 900) & (at_s < 1800)
    counts = np.array([[(part & (which == i)).sum() for part in (first, second)] for i in (0, 1)])
    assert counts / 3000 == pytest.approx(expected, rel=0.05)
    per_lane = first.sum(axis=1)
    assert per_lane.var() == pytest.approx(40 + (0.5 * 40) ** 2, rel=0.12)


def test_an_empirical_law_is_drawn_from():
    seen = np.array([10.0, 20.0, 30.0, 400.0])
    scene = crowd_scene(100, 100)
    times = Times(np.zeros((4, 100)), np.ones((4, 100)), {k: seen for k in range(4)})
    played = play(replace(scene, times=times), draw(scene, 200, chance(6)))
    took = (played.ended_s - played.called_s).ravel()
    assert took.min() >= 10.0 - 1e-3
    assert took.max() <= 400.0 + 1e-3
    assert np.median(took) == pytest.approx(np.sqrt(20.0 * 30.0), rel=0.05)


def test_quantiles_of_the_normal_law_are_exact():
    shares = np.array([1e-12, 1e-5, 0.01, 0.3, 0.5, 0.77, 0.999, 1 - 1e-9])
    exact = [NormalDist().inv_cdf(p) for p in shares]
    assert quantile(shares).tolist() == pytest.approx(exact, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("elapsed_s", [0.0, 30.0, 400.0, 5000.0])
def test_what_is_left_of_a_service_is_what_the_law_says(elapsed_s):
    law, shares = LogNormal(5.0, 0.8), np.array([0.1, 0.5, 0.9])
    left = remaining((5.0, 0.8), elapsed_s, shares)
    assert left.tolist() == pytest.approx([law.remaining(elapsed_s, p) for p in shares], rel=1e-6)


def test_log_normal_times_have_the_mean_and_spread_they_were_given():
    scene = crowd_scene(100, 100)
    scene = replace(scene, times=alike(np.full(4, 300.0), np.full(4, 1.2), 100))
    played = play(scene, draw(scene, 2000, chance(8)))
    took = played.ended_s - played.called_s
    assert took.mean() == pytest.approx(300.0, rel=0.02)
    assert took.std() / took.mean() == pytest.approx(1.2, rel=0.08)
