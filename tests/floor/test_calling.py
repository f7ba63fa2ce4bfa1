"""Who is called, why, and what is refused with which sentence."""

import pytest

from branchfloor.domain.errors import NobodyWaiting
from branchfloor.floor.call import HAND_REASONS
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now


def codes(called):
    return [reason.code for reason in called.reasons]


def test_the_one_it_came_before_may_stand_right_behind_it(hall):
    hall.issue("GD")
    hall.memory.wait(10)
    second = hall.issue("GD")
    hall.memory.wait(300)
    hall.issue("GW")
    reasons = now(hall.floor.call_next("1")).reasons
    assert dict(reasons[-1].values)["ticket"] == second


def test_the_earliest_of_equals_is_called(hall):
    first, _ = hall.issue("GD"), hall.issue("GD")
    assert hall.call("1") == first


def test_a_legal_customer_comes_before_an_earlier_ordinary_one(hall):
    hall.issue("GD")
    hall.memory.wait(60)
    elder = hall.issue("GD", green="elder")
    called = now(hall.floor.call_next("1"))
    assert called.ticket == elder
    assert codes(called) == ["waited", "head_start", "ahead_of"]


def test_a_long_wait_beats_a_head_start(hall):
    ordinary = hall.issue("GD")
    hall.memory.wait(minutes=15)
    hall.issue("GD", green="elder")
    assert hall.call("1") == ordinary


def test_an_emergency_stands_a_rank_above(hall):
    hall.issue("GD")
    hall.memory.wait(minutes=60)
    urgent = hall.issue("GD", green="emergency")
    now(hall.floor.grant(urgent, "emergency", "visible"))
    called = now(hall.floor.call_next("1"))
    assert called.ticket == urgent
    assert codes(called) == ["emergency", "waited"]


def test_own_work_comes_before_backing_up(hall):
    hall.issue("GT")
    hall.memory.wait(minutes=5)
    own = hall.issue("GD")
    assert hall.call("1") == own
    assert hall.memory.state.visits.get(f"20261124-{own}").leg(1).overtook == 1


def test_a_legal_customer_backed_up_counts_as_own_work(hall):
    hall.issue("GD")
    hall.memory.wait(1)
    elder = hall.issue("GT", green="elder")
    assert hall.call("1") == elder


def test_backing_up_is_told(hall):
    hall.issue("GT")
    assert "backs_up" in codes(now(hall.floor.call_next("1")))


def test_a_cash_ticket_never_reaches_a_non_cash_counter(hall):
    ticket = hall.issue("GD")
    assert isinstance(hall.refusal(hall.floor.call_next("3")), NobodyWaiting)
    refused = hall.refusal(hall.floor.call_given("3", ticket))
    assert refused.code == "cash_at_non_cash"
    assert refused.values == {"counter": "3", "service": "GD"}


def test_a_given_ticket_keeps_that_it_was_called_by_hand(hall):
    hall.issue("GD")
    second = hall.issue("GD")
    called = now(hall.floor.call_given("1", second))
    assert codes(called)[0] == "by_hand"
    assert hall.leg(second).by_hand
    assert hall.leg(second).overtook == 1


def test_a_ticket_somebody_else_took_is_told_as_such(hall):
    ticket = hall.serve("1") if hall.issue("GD") else ""
    assert hall.refusal(hall.floor.call_given("2", ticket)).values == {
        "ticket": ticket,
        "counter": "1",
    }
    assert hall.refusal(hall.floor.finish(Target(ticket, counter="2"))).code == "ticket_taken"


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        ("close", "counter_closed"),
        ("pause", "counter_paused"),
        ("busy", "counter_busy"),
    ],
)
def test_a_counter_that_cannot_call_says_why(hall, prepare, code):
    hall.issue("GD")
    hall.issue("GD")
    if prepare == "close":
        now(hall.floor.close_counter("1"))
    elif prepare == "pause":
        now(hall.floor.pause_counter("1", "break"))
    else:
        hall.call("1")
    assert hall.refusal(hall.floor.call_next("1")).code == code


def test_recall_keeps_its_gap(hall):
    hall.issue("GD")
    ticket = hall.call("1")
    hall.memory.wait(4)
    refused = hall.refusal(hall.floor.recall(Target(ticket)))
    assert (refused.code, refused.values["seconds"]) == ("recall_too_soon", 6)
    hall.memory.wait(6)
    now(hall.floor.recall(Target(ticket)))
    calls = [(c.no, c.number, c.repeat) for c in hall.memory.state.calls]
    assert calls == [(1, ticket, False), (2, ticket, True)]


def test_finish_and_call_next_in_one(hall):
    first, second = hall.issue("GD"), hall.issue("GW")
    hall.serve("1")
    answer = now(hall.floor.finish_and_call_next("1"))
    assert (answer.finished.ticket, answer.called.ticket) == (first, second)
    assert hall.refusal(hall.floor.finish_and_call_next("1")).code == "counter_busy"


def test_finish_and_call_next_with_nobody_left_only_finishes(hall):
    hall.issue("GD")
    hall.serve("1")
    answer = now(hall.floor.finish_and_call_next("1"))
    assert answer.finished
    assert answer.called is None
    assert isinstance(hall.refusal(hall.floor.finish_and_call_next("1")), NobodyWaiting)


def test_unknown_things_are_named(hall):
    assert hall.refusal(hall.floor.call_next("99")).values == {"counter": "99"}
    assert hall.refusal(hall.floor.start(Target("Z001"))).code == "unknown_ticket"
    hall.issue("GD")
    ticket = hall.serve("1")
    hall.finish(ticket)
    assert hall.refusal(hall.floor.start(Target(ticket))).code == "visit_ended"
    assert hall.refusal(hall.floor.start(Target(ticket.lower()))).code == "visit_ended"


@pytest.mark.parametrize("why", sorted(HAND_REASONS))
def test_a_call_by_hand_keeps_why_as_a_code(hall, why):
    ticket = hall.issue("GT")
    called = now(hall.floor.call_given("1", ticket, why=why))
    assert [r.code for r in called.reasons[:2]] == ["by_hand", HAND_REASONS[why]]
    assert hall.memory.entries[-1].event.reasons == called.reasons


def test_a_reason_nobody_knows_is_refused_and_nobody_is_called(hall):
    ticket = hall.issue("GT")
    assert hall.refusal(hall.floor.call_given("1", ticket, why="friend")).code == "bad_value"
    assert hall.memory.state.at_counter("1") is None
