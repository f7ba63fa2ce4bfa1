"""The study of the learned forecast beside the truth: its truth is the demo's, and it runs."""

from math import exp, inf

import pytest

from branchfloor.bench.true_scores import Case, likely_more, scores
from branchfloor.bench.true_waits import (
    WORLDS,
    Effort,
    TrueLaws,
    study,
    true_pace,
    true_plan,
    true_rates,
)
from branchfloor.config import load_preset
from branchfloor.demo.agenda import Agenda
from branchfloor.demo.cast import Cast
from branchfloor.demo.chance import Chance
from branchfloor.demo.headless import first_morning
from branchfloor.demo.house import House
from branchfloor.demo.stage import Stage
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.memory import MemoryFloor
from branchfloor.storage.promises import Promise

CONFIG = load_preset("cn-default")
MORNING = first_morning(CONFIG)


def test_the_paces_are_those_of_the_played_tellers():
    memory = MemoryFloor(CONFIG, MORNING)
    cast = Cast(Stage(House.of(memory), Agenda(MORNING)), Chance(3))
    for counter, teller in cast.tellers.items():
        assert true_pace(3, counter) == teller._pace
    laws = TrueLaws(CONFIG, 3, 6.0, 18.0)
    mu, sigma = laws.law("GW", None)
    assert exp(mu + sigma**2 / 2) / 60 == pytest.approx(CONFIG.service("GW").mean_min * 1.09)


def test_the_truth_of_a_crowded_world_is_more_customers():
    calm = true_rates(CONFIG, WORLDS["calm"], MORNING).of(MORNING.date())
    crowded = true_rates(CONFIG, WORLDS["crowded"], MORNING).of(MORNING.date())
    ratio = sum(crowded.quarters_of()) / sum(calm.quarters_of())
    assert ratio == pytest.approx(WORLDS["crowded"].load / WORLDS["calm"].load)


def test_the_plan_knows_of_breaks_and_of_the_shift_that_ends_at_noon():
    ten = MORNING.replace(hour=10)
    plan = true_plan(CONFIG, WORLDS["noon"], ten)
    assert plan["1"][-1][1] == plan["3"][-1][1] == 7200.0
    assert plan["11"][-1][1] == inf
    assert len(plan["11"]) > 1


def case(p50, waited_s, truth, visit=1):
    wait = WaitRange(p50 / 2, p50, 2 * p50)
    given = Promise(f"20261124-A{visit:03}", 1, 0.0, MORNING, wait, waited_s, "GW", "legal")
    return Case(1, given, waited_s, WaitRange(truth / 2, truth, 2 * truth))


def test_scores_are_medians_and_shares_of_those_who_queued():
    cases = [case(100.0, 130.0, 120.0)] * 20 + [case(100.0, 10.0, 120.0)] * 10 + [case(5, 5, 5)] * 9
    total, legal = scores(cases)
    assert (total.n, total.ours_s, total.truth_s) == (30, 30.0, 10.0)
    assert total.inside == pytest.approx(2 / 3)
    assert legal.class_name == "legal"
    assert total.more == pytest.approx(2.0)


def test_how_sure_a_ratio_is_comes_of_the_visits_behind_it():
    apart = [case(100.0, 110.0 + 3 * i, 105.0, visit=i) for i in range(40)]
    low, high = likely_more(apart)
    assert low < scores(apart)[0].more < high
    one = [case(100.0, 110.0 + 3 * i, 105.0) for i in range(40)]
    assert likely_more(one) == pytest.approx((scores(one)[0].more,) * 2)


def test_an_hour_of_a_normal_morning_is_foretold_nearly_as_the_truth_would():
    effort = Effort(days=1, judge_every_s=240.0, lanes=32, minutes=60.0)
    total = scores(study(WORLDS["normal"], 2, effort), least=10)[0]
    assert total.n >= 20
    assert total.ours_s < 1.6 * total.truth_s
    assert total.inside > 0.55
