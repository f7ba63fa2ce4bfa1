"""A part of a drawer's page under its own small heading."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel

_HEAD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)


class Section(QWidget):
    """A heading, a sentence for when there is nothing, and whatever it holds."""

    def __init__(self, *parts: QWidget, gap_px: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = TextLabel("", _HEAD, "ink_2")
        self._note = TextLabel("", _NOTE, "ink_2")
        self._note.set_wrapping(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap_px)
        column.addWidget(self._head)
        column.addWidget(self._note)
        for part in parts:
            column.addWidget(part)

    def show_head(self, title: str, note: str = "") -> None:
        """Set the heading and the sentence under it; "" hides the sentence."""
        self._head.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def note(self) -> str:
        """The sentence shown."""
        return self._note.text()
