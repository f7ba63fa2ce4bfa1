"""Nothing clipped, no glyph missing, in every state, language and theme."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from ui.app.language import LANGUAGES, set_language
from ui.settings.pictures import PAGE_KEYS, SMALL_PX, pictures
from ui.theme import Target, apply_theme, tokens
from ui.widgets import ElidedLabel, PushKey, TextLabel

pytestmark = pytest.mark.untraced  # lines of the floor that its own tests cover

STATES = sorted(set(pictures()) - {"night"})


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication):
    set_language(qapp, request.param)
    return request.param


@pytest.fixture
def screen(qtbot):
    kept = []

    def build(state: str):
        made = pictures()[state]()
        qtbot.addWidget(made, before_close_func=_without_asking)
        kept.append(made)
        made.show()
        QCoreApplication.processEvents()
        return made

    yield build
    kept.clear()


def _without_asking(screen) -> None:
    screen._leaving = True


def test_every_page_has_its_picture():
    assert set(PAGE_KEYS) <= set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_clipped_and_no_glyph_is_missing(language, screen, state):
    shown = screen(state)
    size = SMALL_PX if state.startswith("small-") else (1920, 1080)
    assert (shown.width(), shown.height()) == size
    for label in shown.findChildren(TextLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue
        if label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
        else:
            assert label.sizeHint().width() <= label.width() + 1, label.text()
            assert label.height() >= label.line_px(), label.text()
    for key in shown.findChildren(PushKey):
        if key.isVisible():
            assert key.sizeHint().width() <= key.width(), key.text()
            assert key.height() >= int(Target.OVERVIEW_SMALL), key.text()
    for line in shown.findChildren(QLineEdit):
        assert not line.isVisible() or line.height() >= int(Target.OVERVIEW_SMALL)
    _assert_glyphs(shown)


def _assert_glyphs(shown) -> None:
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Inter", "Noto Sans SC")]
    for piece in (*shown.findChildren(QLabel), *shown.findChildren(QAbstractButton)):
        text = piece.text()
        missing = {c for c in text if not any(f.supportsCharacter(ord(c)) for f in fonts)}
        assert not missing - {"\n"}, text


def test_the_matrix_is_seen_whole(language, screen):
    shown = screen("catalogue")
    table = shown.page().table
    assert not table.horizontalScrollBar().isVisible()
    assert not table.verticalScrollBar().isVisible()


def test_on_a_small_window_every_counter_is_seen_and_services_scroll(language, screen):
    table = screen("small-catalogue").page().table
    assert not table.horizontalScrollBar().isVisible()
    assert table.verticalScrollBar().isVisible()


def test_night_is_drawn_in_its_own_colours(screen, qapp):
    apply_theme(qapp, "night")
    picture = screen("catalogue").grab().toImage()
    assert picture.pixelColor(960, 10) == tokens().colour("brand_deep")
    assert picture.pixelColor(100, 1000) == tokens().colour("card")
