"""Signing in and out, PINs and their lock, a second person's approval: on a floor in memory."""

from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.settings import Settings
from branchfloor.domain.staff_events import (
    PinSet,
    SignedIn,
    SignedOut,
    SignInFailed,
    SignInLocked,
)
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from tests.floor.signing_desk import NEW_PIN, OTHER_PIN, PIN, Desk

pytestmark = pytest.mark.usefixtures("quick_pins")


@pytest.fixture
def desk():
    return Desk()


def test_who_signs_in_is_told_what_they_are_and_stands_in_the_state(desk):
    answer = desk.sign_in("0103")
    assert (answer.place, answer.staff, answer.must_change) == ("counter:3", "0103", False)
    assert answer.roles == ("lobby_manager", "teller")
    session = desk.session()
    assert (session.staff, session.token, session.at) == ("0103", "w1", desk.memory.at)


def test_the_same_window_twice_is_one_session(desk):
    desk.sign_in()
    before = len(desk.memory.entries)
    desk.sign_in()
    assert len(desk.memory.entries) == before


# -- wrong PINs ------------------------------------------------------------------------------------


def test_a_wrong_pin_is_counted_though_it_is_refused(desk):
    assert [desk.wrong().values["left"] for _ in range(3)] == [4, 3, 2]
    assert [e.failures for e in desk.events(SignInFailed)] == [1, 2, 3]
    assert desk.session() is None


def test_the_right_pin_begins_the_count_anew(desk):
    for _ in range(4):
        desk.wrong()
    desk.sign_in()
    now(desk.console.sign_out("counter:3"))
    assert desk.wrong().values["left"] == 4


def test_five_wrong_pins_lock_for_fifteen_minutes_even_with_the_right_one(desk):
    for _ in range(4):
        assert desk.wrong().code == "wrong_pin"
    locked = desk.wrong()
    assert (locked.code, locked.values["minutes"]) == ("pin_locked", 15)
    assert desk.events(SignInLocked)[0].until == desk.memory.at + timedelta(minutes=15)
    desk.memory.wait(minutes=14)
    error = desk.refusal(desk.console.sign_in("counter:3", "0201", PIN, "w1"))
    assert (error.code, error.values["minutes"]) == ("pin_locked", 1)
    assert len(desk.events(SignInFailed)) == 5
    desk.memory.wait(minutes=1)
    desk.sign_in()
    assert desk.session().staff == "0201"


def test_after_a_lock_has_run_out_five_more_are_needed(desk):
    for _ in range(5):
        desk.wrong()
    desk.memory.wait(minutes=15)
    assert [desk.wrong().code for _ in range(5)] == ["wrong_pin"] * 4 + ["pin_locked"]


def test_how_many_and_how_long_are_settings():
    desk = Desk(pin_failures=2, pin_lock_min=3)
    assert desk.wrong().values["left"] == 1
    assert desk.wrong().values["minutes"] == 3
    desk.memory.wait(minutes=3)
    desk.sign_in()


def test_one_persons_lock_is_nobody_elses(desk):
    for _ in range(5):
        desk.wrong("0202")
    assert desk.sign_in("0201").staff == "0201"


def test_every_way_of_giving_a_pin_counts_the_same(desk):
    bad = "999000"
    assert desk.refusal(desk.console.check_pin("0201", bad)).values["left"] == 4
    assert desk.refusal(desk.console.change_pin("0201", bad, NEW_PIN)).values["left"] == 3
    serving = serve_a_loan(desk, "0202", OTHER_PIN)
    teller = Floor(desk.memory, "staff:0202")
    assert desk.refusal(teller.approve(serving, "0201", bad)).values["left"] == 2
    assert desk.wrong().values["left"] == 1


def test_a_number_nobody_has_looks_like_a_wrong_pin_and_is_kept_nowhere(desk):
    for typed in ("440301199001011234", "13800138000", PIN, "7777"):
        assert desk.wrong(typed).code == "wrong_pin"
    assert desk.wrong("7777").code == "pin_locked"
    assert desk.wrong("0201").values["left"] == 4
    assert {e.staff for e in desk.events(SignInFailed, SignInLocked)} == {"", "0201"}


def test_who_has_no_pin_yet_is_told_whom_to_ask(desk):
    error = desk.wrong("0299")
    assert (error.code, error.values) == ("no_pin", {"staff": "0299"})
    assert desk.events(SignInFailed) == []


def test_an_empty_pin_is_a_wrong_one(desk):
    assert desk.wrong(pin="").code == "wrong_pin"
    assert desk.wrong("", "").code == "wrong_pin"


# -- PINs ------------------------------------------------------------------------------------------


def test_a_pin_somebody_else_gave_opens_nothing_until_it_is_changed(desk):
    now(Floor(desk.memory, "staff:0001").set_pin("0299", PIN))
    answer = desk.sign_in("0299")
    assert answer.must_change
    assert desk.session() is None
    now(desk.console.change_pin("0299", PIN, NEW_PIN))
    assert not desk.sign_in("0299", NEW_PIN).must_change
    assert desk.session().staff == "0299"
    assert [e.must_change for e in desk.events(PinSet)][-2:] == [True, False]


def test_a_new_pin_differs_from_the_old_and_is_not_easy(desk):
    assert desk.refusal(desk.console.change_pin("0201", PIN, PIN)).code == "pin_same"
    assert desk.refusal(desk.console.change_pin("0201", PIN, "123456")).code == "bad_pin"
    desk.sign_in("0201", PIN)


def test_a_changed_pin_replaces_the_old_one(desk):
    now(desk.console.change_pin("0201", PIN, NEW_PIN))
    assert desk.wrong("0201", PIN).code == "wrong_pin"
    desk.sign_in("0201", NEW_PIN)


def test_only_the_administrator_gives_pins_and_only_to_who_works_here(desk):
    for actor in ("staff:0201", "staff:0102", "kiosk:1", "console:3"):
        error = desk.refusal(Floor(desk.memory, actor).set_pin("0202", NEW_PIN))
        assert error.code in ("not_permitted", "sign_in_first"), actor
    admin = Floor(desk.memory, "staff:0001")
    assert desk.refusal(admin.set_pin("7777", NEW_PIN)).code == "unknown_staff"
    assert desk.refusal(admin.set_pin("0202", "111111")).code == "bad_pin"
    desk.sign_in("0202", OTHER_PIN)


def test_a_new_pin_from_the_administrator_ends_a_lock(desk):
    for _ in range(5):
        desk.wrong()
    now(desk.operator.set_pin("0201", NEW_PIN))
    assert desk.sign_in("0201", NEW_PIN).must_change


def test_an_idle_screen_opens_to_its_own_pin(desk):
    desk.sign_in()
    assert now(desk.console.check_pin("0201", PIN)).place == "counter:3"
    assert desk.refusal(desk.console.check_pin("0201", OTHER_PIN)).code == "wrong_pin"


def test_a_pin_changed_while_it_was_verified_is_verified_anew(desk):
    """Between reading and deciding somebody else changes the PIN: the old one is worth nothing."""
    changed = []

    class Slow:
        def __init__(self, memory):
            self._memory = memory

        def run(self, unit, *, actor, now=None):
            return self._memory.run(unit, actor=actor, now=now)

        async def aside(self, reckon):
            right = reckon()
            if not changed:
                changed.append(True)
                now(desk.operator.set_pin("0201", NEW_PIN, must_change=False))
            return right

    asked = Floor(Slow(desk.memory), "console:3").sign_in("counter:3", "0201", PIN, "w")
    assert desk.refusal(asked).code == "wrong_pin"
    assert desk.session() is None


# -- a second person -------------------------------------------------------------------------------


def serve_a_loan(desk, staff, pin, place="counter:3"):
    desk.sign_in(staff, pin, place)
    number = place.partition(":")[2]
    teller = Floor(desk.memory, f"staff:{staff}")
    now(teller.open_counter(number, staff))
    ticket = now(desk.operator.issue(Wish("SO"))).ticket
    now(teller.call_given(number, ticket))
    now(teller.start(Target(ticket)))
    return Target(ticket, counter=number)


def test_a_second_person_approves_with_their_own_pin(desk):
    loan = serve_a_loan(desk, "0201", PIN)
    teller = Floor(desk.memory, "staff:0201")
    assert desk.refusal(teller.finish(loan)).code == "approval_missing"
    now(teller.approve(loan, "0202", OTHER_PIN))
    assert desk.memory.state.find(loan.ticket).leg(1).approver == "0202"
    now(teller.finish(loan))


def test_the_operator_is_never_the_second_person(desk):
    loan = serve_a_loan(desk, "0201", PIN)
    for actor in ("staff:0201", "cli:user"):
        error = desk.refusal(Floor(desk.memory, actor).approve(loan, "0201", PIN))
        assert error.code == "approver_is_operator"


def test_an_approval_needs_the_pin_and_somebody_of_the_floor(desk):
    loan = serve_a_loan(desk, "0201", PIN)
    teller = Floor(desk.memory, "staff:0201")
    assert desk.refusal(teller.approve(loan, "0202")).code == "wrong_pin"
    assert desk.refusal(teller.approve_as(loan, "0202")).code == "pin_needed"
    assert desk.refusal(teller.approve(loan, "0299", PIN)).code == "no_pin"
    assert desk.refusal(teller.approve(loan, "0001", PIN)).code == "not_permitted"
    other = Floor(desk.memory, "staff:0202")
    assert desk.refusal(other.approve(loan, "0102", PIN)).code == "not_your_counter"
    assert desk.memory.state.find(loan.ticket).leg(1).approver is None


def test_where_nobody_signs_in_a_name_is_enough_unless_it_has_a_pin():
    desk = Desk()
    desk.memory.config = replace(desk.memory.config, settings=Settings())
    loan = serve_a_loan(desk, "0201", PIN)
    teller = Floor(desk.memory, "staff:0201")
    assert desk.refusal(teller.approve(loan, "0202")).code == "wrong_pin"
    assert desk.refusal(teller.approve(loan, "0201")).code == "wrong_pin"
    now(teller.approve(loan, "0299"))
    assert desk.memory.state.find(loan.ticket).leg(1).approver == "0299"


def test_what_is_signed_is_on_the_record(desk):
    desk.sign_in()
    now(desk.console.sign_out("counter:3"))
    assert desk.events(SignedIn, SignedOut) == [
        SignedIn("counter:3", "0201", "w1"),
        SignedOut("counter:3", "0201", "self"),
    ]
