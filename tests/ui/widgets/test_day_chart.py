import pytest
from PySide6.QtGui import QImage

from ui.theme import tokens
from ui.widgets import ChartBand, ChartFace, ChartLine, ChartTarget, DayChart
from ui.widgets.gallery import sample_chart


@pytest.fixture
def chart(qtbot) -> DayChart:
    made = DayChart()
    qtbot.addWidget(made)
    made.resize(530, 360)
    return made


def columns_of(image: QImage, token: str) -> set[tuple[int, int]]:
    wanted = tokens().colour(token).rgb()
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = memoryview(bytes(plain.constBits())).cast("I")
    width = image.width()
    return {(at % width, at // width) for at, pixel in enumerate(pixels) if pixel == wanted}


def test_lines_stay_inside_the_axes(chart):
    wild = ChartLine(((0, -50), (30, 500), (60, -20), (200, 900)), "green")
    chart.show_chart(ChartFace(0, 60, 40, lines=(wild,)))
    area = chart.plot_area().adjusted(-1, -4, 4, 4)
    drawn = columns_of(chart.grab().toImage(), "green")
    assert drawn
    assert all(area.contains(x, y) for x, y in drawn)


def test_line_band_target_and_mark_are_drawn(chart):
    chart.show_chart(sample_chart())
    image = chart.grab().toImage()
    for token in ("brand", "green", "late"):
        assert columns_of(image, token), token
    empty = DayChart.grab(chart).toImage()
    assert image == empty
    chart.show_chart(ChartFace(540, 780, 40, target=ChartTarget(20, "目标 20 分")))
    assert chart.grab().toImage() != image


def test_a_band_fills_between_its_limits(chart):
    band = ChartBand(((0, 10, 30), (60, 10, 30)))
    chart.show_chart(ChartFace(0, 60, 40))
    before = chart.grab().toImage()
    chart.show_chart(ChartFace(0, 60, 40, bands=(band,)))
    after = chart.grab().toImage()
    area = chart.plot_area()
    x = int(area.center().x())

    def changed(level: float) -> bool:
        y = int(area.bottom() - level / 40 * area.height())
        return bool(before.pixel(x, y) != after.pixel(x, y))

    assert changed(20)
    assert not changed(5)
    assert not changed(35)


def test_nothing_known_is_said_in_words(chart, share):
    chart.show_chart(ChartFace(540, 780, 40, empty="还没有数据"))
    assert columns_of(chart.grab().toImage(), "ink_muted")


@pytest.mark.parametrize(("width", "height"), [(200, 90), (1200, 700)])
def test_it_draws_at_any_size(chart, width, height):
    chart.resize(width, height)
    chart.show_chart(sample_chart())
    assert columns_of(chart.grab().toImage(), "brand")


def test_one_point_and_no_width_draw_nothing_and_do_not_fail(chart):
    chart.show_chart(ChartFace(5, 5, 0, lines=(ChartLine(((5, 1),)),), mark=(5, 0)))
    chart.grab()
