"""Where people sign in, the second person types their own PIN at the operator's counter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.settings import Settings
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from tests.ui.console.conftest import Place
from ui.console.door import Session
from ui.console.keys import Panel
from ui.console.screen import ConsoleScreen

K = Qt.Key
PIN, SECOND_PIN, WRONG_PIN = "507263", "918274", "640192"


@pytest.fixture
def desk(qtbot):
    """Counter 3, signed in as 0217, serves what a second person has to approve."""
    config = a_branch(
        settings=replace(Settings(), sign_in=True),
        staff=(StaffMember("0217"), StaffMember("0304")),
    )
    services = tuple(replace(s, approval=s.code == "SO") for s in config.services)
    memory, clock = MemoryFloor(replace(config, services=services), TEN), [0.0]
    operator = Floor(memory, "cli:test")
    for staff, pin in (("0217", PIN), ("0304", SECOND_PIN)):
        now(operator.set_pin(staff, pin, must_change=False))
    now(Floor(memory, "console:3").sign_in("counter:3", "0217", PIN, "one"))
    now(operator.open_counter("3", "0217"))
    own = Floor(memory, "console:3")
    screen = ConsoleScreen(own, "3", elapsed=lambda: clock[0], session=Session("one"))
    qtbot.addWidget(screen)
    made = Place(memory, operator, screen, clock)
    ticket = made.come("SO")
    now(operator.call_next("3"))
    now(operator.start(Target(ticket)))
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    QApplication.processEvents()
    made.show()
    return made


async def opened(desk):
    await desk.key(K.Key_F8)
    panel = desk.screen.panel(Panel.APPROVAL)
    assert desk.screen.page() is panel
    QTest.keyClicks(panel.staff, "0304")
    return panel


async def test_enter_goes_to_the_pin_and_then_finishes(desk):
    panel = await opened(desk)
    assert not panel.do_key.isEnabled()
    await desk.key(K.Key_Return)
    assert panel.pin.hasFocus()
    QTest.keyClicks(panel.pin, SECOND_PIN)
    await desk.key(K.Key_Return)
    assert desk.here() is None
    (record,) = desk.memory.state.records
    assert record.state.value == "done"


async def test_a_wrong_pin_is_refused_and_typed_anew(desk):
    panel = await opened(desk)
    QTest.keyClicks(panel.pin, WRONG_PIN)
    await desk.key(K.Key_Return)
    assert desk.screen.page() is panel
    assert (panel.staff.text(), panel.pin.text()) == ("0304", "")
    assert desk.said()
    assert desk.here()[1].approver is None


async def test_no_pin_is_shown_or_kept_in_the_log(desk):
    panel = await opened(desk)
    QTest.keyClicks(panel.pin, SECOND_PIN)
    assert SECOND_PIN not in panel.pin.displayText()
    await desk.key(K.Key_Return)
    assert all(SECOND_PIN not in repr(entry) for entry in desk.memory.entries)
