"""Undo: each step, the limits, and what must not come back."""

import pytest

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.transfer import Destination


def test_an_undone_call_waits_as_if_never_called(hall):
    ticket = hall.issue("GD")
    hall.memory.wait(60)
    hall.call("1")
    hall.memory.wait(5)
    assert now(hall.floor.undo(ticket)).state.value == "waiting"
    assert hall.memory.state.find(ticket).queued_s(hall.memory.at) == pytest.approx(65)
    assert hall.memory.state.calls[-1].undone
    assert hall.memory.state.counter("1").idle


@pytest.mark.parametrize("step", ["start", "finish", "hold", "transfer", "no_show"])
def test_each_step_comes_back(hall, step):
    hall.issue("GD")
    ticket = hall.call("1")
    if step == "no_show":
        hall.miss(ticket)
    else:
        now(hall.floor.start(Target(ticket)))
    if step == "finish":
        hall.finish(ticket)
    elif step == "hold":
        now(hall.floor.hold(Target(ticket), "took_papers"))
    elif step == "transfer":
        now(hall.floor.transfer(Target(ticket), Destination(service="GT")))
    hall.memory.wait(3)
    now(hall.floor.undo(ticket, "1"))
    expected = "called" if step in ("start", "no_show") else "serving"
    assert hall.state(ticket) == expected
    assert hall.memory.state.at_counter("1")[0].number == ticket
    assert hall.memory.state.records == ()


def test_finish_and_call_next_is_undone_as_two_steps(hall):
    first, second = hall.issue("GD"), hall.issue("GD")
    hall.serve("1")
    now(hall.floor.finish_and_call_next("1"))
    now(hall.floor.undo(second))
    now(hall.floor.undo(first))
    assert hall.state(first) == "serving"
    assert hall.state(second) == "waiting"


def test_a_finish_after_which_the_next_leg_waits_comes_back(hall):
    ticket = hall.issue("GD", then=("GT",))
    hall.finish(hall.serve("1"))
    now(hall.floor.undo(ticket))
    assert [leg.state.value for leg in hall.memory.state.find(ticket).legs] == [
        "serving",
        "planned",
    ]


def test_finish_and_call_next_of_one_visit_is_undone_as_two_steps(hall):
    ticket = hall.issue("GD", then=("GW",))
    hall.serve("1")
    assert now(hall.floor.finish_and_call_next("1")).called.leg == 2
    now(hall.floor.undo(ticket))
    now(hall.floor.undo(ticket))
    assert hall.state(ticket) == "serving"
    assert hall.state(ticket, 2) == "planned"


def test_after_ten_seconds_it_is_too_late(hall):
    hall.issue("GD")
    ticket = hall.call("1")
    hall.memory.wait(11)
    assert hall.refusal(hall.floor.undo(ticket)).code == "undo_too_late"


def test_what_somebody_touched_since_stays(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.transfer(Target(ticket), Destination(service="GW")))
    hall.call("2")
    assert hall.refusal(hall.floor.undo(ticket, "1")).code == "undo_touched"


def test_the_last_step_of_a_ticket_is_taken_back_at_whichever_counter(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.transfer(Target(ticket), Destination(service="GT")))
    hall.call("3")
    assert now(hall.floor.undo(ticket)).state.value == "waiting"
    assert hall.memory.state.counter("3").idle


def test_a_finish_whose_next_leg_was_called_stays(hall):
    ticket = hall.issue("GD", then=("SO",))
    hall.finish(hall.serve("1"))
    hall.call("3")
    assert hall.refusal(hall.floor.undo(ticket, "1")).code == "undo_touched"


def test_nothing_to_undo_is_said(hall):
    ticket = hall.issue("GD")
    assert hall.refusal(hall.floor.undo(ticket)).code == "undo_nothing"


def test_a_closing_counter_comes_back_with_its_customer(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.close_counter("1"))
    hall.finish(ticket)
    assert hall.memory.state.counter("1").status.value == "closed"
    now(hall.floor.undo(ticket))
    assert hall.memory.state.counter("1").status.value == "closing"
    assert hall.state(ticket) == "serving"
