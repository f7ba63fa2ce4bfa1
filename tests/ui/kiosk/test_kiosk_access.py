"""What a screen reader finds: names, roles, order; and the whole kiosk by keyboard."""

import itertools

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.app.language import set_language
from ui.kiosk.comfort_pictures import comfort_pictures
from ui.kiosk.keys import in_order, place_of
from ui.kiosk.pictures import pictures
from ui.kiosk.screen import KioskScreen
from ui.widgets import Rule

pytestmark = pytest.mark.untraced  # lines of the floor that its own tests cover

PRESSED = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
STATES = [
    "home",
    "tier",
    "service",
    "pick",
    "plan",
    "assist",
    "urgent",
    "ticket",
    "visit",
    "rate",
    "grade",
    "closed",
    "trouble",
    "still-there",
]


@pytest.fixture(params=["zh_CN", "en"])
def language(request, qapp) -> str:
    set_language(qapp, request.param)
    return str(request.param)


@pytest.fixture(params=[*STATES, *sorted(comfort_pictures())])
def kiosk(request, language, qtbot) -> KioskScreen:
    screen = pictures()[request.param]()
    assert isinstance(screen, KioskScreen)
    qtbot.addWidget(screen)
    screen.resize(1080, 1920)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return screen


def chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def what_can_be_pressed_has_a_name_in_the_language_in_force(kiosk, language):
    pieces = [b for b in kiosk.findChildren(QAbstractButton) if b.isVisible()]
    assert pieces
    for piece in pieces:
        told = QAccessible.queryAccessibleInterface(piece)
        name = told.text(QAccessible.Text.Name)
        assert name.strip(), type(piece).__name__
        assert told.role() in PRESSED, type(piece).__name__
        other = {"中文", "English"}
        words = name.split(",")[0].strip()
        if words not in other and any(sign.isalpha() and len(words) > 1 for sign in words):
            assert chinese(words) is (language == "zh_CN") or words.isascii() is (
                language == "en"
            ), name


def labels_are_read_as_they_stand(kiosk):
    for label in kiosk.findChildren(QLabel):
        if label.isVisible() and label.text():
            told = QAccessible.queryAccessibleInterface(label)
            assert told.role() == QAccessible.Role.StaticText
            assert told.text(QAccessible.Text.Name).strip()


def no_picture_that_says_something_is_without_words(kiosk):
    """A leaf that paints itself has a name, or is marked as decoration beside words."""
    for piece in kiosk.findChildren(QWidget):
        leaf = not piece.findChildren(QWidget) and piece.isVisible()
        paints = type(piece).paintEvent is not QWidget.paintEvent
        if not leaf or not paints or isinstance(piece, QLabel | QAbstractButton | Rule):
            continue
        named = bool(piece.accessibleName()) or bool(piece.property("decorative"))
        assert named, type(piece).__name__


def tab_goes_the_way_the_eye_goes_and_comes_round(kiosk):
    if kiosk.idle_bar.isVisible():
        return  # any key says that somebody is there, and the question goes
    pieces = in_order(kiosk)
    at = [place_of(piece, kiosk) for piece in pieces]
    for before, after in itertools.pairwise(at):
        assert after.top() > before.top() - before.height() or after.left() > before.left()
        same_row = after.center().y() <= before.bottom() and after.top() <= before.center().y()
        assert after.left() > before.left() if same_row else after.center().y() > before.top()
    pieces[0].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    walked = []
    for _ in pieces:
        walked.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert walked == pieces
    assert QApplication.focusWidget() is pieces[0]


def the_piece_with_the_focus_is_ringed(kiosk):
    for piece in in_order(kiosk):
        piece.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
        ring = piece._ring
        assert ring is not None
        assert ring.isVisible()
        assert not piece.geometry().isEmpty()
        piece.hide_ring()


def test_it_is_found_without_eyes_and_without_a_finger(kiosk, language):
    """All at once: a page takes longer to build than to walk through."""
    what_can_be_pressed_has_a_name_in_the_language_in_force(kiosk, language)
    labels_are_read_as_they_stand(kiosk)
    no_picture_that_says_something_is_without_words(kiosk)
    the_piece_with_the_focus_is_ringed(kiosk)
    tab_goes_the_way_the_eye_goes_and_comes_round(kiosk)


async def test_arrows_go_by_rows_and_by_order(hall):
    kiosk = hall()
    home = kiosk.screen.stack.home()
    await kiosk.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is home.tile("GW")
    await kiosk.key(Qt.Key.Key_Down)
    await kiosk.key(Qt.Key.Key_Down)
    below = QApplication.focusWidget()
    assert below in (home.tile("GD"), home.tile("GT"))
    await kiosk.key(Qt.Key.Key_Up)
    await kiosk.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is home.tile("GW")
    home.tile("GD").setFocus(Qt.FocusReason.TabFocusReason)
    await kiosk.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is home.tile("GT")
    await kiosk.key(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is home.tile("GD")


async def test_enter_chooses_and_escape_goes_back(hall):
    kiosk = hall()
    kiosk.screen.stack.home().tile("GD").setFocus(Qt.FocusReason.TabFocusReason)
    await kiosk.key(Qt.Key.Key_Return)
    assert kiosk.place == "service"
    await kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.place == "home"


async def test_every_piece_of_the_home_page_is_reached_by_one_arrow(hall):
    kiosk = hall()
    pieces = in_order(kiosk.screen)
    await kiosk.key(Qt.Key.Key_Right)
    seen = {QApplication.focusWidget()}
    for _ in pieces:
        await kiosk.key(Qt.Key.Key_Right)
        seen.add(QApplication.focusWidget())
    assert seen == set(pieces)


async def test_moving_about_by_keyboard_is_being_there(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    kiosk.later(45)
    assert kiosk.screen.idle_bar.isVisible()
    await kiosk.key(Qt.Key.Key_Down)
    assert not kiosk.screen.idle_bar.isVisible()
    assert kiosk.screen.patience.left() == 60
