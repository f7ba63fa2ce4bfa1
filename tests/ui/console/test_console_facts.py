"""What a console shows, found in a view: the queue's order, the usual range, undo, reasons."""

import random
import statistics

import pytest

from branchfloor.domain.kinds import CounterStatus, Step
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.routing.choice import choose_next, waiting_at
from branchfloor.routing.eligibility import desk
from tests.builders import a_branch, a_floor
from ui.app.view import View
from ui.console import texts
from ui.console.desk import Mode, moment_of, points_of, reasons_known, tiers_served
from ui.console.queue import queue_of
from ui.console.usual import PresetRange


def view(memory):
    return View(memory.state, memory.config, memory.at)


def a_crowd(people, seed=7):
    memory, chance = a_floor(), random.Random(seed)
    floor = Floor(memory, "test")
    now(floor.open_counter("3", "0217"))
    for _ in range(people):
        green = "elder" if chance.random() < 0.2 else None
        now(floor.issue(Wish(chance.choice(["GT", "SO", "VC", "GW"]), green)))
        memory.wait(chance.uniform(5, 90))
    return memory


@pytest.mark.parametrize("seed", range(5))
def test_the_list_is_in_the_order_of_calling(seed):
    memory = a_crowd(40, seed)
    here = desk(memory.state, memory.config, "3")
    queue = queue_of(memory.state, here, memory.at)
    expected = [visit.number for visit, _, _ in waiting_at(memory.state, here, memory.at)]
    assert [row.ticket for row in queue.rows] == expected[: len(queue.rows)]
    assert len(queue.rows) == 14
    assert queue.people == len(expected)
    assert queue.rows[0].ticket == choose_next(memory.state, here, memory.at).visit.number


def test_the_longest_wait_is_that_of_any_row():
    memory = a_crowd(30)
    here = desk(memory.state, memory.config, "3")
    rows = queue_of(memory.state, here, memory.at, most=1000).rows
    assert queue_of(memory.state, here, memory.at).longest_s == max(r.waited_s for r in rows)


def test_an_empty_queue_is_empty():
    queue = moment_of(view(a_floor()), "3").queue
    assert (queue.rows, queue.people, queue.longest_s) == ((), 0, 0.0)


def test_the_usual_range_is_that_of_a_log_normal():
    config = a_branch()
    low_s, high_s = PresetRange(config)("GT", None)
    chance = random.Random(1)
    sigma = 0.5545
    mean_s = config.service("GT").mean_min * 60
    drawn = [chance.lognormvariate(0, sigma) for _ in range(40_000)]
    scale = mean_s / statistics.fmean(drawn)
    cuts = statistics.quantiles((d * scale for d in drawn), n=10)
    assert low_s == pytest.approx(cuts[0], rel=0.03)
    assert high_s == pytest.approx(cuts[-1], rel=0.03)


def test_the_score_known_from_the_state_is_that_of_the_call():
    memory = a_crowd(20)
    called = now(Floor(memory, "staff:0217").call_next("3"))
    leg = memory.state.at_counter("3")[1]
    known = reasons_known(view(memory), leg)
    assert points_of(known) == pytest.approx(points_of(called.reasons), abs=1e-4)


def test_an_emergency_is_known_from_the_state():
    memory = a_crowd(0)
    floor = Floor(memory, "test")
    ticket = now(floor.issue(Wish("GT"))).ticket
    now(floor.grant(ticket, "emergency", "sight"))
    now(floor.call_next("3"))
    leg = memory.state.at_counter("3")[1]
    assert reasons_known(view(memory), leg)[0].code == "emergency"


def test_a_leg_never_called_has_no_reasons():
    memory = a_crowd(1)
    visit = next(iter(memory.state.visits.values()))
    assert reasons_known(view(memory), visit.legs[0]) == ()


def test_modes_follow_the_counter():
    memory = a_crowd(1)
    floor = Floor(memory, "staff:0217")
    assert moment_of(view(memory), "1").mode is Mode.CLOSED
    assert moment_of(view(memory), "3").mode is Mode.IDLE
    now(floor.pause_counter("3"))
    assert moment_of(view(memory), "3").mode is Mode.PAUSED


def test_an_undo_is_offered_for_ten_seconds_and_only_its_counter():
    memory = a_crowd(3)
    now(Floor(memory, "staff:0217").call_next("3"))
    memory.wait(4)
    offer = moment_of(view(memory), "3").undo
    assert (offer.step, offer.left_s) == (Step.CALL, 6)
    assert moment_of(view(memory), "1").undo is None
    memory.wait(6)
    assert moment_of(view(memory), "3").undo is None


def test_a_counter_names_the_tiers_it_serves():
    memory = a_floor()
    assert tiers_served(desk(memory.state, memory.config, "3")) == (
        "general",
        "special",
        "value_added",
    )


def test_nobody_is_no_customer():
    moment = moment_of(view(a_floor()), "3")
    assert moment.counter.status is CounterStatus.CLOSED
    with pytest.raises(ValueError, match="nobody"):
        moment.customer()


@pytest.mark.parametrize(
    ("seconds", "text"), [(-3, "00:00"), (0, "00:00"), (65.9, "01:05"), (3725, "1:02:05")]
)
def test_a_stopwatch(seconds, text):
    assert texts.stopwatch(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (82.1, "1:23"), (90, "1:30")])
def test_a_countdown_rounds_up(seconds, text):
    assert texts.countdown(seconds) == text


@pytest.mark.parametrize(
    ("low_s", "high_s", "text"), [(355, 1465, "6–24"), (5, 20, "0–1"), (60, 60, "1")]
)
def test_a_range_in_minutes(low_s, high_s, text):
    assert texts.minute_range(low_s, high_s) == text
