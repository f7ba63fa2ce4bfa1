"""What the marks of the matrix mean."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import CellMark, TextLabel
from ui.widgets.matrix_cell import draw_cell

_SMALL = Type(Scale.OVERVIEW, Role.SMALL)


class _Sample(QWidget):
    def __init__(self, mark: CellMark) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(QSize(28, 22))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_cell(QPainter(self), QRectF(self.rect()), self._mark)


class Legend(QWidget):
    """One row of samples with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[CellMark, TextLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for mark in CellMark:
            label = TextLabel("", _SMALL, "ink_2")
            self._labels[mark] = label
            row.addWidget(_Sample(mark))
            row.addWidget(label)
            row.addSpacing(12)
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """The words in the language in force."""
        words = {
            CellMark.SERVES: self.tr("serves"),
            CellMark.BACKS_UP: self.tr("backs up"),
            CellMark.LENDABLE: self.tr("may be lent (never cash)"),
            CellMark.EMPTY: self.tr("nothing yet"),
            CellMark.FORBIDDEN: self.tr("not allowed"),
            CellMark.EXPIRED: self.tr("stands there, may not"),
        }
        for mark, label in self._labels.items():
            label.setText(words[mark])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
