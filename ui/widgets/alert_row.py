"""One line of what needs attention: a sign, a sentence, and what to do."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.theme.scale import font_px
from ui.widgets.kept import KeptPicture
from ui.widgets.paint import (
    CENTRE,
    Box,
    Words,
    draw_box,
    draw_check,
    draw_triangle,
    draw_words,
    ink,
)
from ui.widgets.pressable import Pressable
from ui.widgets.text_flow import Flow, Setting, break_lines, draw_flow

_SIGN_PX = 22
_PAD_PX = 11


class AlertSign(StrEnum):
    """How much it matters: `!`, a triangle, `?`, `i`, or a tick once it is done."""

    URGENT = "urgent"
    WARN = "warn"
    ASK = "ask"
    INFO = "info"
    DONE = "done"


_FILL = {
    AlertSign.URGENT: "late",
    AlertSign.WARN: "warn",
    AlertSign.ASK: "green",
    AlertSign.INFO: "brand",
}
_LETTER = {AlertSign.URGENT: "!", AlertSign.ASK: "?", AlertSign.INFO: "i"}


class AlertRow(Pressable):
    """An alert; the detail wraps to at most two lines. A hairline stands above it."""

    def __init__(self, scale: Scale = Scale.OVERVIEW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._sign = AlertSign.INFO
        self._detail = ""
        self._picture = KeptPicture()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_alert(self, sign: AlertSign, title: str, detail: str = "") -> None:
        """Set everything at once."""
        if (sign, title, detail) != (self._sign, self.text(), self._detail):
            self._sign, self._detail = sign, detail
            self.setText(title)
            self.setAccessibleName(f"{title}. {detail}")
            self.updateGeometry()
            self.update()

    def sign(self) -> AlertSign:
        """How much it matters."""
        return self._sign

    def corner_radius(self) -> float:
        return 6

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        detail = self._detail_lines(width - self._text_left()) * self._setting().line_px
        return int(2 * _PAD_PX + self._title().line_px + (detail + 2 if self._detail else 0))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = (self._sign, self.text(), self._detail, self._scale, self.isDown())
        self._picture.paint(self, shown, self._draw)

    def _draw(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        if self.isDown():
            draw_box(painter, rect, Box("pressed", "", 0, self.corner_radius()))
        painter.fillRect(QRectF(0, 0, rect.width(), 1), ink("line"))
        self._paint_sign(painter, QRectF(0, _PAD_PX, _SIGN_PX, _SIGN_PX))
        title = self._title()
        left = self._text_left()
        row = QRectF(left, _PAD_PX, rect.width() - left, title.line_px)
        tone = "ink_2" if self._sign is AlertSign.DONE else "ink"
        draw_words(painter, row, Words(self.text(), title.font(), tone))
        setting = self._setting()
        height = self._detail_lines(row.width()) * setting.line_px
        below = QRectF(left, row.bottom() + 2, row.width(), height)
        draw_flow(painter, below, Flow(self._detail), setting)

    def _paint_sign(self, painter: QPainter, box: QRectF) -> None:
        if self._sign is AlertSign.DONE:
            draw_box(painter, box, Box("card", "ok", 2, 6))
            draw_check(painter, box.adjusted(4, 4, -4, -4), "ok", 2)
            return
        draw_box(painter, box, Box(_FILL[self._sign], "", 0, 6))
        if self._sign is AlertSign.WARN:
            draw_triangle(painter, box.adjusted(5, 5.5, -5, -6), "prime_ink")
        else:
            font = font_px(14, Weight.HEAVY)
            draw_words(painter, box, Words(_LETTER[self._sign], font, "prime_ink", CENTRE))

    def _detail_lines(self, width_px: float) -> int:
        if not self._detail:
            return 0
        return break_lines(Flow(self._detail), self._setting(), width_px).lineCount()

    def _setting(self) -> Setting:
        type_ = Type(self._scale, Role.SMALL)
        return Setting(type_.font(), type_.sentence_px, "ink_2", lines=2)

    def _text_left(self) -> int:
        return _SIGN_PX + 12

    def _title(self) -> Type:
        return Type(self._scale, Role.TEXT, Weight.BOLD)
