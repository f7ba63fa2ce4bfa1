"""A face to touch: all four alike but for the mouth, so that none looks like the right answer."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face_mark import draw_face
from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words

LEAST_PX = 132
"""Least side of a face's target."""
_WORD = Type(Scale.KIOSK, Role.HINT, Weight.SEMI)


class FaceButton(Pressable):
    """One grade, 4 very satisfied to 1 dissatisfied."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, grade: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grade = grade
        self._times = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_times(self, times: float) -> None:
        """How many times as large as on 800×480 its word is."""
        if times != self._times:
            self._times = times
            self.update()

    def corner_radius(self) -> float:
        return Radius.KIOSK_PANEL

    def sizeHint(self) -> QSize:
        return QSize(170, 210)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, LEAST_PX)

    def word_type(self) -> Type:
        """The type of its word."""
        return _WORD.scaled(self._times)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, self._ground())
        word_px = self.word_type().px * 2.0
        room = rect.adjusted(0, 0, 0, -word_px)
        side = min(room.width() - 32, room.height() - 26)
        face = QRectF(0, 0, side, side)
        face.moveCenter(QPointF(room.center().x(), room.center().y() + 7))
        draw_face(painter, face, self.grade)
        below = QRectF(4, room.bottom() - 3, rect.width() - 8, word_px)
        tone = "ink" if self.isEnabled() else "disabled_ink"
        draw_words(painter, below, Words(self.text(), self.word_type().font(), tone, CENTRE))

    def _ground(self) -> Box:
        if not self.isEnabled():
            return Box("disabled", "line", 2, Radius.KIOSK_PANEL)
        fill = "pressed" if self.isDown() else "card"
        return Box(fill, "line_strong", 2, Radius.KIOSK_PANEL)
