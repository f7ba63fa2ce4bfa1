"""Grounds to put things on: cards, bands, hairlines."""

from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import Radius, tokens
from ui.widgets.paint import Box, draw_box, ink


class CardLook(StrEnum):
    """What a card is for: read, decide, notice, group."""

    PLAIN = "plain"
    DECIDE = "decide"
    CALLED = "called"
    STALE = "stale"
    WARN = "warn"
    SECTION = "section"
    SOLID = "solid"
    LEFT_BAR = "left_bar"
    NOTE = "note"
    QUICK = "quick"


class Card(QFrame):
    """A painted box to lay things out in; SECTION, SOLID and LEFT_BAR take a hue."""

    def __init__(self, look: CardLook = CardLook.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hue = "brand"
        self.setProperty("look", look.value)

    def look(self) -> CardLook:
        """The look in use."""
        return self._look

    def set_look(self, look: CardLook, hue: str = "brand") -> None:
        """Change what the card is for."""
        if (look, str(hue)) != (self._look, self._hue):
            self._look, self._hue = look, str(hue)
            self.setProperty("look", look.value)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), self._box())

    def _box(self) -> Box:
        hue = tokens().hue(self._hue)
        panel = Radius.KIOSK_PANEL
        match self._look:
            case CardLook.SECTION:
                return Box(hue.soft, "", 0, panel)
            case CardLook.SOLID:
                return Box(tokens().brand if self._hue == "brand" else hue.ink, "", 0, panel)
            case CardLook.LEFT_BAR:
                bar = "brand" if self._hue == "brand" else hue.ink
                return Box("card", "line", 1, Radius.CARD, bar=bar, bar_px=4)
            case look:
                return _BOXES[look]


_BOXES: dict[CardLook, Box] = {
    CardLook.PLAIN: Box("card", "line", 1, Radius.CARD),
    CardLook.DECIDE: Box("brand_soft", "brand", 2, Radius.CARD),
    CardLook.CALLED: Box("card", "brand", 2, Radius.CARD),
    CardLook.STALE: Box("paper", "line_strong", 2, Radius.CARD),
    CardLook.WARN: Box("warn_soft", "warn", 2, Radius.CARD),
    CardLook.NOTE: Box("brand_soft", "brand_line", 1, Radius.BUTTON),
    CardLook.QUICK: Box("brand_soft", "brand_line", 2, Radius.KIOSK_PANEL),
}


class Band(QWidget):
    """A flat rectangle in a token's colour: head bars, halves of the board, footers."""

    def __init__(self, fill: str = "brand_deep", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill = fill

    def set_fill(self, fill: str) -> None:
        """Another token."""
        if fill != self._fill:
            self._fill = fill
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink(self._fill))


class Rule(QWidget):
    """A hairline across, `thick_px` high."""

    def __init__(
        self, tone: str = "line", thick_px: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedHeight(thick_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink(self._tone))
