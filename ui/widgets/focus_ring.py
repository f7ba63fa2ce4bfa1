"""The focus ring: drawn around a piece, outside its edge, above whatever lies beside it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.widgets.paint import ink

_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class FocusRing(QWidget):
    """A ring around `target`, `width_px` thick with a gap of `gap_px`; presses fall through it.

    It lives in the target's window (or scroll viewport) and follows the target about.
    """

    def __init__(self, target: QWidget, width_px: int = 3, gap_px: int = 2) -> None:
        super().__init__(_host(target))
        self._target = target
        self._width_px = width_px
        self._gap_px = gap_px
        self._radius = 10.0
        self._colour = "focus"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("decorative", True)
        target.destroyed.connect(self.deleteLater)
        self._follow(target)
        self._place()

    def set_look(self, radius: float, colour: str) -> None:
        """`radius` of the target's corners in px and the ring's colour, "focus" or "focus_inv"."""
        self._radius, self._colour = radius, colour
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(self._colour), self._width_px))
        half = self._width_px / 2
        radius = self._radius + self._gap_px + half
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def _follow(self, widget: QWidget | None) -> None:
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        around = self._width_px + self._gap_px
        corner = self._target.mapTo(host, QPoint(0, 0))
        area = QRect(corner, self._target.size())
        self.setGeometry(area.adjusted(-around, -around, around, around))
        self.setVisible(self._target.isVisibleTo(host))
        self.raise_()


def _host(target: QWidget) -> QWidget:
    """The widget the ring is drawn in: the nearest scroll viewport, else the window."""
    widget = target
    while (parent := widget.parentWidget()) is not None and not widget.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return parent
        widget = parent
    return widget
