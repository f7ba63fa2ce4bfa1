"""Signing in on the overview, by real clicks and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.floor.floor import Floor
from tests.builders import a_branch, a_floor, asking, now
from ui.app.tasks import settled
from ui.console.door import Session
from ui.console.gate import Gate
from ui.overview.hall.counter_facts import Deed
from ui.overview.screen import OverviewScreen

LEFT = Qt.MouseButton.LeftButton
PIN, NEW = "271828", "314159"
TOKEN = "window-a"


@pytest.fixture(scope="module")
def branch():
    """People with PINs on a floor where everybody signs in; PINs are slow to hash."""
    config = a_branch(
        staff=(
            StaffMember("m1", roles=("lobby_manager",)),
            StaffMember("b1", roles=("branch_manager",)),
            StaffMember("a1", roles=("auditor",)),
            StaffMember("t1"),
            StaffMember("n1", roles=("lobby_manager",)),
        )
    )
    config = replace(config, settings=replace(config.settings, sign_in=True))
    made = a_floor(config)
    for staff in ("m1", "b1", "a1", "t1"):
        now(asking(made).set_pin(staff, PIN, must_change=False))
    now(asking(made).set_pin("n1", PIN, must_change=True))
    now(asking(made).open_counter("1", "t1"))
    return made


@pytest.fixture
def memory(branch):
    """A floor of its own that starts like the branch."""
    made = a_floor(branch.config, branch.at)
    made.state, made._credentials = branch.state, dict(branch._credentials)
    return made


class Window:
    """One overview window."""

    def __init__(self, memory, screen, view) -> None:
        self.memory, self.screen, self._view = memory, screen, view
        self.sign, self.page = screen.sign, screen.sign.page

    async def again(self) -> None:
        await settled()
        self.screen.show_state(self._view(self.memory))
        QCoreApplication.processEvents()

    async def press(self, key) -> None:
        QTest.mouseClick(key, LEFT)
        await self.again()

    async def sign_in(self, staff: str, pin: str = PIN) -> None:
        self.page.staff.setText(staff)
        QTest.keyClicks(self.page.pin, pin)
        QTest.keyClick(self.page.pin, Qt.Key.Key_Return)
        await self.again()

    def may(self, command: str) -> bool:
        return bool(self.screen.alerts.reading.may(command))


@pytest.fixture
def window(qtbot, viewed, memory):
    made = []

    def open_(token: str = TOKEN) -> Window:
        session = Session(token)
        screen = OverviewScreen(Floor(memory, "overview:1"), least_gap_ms=0, session=session)
        qtbot.addWidget(screen)
        made.append(screen)
        screen.show()
        screen.show_state(viewed(memory))
        QCoreApplication.processEvents()
        return Window(memory, screen, viewed)

    yield open_
    made.clear()


async def test_before_signing_in_all_is_seen_and_nothing_may_be_done(window):
    w = window()
    assert w.screen.drawer.page is w.page
    assert w.sign.key.text() == "Sign in"
    assert not w.may("close")
    w.screen.hall.open_counter("1")
    keys = w.screen.hall.counter.keys
    assert keys.shown() == (Deed.PAUSE, Deed.LEND, Deed.CLOSE, Deed.FREE)
    assert not any(keys.key(deed).isEnabled() for deed in keys.shown())


async def test_number_and_pin_by_keys(window, memory):
    w = window()
    QTest.keyClicks(w.page.staff, "m1")
    QTest.keyClick(w.page.staff, Qt.Key.Key_Return)
    QTest.keyClicks(w.page.pin, PIN)
    QTest.keyClick(w.page.pin, Qt.Key.Key_Return)
    await w.again()
    session = memory.state.hall.session("overview:1")
    assert (session.staff, session.token) == ("m1", TOKEN)
    assert w.sign.key.text() == "lobby manager m1"
    assert w.screen.drawer.page is None
    assert w.may("close")


async def test_what_is_done_then_bears_the_persons_name(window, memory):
    w = window()
    await w.sign_in("m1")
    w.screen.hall.open_page("duty")
    await w.again()
    await w.press(w.screen.hall.duty.lists["opening"].rows()[0])
    assert memory.state.hall.ticks[0].by == "staff:m1"


async def test_the_pin_by_touch(window, memory):
    w = window()
    w.page.staff.setText("m1")
    w.screen.activateWindow()
    w.page.pin.setFocus()
    for digit in f"{PIN}9":
        QTest.mouseClick(w.page.pad.key(digit), LEFT)
    QTest.mouseClick(w.page.pad.back_key, LEFT)
    assert len(w.page.pin.text()) == 5
    QTest.mouseClick(w.page.pad.key(PIN[-1]), LEFT)
    await w.press(w.page.enter_key)
    assert memory.state.hall.session("overview:1").staff == "m1"
    assert min(key.height() for key in w.page.pad._keys.values()) >= 44


async def test_a_wrong_pin_is_one_sentence_and_is_typed_anew(window, memory):
    w = window()
    await w.sign_in("m1", "999990")
    assert "do not match; 4 attempts left." in w.page.message.text()
    assert w.page.pin.text() == ""
    assert memory.state.hall.session("overview:1") is None


@pytest.mark.parametrize(
    ("staff", "commands"),
    [
        ("m1", {"close", "tick", "issue", "grant"}),
        ("b1", {"close", "tick", "issue", "grant", "adopt"}),
        ("a1", set()),
    ],
)
async def test_roles_decide_what_is_enabled(window, staff, commands):
    w = window()
    await w.sign_in(staff)
    asked = ("close", "tick", "issue", "grant", "adopt", "call_next", "set_pin")
    assert {command for command in asked if w.may(command)} == commands


async def test_an_auditor_looks_only(window):
    w = window()
    await w.sign_in("a1")
    assert w.sign.key.text() == "auditor a1"
    w.screen.hall.open_counter("1")
    keys = w.screen.hall.counter.keys
    assert keys.shown()
    assert not any(keys.key(deed).isEnabled() for deed in keys.shown())


async def test_a_plain_teller_has_no_work_here(window, memory):
    w = window()
    await w.sign_in("t1")
    assert memory.state.hall.session("overview:1") is None
    assert w.page.message.text() != ""


async def test_a_first_pin_is_changed_before_anything_else(window, memory):
    w = window()
    await w.sign_in("n1")
    assert memory.state.hall.session("overview:1") is None
    assert w.page.new.isVisible()
    QTest.keyClicks(w.page.new, NEW)
    QTest.keyClicks(w.page.again, "271829")
    await w.press(w.page.enter_key)
    assert w.page.message.text() == "The two new PINs differ; type them again."
    QTest.keyClicks(w.page.new, NEW)
    QTest.keyClicks(w.page.again, NEW)
    await w.press(w.page.enter_key)
    assert memory.state.hall.session("overview:1").staff == "n1"


async def test_lock_and_unlock(window, memory):
    w = window()
    await w.sign_in("m1")
    await w.press(w.sign.key)
    await w.press(w.page.lock_key)
    assert w.sign.standing.gate is Gate.LOCKED
    assert w.sign.key.text() == "Locked · m1"
    assert not w.may("close")
    assert memory.state.hall.session("overview:1").staff == "m1", "the session stays"
    QTest.keyClicks(w.page.pin, PIN)
    await w.press(w.page.enter_key)
    assert w.sign.standing.gate is Gate.OPEN
    assert w.may("close")


async def test_idling_locks_and_a_press_puts_it_off(window, memory):
    w = window()
    await w.sign_in("m1")
    assert w.sign._idle.isActive()
    assert w.sign._idle.interval() == 5 * 60 * 1000
    w.sign._idle.start(1_000_000)
    QTest.mouseClick(w.screen.windowHandle(), LEFT, pos=QPoint(5, 1070))
    assert w.sign._idle.interval() == 5 * 60 * 1000
    w.sign._idle.timeout.emit()
    await w.again()
    assert w.sign.standing.gate is Gate.LOCKED
    assert w.screen.drawer.page is w.page
    assert not w.sign._idle.isActive()


async def test_somebody_else_takes_a_locked_place(window, memory):
    w = window()
    await w.sign_in("m1")
    w.sign.lock()
    await w.again()
    w.page.staff.setText("b1")
    QTest.keyClicks(w.page.pin, PIN)
    QTest.keyClick(w.page.pin, Qt.Key.Key_Return)
    await w.again()
    assert memory.state.hall.session("overview:1").staff == "b1"
    assert w.sign.key.text() == "branch manager b1"


async def test_another_window_says_so_and_takes_over(window, memory):
    first = window()
    await first.sign_in("m1")
    second = window("window-b")
    assert second.sign.standing.gate is Gate.ELSEWHERE
    assert not second.may("close")
    await second.press(second.sign.key)
    assert second.page.enter_key.text() == "Take over here"
    QTest.keyClicks(second.page.pin, PIN)
    await second.press(second.page.enter_key)
    assert memory.state.hall.session("overview:1").token == "window-b"
    await first.again()
    assert first.sign.standing.gate is Gate.ELSEWHERE


async def test_sign_out(window, memory):
    w = window()
    await w.sign_in("m1")
    await w.press(w.sign.key)
    await w.press(w.page.out_key)
    assert memory.state.hall.session("overview:1") is None
    assert w.sign.standing.gate is Gate.SIGN_IN


async def test_no_pin_stays_anywhere_after_signing_in(window):
    w = window()
    await w.sign_in("m1")
    assert [field.text() for field in (w.page.pin, w.page.new, w.page.again)] == ["", "", ""]
    await w.press(w.sign.key)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert w.page.pin.text() == ""


def test_where_nobody_signs_in_it_is_as_before(overview):
    screen = overview(a_floor())
    assert not screen.sign.key.isVisible()
    assert screen.drawer.page is None
    assert screen.alerts.reading.may("close")
