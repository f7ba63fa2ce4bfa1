"""One crossing of service and counter: who serves what."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Weight
from ui.theme.scale import font_px
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_hatch, draw_words, ink
from ui.widgets.pressable import Pressable


class CellMark(StrEnum):
    """Serves, backs up, may be lent, nothing, forbidden (hatched), certificate expired."""

    SERVES = "serves"
    BACKS_UP = "backs_up"
    LENDABLE = "lendable"
    EMPTY = "empty"
    FORBIDDEN = "forbidden"
    EXPIRED = "expired"


_FILL = {CellMark.SERVES: "green_soft", CellMark.FORBIDDEN: "hatch", CellMark.EXPIRED: "late_soft"}


class MatrixCell(Pressable):
    """A cell; a forbidden one cannot be pressed, and the table says why below it."""

    ring_gap_px = -3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = CellMark.EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def mark(self) -> CellMark:
        """What it shows."""
        return self._mark

    def show_cell(self, mark: CellMark) -> None:
        """Set the mark."""
        if mark is not self._mark:
            self._mark = mark
            self.setEnabled(mark is not CellMark.FORBIDDEN)
            self.update()

    def corner_radius(self) -> float:
        return 0

    def sizeHint(self) -> QSize:
        return QSize(44, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(28, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_cell(QPainter(self), QRectF(self.rect()), self._mark, pressed=self.isDown())


def draw_cell(painter: QPainter, rect: QRectF, mark: CellMark, *, pressed: bool = False) -> None:
    """Draw a mark in its cell; tables draw theirs without a widget each."""
    fill = "pressed" if pressed else _FILL.get(mark, "card")
    draw_box(painter, rect, Box(fill, "line", 1, 0))
    middle = rect.center()
    match mark:
        case CellMark.SERVES:
            painter.setBrush(ink("green"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(middle, 5, 5)
        case CellMark.BACKS_UP:
            _outline(painter, "brand")
            painter.drawEllipse(middle, 4.5, 4.5)
        case CellMark.LENDABLE:
            _outline(painter, "value")
            steps = ((0, -6), (6, 0), (0, 6), (-6, 0))
            painter.drawPolygon([middle + QPointF(x, y) for x, y in steps])
        case CellMark.FORBIDDEN:
            draw_hatch(painter, rect.adjusted(1, 1, -1, -1))
        case CellMark.EXPIRED:
            font = font_px(14, Weight.HEAVY)
            draw_words(painter, rect, Words("!", font, "late", CENTRE))
        case CellMark.EMPTY:
            pass


def _outline(painter: QPainter, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink(colour), 2))
