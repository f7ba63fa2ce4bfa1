"""The launcher in every state and language: nothing clipped, no glyph missing, all reachable."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from ui.app.language import LANGUAGES, set_language
from ui.launcher.pictures import pictures
from ui.widgets import PushKey, TextLabel

STATES = sorted(pictures())


@pytest.fixture(params=LANGUAGES)
def spoken(request, qapp):
    set_language(qapp, request.param)
    return request.param


@pytest.fixture
def shown(qtbot):
    kept = []

    def build(state):
        made = pictures()[state]()
        qtbot.addWidget(made)
        kept.append(made)
        made.show()
        QCoreApplication.processEvents()
        return made

    yield build
    kept.clear()


@pytest.mark.parametrize("state", STATES)
def test_no_text_is_clipped(spoken, shown, state):
    screen = shown(state)
    assert (screen.width(), screen.height()) == (900, 640)
    for label in screen.findChildren(TextLabel):
        if label.isVisible() and label.text() and not label.hasHeightForWidth():
            assert label.sizeHint().width() <= label.width() + 1, label.text()
        elif label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    for key in screen.findChildren(PushKey):
        if key.isVisible():
            assert key.sizeHint().width() <= key.width(), key.text()
            assert key.height() >= 38, key.text()


@pytest.mark.parametrize("state", STATES)
def test_every_character_has_a_glyph(spoken, shown, state):
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Inter", "Noto Sans SC")]
    screen = shown(state)
    for piece in [*screen.findChildren(QLabel), *screen.findChildren(QAbstractButton)]:
        missing = {c for c in piece.text() if not any(f.supportsCharacter(ord(c)) for f in fonts)}
        assert not missing - {"\n"}, piece.text()


@pytest.mark.parametrize("state", ["first", "morning"])
def test_tab_reaches_everything_and_all_has_a_name(spoken, shown, state):
    screen = shown(state)
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    wanted = {w for kind in kinds for w in screen.findChildren(kind) if w.isVisible()}
    wanted = {w for w in wanted if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached = set()
    for _ in range(len(wanted) + 3):
        QTest.keyClick(screen.focusWidget() or screen, Qt.Key.Key_Tab)
        reached.add(screen.focusWidget())
    assert wanted <= reached
    for widget in wanted:
        named = widget.accessibleName() or (
            widget.text() if isinstance(widget, QAbstractButton) else ""
        )
        assert named, widget
