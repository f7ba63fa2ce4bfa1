"""One line of text on one baseline for mixed scripts; a line painted again is not set again."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextLayout, QTextLine

from ui.theme import tokens
from ui.widgets.inks import ink_pen

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter

_LARGEST_ROUNDED_PX = 64
"""Letters up to this size stand on whole pixels, whichever way they are drawn."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text to draw: what, in which font and colour, to which side."""

    text: str
    font: QFont
    colour: str
    align: Qt.AlignmentFlag = LEFT


class _Line:
    """A text in a font. Setting it costs more than drawing it, but most clocks are drawn once:
    it is set when it is drawn for the second time.
    """

    __slots__ = ("_font", "_kept", "_layout", "_line", "_rise", "_seen", "_text", "_width")

    def __init__(self, text: str, font: QFont) -> None:
        self._text, self._font = text, font
        self._kept = font.pixelSize() <= _LARGEST_ROUNDED_PX
        self._seen = False
        self._layout: QTextLayout | None = None
        self._line: QTextLine | None = None
        self._rise = 0.0
        self._width: float | None = None

    def width(self) -> float:
        """In px."""
        if self._width is None:
            self._width = _metrics(self._font).horizontalAdvance(self._text)
        return self._width

    def draw(self, painter: QPainter, left: float, base: float) -> None:
        """From the left end of the baseline, in the painter's pen."""
        if self._line is not None:
            self._line.draw(painter, QPointF(left, math.floor(base + 0.5) - self._rise))
            return
        painter.setFont(self._font)
        painter.drawText(QPointF(left, base), self._text)
        if self._seen and self._kept:
            self._set()
        self._seen = True

    def _set(self) -> None:
        layout = self._layout = QTextLayout(self._text, self._font)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        self._line = layout.createLine()
        self._line.setLineWidth(1e6)
        layout.endLayout()
        self._rise = self._line.ascent()


@lru_cache(maxsize=2048)
def _line(text: str, font: QFont) -> _Line:
    return _Line(text, QFont(font))


@lru_cache(maxsize=128)
def _metrics(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(font)


@lru_cache(maxsize=512)
def _cut(text: str, font: QFont, width_px: float) -> str:
    return _metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width_px)


def width_of(text: str, font: QFont) -> float:
    """Width of one line in px."""
    return _line(text, font).width()


def baseline(rect: QRectF, font: QFont) -> float:
    """Where letters stand so that capitals and Chinese alike sit in the middle of `rect`.

    It depends on the size only, never on the characters, so that mixed rows do not jump.
    """
    return rect.y() + rect.height() / 2 + font.pixelSize() * 0.365


def draw_words(painter: QPainter, rect: QRectF, words: Words) -> float:
    """Draw one line centred in height, cut with an ellipsis if too long; answers its width."""
    sides: Any = rect.getRect()  # four numbers for the price of one call
    left, top, room, height = sides
    if not words.text or room <= 0:
        return 0.0
    font = words.font
    line = _line(words.text, font)
    if line.width() > room + 1:
        line = _line(_cut(words.text, font, room + 1), font)
    if words.align == RIGHT:
        left += room - line.width()
    elif words.align == CENTRE:
        left += (room - line.width()) / 2
    painter.setPen(ink_pen(words.colour))
    line.draw(painter, left, top + height / 2 + font.pixelSize() * 0.365)
    return line.width()


def draw_fitting(painter: QPainter, rect: QRectF, words: Words) -> None:
    """Draw one line that is known to fit, from the left; nothing is measured and nothing kept.

    For running clocks: thirty new texts a second would soon push out all that stay.
    """
    painter.setFont(words.font)
    painter.setPen(ink_pen(words.colour))
    painter.drawText(QPointF(rect.x(), baseline(rect, words.font)), words.text)


def draw_figures(painter: QPainter, rect: QRectF, words: Words) -> None:
    """The same for two figures that come again and again, the seconds of many clocks: a picture
    of them costs a quarter of setting them.
    """
    sides: Any = rect.getRect()
    left, top, _, height = sides
    if painter.device().devicePixelRatio() != 1 or top != int(top):
        draw_fitting(painter, rect, words)
        return
    whole = math.floor(left)
    seen = (round(left - whole, 3), height, tokens().name)
    painter.drawImage(whole, int(top), _figures(words.text, words.font, words.colour, *seen))


def pictures_of_figures(
    font: QFont, colour: str, part_px: float, height: float
) -> Mapping[str, QImage]:
    """The pictures that `draw_figures` draws, of figures begun so far behind a whole pixel: to be
    looked up by their text alone, in the theme in force.
    """
    return _pictures(font, colour, part_px, height, tokens().name)


@lru_cache(maxsize=64)
def _pictures(
    font: QFont, colour: str, part_px: float, height: float, theme: str
) -> Mapping[str, QImage]:
    return _Pictures(QFont(font), colour, part_px, height, theme)


class _Pictures(dict[str, QImage]):
    """Each is made when it is first looked up."""

    def __init__(self, font: QFont, colour: str, part_px: float, height: float, theme: str) -> None:
        super().__init__()
        self._font, self._seen = font, (colour, part_px, height, theme)

    def __missing__(self, text: str) -> QImage:
        found = self[text] = _figures(text, self._font, *self._seen)
        return found


@lru_cache(maxsize=1024)
def _figures(
    text: str, font: QFont, colour: str, part_px: float, height: float, theme: str
) -> QImage:
    """A picture of a short text, begun so far behind a whole pixel; the theme colours it."""
    width = math.ceil(_metrics(font).horizontalAdvance(text)) + 3
    image = QImage(width, math.ceil(height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_fitting(painter, QRectF(part_px, 0, width, height), Words(text, font, colour))
    painter.end()
    return image
