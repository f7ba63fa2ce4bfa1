"""The way out of the question: not now."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of

SKIP_PX = 80
_TYPE = Type(Scale.KIOSK, Role.SMALL, Weight.SEMI)


class SkipButton(Pressable):
    """A plain button, 80 px high."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_times(self, times: float) -> None:
        """How many times as large as on 800×480 its word is."""
        if times != self._times:
            self._times = times
            self.updateGeometry()
            self.update()

    def corner_radius(self) -> float:
        return Radius.KIOSK_BUTTON

    def sizeHint(self) -> QSize:
        width = width_of(self.text(), _TYPE.scaled(self._times).font())
        return QSize(max(150, math.ceil(width) + 56), SKIP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        fill = "pressed" if self.isDown() else "card"
        draw_box(painter, rect, Box(fill, "line_strong", 2, Radius.KIOSK_BUTTON))
        font = _TYPE.scaled(self._times).font()
        draw_words(painter, rect, Words(self.text(), font, "ink", CENTRE))
