"""The accuracy page: what it says of weeks, of a first day, of nothing; its keys and its file."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.waits import QUEUE
from branchfloor.reports.truth import truth_of
from branchfloor.waits.track import Coverage
from ui.app.language import set_language
from ui.overview.accuracy.pictures import accuracy_pictures
from ui.overview.accuracy.words import minute_text, verdict


def press(piece):
    QTest.mouseClick(piece, Qt.MouseButton.LeftButton)


@pytest.fixture
def shown(qtbot):
    kept = []

    def build(state):
        screen = accuracy_pictures()[state]()
        qtbot.addWidget(screen)
        kept.append(screen)
        screen.show()
        QApplication.processEvents()
        return screen.pages.page

    yield build
    kept.clear()


def test_weeks_are_told_with_figures_of_their_own_truth(shown):
    page = shown("accuracy")
    truth = page.truth
    today = round(100 * truth.today.coverage.share)
    assert page.headline.sentence.said.text() == f"Today {today} of 100 came true, aim 80"
    figures = [card.value() for card in page.headline.cards]
    assert figures[0] == f"{100 * truth.past.coverage.share:.1f}%"
    assert figures[1] == minute_text(truth.past.mean_abs_s)
    assert figures[2].startswith("−") == (truth.past.bias_s < 0)
    assert page.coverage.body.accessibleName().count("%") == 5
    notes = [label.text() for label in page.against.head.findChildren(QLabel)]
    assert f"{truth.past.coverage.n:,} cases" in notes


def test_simpler_ways_stand_beside_ours_with_what_is_saved(shown):
    page = shown("accuracy")
    told = page.against.body.accessibleName()
    for way in page.truth.against:
        assert f"ours there {minute_text(way.ours_mean_abs_s)}" in told
    assert told.startswith("Branchfloor")


def test_the_table_is_cut_by_hour_by_crowd_or_by_week(shown):
    page = shown("accuracy")
    told = page.grid.body.accessibleName()
    assert "General 10:00" in told
    press(page.grid.key("loads"))
    assert "General 15+" in page.grid.body.accessibleName()
    press(page.grid.key("weeks"))
    assert "General 11/23" in page.grid.body.accessibleName()


def test_few_cases_are_said_and_never_judged():
    assert verdict(Coverage(29, 10)) == "few"
    assert verdict(Coverage(40, 31)) == ""  # below 78 of 100, but chance explains it
    assert verdict(Coverage(200, 130)) == "low"
    assert verdict(Coverage(300, 270)) == "high"


def test_single_promises_say_what_came_of_them(shown):
    page = shown("accuracy")
    lines = page.latest.body.lines()
    assert 8 <= len(lines) <= 20
    for line, case in zip(lines, page.truth.latest, strict=False):
        assert line.inside == case.inside
        assert ("in range" in line.result) == case.inside


def test_a_first_day_and_an_empty_one_promise_nothing(shown):
    page = shown("accuracy-first-day")
    assert page.headline.cards[0].accessibleName().startswith("Today")
    assert "Still learning" in page.remarks.said()
    empty = shown("accuracy-empty")
    assert empty.headline.sentence.said.text() == "No range has been put to the test yet"
    assert "Nothing to judge by yet" in empty.remarks.said()


def test_a_forecast_from_the_queue_alone_is_said(shown):
    page = shown("accuracy")
    published = page.reading.state.forecasts
    assert "Waits come from the queue alone now" not in page.remarks.said()
    page.remarks.show_published(replace(published, by=QUEUE))
    assert "Waits come from the queue alone now" in page.remarks.said()


def test_everything_is_said_anew_in_chinese(shown, qapp):
    page = shown("accuracy")
    set_language(qapp, "zh_CN")
    QApplication.processEvents()
    assert page.headline.sentence.said.text().startswith("今天 100 次里说中")
    assert page.export_key.text() == "导出"
    assert "一般 10 时" in page.grid.body.accessibleName()


async def test_the_rows_are_read_when_the_page_opens_and_the_file_is_written(
    qtbot, overview, tmp_path
):
    from ui.overview import moments
    from ui.overview.accuracy.moments import promised

    memory = moments.crowded()
    today = memory.state.day
    memory.promises = promised(memory.config, today, memory.at)
    screen = overview(memory)
    screen.pages.open_page("accuracy")
    page = screen.pages.page
    await until(lambda: page.truth is not None)
    assert page.truth == truth_of(memory.promises, memory.config, today)
    page.export_to(tmp_path / "w.csv")
    await until(lambda: "cases written to" in page.message.text())
    assert (tmp_path / "w.csv").read_text("utf-8-sig").count("\n") > 4000
    page.export_to(tmp_path / "no" / "w.csv")
    await until(lambda: "cannot be written" in page.message.text())


async def test_a_database_that_cannot_be_read_is_said(qtbot, overview, monkeypatch):
    from ui.overview import moments

    memory = moments.crowded()

    async def locked(reckon):
        raise StorageTrouble("database_locked", path="floor.db", seconds=3)

    monkeypatch.setattr(memory, "read", locked)
    screen = overview(memory)
    screen.pages.open_page("accuracy")
    page = screen.pages.page
    await until(lambda: not page.message.isHidden())
    assert page.truth is None


async def until(holds):
    import asyncio

    for _ in range(400):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never happened")
