"""Ranges corrected by what past days show: the line, the bands, the text that keeps them."""

import json
from dataclasses import dataclass, replace
from datetime import date
from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain.waits import NOTHING_SAID, Baselines, WaitRange
from branchfloor.waits.correcting.daily_fit import ENOUGH, fitted
from branchfloor.waits.daily import TERMS, UNTAUGHT, Band, Daily, Saying, terms
from branchfloor.waits.keeping import DayTaught, daily_of, daily_text

RANGE = WaitRange(300.0, 600.0, 1200.0)
SHORT = WaitRange(20.0, 60.0, 120.0)


@dataclass(frozen=True)
class Promise:
    uncorrected: WaitRange | None
    waited_s: float | None
    class_name: str = "ordinary"
    visit_id: str = "v"
    leg_no: int = 1
    age_s: float = 0.0
    simple: Baselines = NOTHING_SAID


def days(n, waited, *, seed=1, **known):
    """Promises of one day each, waits drawn by `waited(rng)`, or of the promise too."""
    rng = Random(seed)
    return [Promise(RANGE, waited(rng), visit_id=f"v{i}", **known) for i in range(n)]


def learned(promises):
    return fitted(promises, [1.0] * len(promises))


def around(middle_s, spread):
    return lambda rng: middle_s * exp(rng.gauss(0, spread))


def inside(daily, promises):
    told = [(daily.corrected(one), one.waited_s) for one in promises]
    return sum(wait.p10 <= waited <= wait.p90 for wait, waited in told) / len(told)


def test_what_has_learned_nothing_only_looks_further_down():
    told = UNTAUGHT.corrected(Saying("ordinary", RANGE))
    assert (told.p50, told.p90) == pytest.approx((RANGE.p50, RANGE.p90))
    assert 200 < told.p10 < RANGE.p10
    assert fitted([], []) == UNTAUGHT
    assert learned([Promise(None, 5.0), Promise(RANGE, None)]) == UNTAUGHT


@pytest.mark.parametrize("factor", [0.6, 1.0, 1.5])
def test_the_median_goes_where_half_of_the_waits_were(factor):
    daily = learned(days(600, around(600 * factor, 0.5)))
    told = daily.corrected(Saying("ordinary", RANGE))
    assert told.p50 == pytest.approx(600 * factor, rel=0.12)


def test_far_waits_do_not_pull_the_median_with_them():
    often_long = days(600, lambda rng: 6000.0 if rng.random() < 0.3 else 600.0)
    assert learned(often_long).corrected(Saying("ordinary", RANGE)).p50 < 700


@pytest.mark.parametrize("spread", [0.15, 0.5, 1.1])
def test_ranges_cover_eighty_in_a_hundred_of_days_like_those_before(spread):
    daily = learned(days(800, around(600, spread)))
    assert inside(daily, days(800, around(600, spread), seed=2)) == pytest.approx(0.8, abs=0.05)


def test_a_class_has_bands_of_its_own_as_far_as_it_was_seen():
    many = days(400, around(600, 0.2))
    daily = learned([*many, *days(200, around(600, 1.0), class_name="legal")])
    wild, tame = (daily.corrected(Saying(name, RANGE)) for name in ("legal", "ordinary"))
    assert wild.p90 > 1.4 * tame.p90
    once = learned([*many, *days(3, around(60000, 0.1), class_name="legal")])
    assert once.corrected(Saying("legal", RANGE)).p90 < 2 * RANGE.p90


def test_a_class_never_seen_is_as_all_are():
    daily = learned(days(400, around(600, 1.0)))
    assert daily.corrected(Saying("gold", RANGE)) == daily.corrected(Saying("silver", RANGE))
    assert daily.corrected(Saying("gold", RANGE)).p90 > RANGE.p90


def test_short_ranges_are_held_by_themselves():
    long = days(300, around(600, 0.1))
    daily = learned([*long, *(replace(one, uncorrected=SHORT) for one in long)])
    assert daily.corrected(Saying("ordinary", SHORT)).p90 > 2 * SHORT.p90
    assert daily.corrected(Saying("ordinary", RANGE)).p90 < RANGE.p90


def test_a_simpler_way_that_knows_better_is_followed():
    rng, seen = Random(3), []
    for i in range(600):
        truth = rng.choice((250.0, 1400.0))
        simple = Baselines(les=truth, hol=truth, avg_k=truth, ql=600.0, waiting=3)
        waited = truth * exp(rng.gauss(0, 0.1))
        seen.append(Promise(RANGE, waited, visit_id=f"v{i}", simple=simple))
    daily = learned(seen)
    short, long = (
        daily.corrected(Saying("ordinary", RANGE, simple=Baselines(way, way, way, 600.0)))
        for way in (250.0, 1400.0)
    )
    assert short.p50 < 450
    assert long.p50 > 900
    assert short.p10 <= short.p50 <= short.p90
    still = daily.corrected(Saying("ordinary", RANGE, 300.0, Baselines(250.0, 250.0, 250.0, 600.0)))
    assert still.p50 > short.p50  # of who waits already they say nothing


def test_few_waits_draw_no_line():
    assert learned(days(ENOUGH - 1, around(1200, 0.1))).slopes == ()
    assert len(learned(days(ENOUGH, around(1200, 0.1))).slopes) == TERMS


def test_what_is_long_past_counts_less():
    promises = [*days(200, around(400, 0.1)), *days(200, around(900, 0.1), seed=2)]
    late_long = fitted(promises, [12.0] * 200 + [1.0] * 200)
    late_short = fitted(promises, [1.0] * 200 + [12.0] * 200)
    said = Saying("ordinary", RANGE)
    assert late_long.corrected(said).p50 > 1.5 * late_short.corrected(said).p50


def test_the_promises_of_one_leg_count_as_one():
    alone = days(100, around(600, 0.1))
    crowd = [Promise(RANGE, 1800.0, visit_id="x", age_s=300.0 * i) for i in range(1, 100)]
    daily = learned([*alone, *crowd])
    assert daily.corrected(Saying("ordinary", RANGE)).p50 < 660


waits = st.tuples(*[st.floats(0, 20000)] * 3).map(sorted).map(lambda some: WaitRange(*some))
ways = st.none() | st.floats(0, 1e6)


@given(
    waits,
    st.builds(Baselines, ways, ways, ways, ways),
    st.lists(st.floats(-50, 50), min_size=TERMS, max_size=TERMS),
    st.tuples(st.floats(0, 100), st.floats(0, 100)),
)
def test_ranges_stay_in_order_whatever_was_learned(wait, simple, slopes, sides):
    daily = Daily(tuple(slopes), (("ordinary", 3.0),), (Band("ordinary", *sides),), 99)
    told = daily.corrected(Saying("ordinary", wait, simple=simple))
    assert 0 <= told.p10 <= told.p50 <= told.p90 + 1e-6
    assert len(terms(Saying("ordinary", wait, simple=simple), wait)) == TERMS


def test_a_clock_that_was_set_back_breaks_nothing():
    odd = Baselines(les=-40.0, hol=-11.0, avg_k=0.0, ql=1e9)
    promises = [replace(one, waited_s=-30.0, simple=odd) for one in days(80, around(600, 0.1))]
    daily = learned([*promises, *days(80, around(600, 0.1), seed=2)])
    assert daily.corrected(Saying("ordinary", RANGE, simple=odd)).p90 > 0


def test_being_called_at_once_stays_so():
    daily = learned(days(300, around(1800, 0.1)))
    assert daily.corrected(Saying("ordinary", WaitRange(0, 0, 60))) == WaitRange(0, 0, 60)


def test_what_was_drawn_survives_as_text():
    taught = DayTaught(date(2026, 11, 24), learned(days(200, around(700, 0.4))))
    assert daily_of(daily_text(taught)) == taught


def broken(**changes):
    body = json.loads(daily_text(DayTaught(date(2026, 11, 24), Daily((0.0,) * TERMS))))
    body["taught"]["daily"].update(changes)
    return json.dumps(body)


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "[1]", '{"version": 2}', '{"version": 2, "taught": 7}'),
        broken(slopes=[1.0]),
        broken(slopes=["x"] * TERMS),
        broken(bands=[{"group": "", "below": -1.0, "above": 1.0}]),
        broken(bands=[{"group": "", "below": 1.0, "above": float("inf")}]),
        broken(classes=[["ordinary"]]),
    ],
)
def test_a_broken_text_teaches_nothing(text):
    assert daily_of(text) == DayTaught()
