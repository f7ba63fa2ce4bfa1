from dataclasses import replace

import pytest

from branchfloor.domain.kinds import Discipline
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from branchfloor.routing.fairness import fairness, published
from tests.builders import a_branch, a_floor, a_policy, asking, now


@pytest.fixture
def memory():
    made = a_floor()
    now(asking(made).open_counter("1", "s1"))
    return made


def come(memory, green=None, service="GD") -> str:
    return now(asking(memory).issue(Wish(service, green))).ticket


def serve(memory) -> str:
    ticket = now(asking(memory).call_next("1")).ticket
    now(asking(memory).start(Target(ticket)))
    memory.wait(minutes=4)
    now(asking(memory).finish(Target(ticket)))
    return ticket


def of(memory):
    return fairness(memory.state, memory.config, memory.at)


def test_nothing_has_happened(memory):
    found = of(memory)
    assert (found.calls, found.priority_share, found.over_share) == (0, None, None)
    assert found.longest == ""


def test_priority_by_law_is_a_share_of_the_calls(memory):
    for green in (None, "elder", None, None):
        come(memory, green)
    for _ in range(4):
        serve(memory)
    found = of(memory)
    assert (found.calls, found.priority, found.ordinary) == (4, 1, 3)
    assert found.priority_share == 0.25


def test_an_overtaking_counts_the_call_and_the_people_it_passed(memory):
    come(memory)
    come(memory)
    memory.wait(60)
    come(memory, "elder")
    serve(memory)
    found = of(memory)
    assert (found.overtaking, found.overtaken) == (1, 2)


def test_ordinary_calls_past_their_target_and_the_longest(memory):
    come(memory)
    memory.wait(minutes=21)
    first = serve(memory)
    come(memory)
    serve(memory)
    found = of(memory)
    assert (found.ordinary, found.ordinary_over, found.over_share) == (2, 1, 0.5)
    assert (found.longest, found.longest_s, found.longest_waits) == (first, 21 * 60, False)


def test_somebody_who_still_waits_longer_is_the_longest(memory):
    come(memory)
    serve(memory)
    ticket = come(memory)
    memory.wait(minutes=9)
    found = of(memory)
    assert (found.longest, found.longest_s, found.longest_waits) == (ticket, 540, True)


def test_a_priority_wait_is_nobodys_ordinary_one(memory):
    come(memory, "elder")
    memory.wait(minutes=30)
    assert of(memory).longest == ""


def test_the_bound_is_published_for_every_stronger_class():
    found = {one.class_name: one.later_s for one in published(a_branch())}
    assert list(found) == ["legal", "bank_error", "gold"]
    # s <= w (1 - T_j / T_k) + (h_j - h_k) T_j with w = T_k: 1200 - 300 + 0.5 * 300
    assert found["legal"] == pytest.approx(1050)


def test_strict_order_promises_nothing():
    config = replace(a_branch(), policy=a_policy(Discipline.STRICT))
    assert {one.later_s for one in published(config)} == {None}
