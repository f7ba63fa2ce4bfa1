"""Every picture of the console in both languages: nothing cut, nothing missing, keys in reach."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui import cuts
from ui.app.language import set_language
from ui.console.pictures import pictures
from ui.console.screen import HEIGHT_PX, WIDE_PX, WIDTH_PX, ConsoleScreen
from ui.theme import Role, Scale, Type, apply_theme, tokens
from ui.widgets import FocusRing, Pill, TextLabel

pytestmark = pytest.mark.untraced  # lines of the floor that its own tests cover

LEAST_PX = 38
"""Keys inside cards; all others are 44 and more."""


@pytest.fixture(params=["zh_CN", "en"])
def language(request, qapp) -> str:
    set_language(qapp, request.param)
    return str(request.param)


@pytest.fixture(params=sorted(pictures()))
def console(request, language, qtbot) -> ConsoleScreen:
    screen = pictures()[request.param]()
    assert isinstance(screen, ConsoleScreen)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def labels(screen: QWidget) -> list[TextLabel]:
    return [made for made in screen.findChildren(TextLabel) if made.isVisible() and made.text()]


def buttons(screen: QWidget) -> list[QAbstractButton]:
    return [made for made in screen.findChildren(QAbstractButton) if made.isVisible()]


def place_of(piece: QWidget, screen: QWidget) -> QRect:
    return QRect(piece.mapTo(screen, piece.rect().topLeft()), piece.size())


def it_has_its_size_with_room_to_spare(console):
    usual = WIDE_PX if console.is_wide() else (WIDTH_PX, HEIGHT_PX)
    assert (console.width(), console.height()) == usual
    least = console.minimumSizeHint()
    assert least.width() <= console.width()
    assert least.height() <= console.height()


def no_text_is_cut_or_leaves_the_screen(console, monkeypatch):
    console.grab()
    found = cuts.watch(monkeypatch)
    console.grab()
    assert found == []
    for label in labels(console):
        assert console.rect().contains(place_of(label, console)), label.text()
        if label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.height() >= label.line_px(), label.text()
            assert label.width() >= label.sizeHint().width() - 1, label.text()


def pills_have_room_for_their_words(console):
    for pill in console.findChildren(Pill):
        if pill.isVisible():
            assert pill.size() == pill.sizeHint(), pill.text()
            assert console.rect().contains(place_of(pill, console)), pill.text()


def no_two_texts_or_keys_overlap(console):
    for pieces in (labels(console), buttons(console)):
        places = [(piece.text(), place_of(piece, console)) for piece in pieces]
        for (one, here), (other, there) in combinations(places, 2):
            assert not here.intersects(there), (one, other)


def every_key_can_be_hit_and_has_a_name(console):
    for button in buttons(console):
        where = place_of(button, console)
        assert where.height() >= LEAST_PX, button.text()
        assert console.rect().contains(where), button.text()
        assert button.accessibleName() or button.text()


def every_glyph_is_there(console):
    families = Type(Scale.CONSOLE, Role.TEXT).font().families()
    fonts = [QRawFont.fromFont(QFont(family)) for family in families]
    said = [label.text() for label in console.findChildren(QLabel)]
    said += [button.text() for button in console.findChildren(QAbstractButton)]
    said += [pill.text() for pill in console.findChildren(Pill)]
    said += [field.placeholderText() for field in console.findChildren(QLineEdit)]
    for text in said:
        for sign in text:
            known = sign.isspace() or any(f.supportsCharacter(ord(sign)) for f in fonts)
            assert known, (sign, text)


def each_language_speaks_for_itself(console, language):
    known = {"#"}
    for label in labels(console):
        han = any("\u4e00" <= sign <= "\u9fff" for sign in label.text())
        words = "".join(sign for sign in label.text() if sign.isalpha() and sign.isascii())
        if language == "en":
            assert not han, label.text()
        elif len(words) > 4 and not han:
            assert words in known | {"branchdb"}, label.text()


def test_it_can_be_read_and_reached(console, language, monkeypatch):
    """All at once: a picture takes longer to make than to look at."""
    it_has_its_size_with_room_to_spare(console)
    no_text_is_cut_or_leaves_the_screen(console, monkeypatch)
    pills_have_room_for_their_words(console)
    no_two_texts_or_keys_overlap(console)
    every_key_can_be_hit_and_has_a_name(console)
    every_glyph_is_there(console)
    each_language_speaks_for_itself(console, language)


def test_every_key_is_reached_by_tab(qtbot):
    screen = pictures()["idle-undo"]()
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    QApplication.processEvents()
    wanted = {key.text() for key in buttons(screen) if key.isEnabled()}
    reached = set()
    for _ in range(len(wanted) + 2):
        QTest.keyClick(screen.focusWidget() or screen, Qt.Key.Key_Tab)
        focused = screen.focusWidget()
        if isinstance(focused, QAbstractButton):
            reached.add(focused.text())
            assert any(ring.isVisible() for ring in screen.findChildren(FocusRing))
    assert reached == wanted


def test_a_call_is_marked_by_more_than_colour(qtbot):
    screen = pictures()["called"]()
    qtbot.addWidget(screen)
    pills = [pill.text() for pill in screen.called.queue.findChildren(Pill)]
    assert {"S 特殊", "G 一般"} <= set(pills)
    assert screen.called.card.flag_texts()[0] == "绿色通道"


def test_it_follows_the_night_theme(qtbot, qapp):
    screen = pictures()["serving"]()
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    apply_theme(qapp, "night")
    try:
        image = screen.grab().toImage()
        assert image.pixelColor(4, HEIGHT_PX - 4) == tokens().colour("paper")
    finally:
        apply_theme(qapp, "day")
