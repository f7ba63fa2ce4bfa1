"""A choice of the elder page: as wide as the screen, everyday words, the wait beside them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight, paint_icon, tokens
from ui.widgets import Pressable
from ui.widgets.marks import TIER_LETTER
from ui.widgets.paint import CENTRE, RIGHT, Box, Words, draw_box, draw_words, ink, width_of
from ui.widgets.text_flow import Flow, Setting, break_lines, draw_flow

RADIUS_PX = 24
_SIDE_PX = 148
_ICON_PX = 76
_PAD_PX = 36
_GAP_PX = 28
_NAME = Type(Scale.ELDER, Role.HEAD, Weight.BOLD)
_SMALL = Type(Scale.ELDER, Role.TEXT, Weight.MEDIUM)
_RANGE = Type(Scale.ELDER, Role.FIGURE)
_NOTE = Type(Scale.ELDER, Role.TEXT)
_LETTER = Type(Scale.ELDER, Role.TEXT, Weight.HEAVY, 1.05)
_FITTING = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66)


@dataclass(frozen=True, slots=True)
class ElderFace:
    """What a tile says; `hue` "" is a plain ground without a side."""

    title: str = ""
    subtitle: str = ""
    icon: str = ""
    hue: str = ""
    range: str = ""
    note: str = ""


class ElderTile(Pressable):
    """One choice. `solid` fills it with the green of the green channel."""

    ring_width_px = 6
    ring_gap_px = 4

    def __init__(self, solid: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._solid = solid
        self._face = ElderFace()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_face(self, face: ElderFace, can_be_had: bool = True) -> None:
        """Set everything."""
        self.set_trouble(False)
        self.setEnabled(can_be_had)
        self._show(face)

    def show_trouble(self, text: str) -> None:
        """It did not work: a dash and what to do instead; can be pressed again."""
        self.setEnabled(True)
        self.set_trouble(True)
        self._show(replace(self._face, range="—", note=text))

    def corner_radius(self) -> float:
        return RADIUS_PX

    def sizeHint(self) -> QSize:
        return QSize(968, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, 156)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        draw_box(painter, rect, self._box())
        area = self._paint_side(painter, rect)
        inner = area.adjusted(12 if self._solid else _PAD_PX, 0, -_PAD_PX - 4, 0)
        if self._solid:
            mark = QRectF(inner.right() - 72, inner.center().y() - 36, 72, 72)
            paint_icon(painter, "chevron", mark, self._ink("ink"))
            inner.setRight(mark.left() - _GAP_PX)
        self._paint_name(painter, inner, self._paint_wait(painter, inner))

    def _box(self) -> Box:
        if not self.isEnabled():
            return Box("disabled", "line_strong", 3, RADIUS_PX, dashed=True)
        if self._solid:
            return Box("green", "ink" if self.isDown() else "green", 3, RADIUS_PX)
        fill = "pressed" if self.isDown() else "card"
        return Box(fill, "late" if self.is_troubled() else "line_strong", 3, RADIUS_PX)

    def _paint_side(self, painter: QPainter, rect: QRectF) -> QRectF:
        """Icon and letter on the soft ground of the tier; answers what is left."""
        side = QRectF(rect.left(), rect.top(), _SIDE_PX, rect.height())
        hue = tokens().hue(self._face.hue) if self._face.hue else None
        letter = TIER_LETTER.get(self._face.hue, "")
        if hue is not None and self.isEnabled() and not self._solid:
            inner, strip = QPainterPath(), QPainterPath()
            inner.addRoundedRect(rect.adjusted(3, 3, -3, -3), RADIUS_PX - 3, RADIUS_PX - 3)
            strip.addRect(side)
            painter.fillPath(inner.intersected(strip), ink(hue.soft))
        tone = self._ink(hue.ink if hue is not None else "ink")
        icon = 92.0 if self._solid else float(_ICON_PX)
        below = _LETTER.line_px + 6 if letter else 0
        top = side.center().y() - (icon + below) / 2
        place = QRectF(side.center().x() - icon / 2, top, icon, icon)
        paint_icon(painter, self._face.icon or "ticket", place, tone)
        line = QRectF(side.left(), place.bottom() + 6, side.width(), _LETTER.line_px)
        draw_words(painter, line, Words(letter, _LETTER.font(), tone, CENTRE))
        return rect.adjusted(_SIDE_PX, 0, 0, 0)

    def _paint_wait(self, painter: QPainter, inner: QRectF) -> float:
        """The range over the people ahead; answers the room they took."""
        busy = self.shows_busy()
        value = "…" if busy else self._face.range
        note = self.busy_text() if busy else self._face.note
        if not value and not note:
            return 0.0
        area = inner.adjusted(inner.width() * 0.4, 0, 0, 0)
        upper, lower = _stacked(area, _RANGE.line_px, _NOTE.line_px if note else 0)
        range_ = _fitted(_RANGE, value, area.width())
        first = draw_words(painter, upper, Words(value, range_.font(), self._ink("ink"), RIGHT))
        small = _fitted(_NOTE, note, area.width())
        second = draw_words(painter, lower, Words(note, small.font(), self._ink("ink_2"), RIGHT))
        return max(first, second) + _GAP_PX

    def _paint_name(self, painter: QPainter, area: QRectF, taken: float) -> None:
        room = area.adjusted(0, 0, -taken, 0)
        title, lines = _fitted_name(self._face.title, room.width())
        subtitle = _fitted(_SMALL, self._face.subtitle, room.width())
        below = subtitle.line_px if self._face.subtitle else 0
        upper, lower = _stacked(room, title.line_px * lines, below)
        setting = Setting(title.font(), title.line_px, self._ink("ink"), lines=lines)
        draw_flow(painter, upper, Flow(self._face.title), setting)
        words = Words(self._face.subtitle, subtitle.font(), self._ink("ink_2"))
        draw_words(painter, lower, words)

    def _ink(self, token: str) -> str:
        if not self.isEnabled():
            return "disabled_ink"
        return "prime_ink" if self._solid else token

    def _show(self, face: ElderFace) -> None:
        if face != self._face:
            self._face = face
            self.setText(face.title)
            parts = (face.title, face.subtitle, face.range, face.note)
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.update()


def _fitted(type_: Type, text: str, width_px: float) -> Type:
    """One line, a little smaller before it is cut, never below 36 px."""
    least = 36 / type_.px
    for times in _FITTING:
        made = type_.scaled(max(least, times))
        if width_of(text, made.font()) <= width_px:
            break
    return made


def _fitted_name(text: str, width_px: float) -> tuple[Type, int]:
    """One line at nearly full size, else two smaller ones."""
    for times in _FITTING[:3]:
        made = _NAME.scaled(times)
        if width_of(text, made.font()) <= width_px:
            return made, 1
    for times in _FITTING[2:]:
        made = _NAME.scaled(times)
        lines = break_lines(Flow(text), Setting(made.font(), made.line_px), width_px).lineCount()
        if lines <= 2:
            break
    return made, min(2, lines)


def _stacked(area: QRectF, upper_px: float, lower_px: float) -> tuple[QRectF, QRectF]:
    """Two rows one above the other, together centred in `area`."""
    gap = 6.0 if lower_px else 0.0
    top = area.center().y() - (upper_px + gap + lower_px) / 2
    upper = QRectF(area.left(), top, area.width(), upper_px)
    return upper, QRectF(area.left(), upper.bottom() + gap, area.width(), lower_px)
