"""Small marks: tier tag, dot, key hint, pill, boxed number."""

import math
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Scale, Type, Weight, paint_icon, tokens
from ui.theme.scale import font_px
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of

TIER_LETTER = {"general": "G", "special": "S", "value_added": "V", "corporate": "B"}
"""The letter of a tier's tag; never a letter of a ticket number."""

_HINT = Type(Scale.CONSOLE, Role.HINT)


def draw_key_hint(painter: QPainter, middle: QRectF, text: str, on_main: bool) -> None:
    """Draw a key hint left-aligned in `middle`, centred in height."""
    font = _HINT.font()
    width, height = key_hint_width(text), _HINT.px + 7.0
    box = QRectF(middle.left(), middle.center().y() - height / 2, width, height)
    fill, edge = ("prime_key", "prime_key_line") if on_main else ("paper", "line")
    draw_box(painter, box, Box(fill, edge, 1, 5))
    colour = "prime_ink" if on_main else "ink_muted"
    draw_words(painter, box, Words(text, font, colour, CENTRE))


def key_hint_width(text: str) -> float:
    """Width of a key hint in px."""
    return width_of(text, _HINT.font()) + 13


class _Mark(QWidget):
    """A mark keeps its size."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TierTag(_Mark):
    """A coloured square with the tier's letter; stands before the tier's word."""

    def __init__(
        self,
        hue: str = "general",
        letter: str = "",
        size_px: int = 52,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hue, self._letter, self._size_px = str(hue), letter, size_px
        self.setAccessibleName(letter or TIER_LETTER.get(str(hue), ""))

    def show_tier(self, hue: str, letter: str = "") -> None:
        """Another tier; without `letter` the tier's own."""
        self._hue, self._letter = str(hue), letter
        self.setAccessibleName(letter or TIER_LETTER.get(str(hue), ""))
        self.update()

    def set_size(self, size_px: int) -> None:
        """Side of the square in px."""
        self._size_px = size_px
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, Box(tokens().hue(self._hue).ink, "", 0, self._size_px * 0.23))
        letter = self._letter or TIER_LETTER.get(self._hue, "")
        font = font_px(round(self._size_px * 0.58), Weight.HEAVY)
        draw_words(painter, rect, Words(letter, font, "prime_ink", CENTRE))


class Dot(_Mark):
    """A round spot in a token's colour, before a word."""

    def __init__(
        self, token: str = "brand", size_px: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._token, self._size_px = token, size_px

    def set_token(self, token: str) -> None:
        """Another colour."""
        if token != self._token:
            self._token = token
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = self._size_px / 2
        draw_box(QPainter(self), QRectF(self.rect()), Box(self._token, "", 0, radius))


class KeyHint(_Mark):
    """The key that does the same, in a small box."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text

    def set_text(self, text: str) -> None:
        """Another key."""
        if text != self._text:
            self._text = text
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(key_hint_width(self._text)), _HINT.px + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_key_hint(QPainter(self), QRectF(self.rect()), self._text, on_main=False)


class BoxedNumber(_Mark):
    """A counter's number in a solid box: on the head bar of a console, in a call on the board."""

    def __init__(self, text: str = "", height_px: int = 46, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._height_px = text, height_px
        self._fill, self._colour = "bar_ink", "board_now"

    def set_text(self, text: str) -> None:
        """Another number."""
        if text != self._text:
            self._text = text
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The number shown."""
        return self._text

    def set_height(self, height_px: int) -> None:
        """Height of the box in px; the type follows."""
        self._height_px = height_px
        self.updateGeometry()

    def set_colours(self, fill: str, ink_token: str) -> None:
        """Other tokens for box and number."""
        self._fill, self._colour = fill, ink_token
        self.update()

    def sizeHint(self) -> QSize:
        width = width_of(self._text, self._fitted()) + self._height_px * 0.7
        return QSize(max(self._height_px, math.ceil(width)), self._height_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, Box(self._fill, "", 0, self._height_px * 0.25))
        draw_words(painter, rect, Words(self._text, self._fitted(), self._colour, CENTRE))

    def _fitted(self) -> QFont:
        times = 0.74 if self._height_px > 80 else 0.57
        return font_px(round(self._height_px * times), Weight.HEAVY)


class PillLook(StrEnum):
    """Where a pill stands: on a card, or as the state on a head bar."""

    SOFT = "soft"
    ON_BAR = "on_bar"
    PAUSED = "paused"


class Pill(_Mark):
    """A short word in a rounded ground, with an icon that says the same as the colour."""

    def __init__(
        self, text: str = "", hue: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._hue, self._icon = text, str(hue), icon
        self._look = PillLook.SOFT
        self._type = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI)

    def text(self) -> str:
        """The word shown."""
        return self._text

    def show_pill(self, text: str, hue: str = "plain", icon: str = "") -> None:
        """Set everything at once."""
        if (text, str(hue), icon) != (self._text, self._hue, self._icon):
            self._text, self._hue, self._icon = text, str(hue), icon
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_look(self, look: PillLook) -> None:
        """Where it stands."""
        if look != self._look:
            self._look = look
            self.update()

    def set_type(self, type_: Type) -> None:
        """Size of the word."""
        if type_ != self._type:
            self._type = type_
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = self._type.px
        icon = px * 1.25 if self._icon else 0
        width = width_of(self._text, self._type.font()) + icon + px * 1.5
        return QSize(math.ceil(width), math.ceil(px * (2.4 if self._on_bar() else 1.85)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill, colour = self._colours()
        draw_box(painter, rect, Box(fill, "", 0, rect.height() / 2))
        px = self._type.px
        inner = rect.adjusted(px * 0.75, 0, -px * 0.7, 0)
        if self._icon:
            box = QRectF(inner.left(), rect.center().y() - px * 0.52, px * 1.04, px * 1.04)
            paint_icon(painter, self._icon, box, colour)
            inner.setLeft(inner.left() + px * 1.25)
        draw_words(painter, inner, Words(self._text, self._type.font(), colour))

    def _on_bar(self) -> bool:
        return self._look is not PillLook.SOFT

    def _colours(self) -> tuple[str, str]:
        if self._look is PillLook.ON_BAR:
            return "bar_on", "bar_ink"
        if self._look is PillLook.PAUSED:
            return "paused", "paused_ink"
        hue = tokens().hue(self._hue)
        return hue.soft, hue.ink
