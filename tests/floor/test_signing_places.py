"""One person a place, one place a person; signing out and what it leaves."""

import pytest

from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.staff_events import (
    SignedOut,
)
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from tests.floor.signing_desk import OTHER_PIN, PIN, Desk

pytestmark = pytest.mark.usefixtures("quick_pins")


@pytest.fixture
def desk():
    return Desk()


def test_one_person_is_at_one_place_unless_they_take_over(desk):
    desk.sign_in()
    asked = desk.console.sign_in("counter:1", "0201", PIN, "w2")
    assert desk.refusal(asked).values == {"place": "counter:3"}
    desk.sign_in(place="counter:1", session="w2", take_over=True)
    assert desk.session("counter:3") is None
    assert desk.session("counter:1").token == "w2"
    assert [e.cause for e in desk.events(SignedOut)] == ["taken_over"]


def test_another_window_of_ones_own_is_taken_over_by_ones_own_pin(desk):
    desk.sign_in(session="w1")
    desk.sign_in(session="w2")
    assert desk.session().token == "w2"


def test_taking_over_closes_the_counter_that_was_left(desk):
    desk.sign_in()
    now(Floor(desk.memory, "staff:0201").open_counter("3", "0201"))
    asked = desk.console.sign_in("counter:1", "0201", PIN, "w2")
    assert desk.refusal(asked).code == "signed_in_elsewhere"
    desk.sign_in(place="counter:1", session="w2", take_over=True)
    assert desk.memory.state.counter("3").status is CounterStatus.CLOSED


def test_nobody_leaves_a_customer_behind_by_taking_over(desk):
    desk.sign_in()
    teller = Floor(desk.memory, "staff:0201")
    now(teller.open_counter("3", "0201"))
    now(desk.operator.issue(Wish("GT")))
    now(teller.call_next("3"))
    asked = desk.console.sign_in("counter:1", "0201", PIN, "w2", take_over=True)
    error = desk.refusal(asked)
    assert (error.code, error.values["counter"]) == ("staff_elsewhere", "3")
    assert desk.session().token == "w1"


@pytest.mark.parametrize("take_over", [False, True])
def test_a_place_somebody_holds_is_not_taken_from_them(desk, take_over):
    desk.sign_in("0201")
    asked = desk.console.sign_in("counter:3", "0202", OTHER_PIN, "w2", take_over=take_over)
    assert desk.refusal(asked).values == {"staff": "0201"}


def test_nor_a_counter_that_is_open_in_anothers_name(desk):
    now(desk.operator.open_counter("3", "0201"))
    asked = desk.console.sign_in("counter:3", "0202", OTHER_PIN, "w2")
    assert desk.refusal(asked).code == "counter_in_use"


def test_but_who_may_free_it_may_take_it(desk):
    desk.sign_in("0201")
    desk.sign_in("0103", take_over=True)
    assert desk.session().staff == "0103"


def test_a_counter_is_for_who_serves_and_the_hall_for_who_does_not(desk):
    asked = desk.console.sign_in("counter:3", "0102", PIN, "w")
    assert desk.refusal(asked).code == "not_permitted"
    asked = desk.console.sign_in("overview:1", "0201", PIN, "w")
    assert desk.refusal(asked).code == "not_permitted"
    assert desk.sign_in("0102", place="overview:1").roles == ("lobby_manager",)
    asked = desk.console.sign_in("counter:9", "0201", PIN, "w")
    assert desk.refusal(asked).code == "unknown_counter"


def test_a_right_pin_at_a_wrong_place_begins_the_count_anew_all_the_same(desk):
    for _ in range(4):
        desk.wrong("0102")
    asked = desk.console.sign_in("counter:3", "0102", PIN, "w")
    assert desk.refusal(asked).code == "not_permitted"
    assert desk.wrong("0102").values["left"] == 4


# -- signing out -----------------------------------------------------------------------------------


def test_signing_out_frees_nothing_else(desk):
    desk.sign_in()
    teller = Floor(desk.memory, "staff:0201")
    now(teller.open_counter("3", "0201"))
    ticket = now(desk.operator.issue(Wish("GT"))).ticket
    now(teller.call_next("3"))
    counter = desk.memory.state.counter("3")
    now(teller.sign_out("counter:3"))
    assert desk.session() is None
    assert desk.memory.state.counter("3") == counter
    assert desk.memory.state.find(ticket).active.counter == "3"
    now(teller.sign_out("counter:3"))
    assert [e.cause for e in desk.events(SignedOut)] == ["self"]


def test_only_oneself_ones_window_and_the_lobby_end_a_session(desk):
    desk.sign_in()
    for actor in ("staff:0202", "console:1", "staff:0001", "kiosk:1"):
        error = desk.refusal(Floor(desk.memory, actor).sign_out("counter:3"))
        assert error.code in ("not_permitted", "sign_in_first"), actor
    for actor in ("staff:0201", "console:3", "staff:0102", "cli:user"):
        now(Floor(desk.memory, actor).sign_out("counter:3", "idle"))
        assert desk.session() is None, actor
        desk.sign_in()


def test_a_reason_of_signing_out_is_one_of_a_list(desk):
    desk.sign_in()
    assert desk.refusal(desk.console.sign_out("counter:3", "王小明")).code == "bad_value"


def test_the_manager_frees_a_counter_with_its_session(desk):
    desk.sign_in()
    now(Floor(desk.memory, "staff:0201").open_counter("3", "0201"))
    now(Floor(desk.memory, "staff:0102").free_counter("3"))
    assert desk.session() is None
    assert desk.events(SignedOut)[-1].cause == "freed"
    desk.sign_in("0202", OTHER_PIN)


def test_sessions_end_with_the_day_but_who_still_serves_finishes(desk):
    desk.sign_in("0102", place="overview:1")
    desk.sign_in("0201")
    teller = Floor(desk.memory, "staff:0201")
    now(teller.open_counter("3", "0201"))
    now(desk.operator.issue(Wish("GT")))
    ticket = now(teller.call_next("3")).ticket
    now(teller.start(Target(ticket)))
    now(Floor(desk.memory, "staff:0102").close_day())
    assert desk.session("overview:1") is None
    assert desk.session("counter:3").staff == "0201"
    assert desk.events(SignedOut)[-1].cause == "day_closed"
    now(teller.finish(Target(ticket)))
    desk.memory.wait(minutes=24 * 60)
    now(desk.operator.issue(Wish("GT")))
    assert desk.memory.state.hall.sessions == ()
