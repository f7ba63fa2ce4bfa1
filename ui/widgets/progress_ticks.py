"""A bar of time gone by, with ticks at what is usual or at the moment something is allowed."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets.paint import Box, draw_box, ink

_OVERSHOOT_PX = 3
_TICK_PX = 2


class ProgressTicks(QWidget):
    """Progress 0 to 1 with ticks; when it is late the caller also says so in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction: float | None = None
        self._ticks: tuple[float, ...] = ()
        self._over = False
        self._hue = ""
        self._thick_px = 8
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(
        self, fraction: float | None, ticks: tuple[float, ...] = (), over: bool = False
    ) -> None:
        """`fraction` None is an empty track; `over` fills it in the late colour."""
        clipped = None if fraction is None else min(1.0, max(0.0, fraction))
        if (clipped, ticks, over) != (self._fraction, self._ticks, self._over):
            self._fraction, self._ticks, self._over = clipped, ticks, over
            self.update()

    def set_hue(self, hue: str) -> None:
        """Fill in a family's colour, "" for brand."""
        if str(hue) != self._hue:
            self._hue = str(hue)
            self.update()

    def set_thickness(self, thick_px: int) -> None:
        """Height of the track in px."""
        if thick_px != self._thick_px:
            self._thick_px = thick_px
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(120, self._thick_px + 2 * _OVERSHOOT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = QRectF(self.rect()).center().y()
        track = QRectF(0, middle - self._thick_px / 2, self.width(), self._thick_px)
        draw_track(painter, track, self._fraction, self._fill())
        for tick in self._ticks:
            left = min(track.width() - _TICK_PX, track.width() * tick)
            mark = QRectF(left, track.top() - _OVERSHOOT_PX, _TICK_PX, 2.0 * _OVERSHOOT_PX)
            mark.setHeight(track.height() + 2 * _OVERSHOOT_PX)
            painter.fillRect(mark, ink("ink_2"))

    def _fill(self) -> str:
        if self._over:
            return "late"
        return tokens().hue(self._hue).ink if self._hue else "brand"


def draw_track(painter: QPainter, track: QRectF, fraction: float | None, fill: str) -> None:
    """A rounded track filled up to `fraction`."""
    radius = track.height() / 2
    draw_box(painter, track, Box("line", "", 0, radius))
    if fraction:
        done = QRectF(track)
        done.setWidth(max(track.height(), track.width() * fraction))
        draw_box(painter, done, Box(fill, "", 0, radius))
