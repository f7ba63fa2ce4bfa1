"""Figures side by side, each with its word above it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import FigureLabel, TextLabel

_LABEL = Type(Scale.OVERVIEW, Role.SMALL)
_FIGURE = Type(Scale.OVERVIEW, Role.HEAD, Weight.BOLD)


class FigureRow(QWidget):
    """So many figures, as wide as their shares say."""

    def __init__(self, *shares: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[TextLabel, FigureLabel]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for share in shares:
            label, figure = TextLabel("", _LABEL, "ink_2"), FigureLabel("", _FIGURE)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(figure)
            row.addLayout(column, share)
            self._parts.append((label, figure))

    def show_figure(self, at: int, label: str, value: str, tone: str = "ink") -> None:
        """Set one of them."""
        name, figure = self._parts[at]
        if name.text() != label:
            name.setText(label)
        if figure.text() != value:
            figure.setText(value)
        figure.set_tone(tone)

    def value(self, at: int) -> str:
        """A figure shown."""
        return self._parts[at][1].text()
