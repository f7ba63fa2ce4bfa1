"""What the branch learns of its service times, and how far it trusts it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain.kinds import LegState
from branchfloor.waits.gaps import REACTION_S, WALK_S, gaps_of
from branchfloor.waits.keeping import PastDays, past_of, past_text
from branchfloor.waits.learned import UNKNOWN, learn, presets
from branchfloor.waits.lognormal import log_normal
from branchfloor.waits.moments import Moments
from branchfloor.waits.usual import Customs
from tests.builders import TEN, a_branch
from tests.domain.test_metrics import a_record

CONFIG = a_branch()


def services(n, law, *, seed=1, **changes):
    rng = Random(seed)
    return [
        a_record(i, service_s=rng.lognormvariate(law.mu, law.sigma), **changes) for i in range(n)
    ]


def test_a_new_branch_believes_its_presets():
    times = presets(CONFIG)
    assert times.estimate("GD").mean_s == pytest.approx(300)
    assert times.estimate("GD", "0217") == times.estimate("GD")
    assert times.learned_from == 0
    low, high = times.usual_range("GD")
    assert low < 300 < high


def test_many_services_outweigh_the_preset():
    truth = log_normal(120, 1.1)
    times = learn(CONFIG, services(2000, truth))
    assert times.estimate("GD").mean_s == pytest.approx(120, rel=0.08)
    assert times.estimate("GD").cv == pytest.approx(1.1, rel=0.15)
    assert times.learned_from == 2000


def test_fifteen_services_weigh_as_much_as_the_preset():
    times = learn(CONFIG, services(15, log_normal(60, 0.01)))
    preset = presets(CONFIG).estimate("GD")
    law = times.estimate("GD")
    assert law.mu == pytest.approx((preset.mu + log_normal(60, 0.01).mu) / 2, abs=0.01)


def test_a_quick_person_is_quick_at_what_they_have_not_done_yet():
    rows = services(80, log_normal(300, 0.5), staff="slow")
    rows += services(80, log_normal(150, 0.5), staff="quick")
    times = learn(CONFIG, rows)
    assert times.estimate("GD", "quick").mean_s < 0.75 * times.estimate("GD", "slow").mean_s
    assert times.estimate("GT", "quick").mean_s < 0.9 * times.estimate("GT").mean_s
    assert times.estimate("GT", "somebody").mean_s == times.estimate("GT").mean_s


def test_one_service_says_little_of_a_person():
    rows = services(50, log_normal(300, 0.5), staff="a")
    rows += services(1, log_normal(30, 0.01), staff="b")
    times = learn(CONFIG, rows)
    assert times.estimate("GD", "b").mean_s > 0.6 * times.estimate("GD", "a").mean_s


def test_a_slip_of_the_hand_moves_the_mean_little():
    rows = services(30, log_normal(300, 0.6))
    before = learn(CONFIG, rows).estimate("GD").mean_s
    slips = [a_record(90, service_s=0.2), a_record(91, service_s=9 * 3600.0)]
    after = learn(CONFIG, [*rows, *slips]).estimate("GD").mean_s
    assert after == pytest.approx(before, rel=0.25)


@pytest.mark.parametrize("service_s", [None, 0.0])
def test_what_took_no_time_teaches_nothing(service_s):
    assert learn(CONFIG, [a_record(1, service_s=service_s)]).learned_from == 0


def test_only_finished_legs_teach():
    row = a_record(1, state=LegState.CANCELLED, service_s=60.0)
    assert learn(CONFIG, [row]).learned_from == 0


def test_days_add_up_and_old_ones_fade():
    rows = services(40, log_normal(120, 0.6))
    in_two = learn(CONFIG, rows[20:], learn(CONFIG, rows[:20]))
    at_once = learn(CONFIG, rows)
    assert in_two.estimate("GD").mu == pytest.approx(at_once.estimate("GD").mu)
    assert in_two.estimate("GD").sigma == pytest.approx(at_once.estimate("GD").sigma)
    faded = at_once.aged(0.25)
    assert faded.learned_from == 10
    assert at_once.estimate("GD").mu < faded.estimate("GD").mu < presets(CONFIG).estimate("GD").mu


def test_a_service_the_document_lacks_has_some_time():
    assert presets(CONFIG).estimate("OLD") == UNKNOWN
    times = learn(CONFIG, services(200, log_normal(60, 0.3), service="OLD"))
    assert times.estimate("OLD").mean_s < 100
    assert times.estimate("OLD", "0217").mean_s < 100


def test_seconds_taken_by_part_average_the_service_and_its_gaps():
    times = presets(CONFIG)
    parts = times.taken_s("GD", None, 5)
    assert sum(parts) / 5 == pytest.approx(300 + WALK_S + REACTION_S)
    assert times.taken_s("GD", None, 5) is parts


# --- gaps -----------------------------------------------------------------------------


def in_a_row(no, start_s, *, called_after=10.0, walk=20.0, wait_s=600.0):
    called = TEN + timedelta(seconds=start_s + called_after)
    started = called + timedelta(seconds=walk)
    ended = TEN + timedelta(seconds=start_s + 300)
    row = a_record(no, wait_s=wait_s, started_at=started, ended_at=ended)
    return replace(row, called_ats=(called,))


def test_gaps_are_learned_from_a_queue_that_never_empties():
    gaps = gaps_of([in_a_row(i, 300 * i) for i in range(400)])
    assert (gaps.walk.n, gaps.reaction.n) == (400, 399)
    assert gaps.walk_s == pytest.approx(20, abs=0.5)
    assert gaps.reaction_s == pytest.approx(10, abs=0.5)


def test_an_idle_counter_says_nothing_of_reaction():
    late = in_a_row(2, 300, called_after=60, wait_s=5.0)  # came after the counter fell free
    pause = in_a_row(2, 300, called_after=200)
    for row in (late, pause):
        assert gaps_of([in_a_row(1, 0), row]).reaction.n == 0
    other = replace(in_a_row(2, 300), counter="2")
    assert gaps_of([in_a_row(1, 0), other]).reaction.n == 0


def test_a_second_call_says_nothing_of_the_walk():
    row = in_a_row(1, 0)
    again = replace(row, called_ats=(*row.called_ats, row.called_ats[0]))
    absent = replace(row, started_at=None)
    assert gaps_of([again, absent]).walk.n == 0


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=30), st.integers(0, 30))
def test_moments_join_as_if_counted_together(values, cut):
    def of(some):
        found = Moments()
        for value in some:
            found = found.plus(value)
        return found

    joined, whole = of(values[:cut]).joined(of(values[cut:])), of(values)
    assert joined.n == whole.n
    assert joined.mean == pytest.approx(whole.mean, abs=1e-9)
    assert joined.ss == pytest.approx(whole.ss, abs=1e-6)


# --- kept text ------------------------------------------------------------------------


DAY = date(2026, 11, 24)


@pytest.mark.parametrize("customs", [Customs(), Customs(0.1, 0.4, 900.0)])
def test_what_was_learned_survives_as_text(customs):
    times = learn(CONFIG, [in_a_row(i, 300 * i) for i in range(20)])
    back = past_of(CONFIG, past_text(PastDays(DAY, times, customs)))
    assert (back.day, back.customs) == (DAY, customs)
    assert back.times.cells == times.cells
    assert back.times.gaps == times.gaps
    assert back.times.estimate("GD", "x") == times.estimate("GD", "x")


def a_text(**changes):
    body = json.loads(past_text(PastDays(DAY, presets(CONFIG), Customs())))
    return json.dumps({**body, **changes})


BROKEN = [
    *(None, "", "{", "[]", '"text"', "{}"),
    a_text(version=99),
    a_text(day="someday"),
    a_text(cells=[["GD"]]),
    a_text(cells=[["GD", "", {"n": -4}]]),
    a_text(cells=[["GD", "", {"n": "many"}]]),
    a_text(gaps={"walk": {"mean": float("nan")}}),
    a_text(gaps={"walk": 3}),
    a_text(customs=[2.0, 0.5, None]),
    a_text(customs=[0.1]),
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_text_says_nothing(text):
    assert past_of(CONFIG, text) is None


def test_a_whole_text_is_read():
    assert past_of(CONFIG, a_text()).times.learned_from == 0
