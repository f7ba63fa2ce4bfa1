"""A small plan of the counters: which of them may call this number."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk import words
from ui.theme import Role, Scale, Type, Weight
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words

_PER_ROW = 6
_BOX = QSize(52, 46)
_GAP_PX = 8
_PAD_PX = 18
_SEAT_PX = 20


@dataclass(frozen=True, slots=True)
class PlanFace:
    """All counters in order, those that may call, and the word for the seats."""

    counters: tuple[str, ...]
    calling: tuple[str, ...]
    seats: str


class CounterPlanView(QWidget):
    """Counters as boxes, the calling ones filled, above rows of seats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = PlanFace((), (), "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_plan(self, face: PlanFace) -> None:
        """Set everything."""
        if face != self._face:
            self._face = face
            self.setAccessibleName(words.counters(face.calling))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        rows = max(1, -(-len(self._face.counters) // _PER_ROW))
        high = 2 * _PAD_PX + rows * (_BOX.height() + _GAP_PX) + 108
        return QSize(2 * _PAD_PX + _PER_ROW * (_BOX.width() + _GAP_PX) - _GAP_PX, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, Box("paper", "line_strong", 2, 14))
        for place, number in enumerate(self._face.counters):
            self._paint_counter(painter, place, number)
        rows = max(1, -(-len(self._face.counters) // _PER_ROW))
        top = _PAD_PX + rows * (_BOX.height() + _GAP_PX) + 14.0
        self._paint_seats(painter, QRectF(_PAD_PX, top, rect.width() - 2 * _PAD_PX, 94))

    def _paint_counter(self, painter: QPainter, place: int, number: str) -> None:
        left = _PAD_PX + place % _PER_ROW * (_BOX.width() + _GAP_PX)
        top = _PAD_PX + place // _PER_ROW * (_BOX.height() + _GAP_PX)
        box = QRectF(left, top, _BOX.width(), _BOX.height())
        on = number in self._face.calling
        draw_box(painter, box, Box("brand" if on else "card", "" if on else "line_strong", 2, 6))
        font = Type(Scale.KIOSK, Role.SMALL, Weight.BOLD).font()
        draw_words(painter, box, Words(number, font, "prime_ink" if on else "ink_2", CENTRE))

    def _paint_seats(self, painter: QPainter, area: QRectF) -> None:
        step = area.width() / 8
        for place in range(16):
            left = area.left() + place % 8 * step + (step - _SEAT_PX) / 2
            seat = QRectF(left, area.top() + place // 8 * 32, _SEAT_PX, _SEAT_PX)
            draw_box(painter, seat, Box("card", "line_strong", 2, 6))
        font = Type(Scale.KIOSK, Role.HINT, Weight.REGULAR).font()
        below = QRectF(area.left(), area.top() + 62, area.width(), 32)
        draw_words(painter, below, Words(self._face.seats, font, "ink_2", CENTRE))
