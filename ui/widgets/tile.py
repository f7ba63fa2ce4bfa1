"""The kiosk's choice: a service with its wait, before the ticket is taken."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Target, Type, Weight, paint_icon
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable
from ui.widgets.text_flow import Flow, Setting, break_lines, draw_flow

_PAD_PX = 24
_GAP_PX = 16
_LEAST_PX = {Scale.KIOSK: 24, Scale.ELDER: 36}
"""A name is never set smaller than this."""


class TileLook(StrEnum):
    """PLAIN stands in a group; QUICK is the one-tap row on top, with an icon."""

    PLAIN = "plain"
    QUICK = "quick"


@dataclass(frozen=True, slots=True)
class _Face:
    """What a tile says."""

    title: str = ""
    subtitle: str = ""
    icon: str = ""
    range: str = ""
    note: str = ""


class Tile(Pressable):
    """One service on the kiosk: name in two languages on the left, range and people on the right.

    Say the service once, then one of `show_wait`, `show_closed`, `show_trouble` as often as the
    state changes. A long name takes a second line before it is cut. Keeps its size in every state.
    """

    ring_width_px = 5
    ring_gap_px = 4

    def __init__(self, scale: Scale = Scale.KIOSK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._look = TileLook.PLAIN
        self._face = _Face()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_service(self, title: str, subtitle: str = "", icon: str = "") -> None:
        """What it is for; `subtitle` is the same in the other language, `icon` only on QUICK."""
        face = self._face
        self._show(_Face(title, subtitle, icon, face.range, face.note))
        self.setText(title)

    def show_wait(self, range_text: str, ahead_text: str) -> None:
        """Open for tickets: "9–14 min" and "5 before you"."""
        self._say(range_text, ahead_text)
        self.set_trouble(False)
        self.setEnabled(True)

    def show_closed(self, range_text: str, reason: str) -> None:
        """Not to be had now: when it opens and why, in place of the range; takes no press."""
        self._say(range_text, reason)
        self.set_trouble(False)
        self.setEnabled(False)

    def show_trouble(self, text: str) -> None:
        """It did not work: a dash and what to do instead; can be pressed again."""
        self._say("—", text)
        self.setEnabled(True)
        self.set_trouble(True)

    def set_look(self, look: TileLook) -> None:
        """Whether it stands alone on top or in a group."""
        if look is not self._look:
            self._look = look
            self.updateGeometry()
            self.update()

    def set_scale(self, scale: Scale) -> None:
        """Standard or elder type."""
        if scale is not self._scale:
            self._scale = scale
            self.updateGeometry()
            self.update()

    def corner_radius(self) -> float:
        return Radius.KIOSK_PANEL if self._look is TileLook.QUICK else 16

    def sizeHint(self) -> QSize:
        least = 150 if self._look is TileLook.QUICK else int(Target.KIOSK_TILE)
        stacked = self._title().line_px + self._small().line_px + 2 * _PAD_PX
        return QSize(430, max(least, stacked))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, self._box())
        inner = rect.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        if self._look is TileLook.QUICK:
            inner.adjust(10, 0, -10, 0)
        if self._face.icon:
            inner = self._paint_icon(painter, inner)
        self._paint_name(painter, inner, self._paint_wait(painter, inner))

    def _box(self) -> Box:
        quick = self._look is TileLook.QUICK
        radius = self.corner_radius()
        if not self.isEnabled():
            return Box("disabled", "line_strong", 2, radius, dashed=True)
        if self.isDown():
            return Box("pressed", "line_strong", 2, radius)
        return Box(
            "brand_soft" if quick else "card", "brand" if quick else "line_strong", 2, radius
        )

    def _paint_icon(self, painter: QPainter, inner: QRectF) -> QRectF:
        side = 88.0 if self._look is TileLook.QUICK else 52.0
        box = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        paint_icon(painter, self._face.icon, box, self._ink("brand"))
        return inner.adjusted(side + 28, 0, 0, 0)

    def _paint_wait(self, painter: QPainter, inner: QRectF) -> tuple[float, float]:
        """Range over people ahead, to the right; answers the room each of the two rows took."""
        busy = self.shows_busy()
        value = "…" if busy else self._face.range
        note = (self._busy_text or self._face.note) if busy else self._face.note
        big, small = self._range(), self._small()
        widest = inner.width() * 0.62
        area = inner.adjusted(inner.width() - widest, 0, 0, 0)
        upper, lower = _stacked(area, big.line_px, small.line_px if note else 0)
        first = draw_words(painter, upper, Words(value, big.font(), self._ink("ink"), RIGHT))
        second = draw_words(painter, lower, Words(note, small.font(), self._ink("ink_2"), RIGHT))
        return first + _GAP_PX * bool(first), second + _GAP_PX * bool(second)

    def _paint_name(self, painter: QPainter, area: QRectF, taken: tuple[float, float]) -> None:
        title, lines = self._fitted_title(area.width() - taken[0])
        small = self._small()
        below = small.line_px if self._face.subtitle else 0
        upper, lower = _stacked(area, title.line_px * lines, below)
        # Two lines of title no longer stand level with the range, so both rows keep clear of both.
        first, second = taken if lines == 1 else (max(taken), max(taken))
        tone = "brand_ink" if self._look is TileLook.QUICK else "ink"
        setting = Setting(title.font(), title.line_px, self._ink(tone), lines=lines)
        draw_flow(painter, upper.adjusted(0, 0, -first, 0), Flow(self._face.title), setting)
        words = Words(self._face.subtitle, small.font(), self._ink("ink_2"))
        draw_words(painter, lower.adjusted(0, 0, -second, 0), words)

    def _fitted_title(self, width_px: float) -> tuple[Type, int]:
        """The largest of full size, a little smaller, or smaller on two lines that fits."""
        full, text = self._title(), Flow(self._face.title)
        for times in (1.0, 0.9):
            type_ = full.scaled(times)
            if width_of(text.text, type_.font()) <= width_px:
                return type_, 1
        for times in (0.82, 0.76, 0.71):
            type_ = full.scaled(max(times, _LEAST_PX.get(self._scale, 12) / full.px))
            setting = Setting(type_.font(), type_.line_px)
            lines = break_lines(text, setting, width_px).lineCount()
            if lines <= 2:
                break
        return type_, min(2, lines)

    def _title(self) -> Type:
        quick = self._look is TileLook.QUICK
        return Type(self._scale, Role.STRONG, Weight.BOLD if quick else Weight.SEMI)

    def _range(self) -> Type:
        return Type(self._scale, Role.STRONG, Weight.BOLD, 0.93)

    def _small(self) -> Type:
        if self._scale is Scale.ELDER:
            return Type(self._scale, Role.SMALL)
        small = Role.SMALL if self._look is TileLook.QUICK else Role.HINT
        return Type(self._scale, small, Weight.REGULAR)

    def _ink(self, token: str) -> str:
        return token if self.isEnabled() else "disabled_ink"

    def _say(self, range_text: str, note: str) -> None:
        face = self._face
        self._show(_Face(face.title, face.subtitle, face.icon, range_text, note))

    def _show(self, face: _Face) -> None:
        if face != self._face:
            self._face = face
            parts = (face.title, face.subtitle, face.range, face.note)
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.update()


def _stacked(area: QRectF, upper_px: float, lower_px: float) -> tuple[QRectF, QRectF]:
    """Two rows one above the other, together centred in `area`."""
    gap = 3.0 if lower_px else 0.0
    top = area.center().y() - (upper_px + gap + lower_px) / 2
    upper = QRectF(area.left(), top, area.width(), upper_px)
    return upper, QRectF(area.left(), upper.bottom() + gap, area.width(), lower_px)
