"""No-show, late, back once, expired, revived; leaving and cancelling."""

import pytest

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now


def test_no_show_needs_three_calls_and_ninety_seconds(hall):
    hall.issue("GD")
    ticket = hall.call("1")
    hall.memory.wait(95)
    refused = hall.refusal(hall.floor.no_show(Target(ticket)))
    assert (refused.code, refused.values["calls"], refused.values["seconds"]) == (
        "no_show_too_soon",
        2,
        0,
    )


def test_a_late_ticket_returns_after_three_calls_of_counters_that_may_serve_it(hall):
    missed = hall.issue("GD")
    hall.call("1")
    hall.miss(missed)
    others = [hall.issue("GD") for _ in range(3)]
    hall.issue("SO")
    hall.serve("3")
    for ticket in others[:2]:
        hall.finish(hall.serve("1"))
        assert hall.state(missed) == "late", ticket
    hall.serve("2")
    assert hall.state(missed) == "waiting"
    assert hall.leg(missed).returned


def test_a_late_ticket_keeps_what_it_had_waited_and_no_more(hall):
    hall.issue("GD")
    hall.memory.wait(120)
    ticket = hall.call("1")
    hall.miss(ticket)
    hall.memory.wait(minutes=5)
    assert hall.memory.state.find(ticket).queued_s(hall.memory.at) == pytest.approx(120)


def test_a_late_ticket_returns_by_time_when_nobody_is_called(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    hall.miss(ticket)
    hall.memory.wait(minutes=21)
    assert now(hall.floor.call_next("2")).ticket == ticket


def test_a_second_no_show_expires_and_can_be_revived_the_same_day(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    hall.miss(ticket)
    now(hall.floor.reinstate(Target(ticket)))
    hall.call("1")
    assert hall.miss(ticket).state.value == "expired"
    assert now(hall.floor.reinstate(Target(ticket))).state.value == "waiting"
    assert hall.memory.state.records == ()
    assert hall.call("1") == ticket


def test_a_late_customer_who_is_here_is_marked_and_called_by_hand(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    hall.miss(ticket)
    now(hall.floor.mark_present(ticket))
    assert hall.memory.state.find(ticket).present
    assert now(hall.floor.call_given("2", ticket)).ticket == ticket
    assert hall.refusal(hall.floor.mark_present(ticket)).code == "wrong_state"


def test_leaving_ends_every_leg_that_waits(hall):
    ticket = hall.issue("GD", then=("SO",))
    now(hall.floor.leave(Target(ticket)))
    assert hall.memory.state.find(ticket) is None
    states = [r.state.value for r in hall.memory.state.records]
    assert states == ["left", "cancelled"]


def test_cancelling_one_leg_lets_the_next_planned_wait(hall):
    ticket = hall.issue("GD", then=("SO",))
    now(hall.floor.cancel(Target(ticket, 1)))
    assert hall.state(ticket, 2) == "waiting"


def test_cancelling_a_called_ticket_frees_the_counter_and_the_board(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    now(hall.floor.cancel(Target(ticket)))
    assert not hall.memory.state.counter("1").busy
    assert hall.memory.state.calls[-1].undone


def test_who_is_served_can_neither_leave_nor_be_cancelled(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    assert hall.refusal(hall.floor.leave(Target(ticket))).code == "wrong_state"
    assert hall.refusal(hall.floor.cancel(Target(ticket))).code == "wrong_state"


def test_a_late_ticket_refused_at_a_counter_stays_late(hall):
    ticket = hall.issue("GD")
    hall.call("1")
    hall.miss(ticket)
    assert hall.refusal(hall.floor.call_given("3", ticket)).code == "cash_at_non_cash"
    assert hall.state(ticket) == "late"
    assert not hall.leg(ticket).returned
