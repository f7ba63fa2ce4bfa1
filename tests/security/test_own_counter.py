"""A teller acts at their own counter; a screen nobody signed in at, as the branch allows it."""

from dataclasses import replace

import pytest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.errors import Refused
from branchfloor.domain.settings import Settings
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.security.rights import OPERATOR, roles_of
from tests.builders import a_branch, a_floor, asking

STAFF = (
    StaffMember("0201"),
    StaffMember("0202"),
    StaffMember("0203", ("teller", "lobby_manager")),
)


@pytest.fixture
def memory():
    """0201 at counter 1, 0202 at counter 2, nobody at counter 3, which is open."""
    memory = a_floor(a_branch(staff=STAFF))
    operator = asking(memory)
    now(operator.open_counter("1", "0201"))
    now(operator.open_counter("2", "0202"))
    now(operator.open_counter("3"))
    return memory


def ticket(memory, service="GD"):
    return now(asking(memory).issue(Wish(service))).ticket


def refused(memory, asked):
    before = len(memory.entries)
    with pytest.raises(Refused) as caught:
        now(asked)
    assert len(memory.entries) == before
    return caught.value


AT_TWO = {
    "call_next": lambda floor, at: floor.call_next("2"),
    "call_given": lambda floor, at: floor.call_given("2", at),
    "finish_and_call_next": lambda floor, at: floor.finish_and_call_next("2"),
    "ask_help": lambda floor, at: floor.ask_help("2"),
    "record_unticketed": lambda floor, at: floor.record_unticketed("2", "GD"),
    "pause": lambda floor, at: floor.pause_counter("2"),
    "close": lambda floor, at: floor.close_counter("2"),
    "open": lambda floor, at: floor.open_counter("2"),
}
OF_TWO = {
    "recall": lambda floor, at: floor.recall(Target(at)),
    "start": lambda floor, at: floor.start(Target(at)),
    "no_show": lambda floor, at: floor.no_show(Target(at)),
    "cancel": lambda floor, at: floor.cancel(Target(at)),
    "add_leg": lambda floor, at: floor.add_leg(at, "GT"),
    "undo": lambda floor, at: floor.undo(at),
    "undo_named": lambda floor, at: floor.undo(at, "2"),
    "start_named": lambda floor, at: floor.start(Target(at, counter="2")),
}


@pytest.mark.parametrize("name", AT_TWO)
def test_a_teller_does_nothing_at_a_counter_where_another_sits(memory, name):
    waiting = ticket(memory)
    error = refused(memory, AT_TWO[name](Floor(memory, "staff:0201"), waiting))
    assert (error.code, error.values) == ("not_your_counter", {"counter": "2", "staff": "0202"})


@pytest.mark.parametrize("name", OF_TWO)
def test_nor_with_the_customer_another_has_called(memory, name):
    called = ticket(memory)
    now(asking(memory).call_next("2"))
    error = refused(memory, OF_TWO[name](Floor(memory, "staff:0201"), called))
    assert (error.code, error.values["counter"]) == ("not_your_counter", "2")


@pytest.mark.parametrize("name", AT_TWO)
def test_at_their_own_they_do(memory, name):
    waiting = ticket(memory)
    before = len(memory.entries)
    now(AT_TWO[name](Floor(memory, "staff:0202"), waiting))
    assert {e.actor for e in memory.entries[before:]} <= {"staff:0202"}


@pytest.mark.parametrize("name", AT_TWO)
def test_who_leads_the_hall_acts_anywhere(memory, name):
    waiting = ticket(memory)
    before = len(memory.entries)
    now(AT_TWO[name](Floor(memory, "staff:0203"), waiting))
    assert {e.actor for e in memory.entries[before:]} <= {"staff:0203"}


def test_who_sits_at_a_counter_takes_no_second_one(memory):
    ticket(memory, "GT")
    error = refused(memory, Floor(memory, "staff:0201").call_next("3"))
    assert (error.code, error.values["staff"]) == ("not_your_counter", None)


def test_who_sits_nowhere_may_work_at_a_counter_without_a_name(memory):
    waiting = ticket(memory, "GT")
    assert now(Floor(memory, "staff:0299").call_next("3")).ticket == waiting


def test_who_opens_a_second_counter_is_told_where_they_sit(memory):
    now(asking(memory).close_counter("3"))
    error = refused(memory, Floor(memory, "staff:0201").open_counter("3", "0201"))
    assert (error.code, error.values["counter"]) == ("staff_elsewhere", "1")


def test_nobody_opens_a_counter_in_another_name(memory):
    now(asking(memory).close_counter("2"))
    error = refused(memory, Floor(memory, "staff:0299").open_counter("2", "0202"))
    assert error.code == "not_your_counter"


def test_a_customer_waiting_is_everybodys(memory):
    waiting = ticket(memory)
    answer = now(Floor(memory, "staff:0201").cancel(Target(waiting)))
    assert answer.state == "cancelled"


def test_a_kiosk_takes_back_only_what_nobody_has_called(memory):
    called = ticket(memory)
    now(asking(memory).call_next("2"))
    error = refused(memory, Floor(memory, "kiosk:1").cancel(Target(called)))
    assert (error.code, error.values["actor"]) == ("not_permitted", "customer")


# -- screens nobody signed in at -----------------------------------------------------------------


def test_where_nobody_signs_in_a_console_is_its_counters_teller(memory):
    waiting = ticket(memory, "GT")
    assert now(Floor(memory, "console:3").call_next("3")).ticket == waiting
    assert refused(memory, Floor(memory, "console:3").call_next("2")).code == "not_your_counter"
    assert refused(memory, Floor(memory, "console:3").grant(waiting, "elder", "visible")).code == (
        "not_permitted"
    )


def test_where_nobody_signs_in_an_overview_is_the_lobby_managers(memory):
    waiting = ticket(memory, "GT")
    floor = Floor(memory, "overview:1")
    now(floor.grant(waiting, "elder", "visible"))
    assert refused(memory, floor.call_next("3")).code == "not_permitted"


@pytest.mark.parametrize("actor", ["console:3", "overview:1"])
def test_where_people_sign_in_a_screen_without_a_person_does_nothing(actor):
    memory = a_floor(a_branch(settings=Settings(sign_in=True)))
    now(asking(memory).open_counter("3"))
    waiting = ticket(memory, "GT")
    floor = Floor(memory, actor)
    for asked in (floor.call_next("3"), floor.grant(waiting, "elder", "visible"), floor.tick("x")):
        assert refused(memory, asked).code == "sign_in_first"


def test_a_kiosk_needs_no_sign_in():
    memory = a_floor(a_branch(settings=Settings(sign_in=True)))
    assert now(Floor(memory, "kiosk:1").issue(Wish("GT"))).ticket == "C001"


@pytest.mark.parametrize("actor", ["cli:user", "keeper", "demo", "t", "race:1"])
def test_the_local_operator_may_do_all(actor):
    assert roles_of(actor, a_branch(settings=Settings(sign_in=True))) == OPERATOR


def test_a_number_nobody_lists_is_a_teller_and_admin_runs_the_house():
    config = replace(a_branch(), staff=STAFF)
    assert roles_of("staff:7777", config) == {"teller"}
    assert roles_of("staff:admin", config) == {"administrator"}
    listed = replace(config, staff=(StaffMember("admin", ("auditor",)),))
    assert roles_of("staff:admin", listed) == {"administrator", "auditor"}


def test_a_repeat_by_who_may_not_learns_nothing(memory):
    first = now(asking(memory).issue(Wish("GT"), "k"))
    assert first.ticket
    assert refused(memory, Floor(memory, "staff:0201").issue(Wish("GT"), "k")).code == (
        "not_permitted"
    )
