"""A message that stands still in its place: no pop-up, no blinking, room for one action."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight, paint_icon
from ui.widgets.paint import Box, draw_box
from ui.widgets.text_label import TextLabel


class MessageTone(StrEnum):
    """How much the message matters; each has its own sign."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    LATE = "late"


_FACES: dict[MessageTone, tuple[str, str, str, str]] = {
    MessageTone.INFO: ("brand_soft", "brand_line", "brand_ink", ""),
    MessageTone.OK: ("green_soft", "green_line", "green", "check"),
    MessageTone.WARN: ("warn_soft", "warn", "warn_ink", "warning"),
    MessageTone.LATE: ("late_soft", "late", "late", "warning"),
}
"""Ground, edge, ink and icon of each tone."""


class QuietMessage(QFrame):
    """One sentence in a bar; hidden while there is nothing to say."""

    def __init__(self, scale: Scale = Scale.CONSOLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = MessageTone.INFO
        self._type = Type(scale, Role.TEXT, Weight.SEMI)
        self._label = TextLabel("", self._type, "brand_ink")
        self._label.set_wrapping(True, 3)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        self._fit()
        self.hide()

    def say(self, text: str, tone: str = "info") -> None:
        """Show `text` (`<b>` allowed) in a tone, a `MessageTone` or its value; "" hides the bar."""
        self._tone = MessageTone(str(tone))
        self._label.set_marked(text)
        self._label.set_tone(_FACES[self._tone][2])
        self.setAccessibleName(self._label.text())
        self._fit()
        self.setVisible(bool(text))
        self.update()

    def clear(self) -> None:
        """Say nothing and take no room."""
        self.say("")

    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def set_scale(self, scale: Scale) -> None:
        """Other type, such as the elder one."""
        type_ = Type(scale, Role.TEXT, Weight.SEMI)
        if type_ != self._type:
            self._type = type_
            self._label.set_type(type_)
            self._fit()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at its right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, colour, icon = _FACES[self._tone]
        rect = QRectF(self.rect())
        draw_box(painter, rect, Box(fill, edge, 1, Radius.BUTTON))
        if icon:
            side = self._icon_px()
            box = QRectF(self._pad(), rect.center().y() - side / 2, side, side)
            paint_icon(painter, icon, box, colour)

    def _fit(self) -> None:
        pad = self._pad()
        lead = pad + (self._icon_px() + pad // 2 if _FACES[self._tone][3] else 0)
        self._row.setContentsMargins(lead, max(6, pad // 2), pad // 2 + 1, max(6, pad // 2))

    def _pad(self) -> int:
        return max(14, self._type.px * 3 // 4)

    def _icon_px(self) -> int:
        return round(self._type.px * 1.4)
