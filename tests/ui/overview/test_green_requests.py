import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.kinds import GroundState
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking, now
from ui.app.tasks import settled
from ui.app.view import View
from ui.widgets import ElidedLabel


@pytest.fixture
def memory():
    """A branch whose lobby manager is 0102, as the overview of these tests."""
    leads = (StaffMember("0101", ("lobby_manager",)), StaffMember("0102", ("lobby_manager",)))
    return a_floor(a_branch(staff=leads))


def come(memory, green: str = "elder") -> str:
    return now(asking(memory).issue(Wish("GD", green))).ticket


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def again(screen, memory) -> None:
    screen.show_state(View(memory.state, memory.config, memory.at))
    screen.show_now()


def test_hidden_while_nobody_asks(overview, memory):
    now(asking(memory).open_counter("1"))
    assert overview(memory).green.isHidden()


async def test_confirming_names_what_was_seen(overview, memory, qtbot):
    ticket = come(memory)
    screen = overview(memory)
    assert screen.green.ticket == ticket
    assert not screen.green.confirm_key.isEnabled()
    press(screen.green.proof_key("visible"))
    press(screen.green.confirm_key)
    await settled()
    ground = memory.state.find(ticket).grounds[0]
    assert (ground.state, ground.proof, ground.by) == (GroundState.GRANTED, "visible", "overview:1")
    assert screen.green.ticket == ticket, "it waits for the state"
    again(screen, memory)
    assert screen.green.isHidden()


async def test_revoking_takes_the_priority_away(overview, memory, qtbot):
    ticket = come(memory)
    screen = overview(memory)
    press(screen.green.revoke_key)
    await settled()
    assert memory.state.find(ticket).class_name == "ordinary"
    again(screen, memory)
    assert screen.green.isHidden()


async def test_a_refusal_is_said_in_one_sentence(overview, memory, qtbot):
    ticket = come(memory)
    screen = overview(memory)
    now(Floor(memory, "cli:test").revoke(ticket))
    press(screen.green.revoke_key)
    await settled()
    assert screen.green.message().startswith(f"Ticket {ticket} has no green-channel request")


async def test_by_keyboard(overview, memory, qtbot):
    ticket = come(memory)
    screen = overview(memory)
    QTest.keyClick(screen.green.proof_key("visible"), Qt.Key.Key_Space)
    QTest.keyClick(screen.green.confirm_key, Qt.Key.Key_Return)
    await settled()
    assert memory.state.find(ticket).grounds[0].state is GroundState.GRANTED


def test_the_oldest_request_comes_first_and_others_are_named(overview, memory):
    first = come(memory)
    memory.wait(10)
    second = come(memory)
    screen = overview(memory)
    assert screen.green.ticket == first
    press(screen.green.proof_key("visible"))
    now(asking(memory).revoke(first))
    again(screen, memory)
    assert screen.green.ticket == second
    assert not screen.green.confirm_key.isEnabled(), "what was seen belonged to another"


def test_what_was_picked_stays_through_a_new_state(overview, memory):
    come(memory)
    screen = overview(memory)
    press(screen.green.proof_key("visible"))
    now(asking(memory).issue(Wish("GD")))
    again(screen, memory)
    assert screen.green.proof_key("visible").isChecked()
    assert screen.green.confirm_key.isEnabled()


def test_a_request_that_does_not_count_yet_is_told_apart(overview, memory):
    come(memory, "military")
    screen = overview(memory)
    note = screen.green.head.findChildren(ElidedLabel)[-1]
    assert note.text().startswith("not counted yet")
