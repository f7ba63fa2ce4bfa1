"""Small pieces of the console's pages: the big call key, the undo bar, a line of two texts."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, Pressable, TextLabel
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, ink, width_of

from .asks import Do
from .keys import AskKey
from .texts import undo_text
from .undoing import UndoOffer

CALL_KEY_PX, LEAST_CALL_KEY_PX = 132, 78
_KEY_PAD_PX = 10


class CallKey(Pressable):
    """The one thing to do while the counter is free: large label, its key, a line below."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = Do.NEXT
        self._key = key
        self._below = ""
        self._yields = False
        self._label = Type(Scale.CONSOLE, Role.FIGURE).scaled(32 / 26)
        self._small = Type(Scale.CONSOLE, Role.TEXT)
        self._hint = Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_call(self, text: str, below: str) -> None:
        """The label and the line below it."""
        if (text, below) != (self.text(), self._below):
            self.setText(text)
            self._below = below
            self.setAccessibleDescription(below)
            self.update()

    def below(self) -> str:
        """The line below the label."""
        return self._below

    def set_yielding(self, yielding: bool) -> None:
        """Whether it gives height to what stands beside it, as in the wide form."""
        self._yields = yielding
        policy = QSizePolicy.Policy.Preferred if yielding else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)

    def corner_radius(self) -> float:
        return Radius.CARD

    def sizeHint(self) -> QSize:
        label = width_of(self.text(), self._label.font()) + self._hint_px() + 14
        below = width_of(self._below, self._small.font())
        return QSize(math.ceil(max(label, below)) + 32, CALL_KEY_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, LEAST_CALL_KEY_PX if self._yields else CALL_KEY_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        tone = "prime_ink" if self.isEnabled() else "disabled_ink"
        fill = "brand_pressed" if self.isDown() else "brand"
        edge = "" if self.isEnabled() else "line"
        draw_box(painter, rect, Box(fill if self.isEnabled() else "disabled", edge, 1, 14))
        text = self.busy_text() if self.shows_busy() else self.text()
        hint = "" if self.shows_busy() else self._key
        width = width_of(text, self._label.font())
        hint_px = self._hint_px() + 14 if hint else 0
        top = rect.center().y() - (32 if self._below else 20)
        area = QRectF((rect.width() - width - hint_px) / 2, top, width + 2, 40)
        draw_words(painter, area, Words(text, self._label.font(), tone))
        if hint:
            self._paint_hint(painter, area)
        below = QRectF(12, rect.center().y() + 18, rect.width() - 24, 22)
        draw_words(painter, below, Words(self._below, self._small.font(), tone, CENTRE))

    def _paint_hint(self, painter: QPainter, area: QRectF) -> None:
        box = QRectF(area.right() + 12, area.center().y() - 14, self._hint_px(), 28)
        on = self.isEnabled()
        fill, edge = ("prime_key", "prime_key_line") if on else ("paper", "line")
        draw_box(painter, box, Box(fill, edge, 1, 6))
        tone = "prime_ink" if on else "ink_muted"
        draw_words(painter, box, Words(self._key, self._hint.font(), tone, CENTRE))

    def _hint_px(self) -> float:
        return width_of(self._key, self._hint.font()) + 2 * _KEY_PAD_PX


class UndoBar(Card):
    """For some seconds: what the last step was and the key that takes it back.

    Signals:
        asked: undo was pressed; carries `Do.UNDO`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.NOTE, parent)
        self._label = TextLabel("", Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI), "brand_ink")
        self.key = AskKey(Do.UNDO, "Ctrl Z")
        self.key.set_compact(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.key)
        self.key.asked.connect(self.asked)
        self.hide()

    def show_offer(self, offer: UndoOffer | None, usable: bool) -> None:
        """Show the step that can be undone; None hides the bar."""
        self.setVisible(offer is not None)
        self.key.setText(self.tr("Undo"))
        self.key.setEnabled(usable)
        if offer is not None:
            left = -int(-offer.left_s // 1)
            self._label.setText(undo_text(offer.step, offer.ticket, left))

    def text(self) -> str:
        """What the bar says."""
        return self._label.text()


class RuledRow(QWidget):
    """A row under a hairline; its pieces stand side by side in the middle of its height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 1, 0, 0)
        self.row.setSpacing(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, ink("line"))


class TwoTexts(QWidget):
    """One text to the left, one to the right."""

    def __init__(
        self,
        type_: Type = Type(Scale.CONSOLE, Role.SMALL),  # noqa: B008 - a frozen value
        tone: str = "ink_2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.left = TextLabel("", type_, tone)
        self.right = TextLabel("", type_, tone)
        self.right.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.right.set_strong_tone("ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.right)

    def show_texts(self, left: str, right: str) -> None:
        """Both texts; `<b>…</b>` is bold."""
        self.left.set_marked(left)
        self.right.set_marked(right)
