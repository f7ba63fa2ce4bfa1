"""Every picture of the board in both languages: nothing clipped, no missing glyph, big enough."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QRawFont
from PySide6.QtWidgets import QLabel, QWidget

from ui.app.language import set_language
from ui.board.call_view import CallView
from ui.board.pictures import pictures
from ui.board.pieces import FittedLabel, NumberBox
from ui.theme import apply_theme, load_tokens
from ui.theme.contrast import contrast
from ui.widgets import TextLabel

STATES = sorted(pictures())
MM_PER_PX = 952 / 1920
"""Of a panel of 43 inches."""


@pytest.fixture(params=["zh_CN", "en"])
def language(request, qapp) -> str:
    set_language(qapp, request.param)
    return str(request.param)


@pytest.fixture(params=STATES)
def board(request, language, qtbot) -> QWidget:
    screen = pictures()[request.param]()
    qtbot.addWidget(screen)
    screen.resize(1920, 1080)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def labels(screen: QWidget) -> list[QLabel]:
    return [label for label in screen.findChildren(QLabel) if label.isVisible() and label.text()]


def it_keeps_its_size(board) -> None:
    assert (board.width(), board.height()) == (1920, 1080)
    assert board.minimumSizeHint().height() <= 1080
    assert board.minimumSizeHint().width() <= 1920


def no_text_is_clipped_or_leaves_the_screen(board) -> None:
    everything = QRect(0, 0, 1920, 1080)
    for label in labels(board):
        where = QRect(label.mapTo(board, label.rect().topLeft()), label.size())
        assert everything.contains(where), label.text()
        if isinstance(label, FittedLabel):
            assert label.shown_width() <= label.width(), label.text()
            assert label.fitted_px() >= 24, label.text()
        elif label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            continue
        else:
            assert label.width() >= label.sizeHint().width(), label.text()
        assert label.height() >= label.sizeHint().height(), label.text()


def no_two_texts_overlap(board) -> None:
    places = [
        (label, QRect(label.mapTo(board, label.rect().topLeft()), label.size()))
        for label in labels(board)
    ]
    for at, (one, here) in enumerate(places):
        for other, there in places[at + 1 :]:
            assert not here.intersects(there), (one.text(), other.text())


def every_glyph_is_there(board) -> None:
    fonts = {}
    for label in labels(board):
        font = label.type().font() if isinstance(label, TextLabel) else label.font()
        families = tuple(font.families())
        if families not in fonts:
            fonts[families] = [QRawFont.fromFont(_one(font, family)) for family in families]
        for sign in label.text():
            assert any(raw.supportsCharacter(ord(sign)) for raw in fonts[families]), sign


def _one(font, family):
    alone = type(font)(font)
    alone.setFamilies([family])
    return alone


def a_call_is_readable_across_the_hall(board) -> None:
    for view in board.findChildren(CallView):
        if view.isVisible():
            assert view._number.fitted_px() * MM_PER_PX >= 98, view._number.text()


def boxes_hold_their_numbers(board) -> None:
    for box in board.findChildren(NumberBox):
        if box.isVisible():
            wide = QFontMetricsF(box._number_font()).horizontalAdvance(box.text())
            assert wide <= box.width() - 8, box.text()


CHECKS = (
    it_keeps_its_size,
    no_text_is_clipped_or_leaves_the_screen,
    no_two_texts_overlap,
    every_glyph_is_there,
    a_call_is_readable_across_the_hall,
    boxes_hold_their_numbers,
)


def test_every_picture_holds(board) -> None:
    for check in CHECKS:
        check(board)


@pytest.mark.parametrize("theme", ["day", "night"])
def test_words_stand_out_from_every_ground(theme: str) -> None:
    tokens = load_tokens(theme)
    for ground in ("board", "board_now", "board_foot"):
        for tone in ("board_ink", "board_ink_2", "bar_line", "special_inv"):
            ratio = contrast(getattr(tokens, tone), getattr(tokens, ground))
            assert ratio >= 4.5, (tone, ground)


def test_the_board_is_dark_in_either_theme(qapp, qtbot) -> None:
    images = []
    # The very first picture of a process draws its glyphs a shade differently: it is not compared.
    for theme in ("day", "day", "night"):
        apply_theme(qapp, theme)
        screen = pictures()["two"]()
        qtbot.addWidget(screen)
        screen.resize(1920, 1080)
        screen.show()
        images.append(screen.grab().toImage())
    assert images[1] == images[2]
