"""Brush strokes that the painted pieces share: boxes, dashes, one baseline for mixed scripts."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from ui.theme import tokens

_DASH = (4.0, 3.0)
_LARGEST_KEPT_PX = 60_000
"""Boxes of up to so many pixels are kept as pictures: a counter's card, not a panel."""
_UPRIGHT = (QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate)

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


def ink(colour: str) -> QColor:
    """A colour given as a token name or as "#RRGGBB"."""
    return QColor(colour) if colour.startswith("#") else tokens().colour(colour)


@dataclass(frozen=True, slots=True)
class Box:
    """How a box is drawn; colours are token names or hex, "" draws none. Sizes in px."""

    fill: str = "card"
    edge: str = "line"
    edge_px: float = 1
    radius: float = 14
    dashed: bool = False
    bar: str = ""
    bar_px: float = 5


def draw_box(painter: QPainter, rect: QRectF, box: Box) -> None:
    """Fill and edge a rounded box inside `rect`, with a bar along its left side if it has one."""
    if _kept(painter, rect, box):
        size = (round(rect.width()), round(rect.height()))
        painter.drawImage(rect.topLeft(), _box_image(size, box, _colours(box)))
    else:
        _draw_box(painter, rect, box)


def _kept(painter: QPainter, rect: QRectF, box: Box) -> bool:
    """Whether a picture of the box is as good as drawing it: whole pixels, edged, not large."""
    if not (box.edge and box.edge_px) or rect.width() * rect.height() > _LARGEST_KEPT_PX:
        return False
    sides = (rect.x(), rect.y(), rect.width(), rect.height())
    device = painter.device()
    return (
        all(side.is_integer() for side in sides)
        and rect.width() >= 1
        and rect.height() >= 1
        and device.devicePixelRatio() == 1
        and painter.transform().type() in _UPRIGHT
    )


def _colours(box: Box) -> tuple[int, ...]:
    """The colours of the theme in force, which are part of what a kept picture is of."""
    return tuple(ink(name).rgba() for name in (box.fill, box.edge, box.bar) if name)


@lru_cache(maxsize=256)
def _box_image(size: tuple[int, int], box: Box, colours: tuple[int, ...]) -> QImage:
    """A smooth rounded edge costs thirty times a picture of it, and boxes seldom change."""
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _draw_box(painter, QRectF(image.rect()), box)
    painter.end()
    return image


def _draw_box(painter: QPainter, rect: QRectF, box: Box) -> None:
    inset = box.edge_px / 2 if box.edge else 0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = bool(box.edge and box.edge_px)
    if box.fill or edged:
        painter.setPen(_pen(box) if edged else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QBrush(ink(box.fill)) if box.fill else QBrush(Qt.BrushStyle.NoBrush))
        painter.drawRoundedRect(inner, box.radius, box.radius)
    if box.bar:
        _draw_bar(painter, rect, box)


def _pen(box: Box) -> QPen:
    pen = QPen(ink(box.edge), box.edge_px)
    if box.dashed:
        pen.setDashPattern([step / max(1.0, box.edge_px / 2) for step in _DASH])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _draw_bar(painter: QPainter, rect: QRectF, box: Box) -> None:
    """A bar that follows the rounded corners, as a thick left border does."""
    path = _bar_path(rect.width(), rect.height(), box.radius, box.bar_px)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(rect.topLeft())
    painter.fillPath(path, ink(box.bar))
    painter.translate(-rect.topLeft())


@lru_cache(maxsize=64)
def _bar_path(width: float, height: float, radius: float, bar_px: float) -> QPainterPath:
    """Cutting paths costs more than filling them, and all cards of a row are of one size."""
    rect = QRectF(0, 0, width, height)
    outer, inner = QPainterPath(), QPainterPath()
    outer.addRoundedRect(rect, radius, radius)
    inner.addRoundedRect(rect.adjusted(bar_px, 0, width, 0), radius, radius)
    side = QPainterPath()
    side.addRect(QRectF(0, 0, radius + bar_px, height))
    return outer.intersected(side).subtracted(inner)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text to draw: what, in which font and colour, to which side."""

    text: str
    font: QFont
    colour: str
    align: Qt.AlignmentFlag = LEFT


def width_of(text: str, font: QFont) -> float:
    """Width of one line in px."""
    return _advance(text, font.key())


@lru_cache(maxsize=4096)
def _advance(text: str, font_key: str) -> float:
    """Measuring a line costs almost as much as drawing it, and most lines stay as they are."""
    return _metrics(font_key).horizontalAdvance(text)


@lru_cache(maxsize=128)
def _metrics(font_key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font)


def baseline(rect: QRectF, font: QFont) -> float:
    """Where letters stand so that capitals and Chinese alike sit in the middle of `rect`.

    It depends on the size only, never on the characters, so that mixed rows do not jump.
    """
    return rect.center().y() + font.pixelSize() * 0.365


def draw_words(painter: QPainter, rect: QRectF, words: Words) -> float:
    """Draw one line centred in height, cut with an ellipsis if too long; answers its width."""
    if not words.text or rect.width() <= 0:
        return 0.0
    text, width = words.text, width_of(words.text, words.font)
    if width > rect.width() + 1:
        metrics = QFontMetricsF(words.font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        width = metrics.horizontalAdvance(text)
    left = rect.left()
    if words.align == RIGHT:
        left = rect.right() - width
    elif words.align == CENTRE:
        left = rect.left() + (rect.width() - width) / 2
    painter.setFont(words.font)
    painter.setPen(ink(words.colour))
    painter.drawText(QPointF(left, baseline(rect, words.font)), text)
    return width


def draw_fitting(painter: QPainter, rect: QRectF, words: Words) -> None:
    """Draw one line that is known to fit, from the left; nothing is measured."""
    painter.setFont(words.font)
    painter.setPen(ink(words.colour))
    painter.drawText(QPointF(rect.left(), baseline(rect, words.font)), words.text)


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
