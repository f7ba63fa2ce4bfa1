import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from branchfloor.domain.metrics import summarise
from branchfloor.domain.waits import Forecasts
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking, now
from ui.app.language import set_language
from ui.app.view import View
from ui.overview import moments
from ui.overview.advice.pictures import an_advice, opened
from ui.overview.lists import Lane
from ui.overview.screen import OverviewScreen
from ui.widgets import AlertSign, ChipState, CounterLook, MetricCard


def values(screen: OverviewScreen) -> list[str]:
    return [card.value() for card in screen.kpis.findChildren(MetricCard)]


def test_the_sum_adds_up_and_agrees_with_the_lanes(overview):
    screen = overview(moments.crowded())
    issued, *terms = [int(n) for n in re.findall(r"\d+", screen.queues.sum_text())]
    assert issued == sum(terms)
    in_lanes = sum(len(screen.queues.lane(lane).field.faces()) for lane in Lane)
    tally = summarise(moments.crowded().state, moments.crowded().config, moments.crowded().at)
    live = tally.visits.waiting + tally.visits.held + tally.visits.late
    assert in_lanes == live


def test_figures_are_those_of_the_metrics(overview):
    memory = moments.crowded()
    metrics = summarise(memory.state, memory.config, memory.at)
    waiting, longest, waits, within, _, forecast = values(overview(memory))
    assert waiting == str(metrics.total.waiting)
    assert longest == "31:20"
    assert (
        waits
        == f"{metrics.total.waits.median_s / 60:.1f} / {metrics.total.waits.p90_s / 60:.0f} min"
    )
    assert within == f"{metrics.total.within_share:.0%}"
    assert forecast == "81%"


def test_chips_say_what_stands_out(overview):
    screen = overview(moments.crowded())
    green = screen.queues.lane(Lane.GREEN).field.faces()
    assert [(face.state, face.priority) for face in green] == [
        (ChipState.NORMAL, True),
        (ChipState.PENDING, True),
    ]
    general = screen.queues.lane(Lane.GENERAL).field.faces()
    assert general[0].state is ChipState.OVERDUE
    assert ChipState.AMBER in {f.state for f in screen.queues.lane(Lane.CORPORATE).field.faces()}
    away = [face.text for face in screen.queues.lane(Lane.AWAY).field.faces()]
    assert [text.split()[0] for text in away] == ["held", "held", "late"]


def test_every_ticket_of_a_crowded_morning_finds_room(overview):
    screen = overview(moments.crowded())
    assert [screen.queues.lane(lane).field.left_over() for lane in Lane] == [0] * len(Lane)


def test_what_finds_no_room_is_counted(overview):
    memory = a_floor()
    for _ in range(150):
        now(asking(memory).issue(Wish("GD")))
    screen = overview(memory)
    field = screen.queues.lane(Lane.GENERAL).field
    assert field.left_over() > 0
    assert len(field.shown()) + field.left_over() == 150
    assert (screen.width(), screen.height()) == (1920, 1080)
    assert field.geometry().bottom() <= screen.queues.lane(Lane.GENERAL).height()
    rows = [screen.queues.lane(lane) for lane in Lane]
    assert all(row.field.height() >= row.field.height_of(1) for row in rows)
    bottom = screen.queues.lane(Lane.AWAY).geometry().bottom()
    assert bottom < screen.queues.height() - 40


def test_counters_show_what_they_do(overview):
    screen = overview(moments.crowded())
    looks = {n: screen.counters.card(n).face().look for n in ("1", "4", "6", "8", "10", "11")}
    assert looks == {
        "1": CounterLook.SERVING,
        "4": CounterLook.IDLE,
        "6": CounterLook.OVER,
        "8": CounterLook.IDLE,
        "10": CounterLook.OFFERED,
        "11": CounterLook.CALLED,
    }
    assert screen.counters.card("4").face().right == "back 11:00"
    assert screen.counters.card("11").face().right == "00:20 · no-show in 1:10"


def test_time_moves_waits_and_timers_without_a_new_state(overview):
    memory = moments.crowded()
    screen = overview(memory)
    screen.show_time(memory.at + timedelta(seconds=5))
    assert values(screen)[1] == "31:25"
    assert screen.counters.card("11").face().right == "00:25 · no-show in 1:05"
    first = screen.queues.lane(Lane.GENERAL).field.faces()[0]
    assert first.text.endswith("31:25")


def test_time_alone_brings_an_alert(overview):
    memory = a_floor()
    now(asking(memory).open_counter("1", "s1"))
    now(asking(memory).issue(Wish("GD")))
    memory.set(forecasts=Forecasts(memory.at))
    screen = overview(memory)
    assert [row.sign() for row in screen.alerts.rows()] == [AlertSign.DONE]
    screen.show_time(memory.at + timedelta(minutes=20))
    assert AlertSign.WARN in {row.sign() for row in screen.alerts.rows()}


def test_alerts_say_what_to_do(overview):
    screen = overview(moments.crowded())
    told = [row.accessibleName() for row in screen.alerts.rows()]
    assert told[0].startswith("6 people past their target. C057 C058")
    assert told[1].startswith("Open elastic counter 10. 14 waiting for it, longest 19 min")
    assert told[2].startswith("Counter 6 takes longer than usual. C048")


def test_the_chart_switches_its_tier(overview, qtbot):
    screen = overview(moments.crowded())
    face = screen.chart.face()
    assert face.chart.target is None
    everybody = sum(bar.count for bar in face.bars)
    qtbot.mouseClick(screen.chart.key("special"), Qt.MouseButton.LeftButton)
    face = screen.chart.face()
    assert face.chart.target.y == 15
    assert 0 < sum(bar.count for bar in face.bars) < everybody
    screen.show_now()
    assert screen.chart.tier() == "special"


def test_the_chart_by_keyboard(overview):
    screen = overview(moments.crowded())
    screen.activateWindow()
    screen.chart.key(None).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(screen.chart.key(None), Qt.Key.Key_Right)
    assert screen.chart.tier() == "general" or screen.chart.key("general").hasFocus()
    QTest.keyClick(screen.chart.key("value_added"), Qt.Key.Key_Return)
    assert screen.chart.tier() == "value_added"


def test_medians_of_the_chart_are_those_of_the_quarter_hours(overview):
    memory = moments.calm()
    screen = overview(memory)
    median = screen.chart.face().chart.lines[1]
    assert median.points[0][0] == 9 * 60 + 7.5
    assert len(median.points) == 7
    assert (
        sum(bar.count for bar in screen.chart.face().bars)
        == summarise(memory.state, memory.config, memory.at).visits.issued
    )


@pytest.mark.parametrize(
    ("coverage", "scored", "value", "sentence"),
    [
        (None, 0, "–", "No forecast has been scored yet today"),
        (0.83, 6, "Too few", "Too few to judge: 5 of 6 came true"),
        (0.83, 29, "Too few", "Too few to judge: 24 of 29 came true"),
        (0.8, 30, "80%", "80 of 100 waits ended inside the published range, aim 80"),
    ],
)
def test_accuracy_says_when_it_knows_too_little(overview, coverage, scored, value, sentence):
    memory = a_floor()
    now(asking(memory).open_counter("1"))
    memory.set(forecasts=Forecasts(memory.at, coverage=coverage, scored=scored))
    screen = overview(memory)
    assert values(screen)[5] == value
    assert screen.accuracy.sentence() == sentence


def test_ranges_that_are_surely_too_tight_are_called_so(overview):
    memory = a_floor()
    now(asking(memory).open_counter("1"))
    memory.set(forecasts=Forecasts(memory.at, coverage=0.6, scored=200))
    assert overview(memory).accuracy.note().endswith("ranges too tight")


def test_offline_keeps_the_last_figures_and_says_why(overview):
    memory = moments.calm()
    screen = overview(memory, trouble="database_locked", trouble_text="The database is busy.")
    assert values(screen)[0] == str(len(screen.queues.reading.lists.waiting))
    assert screen.alerts.rows()[0].sign() is AlertSign.URGENT
    assert "The database is busy." in screen.alerts.rows()[0].accessibleName()
    assert "No database" in texts(screen.head)


def test_a_closed_day_and_an_empty_morning_are_calm(overview):
    closed = overview(moments.closed())
    assert [row.sign() for row in closed.alerts.rows()] == [AlertSign.INFO]
    assert closed.counters.card("1").face().left.endswith("served today")
    empty = overview(moments.empty())
    assert values(empty) == ["0", "–", "–", "–", "–", "–"]
    assert empty.chart.face().chart.lines == ()


def test_the_same_view_again_changes_nothing(overview):
    screen = overview(moments.crowded())
    before = screen.grab().toImage()
    screen.show_now()
    QCoreApplication.processEvents()
    assert screen.grab().toImage() == before


def test_language_switches_live(overview, qapp: QApplication):
    screen = overview(moments.crowded())
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    shown = texts(screen)
    assert {"等候队列", "提醒", "今日等候", "绿色通道待确认", "预测准确度", "已连接"} <= shown
    assert screen.counters.card("4").face().figure == "暂停"
    assert screen.queues.sum_text().startswith("今日取号")
    set_language(qapp, "en")
    QCoreApplication.processEvents()
    assert not any(re.search(r"[\u4e00-\u9fff]", text) for text in texts(screen))


def test_another_document_brings_other_counters(overview, viewed):
    memory = a_floor()
    now(asking(memory).open_counter("1"))
    screen = overview(memory)
    more = replace(a_branch().counters[0], number="9")
    changed = replace(memory.config, counters=(*memory.config.counters, more))
    screen.show_state(replace(viewed(memory), config=changed))
    assert screen.counters.card("9").face().figure == "Closed"


def test_views_that_follow_too_fast_are_shown_together(qtbot):
    memory = a_floor()
    screen = OverviewScreen(Floor(memory, "overview:1"), least_gap_ms=30)
    qtbot.addWidget(screen)
    screen.show_state(View(memory.state, memory.config, memory.at))
    for _ in range(3):
        now(asking(memory).issue(Wish("GD")))
        screen.show_state(View(memory.state, memory.config, memory.at))
    assert values(screen)[0] == "0"
    qtbot.waitUntil(lambda: values(screen)[0] == "3", timeout=2000)


def test_trouble_is_never_held_back(qtbot):
    memory = a_floor()
    screen = OverviewScreen(Floor(memory, "overview:1"), least_gap_ms=60_000)
    qtbot.addWidget(screen)
    screen.show()
    view = View(memory.state, memory.config, memory.at)
    screen.show_state(view)
    screen.show_state(replace(view, trouble="database_locked", trouble_text="Busy."))
    assert "No database" in texts(screen.head)


def test_advice_stands_on_top_of_the_right_column(overview):
    screen = overview(moments.calm())
    assert screen.advice.isHidden()
    assert screen.accuracy.isVisible()
    screen.advice.show_advice(an_advice(moments.calm().at, opened()))
    QCoreApplication.processEvents()
    assert screen.advice.isVisible()
    assert screen.accuracy.isHidden()
    assert screen.advice.y() < screen.alerts.y()
    screen.advice.show_advice(None)
    assert screen.advice.isHidden()
    assert screen.accuracy.isVisible()


def texts(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def test_a_tick_moves_the_clocks_that_are_seen_as_a_new_view_would(overview):
    memory = moments.crowded()
    ticked, told = overview(memory), overview(memory)
    for seconds in (1, 30, 60, 600, 3600):
        ticked.show_time(memory.at + timedelta(seconds=seconds))
        told.queues._show_all(told.queues.reading, memory.at + timedelta(seconds=seconds))
        for lane in Lane:
            seen, asked = ticked.queues.lane(lane).field, told.queues.lane(lane).field
            assert seen.shown() == asked.shown()
            assert seen.room() == len(seen.shown())
