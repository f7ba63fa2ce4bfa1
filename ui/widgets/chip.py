"""A ticket in a lane of the overview: number, wait, and what stands out about it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import HueColours, Radius, Role, Scale, Type, Weight, paint_icon, tokens
from ui.widgets.kept import KeptPicture
from ui.widgets.paint import (
    Box,
    Words,
    draw_box,
    draw_figures,
    draw_fitting,
    draw_words,
    pictures_of_figures,
    width_of,
)
from ui.widgets.pressable import Pressable


class ChipState(StrEnum):
    """Told apart without colour: AMBER edge, OVERDUE `!`, PENDING `?` and dashes, HELD edge."""

    NORMAL = "normal"
    AMBER = "amber"
    OVERDUE = "overdue"
    PENDING = "pending"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class ChipFace:
    """What a chip shows: "A048 14:50"; `priority` adds the heart."""

    text: str
    hue: str = "general"
    state: ChipState = ChipState.NORMAL
    priority: bool = False

    @property
    def shape(self) -> tuple[str, ChipState, bool]:
        """What its width depends on: all figures are equally wide, so a running clock keeps it."""
        return self.text.translate(_ALIKE), self.state, self.priority


_RADIUS = Radius.CHIP - 1


@lru_cache(maxsize=64)
def _plain_look(state: ChipState, hue: HueColours) -> tuple[Box, str]:
    """Box and ink of a chip nobody presses; thirty of them are drawn every second."""
    match state:
        case ChipState.NORMAL:
            return Box(hue.soft, "", 0, _RADIUS), hue.ink
        case ChipState.AMBER:
            return Box(hue.soft, "warn", 2, _RADIUS), hue.ink
        case ChipState.OVERDUE:
            return Box("late_soft", "", 0, _RADIUS), "late"
        case ChipState.PENDING:
            return Box("green_soft", "green", 2, _RADIUS, dashed=True), "green"
        case _:
            return Box("paper", "line", 2, _RADIUS), "ink_2"


def split_clock(text: str) -> tuple[str, str]:
    """What of "A048 14:50" stays for a minute, and the seconds; no seconds where no clock runs.

    Only the seconds are set anew with every tick: the rest is kept as a picture.
    """
    if text[-3:-2] == ":" and text[-2:].isdigit():
        return text[:-2], text[-2:]
    return text, ""


_ALIKE = str.maketrans("123456789", "0" * 9)
_SIGN = {ChipState.OVERDUE: "!", ChipState.PENDING: "?"}


class Chip(Pressable):
    """A ticket that can be picked."""

    ring_width_px = 2

    def __init__(self, scale: Scale = Scale.OVERVIEW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._face = ChipFace("")
        self._steady, self.seconds = "", ""
        self._shape = self._face.shape
        self._picture = KeptPicture()
        self._font = self._type().font()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def face(self) -> ChipFace:
        """What it shows."""
        if self._face.text != self.text():
            self._face = replace(self._face, text=self.text())
        return self._face

    def shape(self) -> tuple[str, ChipState, bool]:
        """What its width depends on."""
        return self._shape

    def show_ticket(self, face: ChipFace) -> None:
        """Show another ticket or state."""
        if face == self.face():
            return
        looked, shape = self._looks(), self._shape
        self._face, self._shape = face, face.shape
        self._steady, self.seconds = split_clock(face.text)
        self._tell()
        if self._shape != shape:
            self.updateGeometry()
        self.changed(self._looks() != looked)

    def show_seconds(self, seconds: str) -> None:
        """Let a running clock show other seconds; whoever holds it has them painted."""
        self.seconds = seconds
        if QAccessible.isActive():
            self._tell()

    def changed(self, looks: bool) -> None:
        """It shows something else: other seconds, or another look too."""
        self.update()

    def text(self) -> str:
        """The words on it."""
        return self._steady + self.seconds

    def set_scale(self, scale: Scale) -> None:
        """OVERVIEW or OVERVIEW_SMALL."""
        if scale is not self._scale:
            self._scale = scale
            self._font = self._type().font()
            self.updateGeometry()
            self.update()

    def corner_radius(self) -> float:
        return _RADIUS

    def sizeHint(self) -> QSize:
        type_ = self._type()
        width = width_of(self.text(), self._font) + self._lead() + 2 * self._pad()
        air = 10 if self._scale is Scale.OVERVIEW else 4
        return QSize(math.ceil(width), math.ceil(type_.px * 1.35) + air)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw_on(QPainter(self))

    def draw_on(self, painter: QPainter) -> None:
        """Draw it with a painter that stands at its corner."""
        look = self._look()
        self._picture.draw_on(painter, self, (*self._looks(), self._scale, *look), self.draw_steady)
        self.draw_seconds(painter)

    def draw_seconds(self, painter: QPainter) -> None:
        """Draw its running seconds, if it has any."""
        if self.seconds:
            left = self._seconds_px()
            row = QRectF(left, 0, self.width() - left, self.height())
            draw_figures(painter, row, Words(self.seconds, self._font, self._look()[1]))

    def seconds_at(self) -> tuple[int, Mapping[str, QImage]]:
        """Where its seconds stand, in px from its left edge, with the picture of each: for whoever
        paints many of them.
        """
        left = self._seconds_px()
        height = float(self.height())
        whole = math.floor(left)
        part = round(left - whole, 3)
        return whole, pictures_of_figures(self._font, self._look()[1], part, height)

    def draw_steady(self, painter: QPainter) -> None:
        """Draw all but the running seconds."""
        rect = QRectF(self.rect())
        box, colour = self._look()
        draw_box(painter, rect, box)
        inner = rect.adjusted(self._pad(), 0, 0, 0)
        font = self._font
        if sign := self._sign():
            inner.setLeft(inner.left() + draw_words(painter, inner, Words(sign, font, colour)) + 4)
        if self._face.priority:
            side = self._type().px + 1.0
            heart = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            paint_icon(painter, "heart-fill", heart, colour)
            inner.setLeft(inner.left() + side + 4)
        draw_fitting(painter, inner, Words(self._steady, font, colour))

    def _seconds_px(self) -> float:
        return self._pad() + self._lead() + width_of(self._steady, self._font)

    def _looks(self) -> tuple[object, ...]:
        """All that it shows but which seconds."""
        face = self._face
        return self._steady, bool(self.seconds), face.hue, face.state, face.priority

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._sign()} {self.text()}".strip())

    def _look(self) -> tuple[Box, str]:
        radius = self.corner_radius()
        box, colour = _plain_look(self._face.state, tokens().hue(self._face.hue))
        if self.isDown():
            return Box("pressed", box.edge, box.edge_px, radius, box.dashed), colour
        if self.isChecked():
            return Box(box.fill, "ink", 2, radius), colour
        return box, colour

    def _sign(self) -> str:
        return _SIGN.get(self._face.state, "")

    def _lead(self) -> float:
        sign = self._sign()
        lead = width_of(sign, self._font) + 4 if sign else 0.0
        return lead + (self._type().px + 5 if self._face.priority else 0)

    def _pad(self) -> int:
        return 10 if self._scale is Scale.OVERVIEW else 8

    def _type(self) -> Type:
        return Type(self._scale, Role.TEXT, Weight.SEMI, 0.94)
