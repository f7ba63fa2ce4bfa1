"""The kiosk's buttons: big words, an icon, and the row that switches language and type."""

import math
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Target, Type, Weight, paint_icon
from ui.widgets.paint import Box, Words, draw_box, draw_check, draw_words, width_of
from ui.widgets.pressable import Pressable

_PAD_PX = 34
_ICON_PX = 44
_ICON_GAP_PX = 18


class KioskLook(StrEnum):
    """PLAIN, MAIN way on, HELP (green edge), GREEN (filled), WHITE on green, BAR on the head."""

    PLAIN = "plain"
    MAIN = "main"
    HELP = "help"
    GREEN = "green"
    WHITE = "white"
    BAR = "bar"


_BOXES: dict[KioskLook, tuple[str, str, str]] = {
    KioskLook.PLAIN: ("card", "line_strong", "ink"),
    KioskLook.MAIN: ("brand", "brand", "prime_ink"),
    KioskLook.HELP: ("card", "green", "green"),
    KioskLook.GREEN: ("green", "green", "prime_ink"),
    KioskLook.WHITE: ("card", "card", "green"),
    KioskLook.BAR: ("", "bar_line", "bar_ink"),
}
"""Fill, edge and ink of each look."""


class KioskButton(Pressable):
    """A kiosk button, at least 84 px high (main rows 104).

    Made checkable, it shows its choice by a tick and a heavy edge, not by colour alone.
    """

    ring_width_px = 5
    ring_gap_px = 4

    def __init__(
        self,
        text: str = "",
        look: KioskLook = KioskLook.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._scale = Scale.KIOSK
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_look(self, look: KioskLook) -> None:
        """Change its weight among the others."""
        if look is not self._look:
            self._look = look
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str) -> None:
        """Name of the icon before the words, "" for none."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_scale(self, scale: Scale) -> None:
        """Standard or elder type."""
        if scale is not self._scale:
            self._scale = scale
            self.updateGeometry()
            self.update()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.updateGeometry()

    def corner_radius(self) -> float:
        return Radius.CARD if self._look is KioskLook.BAR else Radius.KIOSK_BUTTON

    def ring_colour(self) -> str:
        return "focus_inv" if self._look in {KioskLook.BAR, KioskLook.WHITE} else "focus"

    def sizeHint(self) -> QSize:
        pad = 26 if self._look is KioskLook.BAR else _PAD_PX
        width = width_of(self.text(), self._type().font()) + 2 * pad + self._icon_px()
        bar = self._look is KioskLook.BAR
        height = Target.KIOSK if bar else Target.KIOSK_ROW
        return QSize(max(124, math.ceil(width)), int(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(124, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box, colour = self._face()
        draw_box(painter, rect, box)
        text = self.busy_text() if self.shows_busy() else self.text()
        font = self._type().font()
        icon_px = self._icon_px()
        room = rect.width() - 2 * 16 - icon_px
        width = min(width_of(text, font), room)
        left = rect.center().x() - (width + icon_px) / 2
        if icon_px:
            self._paint_mark(painter, left, colour)
        area = QRectF(left + icon_px, rect.top(), room, rect.height())
        draw_words(painter, area, Words(text, font, colour))

    def _paint_mark(self, painter: QPainter, left: float, colour: str) -> None:
        side = self._mark_px()
        box = QRectF(left, self.rect().center().y() + 0.5 - side / 2, side, side)
        if self.isChecked():
            draw_check(painter, box, colour, 4)
        elif self._icon:
            paint_icon(painter, self._icon, box, colour)

    def _face(self) -> tuple[Box, str]:
        radius = self.corner_radius()
        fill, edge, colour = _BOXES[self._look]
        if not self.isEnabled():
            return Box("disabled", "line_strong", 2, radius, dashed=True), "disabled_ink"
        if self.is_troubled():
            return Box("card", "late", 3, radius), "late"
        if self.isChecked():
            return self._checked_face(radius)
        if self.isDown():
            return Box(*self._down(fill), radius), colour
        return Box(fill, edge, 2, radius), colour

    def _checked_face(self, radius: float) -> tuple[Box, str]:
        if self._look is KioskLook.BAR:
            return Box("bar_ink", "bar_ink", 2, radius), "board_now"
        if self._look is KioskLook.HELP:
            return Box("green_soft", "green", 4, radius), "green"
        return Box("brand_soft", "brand", 4, radius), "brand_ink"

    def _down(self, fill: str) -> tuple[str, str, float]:
        pressed = {"brand": "brand_pressed", "green": "green", "": "bar_on"}
        return pressed.get(fill, "pressed"), "line_strong" if fill == "card" else "", 2

    def _mark_px(self) -> int:
        return round(_ICON_PX * (1.25 if self._scale is Scale.ELDER else 1))

    def _icon_px(self) -> int:
        """Room before the words: kept free for the tick of a checkable button."""
        bar = self._look is KioskLook.BAR
        has_mark = bool(self._icon) or (self.isCheckable() and not bar)
        return self._mark_px() + _ICON_GAP_PX if has_mark else 0

    def _type(self) -> Type:
        if self._look is KioskLook.BAR:
            role = Role.HINT if self._scale is Scale.ELDER else Role.TEXT
            return Type(self._scale, role, Weight.SEMI)
        return Type(self._scale, Role.STRONG)


class SegmentBar(QWidget):
    """A row of choices of which one is on, for language and type size on the head bar.

    Signals:
        picked: a choice was pressed; carries its key. The row changes only by `select`.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, KioskButton] = {}
        self._choices: tuple[tuple[str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """The choices as (key, text), in order; the same again changes nothing."""
        wanted = tuple(choices)
        if wanted == self._choices:
            return
        if [key for key, _ in wanted] != list(self._buttons):
            self._rebuild([key for key, _ in wanted])
        for key, text in wanted:
            self._buttons[key].setText(text)
        self._choices = wanted

    def select(self, *keys: str) -> None:
        """Show these keys as on."""
        for key, button in self._buttons.items():
            button.setChecked(key in keys)

    def button(self, key: str) -> KioskButton:
        """The button of a choice."""
        return self._buttons[key]

    def _rebuild(self, keys: list[str]) -> None:
        for old in self._buttons.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {key: self._made(key) for key in keys}

    def _made(self, key: str) -> KioskButton:
        button = KioskButton("", KioskLook.BAR, parent=self)
        button.setCheckable(True)
        button.setProperty("choice", key)
        button.clicked.connect(self._on_clicked)
        self._row.addWidget(button)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KioskButton):
            # A press asks; only the state that comes back moves the mark.
            button.setChecked(not button.isChecked())
            self.picked.emit(button.property("choice"))
