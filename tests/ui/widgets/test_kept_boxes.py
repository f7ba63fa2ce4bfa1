"""A box kept as a picture looks as if it were drawn, in every theme and place."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ui.theme import apply_theme
from ui.widgets import paint
from ui.widgets.paint import Box, draw_box

EDGED = Box("card", "brand", 2, 14, bar="late")
DASHED = Box("green_soft", "green", 2, 7, dashed=True)


def drawn(box: Box, x: float = 3, scale: float = 1.0) -> QImage:
    image = QImage(240, 160, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw_box(painter, QRectF(x, 5, 180, 120), box)
    painter.end()
    return image


@pytest.mark.parametrize("box", [EDGED, DASHED])
@pytest.mark.parametrize("theme", ["day", "night"])
def test_a_kept_box_looks_like_a_drawn_one(qapp, monkeypatch, box, theme):
    apply_theme(qapp, theme)
    kept = [drawn(box), drawn(box)]
    monkeypatch.setattr(paint, "_LARGEST_KEPT_PX", 0)
    assert kept == [drawn(box)] * 2
    apply_theme(qapp, "day")


def test_another_theme_is_another_picture(qapp):
    apply_theme(qapp, "day")
    day = drawn(EDGED)
    apply_theme(qapp, "night")
    assert drawn(EDGED) != day
    apply_theme(qapp, "day")
    assert drawn(EDGED) == day


@pytest.mark.parametrize(("x", "scale"), [(3.5, 1.0), (3, 1.25)])
def test_between_pixels_nothing_is_kept(qapp, x, scale):
    paint._box_image.cache_clear()
    drawn(EDGED, x, scale)
    assert paint._box_image.cache_info().currsize == 0
