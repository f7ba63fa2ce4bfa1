"""A key on the dark head bar."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Target, Type, Weight
from ui.widgets.marks import draw_key_hint, key_hint_width
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable

_TEXT = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_PAD_PX = 16


class BarKey(Pressable):
    """44 px high, with a key hint; `urgent` fills it, for what cannot wait."""

    def __init__(self, key: str = "", urgent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._urgent = key, urgent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Its label in another language."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def corner_radius(self) -> float:
        return Radius.BUTTON

    def ring_colour(self) -> str:
        return "focus_inv"

    def sizeHint(self) -> QSize:
        hint = key_hint_width(self._key) + 8 if self._key else 0
        width = width_of(self.text(), _TEXT.font()) + hint + 2 * _PAD_PX
        return QSize(math.ceil(width), int(Target.OVERVIEW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        fill = "late" if self._urgent else ""
        edge = "bar_ink" if self._urgent else "bar_line"
        if not self.isEnabled():
            fill, edge = "", "bar_line"
        elif self.isDown() or self.isChecked():
            fill = "bar_on"
        draw_box(painter, rect, Box(fill, edge, 1, Radius.BUTTON))
        hint_px = key_hint_width(self._key) + 8 if self._key else 0
        area = rect.adjusted(_PAD_PX, 0, -_PAD_PX - hint_px, 0)
        # The reds of the night theme are bright; the bar is dark in both.
        ink = "prime_ink" if self._urgent and fill == "late" else "bar_ink"
        if not self.isEnabled():
            ink = "bar_ink_2"
        draw_words(painter, area, Words(self.text(), _TEXT.font(), ink, CENTRE))
        if hint_px:
            beside = QRectF(area.right() + 8, rect.top(), hint_px, rect.height())
            draw_key_hint(painter, beside, self._key, True)
