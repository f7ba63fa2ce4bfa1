"""The foot: a quiet sentence and the branch clock."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import ElidedLabel, TextLabel

_TYPE = Type(Scale.KIOSK, Role.TEXT, times=0.93)


class Foot(QWidget):
    """One line along the bottom of every page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", _TYPE, "ink_2")
        self._clock = TextLabel("", _TYPE, "ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 24, 56, 36)
        row.setSpacing(24)
        row.addWidget(self._words, 1)
        row.addWidget(self._clock)

    def say(self, words: str) -> None:
        """The sentence on the left."""
        self._words.setText(words)

    def show_clock(self, text: str) -> None:
        """Date and time on the right."""
        self._clock.setText(text)
