"""To do, duties, notices and figures of the hall, by real clicks and keys."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import a_branch, a_floor, asking, now
from ui.app.tasks import settled
from ui.overview.hall.desk import DUTY, FAIRNESS, NEEDS, NOTICE, TASKS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def memory():
    made = a_floor(a_branch(staff=(StaffMember("a1", roles=("auditor",)),)))
    now(asking(made).open_counter("1", "s1"))
    return made


class Hall:
    """A screen and its floor."""

    def __init__(self, memory, screen, view) -> None:
        self.memory, self.screen, self._view = memory, screen, view
        self.hall = screen.hall

    async def press(self, key) -> None:
        QTest.mouseClick(key, LEFT)
        await settled()
        self.screen.show_state(self._view(self.memory))
        QCoreApplication.processEvents()

    async def open(self, page: str) -> None:
        await self.press(self.hall.shelf.key(page))


@pytest.fixture
def hall(overview, viewed, memory):
    def make(**options) -> Hall:
        return Hall(memory, overview(memory, **options), viewed)

    return make


def served(memory) -> str:
    ticket = now(asking(memory).issue(Wish("GD"))).ticket
    now(asking(memory).call_next("1"))
    now(asking(memory).start(Target(ticket)))
    now(asking(memory).finish(Target(ticket)))
    return ticket


async def test_the_shelf_counts_and_its_keys_open_and_close(hall, memory):
    now(asking(memory).ask_help("1"))
    now(asking(memory).report_device("printer", "paper_out"))
    h = hall()
    faces = {name: h.hall.shelf.key(name).face() for name in (TASKS, DUTY, NOTICE, NEEDS)}
    assert (faces[TASKS].count, faces[TASKS].pressing) == ("2", True)
    assert [faces[name].count for name in (DUTY, NOTICE, NEEDS)] == ["0/5", "", ""]
    await h.open(TASKS)
    assert h.screen.drawer.page is h.hall.todo
    assert h.hall.shelf.key(TASKS).isChecked()
    await h.open(TASKS)
    assert h.screen.drawer.page is None
    assert not h.hall.shelf.key(TASKS).isChecked()


async def test_alt_and_a_digit_open_the_pages(hall, qtbot):
    h = hall()
    h.screen.activateWindow()
    QCoreApplication.processEvents()
    QTest.keyClick(h.screen, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert h.screen.drawer.page is h.hall.duty
    QTest.keyClick(h.screen, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert h.screen.drawer.page is h.hall.fairness


async def test_help_is_answered_and_timed(hall, memory):
    now(asking(memory).ask_help("1", "change"))
    memory.wait(95)
    h = hall()
    await h.open(TASKS)
    row = h.hall.todo.helps.rows()[0]
    assert (row.face().title, row.face().note) == ("No. 1 · change", "waiting 1:35")
    h.screen.show_time(memory.at + timedelta(seconds=5))
    assert row.face().note == "waiting 1:40"
    await h.press(row.act_key)
    call = memory.state.hall.helps[0]
    assert (call.answered_at, call.by) == (memory.at, "overview:1")
    said = [line.text for line in h.hall.todo.answered.lines()]
    assert said[-1] == "answered once · usually 1:35, longest 1:35"
    assert h.hall.shelf.key(TASKS).face().count == ""


async def test_a_low_grade_is_a_task_until_somebody_has_spoken(hall, memory):
    ticket = served(memory)
    now(asking(memory).rate(ticket, 1))
    h = hall()
    await h.open(TASKS)
    row = h.hall.todo.tasks.rows()[0]
    assert row.face().title == f"{ticket} was dissatisfied"
    assert row.face().note == "at counter 1, 10:00"
    await h.press(row.act_key)
    assert memory.state.hall.open_tasks == ()
    assert h.hall.todo.tasks.isHidden()


async def test_a_device_says_what_to_do_and_is_well_again(hall, memory):
    now(asking(memory).report_device("printer", "paper_out"))
    h = hall()
    await h.open(TASKS)
    row = h.hall.todo.faults.rows()[0]
    assert row.face().title == "Ticket printer · no paper"
    assert "Put in a new roll" in row.face().note
    await h.press(row.act_key)
    assert memory.state.hall.faults == ()


async def test_the_list_is_ticked_with_who_and_when_and_opened_again(hall, memory):
    h = hall()
    await h.open(DUTY)
    first = h.hall.duty.lists["opening"].rows()[0]
    code = first.face().key
    await h.press(first)
    tick = memory.state.hall.tick(code)
    assert (tick.done, tick.by) == (True, "overview:1")
    assert (first.face().done, first.face().note) == (True, "10:00 · 1")
    assert h.hall.shelf.key(DUTY).face().count == "1/5"
    QTest.keyClick(first, Qt.Key.Key_Return)
    await settled()
    assert memory.state.hall.tick(code).done is False


async def test_a_service_without_a_ticket_is_recorded(hall, memory):
    h = hall()
    await h.open(DUTY)
    await h.press(h.hall.duty.record_key)
    assert not h.hall.duty.save_key.isEnabled()
    await h.press(h.hall.duty.counters.key("3"))
    QTest.keyClicks(h.hall.duty.services.field, "GT")
    QTest.keyClick(h.hall.duty.services.field, Qt.Key.Key_Return)
    assert h.hall.duty.chosen.text() == "No. 3 · GT"
    await h.press(h.hall.duty.save_key)
    one = memory.state.hall.unticketed[0]
    assert (one.counter, one.service, one.by) == ("3", "GT", "overview:1")
    assert [line.text for line in h.hall.duty.seen.lines()] == ["No. 3 · GT"]
    assert not h.hall.duty.save_key.isVisible()


async def test_a_notice_is_posted_in_both_languages_and_taken_down(hall, memory):
    h = hall()
    await h.open(NOTICE)
    page = h.hall.notice
    QTest.keyClicks(page.en, "Fire drill at two")
    assert not page.post_key.isEnabled()
    page.zh.setText("两点消防演练")
    await h.press(page.untils.key("hour"))
    QTest.keyClick(page.en, Qt.Key.Key_Return)
    await settled()
    notice = memory.state.hall.notices[0]
    assert (notice.text.zh, notice.text.en) == ("两点消防演练", "Fire drill at two")
    assert notice.until == memory.at + timedelta(hours=1)
    assert page.zh.text() == ""
    await h.open(NOTICE)
    await h.open(NOTICE)
    key = page.notices.rows()[0].act_key
    await h.press(key)
    assert len(memory.state.hall.notices) == 1, "it asks twice"
    await h.press(key)
    assert memory.state.hall.notices == ()


async def test_until_today_is_the_end_of_the_branchs_own_day(hall, memory):
    h = hall()
    await h.open(NOTICE)
    h.hall.notice.zh.setText("今日")
    h.hall.notice.en.setText("Today")
    await h.press(h.hall.notice.post_key)
    until = memory.state.hall.notices[0].until
    assert f"{until:%H:%M}" == "23:59"
    assert until.utcoffset() == timedelta(hours=8) or until.hour == 15


async def test_a_notice_that_holds_personal_data_is_refused_in_one_sentence(hall, memory):
    h = hall()
    await h.open(NOTICE)
    page = h.hall.notice
    page.zh.setText("请联系13912345678")
    page.en.setText("Call 13912345678")
    await h.press(page.post_key)
    assert memory.state.hall.notices == ()
    assert page.said().startswith("The note looks like")
    assert page.en.text() == "Call 13912345678", "what was typed stays"


async def test_fairness_counts_and_promises(hall, memory):
    now(asking(memory).issue(Wish("GD")))
    ticket = now(asking(memory).issue(Wish("GD", "elder"))).ticket
    memory.wait(minutes=2)
    assert now(asking(memory).call_next("1")).ticket == ticket
    h = hall()
    await h.open(FAIRNESS)
    page = h.hall.fairness
    assert (page.shares.value(0), page.passed.value(0)) == ("100%", "1")
    assert page.passed.value(1) == "2:00"
    said = {line.left: line.text for line in page.bounds.lines()}
    assert said["priority by law"] == "if it came at most 17.5 min later"


async def test_who_was_not_served_is_told_by_service_and_hour(hall, memory):
    tickets = [now(asking(memory).issue(Wish(code))).ticket for code in ("GD", "GD", "SO")]
    memory.wait(minutes=12)
    for ticket in tickets:
        now(asking(memory).leave(Target(ticket)))
    h = hall()
    assert h.hall.shelf.key(NEEDS).face().count == "3"
    await h.open(NEEDS)
    rows = [(line.left, line.text, line.right) for line in h.hall.needs.services.lines()]
    assert rows == [("2", "GD", "stayed 12 min"), ("1", "SO", "stayed 12 min")]
    assert [line.left for line in h.hall.needs.hours.lines()] == ["10:00"]
    assert len(h.hall.needs.last.lines()) == 3


async def test_an_auditor_sees_all_of_it_and_may_do_nothing(hall, memory):
    now(asking(memory).ask_help("1"))
    h = hall(actor="staff:a1")
    await h.open(TASKS)
    assert not h.hall.todo.helps.rows()[0].act_key.isEnabled()
    await h.open(DUTY)
    assert not any(row.isEnabled() for row in h.hall.duty.lists["opening"].rows())
    assert not h.hall.duty.record_key.isEnabled()
    await h.open(NOTICE)
    h.hall.notice.zh.setText("一")
    h.hall.notice.en.setText("One")
    assert not h.hall.notice.post_key.isEnabled()


async def test_every_key_is_large_enough_for_a_finger(hall, memory):
    now(asking(memory).ask_help("1"))
    now(asking(memory).report_device("printer", "paper_out"))
    ticket = served(memory)
    now(asking(memory).rate(ticket, 2))
    h = hall()
    await h.open(TASKS)
    rows = [*h.hall.todo.helps.rows(), *h.hall.todo.tasks.rows(), *h.hall.todo.faults.rows()]
    keys = [row.act_key for row in rows] + [h.hall.shelf.key(n) for n in (TASKS, DUTY, NOTICE)]
    assert min(key.height() for key in keys) >= 44
    await h.open(DUTY)
    assert min(row.height() for row in h.hall.duty.lists["opening"].rows()) >= 44


def test_from_closing_time_on_the_closing_list_counts(overview, memory):
    memory.wait(minutes=7 * 60 - 1)
    assert overview(memory).hall.shelf.key(DUTY).face().count == "0/5"
    memory.wait(minutes=1)
    assert overview(memory).hall.shelf.key(DUTY).face().count == "0/4"


def test_checklist_lines_follow_the_document(overview, memory):
    memory.config = replace(memory.config, checklist=memory.config.checklist[:2])
    screen = overview(memory)
    assert screen.hall.shelf.key(DUTY).face().count == "0/2"
