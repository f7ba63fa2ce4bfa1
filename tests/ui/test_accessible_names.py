"""Whoever cannot see a screen is told its pieces: each that takes the focus says what it is."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ui.app.language import LANGUAGES, forget, set_language
from ui.theme import apply_theme

SCREENS = ("console", "board", "overview", "rating")

OWN_TONGUE = re.compile(r"中文|English|中")
"""What names a language is said in that language."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}[a-z]")


def states() -> list[tuple[str, str]]:
    """Every picture of every screen, by screen and state."""
    return [
        (screen, state)
        for screen in SCREENS
        for state in import_module(f"ui.{screen}.pictures").pictures()
    ]


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication) -> Iterator[str]:
    apply_theme(qapp, "day")
    set_language(qapp, request.param)
    yield str(request.param)
    forget(qapp)
    apply_theme(qapp, "day")


def focusable(window: QWidget) -> list[QWidget]:
    """The window and its visible pieces that can have the focus."""
    pieces = [window, *window.findChildren(QWidget)]
    return [
        piece
        for piece in pieces
        if piece.isVisible() and piece.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def name_of(piece: QWidget) -> str:
    """What a screen reader says of it."""
    told = QAccessible.queryAccessibleInterface(piece)
    return told.text(QAccessible.Text.Name).strip()


def foreign(name: str, language: str) -> bool:
    """Whether a name is said in the other language only."""
    rest = OWN_TONGUE.sub("", name)
    if language == "en":
        return bool(CHINESE.search(rest))
    return bool(ENGLISH.search(rest)) and not CHINESE.search(rest)


@pytest.mark.parametrize(("screen", "state"), states())
def test_whatever_takes_the_focus_has_a_name_in_the_language_in_force(
    qapp, language, screen, state
):
    window = import_module(f"ui.{screen}.pictures").pictures()[state]()
    window.show()
    QCoreApplication.processEvents()
    try:
        named = [(piece, name_of(piece)) for piece in focusable(window)]
        told = {type(piece).__name__ for piece, name in named if not name}
        assert not told, "without a name"
        assert not [name for _, name in named if foreign(name, language)]
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
