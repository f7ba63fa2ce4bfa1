"""The palette: every colour by name, read from one TOML file a theme."""

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor

from ui.theme.files import read_text

THEMES = ("day", "night")
CONTRAST = "contrast"
"""Not a look of the house: what one customer may ask of a kiosk. Text is at least 7 : 1."""


class Hue(StrEnum):
    """A family of colours; the tiers spell as `branchfloor.domain.kinds.Tier` does.

    Colour is never the only cue: a piece that takes a hue also shows a letter, sign or word.
    """

    GENERAL = "general"
    SPECIAL = "special"
    VALUE = "value_added"
    GREEN = "green"
    CORPORATE = "corporate"
    BRAND = "brand"
    LATE = "late"
    WARN = "warn"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class HueColours:
    """One family as hex strings: `ink` on `soft`, edge `line`; `inv` is the ink on dark grounds."""

    ink: str
    soft: str
    line: str
    inv: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one theme as "#RRGGBB"; field names are the names in resources/themes."""

    name: str
    ink: str
    ink_2: str
    ink_3: str
    ink_muted: str
    line: str
    line_strong: str
    paper: str
    card: str
    brand: str
    brand_deep: str
    brand_soft: str
    brand_line: str
    brand_ink: str
    brand_pressed: str
    general: str
    general_soft: str
    general_line: str
    special: str
    special_soft: str
    special_line: str
    value: str
    value_soft: str
    value_line: str
    green: str
    green_soft: str
    green_line: str
    corporate: str
    corporate_soft: str
    corporate_line: str
    ok: str
    warn: str
    warn_soft: str
    warn_ink: str
    late: str
    late_soft: str
    late_line: str
    paused: str
    paused_ink: str
    idle: str
    disabled: str
    disabled_ink: str
    focus: str
    focus_inv: str
    pressed: str
    prime_ink: str
    prime_key: str
    prime_key_line: str
    hatch: str
    hatch_line: str
    bar_ink: str
    bar_ink_2: str
    bar_line: str
    bar_on: str
    board: str
    board_now: str
    board_foot: str
    board_line: str
    board_ink: str
    board_ink_2: str
    general_inv: str
    special_inv: str
    value_inv: str
    green_inv: str
    corporate_inv: str
    late_inv: str

    def colour(self, token: str) -> QColor:
        """The colour called `token`; an unknown name is a mistake in code and raises KeyError."""
        return _colour(self._value(token))

    def hue(self, hue: str) -> HueColours:
        """The colours of a family, given as a `Hue`, a domain `Tier` or their value."""
        return _hue(self, hue)

    def as_dict(self) -> dict[str, str]:
        """Token name to hex string, for filling style sheets."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def _value(self, token: str) -> str:
        value = getattr(self, token, None)
        if not isinstance(value, str):
            raise KeyError(token)
        return value


_HUES: dict[Hue, tuple[str, str, str, str]] = {
    Hue.GENERAL: ("general", "general_soft", "general_line", "general_inv"),
    Hue.SPECIAL: ("special", "special_soft", "special_line", "special_inv"),
    Hue.VALUE: ("value", "value_soft", "value_line", "value_inv"),
    Hue.GREEN: ("green", "green_soft", "green_line", "green_inv"),
    Hue.CORPORATE: ("corporate", "corporate_soft", "corporate_line", "corporate_inv"),
    Hue.BRAND: ("brand_ink", "brand_soft", "brand_line", "board_ink"),
    Hue.LATE: ("late", "late_soft", "late_line", "late_inv"),
    Hue.WARN: ("warn", "warn_soft", "special_line", "special_inv"),
    Hue.PLAIN: ("ink_2", "paper", "line", "board_ink_2"),
}


def _hue(theme: Tokens, hue: str) -> HueColours:
    """Looked up once a theme; a key of so many colours would cost more than the looking up."""
    key = (theme.name, hue)
    if key not in _FAMILIES:
        ink, soft, line, inv = (getattr(theme, token) for token in _HUES[Hue(str(hue))])
        _FAMILIES[key] = HueColours(ink, soft, line, inv)
    return _FAMILIES[key]


_FAMILIES: dict[tuple[str, str], HueColours] = {}


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


@cache
def load_tokens(name: str) -> Tokens:
    """Read the theme called `name` ("day", "night", `CONTRAST`); an unknown token raises."""
    return Tokens(name=name, **tomllib.loads(read_text(f"themes/{name}.toml")))
