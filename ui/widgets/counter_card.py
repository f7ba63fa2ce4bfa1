"""One counter on the overview: who is served, for how long, against what is usual."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight, paint_icon, tokens
from ui.widgets.kept import KeptPicture
from ui.widgets.paint import LEFT, RIGHT, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable
from ui.widgets.progress_ticks import draw_track


class CounterLook(StrEnum):
    """What the counter is doing; OFFERED is an elastic counter that is advised to open."""

    SERVING = "serving"
    CALLED = "called"
    FREE = "free"
    IDLE = "idle"
    OVER = "over"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class CounterFace:
    """What a counter card shows.

    `figure` is the ticket, or the word for closed, paused, free; `hue` colours a ticket;
    `progress` 0 to 1, None for an empty track.
    """

    name: str
    kind: str = ""
    figure: str = ""
    hue: str = "general"
    look: CounterLook = CounterLook.SERVING
    left: str = ""
    right: str = ""
    progress: float | None = None
    priority: bool = False


class CounterCard(Pressable):
    """A counter; in the small form the bar is dropped."""

    def __init__(self, scale: Scale = Scale.OVERVIEW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._face = CounterFace("")
        self._picture = KeptPicture()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def face(self) -> CounterFace:
        """What it shows."""
        return self._face

    def show_face(self, face: CounterFace) -> None:
        """Show another state."""
        if face != self._face:
            moved = replace(face, right=self._face.right, progress=self._face.progress)
            only_timer, self._face = moved == self._face, face
            self.setText(face.name)
            parts = (face.name, face.kind, face.figure, face.left, face.right)
            self.setAccessibleName(", ".join(part for part in parts if part))
            self._explain()
            self.update(self._timer_area() if only_timer else self.rect())

    def set_scale(self, scale: Scale) -> None:
        """OVERVIEW or OVERVIEW_SMALL."""
        if scale is not self._scale:
            self._scale = scale
            self._explain()
            self.updateGeometry()
            self.update()

    def corner_radius(self) -> float:
        return Radius.CARD

    def sizeHint(self) -> QSize:
        return QSize(180, 80 if self._small() else 130)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if event.rect().top() >= self._timer_area().top():
            self._draw(QPainter(self), only_timer=True)
            return
        shown = (self._face, self._scale, self.isDown())
        self._picture.paint(self, shown, self._draw)

    def _draw(self, painter: QPainter, only_timer: bool = False) -> None:
        rect = QRectF(self.rect())
        draw_box(painter, rect, self._box())
        inner = rect.adjusted(20, 12, -14, -11)
        if self._small():
            inner = rect.adjusted(14, 6, -8, -6)
        head, figure, foot = self._rows(inner)
        if not only_timer:
            self._paint_pair(painter, head, self._head_words())
            self._paint_figure(painter, figure)
        if self._small():
            self._paint_small_foot(painter, foot)
        else:
            self._paint_pair(painter, foot, self._foot_words())
        if not self._small():
            track = QRectF(inner.left(), foot.top() - 15, inner.width(), 6)
            late = self._face.look is CounterLook.OVER
            draw_track(painter, track, self._face.progress, "late" if late else "brand")

    def _explain(self) -> None:
        """Small, not everything finds room: a tool tip says what is left out."""
        parts = (self._face.kind, self._face.left) if self._small() else ()
        tip = " · ".join(part for part in parts if part)
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _timer_area(self) -> QRect:
        """The bar and the row below it: all that a second's tick changes."""
        top = self.height() - (24 if self._small() else 48)
        return QRect(0, top, self.width(), self.height() - top)

    def _rows(self, inner: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        head, foot = self._name().line_px, self._note().line_px
        top = QRectF(inner.left(), inner.top(), inner.width(), head)
        middle = QRectF(inner.left(), top.bottom() + 3, inner.width(), self._number().line_px)
        bottom = QRectF(inner.left(), inner.bottom() - foot, inner.width(), foot)
        return top, middle, bottom

    def _head_words(self) -> tuple[Words, Words]:
        name = Words(self._face.name, self._name().font(), "ink")
        return name, Words(self._face.kind, self._kind().font(), "ink_2", RIGHT)

    def _foot_words(self) -> tuple[Words, Words]:
        look = self._face.look
        plain = "brand_ink" if look is CounterLook.OFFERED else "ink_2"
        note = self._note()
        right, colour = note, plain
        if look is CounterLook.OVER:
            right, colour = note.weighing(Weight.BOLD), "late"
        return (
            Words(self._face.left, note.font(), plain),
            Words(self._face.right, right.font(), colour, RIGHT),
        )

    def _paint_pair(self, painter: QPainter, row: QRectF, pair: tuple[Words, Words]) -> None:
        """The right word whole, the left one in what is left over."""
        left, right = pair
        if self._small():
            taken = draw_words(painter, row, left)
            draw_words(painter, row.adjusted(taken + 6, 0, 0, 0), right)
            return
        taken = draw_words(painter, row, right)
        spare = min(taken + 6 if taken else 0, row.width() * 0.75)
        draw_words(painter, row.adjusted(0, 0, -spare, 0), left)

    def _paint_small_foot(self, painter: QPainter, row: QRectF) -> None:
        """The clock alone, or what is said where none runs; the tool tip has all of it."""
        left, right = self._foot_words()
        said = right if right.text else left
        draw_words(painter, row, replace(said, align=LEFT))

    def _paint_figure(self, painter: QPainter, row: QRectF) -> None:
        font, colour = self._number().font(), self._figure_ink()
        if self._face.priority:
            side = self._number().px * 0.84
            box = QRectF(row.left() - 1, row.center().y() - side / 2, side, side)
            paint_icon(painter, "heart-fill", box, colour)
            row = row.adjusted(side + 6, 0, 0, 0)
        times = min(1.0, row.width() / max(1.0, width_of(self._face.figure, font)))
        if times < 1.0:
            font = self._number().scaled(max(0.6, times)).font()
        draw_words(painter, row, Words(self._face.figure, font, colour))

    def _figure_ink(self) -> str:
        match self._face.look:
            case CounterLook.IDLE:
                return "ink_muted"
            case CounterLook.OFFERED:
                return "brand_ink"
            case CounterLook.FREE:
                return "ok"
            case _:
                return tokens().hue(self._face.hue).ink

    def _box(self) -> Box:
        look, radius = self._face.look, self.corner_radius()
        bar = {CounterLook.IDLE: "idle", CounterLook.OVER: "late"}.get(look, "brand")
        fill, edge, edge_px = "card", "line", 1
        if look in {CounterLook.CALLED, CounterLook.OFFERED}:
            edge, edge_px = "brand", 2
        if look is CounterLook.OFFERED:
            fill = "brand_soft"
        if self.isDown():
            fill = "pressed"
        return Box(fill, edge, edge_px, radius, look is CounterLook.OFFERED, bar)

    def _small(self) -> bool:
        return self._scale is Scale.OVERVIEW_SMALL

    def _name(self) -> Type:
        return Type(self._scale, Role.STRONG, Weight.BOLD)

    def _kind(self) -> Type:
        return Type(self._scale, Role.TEXT) if not self._small() else self._note()

    def _number(self) -> Type:
        return Type(self._scale, Role.NUMBER)

    def _note(self) -> Type:
        return Type(self._scale, Role.SMALL)
