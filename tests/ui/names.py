"""Whoever cannot see a screen is told its pieces: each that takes the focus says what it is."""

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

SCREENS = ("console", "board", "overview", "rating")
"""Those that are listened to wherever they are drawn; the others have tests of their own."""

OWN_TONGUE = re.compile(r"中文|English|中")
"""What names a language is said in that language."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}[a-z]")


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


def named_wrongly(window: QWidget, language: str) -> list[str]:
    """What takes the focus of a shown window without a name, or with one in the other language."""
    QCoreApplication.processEvents()
    named = [(piece, name_of(piece)) for piece in focusable(window)]
    without = [type(piece).__name__ for piece, name in named if not name]
    return without + [name for _, name in named if foreign(name, language)]
