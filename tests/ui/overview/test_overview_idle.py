"""A floor on which nothing happens costs little, and nothing that is seen is left behind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible

from branchfloor.domain.waits import Forecasts
from ui.overview.chip_field import ChipField
from ui.overview.moments import crowded
from ui.overview.reading import KEPT_S
from ui.theme import apply_theme
from ui.widgets import AlertRow, Chip, ChipFace, ChipState, DayChart


class Paints(QObject):
    """Which kinds of pieces were painted anew."""

    def __init__(self, window) -> None:
        super().__init__()
        self.kinds: list[type] = []
        for piece in window.findChildren(QObject):
            piece.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.kinds.append(type(watched))
        return False


def newer(view, after_s, **change):
    """The same floor with forecasts made so much later."""
    made = view.state.forecasts or Forecasts(view.now)
    now = view.now + timedelta(seconds=after_s)
    state = view.state.with_forecasts(replace(made, made_at=now))
    return replace(view, state=state, now=now, **change)


@pytest.fixture
def shown(overview, viewed):
    memory = crowded()
    screen = overview(memory)
    view = newer(viewed(memory), 0)
    screen.show_state(view)
    return screen, view


def test_newer_forecasts_alone_leave_lists_and_figures_as_they_stand(shown):
    screen, view = shown
    before, figures = screen.queues.reading, screen._figures
    screen._view = newer(view, 8)
    screen.show_now()
    assert screen.queues.reading is before
    assert screen._figures is figures
    assert screen.accuracy.reading.state is screen._view.state


def test_figures_do_not_stand_for_ever(shown):
    screen, view = shown
    figures = screen._figures
    screen._view = newer(view, KEPT_S)
    screen.show_now()
    assert screen._figures is not figures


def test_what_happened_beside_newer_forecasts_is_seen(shown):
    screen, view = shown
    before = screen.queues.reading
    later = newer(view, 8)
    screen._view = replace(later, state=replace(later.state, seq=later.state.seq + 1))
    screen.show_now()
    assert screen.queues.reading.state is screen._view.state
    assert screen.queues.reading is not before


def test_a_second_paints_clocks_and_no_chart(qapp, shown):
    screen, view = shown
    qapp.processEvents()
    paints = Paints(screen)
    screen.show_time(view.now + timedelta(seconds=1))
    qapp.processEvents()
    assert ChipField in paints.kinds
    assert not {DayChart, AlertRow} & set(paints.kinds)


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize("state", list(ChipState))
def test_a_lane_paints_its_chips_as_they_paint_themselves(qtbot, qapp, theme, state):
    apply_theme(qapp, theme)
    faces = [ChipFace(f"A048 14:{s:02d}", "general", state, True) for s in (8, 9, 10, 59)]
    field = ChipField()
    qtbot.addWidget(field)
    field.resize(300, 40)
    for face in faces:  # a clock that runs: its minutes are kept as a picture by then
        field.show_faces([face], ["a"])
        seen = field.grab().toImage()
        chip = Chip()
        qtbot.addWidget(chip)
        chip.show_ticket(face)
        chip.resize(chip.sizeHint())
        assert seen.copy(chip.rect()) == chip.grab().toImage(), face
    apply_theme(qapp, "day")


def test_a_pressed_chip_is_seen_pressed_in_its_lane(qtbot, qapp):
    field = ChipField()
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show_faces([ChipFace("A048 14:50"), ChipFace("A049 14:40")], ["a", "b"])
    field.show()
    qapp.processEvents()
    paints = Paints(field.parentWidget() or field)
    field.installEventFilter(paints)
    before, chip = field.grab().toImage(), field.chip("a")
    paints.kinds.clear()
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton)
    qapp.processEvents()
    assert paints.kinds.count(ChipField) == 1
    assert field.grab().toImage() != before
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton)
    assert field.grab().toImage() == before


def test_a_clock_is_read_out_as_it_is_seen(qtbot):
    field = ChipField()
    qtbot.addWidget(field)
    for text in ("A048 14:50", "A048 14:51"):
        field.show_faces([ChipFace(text)], ["a"])
        told = QAccessible.queryAccessibleInterface(field.chip("a"))
        assert told.text(QAccessible.Text.Name) == text == field.chip("a").text()


@pytest.mark.parametrize("step_s", [1, 7.5, 61, -1])
def test_clocks_moved_on_say_what_a_new_reading_would(shown, step_s):
    screen, view = shown
    panel = screen.queues
    for step in range(1, 130 if abs(step_s) == 1 else 30):
        now = view.now + timedelta(seconds=step * step_s)
        screen.show_time(now)
        for lane, tickets in panel.reading.lists.lanes:
            field = panel.lane(lane).field
            wanted = tuple(panel._face(ticket, now) for ticket in tickets[: field.room()])
            assert field.faces()[: field.room()] == wanted
            assert [field.chip(key).text() for key in field.tickets()[: field.room()]] == [
                face.text for face in wanted
            ]


def test_a_lane_looks_after_many_ticks_as_if_it_was_drawn_now(qapp, shown):
    screen, view = shown
    for second in range(1, 75):
        screen.show_time(view.now + timedelta(seconds=second))
        if second % 10 == 0:
            qapp.processEvents()
    for row in screen.queues.rows():
        seen = row.field.grab().toImage()
        row.field._picture.forget()
        assert row.field.grab().toImage() == seen


def test_cards_at_which_nobody_stands_move_with_their_minutes_only(shown):
    screen, view = shown
    numbers = [plan.number for plan in view.config.counters]

    def faces(now):
        screen.counters.show_time(now)
        return {number: screen.counters.card(number)._face for number in numbers}

    for second in range(0, 200, 9):
        now = view.now + timedelta(seconds=second)
        seen = faces(now)
        screen.counters._show_all(screen.counters._reading)
        assert faces(now) == seen


def test_overdue_tickets_are_counted_as_they_are_listed(shown):
    screen, view = shown
    lists = screen.queues.reading.lists
    for minute in (-40, -10, 0, 1, 5, 12.5, 60):
        now = view.now + timedelta(minutes=minute)
        assert lists.overdue_count(now) == len(lists.overdue(now))
