import pytest

from branchfloor.domain.kinds import LegState
from branchfloor.domain.needs import by_hour, by_service, lost_today
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import a_floor, asking, now


@pytest.fixture
def memory():
    return a_floor()


def come(memory, service: str = "GD") -> str:
    return now(asking(memory).issue(Wish(service))).ticket


def lost(memory):
    return lost_today(memory.state, memory.config)


def test_who_waits_or_was_served_is_not_lost(memory):
    now(asking(memory).open_counter("1", "s1"))
    ticket = come(memory)
    come(memory)
    now(asking(memory).call_next("1"))
    now(asking(memory).start(Target(ticket)))
    now(asking(memory).finish(Target(ticket)))
    assert lost(memory) == ()


def test_each_end_without_a_service_has_service_hour_and_stay(memory):
    left, cancelled = come(memory), come(memory, "SO")
    memory.wait(minutes=25)
    now(asking(memory).leave(Target(left)))
    memory.wait(minutes=40)
    now(asking(memory).cancel(Target(cancelled)))
    found = [(one.number, one.service, one.state, one.hour, one.stayed_s) for one in lost(memory)]
    assert found == [
        (cancelled, "SO", LegState.CANCELLED, 11, 65 * 60),
        (left, "GD", LegState.LEFT, 10, 25 * 60),
    ]


def test_those_still_there_when_the_day_closes_are_lost_too(memory):
    come(memory)
    now(asking(memory).close_day())
    assert [one.state for one in lost(memory)] == [LegState.ABANDONED]


def test_groups_by_service_and_by_hour(memory):
    tickets = [come(memory, code) for code in ("SO", "GD", "GD", "GD")]
    for minutes, ticket in zip((10, 10, 20, 30), tickets, strict=True):
        memory.wait(minutes=minutes)
        now(asking(memory).leave(Target(ticket)))
    services = [(g.key, g.count, g.median_s, g.longest_s) for g in by_service(lost(memory))]
    assert services == [("GD", 3, 40 * 60, 70 * 60), ("SO", 1, 600, 600)]
    assert [(g.key, g.count) for g in by_hour(lost(memory))] == [("10", 3), ("11", 1)]
