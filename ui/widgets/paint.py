"""Brush strokes that the painted pieces share: hatch, tick, triangle; boxes and lines beside."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.widgets.boxes import Box, draw_box
from ui.widgets.inks import ink
from ui.widgets.lines import (
    CENTRE,
    LEFT,
    RIGHT,
    Words,
    baseline,
    draw_figures,
    draw_fitting,
    draw_words,
    pictures_of_figures,
    width_of,
)

__all__ = [
    "CENTRE",
    "LEFT",
    "RIGHT",
    "Box",
    "Words",
    "baseline",
    "draw_box",
    "draw_check",
    "draw_figures",
    "draw_fitting",
    "draw_hatch",
    "draw_triangle",
    "draw_words",
    "ink",
    "pictures_of_figures",
    "width_of",
]


def draw_hatch(painter: QPainter, rect: QRectF, step_px: float = 8) -> None:
    """Diagonal lines over a forbidden cell."""
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QPen(ink("hatch_line"), 1.2))
    offset = rect.left() - rect.height()
    while offset < rect.right():
        start = QPointF(offset, rect.bottom())
        painter.drawLine(start, QPointF(offset + rect.height(), rect.top()))
        offset += step_px
    painter.restore()


def draw_check(painter: QPainter, rect: QRectF, colour: str, width_px: float = 2) -> None:
    """A tick inside `rect`."""
    pen = QPen(ink(colour), width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    painter.drawPolyline(
        [QPointF(x + w * a, y + h * b) for a, b in ((0.2, 0.52), (0.43, 0.75), (0.82, 0.28))]
    )


def draw_triangle(painter: QPainter, rect: QRectF, colour: str) -> None:
    """The warning triangle inside `rect`."""
    path = QPainterPath(QPointF(rect.center().x(), rect.top()))
    path.lineTo(rect.bottomRight())
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    painter.fillPath(path, ink(colour))
