"""Finding services and tickets, and what a service asks before its ticket: no widget needed."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from branchfloor.config import load_preset
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, a_service, asking
from tests.ui.overview.at_desk import a_hall
from ui.app.finding import letters
from ui.overview.precheck import Check, Hall, Kind, checks_of
from ui.overview.services import find_services, serving
from ui.overview.ticket_facts import find_tickets

PRESET = load_preset("cn-default")
TEN = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def codes(typed: str) -> list[str]:
    return [service.code for service in find_services(PRESET, typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("GW", "GW"), ("gw", "GW"), ("xjck", "GD"), ("现金取", "GW"), ("remit", "GT"), ("lost", "SL")],
)
def test_found_by_code_name_or_pinyin(typed, first):
    assert codes(typed)[0] == first


def test_with_nothing_typed_the_quick_ones_come_first_and_none_is_missing():
    assert codes("")[0] == "GW"
    assert len(codes("")) == len(PRESET.services)


def test_nothing_fits():
    assert codes("qqqq") == []


def test_letters_of_latin_names_are_none():
    assert letters("Cash") == ""


def test_who_serves_now_and_who_could():
    memory = a_floor(a_hall())
    gd = memory.config.service("GD")
    assert serving(memory.state, memory.config, gd).now == ()
    assert serving(memory.state, memory.config, gd).later == ("1", "2")
    now(asking(memory).open_counter("2", "0213"))
    found = serving(memory.state, memory.config, gd)
    assert (found.now, found.later) == (("2",), ("1",))


def test_tickets_that_begin_so_and_live_ones_come_first():
    memory = a_floor()
    for _ in range(3):
        now(asking(memory).issue(Wish("GD")))
    now(asking(memory).issue(Wish("GT")))
    assert find_tickets(memory.state, "a00") == ("A001", "A002", "A003")
    assert find_tickets(memory.state, "001") == ("A001", "C001")
    assert find_tickets(memory.state, "C001") == ("C001",)
    assert find_tickets(memory.state, "") == ()


def hall_of(memory) -> Hall:
    return Hall(memory.state, memory.config, memory.at)


def missing(memory, *services: str, ticked: frozenset[str] = frozenset()) -> list[Check]:
    return [c for c in checks_of(hall_of(memory), services, ticked) if c.missing]


def test_a_service_that_is_not_open_yet_says_its_hours():
    late = a_service("BO", opens=time(13, 30), closes=time(16, 30))
    small = a_branch()
    plan = replace(small.counters[0], serves=small.counters[0].serves | {"BO"})
    hall = replace(small, services=(*small.services, late), counters=(plan, *small.counters[1:]))
    memory = a_floor(hall)
    now(asking(memory).open_counter("1", "0211"))
    assert [(c.kind, c.opens) for c in missing(memory, "BO")] == [(Kind.HOURS, "13:30–16:30")]
    memory.wait(minutes=4 * 60)
    assert missing(memory, "BO") == []


def test_a_second_person_has_to_be_there():
    small = a_branch()
    services = tuple(replace(s, approval=True) if s.code == "GT" else s for s in small.services)
    memory = a_floor(replace(small, services=services))
    now(asking(memory).open_counter("3", "0217"))
    assert [c.kind for c in missing(memory, "GT")] == [Kind.APPROVAL]
    now(asking(memory).open_counter("1", "0211"))
    assert missing(memory, "GT") == []
    assert [c.kind for c in checks_of(hall_of(memory), ["GT"], frozenset())] == [Kind.APPROVAL]


def test_every_service_of_the_presets_can_be_checked():
    memory = a_floor(PRESET)
    for service in PRESET.services:
        assert any(c.kind is Kind.COUNTER for c in missing(memory, service.code))
