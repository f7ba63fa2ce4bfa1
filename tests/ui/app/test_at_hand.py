"""A console's window on the desktop: on top, in its place and form, and what it remembers."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.floor.floor import Floor
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from ui.app import language
from ui.app.at_hand import SYSTEM_KEYS, AtHand
from ui.app.options import ScreenOptions
from ui.app.remembered import Remembered, RememberedLock, mended
from ui.app.system_keys import KeyMode, Reach
from ui.app.view import View
from ui.console.keys import KEYS, Panel
from ui.console.keys_panel import KeysPanel
from ui.console.screen import HEIGHT_PX, WIDE_PX, WIDTH_PX, ConsoleScreen
from ui.theme import apply_theme

TALL = (WIDTH_PX, HEIGHT_PX)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def look(qapp):
    apply_theme(qapp, "day")
    language.set_language(qapp, "en")
    yield
    language.forget(qapp)


@pytest.fixture
def open_console(qtbot, tmp_path):
    """A settled console of counter 3 with the memory of this test's user."""

    def build(**options):
        memory = Remembered(tmp_path / "windows.ini", "3")
        floor = MemoryFloor(a_branch(), TEN)
        screen = ConsoleScreen(Floor(floor, "console:3"), "3")
        qtbot.addWidget(screen)
        hand = AtHand(screen, ScreenOptions("console", counter="3", **options), memory)
        hand.settle()
        screen.show_state(View(floor.state, floor.config, TEN))
        QApplication.processEvents()
        return screen, hand

    return build


def size(screen):
    return screen.width(), screen.height()


def fitting(usual):
    """A form's size on the display there is, which may be a small one."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    return min(usual[0], room.width()), min(usual[1], room.height())


def press(screen, key):
    QTest.keyClick(screen, key, CONTROL)
    QApplication.processEvents()


def test_it_is_on_top_and_tall_at_first(open_console):
    screen, hand = open_console()
    assert screen.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert size(screen) == fitting(TALL)
    assert hand.facts.on_top


def test_the_wide_form_is_a_key_and_is_remembered(open_console):
    screen, hand = open_console()
    press(screen, Qt.Key.Key_W)
    assert screen.is_wide()
    assert size(screen) == WIDE_PX
    hand._keep_place()
    again, _ = open_console()
    assert size(again) == fitting(WIDE_PX)
    press(again, Qt.Key.Key_W)
    assert size(again) == TALL


@pytest.mark.parametrize(("form", "expected"), [("wide", WIDE_PX), ("tall", TALL)])
def test_a_form_asked_for_wins_over_the_one_remembered(open_console, form, expected):
    _, hand = open_console(form="tall" if form == "wide" else "wide")
    hand._keep_place()
    screen, _ = open_console(form=form)
    assert size(screen) == fitting(expected)


def test_its_shape_chooses_the_form(open_console):
    screen, hand = open_console()
    screen.take_size(900, 500)
    QApplication.processEvents()
    assert screen.is_wide()
    hand._keep_place()
    assert hand.facts.wide


def test_it_comes_back_where_it_stood(open_console):
    screen, hand = open_console()
    area = screen.screen().availableGeometry()
    screen.take_size(440, 700)
    screen.move(area.right() - 470, area.bottom() - 720)
    QApplication.processEvents()
    hand._keep_place()
    again, _ = open_console()
    assert again.pos() == screen.pos()


def test_each_counter_remembers_its_own(tmp_path):
    file = tmp_path / "windows.ini"
    Remembered(file, "3").keep_place("HDMI/1", QRect(5, 6, 440, 860))
    assert Remembered(file, "3").place("HDMI/1") == QRect(5, 6, 440, 860)
    assert Remembered(file, "4").place("HDMI/1") is None
    assert Remembered(file, "3").place("HDMI/2") is None


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (QRect(2500, 100, 440, 860), QRect(1480, 100, 440, 860)),
        (QRect(-300, -50, 440, 860), QRect(0, 0, 440, 860)),
        (QRect(100, 900, 880, 420), QRect(100, 660, 880, 420)),
        (QRect(10, 10, 440, 860), QRect(10, 10, 440, 860)),
        (QRect(0, 0, 2500, 1200), QRect(0, 0, 1920, 1080)),
    ],
)
def test_a_place_off_the_display_is_mended(place, there):
    assert mended(place, [QRect(0, 0, 1920, 1080)]) == there


def test_it_is_mended_onto_the_display_that_shows_most_of_it():
    displays = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)]
    assert mended(QRect(1800, 50, 440, 860), displays) == QRect(1920, 50, 440, 860)


def test_on_top_is_switched_by_a_key_and_remembered(open_console):
    screen, hand = open_console()
    press(screen, Qt.Key.Key_T)
    assert not hand.facts.on_top
    assert not screen.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    again, _ = open_console()
    assert not again.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    asked, _ = open_console(on_top=True)
    assert asked.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_the_keys_can_be_left_to_the_window_and_the_panel_says_so(open_console):
    screen, hand = open_console()
    assert hand.facts.keys is KeyMode.SYSTEM
    press(screen, Qt.Key.Key_K)
    assert hand.facts.keys is KeyMode.MODIFIED
    press(screen, Qt.Key.Key_K)
    assert hand.facts.keys is KeyMode.WINDOW
    QTest.keyClick(screen, Qt.Key.Key_F1)
    panel = screen.shelf.panels[Panel.KEYS]
    assert isinstance(panel, KeysPanel)
    assert "The keys work in this window only." in panel.window_keys.texts()
    _, other = open_console()
    assert other.facts.keys is KeyMode.WINDOW


def test_on_wayland_it_says_plainly_that_keys_stay_in_the_window(open_console, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "wayland"))
    screen, hand = open_console()
    hand.take_keys()
    assert hand.facts.reach is Reach.WAYLAND
    assert "Wayland" in screen.page().message.text()


def test_closing_the_counter_is_not_a_key_of_the_whole_desktop():
    assert Qt.Key.Key_F12 not in SYSTEM_KEYS
    assert set(SYSTEM_KEYS) <= set(KEYS)


def test_a_lock_is_one_session_s(tmp_path):
    memory = Remembered(tmp_path / "windows.ini", "3")
    RememberedLock(memory, "one").remember(True)
    assert RememberedLock(memory, "one").locked()
    assert not RememberedLock(memory, "two").locked()
    RememberedLock(memory, "one").remember(False)
    assert not RememberedLock(memory, "one").locked()
    assert "one" not in (tmp_path / "windows.ini").read_text().splitlines()


def test_what_was_asked_for_at_the_start_is_no_habit(open_console):
    _, hand = open_console(keys="window", on_top=False)
    hand._keep_place()
    _, other = open_console()
    assert other.facts.keys is KeyMode.SYSTEM
    assert other.facts.on_top
