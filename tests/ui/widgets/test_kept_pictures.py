"""A piece that is painted again looks as it did, and otherwise as soon as it is otherwise."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.theme import Scale, apply_theme
from ui.widgets import AlertRow, AlertSign, Chip, ChipFace, CounterCard, CounterFace, PushKey
from ui.widgets.day_chart import ChartFace, ChartLine, DayChart

CHIP = ChipFace("A048 14:50")
COUNTER = CounterFace("3", "cash", "A031", right="4:10", progress=0.4)
CHART = ChartFace(0, 60, 20, y_ticks=((10, "10"),), lines=(ChartLine(((0, 2), (60, 18))),))


def seen(widget: QWidget, times: int = 3) -> QImage:
    """What it looks like when it is painted so often; the same each time."""
    pictures = [widget.grab().toImage() for _ in range(times)]
    assert pictures == pictures[:1] * times
    return pictures[0]


@pytest.fixture
def shown(qtbot, qapp):
    apply_theme(qapp, "day")

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(220, 120)
        widget.show()
        return widget

    return show


def a_chip() -> QWidget:
    chip = Chip()
    chip.show_ticket(CHIP)
    return chip


def a_card() -> QWidget:
    card = CounterCard()
    card.show_face(COUNTER)
    return card


def a_row() -> QWidget:
    row = AlertRow()
    row.show_alert(AlertSign.WARN, "A012 waits", "18 min")
    return row


def a_chart() -> QWidget:
    chart = DayChart()
    chart.show_chart(CHART)
    return chart


CHANGES = [
    (a_chip, lambda chip: chip.show_ticket(ChipFace("A048 14:51"))),
    (a_chip, lambda chip: chip.set_scale(Scale.OVERVIEW_SMALL)),
    (a_chip, lambda chip: chip.setDown(True)),
    (a_card, lambda card: card.show_face(replace(COUNTER, right="4:11", progress=0.5))),
    (a_card, lambda card: card.show_face(replace(COUNTER, figure="A032"))),
    (lambda: PushKey("Call", "F9"), lambda key: key.setText("Finish")),
    (lambda: PushKey("Call", "F9"), lambda key: key.set_key("F8")),
    (lambda: PushKey("Call", "F9"), lambda key: key.set_hue("green")),
    (lambda: PushKey("Call", "F9"), lambda key: key.set_main(True)),
    (lambda: PushKey("Call", "F9"), lambda key: key.setEnabled(False)),
    (lambda: PushKey("Call", "F9"), lambda key: key.set_trouble(True)),
    (lambda: PushKey("Call", "F9"), lambda key: key.show_busy_now()),
    (lambda: PushKey("Call", "F9"), lambda key: key.setDown(True)),
    (a_row, lambda row: row.show_alert(AlertSign.WARN, "A012 waits", "19 min")),
    (a_chart, lambda chart: chart.show_chart(replace(CHART, y_to=30))),
    (a_chart, lambda chart: chart.resize(240, 120)),
]


@pytest.mark.parametrize(("make", "change"), CHANGES)
def test_what_changed_is_seen_at_once(shown, make, change):
    widget = shown(make())
    before = seen(widget)
    change(widget)
    after = seen(widget)
    assert after != before
    other = shown(make())
    change(other)
    assert seen(other, 1) == after


@pytest.mark.parametrize("make", [a_chip, a_card, a_row, a_chart])
def test_another_theme_is_seen_at_once(shown, qapp, make):
    widget = shown(make())
    day = seen(widget)
    apply_theme(qapp, "night")
    night = seen(widget)
    apply_theme(qapp, "day")
    assert night != day
    assert seen(widget) == day
