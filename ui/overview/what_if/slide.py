"""A slider with its words: what it is, from which value to which, and where it stands now."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel
from ui.widgets.paint import Box, draw_box, ink

_THUMB_PX = 22.0
_TRACK_PX = 8.0


class Track(QSlider):
    """The line with the thumb; a tick marks the value of now. Keys and wheel as Qt has them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._now = 0
        self.setFixedHeight(int(_THUMB_PX) + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def now(self) -> int:
        """Where the tick stands."""
        return self._now

    def set_now(self, value: int) -> None:
        """Move the tick."""
        if value != self._now:
            self._now = value
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, int(_THUMB_PX) + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The thumb goes where the finger is, at once."""
        self.setSliderDown(True)
        self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left, right, at = self._x(self.minimum()), self._x(self.maximum()), self._x(self.value())
        line = QRectF(left, middle - _TRACK_PX / 2, right - left, _TRACK_PX)
        draw_box(painter, line, Box("line", "", 0, _TRACK_PX / 2))
        done = QRectF(left, line.top(), max(_TRACK_PX, at - left), _TRACK_PX)
        draw_box(painter, done, Box("brand", "", 0, _TRACK_PX / 2))
        painter.fillRect(QRectF(self._x(self._now) - 1, middle - 9, 2, 18), ink("ink_2"))
        if self.hasFocus():
            painter.setPen(QPen(ink("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            side = _THUMB_PX + 6
            painter.drawEllipse(QRectF(at - side / 2, middle - side / 2, side, side))
        painter.setPen(QPen(ink("brand"), 3))
        painter.setBrush(ink("card"))
        side = _THUMB_PX - 3
        painter.drawEllipse(QRectF(at - side / 2, middle - side / 2, side, side))

    def _x(self, value: int) -> float:
        room = self.width() - _THUMB_PX - 8
        span = max(1, self.maximum() - self.minimum())
        return 4 + _THUMB_PX / 2 + room * (value - self.minimum()) / span

    def _value_at(self, x: float) -> int:
        room = max(1.0, self.width() - _THUMB_PX - 8)
        share = min(1.0, max(0.0, (x - 4 - _THUMB_PX / 2) / room))
        return round(self.minimum() + share * (self.maximum() - self.minimum()))


class Slide(QWidget):
    """A track under its word and value; `moved` when somebody moves it."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track = Track()
        self._name = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD))
        self._value = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD), "brand_ink")
        self._low = TextLabel("", Type(Scale.OVERVIEW, Role.HINT), "ink_muted")
        self._high = TextLabel("", Type(Scale.OVERVIEW, Role.HINT), "ink_muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for left, right in ((self._name, self._value), (self._low, self._high)):
            row = QHBoxLayout()
            row.addWidget(left)
            row.addStretch(1)
            row.addWidget(right)
            column.addLayout(row)
            if left is self._name:
                column.addWidget(self.track)
        self.track.valueChanged.connect(self.moved)

    def set_range(self, low: int, high: int, now: int) -> None:
        """From, to, and where it is now; the thumb goes along while nobody has moved it."""
        untouched = self.track.value() == self.now or not self.track.maximum()
        self.track.blockSignals(True)
        self.track.setRange(low, high)
        self.track.set_now(now)
        if untouched:
            self.track.setValue(now)
        self.track.blockSignals(False)

    def say(self, name: str, value: str, ends: tuple[str, str]) -> None:
        """Its words."""
        self._name.setText(name)
        self._value.setText(value)
        self._low.setText(ends[0])
        self._high.setText(ends[1])
        self.track.setAccessibleName(f"{name} {value}")

    @property
    def value(self) -> int:
        """Where the thumb is."""
        return self.track.value()

    @property
    def now(self) -> int:
        """The value of now."""
        return self.track.now

    def back(self) -> None:
        """To the value of now."""
        self.track.setValue(self.now)

    def set_compact(self, compact: bool) -> None:
        """Lower and without the words of the ends, for a small window."""
        self.track.setFixedHeight(int(_THUMB_PX) + (4 if compact else 8))
        self._low.setVisible(not compact)
        self._high.setVisible(not compact)
