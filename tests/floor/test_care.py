from dataclasses import replace

import pytest

from branchfloor.domain.kinds import GroundState
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_floor, asking


@pytest.fixture
def memory():
    return a_floor()


def issued(memory, **wish) -> str:
    return now(asking(memory).issue(Wish("GD", **wish))).visit_id


def care(memory, visit_id):
    return now(asking(memory).care_of(visit_id))


def test_what_helps_without_any_priority_is_kept(memory):
    visit_id = issued(memory, needs=("slower", "seated"))
    assert memory.state.visit(visit_id).class_name == "ordinary"
    assert care(memory, visit_id).needs == ("slower", "seated")


def test_what_helps_is_kept_beside_a_reason_that_is_only_a_skill(memory):
    visit_id = issued(memory, green="sign", needs=("sign_language",))
    assert care(memory, visit_id).needs == ("sign_language",)


def test_a_later_grant_does_not_hide_what_helps(memory):
    visit_id = issued(memory, green="elder", needs=("slower",))
    visit = memory.state.visit(visit_id)
    now(asking(memory).grant(visit.number, "repeat_visit", "ticket"))
    told = care(memory, visit_id)
    assert told.needs == ("slower",)
    assert {one.reason for one in told.reasons} == {"repeat_visit", "elder"}


def test_a_purged_row_is_told_as_such(memory):
    visit_id = issued(memory, green="elder", needs=("slower",))
    ground = memory.state.visit(visit_id).grounds[0]
    assert care(memory, visit_id).reason_of(ground.id) == "elder"
    memory._rows.clear()
    told = care(memory, visit_id)
    assert (told.needs, told.reason_of(ground.id)) == ((), None)
    assert ground.state is GroundState.PROVISIONAL


def test_the_state_itself_never_holds_the_reason(memory):
    visit_id = issued(memory, green="elder", needs=("slower",))
    assert "elder" not in repr(replace(memory.state.visit(visit_id)))


def test_nothing_of_a_visit_that_has_ended(memory):
    assert care(memory, "20261124-A999").needs == ()
