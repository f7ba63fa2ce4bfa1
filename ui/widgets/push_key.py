"""The button of console, overview and settings: a label and the key that does the same."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Target, Type, Weight, tokens
from ui.widgets.kept import KeptPicture
from ui.widgets.marks import draw_key_hint, key_hint_width
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_check, draw_words, width_of
from ui.widgets.pressable import Pressable

_GAP_PX = 8
_PAD_PX = 12
STACKED_PX = 54


class PushKey(Pressable):
    """A push button with a key hint; `main` is the one thing to do, at least 60 px high.

    Disabled it keeps its hint, and its label may say when it will be allowed. Trouble: red edge
    and a sign. Checkable ones show a tick.
    """

    def __init__(
        self, text: str = "", key: str = "", main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._main = main
        self._hue = ""
        self._compact = False
        self._height_px = 0
        self._stacked = False
        self._picture = KeptPicture()
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.updateGeometry()

    def key(self) -> str:
        """The hint shown."""
        return self._key

    def set_key(self, key: str) -> None:
        """The key to show, such as "F9"; "" for none."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_main(self, main: bool) -> None:
        """Whether it is the one thing to do now."""
        if main != self._main:
            self._main = main
            self.updateGeometry()
            self.update()

    def set_hue(self, hue: str) -> None:
        """Fill it in a family's colour (green: confirm priority; value: refer); "" for none."""
        if str(hue) != self._hue:
            self._hue = str(hue)
            self.update()

    def set_compact(self, compact: bool) -> None:
        """38 px high and smaller type, inside cards."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_height(self, height_px: int) -> None:
        """Its own height in px, for main keys of 60 to 132; 0 goes back to the usual."""
        if height_px != self._height_px:
            self._height_px = height_px
            self.updateGeometry()

    def set_stacked(self, stacked: bool) -> None:
        """The hint below the label, 54 px high: many keys side by side."""
        if stacked != self._stacked:
            self._stacked = stacked
            self.updateGeometry()
            self.update()

    def corner_radius(self) -> float:
        return Radius.CARD if self._main and self.height() > 52 else Radius.BUTTON

    def sizeHint(self) -> QSize:
        hint = key_hint_width(self._key) + _GAP_PX if self._key else 0
        tick = self._type().px + 6 if self.isCheckable() else 0
        if self._below():
            hint = 0
        width = width_of(self.text(), self._type().font()) + hint + tick + 2 * _PAD_PX + 6
        return QSize(math.ceil(width), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self._tall())

    def paintEvent(self, event: QPaintEvent) -> None:
        hint = "" if self.shows_busy() else self._key
        form = (self._main, self._hue, self._compact, self._stacked, self.isCheckable())
        standing = (self.isEnabled(), self.isChecked(), self.isDown(), self.is_troubled())
        self._picture.paint(self, (self._label(), hint, form, standing), self._draw)

    def _draw(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        box, colour = self._face()
        draw_box(painter, rect, box)
        if self._below() and not self.shows_busy():
            self._paint_stacked(painter, rect, colour)
            return
        text, hint = self._label(), "" if self.shows_busy() else self._key
        tick = self._type().px + 6 if self.isChecked() else 0
        hint_px = key_hint_width(hint) + _GAP_PX if hint else 0
        room = max(0.0, rect.width() - _PAD_PX - hint_px - tick)
        width = min(math.ceil(width_of(text, self._type().font())), room)
        left = rect.center().x() - (width + hint_px + tick) / 2
        if tick:
            side = self._type().px
            mark = QRectF(left, rect.center().y() - side / 2, side, side)
            draw_check(painter, mark, colour, 2)
        area = QRectF(left + tick, rect.top(), width, rect.height())
        draw_words(painter, area, Words(text, self._type().font(), colour))
        if hint:
            beside = area.translated(width + _GAP_PX, 0)
            draw_key_hint(painter, beside, hint, self._filled() and self.isEnabled())

    def _paint_stacked(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        upper = QRectF(4, 6, rect.width() - 8, rect.height() / 2 - 4)
        draw_words(painter, upper, Words(self._label(), self._type().font(), colour, CENTRE))
        left = rect.center().x() - key_hint_width(self._key) / 2
        lower = QRectF(left, rect.center().y() + 2, rect.width(), rect.height() / 2 - 6)
        draw_key_hint(painter, lower, self._key, self._filled() and self.isEnabled())

    def _below(self) -> bool:
        """Whether its hint stands below the label; the main key keeps its own beside."""
        return self._stacked and bool(self._key) and not self._main

    def _label(self) -> str:
        if self.shows_busy():
            return self.busy_text()
        return f"! {self.text()}" if self.is_troubled() and not self._filled() else self.text()

    def _face(self) -> tuple[Box, str]:
        radius = self.corner_radius()
        if not self.isEnabled():
            return Box("disabled", "line", 1, radius), "disabled_ink"
        if self._filled():
            return self._filled_face(radius)
        if self.is_troubled():
            return Box("card", "late", 2, radius), "late"
        if self.isChecked():
            hue = tokens().hue(self._hue or "green")
            return Box(hue.soft, hue.ink, 2, radius), hue.ink
        return Box("pressed" if self.isDown() else "card", "line_strong", 1, radius), "ink"

    def _filled_face(self, radius: float) -> tuple[Box, str]:
        if self._hue:
            fill = tokens().hue(self._hue).ink
            edge = "ink" if self.isDown() else ""
            return Box(fill, edge, 3, radius), "prime_ink"
        return Box("brand_pressed" if self.isDown() else "brand", "", 0, radius), "prime_ink"

    def _filled(self) -> bool:
        return self._main or (bool(self._hue) and not self.isCheckable())

    def _tall(self) -> int:
        if self._stacked:
            return STACKED_PX
        if self._height_px:
            return self._height_px
        if self._compact:
            return int(Target.OVERVIEW_SMALL)
        return int(Target.CONSOLE_MAIN if self._main else Target.CONSOLE)

    def _type(self) -> Type:
        if self._main and not self._compact:
            role = Role.STRONG if self._stacked else Role.TITLE
            return Type(Scale.CONSOLE, role, Weight.SEMI)
        role = Role.TEXT
        return Type(Scale.CONSOLE, role, Weight.SEMI)
