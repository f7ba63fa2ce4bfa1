"""A grade stands: finishing is not taken back once the customer has said how it was."""

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking


@pytest.fixture
def memory():
    return a_floor(a_branch())


@pytest.fixture
def finished(memory):
    """A ticket that was finished at counter 1 this moment."""
    floor = asking(memory)
    now(floor.open_counter("1", staff="0201"))
    ticket = now(floor.issue(Wish("GW"))).ticket
    now(floor.call_next("1"))
    now(floor.start(Target(ticket)))
    now(floor.finish(Target(ticket)))
    return ticket


def test_a_teller_cannot_wipe_a_low_grade_by_undoing_the_finish(memory, finished):
    now(asking(memory).rate(finished, 1))
    with pytest.raises(Refused) as caught:
        now(asking(memory).undo(finished))
    assert caught.value.code == "undo_touched"
    assert [record.grade for record in memory.state.records] == [1]


def test_a_finish_that_was_only_offered_a_grade_can_be_undone(memory, finished):
    now(asking(memory).offer_rating(finished))
    assert now(asking(memory).undo(finished)).state == "serving"
    now(asking(memory).finish(Target(finished)))
    assert now(asking(memory).rate(finished, 4)).grade == 4


def test_the_grade_of_an_earlier_service_does_not_hold_a_later_step(memory, finished):
    now(asking(memory).rate(finished, 1))
    memory.wait(60)
    following = now(asking(memory).issue(Wish("GW"))).ticket
    now(asking(memory).call_next("1"))
    assert now(asking(memory).undo(following)).state == "waiting"
