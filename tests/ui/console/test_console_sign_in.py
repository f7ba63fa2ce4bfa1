"""Signing in at a console: by keyboard, with a PIN nobody sees, for one person a counter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.settings import Settings
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from tests.ui.console.conftest import Place
from ui.app.tasks import settled
from ui.console.door import Session
from ui.console.gate import Gate
from ui.console.screen import ConsoleScreen

PIN, OTHER_PIN, NEW_PIN = "507263", "918274", "640192"
F2, F8, F9, ENTER = Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def branch():
    staff = (StaffMember("0217"), StaffMember("0304"), StaffMember("0102", ("lobby_manager",)))
    return a_branch(settings=replace(Settings(), sign_in=True), staff=staff)


class Kept:
    """A lock that outlives the screen."""

    def __init__(self):
        self.on = False

    def locked(self):
        return self.on

    def remember(self, locked):
        self.on = locked


@pytest.fixture(scope="module")
def pins():
    """The credentials of the branch, hashed once: hashing is slow on purpose."""
    memory = MemoryFloor(branch(), TEN)
    operator = Floor(memory, "cli:test")
    now(operator.set_pin("0217", PIN, must_change=False))
    now(operator.set_pin("0304", OTHER_PIN))
    return memory._credentials


@pytest.fixture
def hall(qtbot, pins):
    """A branch where people sign in: 0217 with a PIN of their own, 0304 with a first one."""
    memory = MemoryFloor(branch(), TEN)
    memory._credentials = dict(pins)
    operator = Floor(memory, "cli:test")

    def console(token: str = "one", staff: str | None = None, lock: Kept | None = None) -> Place:
        clock = [0.0]
        screen = ConsoleScreen(
            Floor(memory, "console:3"),
            "3",
            staff,
            elapsed=lambda: clock[0],
            session=Session(token, lock or Kept()),
        )
        qtbot.addWidget(screen)
        made = Place(memory, operator, screen, clock)
        screen.rang.connect(made.rang.append)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        QApplication.processEvents()
        made.show()
        return made

    return console


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


async def sign_in(desk: Place, staff: str, pin: str) -> None:
    if not desk.screen.shelf.sign_in.number.text():
        write(staff)
        await desk.key(ENTER)
    write(pin)
    await desk.key(ENTER)


def gate(desk: Place) -> Gate:
    return desk.screen.doorway.door.standing.gate


async def test_number_enter_pin_enter_then_enter_opens_the_counter(hall):
    desk = hall()
    page = desk.screen.shelf.sign_in
    assert desk.screen.page() is page
    assert page.number.hasFocus()
    await sign_in(desk, "0217", PIN)
    assert desk.memory.state.hall.session("counter:3").staff == "0217"
    assert desk.screen.page() is desk.screen.closed
    assert desk.screen.closed.field.isHidden()
    await desk.key(ENTER)
    assert desk.memory.state.counter("3").staff == "0217"
    desk.come("GT")
    desk.wait(2)
    await desk.key(F9)
    assert desk.here() is not None
    assert desk.memory.entries[-1].actor == "staff:0217"


async def test_the_pin_shows_as_dots_and_stays_nowhere(hall, caplog):
    desk = hall()
    page = desk.screen.shelf.sign_in
    await sign_in(desk, "0217", "112233")
    assert page.pin.echoMode() is QLineEdit.EchoMode.Password
    assert page.pin.displayText() == ""
    assert "还可再试 4 次" in desk.said()
    assert page.pin.hasFocus()
    assert not [line for line in caplog.text.splitlines() if "112233" in line]
    assert "112233" not in repr(desk.memory.entries)


async def test_too_many_failures_lock_the_number_with_a_sentence(hall):
    desk = hall()
    for _ in range(5):
        await sign_in(desk, "0217", "112233")
    assert "已锁定 15 分钟" in desk.said()
    await sign_in(desk, "0217", PIN)
    assert "已锁定" in desk.said()
    desk.wait(15 * 60 + 1)
    await sign_in(desk, "0217", PIN)
    assert gate(desk) is Gate.OPEN


async def test_a_first_pin_is_changed_before_anything_else(hall):
    desk = hall()
    page = desk.screen.shelf.sign_in
    await sign_in(desk, "0304", OTHER_PIN)
    assert desk.memory.state.hall.session("counter:3") is None
    assert page.renewing
    assert page.again.isVisible()
    write(NEW_PIN)
    await desk.key(ENTER)
    assert page.again.hasFocus()
    write("640193")
    await desk.key(ENTER)
    assert "两次输入" in desk.said()
    for _ in range(2):
        write(NEW_PIN)
        await desk.key(ENTER)
    assert desk.memory.state.hall.session("counter:3").staff == "0304"
    assert not page.renewing


async def test_an_easy_new_pin_is_refused_in_words(hall):
    desk = hall()
    await sign_in(desk, "0304", OTHER_PIN)
    for _ in range(2):
        write("123456")
        await desk.key(ENTER)
    assert "123456" in desk.said()
    assert desk.screen.shelf.sign_in.renewing
    await desk.key(Qt.Key.Key_Escape)
    assert not desk.screen.shelf.sign_in.renewing
    assert desk.memory.state.hall.session("counter:3") is None


async def opened(desk: Place) -> None:
    await sign_in(desk, "0217", PIN)
    await desk.key(ENTER)
    assert desk.screen.page() is desk.screen.idle


async def test_left_alone_it_locks_and_the_pin_unlocks(hall):
    desk = hall()
    await opened(desk)
    desk.wait(5 * 60 - 1)
    assert gate(desk) is Gate.OPEN
    desk.wait(1)
    assert gate(desk) is Gate.LOCKED
    assert desk.screen.page() is desk.screen.shelf.sign_in
    assert desk.screen.shelf.sign_in.pin.hasFocus()
    await sign_in(desk, "0217", PIN)
    assert gate(desk) is Gate.OPEN
    assert desk.screen.page() is desk.screen.idle


async def test_every_press_puts_the_lock_off(hall):
    desk = hall()
    await opened(desk)
    desk.wait(5 * 60 - 1)
    QTest.mouseClick(desk.screen.idle.queue, Qt.MouseButton.LeftButton)
    desk.wait(5 * 60 - 1)
    desk.screen.press(Qt.Key.Key_F6)
    desk.wait(5 * 60 - 1)
    assert gate(desk) is Gate.OPEN


async def test_a_locked_console_takes_no_key_from_anywhere(hall):
    desk = hall()
    await opened(desk)
    desk.come("GT")
    desk.wait(5 * 60)
    assert gate(desk) is Gate.LOCKED
    desk.screen.press(F9)
    await desk.key(F9)
    await desk.undo()
    assert desk.here() is None


async def test_nobody_is_locked_out_during_a_service(hall):
    desk = hall()
    await opened(desk)
    desk.come("GT")
    desk.wait(2)
    await desk.key(F9)
    desk.wait(3600)
    assert gate(desk) is Gate.OPEN
    await desk.key(F2)
    desk.wait(3600)
    assert gate(desk) is Gate.OPEN
    await desk.key(F8)
    assert gate(desk) is Gate.OPEN
    desk.wait(5 * 60)
    assert gate(desk) is Gate.LOCKED


async def test_ending_the_process_opens_no_lock(hall):
    kept = Kept()
    desk = hall(lock=kept)
    await opened(desk)
    desk.wait(5 * 60)
    assert kept.on
    again = hall(lock=kept)
    assert gate(again) is Gate.LOCKED


async def test_a_killed_console_comes_back_signed_in_where_it_was(hall):
    desk = hall()
    await opened(desk)
    desk.come("GT")
    desk.wait(2)
    await desk.key(F9)
    await desk.key(F2)
    again = hall("one")
    await settled()  # it asks what helps its customer; a loop does not end with a question open
    assert gate(again) is Gate.OPEN
    assert again.screen.page() is again.screen.serving


async def test_a_second_console_shows_who_uses_it_and_takes_over_by_their_pin(hall):
    first = hall("one")
    await opened(first)
    second = hall("two")
    assert gate(second) is Gate.ELSEWHERE
    await sign_in(second, "0217", "112233")
    assert gate(second) is Gate.ELSEWHERE
    await sign_in(second, "0217", PIN)
    assert gate(second) is Gate.OPEN
    assert second.screen.page() is second.screen.idle
    first.show()
    assert gate(first) is Gate.ELSEWHERE


async def test_freed_by_the_manager_it_asks_to_sign_in_at_once(hall):
    desk = hall()
    await opened(desk)
    now(Floor(desk.memory, "staff:0102").free_counter("3"))
    desk.show()
    assert gate(desk) is Gate.SIGN_IN
    assert desk.screen.page() is desk.screen.shelf.sign_in


async def test_ctrl_o_signs_out_and_closes_the_counter_but_not_before_the_customer(hall):
    desk = hall()
    await opened(desk)
    desk.come("GT")
    desk.wait(2)
    await desk.key(F9)
    await desk.key(Qt.Key.Key_O, modifier=CONTROL)
    assert gate(desk) is Gate.OPEN
    assert "请先办完" in desk.said()
    now(desk.floor.start(Target(desk.here()[0].number)))
    now(desk.floor.finish(Target(desk.here()[0].number)))
    desk.show()
    await desk.key(Qt.Key.Key_O, modifier=CONTROL)
    assert gate(desk) is Gate.SIGN_IN
    assert desk.memory.state.counter("3").status.value == "closed"


async def test_ctrl_l_locks_at_once_and_somebody_else_may_relieve_a_closed_counter(hall):
    desk = hall()
    await sign_in(desk, "0217", PIN)
    await desk.key(Qt.Key.Key_L, modifier=CONTROL)
    assert gate(desk) is Gate.LOCKED
    page = desk.screen.shelf.sign_in
    page.number.setText("0304")
    now(desk.floor.set_pin("0304", NEW_PIN, must_change=False))
    await sign_in(desk, "0304", NEW_PIN)
    assert desk.memory.state.hall.session("counter:3").staff == "0304"
    assert gate(desk) is Gate.OPEN


async def test_an_open_counter_is_not_taken_from_who_locked_it(hall):
    desk = hall()
    await opened(desk)
    await desk.key(Qt.Key.Key_L, modifier=CONTROL)
    now(desk.floor.set_pin("0304", NEW_PIN, must_change=False))
    desk.screen.shelf.sign_in.number.setText("0304")
    await sign_in(desk, "0304", NEW_PIN)
    assert "大堂经理" in desk.said()
    assert desk.memory.state.hall.session("counter:3").staff == "0217"
    assert gate(desk) is Gate.LOCKED


async def test_still_signed_in_elsewhere_the_next_try_takes_over(hall):
    desk = hall()
    now(Floor(desk.memory, "console:1").sign_in("counter:1", "0217", PIN, "other"))
    desk.show()
    await sign_in(desk, "0217", PIN)
    assert desk.screen.shelf.sign_in.taking_over
    await sign_in(desk, "0217", PIN)
    assert gate(desk) is Gate.OPEN
    assert desk.memory.state.hall.session("counter:1") is None


async def test_closing_the_window_signs_out(hall):
    desk = hall()
    await opened(desk)
    await desk.screen.doorway.door.sign_off()
    assert desk.memory.state.hall.session("counter:3") is None


async def test_where_nobody_signs_in_all_is_as_before(place):
    desk = place()
    assert gate(desk) is Gate.OPEN
    assert desk.screen.page() is desk.screen.idle
    desk.wait(3600)
    assert gate(desk) is Gate.OPEN
    await settled()
