"""The green channel: stated, by card, granted, revoked; the reason stays out of the log."""

from dataclasses import replace

import pytest

from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking


def class_of(hall, ticket):
    return hall.memory.state.find(ticket).class_name


def test_a_stated_reason_counts_at_once_and_is_pending(hall):
    issued = now(hall.floor.issue(Wish("GD", green="elder")))
    assert (issued.class_name, issued.pending) == ("legal", True)


def test_the_bank_may_switch_provisional_off():
    policy = replace(a_branch().policy, provisional_green=False)
    floor = asking(a_floor(a_branch(policy=policy)))
    assert now(floor.issue(Wish("GD", green="elder"))).class_name == "ordinary"


def test_a_card_counts_from_the_grant_reckoned_from_issue(hall):
    ticket = hall.issue("GD", green="military")
    assert class_of(hall, ticket) == "ordinary"
    hall.memory.wait(200)
    now(hall.floor.grant(ticket, "military", "card"))
    assert class_of(hall, ticket) == "legal"
    called = now(hall.floor.call_next("1"))
    assert called.waited_s == pytest.approx(200)
    assert called.reasons[0].points == pytest.approx(200 / 300, abs=1e-3)


def test_a_granted_ground_is_not_granted_twice(hall):
    ticket = hall.issue("GD", green="elder")
    now(hall.floor.grant(ticket, "elder", "visible"))
    assert hall.refusal(hall.floor.grant(ticket, "elder", "visible")).code == "already_granted"


def test_revoking_takes_the_class_away_and_keeps_the_wait(hall):
    ticket = hall.issue("GD", green="elder")
    hall.memory.wait(100)
    now(hall.floor.revoke(ticket))
    assert class_of(hall, ticket) == "ordinary"
    assert hall.memory.state.find(ticket).queued_s(hall.memory.at) == pytest.approx(100)
    assert hall.refusal(hall.floor.revoke(ticket)).code == "no_request"


@pytest.mark.parametrize(
    ("seen", "kept"), [("card", "document"), ("ID 110101194912310021", "other")]
)
def test_the_log_never_says_which_card_or_what_somebody_typed(hall, seen, kept):
    ticket = hall.issue("GD", green="military")
    now(hall.floor.grant(ticket, "military", seen))
    assert hall.memory.state.find(ticket).grounds[0].proof == kept
    assert seen not in repr(hall.memory.entries)


def test_a_skill_is_no_priority(hall):
    issued = now(hall.floor.issue(Wish("GD", green="sign")))
    assert (issued.class_name, issued.pending) == ("ordinary", False)
    assert hall.refusal(hall.floor.grant(issued.ticket, "sign", "visible")).code == "bad_value"
    assert hall.memory.state.find(issued.ticket).skills == ("sign",)


def test_a_provisional_ground_may_lapse():
    config = a_branch()
    config = replace(config, settings=replace(config.settings, green_expires_min=30))
    memory = a_floor(config)
    floor = asking(memory)
    ticket = now(floor.issue(Wish("GD", green="elder"))).ticket
    memory.wait(minutes=30)
    now(floor.issue(Wish("GD")))
    assert memory.state.find(ticket).class_name == "ordinary"


def test_two_grounds_that_lapse_together_both_stop_counting():
    config = a_branch()
    config = replace(config, settings=replace(config.settings, green_expires_min=30))
    memory = a_floor(config)
    floor = asking(memory)
    ticket = now(floor.issue(Wish("GD", green="elder"))).ticket
    now(floor.grant(ticket, "repeat_visit", "card"))
    memory.wait(minutes=30)
    now(floor.issue(Wish("GD")))
    assert memory.state.find(ticket).class_name == "ordinary"


def test_neither_log_nor_state_knows_the_reason_or_what_helps(hall):
    ticket = hall.issue("GD", green="elder", needs=("seat", "slow"))
    visit = hall.memory.state.find(ticket)
    text = repr(hall.memory.entries) + repr(visit)
    assert "elder" not in text
    assert "slow" not in text
    assert now(hall.floor.help_of(visit.id)) == ("seat", "slow")
