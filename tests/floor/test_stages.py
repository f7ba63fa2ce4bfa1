"""Services of several steps: stages with clocks, a second person, an outcome."""

from dataclasses import replace

import pytest

from branchfloor.domain.catalogue import Name, StaffMember, Stage
from branchfloor.domain.kinds import Tier
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.transfer import Destination
from tests.builders import a_branch, a_floor, a_service
from tests.floor.conftest import Hall

STEPS = (Stage("papers", Name("收件", "papers")), Stage("review", Name("审核", "review")))


@pytest.fixture
def desk():
    """Counter 3 with a loan in steps that a second person approves, opened by 0217."""
    loan = a_service("SO", Tier.SPECIAL, stages=STEPS, approval=True)
    plain = a_branch()
    services = (*(s for s in plain.services if s.code != "SO"), loan)
    staff = (StaffMember("0217"), StaffMember("0218"))
    memory = a_floor(replace(plain, services=services, staff=staff))
    floor = Floor(memory, "staff:0217")
    now(floor.open_counter("3", "0217"))
    return Hall(memory, floor)


def test_each_stage_has_its_own_clock_which_stands_while_the_customer_is_away(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    now(desk.floor.stage(Target(ticket), "papers"))
    desk.memory.wait(minutes=4)
    now(desk.floor.hold(Target(ticket), "took_papers"))
    desk.memory.wait(minutes=30)
    now(desk.floor.resume(Target(ticket, counter="3")))
    desk.memory.wait(minutes=2)
    now(desk.floor.stage(Target(ticket), "review"))
    desk.memory.wait(minutes=5)
    leg = desk.leg(ticket)
    assert leg.stage_s(desk.memory.at) == (("papers", 360.0), ("review", 300.0))


def test_the_same_stage_again_changes_nothing(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    now(desk.floor.stage(Target(ticket), "papers"))
    before = desk.memory.state
    now(desk.floor.stage(Target(ticket), "papers"))
    assert desk.memory.state == before


def test_a_stage_the_service_has_not_is_refused(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    asked = desk.floor.stage(Target(ticket), "nowhere")
    assert desk.refusal(asked).code == "unknown_stage"


def test_the_operator_never_approves_their_own_work(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    asked = desk.floor.approve_as(Target(ticket), "0217")
    assert desk.refusal(asked).code == "approver_is_operator"


def test_nobody_from_outside_approves(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    asked = desk.floor.approve_as(Target(ticket), "0999")
    assert desk.refusal(asked).code == "unknown_staff"


def test_what_needs_a_second_person_is_not_finished_without(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    refused = desk.refusal(desk.floor.finish(Target(ticket)))
    assert (refused.code, desk.state(ticket)) == ("approval_missing", "serving")
    now(desk.floor.approve_as(Target(ticket), "0218"))
    desk.finish(ticket)
    assert desk.memory.state.find(ticket) is None


def test_an_approval_does_not_outlive_the_operator(desk):
    """A leg that goes to another person is approved anew: the approver may be its next operator."""
    ticket = desk.issue("SO")
    desk.serve("3")
    now(desk.floor.approve_as(Target(ticket), "0218"))
    now(desk.floor.hold(Target(ticket), "took_papers"))
    now(desk.floor.close_counter("3"))
    now(Floor(desk.memory, "staff:0218").open_counter("3", "0218"))
    now(Floor(desk.memory, "staff:0218").resume(Target(ticket, counter="3")))
    asked = Floor(desk.memory, "staff:0218").finish(Target(ticket))
    assert desk.refusal(asked).code == "approval_missing"


def test_a_leg_that_is_called_again_is_approved_again(desk):
    ticket = desk.issue("SO")
    desk.serve("3")
    now(desk.floor.approve_as(Target(ticket), "0218"))
    now(desk.floor.transfer(Target(ticket), Destination(service="SO")))
    desk.serve("3")
    assert desk.refusal(desk.floor.finish(Target(ticket))).code == "approval_missing"


@pytest.mark.parametrize("key", ["finish", "finish_and_call_next"])
def test_a_value_added_service_asks_how_it_ended(desk, key):
    ticket = desk.issue("VC")
    desk.serve("3")
    without = {
        "finish": lambda: desk.floor.finish(Target(ticket)),
        "finish_and_call_next": lambda: desk.floor.finish_and_call_next("3"),
    }
    assert desk.refusal(without[key]()).code == "outcome_missing"
    given = {
        "finish": lambda: desk.floor.finish(Target(ticket), "booked", 2),
        "finish_and_call_next": lambda: desk.floor.finish_and_call_next("3", "booked", 2),
    }
    now(given[key]())
    (record,) = desk.memory.state.records
    assert (record.outcome, record.times) == ("booked", 2)


@pytest.mark.parametrize("outcome", ["bought", ""])
def test_an_outcome_nobody_knows_is_refused(desk, outcome):
    ticket = desk.issue("VC")
    desk.serve("3")
    assert desk.refusal(desk.floor.finish(Target(ticket), outcome)).code == "unknown_outcome"


@pytest.mark.parametrize("times", [0, 100, -1])
def test_a_service_is_done_between_once_and_ninety_nine_times(desk, times):
    ticket = desk.issue("GT")
    desk.serve("3")
    assert desk.refusal(desk.floor.finish(Target(ticket), None, times)).code == "bad_value"
