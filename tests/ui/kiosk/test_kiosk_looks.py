"""Every picture of the kiosk in both languages: nothing cut, nothing missing, fingers fit."""

from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui import cuts
from ui.app.language import set_language
from ui.kiosk.journey import Place
from ui.kiosk.moments import calm
from ui.kiosk.pictures import pictures
from ui.kiosk.screen import KioskScreen
from ui.theme import Scale, Type, apply_theme, tokens
from ui.widgets import TextLabel

pytestmark = pytest.mark.untraced  # lines of the floor that its own tests cover

W = TypeVar("W", TextLabel, QAbstractButton)
SCREEN = QRect(0, 0, 1080, 1920)
LEAST_PX = 80


@pytest.fixture(params=["zh_CN", "en"])
def language(request, qapp) -> str:
    set_language(qapp, request.param)
    return str(request.param)


@pytest.fixture(params=sorted(pictures()))
def kiosk(request, language, qtbot) -> KioskScreen:
    screen = pictures()[request.param]()
    assert isinstance(screen, KioskScreen)
    qtbot.addWidget(screen)
    screen.resize(1080, 1920)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def labels(screen: QWidget) -> list[TextLabel]:
    return [made for made in screen.findChildren(TextLabel) if made.isVisible() and made.text()]


def buttons(screen: QWidget) -> list[QAbstractButton]:
    return [made for made in screen.findChildren(QAbstractButton) if made.isVisible()]


def place_of(piece: QWidget, screen: QWidget) -> QRect:
    return QRect(piece.mapTo(screen, piece.rect().topLeft()), piece.size())


def seen(pieces: list[W], screen: KioskScreen) -> Iterator[tuple[W, QRect]]:
    """Pieces with their places; what the idle bar lies over is left out."""
    bar = screen.idle_bar if screen.idle_bar.isVisible() else screen.guide_bar
    covered = bar.geometry() if bar.isVisible() else QRect()
    for piece in pieces:
        where = place_of(piece, screen)
        if bar.isAncestorOf(piece) or not covered.contains(where):
            yield piece, where


def it_fits_the_screen(kiosk):
    assert (kiosk.width(), kiosk.height()) == (1080, 1920)
    page = kiosk.stack.current()
    least = page.minimumSizeHint()
    assert page.size() == kiosk.stack.size()
    assert least.width() <= page.width()
    assert max(least.height(), page.heightForWidth(page.width())) <= page.height()


def no_text_is_cut_or_leaves_the_screen(kiosk, monkeypatch):
    kiosk.grab()  # lays out pages behind as well, at sizes nobody sees
    found = cuts.watch(monkeypatch)
    kiosk.grab()
    assert found == []
    for label, where in seen(labels(kiosk), kiosk):
        assert SCREEN.contains(where), label.text()
        if label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.height() >= label.line_px(), label.text()
            assert label.width() >= label.sizeHint().width() - 1, label.text()


def no_two_texts_or_targets_overlap(kiosk):
    texts = [(label.text(), where) for label, where in seen(labels(kiosk), kiosk)]
    targets = [(button.text(), where) for button, where in seen(buttons(kiosk), kiosk)]
    for pieces in (texts, targets):
        for (one, here), (other, there) in combinations(pieces, 2):
            assert not here.intersects(there), (one, other)


def every_target_fits_a_finger_and_has_a_name(kiosk):
    for button, where in seen(buttons(kiosk), kiosk):
        assert where.height() >= LEAST_PX, button.text()
        assert where.width() >= LEAST_PX, button.text()
        assert SCREEN.contains(where), button.text()
        assert button.accessibleName() or button.text(), type(button).__name__


def every_glyph_is_there(kiosk):
    fonts: dict[str, list[QRawFont]] = {}
    said = [label.text() for label in kiosk.findChildren(QLabel)]
    said += [button.text() + button.accessibleName() for button in buttons(kiosk)]
    families = Type(Scale.KIOSK, next(iter(labels(kiosk))).type().role).font().families()
    fonts["all"] = [QRawFont.fromFont(QFont(family)) for family in families]
    for text in said:
        for sign in text:
            known = sign.isspace() or any(f.supportsCharacter(ord(sign)) for f in fonts["all"])
            assert known, (sign, text)


def no_public_page_names_a_class_or_a_person(kiosk):
    text = " ".join(label.text() for label in labels(kiosk)).lower()
    for word in ("diamond", "platinum", "gold", "private bank", "钻石", "白金", "黄金", "私行"):
        assert word not in text


def test_it_can_be_read_and_touched(kiosk, monkeypatch):
    """All at once: a picture takes longer to make than to look at."""
    it_fits_the_screen(kiosk)
    no_text_is_cut_or_leaves_the_screen(kiosk, monkeypatch)
    no_two_texts_or_targets_overlap(kiosk)
    every_target_fits_a_finger_and_has_a_name(kiosk)
    every_glyph_is_there(kiosk)
    no_public_page_names_a_class_or_a_person(kiosk)


def test_chinese_speaks_chinese_and_english_english(qtbot, qapp):
    set_language(qapp, "en")
    screen = calm().show()
    qtbot.addWidget(screen)
    titles = {}
    for language in ("zh_CN", "en"):
        set_language(qapp, language)
        for place in (Place.HOME, Place.ASSIST, Place.CLOSED, Place.TROUBLE, Place.URGENT):
            page = screen.stack.page(place)
            assert screen._scene is not None
            said = page.said(screen._scene)
            titles[language, place] = said.title
            assert said.title != said.subtitle
            assert any("\u4e00" <= c <= "\u9fff" for c in said.title) is (language == "zh_CN")
    assert len(set(titles.values())) == len(titles)


def test_it_is_readable_in_the_night_theme_too(qtbot, qapp, share):
    screen = calm().show()
    qtbot.addWidget(screen)
    apply_theme(qapp, "night")
    try:
        image = screen.grab().toImage()
        assert share(image, "paper") > 0.1
    finally:
        apply_theme(qapp, "day")
    assert tokens().name == "day"


def test_a_focus_ring_is_seen_around_a_tile(qtbot, share):
    screen = calm().show()
    qtbot.addWidget(screen)
    before = share(screen.grab().toImage(), "focus")
    screen.stack.home().tile("GW").show_ring()
    assert share(screen.grab().toImage(), "focus") > before
