"""Painted pieces of the board: text that fits its width, boxed numbers, tags, an arrow, ticks."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight, tokens
from ui.theme.scale import font_px
from ui.widgets.marks import TIER_LETTER
from ui.widgets.paint import (
    CENTRE,
    LEFT,
    RIGHT,
    Box,
    Words,
    draw_box,
    draw_words,
    ink,
    width_of,
)

_BASE = Type(Scale.BOARD, Role.TEXT)
_TIGHT_FROM_PX = 200
_FIXED = QSizePolicy.Policy.Fixed


def board_type(px: float, weight: Weight = Weight.REGULAR) -> Type:
    """The board's text at `px`: the pictures have more sizes than there are roles."""
    return _BASE.weighing(weight).scaled(px / _BASE.px)


def _font(px: int, weight: Weight) -> QFont:
    font = QFont(font_px(px, weight))
    if px >= _TIGHT_FROM_PX:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -px / 100)
    return font


class FittedLabel(QLabel):
    """One line as big as its width allows, at most `px`: a number of five signs fits as well.

    It is always as high as its largest size, so that nothing around it moves.
    """

    def __init__(
        self,
        px: int,
        weight: Weight = Weight.HEAVY,
        tone: str = "board_ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._px, self._weight, self._tone = px, weight, tone
        self._line = 1.2
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, _FIXED)

    def set_px(self, px: int) -> None:
        """Another largest size."""
        if px != self._px:
            self._px = px
            self.updateGeometry()
            self.update()

    def set_line(self, times: float) -> None:
        """Height of the line in sizes of the type."""
        self._line = times
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Colour by token name."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def tone(self) -> str:
        """The token in use."""
        return self._tone

    def fitted_px(self) -> int:
        """The size in use: the largest that fits."""
        wide = width_of(self.text(), _font(self._px, self._weight))
        if wide <= self.width() or not self.text():
            return self._px
        px = math.floor(self._px * self.width() / wide)
        while px > 1 and width_of(self.text(), _font(px, self._weight)) > self.width():
            px -= 1
        return px

    def shown_width(self) -> float:
        """Width of the text as it is drawn, in px."""
        return width_of(self.text(), _font(self.fitted_px(), self._weight))

    def sizeHint(self) -> QSize:
        width = math.ceil(width_of(self.text(), _font(self._px, self._weight)))
        return QSize(width, math.ceil(self._px * self._line))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        sides = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        align = next((side for side in (RIGHT, CENTRE) if sides & side), LEFT)
        font = _font(self.fitted_px(), self._weight)
        words = Words(self.text(), font, self._tone, align)
        draw_words(QPainter(self), QRectF(self.rect()), words)


class NumberBox(QLabel):
    """A counter's number in a white box, `side_px` high and at least as wide as told.

    `dashed` draws only the edge: nobody is called there now. The number shrinks before the box
    grows beyond `widest_px`.
    """

    def __init__(
        self, side_px: int, text_px: int, radius_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side_px, self._text_px, self._radius_px = side_px, text_px, radius_px
        self._least_px, self._widest_px = side_px, 10_000
        self._dashed = False
        self._fill = "board_ink"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(_FIXED, _FIXED)

    def set_widths(self, least_px: int, widest_px: int) -> None:
        """From how wide to how wide the box may be."""
        self._least_px, self._widest_px = least_px, widest_px
        self.updateGeometry()

    def set_dashed(self, dashed: bool) -> None:
        """Whether it is only an edge."""
        if dashed != self._dashed:
            self._dashed = dashed
            self.update()

    def dashed(self) -> bool:
        """Whether it is only an edge."""
        return self._dashed

    def set_fill(self, token: str) -> None:
        """Colour of the box."""
        if token != self._fill:
            self._fill = token
            self.update()

    def sizeHint(self) -> QSize:
        wide = math.ceil(width_of(self.text(), _font(self._text_px, Weight.HEAVY)))
        width = max(self._least_px, wide + round(self._side_px * 0.26))
        return QSize(min(width, self._widest_px), self._side_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def fitted_px(self) -> int:
        """The size of the number."""
        room = self.sizeHint().width() - 0.22 * self._side_px
        wide = width_of(self.text(), _font(self._text_px, Weight.HEAVY))
        return self._text_px if wide <= room else math.floor(self._text_px * room / wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._dashed:
            box = Box("", "bar_line", 3, self._radius_px, dashed=True)
        else:
            box = Box(self._fill, "", 0, self._radius_px)
        draw_box(painter, rect, box)
        tone = "board_ink_2" if self._dashed else "board_now"
        draw_words(painter, rect, Words(self.text(), self._number_font(), tone, CENTRE))

    def _number_font(self) -> QFont:
        return _font(self.fitted_px(), Weight.HEAVY)


class TierSquare(QWidget):
    """A tier's letter on its colour, for dark grounds in either theme."""

    def __init__(self, hue: str, side_px: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue = str(hue)
        self.setFixedSize(side_px, side_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, Box(tokens().hue(self._hue).inv, "", 0, self.width() * 0.21))
        font = font_px(round(self.width() * 0.625), Weight.HEAVY)
        letter = TIER_LETTER.get(self._hue, "")
        draw_words(painter, rect, Words(letter, font, "board_foot", CENTRE))


class Arrow(QWidget):
    """From the number to the counter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_side(110)

    def set_side(self, side_px: int) -> None:
        """Width and height in px."""
        self.setFixedSize(side_px, side_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 60, self.height() / 60)
        pen = QPen(ink("board_ink_2"), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawLine(QPointF(6, 30), QPointF(52, 30))
        painter.drawPolyline([QPointF(36, 13), QPointF(53, 30), QPointF(36, 47)])


class NoticeTicks(QWidget):
    """Which of the notices this is: one short bar each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._no, self._count = 0, 0
        self.setSizePolicy(_FIXED, _FIXED)

    def show_place(self, no: int, count: int) -> None:
        """The `no`th of `count`."""
        if (no, count) != (self._no, self._count):
            self._no, self._count = no, count
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._count * self._step()), 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = self._step()
        for at in range(self._count):
            rect = QRectF(at * step + step * 0.22, 0, step * 0.78, 8)
            fill = "board_ink" if at + 1 == self._no else "bar_on"
            draw_box(painter, rect, Box(fill, "", 0, 4))

    def _step(self) -> float:
        return min(56.0, 400.0 / max(1, self._count))
