"""The plan's page with real clicks and keys: days open, edits are followed, plans are kept."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from branchfloor.domain.rostering import CounterKind, Span
from ui.app.language import LANGUAGES, set_language
from ui.overview.pictures import pictures
from ui.overview.plan.desk import SETTLES_MS, Work
from ui.overview.plan.pictures import StillPlanner, page_of, plan_page, planned, todays_plan
from ui.overview.screen import OverviewScreen
from ui.widgets import PushKey, TextLabel

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot):
    """The page of a planner that answers what it is given, in a shown window."""

    def make(*answers):
        planner = StillPlanner(*answers)
        screen = page_of(planner)
        qtbot.addWidget(screen)
        screen.show()
        QCoreApplication.processEvents()
        made = plan_page(screen)
        made.planner = planner
        return made

    return make


@pytest.fixture
def ready(page):
    """Today's plan with its effect; further questions stay at work."""
    return page(planned(), planned())


def press(piece):
    assert piece.isVisible(), piece.text()
    QTest.mouseClick(piece, LEFT)


def drag(board, start, end):
    """Press at a point, move in two steps, let go."""
    QTest.mousePress(board, LEFT, pos=start)
    QTest.mouseMove(board, QPoint((start.x() + end.x()) // 2, end.y()))
    QTest.mouseMove(board, end)
    QTest.mouseRelease(board, LEFT, pos=end)


def spot(board, minute, row):
    grid = board.grid()
    return QPoint(round(grid.x(minute)), round(grid.line(row).center().y()))


def shift_of(page, staff):
    return page.desk.plan.of_staff(staff)[0]


def settle(page):
    """The edits stand still: what follows is asked for."""
    page.desk._settle.stop()
    page.desk._settle.timeout.emit()


def test_the_page_opens_todays_plan_and_asks_what_it_leads_to(ready):
    opening, effect = ready.planner.asked
    assert opening.quick
    assert opening.start is None
    assert opening.day == date(2026, 11, 25)
    assert effect.start == todays_plan()
    assert not effect.fill
    assert "Within target 84%" in ready.card.effect.text()
    assert "Short in 12 half-hours" in ready.card.gaps.text()
    assert "77.0 person-hours" in ready.card.hours.text()
    assert "kept" in ready.card.rules.text()


def test_dragging_a_shift_moves_it_by_half_hours_and_is_followed(ready):
    board = ready.card.board
    row = next(i for i, r in enumerate(board.rows()) if r.staff == "0231")
    start = spot(board, 700, row)
    drag(board, start, start + QPoint(round(board.grid().step_px * 1.1), 0))
    assert shift_of(ready, "0231").span == Span(660, 960)
    assert shift_of(ready, "0231").breaks == (Span(840, 870),)
    assert ready.desk.stale
    assert ready.desk._settle.interval() == SETTLES_MS
    settle(ready)
    assert ready.desk.work is Work.RECKONING
    assert ready.planner.asked[-1].start.of_staff("0231")[0].span == Span(660, 960)


def test_dragging_an_end_makes_a_shift_shorter(ready):
    board = ready.card.board
    end = spot(board, 930, 3) - QPoint(4, 0)
    drag(board, end, end - QPoint(round(board.grid().step_px), 0))
    assert shift_of(ready, "0231").span == Span(630, 900)


def test_dragging_a_break_moves_only_the_break(ready):
    board = ready.card.board
    middle = spot(board, 690, 0)
    drag(board, middle, middle + QPoint(round(board.grid().step_px * 2), 0))
    assert shift_of(ready, "0211").breaks == (Span(720, 780),)
    assert shift_of(ready, "0211").span == Span(540, 1020)
    cells = ready.desk.plan.cells(CounterKind.CASH)
    assert cells[4].on_duty == todays_plan().cells(CounterKind.CASH)[4].on_duty + 1


def test_a_drag_that_goes_nowhere_changes_nothing(ready):
    board = ready.card.board
    drag(board, spot(board, 690, 0), spot(board, 690, 0) + QPoint(3, 0))
    assert ready.desk.plan == todays_plan()
    assert not ready.desk.can_undo


def test_keys_do_what_dragging_does(ready):
    board = ready.card.board
    board.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.row.staff == "0211"
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert board.row.staff == "0213"
    QTest.keyClick(board, Qt.Key.Key_Left, SHIFT)
    assert shift_of(ready, "0213").span == Span(540, 990)
    QTest.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert shift_of(ready, "0213").span == Span(570, 990)
    QTest.keyClick(board, Qt.Key.Key_Left)
    assert shift_of(ready, "0213").span == Span(540, 960)
    QTest.keyClick(board, Qt.Key.Key_Space)
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert shift_of(ready, "0213").breaks == (Span(720, 780),)
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert shift_of(ready, "0213").breaks == ()
    assert "has no break" in ready.card.rules.text()
    QTest.keyClick(board, Qt.Key.Key_B)
    assert len(shift_of(ready, "0213").breaks) == 1
    assert "0213" in board.accessibleName()
    QTest.keyClick(board, Qt.Key.Key_Z, CONTROL)
    assert shift_of(ready, "0213").breaks == ()


def test_a_shift_is_taken_out_and_given_back(ready):
    board = ready.card.board
    board.setFocus()
    board.pick(3)
    press(ready.card.strip.remove)
    assert ready.desk.plan.of_staff("0231") == ()
    assert board.row.staff == "0231"
    press(ready.card.strip.give)
    assert shift_of(ready, "0231").span == Span(540, 1020)
    press(ready.card.strip.undo)
    press(ready.card.strip.undo)
    assert ready.desk.plan == todays_plan()


def test_the_strips_keys_edit_what_is_picked(ready):
    ready.card.board.pick(8)
    press(ready.card.strip.shorter)
    press(ready.card.strip.later)
    assert shift_of(ready, "0305").span == Span(570, 1020)
    press(ready.card.strip.longer)
    press(ready.card.strip.earlier)
    assert shift_of(ready, "0305").span == Span(540, 990)
    press(ready.card.strip.rest)
    assert len(shift_of(ready, "0305").breaks) == 2


def test_what_followed_is_shown_beside_what_was(page):
    better = replace(planned().effect, within=0.91, risk=0.1)
    ready = page(planned(), planned(), replace(planned(), effect=better))
    ready.card.board.pick(0)
    press(ready.card.strip.rest)
    settle(ready)
    assert "84% → 91%" in ready.card.effect.text()
    assert "31% → 10%" in ready.card.effect.text()


def test_gaps_are_filled_by_one_key(page):
    whole = replace(todays_plan(), needs=())
    ready = page(planned(), planned(), planned(whole))
    press(ready.card.fill)
    assert ready.planner.asked[-1].fill
    assert ready.desk.plan == whole
    press(ready.card.strip.undo)
    assert ready.desk.plan == todays_plan()


def test_saving_keeps_the_plan_and_says_so(page):
    ready = page(planned(), planned(), planned())
    press(ready.card.save)
    question = ready.planner.asked[-1]
    assert question.save
    assert question.quick
    assert question.start == todays_plan()
    assert "kept" in ready.card.message.text()
    assert not ready.card.save.isEnabled()
    ready.card.board.pick(0)
    press(ready.card.strip.rest)
    assert ready.card.save.isEnabled()


def test_work_under_way_shows_how_far_it_is_and_can_be_left(page):
    ready = page(planned(replace(todays_plan(), needs=())), 0.42)
    assert "42%" in ready.card.effect.text()
    assert ready.card.progress.isVisible()
    press(ready.card.cancel)
    assert ready.desk.work is Work.NONE
    assert not ready.card.progress.isVisible()
    assert "not worked out" in ready.card.gaps.text()


def test_a_failure_is_said_and_tried_again(page):
    ready = page(planned(), ("plan_failed", "It failed."), planned())
    assert ready.card.message.text() == "It failed."
    press(ready.card.retry)
    assert not ready.card.message.isVisible()
    assert "Within target" in ready.card.effect.text()


def test_who_is_away_is_seen_before_it_is_approved(page):
    gone = todays_plan().without_staff("0213", Span(600, 720))
    answer = replace(planned(gone), before=replace(planned().effect, within=0.9))
    ready = page(planned(), planned(), answer)
    ready.card.board.pick(1)
    press(ready.card.strip.away)
    assert "0213" in ready.card.away._text.text()
    press(ready.card.away.later)
    press(ready.card.away.later)
    press(ready.card.away.ask)
    assert ready.planner.asked[-1].away == ("0213", Span(600, 720))
    assert "90% → 84%" in ready.card.away._text.text()
    assert ready.desk.plan == todays_plan()
    press(ready.card.away.approve)
    assert ready.desk.plan == gone
    assert not ready.card.away.isVisible()


def test_below_the_least_an_absence_is_refused_in_words(page):
    ready = page(planned(), planned(), ("plan_below_least", "Too few would be left."))
    ready.card.board.pick(1)
    press(ready.card.strip.away)
    press(ready.card.away.ask)
    assert ready.card.message.text() == "Too few would be left."
    QTest.keyClick(ready, Qt.Key.Key_Escape)
    assert not ready.card.away.isVisible()
    assert ready.desk.plan == todays_plan()


def test_other_days_are_a_key_away(page):
    ready = page(planned(), planned(), ("plan_closed", "Closed that day."), planned(), planned())
    press(ready.card.after)
    assert ready.planner.asked[-1].day == date(2026, 11, 26)
    assert ready.card.board.empty_text == "Closed that day."
    assert ready.card.board.plan is None
    assert not ready.card.save.isEnabled()
    press(ready.card.today)
    assert ready.desk.plan == todays_plan()
    assert not ready.card.today.isVisible()


def test_a_window_without_a_branch_says_so(qtbot):
    screen = page_of(None)
    qtbot.addWidget(screen)
    screen.show()
    assert "No branch is open" in plan_page(screen).card.message.text()


def test_who_may_only_look_changes_nothing(ready):
    ready.card.board.set_editable(False)
    board = ready.card.board
    drag(board, spot(board, 690, 0), spot(board, 690, 0) + QPoint(120, 0))
    board.pick(0)
    board.shift(30)
    assert ready.desk.plan == todays_plan()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["plan-picked", "plan-away", "plan-full", "small-plan-picked"])
def test_nothing_is_clipped_and_every_glyph_is_there(qtbot, qapp: QApplication, state, language):
    set_language(qapp, language)
    shown = pictures()[state]()
    qtbot.addWidget(shown)
    shown.show()
    QCoreApplication.processEvents()
    assert isinstance(shown, OverviewScreen)
    page = plan_page(shown)
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Inter", "Noto Sans SC")]
    pieces: list[TextLabel | QAbstractButton] = [*page.findChildren(TextLabel)]
    for piece in (*pieces, *page.findChildren(QAbstractButton)):
        if not piece.isVisible() or not piece.text():
            continue
        assert all(any(f.supportsCharacter(ord(c)) for f in fonts) for c in piece.text())
        if isinstance(piece, PushKey) or piece is not page.card.strip._what:
            assert piece.sizeHint().width() <= piece.width() + 1, piece.text()
    grid = page.card.board.grid()
    assert grid is not None
    assert grid.bottom <= page.card.board.height() + 1


def test_a_half_hour_tells_who_comes_and_how_long_they_wait(ready):
    board = ready.card.board
    middle = board.grid().cell(0, 4).center()
    told = board._tip(middle)
    assert "25 customers expected" in told
    assert "P90 16 min" in told
    assert "76% in time" in told
    assert board._tip(spot(board, 690, 0)).startswith("<b>0211</b>")


def test_the_language_changes_on_the_spot(ready, qapp: QApplication):
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert ready.card.fill.text() == "自动补缺口"
    assert "今日排班" in ready.card.title.text()
    assert "缺口" in ready.card.gaps.text()
