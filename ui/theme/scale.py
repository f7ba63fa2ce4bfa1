"""Type, spacing, radii and target sizes: a widget asks for a role, never for a pixel."""

import math
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import cache, lru_cache

from PySide6.QtGui import QFont

from ui.theme.fonts import FAMILIES, features


class Scale(StrEnum):
    """The kind of screen a piece stands on; it decides how big every role is."""

    CONSOLE = "console"
    OVERVIEW = "overview"
    OVERVIEW_SMALL = "overview_small"
    KIOSK = "kiosk"
    ELDER = "elder"
    BOARD = "board"


class Role(StrEnum):
    """What a text is for, from key hints to the ticket number."""

    HINT = "hint"
    SMALL = "small"
    TEXT = "text"
    STRONG = "strong"
    TITLE = "title"
    HEAD = "head"
    FIGURE = "figure"
    NUMBER = "number"


class Weight(IntEnum):
    """Weights in use; figures and numbers are never lighter than BOLD."""

    REGULAR = 400
    MEDIUM = 500
    SEMI = 600
    BOLD = 700
    HEAVY = 800


_SIZES_PX: dict[Scale, tuple[int, ...]] = {
    Scale.CONSOLE: (11, 13, 14, 16, 19, 21, 26, 62),
    Scale.OVERVIEW: (12, 13, 15, 16, 19, 21, 33, 28),
    Scale.OVERVIEW_SMALL: (12, 13, 14, 14, 16, 18, 20, 20),
    Scale.KIOSK: (22, 24, 28, 34, 42, 46, 52, 310),
    Scale.ELDER: (36, 36, 38, 42, 58, 66, 56, 400),
    Scale.BOARD: (32, 36, 44, 66, 92, 96, 216, 300),
}
_WEIGHTS: dict[Role, Weight] = {
    Role.HINT: Weight.SEMI,
    Role.SMALL: Weight.REGULAR,
    Role.TEXT: Weight.REGULAR,
    Role.STRONG: Weight.SEMI,
    Role.TITLE: Weight.BOLD,
    Role.HEAD: Weight.BOLD,
    Role.FIGURE: Weight.BOLD,
    Role.NUMBER: Weight.HEAVY,
}
HINTING = QFont.HintingPreference.PreferVerticalHinting
"""Whatever the desktop prefers: texts are as wide everywhere as where they were fitted."""

_TIGHT = frozenset({Role.TITLE, Role.HEAD, Role.FIGURE, Role.NUMBER})


_SIZE_PX = {
    (scale, role): px
    for scale, sizes in _SIZES_PX.items()
    for role, px in zip(Role, sizes, strict=True)
}


def size_px(scale: Scale, role: Role) -> int:
    """The type size of a role on a screen, in px."""
    return _SIZE_PX[scale, role]


@dataclass(frozen=True, slots=True)
class Type:
    """One way of setting text: `Type(Scale.KIOSK, Role.TITLE)`.

    `weight` None means the role's own; `times` enlarges or shrinks (1.0 is the table's size).
    """

    scale: Scale
    role: Role
    weight: Weight | None = None
    times: float = 1.0

    @property
    def px(self) -> int:
        """Size in px."""
        return round(size_px(self.scale, self.role) * self.times)

    @property
    def line_px(self) -> int:
        """Height of one line in px, the same for Latin and Chinese so that rows do not jump."""
        return math.ceil(self.px * (1.2 if self.role in _TIGHT else 1.3))

    @property
    def sentence_px(self) -> int:
        """Height of one line of running text of several lines, in px."""
        return math.ceil(self.px * (1.25 if self.role in _TIGHT else 1.45))

    def at(self, scale: Scale) -> "Type":
        """The same role on another screen, for example in elder mode."""
        return replace(self, scale=scale)

    def weighing(self, weight: Weight) -> "Type":
        """The same size in another weight."""
        return replace(self, weight=weight)

    def scaled(self, times: float) -> "Type":
        """The same role, `times` as big as now."""
        return replace(self, times=self.times * times)

    def font(self) -> QFont:
        """The font, with figures of equal width; shared, so it is copied before it is changed."""
        return _font_of(self)


@lru_cache(maxsize=1024)
def _font_of(type_: Type) -> QFont:
    return font_px(type_.px, type_.weight or _WEIGHTS[type_.role])


def font_px(px: int, weight: int = Weight.REGULAR) -> QFont:
    """The project's families at `px`; for pieces that fit their text to a given height.

    Shared as well.
    """
    return _made(px, int(weight))


@cache
def _made(px: int, weight: int) -> QFont:
    """A font costs much to make, and pieces ask for theirs at every paint."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(1, px))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(HINTING)
    for tag in features():
        font.setFeature(tag, 1)
    return font


class Gap(IntEnum):
    """Spacing in px; the only steps in use."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 36
    HUGE = 56


class Radius(IntEnum):
    """Corner radii in px."""

    CHIP = 8
    BUTTON = 10
    CARD = 14
    KIOSK_BUTTON = 18
    KIOSK_PANEL = 22
    BOARD = 28


class Target(IntEnum):
    """Least height in px of what can be pressed."""

    OVERVIEW_SMALL = 38
    OVERVIEW = 44
    CONSOLE = 44
    CONSOLE_MAIN = 60
    KIOSK = 84
    KIOSK_ROW = 104
    KIOSK_TILE = 122


@dataclass(frozen=True, slots=True)
class Margins:
    """Outer margin and gap between pieces of a screen, in px."""

    margin: int
    gap: int


MARGINS: dict[Scale, Margins] = {
    Scale.CONSOLE: Margins(14, 12),
    Scale.OVERVIEW: Margins(24, 14),
    Scale.OVERVIEW_SMALL: Margins(14, 10),
    Scale.KIOSK: Margins(56, 20),
    Scale.ELDER: Margins(56, 24),
    Scale.BOARD: Margins(72, 56),
}
