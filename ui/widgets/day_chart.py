"""Waits of the day as a drawing: lines, an uncertainty band, a target, a mark at the present."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets.kept import KeptPicture
from ui.widgets.paint import CENTRE, LEFT, RIGHT, Words, draw_words, ink, width_of

_TOP_PX = 12
_BOTTOM_PX = 26
_LEFT_PX = 34
_RIGHT_PX = 14


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line through (x, y) points; `tone` is a token; `label_at` the point its label stands by."""

    points: tuple[tuple[float, float], ...]
    tone: str = "brand"
    label: str = ""
    label_at: tuple[float, float] | None = None
    dotted: bool = False
    width_px: float = 2.5


@dataclass(frozen=True, slots=True)
class ChartBand:
    """What is likely, P10 to P90, as (x, low, high)."""

    points: tuple[tuple[float, float, float], ...]
    tone: str = "late"


@dataclass(frozen=True, slots=True)
class ChartTarget:
    """A level to stay under, with its words."""

    y: float
    label: str = ""
    tone: str = "late"


@dataclass(frozen=True, slots=True)
class ChartFace:
    """Everything a chart shows. x and y are the caller's units (minutes of the day, minutes).

    Ticks are (value, label). y runs from 0 to `y_to`. `empty` is said when there is no line.
    """

    x_from: float
    x_to: float
    y_to: float
    x_ticks: tuple[tuple[float, str], ...] = ()
    y_ticks: tuple[tuple[float, str], ...] = ()
    lines: tuple[ChartLine, ...] = ()
    bands: tuple[ChartBand, ...] = ()
    target: ChartTarget | None = None
    mark: tuple[float, float] | None = None
    empty: str = ""


class DayChart(QWidget):
    """Draws a `ChartFace`; what lies outside the axes is cut off."""

    def __init__(self, scale: Scale = Scale.OVERVIEW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._face = ChartFace(0, 1, 1)
        self._picture = KeptPicture(at_once=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, face: ChartFace) -> None:
        """Show other figures."""
        if face != self._face:
            self._face = face
            self.update()

    def set_scale(self, scale: Scale) -> None:
        """OVERVIEW or OVERVIEW_SMALL."""
        if scale is not self._scale:
            self._scale = scale
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(530, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def plot_area(self) -> QRectF:
        """Where the lines are, without the axes' labels, in px."""
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._picture.paint(self, (self._face, self._scale), self._draw)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.save()
        painter.setClipRect(self.plot_area().adjusted(0, -3, 3, 3))
        for band in self._face.bands:
            self._paint_band(painter, band)
        self._paint_target(painter)
        for line in self._face.lines:
            self._paint_line(painter, line)
        painter.restore()
        self._paint_labels(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        area = self.plot_area()
        font = Type(self._scale, Role.HINT, Weight.REGULAR).font()
        for value, label in self._face.y_ticks:
            y = self._at(self._face.x_from, value).y()
            painter.setPen(QPen(ink("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            row = QRectF(0, y - 8, _LEFT_PX - 8, 16)
            draw_words(painter, row, Words(label, font, "ink_muted", RIGHT))
        for value, label in self._face.x_ticks:
            x = self._at(value, 0).x()
            half = width_of(label, font) / 2 + 2
            left = min(max(0.0, x - half), self.width() - 2 * half)
            row = QRectF(left, area.bottom() + 8, 2 * half, 16)
            draw_words(painter, row, Words(label, font, "ink_muted", CENTRE))

    def _paint_band(self, painter: QPainter, band: ChartBand) -> None:
        upper = [self._at(x, high) for x, _, high in band.points]
        lower = [self._at(x, low) for x, low, _ in band.points]
        if len(upper) < 2:
            return
        path = _smooth(upper)
        path.lineTo(lower[-1])
        path.connectPath(_smooth(lower[::-1]))
        path.closeSubpath()
        colour = ink(band.tone)
        colour = type(colour)(colour)
        colour.setAlphaF(0.16)
        painter.fillPath(path, colour)

    def _paint_target(self, painter: QPainter) -> None:
        target = self._face.target
        if target is None:
            return
        pen = QPen(ink(target.tone), 1)
        pen.setDashPattern([6, 5])
        painter.setPen(pen)
        painter.drawLine(self._at(self._face.x_from, target.y), self._at(self._face.x_to, target.y))

    def _paint_line(self, painter: QPainter, line: ChartLine) -> None:
        if len(line.points) < 2:
            return
        pen = QPen(ink(line.tone), line.width_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if line.dotted:
            pen.setDashPattern([0.6, 2.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_smooth([self._at(x, y) for x, y in line.points]))

    def _paint_labels(self, painter: QPainter) -> None:
        face, area = self._face, self.plot_area()
        if face.mark is not None and area.adjusted(-1, -1, 1, 1).contains(self._at(*face.mark)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("brand"))
            painter.drawEllipse(self._at(*face.mark), 5, 5)
        if face.target is not None and face.target.label:
            font = Type(self._scale, Role.HINT, Weight.REGULAR).font()
            y = max(area.top() + 8, self._at(face.x_from, face.target.y).y() - 10)
            row = QRectF(area.left() + 4, y - 8, area.width() - 4, 16)
            draw_words(painter, row, Words(face.target.label, font, face.target.tone))
        for line in face.lines:
            self._paint_line_label(painter, line)
        if not face.lines and face.empty:
            font = Type(self._scale, Role.TEXT).font()
            draw_words(painter, area, Words(face.empty, font, "ink_muted", CENTRE))

    def _paint_line_label(self, painter: QPainter, line: ChartLine) -> None:
        if not line.label or line.label_at is None:
            return
        font = Type(self._scale, Role.SMALL, Weight.BOLD).font()
        where, area = self._at(*line.label_at), self.plot_area()
        width = width_of(line.label, font) + 2
        left = min(max(area.left(), where.x() - width / 2), area.right() - width)
        top = min(max(area.top(), where.y() - 9), area.bottom() - 18)
        draw_words(painter, QRectF(left, top, width, 18), Words(line.label, font, line.tone, LEFT))

    def _at(self, x: float, y: float) -> QPointF:
        face, area = self._face, self.plot_area()
        across = (x - face.x_from) / ((face.x_to - face.x_from) or 1)
        up = y / (face.y_to or 1)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())


def _smooth(points: list[QPointF]) -> QPainterPath:
    """A curve through the points that never leaves the range between two neighbours.

    A monotone cubic (Fritsch and Carlson 1980, slopes by harmonic means).
    """
    path = QPainterPath(points[0])
    slopes = _slopes(points)
    for at, (before, after) in enumerate(pairwise(points)):
        third = (after.x() - before.x()) / 3
        path.cubicTo(
            QPointF(before.x() + third, before.y() + slopes[at] * third),
            QPointF(after.x() - third, after.y() - slopes[at + 1] * third),
            after,
        )
    return path


def _slopes(points: list[QPointF]) -> list[float]:
    """How steep the curve is at each point: flat at a turn, never steeper than both sides."""
    sides = [(b.y() - a.y()) / ((b.x() - a.x()) or 1.0) for a, b in pairwise(points)]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(sides)]
    return [sides[0], *inner, sides[-1]] if sides else [0.0]
