"""The week of plans: turned to and from, worked out, opened day by day, kept and written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from branchfloor.domain.rostering import Span
from ui.app.language import set_language
from ui.overview.pictures import pictures
from ui.overview.plan.desk import Work
from ui.overview.plan.pictures import StillPlanner, page_of, plan_page, planned, todays_plan
from ui.overview.plan.week.pictures import a_week
from ui.overview.screen import OverviewScreen
from ui.widgets import PushKey, TextLabel

LEFT = Qt.MouseButton.LeftButton
MONDAY, TODAY, FRIDAY = (date(2026, 11, day) for day in (23, 25, 27))


@pytest.fixture
def page(qtbot):
    """The page with its week in view, in a shown window; the planner answers what it is given."""

    def make(*weeks, days=()):
        planner = StillPlanner(*(days or (planned(), planned())), weeks=weeks)
        screen = page_of(planner)
        qtbot.addWidget(screen)
        screen.show()
        QCoreApplication.processEvents()
        made = plan_page(screen)
        made.planner = planner
        press(made.card.switch.week)
        return made

    return make


@pytest.fixture
def ready(page):
    """A week that is worked out; further questions stay at work."""
    return page(a_week(known=False), a_week())


def press(piece):
    assert piece.isVisible(), piece.text()
    assert piece.isEnabled(), piece.text()
    QTest.mouseClick(piece, LEFT)


def click_day(page, day):
    board = page.week.board
    middle = board.grid().column(day).center()
    QTest.mouseClick(board, LEFT, pos=QPoint(round(middle.x()), round(middle.y())))


def test_turning_to_the_week_reads_it_and_asks_what_it_leads_to(ready):
    reading, effect = ready.planner.asked_weeks
    assert (reading.first, reading.quick, reading.starts) == (MONDAY, True, ())
    assert [plan.day.day for plan in effect.starts] == [23, 24, 25, 26, 27, 28]
    assert (effect.quick, effect.fill, effect.save) == (False, False, False)
    assert not ready.card.isVisible()
    assert not ready.what_if.isVisible()
    assert "23 Nov – 28 Nov" in ready.week.title.text()
    assert "Half-hours short: 45" in ready.week.gaps.text()
    assert "391.0 person-hours" in ready.week.hours.text()


def test_what_the_week_does_not_keep_is_said_in_words(ready):
    said = ready.week.faults.text()
    assert "0211, 0213, 0241: more than 5 days in the week" in said
    assert "Fri 27 Nov: 0211 has no break" in said
    assert "Sat 28 Nov: too few at cash counters at 11:30" in said
    assert "Mon" not in said  # nobody can mend a day that is over
    assert ready.week.faults.accessibleName().count(". ") == 2


def test_a_click_opens_a_day_as_the_week_has_it(ready):
    click_day(ready, 4)
    assert ready.card.isVisible()
    assert ready.desk.day == FRIDAY
    assert ready.desk.plan == a_week()[4].plan
    assert "month-end" in ready.card.title.text()
    assert ready.desk.work is Work.NONE  # what it leads to is known already


def test_keys_pick_a_day_and_enter_opens_it(ready):
    board = ready.week.board
    board.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.picked == 2
    assert "Wed 25 Nov pay day · today. 429 customers expected (373–485)" in board.accessibleName()
    assert "Cash counters: short in 4 of 16 half-hours, by up to 1" in board.accessibleName()
    assert "Days at risk 35%" in board.accessibleName()
    QTest.keyClick(board, Qt.Key.Key_End)
    QTest.keyClick(board, Qt.Key.Key_Left)
    assert "month-end" in board.accessibleName()
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert ready.desk.day == FRIDAY
    assert ready.card.isVisible()


def test_the_keyboard_stays_on_the_switch(ready):
    ready.week.switch.day.setFocus()
    QTest.keyClick(ready.week.switch.day, Qt.Key.Key_Space)
    assert ready.desk.day == TODAY
    assert ready.card.switch.day.hasFocus()
    QTest.keyClick(ready.card.switch.week, Qt.Key.Key_Space)
    assert ready.week.isVisible()
    assert ready.week.switch.week.isChecked()


def test_what_is_changed_in_a_day_is_in_the_week(ready):
    click_day(ready, 4)
    ready.card.board.pick(0)
    ready.card.board.remove()
    press(ready.card.switch.week)
    assert ready.week_desk.of(FRIDAY).plan.of_staff("0211") == ()
    assert ready.week_desk.work is Work.RECKONING  # the waits of that day are not known any more
    starts = ready.planner.asked_weeks[-1].starts
    assert next(plan for plan in starts if plan.day == FRIDAY).of_staff("0211") == ()
    assert not ready.desk._settle.isActive()


def test_days_are_walked_through_without_losing_the_weeks_plans(ready):
    click_day(ready, 3)
    press(ready.card.after)
    assert ready.desk.plan == a_week()[4].plan
    press(ready.card.today)
    assert ready.desk.plan == a_week()[2].plan
    assert len(ready.planner.asked) == 2  # nothing was read or reckoned anew


def test_the_week_is_worked_out_with_progress_and_can_be_left(page):
    ready = page(a_week(known=False), a_week(), 0.42)
    press(ready.week.fill)
    question = ready.planner.asked_weeks[-1]
    assert question.fill
    assert len(question.starts) == 6
    assert "42%" in ready.week.now.text()
    assert ready.week.progress.isVisible()
    assert not ready.week.fill.isEnabled()
    press(ready.week.cancel)
    assert ready.week_desk.work is Work.NONE
    assert not ready.week.progress.isVisible()


def test_a_roster_shows_what_was_before_and_is_taken_back(page):
    better = [replace(d, effect=replace(d.effect, risk=0.07)) for d in a_week() if d.effect.days]
    filled = [*a_week()[:2], *better]
    ready = page(a_week(known=False), a_week(), filled)
    press(ready.week.fill)
    words = ready.week.board._words
    today = ready.week_desk.of(TODAY)
    assert words.figure(today, ready.week_desk.before[TODAY], 3) == "35% → 7%"
    press(ready.week.undo)
    assert ready.week_desk.of(TODAY).effect.risk == a_week()[2].effect.risk
    assert not ready.week.undo.isVisible()


def test_saving_keeps_today_and_the_days_to_come(page):
    ready = page(a_week(known=False), a_week(), a_week())
    QTest.keyClick(ready.week.board, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    question = ready.planner.asked_weeks[-1]
    assert (question.save, question.quick) == (True, True)
    assert [plan.day.day for plan in question.starts] == [25, 26, 27, 28]
    assert "kept" in ready.week.message.text()
    assert not ready.week.save.isEnabled()
    assert not ready.week_desk.of(MONDAY).saved


def test_the_week_is_written_to_one_file(page, tmp_path):
    ready = page(a_week(known=False), a_week(), a_week())
    ready.week._on_file(str(tmp_path / "week"))
    question = ready.planner.asked_weeks[-1]
    assert question.export == tmp_path / "week.xlsx"
    assert "--days" in question.words()
    assert str(Path("week.xlsx")) in ready.week.message.text()


def test_a_failure_is_said_and_tried_again(page):
    ready = page(a_week(known=False), ("plan_failed", "It failed."), a_week())
    assert ready.week.message.text() == "It failed."
    press(ready.week.retry)
    assert not ready.week.message.isVisible()
    assert ready.week_desk.worked_out


def test_a_week_without_an_open_day_says_so(page):
    ready = page(a_week(known=False), a_week(), ("plan_closed", "Closed on 2026-11-30."))
    press(ready.week.after)
    assert ready.planner.asked_weeks[-1].first == date(2026, 11, 30)
    assert ready.week.board.empty_text == "The branch is closed all week."
    assert not ready.week.export.isEnabled()
    assert not ready.week.today.isVisible()


def test_who_may_only_look_saves_nothing(ready):
    ready.week.show_config(ready.reading.config, may_edit=False)
    assert not ready.week.fill.isEnabled()
    assert not ready.week.save.isEnabled()
    assert ready.week.export.isEnabled()


def test_who_was_approved_to_be_away_is_marked(page):
    """What the day shows goes into the week though it is not kept yet."""
    gone = planned(todays_plan().without_staff("0213", Span(540, 1020)))
    ready = page(a_week(known=False), days=(gone, gone))
    (note,) = ready.week_desk.of(TODAY).plan.away
    assert (note.staff, note.span) == ("0213", Span(540, 1020))
    assert ready.planner.asked_weeks[-1].starts[2] == gone.plan


@pytest.mark.parametrize(
    ("state", "language"),
    [("plan-week", "en"), ("plan-week-failed", "zh_CN"), ("small-plan-week", "en")],
)
def test_the_week_is_not_clipped_and_every_glyph_is_there(
    qtbot, qapp: QApplication, state, language
):
    set_language(qapp, language)
    shown = pictures()[state]()
    qtbot.addWidget(shown)
    shown.show()
    QCoreApplication.processEvents()
    assert isinstance(shown, OverviewScreen)
    week = plan_page(shown).week
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Inter", "Noto Sans SC")]
    pieces: list[TextLabel | QAbstractButton] = [*week.findChildren(TextLabel)]
    for piece in (*pieces, *week.findChildren(QAbstractButton)):
        if piece.isVisible() and piece.text():
            assert all(any(f.supportsCharacter(ord(c)) for f in fonts) for c in piece.text())
            if isinstance(piece, PushKey):
                assert piece.sizeHint().width() <= piece.width() + 1, piece.text()
    grid = week.board.grid()
    assert grid is not None
    assert grid.bottom <= week.board.height() + 1
    assert all(grid.kind(0, day).right() < grid.total().left() for day in range(6))


def test_the_language_of_the_week_changes_on_the_spot(ready, qapp: QApplication):
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert ready.week.fill.text() == "测算一周"
    assert "一周超过 5 天" in ready.week.faults.text()
    assert ready.week.switch.day.text() == "日"
