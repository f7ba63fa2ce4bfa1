"""The queue forecaster: exact where nothing is left to chance, and never against reason."""

import heapq
import subprocess
import sys
import time
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branchfloor.config.presets import load_preset
from branchfloor.domain.events import (
    CounterClosing,
    CounterPaused,
    NewLeg,
    TicketIssued,
)
from branchfloor.domain.kinds import Discipline, LegState, Tier
from branchfloor.domain.waits import WaitRange
from branchfloor.waits.ahead import FREE_NOW
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.gaps import REACTION_S, WALK_S
from branchfloor.waits.learned import presets
from branchfloor.waits.moments import Moments
from tests.builders import a_branch, a_policy, a_service
from tests.waits.hall import Hall

GAP_S = WALK_S + REACTION_S
SERVICES = ["GD", "GW", "GT", "SO", "VC"]
MINUTES = dict(zip(SERVICES, [3.1, 4.3, 5.7, 11.9, 7.3], strict=True))
TIER = {"SO": Tier.SPECIAL, "VC": Tier.VALUE_ADDED}
CLASSES = ["ordinary", "ordinary", "ordinary", "legal", "gold", "bank_error", "emergency"]


def a_config(cv=0.8, discipline=Discipline.AFFINE):
    services = tuple(
        a_service(
            code,
            TIER.get(code, Tier.GENERAL),
            needs_cash=code in ("GD", "GW"),
            mean_min=MINUTES[code],
            cv=cv,
        )
        for code in SERVICES
    )
    return a_branch(services=services, policy=a_policy(discipline))


def forecast(hall):
    times = presets(hall.config)
    return QueueForecaster().forecast(hall.state, hall.config, times, hall.at)


def wait_of(hall, visit_id) -> WaitRange:
    found = forecast(hall).of_leg(visit_id, 1)
    assert isinstance(found.wait, WaitRange)
    return found.wait


def newcomer(hall, service) -> WaitRange:
    found = forecast(hall).of(service)
    assert isinstance(found.wait, WaitRange)
    return found.wait


people = st.lists(
    st.tuples(st.sampled_from(SERVICES), st.sampled_from(CLASSES), st.integers(1, 400)),
    max_size=18,
)
open_counters = st.sets(st.sampled_from("123"), min_size=1).map(sorted)


def a_hall(config, numbers, arrivals, busy=True) -> Hall:
    """Counters started at odd moments, then arrivals as given by (service, class, gap)."""
    hall = Hall(config)
    for i, number in enumerate(numbers):
        hall.open(number)
        if busy:
            hall.issue("GT" if number == "3" else "GD")
            hall.serve(number)
            hall.after(29.0 + 8 * i)
    for service, class_name, gap_s in arrivals:
        hall.issue(service, class_name)
        hall.after(gap_s)
    return hall


# --- exact without chance ---------------------------------------------------------------


def played_on(hall, left_s) -> dict[str, float]:
    """Seconds until each visit's call if every service lasts its mean, by the real choice."""
    start, calls = hall.at, {}
    heap = [(seconds, i, number) for i, (number, seconds) in enumerate(left_s.items())]
    heapq.heapify(heap)
    while heap:
        seconds, i, number = heapq.heappop(heap)
        hall.at = start + timedelta(seconds=seconds)
        found = hall.state.at_counter(number)
        if found:
            hall.finish(found[0].id, number)
        called = hall.call(number)
        if called:
            hall.start(called[0], number)
            calls[called[0]] = seconds
            heapq.heappush(heap, (seconds + MINUTES[called[1]] * 60 + GAP_S, i, number))
    return calls


def left_of_services(hall):
    """What is left at each counter, with services of exactly their mean."""
    left_s = {}
    for number in hall.state.counters:
        _, leg = hall.state.at_counter(number)
        gone_s = (hall.at - leg.sat_at).total_seconds()
        left_s[number] = max(0.0, MINUTES[leg.service] * 60 - gone_s) + REACTION_S
    return left_s


@settings(deadline=None, max_examples=60)
@given(open_counters, people, st.sampled_from(list(Discipline)))
def test_without_chance_every_call_is_foretold(numbers, arrivals, discipline):
    arrivals = [(service, name, 1 + gap % 5) for service, name, gap in arrivals]
    hall = a_hall(a_config(1e-6, discipline), numbers, arrivals)
    said = {leg.visit_id: leg.wait for leg in forecast(hall).legs}
    calls = played_on(hall, left_of_services(hall))
    for visit_id, wait in said.items():
        if wait is None:
            assert visit_id not in calls
        else:
            assert wait.p50 == pytest.approx(calls[visit_id], abs=1.0)


@settings(deadline=None, max_examples=40)
@given(open_counters, people, st.sampled_from(SERVICES))
def test_without_chance_a_new_ticket_is_foretold(numbers, arrivals, service):
    arrivals = [(code, name, 1 + gap % 5) for code, name, gap in arrivals]
    hall = a_hall(a_config(1e-6), numbers, arrivals)
    said = forecast(hall).of(service).wait
    visit_id = hall.issue(service)
    calls = played_on(hall, left_of_services(hall))
    if said is None:
        assert visit_id not in calls
    else:
        assert said.p50 == pytest.approx(calls[visit_id], abs=1.0)


# --- never against reason ---------------------------------------------------------------


@settings(deadline=None)
@given(open_counters, people, st.booleans())
def test_ranges_are_in_order_and_for_everybody(numbers, arrivals, busy):
    hall = a_hall(a_config(), numbers, arrivals, busy)
    found = forecast(hall)
    assert [f.service for f in found.services] == SERVICES
    assert len(found.legs) == len(hall.state.lanes)
    for wait in (f.wait for f in (*found.services, *found.legs)):
        if wait is not None:
            assert 0 <= wait.p10 <= wait.p50 <= wait.p90
            assert wait.p90 >= 30


@settings(deadline=None)
@given(open_counters, people, st.sampled_from(SERVICES), st.integers(1, 4))
def test_more_people_ahead_never_shorten_the_median(numbers, arrivals, service, more):
    hall = a_hall(a_config(), numbers, arrivals)
    before = forecast(hall).of(service).wait
    for _ in range(more):
        hall.issue(service)
        after = forecast(hall).of(service).wait
        if before is not None and after is not None:
            assert after.p50 >= before.p50 - 1e-6
        before = after


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["ordinary", "legal", "gold"]), max_size=15),
    st.integers(0, 600),
)
def test_one_more_counter_never_lengthens_the_median(classes, gone_s):
    config = a_config()
    hall = a_hall(config, ["1"], [("GD", name, 20) for name in classes])
    hall.after(gone_s)
    before = forecast(hall)
    hall.open("2")
    after = forecast(hall)
    assert after.of("GD").wait.p50 <= before.of("GD").wait.p50 + 1e-6
    for leg in before.legs:
        found = after.of_leg(leg.visit_id, 1).wait
        assert found.p50 <= leg.wait.p50 + 1e-6


@settings(deadline=None)
@given(open_counters, people, st.sampled_from(SERVICES))
def test_legal_never_waits_longer_than_ordinary(numbers, arrivals, service):
    hall = a_hall(a_config(), numbers, arrivals)
    state, at = hall.state, hall.at
    as_legal = hall.issue(service, "legal")
    legal = forecast(hall).of_leg(as_legal, 1).wait
    hall.state, hall.at = state, at
    as_ordinary = hall.issue(service)
    ordinary = forecast(hall).of_leg(as_ordinary, 1).wait
    if ordinary is not None:
        assert legal is not None
        assert legal.p50 <= ordinary.p50 + 1e-6
        assert legal.p90 <= ordinary.p90 + 1e-6


# --- single situations ------------------------------------------------------------------


def test_a_free_counter_means_now():
    hall = a_hall(a_config(), ["1"], [], busy=False)
    assert newcomer(hall, "GD") == FREE_NOW
    assert forecast(hall).of("GD").ahead == 0


def test_nobody_can_serve_it():
    hall = a_hall(a_config(), ["1"], [("SO", "ordinary", 5)])
    found = forecast(hall)
    assert found.of("SO").wait is None
    assert found.of("SO").ahead == 1
    assert found.legs[0].wait is None


def test_an_empty_branch():
    found = forecast(Hall(a_config()))
    assert all(f.wait is None and f.ahead == 0 for f in found.services)
    assert found.legs == ()


def test_a_pause_with_a_return_is_a_counter_then():
    hall = a_hall(a_config(), ["3"], [("SO", "ordinary", 0)], busy=False)
    hall.happen(CounterPaused("3", "break", hall.at + timedelta(minutes=12)))
    assert wait_of(hall, "v1").p50 == 720
    hall.after(900)  # late back: soon, and never in the past
    assert 0 < wait_of(hall, "v1").p50 <= 60
    hall.happen(CounterPaused("3", "break"))
    assert forecast(hall).of("SO").wait is None


def test_a_closing_counter_calls_nobody_more():
    hall = a_hall(a_config(), ["3"], [("SO", "ordinary", 0)])
    hall.happen(CounterClosing("3"))
    assert forecast(hall).of("SO").wait is None


def test_a_customer_called_but_not_arrived_has_the_whole_service_ahead():
    hall = a_hall(a_config(), ["3"], [("SO", "ordinary", 0), ("SO", "ordinary", 0)], busy=False)
    hall.call("3")
    just_called = wait_of(hall, "v2").p50
    hall.start("v1", "3")
    assert wait_of(hall, "v2").p50 == pytest.approx(just_called - WALK_S)


def test_a_service_that_drags_on_still_ends():
    hall = a_hall(a_config(), ["3"], [("SO", "ordinary", 0)], busy=False)
    hall.serve("3")
    hall.issue("SO")
    hall.after(4 * 3600)
    wait = wait_of(hall, "v2")
    assert 0 < wait.p50 < 4 * 3600


def test_own_work_comes_before_backing_up():
    """Counter 1 backs up transfers; alone it serves its own cash first, a legal one at once."""
    arrivals = [("GT", "ordinary", 60), ("GD", "ordinary", 1), ("GT", "legal", 1)]
    hall = a_hall(a_config(), ["1"], arrivals)
    transfer, cash, legal = (wait_of(hall, f"v{i}").p50 for i in (2, 3, 4))
    assert legal < cash < transfer


def test_two_legs_of_one_person_are_called_once():
    hall = a_hall(a_config(), ["3"], [], busy=False)
    legs = tuple(NewLeg(i, code, False, LegState.WAITING) for i, code in ((1, "GT"), (2, "SO")))
    hall.happen(TicketIssued("x", "C900", "C", 900, legs, "ordinary", fixed_order=False))
    hall.issue("GT")
    found = forecast(hall)
    assert found.of_leg("x", 1).wait == found.of_leg("x", 2).wait == FREE_NOW
    own_s = MINUTES["GT"] * 60 + GAP_S
    assert wait_of(hall, "v1").p50 == pytest.approx(own_s, rel=0.35)  # behind one leg, not two
    assert wait_of(hall, "v1").p50 < 1.3 * own_s


def test_a_slow_person_makes_longer_waits():
    hall = a_hall(a_config(), ["3"], [("GT", "ordinary", 0)] * 3)
    usual = newcomer(hall, "GT").p50
    times = presets(hall.config)
    slow = {("GT", "s3"): Moments(200.0, times.estimate("GT").mu + 0.7)}
    learned = type(times)(times.presets, slow)
    found = QueueForecaster().forecast(hall.state, hall.config, learned, hall.at)
    slower = next(f.wait for f in found.services if f.service == "GT")
    assert slower is not None
    assert slower.p50 > 1.4 * usual


@pytest.mark.parametrize("waiting", [40, 120, 400])
def test_a_crowd_is_foretold_in_order_of_its_issue(waiting):
    hall = a_hall(a_config(), ["1", "2"], [("GD", "ordinary", 1)] * waiting)
    medians = [leg.wait.p50 for leg in forecast(hall).legs]
    assert medians == sorted(medians)
    per_head_s = (MINUTES["GD"] * 60 + GAP_S) / 2
    assert medians[-1] == pytest.approx(waiting * per_head_s, rel=0.1)


@pytest.mark.skipif(sys.gettrace() is not None, reason="a tracer slows all of it tenfold")
@pytest.mark.parametrize(("waiting", "at_most_ms"), [(40, 12), (200, 48)])
def test_a_whole_branch_takes_milliseconds(waiting, at_most_ms):
    """27 services, 12 counters: 2 and 12 ms on a quiet machine, here with room for a busy one."""
    config, rng = load_preset("cn-default"), Random(1)
    hall = Hall(config)
    hall.open(*(counter.number for counter in config.counters))
    names = ["ordinary"] * 12 + ["legal", "gold", "platinum"]
    for i in range(waiting + len(config.counters)):
        hall.issue(config.services[i % 27].code, rng.choice(names))
        hall.after(rng.uniform(1, 60))
    for counter in config.counters:
        if hall.call(counter.number):
            hall.after(5)
    best = 1e9
    for _ in range(8):
        began = time.process_time()
        found = forecast(hall)
        best = min(best, time.process_time() - began)
    assert len(found.legs) == len(hall.state.lanes) >= waiting
    assert best * 1000 < at_most_ms


def test_no_numpy_is_loaded():
    code = "import sys, branchfloor.waits.forecast, branchfloor.waits.keeping; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "numpy" not in run.stdout.split()
