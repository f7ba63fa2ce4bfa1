import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ui.theme import Scale
from ui.widgets import AlertRow, Chip, ChipFace, CounterCard, KioskButton, MatrixCell, PushKey, Tile
from ui.widgets.pressable import Pressable


def a_tile() -> Tile:
    tile = Tile()
    tile.show_service("缴费", "Bills")
    tile.show_wait("6–10 分", "前面 3 人")
    return tile


def a_chip() -> Chip:
    chip = Chip()
    chip.show_ticket(ChipFace("A048 14:50"))
    return chip


PIECES = {
    "tile": a_tile,
    "kiosk button": lambda: KioskButton("返回"),
    "push key": lambda: PushKey("重呼", "F6"),
    "main key": lambda: PushKey("呼叫下一位", "F9", main=True),
    "counter card": CounterCard,
    "chip": a_chip,
    "alert row": AlertRow,
    "matrix cell": MatrixCell,
}
SERIOUS = ("tile", "kiosk button", "push key", "main key")


@pytest.fixture(params=PIECES)
def piece(request) -> Pressable:
    return PIECES[request.param]()


def picture(piece: Pressable) -> QImage:
    return piece.grab().toImage()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_presses_it(qtbot, stage, piece, key):
    stage(piece)
    with qtbot.waitSignal(piece.clicked):
        qtbot.keyClick(piece, key)


def test_keyboard_focus_draws_a_ring_around_it(qtbot, stage, piece, share):
    window = stage(PushKey("first"), piece)
    window.layout().itemAt(0).widget().setFocus(Qt.FocusReason.MouseFocusReason)
    before = share(window.grab().toImage(), "focus")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is piece
    assert share(window.grab().toImage(), "focus") > before + 0.002
    qtbot.keyClick(piece, Qt.Key.Key_Backtab)
    piece.hide_ring()


def test_a_finger_leaves_no_ring(qtbot, stage, piece, share):
    window = stage(piece)
    qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)
    assert window.findChildren(type(piece))
    assert piece.hasFocus()
    assert not [child for child in window.children() if type(child).__name__ == "FocusRing"]


def test_the_focus_a_new_window_hands_out_draws_no_ring(stage, piece):
    window = stage(piece)
    assert not [child for child in window.children() if type(child).__name__ == "FocusRing"]


def test_a_ring_dies_with_its_piece(qtbot, stage):
    key = PushKey("重呼")
    window = stage(key)
    key.show_ring()
    key.setParent(None)
    key.deleteLater()
    qtbot.waitUntil(lambda: not [c for c in window.children() if type(c).__name__ == "FocusRing"])


def test_pressed_looks_pressed(stage, piece):
    stage(piece)
    before = picture(piece)
    piece.setDown(True)
    assert picture(piece) != before


@pytest.mark.parametrize("name", SERIOUS)
def test_disabled_looks_disabled_and_takes_no_press(qtbot, stage, name):
    piece = PIECES[name]()
    stage(piece)
    before, size = picture(piece), piece.size()
    piece.setEnabled(False)
    assert picture(piece) != before
    assert piece.size() == size
    with qtbot.assertNotEmitted(piece.clicked):
        qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)
        piece.click()


@pytest.mark.parametrize("name", SERIOUS)
def test_busy_takes_no_second_press_at_once_and_shows_it_a_little_later(qtbot, stage, name):
    piece = PIECES[name]()
    stage(piece)
    before, size = picture(piece), piece.size()
    piece.set_busy(True)
    assert not piece.shows_busy()
    with qtbot.assertNotEmitted(piece.clicked):
        qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)
        qtbot.keyClick(piece, Qt.Key.Key_Return)
        qtbot.keyClick(piece, Qt.Key.Key_Space)
        piece.click()
    qtbot.waitUntil(piece.shows_busy)
    assert picture(piece) != before
    assert piece.size() == size
    piece.set_busy(False)
    assert picture(piece) == before
    with qtbot.waitSignal(piece.clicked):
        piece.click()


@pytest.mark.parametrize("name", ["kiosk button", "push key"])
def test_trouble_shows_and_can_be_pressed(qtbot, stage, name, share):
    piece = PIECES[name]()
    stage(piece)
    piece.set_trouble(True)
    assert share(picture(piece), "late") > 0
    with qtbot.waitSignal(piece.clicked):
        qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("make", "least_px"),
    [
        (lambda: KioskButton("返回"), 84),
        (a_tile, 84),
        (lambda: Tile(Scale.ELDER), 84),
        (lambda: PushKey("重呼"), 44),
        (lambda: PushKey("呼叫", main=True), 60),
    ],
)
def test_targets_are_high_enough(qapp, make, least_px):
    piece = make()
    assert piece.minimumSizeHint().height() >= least_px
    assert piece.sizeHint().height() >= least_px
