"""Rounded boxes: filled, edged, dashed, with a bar at the left side.

A smooth rounded edge costs thirty times a picture of it, and boxes seldom change. On whole pixels
a small box is kept as a picture; of a large one the corners are, and the rest are rectangles.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ui.theme import tokens
from ui.widgets.inks import ink

_DASH = (4.0, 3.0)
_LARGEST_KEPT_PX = 24_000
"""Boxes of up to so many pixels are kept whole: a chip or a key, not a card."""
_UPRIGHT = (QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate)


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

    @property
    def edged(self) -> bool:
        """Whether it has an edge to see."""
        return bool(self.edge and self.edge_px)


def draw_box(painter: QPainter, rect: QRectF, box: Box) -> None:
    """Fill and edge a rounded box inside `rect`, with a bar along its left side if it has one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sides: Any = rect.getRect()  # four numbers for the price of one call
    left, top, width, height = sides
    whole = left == int(left) and top == int(top) and width == int(width) and height == int(height)
    if not (whole and width >= 1 and height >= 1 and _plain(painter)):
        _draw_box(painter, rect, box)
        return
    theme, size = tokens().name, (int(width), int(height))
    if width * height <= _LARGEST_KEPT_PX:
        painter.drawImage(int(left), int(top), _box_image(size, box, theme))
    elif (pieces := _pieces(size, box, theme)) is not None:
        for at, image in pieces.corners:
            painter.drawImage(at[0] + int(left), at[1] + int(top), image)
        for area, colour in pieces.fills:
            painter.fillRect(area.translated(int(left), int(top)), colour)
    else:
        _draw_box(painter, rect, box)


def _plain(painter: QPainter) -> bool:
    """Whether a pixel of the picture is one of the device."""
    turned = painter.worldMatrixEnabled() and painter.worldTransform().type() not in _UPRIGHT
    return not turned and painter.device().devicePixelRatio() == 1


@lru_cache(maxsize=512)
def _box_image(size: tuple[int, int], box: Box, theme: str) -> QImage:
    """A picture of the box; the theme is part of what it is of."""
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_box(painter, QRectF(image.rect()), box)
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A large box: pictures of its corners with their places, and the rectangles between."""

    corners: tuple[tuple[tuple[int, int], QImage], ...]
    fills: tuple[tuple[QRect, QColor], ...]


@lru_cache(maxsize=256)
def _pieces(size: tuple[int, int], box: Box, theme: str) -> _Pieces | None:
    """The box taken apart; None for one that is too small for its corners, or dashed."""
    width, height = size
    side = math.ceil(box.radius + box.edge_px + (box.bar_px if box.bar else 0)) + 1
    edges = (box.edge_px, box.bar_px)
    if box.dashed or min(size) < 2 * side or any(px != int(px) for px in edges):
        return None
    small = _box_image((2 * side, 2 * side), box, theme)
    places = [(x, y) for y in (0, side) for x in (0, side)]
    corners = tuple(
        (
            (width - side if x else 0, height - side if y else 0),
            small.copy(QRect(x, y, side, side)),
        )
        for x, y in places
    )
    return _Pieces(corners, tuple(_between(QRect(0, 0, width, height), side, box)))


def _between(whole: QRect, side: int, box: Box) -> list[tuple[QRect, QColor]]:
    """What is not a corner: ground first, then edges, then the bar."""
    upright, level = whole.adjusted(side, 0, -side, 0), whole.adjusted(0, side, 0, -side)
    found: list[tuple[QRect, QColor]] = []
    if box.fill:
        top = QRect(upright.left(), 0, upright.width(), side)
        found += [(part, ink(box.fill)) for part in (top, level)]
        found.append((top.translated(0, whole.height() - side), ink(box.fill)))
    if box.edged:
        px, colour = int(box.edge_px), ink(box.edge)
        over, beside = QRect(side, 0, upright.width(), px), QRect(0, side, px, level.height())
        found += [(over, colour), (over.translated(0, whole.height() - px), colour)]
        found += [(beside, colour), (beside.translated(whole.width() - px, 0), colour)]
    if box.bar:
        found.append((QRect(0, side, int(box.bar_px), level.height()), ink(box.bar)))
    return found


def _draw_box(painter: QPainter, rect: QRectF, box: Box) -> None:
    inset = box.edge_px / 2 if box.edge else 0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    if box.fill or box.edged:
        painter.setPen(_pen(box) if box.edged else QPen(Qt.PenStyle.NoPen))
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
