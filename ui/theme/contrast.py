"""Contrast as WCAG 2 counts it, and the pairs of tokens that must hold it."""

from PySide6.QtGui import QColor

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink_2", "ink_muted") for ground in ("card", "paper")),
    ("ink_3", "card"),
    *((ink, "brand_soft") for ink in ("ink", "ink_2", "ink_muted", "brand_ink", "brand")),
    ("ink_2", "pressed"),
    ("ink", "pressed"),
    ("disabled_ink", "disabled"),
    ("disabled_ink", "card"),
    *((hue, f"{hue}_soft") for hue in ("general", "special", "value", "green", "corporate")),
    *((hue, "card") for hue in ("general", "special", "value", "green", "corporate", "late")),
    *(("ink_2", f"{hue}_soft") for hue in ("general", "special", "value", "green")),
    ("warn", "warn_soft"),
    ("warn_ink", "warn_soft"),
    ("warn", "card"),
    ("late", "late_soft"),
    ("ok", "card"),
    *(("prime_ink", fill) for fill in ("brand", "brand_pressed", "general", "special", "value")),
    *(("prime_ink", fill) for fill in ("green", "corporate", "late", "warn", "prime_key")),
    ("paused_ink", "paused"),
    *((ink, ground) for ink in ("bar_ink", "bar_ink_2") for ground in ("brand_deep", "bar_on")),
    *(
        (ink, ground)
        for ink in ("board_ink", "board_ink_2", "general_inv", "special_inv", "value_inv")
        for ground in ("board", "board_now", "board_foot")
    ),
    ("green_inv", "board"),
    ("late_inv", "board"),
    ("corporate_inv", "board"),
)
"""Text on ground: at least 4.5."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    ("line_strong", "card"),
    ("line_strong", "paper"),
    ("brand", "card"),
    ("brand", "brand_soft"),
    ("warn", "card"),
    ("late", "card"),
    ("green", "green_soft"),
    ("focus", "card"),
    ("focus", "paper"),
    ("focus_inv", "brand_deep"),
    ("focus_inv", "board"),
    ("bar_line", "brand_deep"),
)
"""Edge against ground: at least 3."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 (same) to 21 (black on white)."""
    dark, light = sorted((_luminance(QColor(first)), _luminance(QColor(second))))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
