"""How many came in each quarter-hour, as bars under the waits."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.overview.day_face import SLOT_MIN, Bar
from ui.theme import Role, Scale, Type, Weight
from ui.widgets.kept import KeptPicture
from ui.widgets.paint import CENTRE, Words, draw_words, ink

_FIGURE_PX = 16


class ArrivalBars(QWidget):
    """Bars on the same axis as the chart above; the highest carries its count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._from_min, self._to_min = 0.0, 1.0
        self._left_px, self._right_px = 34, 14
        self._picture = KeptPicture()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def bars(self) -> tuple[Bar, ...]:
        """What it shows."""
        return self._bars

    def show_bars(self, bars: tuple[Bar, ...], from_min: float, to_min: float) -> None:
        """Show other counts over the axis from and to these minutes of the day."""
        if (bars, from_min, to_min) != (self._bars, self._from_min, self._to_min):
            self._bars, self._from_min, self._to_min = bars, from_min, to_min
            self.update()

    def set_sides(self, left_px: int, right_px: int) -> None:
        """The margins of the chart above, so that both axes stand in line."""
        self._left_px, self._right_px = left_px, right_px

    def sizeHint(self) -> QSize:
        return QSize(200, 68)

    def paintEvent(self, event: QPaintEvent) -> None:
        axis = (self._from_min, self._to_min, self._left_px, self._right_px)
        self._picture.paint(self, (self._bars, axis), self._draw)

    def _draw(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(self._left_px, _FIGURE_PX, -self._right_px, -1)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), ink("line"))
        most = max((bar.count for bar in self._bars), default=0)
        font = Type(Scale.OVERVIEW, Role.HINT, Weight.REGULAR).font()
        for bar in self._bars:
            if bar.count:
                box = self._box(area, bar, most)
                painter.fillRect(box, ink("brand_line"))
                if bar.count == most:
                    over = QRectF(box.center().x() - 20, box.top() - 16, 40, 16)
                    draw_words(painter, over, Words(str(bar.count), font, "ink_2", CENTRE))

    def _box(self, area: QRectF, bar: Bar, most: int) -> QRectF:
        per_min = area.width() / ((self._to_min - self._from_min) or 1)
        left = area.left() + (bar.from_min - self._from_min) * per_min
        height = area.height() * bar.count / most
        width = max(2.0, SLOT_MIN * per_min - 3)
        return QRectF(left + 1.5, area.bottom() - height, width, height)
