"""The known figures of queueing, met by the twin within three standard errors."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf, isclose
from typing import Any

import pytest

from branchfloor.domain.kinds import Discipline
from branchfloor.twin.batches import Estimate
from branchfloor.twin.formulas.erlang import Mmc
from branchfloor.twin.formulas.priority import many_servers
from branchfloor.twin.formulas.skills import NModel
from branchfloor.twin.scenario import Law, Post, Run, Scenario
from branchfloor.twin.steady import Simulated, simulate
from tests.twin.halls import Guest, hall
from tests.twin.known import VECTORS, close, meets, of, run_of

pytestmark = pytest.mark.untraced  # a hundred thousand customers over the same few lines

NO_JUMP, JUMP = (inf,) * 4, (inf, inf, inf, 20)
POLICIES = {
    "fifo": (Discipline.FIFO, (1, 1, 1, 1), (0, 0, 0, 0), NO_JUMP),
    "strict": (Discipline.STRICT, (1, 1, 1, 1), (0, 0, 0, 0), NO_JUMP),
    "strict guarded": (Discipline.STRICT, (1, 1, 1, 1), (0, 0, 0, 0), JUMP),
    "growing": (Discipline.AFFINE, (1 / 2, 1 / 6, 1 / 10, 1 / 20), (0, 0, 0, 0), NO_JUMP),
    "due": (Discipline.AFFINE, (1, 1, 1, 1), (-2, -6, -10, -20), NO_JUMP),
    "affine": (Discipline.AFFINE, (1 / 2, 1 / 6, 1 / 10, 1 / 20), (0.5, 0.2, 0, 0), NO_JUMP),
    "affine guarded": (Discipline.AFFINE, (1 / 2, 1 / 6, 1 / 10, 1 / 20), (0.5, 0.2, 0, 0), JUMP),
}
"""Slopes, head starts and hard jumps of the compared policies."""


def law(mean: float, square: float) -> Law:
    """The law of a mean and a mean square: exponential, or always the same."""
    return Law.FIXED if isclose(square, mean**2) else Law.EXPONENTIAL


def one_server(given: dict[str, Any], **how: Any) -> Simulated:
    slopes = given.get("slopes", [1] * len(given["arrivals"]))
    guests = [
        Guest(rate, mean, slope, law=law(mean, square))
        for rate, mean, square, slope in zip(
            given["arrivals"], given["means"], given["squares"], slopes, strict=True
        )
    ]
    return simulate(hall(guests, 1, run_of(given["arrivals"]), **how))


def many(given: dict[str, Any], **how: Any) -> Simulated:
    slopes = given.get("slopes", [1] * len(given["arrivals"]))
    guests = [
        Guest(rate, 1 / given["rate"], slope)
        for rate, slope in zip(given["arrivals"], slopes, strict=True)
    ]
    return simulate(hall(guests, given["servers"], run_of(given["arrivals"], 90_000), **how))


@pytest.mark.parametrize(("given", "known"), of("line"))
def test_one_class(given, known):
    guest = Guest(given["arrivals"], 1 / given["rate"])
    simulated = simulate(hall([guest], given["servers"], run_of([given["arrivals"]])))
    (figures,) = simulated.classes
    assert close(figures.wait, known["wait"])
    if known["p90"] > 0.2 * known["wait"]:
        assert close(figures.p90, known["p90"])
    for busy in simulated.utilisation.values():
        assert busy == pytest.approx(known["busy"], rel=0.03)


@pytest.mark.parametrize(("given", "known"), of("tail"))
def test_the_share_that_waits_longer(given, known):
    t = given["t"]
    guest = Guest(given["arrivals"], 1 / given["rate"], target=t)
    (figures,) = simulate(hall([guest], given["servers"], run_of([given["arrivals"]]))).classes
    assert close(figures.within_target, known["service_level"])


@pytest.mark.parametrize(("given", "known"), of("strict one"))
def test_strict_at_one_counter(given, known):
    meets(one_server(given, discipline=Discipline.STRICT), known["wait"])


@pytest.mark.parametrize(("given", "known"), of("strict many"))
def test_strict_at_many(given, known):
    simulated = many(given, discipline=Discipline.STRICT)
    meets(simulated, known["wait"])
    assert close(simulated.classes[0].p90, known["first_p90"])


@pytest.mark.parametrize(("given", "known"), of("growing one"))
def test_points_that_grow_at_one_counter(given, known):
    meets(one_server(given), known["wait"])


@pytest.mark.parametrize(("given", "known"), of("growing many"))
def test_points_that_grow_at_many(given, known):
    meets(many(given), known["wait"])


@pytest.mark.parametrize(("given", "known"), of("patience"))
def test_customers_with_patience(given, known):
    guest = Guest(given["arrivals"], 1 / given["rate"])
    scenario = hall([guest], given["servers"], run_of([given["arrivals"]], 60_000))
    simulated = simulate(replace(scenario, patience_s=1 / given["leaving"]))
    (figures,) = simulated.classes
    assert figures.left == pytest.approx(known["left"], rel=0.06)
    busy = given["arrivals"] * (1 - known["left"]) / given["rate"] / given["servers"]
    assert simulated.utilisation["1"] == pytest.approx(busy, rel=0.03)


def two_skills(
    arrivals: Sequence[float], pool_a: int, pool_b: int, reserve: int, rate: float = 1.0
) -> Scenario:
    """Counters of the first class, and counters of the second that help with the first."""
    a = [Post(f"a{n}", (0,)) for n in range(pool_a)]
    b = [Post(f"b{n}", (1,), helps=(0,)) for n in range(pool_b)]
    scenario = hall([Guest(one, 1 / rate) for one in arrivals], 1, run_of(arrivals))
    return replace(scenario, posts=(*a, *b), reserve=reserve)


@pytest.mark.parametrize(("given", "known"), of("skills"))
def test_two_skills(given, known):
    meets(simulate(two_skills(**given)), (known["wait_1"], known["wait_2"]))


@pytest.mark.parametrize(("pool_b", "reserve"), [(3, 1), (3, 2)])
def test_counters_kept_for_their_own_work(pool_b, reserve):
    given = {"pool_a": 2, "pool_b": pool_b, "reserve": reserve}
    waits = NModel((1.6, 0.7), rate=1.0, **given).waits()
    simulated = simulate(two_skills((1.6, 0.7), **given))
    meets(simulated, (waits.mean_1, waits.mean_2))


def test_one_who_jumps_goes_before_all_where_the_counter_only_helps():
    """A line that jumps outranks the counter's own work, and may still not be called there while
    counters are kept: the counter serves its own then.
    """
    scenario = two_skills((1.6, 0.7), pool_a=2, pool_b=2, reserve=1)
    first, second = scenario.streams
    jumping = replace(first, standing=replace(first.standing, jump_s=0.0))
    kept = simulate(replace(scenario, streams=(jumping, second)))
    free = simulate(replace(scenario, streams=(jumping, second), reserve=0))
    assert kept.classes[0].wait.value > 2 * free.classes[0].wait.value
    assert kept.classes[1].wait.value < free.classes[1].wait.value


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if v["of"] == "played"], ids=lambda v: v["name"]
)
def test_slopes_and_head_starts_as_another_simulation_had_them(vector):
    given, known, half = vector["given"], vector["expect"], vector["half"]
    guests = [
        Guest(rate, given["mean"], slope, head, target)
        for rate, slope, head, target in zip(
            given["arrivals"], given["slopes"], given["head_starts"], given["targets"], strict=True
        )
    ]
    run = run_of(given["arrivals"], 120_000)
    simulated = simulate(hall(guests, given["servers"], run))
    for k, figures in enumerate(simulated.classes):
        assert close(figures.wait, known["mean"][k], half["mean"][k]), figures
        assert close(figures.p90, known["p90"][k], half["p90"][k]), figures
        assert close(figures.within_target, known["within_target"][k], half["within_target"][k]), (
            figures
        )


@pytest.mark.parametrize("name", POLICIES)
def test_the_compared_policies(name):
    (vector,) = (v for v in VECTORS if v["of"] == "policies")
    given, known = vector["given"], vector["expect"][name]
    discipline, slopes, heads, jumps = POLICIES[name]
    guests = [
        Guest(rate, mean, slope, head, target, given["cv"], Law.LOGNORMAL, jump)
        for rate, mean, slope, head, target, jump in zip(
            given["arrivals"], given["means"], slopes, heads, given["targets"], jumps, strict=True
        )
    ]
    customers = 400_000 if jumps is JUMP else 120_000  # whole crowded spells turn to one class
    run = run_of(given["arrivals"], customers)
    simulated = simulate(hall(guests, given["servers"], run, discipline))
    for k, figures in enumerate(simulated.classes):
        theirs = 0.02 * known["mean"][k]  # the figures have two decimals and a spread of their own
        assert close(figures.wait, known["mean"][k], theirs), figures
        assert close(figures.within_target, known["within_target"][k], 0.008), figures
        if name != "due":  # there the P90 of the first class is that of rare crowded spells
            assert close(figures.p90, known["p90"][k], 0.02 * known["p90"][k]), figures


def test_equal_head_starts_are_first_come_first_served():
    guests = [Guest(1.3, head_start=0.7), Guest(2.9, head_start=0.7)]
    run = run_of((1.3, 2.9), 20_000)
    affine = simulate(hall(guests, 5, run))
    fifo = simulate(hall(guests, 5, run, Discipline.FIFO))
    assert affine.classes == fifo.classes


def test_slopes_far_apart_are_strict():
    guests = [Guest(1.3, slope=1.0), Guest(2.9, slope=1e-7)]
    run = run_of((1.3, 2.9), 20_000)
    far = simulate(hall(guests, 5, run))
    strict = simulate(hall(guests, 5, run, Discipline.STRICT))
    assert far.classes == strict.classes


@pytest.mark.parametrize("slopes", [(6.0, 2.5, 1.5, 1.0), (1.0, 1.0, 1.0, 9.0)])
def test_priority_moves_waiting_and_never_removes_it(slopes):
    rates = (0.25, 0.5, 0.75, 3.0)
    guests = [Guest(rate, slope=slope) for rate, slope in zip(rates, slopes, strict=True)]
    simulated = simulate(hall(guests, 5, run_of(rates, 80_000)))
    weighed = sum(
        rate / 5 * figures.wait.value
        for rate, figures in zip(rates, simulated.classes, strict=True)
    )
    half = sum(rate / 5 * f.wait.half for rate, f in zip(rates, simulated.classes, strict=True))
    assert close(Estimate(weighed, half), many_servers(rates, 1, 5).conserved)


def test_one_seed_gives_one_answer_and_another_another():
    scenario = hall([Guest(1.3)], 2, run_of([1.3], 5000))
    assert simulate(scenario) == simulate(scenario)
    other = simulate(replace(scenario, run=replace(scenario.run, seed=4)))
    assert other.classes != simulate(scenario).classes


def test_a_long_run_is_split_and_replications_from_empty_are_not():
    from branchfloor.twin.steady import lanes_of

    guests = [Guest(4.25)]
    long = lanes_of(hall(guests, 5, Run(100_000)))
    assert long.settled
    assert long.count * long.counted_s == pytest.approx(100_000, rel=0.01)
    assert lanes_of(hall(guests, 5, Run(100_000, 500, 40))).settled
    short = lanes_of(hall(guests, 5, Run(300, 0, 40)))
    assert (short.count, short.warmup_s, short.counted_s, short.settled) == (40, 0, 300, False)
    crowded = lanes_of(hall([Guest(6)], 5, Run(1000)))
    assert (crowded.count, crowded.settled) == (1, False)
    brink = lanes_of(hall([Guest(4.99999)], 5, Run(1000)))
    assert (brink.count, brink.settled) == (1, False)  # it would take years to settle


def test_one_crowded_run_tells_no_interval():
    (figures,) = simulate(hall([Guest(6)], 5, Run(100))).classes
    assert figures.wait.value > Mmc(4.9, 1, 5).mean_wait / 10
    assert figures.wait.half != figures.wait.half  # not a number: nothing is known of it
    assert figures.unserved == 0
