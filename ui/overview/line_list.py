"""Lines to read: a short word at the left, a sentence, a figure at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel

_LEFT = Type(Scale.OVERVIEW, Role.SMALL, Weight.MEDIUM)
_TEXT = Type(Scale.OVERVIEW, Role.SMALL)
_STRONG = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `tone` colours its sentence, `strong` makes it heavy."""

    left: str
    text: str
    right: str = ""
    tone: str = "ink"
    strong: bool = False


class LineList(QWidget):
    """Lines one below the other; the same labels are used again for the next lines."""

    def __init__(
        self, left_px: int = 56, parent: QWidget | None = None, *, most_lines: int = 3
    ) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._rows: list[tuple[TextLabel, TextLabel, TextLabel]] = []
        self._lines: tuple[Line, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, left_px)
        self._grid.setColumnStretch(1, 1)

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; a list of none takes no room."""
        self._lines = tuple(lines)
        while len(self._rows) < len(lines):
            self._add_row()
        for at, labels in enumerate(self._rows):
            used = at < len(lines)
            for label in labels:
                label.setVisible(used)
            if used:
                _fill(labels, lines[at])
        self.setVisible(bool(lines))

    def _add_row(self) -> None:
        left = TextLabel("", _LEFT, "ink_2")
        text = TextLabel("", _TEXT)
        text.set_wrapping(True, self._most_lines)
        right = TextLabel("", _TEXT, "ink_2")
        right.setAlignment(Qt.AlignmentFlag.AlignRight)
        at, top = len(self._rows), Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(left, at, 0, top)
        self._grid.addWidget(text, at, 1)
        self._grid.addWidget(right, at, 2, top)
        self._rows.append((left, text, right))


def _fill(labels: tuple[TextLabel, TextLabel, TextLabel], line: Line) -> None:
    left, text, right = labels
    left.setText(line.left)
    text.setText(line.text)
    text.set_tone(line.tone)
    text.set_type(_STRONG if line.strong else _TEXT)
    right.setText(line.right)
