from dataclasses import replace
from datetime import date

import pytest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.routing.stranded import Stranded, Why, stranded, stranded_by
from tests.builders import a_branch, a_counter, a_floor, a_service, asking, now

SERVICES = a_branch().services


@pytest.fixture
def floor():
    """Counters 1 and 2 take cash, 3 does the rest; all closed."""
    return a_floor()


def come(memory, service: str, **wish) -> str:
    return now(asking(memory).issue(Wish(service, **wish))).ticket


def open_(memory, *numbers: str) -> None:
    for number in numbers:
        now(asking(memory).open_counter(number, f"s{number}"))


def test_nobody_is_stranded_while_an_open_counter_may_call(floor):
    open_(floor, "1")
    come(floor, "GD")
    assert stranded(floor.state, floor.config) == ()


def test_closed_counters_that_could_are_named(floor):
    ticket = come(floor, "GD")
    assert stranded(floor.state, floor.config) == (
        Stranded("GD", Why.CLOSED, (ticket,), ("1", "2")),
    )


def test_a_counter_that_backs_up_is_enough(floor):
    open_(floor, "1")
    come(floor, "GT")
    assert stranded(floor.state, floor.config) == ()


def test_a_busy_counter_calls_again(floor):
    open_(floor, "1")
    come(floor, "GD")
    come(floor, "GD")
    now(asking(floor).call_next("1"))
    assert stranded(floor.state, floor.config) == ()


def test_a_paused_counter_is_why(floor):
    open_(floor, "3")
    ticket = come(floor, "SO")
    now(asking(floor).pause_counter("3", "break"))
    assert stranded(floor.state, floor.config) == (Stranded("SO", Why.PAUSED, (ticket,), ("3",)),)


def test_a_closing_counter_calls_nobody_any_more(floor):
    open_(floor, "3")
    first = come(floor, "SO")
    now(asking(floor).call_next("3"))
    now(asking(floor).start(Target(first)))
    second = come(floor, "SO")
    now(asking(floor).close_counter("3"))
    assert floor.state.counter("3").status is CounterStatus.CLOSING
    assert [one.tickets for one in stranded(floor.state, floor.config)] == [(second,)]


def test_tickets_of_one_service_stand_together_in_order_of_issue(floor):
    tickets = tuple(come(floor, "GD", green=green) for green in (None, "elder", None))
    assert stranded(floor.state, floor.config)[0].tickets == tickets


@pytest.fixture
def skilled():
    """SO needs loans; counter 3 does SO. s3 had the skill until yesterday, s9 has it."""
    services = [replace(s, requires=("loans",)) if s.code == "SO" else s for s in SERVICES]
    staff = (
        StaffMember("s3", skills=(("loans", date(2026, 11, 23)),)),
        StaffMember("s9", skills=(("loans", date(2026, 11, 24)),)),
    )
    return a_floor(a_branch(services=tuple(services), staff=staff))


def test_a_skill_out_of_date_is_why_and_who_holds_it_is_named(skilled):
    open_(skilled, "3")
    ticket = come(skilled, "SO")
    assert stranded(skilled.state, skilled.config) == (
        Stranded("SO", Why.SKILL, (ticket,), (), "loans", ("s9",)),
    )


def test_a_skill_in_date_on_its_last_day_serves(skilled):
    now(asking(skilled).open_counter("3", "s9"))
    come(skilled, "SO")
    assert stranded(skilled.state, skilled.config) == ()


def test_a_wanted_language_can_strand(skilled):
    open_(skilled, "3")
    ticket = come(skilled, "GT", green="sign")
    found = stranded(skilled.state, skilled.config)
    assert [(one.why, one.skill, one.tickets) for one in found] == [(Why.SKILL, "sign", (ticket,))]


def test_a_closed_counter_with_the_skill_is_named_beside_the_missing_skill(skilled):
    counters = (*skilled.config.counters, a_counter("4", "SO", skills=frozenset({"loans"})))
    memory = a_floor(replace(skilled.config, counters=counters))
    open_(memory, "3")
    come(memory, "SO")
    assert stranded(memory.state, memory.config)[0].counters == ("4",)


def test_only_the_sales_zone_may_sell_it():
    funds = a_service("VF", sales_zone=True)
    desk3 = a_counter("3", "VF")
    memory = a_floor(a_branch(services=(*SERVICES, funds), counters=(desk3,)))
    open_(memory, "3")
    come(memory, "VF")
    assert [one.why for one in stranded(memory.state, memory.config)] == [Why.ZONE]


def test_a_service_no_counter_lists():
    memory = a_floor()
    open_(memory, "1")
    come(memory, "SO")
    changed = replace(memory.config, counters=memory.config.counters[:2])
    assert [one.why for one in stranded(memory.state, changed)] == [Why.NOBODY]


def test_closing_the_last_counter_says_whom_it_leaves(floor):
    open_(floor, "1", "3")
    come(floor, "GD")
    ticket = come(floor, "SO")
    assert stranded_by(floor.state, floor.config, "3") == (Stranded("SO", Why.CLOSED, (ticket,)),)


def test_it_names_the_other_counters_that_could_be_opened_first(floor):
    open_(floor, "1")
    ticket = come(floor, "GD")
    assert stranded_by(floor.state, floor.config, "1") == (
        Stranded("GD", Why.CLOSED, (ticket,), ("2",)),
    )


def test_closing_one_of_two_leaves_nobody(floor):
    open_(floor, "1", "2")
    come(floor, "GD")
    assert stranded_by(floor.state, floor.config, "1") == ()


def test_those_who_waited_in_vain_before_are_not_its_doing(floor):
    open_(floor, "1")
    come(floor, "SO")
    assert stranded_by(floor.state, floor.config, "1") == ()


def test_a_leg_sent_to_a_counter_is_freed_when_it_closes(floor):
    open_(floor, "1", "2")
    ticket = come(floor, "GD")
    now(asking(floor).move(Target(ticket), Destination(counter="1")))
    assert stranded_by(floor.state, floor.config, "1") == ()


def test_a_visit_with_another_leg_that_can_be_called_is_not_stranded(floor):
    open_(floor, "1")
    come(floor, "GD", then=("SO",), free_order=True)
    assert stranded(floor.state, floor.config) == ()
