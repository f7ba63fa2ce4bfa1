"""Every morning after: the screens of this PC, what it remembers, and what a check finds."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from branchfloor.config import parse_document
from branchfloor.floor.new_branch import NewBranch, open_branch
from branchfloor.storage.store import Store
from ui.app.tasks import settled
from ui.launcher.displays import Display
from ui.launcher.fleet import Going
from ui.launcher.screen import business_date

TWO = (Display(1, 1920, 1080), Display(2, 1080, 1920))


@pytest.fixture
def branch(tmp_path):
    store, _ = open_branch(
        str(tmp_path / "branch.db"), NewBranch("cn-default", "427913"), actor="t"
    )
    store.close()
    return tmp_path / "branch.db"


async def test_enter_opens_what_is_turned_on(launcher, branch):
    hand = launcher()
    await hand.screen.begin()
    assert hand.screen.founded
    QTest.keyClick(hand.screen, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(hand.screen, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert hand.screen.start.open_key.text() == "打开 2 个屏幕"
    await hand.press(hand.screen.start.open_key, Qt.Key.Key_Return)
    assert [words[0] for words in hand.asked] == ["console", "overview"]
    assert not hand.screen.start.open_key.isEnabled()


async def test_what_was_turned_off_stays_off_tomorrow(launcher, branch):
    hand = launcher()
    await hand.screen.begin()
    await hand.click(hand.screen.right.rows["board"].switch)
    assert launcher().screen.plan.opens == ("kiosk", "console", "overview")


async def test_the_counter_of_the_console_is_chosen_and_remembered(launcher, branch):
    hand = launcher()
    await hand.screen.begin()
    box = hand.screen.right.rows["console"].counter
    assert box.currentData() == "3"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert hand.memory.read().counter == box.currentData() != "3"
    hand.screen.open_planned()
    console = next(words for words in hand.asked if words[0] == "console")
    assert console[console.index("--counter") + 1] == box.currentData()


async def test_screens_go_to_displays_of_their_own(launcher, branch):
    hand = launcher(TWO)
    await hand.screen.begin()
    assert "1080×1920" in hand.screen.right.rows["kiosk"].where()
    hand.screen.open_planned()
    told = {words[0]: words for words in hand.asked}
    assert told["kiosk"][-4:] == ["2", "--fullscreen", "--printer", "none"]
    assert "--fullscreen" not in told["board"]


async def test_a_screen_turned_off_is_closed(launcher, branch, qtbot):
    hand = launcher()
    await hand.screen.begin(opens=True)
    assert hand.fleet.going("board") is Going.OPEN
    await hand.click(hand.screen.right.rows["board"].switch)
    qtbot.waitUntil(lambda: hand.fleet.going("board") is Going.CLOSED, timeout=10_000)
    assert hand.fleet.going("kiosk") is Going.OPEN


async def test_closing_says_once_that_the_screens_end_too(launcher, branch):
    hand = launcher()
    await hand.screen.begin(opens=True)
    first, second = QCloseEvent(), QCloseEvent()
    hand.screen.closeEvent(first)
    assert not first.isAccepted()
    assert "关闭" in hand.screen.start.message.text()
    hand.screen.closeEvent(second)
    assert second.isAccepted()


async def test_a_check_speaks_in_sentences_and_the_hall_hears_of_it(launcher, branch, monkeypatch):
    monkeypatch.setattr("branchfloor.floor.checkup.LEAST_FREE_MB", 2**40)
    hand = launcher()
    await hand.screen.begin()
    assert any("MB" in text for text in hand.screen.start.faults.texts())
    assert any("磁盘" in word for word in hand.screen.right.strip.words())
    assert fault_of(branch, "disk") == "disk_low"
    monkeypatch.setattr("branchfloor.floor.checkup.LEAST_FREE_MB", 0)
    await hand.press(hand.screen, Qt.Key.Key_F6)
    assert not any("MB" in text for text in hand.screen.start.faults.texts())
    assert fault_of(branch, "disk") is None


async def test_a_new_day_is_looked_at_by_itself(launcher, branch, monkeypatch):
    hand = launcher()
    await hand.screen.begin()
    monkeypatch.setattr("branchfloor.floor.checkup.LEAST_FREE_MB", 2**40)
    hand.screen.look_at_the_day()
    await settled()
    assert fault_of(branch, "disk") is None
    monkeypatch.setattr(
        hand.screen, "_checked_on", business_date(datetime(2026, 1, 1).astimezone())
    )
    hand.screen.look_at_the_day()
    await settled()
    assert fault_of(branch, "disk") == "disk_low"


async def test_another_branch_is_taken_only_when_there_is_one(launcher, branch, tmp_path):
    hand = launcher(database=tmp_path / "empty.db")
    await hand.screen.begin()
    await hand.click(hand.screen.foot.connect_key)
    other = hand.screen.other
    hand.type(other.path, str(tmp_path / "nothing.db"))
    await hand.press(other.path, Qt.Key.Key_Return)
    assert "nothing.db" in other.message.text()
    assert not hand.screen.founded
    hand.type(other.path, str(branch))
    await hand.press(other.path, Qt.Key.Key_Return)
    assert hand.screen.founded
    assert hand.memory.read().database == str(branch)


async def test_escape_leaves_the_choice_of_a_branch(launcher, branch):
    hand = launcher()
    await hand.screen.begin()
    await hand.click(hand.screen.foot.connect_key)
    assert hand.screen.other.isVisible()
    await hand.press(hand.screen, Qt.Key.Key_Escape)
    assert hand.screen.start.isVisible()


async def test_a_damaged_database_is_said_in_place(launcher, tmp_path):
    bad = tmp_path / "branch.db"
    bad.write_bytes(b"this is no database" * 100)
    hand = launcher()
    await hand.screen.begin()
    assert "branch.db" in hand.screen.start.message.text()
    assert not hand.screen.start.open_key.isEnabled()


async def test_the_demo_and_the_settings_are_processes_too(launcher, branch):
    hand = launcher()
    await hand.screen.begin()
    QTest.keyClick(hand.screen, Qt.Key.Key_F5)
    await hand.click(hand.screen.foot.settings_key)
    assert [words[0] for words in hand.asked] == ["demo", "settings"]
    assert "--database" not in hand.asked[0]


def fault_of(database, device):
    store = Store.open(str(database), parse=parse_document)
    try:
        fault = store.state.hall.fault(device)
        return fault.code if fault else None
    finally:
        store.close()
