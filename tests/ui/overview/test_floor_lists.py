from dataclasses import replace

import pytest

from branchfloor.config import load_preset
from branchfloor.domain.kinds import LegState
from branchfloor.domain.metrics import summarise
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, a_service, asking, now
from ui.overview import moments
from ui.overview.lists import Lane, floor_lists, ticket_at


def lane_of(memory, number: str) -> Lane:
    lists = floor_lists(memory.state, memory.config)
    return next(lane for lane, tickets in lists.lanes if number in {t.number for t in tickets})


@pytest.mark.parametrize("moment", [moments.crowded, moments.calm, moments.first_tickets])
def test_every_live_visit_is_in_exactly_one_list(moment):
    memory = moment()
    lists = floor_lists(memory.state, memory.config)
    found = [t.visit_id for _, tickets in lists.lanes for t in tickets]
    found += [t.visit_id for t in lists.at_counter]
    live = [v.id for v in memory.state.visits.values() if not v.ended]
    assert sorted(found) == sorted(live)


@pytest.mark.parametrize("moment", [moments.crowded, moments.calm, moments.closed])
def test_lists_agree_with_the_day_tally(moment):
    memory = moment()
    lists = floor_lists(memory.state, memory.config)
    tally = summarise(memory.state, memory.config, memory.at).visits
    away = [t.state for t in lists.of(Lane.AWAY)]
    assert len(lists.waiting) == tally.waiting
    assert len(lists.at_counter) == tally.at_counter
    assert away.count(LegState.ON_HOLD) == tally.held
    assert away.count(LegState.LATE) == tally.late


def test_priority_stands_in_the_green_lane_whatever_the_service():
    memory = a_floor()
    issued = now(asking(memory).issue(Wish("SO", "elder")))
    assert lane_of(memory, issued.ticket) is Lane.GREEN
    assert floor_lists(memory.state, memory.config).of(Lane.GREEN)[0].pending
    now(asking(memory).revoke(issued.ticket))
    assert lane_of(memory, issued.ticket) is Lane.SPECIAL


def test_a_reason_that_counts_from_the_grant_stays_in_its_lane_and_asks():
    memory = a_floor()
    issued = now(asking(memory).issue(Wish("GD", "military")))
    ticket = floor_lists(memory.state, memory.config).of(Lane.GENERAL)[0]
    assert (ticket.number, ticket.pending, ticket.priority) == (issued.ticket, True, False)


def test_corporate_services_have_a_lane_of_their_own():
    services = (*a_branch().services, a_service("BS", prefix="B", corporate=True))
    plans = list(a_branch().counters)
    plans[2] = replace(plans[2], serves=plans[2].serves | {"BS"})
    memory = a_floor(a_branch(services=services, counters=tuple(plans)))
    issued = now(asking(memory).issue(Wish("BS")))
    assert lane_of(memory, issued.ticket) is Lane.CORPORATE


def test_waits_are_longest_first_and_overdue_counts_from_the_target():
    memory = a_floor()
    first = now(asking(memory).issue(Wish("GD"))).ticket
    memory.wait(minutes=19)
    second = now(asking(memory).issue(Wish("GD"))).ticket
    lists = floor_lists(memory.state, memory.config)
    assert [t.number for t in lists.waiting] == [first, second]
    assert lists.overdue(memory.at) == ()
    memory.wait(minutes=1)
    assert [t.number for t in lists.overdue(memory.at)] == [first]


def test_the_target_follows_the_standing_of_now():
    memory = a_floor()
    ticket = now(asking(memory).issue(Wish("GD"))).ticket
    assert floor_lists(memory.state, memory.config).waiting[0].target_s == 20 * 60
    now(asking(memory).grant(ticket, "elder", "visible"))
    assert floor_lists(memory.state, memory.config).waiting[0].target_s == 5 * 60


def test_who_is_called_is_at_the_counter_and_in_no_lane():
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("1", "s1"))
    ticket = now(floor.issue(Wish("GD"))).ticket
    now(floor.call_next("1"))
    lists = floor_lists(memory.state, memory.config)
    assert lists.waiting == ()
    assert [t.number for t in lists.at_counter] == [ticket]
    here = ticket_at(memory.state, memory.config, "1")
    assert here is not None
    assert here[1].state is LegState.CALLED


def test_held_and_planned_are_away():
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("1", "s1"))
    ticket = now(floor.issue(Wish("GD"))).ticket
    now(floor.call_next("1"))
    now(floor.start(Target(ticket)))
    now(floor.hold(Target(ticket), "took_papers", 10))
    away = floor_lists(memory.state, memory.config).of(Lane.AWAY)
    assert [(t.number, t.state) for t in away] == [(ticket, LegState.ON_HOLD)]


def test_a_service_the_document_lost_is_still_listed():
    memory = a_floor()
    ticket = now(asking(memory).issue(Wish("SO"))).ticket
    without = replace(memory.config, services=memory.config.services[:3])
    lists = floor_lists(memory.state, without)
    assert [t.number for t in lists.waiting] == [ticket]


def test_every_lane_of_the_preset_has_a_family_of_colours():
    config = load_preset("cn-default")
    hues = {Lane.CORPORATE if s.corporate else Lane(s.tier) for s in config.services}
    assert hues == {Lane.GENERAL, Lane.SPECIAL, Lane.VALUE_ADDED, Lane.CORPORATE}
