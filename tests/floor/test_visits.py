"""Several legs, holds, transfers and the clock that fairness uses."""

import pytest

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.transfer import Destination


def queued(hall, ticket):
    return hall.memory.state.find(ticket).queued_s(hall.memory.at)


def test_who_is_served_is_not_cancelled_by_way_of_a_later_leg(hall):
    ticket = hall.issue("GD", then=("GW",))
    hall.serve("1")
    assert hall.refusal(hall.floor.cancel(Target(ticket))).code == "wrong_state"
    assert hall.state(ticket, 2) == "planned"


def test_a_pin_dies_with_a_counter_that_closes_after_its_customer(hall):
    hall.issue("GD")
    pinned = hall.issue("GD")
    served = hall.serve("1")
    hall.serve("2")
    now(hall.floor.transfer(Target(pinned), Destination(counter="1")))
    now(hall.floor.close_counter("1"))
    hall.finish(served)
    assert hall.call("2") == pinned


def test_legs_in_fixed_order_wait_one_after_the_other(hall):
    ticket = hall.issue("GD", then=("SO",))
    assert hall.state(ticket, 2) == "planned"
    hall.finish(hall.serve("1"))
    assert hall.state(ticket, 2) == "waiting"
    assert hall.call("3") == ticket


def test_legs_in_free_order_wait_together_and_are_passed_over_while_one_is_active(hall):
    ticket = hall.issue("GD", then=("SO",), free_order=True)
    other = hall.issue("SO")
    hall.call("1")
    assert hall.call("3") == other
    assert hall.state(ticket, 2) == "waiting"


def test_being_served_never_counts_as_waiting(hall):
    ticket = hall.issue("GD", then=("SO",))
    hall.memory.wait(100)
    hall.serve("1")
    hall.memory.wait(500)
    hall.finish(ticket)
    hall.memory.wait(30)
    assert queued(hall, ticket) == pytest.approx(130)
    called = now(hall.floor.call_next("3"))
    assert called.waited_s == pytest.approx(130)
    assert hall.leg(ticket, 2).wait_s == pytest.approx(30)


def test_a_cash_leg_added_at_a_non_cash_counter_goes_to_cash(hall):
    hall.issue("SO")
    ticket = hall.serve("3")
    now(hall.floor.add_leg(ticket, "GD"))
    hall.finish(ticket)
    assert hall.memory.state.find(ticket).leg(2).needs_cash
    assert hall.refusal(hall.floor.call_next("3")).code == "nobody_waiting"
    assert hall.call("1") == ticket


@pytest.mark.parametrize(("kind", "elsewhere"), [("took_papers", True), ("left_papers", False)])
def test_a_hold_comes_back_where_its_kind_says(hall, kind, elsewhere):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.hold(Target(ticket), kind))
    assert not hall.memory.state.counter("1").busy
    asked = hall.floor.resume(Target(ticket, counter="2"))
    if elsewhere:
        assert now(asked).state.value == "serving"
    else:
        assert hall.refusal(asked).code == "not_at_counter"


def test_a_back_office_hold_comes_back_to_the_person(hall):
    now(hall.floor.close_counter("1"))
    now(hall.floor.open_counter("1", "0217"))
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.hold(Target(ticket), "back_office", 5))
    now(hall.floor.close_counter("1"))
    now(hall.floor.close_counter("2"))
    now(hall.floor.open_counter("2", "0217"))
    hall.memory.wait(minutes=6)
    assert hall.call("2") == ticket


def test_a_due_hold_waits_pinned_and_the_pin_dies_with_its_counter(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.hold(Target(ticket), "left_papers", 5))
    hall.memory.wait(minutes=5)
    assert hall.refusal(hall.floor.call_next("2")).code == "nobody_waiting"
    assert hall.leg(ticket).pin.counter == "1"
    now(hall.floor.close_counter("1"))
    assert hall.leg(ticket).pin is None
    assert hall.call("2") == ticket


def test_a_pin_dies_after_ten_minutes(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.transfer(Target(ticket), Destination(counter="2")))
    assert hall.refusal(hall.floor.call_next("1")).code == "nobody_waiting"
    hall.memory.wait(minutes=10)
    assert hall.call("1") == ticket


def test_a_transfer_keeps_number_and_clock(hall):
    ticket = hall.issue("GT")
    hall.memory.wait(200)
    hall.serve("3")
    hall.memory.wait(60)
    now(hall.floor.transfer(Target(ticket), Destination(service="SO")))
    hall.memory.wait(10)
    assert queued(hall, ticket) == pytest.approx(210)
    assert hall.leg(ticket).served_s == pytest.approx(60)


def test_a_transfer_never_sends_cash_to_a_non_cash_counter(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    refused = hall.refusal(hall.floor.transfer(Target(ticket), Destination(counter="3")))
    assert refused.code == "cash_at_non_cash"
    assert hall.state(ticket) == "serving"


def test_a_transfer_to_nowhere_to_a_stranger_or_to_a_closed_counter_is_refused(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.close_counter("2"))
    for to, code in (
        (Destination(), "transfer_nowhere"),
        (Destination(staff="0999"), "unknown_staff"),
        (Destination(counter="2"), "counter_closed"),
        (Destination(service="XX"), "unknown_service"),
    ):
        assert hall.refusal(hall.floor.transfer(Target(ticket), to)).code == code


def test_a_note_is_kept_out_of_the_log(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    to = Destination(service="GW", note="brings the yellow form back")
    now(hall.floor.transfer(Target(ticket), to))
    assert "yellow" not in repr(hall.memory.entries)


@pytest.mark.parametrize(
    "note", ["Ms Zhang waits outside", "张女士", "call 139 1234 5678", "6222 0212 3456 7890"]
)
def test_a_note_with_a_person_in_it_is_refused(hall, note):
    hall.issue("GD")
    ticket = hall.serve("1")
    asked = hall.floor.transfer(Target(ticket), Destination(service="GW", note=note))
    assert hall.refusal(asked).code == "note_personal"
    assert hall.memory.state.find(ticket).active is not None


def test_a_waiting_ticket_can_be_moved(hall):
    ticket = hall.issue("GD")
    now(hall.floor.move(Target(ticket), Destination(service="SO")))
    assert hall.call("3") == ticket


def test_a_pin_given_to_a_planned_leg_holds_when_it_begins_to_wait(hall):
    ticket = hall.issue("SO", then=("GD",))
    now(hall.floor.move(Target(ticket, 2), Destination(counter="2")))
    hall.serve("3")
    hall.memory.wait(minutes=12)
    hall.finish(ticket)
    assert hall.refusal(hall.floor.call_next("1")).code == "nobody_waiting"
    assert hall.call("2") == ticket
