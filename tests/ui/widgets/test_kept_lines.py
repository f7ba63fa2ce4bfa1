"""A line that is painted again stands where it stood the first time, to the pixel."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.theme import apply_theme
from ui.theme.scale import font_px
from ui.widgets import lines
from ui.widgets.lines import CENTRE, LEFT, RIGHT, Words, draw_words, width_of

TEXT = "A048 等候 14:50"


def drawn(px: int, top: float, align: Qt.AlignmentFlag = LEFT, room: float = 600) -> QImage:
    image = QImage(640, 160, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    words = Words(TEXT, font_px(px, 600), "ink", align)
    draw_words(painter, QRectF(10.3, top, room, 90), words)
    painter.end()
    return image


@pytest.fixture(autouse=True)
def nothing_kept(qapp):
    apply_theme(qapp, "day")
    lines._line.cache_clear()
    yield
    lines._line.cache_clear()


@pytest.mark.parametrize("px", [12, 15, 28, 46, 64, 92])
@pytest.mark.parametrize("top", [0, 0.25, 0.4, 0.475, 0.5, 0.75, 0.985])
def test_a_line_painted_again_stands_where_it_stood(px: int, top: float):
    first = drawn(px, top)
    assert [drawn(px, top) for _ in range(3)] == [first] * 3


@pytest.mark.parametrize("align", [RIGHT, CENTRE])
def test_its_side_is_kept(align):
    first = drawn(15, 0, align)
    assert first != drawn(15, 0, LEFT)
    assert drawn(15, 0, align) == drawn(15, 0, align) == first


def test_a_line_that_is_cut_is_cut_each_time():
    whole = drawn(28, 0)
    cut = drawn(28, 0, room=90)
    assert cut != whole
    assert drawn(28, 0, room=90) == drawn(28, 0, room=90) == cut
    assert drawn(28, 0) == whole


def test_another_theme_is_another_ink(qapp):
    day = [drawn(15, 0) for _ in range(3)][-1]
    apply_theme(qapp, "night")
    night = drawn(15, 0)
    apply_theme(qapp, "day")
    assert night != day
    assert drawn(15, 0) == day


def test_a_width_is_that_of_the_font():
    assert width_of(TEXT, font_px(28, 600)) > 1.9 * width_of(TEXT, font_px(14, 600))
