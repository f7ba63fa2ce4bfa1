"""A note goes along with a transfer, is read where the ticket comes to, and never gets personal."""

import json

import pytest

from branchfloor.domain.codec import encode
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from tests.builders import a_floor, asking

TEXT = "已核对材料，只差签字"


@pytest.fixture
def memory():
    return a_floor()


@pytest.fixture
def served(memory):
    """A ticket that is served at counter 3."""
    floor = asking(memory)
    now(floor.open_counter("3", "0217"))
    now(floor.open_counter("1", "0101"))
    issued = now(floor.issue(Wish("GT")))
    now(floor.call_next("3"))
    now(floor.start(Target(issued.ticket)))
    return issued


def sent(memory, ticket, **to):
    return now(asking(memory).transfer(Target(ticket), Destination(**to)))


def note(memory, visit_id):
    return now(asking(memory).note_of(visit_id))


def test_the_next_counter_reads_what_the_last_one_left(memory, served):
    sent(memory, served.ticket, counter="1", note=TEXT)
    now(asking(memory).call_next("1"))
    assert note(memory, served.visit_id) == TEXT


def test_the_log_names_the_row_and_never_the_words(memory, served):
    sent(memory, served.ticket, service="SO", note=TEXT)
    log = json.dumps([encode(e.event) for e in memory.entries], ensure_ascii=False, default=str)
    assert TEXT not in log
    assert f"{served.visit_id}/n" in log


def test_a_later_transfer_without_a_note_takes_none_along(memory, served):
    sent(memory, served.ticket, counter="1", note=TEXT)
    now(asking(memory).call_next("1"))
    now(asking(memory).start(Target(served.ticket)))
    sent(memory, served.ticket, service="SO")
    assert note(memory, served.visit_id) == ""


def test_taking_a_transfer_back_takes_its_note_back(memory, served):
    sent(memory, served.ticket, service="SO", note=TEXT)
    now(asking(memory).undo(served.ticket))
    assert note(memory, served.visit_id) == ""


def test_a_visit_without_note_or_that_has_ended_has_none(memory, served):
    assert note(memory, served.visit_id) == ""
    assert note(memory, "20260101-X001") == ""


@pytest.mark.parametrize(
    "text",
    [
        "电话 13812345678",
        "身份证110105199003078888",
        "卡号 6222 0200 0000 1234 567",
        "请问张先生",
        "Call Mr. Wang back",
        "zhang@example.com",
    ],
)
def test_a_personal_note_is_refused_and_nothing_moves(memory, served, text):
    with pytest.raises(Refused) as refused:
        sent(memory, served.ticket, service="SO", note=text)
    assert refused.value.code == "note_personal"
    visit = memory.state.find(served.ticket)
    assert visit.legs[0].state is LegState.SERVING
