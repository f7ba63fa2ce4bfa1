"""A switch, and the two halves of a choice."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, ink

_WORD = Type(Scale.CONSOLE, Role.TEXT, Weight.BOLD)
_HEIGHT_PX, _EDGE_PX = 42, 10.0


class Switch(Pressable):
    """On or off; its place and its fill both say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFixedSize(52, 44)

    def corner_radius(self) -> float:
        return 16.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, on = QPainter(self), self.isChecked()
        track = QRectF(4, 9, 44, 26)
        edge = "line_strong" if not on else "brand"
        draw_box(painter, track, Box("brand" if on else "card", edge, 2, 13))
        knob = QRectF(track.right() - 21 if on else track.left() + 5, 14, 16, 16)
        painter.setPen(QPen(ink("prime_ink" if on else "line_strong"), 0))
        painter.setBrush(ink("prime_ink" if on else "line_strong"))
        painter.drawEllipse(knob)


class Half(Pressable):
    """One side of a choice of two."""

    def __init__(self, left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(ink("brand" if on else "line_strong"), 1))
        fill = "brand" if on else "pressed" if self.isDown() else "card"
        painter.fillPath(self._outline(), ink(fill))
        painter.drawPath(self._outline())
        tone = "prime_ink" if on else "ink"
        draw_words(painter, QRectF(self.rect()), Words(self.text(), _WORD.font(), tone, CENTRE))

    def _outline(self) -> QPainterPath:
        """Round where the choice ends, straight where its halves meet."""
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_, straight = QPainterPath(), QPainterPath()
        round_.addRoundedRect(rect, _EDGE_PX, _EDGE_PX)
        inner = _EDGE_PX if self._left else 0.0
        straight.addRect(rect.adjusted(inner, 0, inner - _EDGE_PX, 0))
        return round_.united(straight).simplified()


class TwoWay(QWidget):
    """A choice of two, each with a key of its own.

    Signals:
        picked: one was pressed; carries its key. The mark moves only by `select`.
    """

    picked = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._halves: dict[str, Half] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, text) in enumerate(choices):
            half = Half(left=place == 0)
            half.setText(text)
            half.setObjectName(key)
            half.setAccessibleName(text)
            half.clicked.connect(self._on_clicked)
            self._halves[key] = half
            row.addWidget(half)

    def half(self, key: str) -> Half:
        """The button of a key."""
        return self._halves[key]

    def select(self, key: str) -> None:
        """Mark one."""
        for name, half in self._halves.items():
            half.setChecked(name == key)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Half):
            self.select(pressed.objectName())
            self.picked.emit(pressed.objectName())
