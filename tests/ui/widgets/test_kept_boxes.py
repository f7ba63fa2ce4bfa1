"""A box kept as a picture looks as if it were drawn, in every theme and place."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ui.theme import apply_theme
from ui.widgets import boxes
from ui.widgets.boxes import Box, draw_box

EDGED = Box("card", "brand", 2, 14, bar="late")
DASHED = Box("green_soft", "green", 2, 7, dashed=True)
FILLED = Box("brand_soft", "", 0, 22)
HOLLOW = Box("", "line_strong", 1, 10)
MIXED_TWICE = 2
"""Light that a smooth corner may differ by, of 255, when it is mixed in two steps."""


def drawn(box: Box, x: float = 3, scale: float = 1.0) -> QImage:
    image = QImage(640, 460, QImage.Format.Format_RGB32)
    image.fill(0xFFD0D0D0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw_box(painter, QRectF(x, 5, 480, 320), box)
    draw_box(painter, QRectF(x + 500, 5, 60, 40), box)
    painter.end()
    return image


def alike(first: QImage, second: QImage) -> bool:
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs) <= MIXED_TWICE


@pytest.mark.parametrize("box", [EDGED, DASHED, FILLED, HOLLOW])
@pytest.mark.parametrize("theme", ["day", "night"])
def test_a_kept_box_looks_like_a_drawn_one(qapp, monkeypatch, box, theme):
    apply_theme(qapp, theme)
    kept = [drawn(box), drawn(box)]
    monkeypatch.setattr(boxes, "_plain", lambda painter: False)
    plain = drawn(box)
    apply_theme(qapp, "day")
    assert kept[0] == kept[1]
    assert alike(kept[0], plain)


def test_another_theme_is_another_picture(qapp):
    apply_theme(qapp, "day")
    day = drawn(EDGED)
    apply_theme(qapp, "night")
    assert drawn(EDGED) != day
    apply_theme(qapp, "day")
    assert drawn(EDGED) == day


@pytest.mark.parametrize(("x", "scale"), [(3.5, 1.0), (3, 1.25)])
def test_between_pixels_nothing_is_kept(qapp, x, scale):
    boxes._box_image.cache_clear()
    boxes._pieces.cache_clear()
    drawn(EDGED, x, scale)
    assert boxes._box_image.cache_info().currsize == 0
