"""The settings by real clicks and keys, on a floor in memory."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.config import to_document
from branchfloor.domain.roster_rules import CounterKind
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from ui.app.language import set_language
from ui.app.tasks import settled
from ui.console.gate import Gate
from ui.settings.matrix import FACTS
from ui.settings.pictures import PAGE_KEYS, a_branch
from ui.settings.why_words import said_of_file
from ui.widgets import CellMark

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def cell(page, code: str, number: str):
    """A crossing of the matrix."""
    row = next(r for r in range(page.model.rowCount()) if page.model.service(r)["code"] == code)
    columns = range(FACTS, page.model.columnCount())
    column = next(c for c in columns if page.model.counter(c)["number"] == number)
    return page.model.index(row, column)


def press_cell(page, index) -> None:
    middle = page.table.visualRect(index).center()
    QTest.mouseClick(page.table.viewport(), LEFT, pos=middle)


async def test_a_service_is_changed_saved_and_in_force(window):
    made = window()
    page = made.open("catalogue")
    press_cell(page, page.model.index(0, 1))
    assert page.opened() == 0
    made.write(page.form.row("mean_min").editor.line, "7")
    assert made.screen.head.save_key.text() == "Save · 1 change…"
    await made.press(made.screen.head.save_key)
    assert made.screen.review.list.item(0, 2).text() == "5"
    assert made.screen.review.list.item(0, 3).text() == "7"
    await made.press(made.screen.review.save_key)
    assert made.memory.config.version == 4
    assert made.memory.config.service("GD").mean_min == 7
    assert made.screen.message.text() == "Version 4 is in force."
    assert not made.draft.changed
    newest = now(Floor(made.memory, "staff:0001").versions())[0]
    assert (newest.version, newest.adopted_by) == (4, "staff:0001")


def test_a_cell_is_pressed_through_its_marks(window):
    made = window()
    page = made.open("catalogue")
    index = cell(page, "VK", "7")
    seen = []
    for _ in range(4):
        press_cell(page, index)
        seen.append(page.model.mark(index.row(), index.column()))
    assert seen == [CellMark.SERVES, CellMark.BACKS_UP, CellMark.LENDABLE, CellMark.EMPTY]


def test_an_illegal_pair_cannot_be_set_and_says_why(window):
    made = window()
    page = made.open("catalogue")
    index = cell(page, "GD", "3")
    press_cell(page, index)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.mark(index.row(), index.column()) is CellMark.FORBIDDEN
    assert not made.draft.changed
    assert page.why.isVisible()
    assert "Cash work goes to cash counters only: 1, 2, 5, 10, 11, 12" in page.why.text()


def test_a_pair_that_became_illegal_is_marked_and_nothing_can_be_saved(window):
    made = window()
    page = made.open("catalogue")
    page.open_form(cell(page, "GT", "3").row())
    QTest.mouseClick(page.form.row("needs_cash").editor.switch, LEFT)
    index = cell(page, "GT", "3")
    assert page.model.mark(index.row(), index.column()) is CellMark.EXPIRED
    row = page.form.row("needs_cash")
    assert row.note.isVisible()
    assert "GT cannot be served at counter 3" in row.note.text()
    assert not made.screen.head.save_key.isEnabled()
    QTest.keyClick(made.screen, Qt.Key.Key_S, CONTROL)
    assert made.screen.page() is page


def test_the_matrix_is_walked_by_keys(window):
    made = window()
    page = made.open("catalogue")
    page.table.setCurrentIndex(cell(page, "GT", "3"))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.currentIndex() == cell(page, "GT", "4")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert "GT" in made.draft.config.counter("4").backs_up
    QTest.keyClick(page.table, Qt.Key.Key_Home)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.opened() == cell(page, "GT", "4").row()


def test_finding_hides_the_others(window):
    page = window().open("catalogue")
    QTest.keyClicks(page.search, "fund")
    shown = [r for r in range(page.model.rowCount()) if not page.table.isRowHidden(r)]
    assert [page.model.service(r)["code"] for r in shown] == ["VF"]


def test_a_new_service_is_wrong_until_it_has_what_it_needs(window):
    made = window()
    page = made.open("catalogue")
    QTest.mouseClick(page.add_key, LEFT)
    assert made.draft.fault is not None
    form = page.form
    made.write(form.row("code").editor.line, "NX")
    made.write(form.row("name").editor.zh, "新业务")
    made.write(form.row("name").editor.en, "New one")
    assert "service NX is served at no counter" in said_of_file(made.draft.fault.why)
    press_cell(page, cell(page, "NX", "4"))
    assert made.draft.fault is None
    QTest.mouseClick(page.remove_key, LEFT)
    assert not made.draft.changed


async def test_pay_days_and_rules_of_plans_are_changed_saved_and_in_force(window):
    made = window()
    page = made.open("hours")
    made.write(page.form.row("special_days", "pay_days").editor.line, "5, 32")
    assert "[10, 25]" in made.screen.message.text()
    made.write(page.form.row("special_days", "pay_days").editor.line, "5，20")
    made.write(page.form.row("roster", "most_week_hours").editor.line, "40")
    made.write(page.form.row("roster", "least_wealth").editor.line, "1")
    await made.save()
    config = made.memory.config
    assert (config.special_days.pay, config.roster.most_week_min) == ((5, 20), 2400)
    assert config.roster.least_of(CounterKind.WEALTH) == 1
    assert config.special_days.pension == (15,)


def test_the_policy_shows_its_bound_and_refuses_to_break_the_law(window):
    made = window()
    page = made.open("policy")
    assert "at most 17.5 min later" in page.bound.sentence.text()
    made.write(page.classes.row("legal").target, "4")
    assert "at most 18.0 min later" in page.bound.sentence.text()
    made.write(page.classes.row("private").start, "0.6")
    assert "priority by law must come first" in page.classes.row("private").why.text()
    assert page.classes.row("private").why.isVisible()
    assert not made.screen.head.save_key.isEnabled()
    assert made.screen.nav.item("policy").mark() == "late"


def test_what_is_wrong_is_told_on_every_page_with_the_way_there(window):
    made = window()
    page = made.open("thresholds")
    made.write(page.form.row("settings", "amber_min").editor.line, "90")
    made.open("green")
    assert "“Amber from” must be less than “Red from”" in made.screen.message.text()
    QTest.mouseClick(made.screen.go_key, LEFT)
    assert made.screen.page() is page


def test_entries_of_a_list_are_added_moved_and_removed(window):
    made = window()
    page = made.open("people")
    QTest.mouseClick(page.add_key, LEFT)
    made.write(page.form.row("number").editor.line, "0999")
    made.write(page.form.row("skills").editor.box, "funds 2027-03-31")
    person = made.draft.config.staff_member("0999")
    assert (person.roles, person.skills[0][0]) == (("teller",), "funds")
    QTest.mouseClick(page.form.row("roles").editor.keys["lobby_manager"], LEFT)
    assert made.draft.config.staff_member("0999").roles == ("teller", "lobby_manager")
    last = page.place()
    QTest.mouseClick(page.up_key, LEFT)
    assert page.place() == last - 1
    QTest.mouseClick(page.remove_key, LEFT)
    assert not made.draft.changed


def test_certificates_that_ran_out_are_marked(window):
    page = window().open("people")
    titles = [page.list.item(at).text() for at in range(page.list.count())]
    assert [t.split()[0] for t in titles if "! foreign exchange" in t] == ["0219"]


async def test_what_today_needs_cannot_be_taken_away(window):
    made = window()
    now(Floor(made.memory, "cli:test").issue(Wish("VL")))
    made.show()
    page = made.open("catalogue")
    page.open_form(cell(page, "VL", "9").row())
    QTest.mouseClick(page.remove_key, LEFT)
    assert made.draft.fault is None
    await made.save()
    assert made.memory.config.version == 3
    assert "is here for VL; keep it for today" in made.screen.message.text()
    assert made.draft.changed


async def test_who_comes_second_is_told_and_loses_nothing(window):
    made = window()
    page = made.open("thresholds")
    made.write(page.form.row("settings", "undo_s").editor.line, "8")
    other = replace(made.memory.config.settings, amber_min=11)
    text = to_document(replace(made.memory.config, settings=other))
    now(Floor(made.memory, "staff:0101").adopt(text, 3))
    made.show()
    await settled()
    assert "Version 4 was saved elsewhere" in made.screen.message.text()
    assert made.draft.config.settings.undo_s == 8
    await made.save()
    assert made.memory.config.version == 4
    await made.press(made.screen.head.discard_key)
    assert made.draft.base.version == 4
    assert not made.draft.changed


def test_leaving_with_changes_asks_in_its_place(window):
    made = window()
    page = made.open("voice")
    made.write(page.form.row("settings", "announce_times").editor.line, "3")
    made.screen.close()
    assert made.screen.isVisible()
    assert made.screen.leave.isVisible()
    QTest.keyClick(made.screen.leave.stay_key, Qt.Key.Key_Escape)
    assert not made.screen.leave.isVisible()
    made.screen.close()
    QTest.mouseClick(made.screen.leave.leave_key, LEFT)
    assert not made.screen.isVisible()
    assert made.memory.config.version == 3


def test_leaving_without_changes_does_not_ask(window):
    made = window()
    made.screen.close()
    assert not made.screen.isVisible()


@pytest.mark.parametrize("actor", ["staff:0102", "staff:0211"])
def test_who_may_not_looks_and_touches_nothing(window, actor):
    made = window(actor)
    page = made.open("thresholds")
    assert not page.isEnabled()
    assert not made.screen.head.save_key.isEnabled()
    assert "Only a branch manager" in made.screen.message.text()


async def test_roles_are_the_administrators_alone(window):
    made = window("staff:0101")
    await settled()
    page = made.open("people")
    page.go(4)
    QTest.mouseClick(page.form.row("roles").editor.keys["auditor"], LEFT)
    await made.save()
    assert made.memory.config.version == 3
    assert made.screen.message.isVisible()


def test_where_people_sign_in_nobody_changes_anything_before(window):
    memory = a_branch()
    settings = replace(memory.config.settings, sign_in=True)
    now(Floor(memory, "cli:x").adopt(to_document(replace(memory.config, settings=settings)), 3))
    made = window("settings:1", memory)
    assert made.screen.sign.standing.gate is Gate.SIGN_IN
    assert made.screen.drawer.isVisible()
    assert not made.screen.page().isEnabled()


def test_without_sign_in_the_window_is_the_administrators(window):
    made = window("settings:1")
    assert made.screen.page().isEnabled()
    assert not made.screen.sign.key.isVisible()


def test_offline_it_says_so_and_saves_nothing(window):
    made = window(trouble="database_locked", trouble_text="The database is busy.")
    assert made.screen.message.text() == "The database is busy."
    assert not made.screen.page().isEnabled()


def test_another_language_stays_at_the_same_place(window, qapp: QApplication):
    made = window()
    page = made.open("counters")
    page.go(5)
    made.write(page.form.row("name").editor.en, "Sixth")
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert made.screen.page() is page
    assert page.place() == 5
    assert made.screen.head.title.text() == "窗口"
    assert made.draft.config.counter("6").name.en == "Sixth"


def test_every_piece_that_takes_the_keyboard_has_a_name(window):
    made = window()
    for key in PAGE_KEYS:
        page = made.open(key)
        for piece in page.findChildren(QWidget):
            if piece.focusPolicy() & Qt.FocusPolicy.TabFocus and piece.isVisible():
                named = piece.accessibleName() or getattr(piece, "text", str)()
                assert named or piece.objectName().startswith("qt_"), (key, piece)


def test_tab_goes_from_the_pages_into_the_page(window):
    made = window()
    page = made.open("hours")
    made.screen.nav.item("hours").setFocus()
    QTest.keyClick(made.screen.nav.item("hours"), Qt.Key.Key_Down)
    assert made.screen.focusWidget() is made.screen.nav.item("texts")
    first = page.form.row("hours", "monday").editor.line
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert made.screen.focusWidget() is page.form.row("hours", "tuesday").editor.line
