"""The slip page: lines, own words and paper; the picture follows; saved, compared, printed."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from branchfloor.domain.slip import DEFAULT_LINES, SlipPart, SlipSize
from ui.app.language import set_language
from ui.settings.differences import told
from ui.settings.slip_preview import sample

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(window):
    return window()


@pytest.fixture
def page(made):
    return made.open("slip")


def press(key):
    QTest.mouseClick(key, LEFT)


def pick(page, part):
    parts = [line.shows for line in page.draft.config.slip.lines]
    page.lines.list.setCurrentRow(parts.index(part))


def said(page):
    return [f"{line.text} {line.value}".strip() for line in page.preview.slip.lines()]


def parts(page):
    return [line.shows for line in page.draft.config.slip.lines]


def width(page):
    return page.preview.picture.pixmap().deviceIndependentSize().width()


def test_the_lines_are_those_of_the_document_and_the_picture_shows_them(made, page):
    assert page.lines.list.count() == len(DEFAULT_LINES)
    assert page.lines.list.item(3).text() == "The number"
    assert "A058" in said(page)
    assert "A058" in page.preview.picture.accessibleName()
    assert not made.draft.changed


def test_the_square_code_is_switched_off_and_on(page):
    press(page.lines.code)
    assert SlipPart.CODE not in parts(page)
    before = page.preview.picture.pixmap().height()
    press(page.lines.code)
    assert parts(page)[-1] is SlipPart.CODE
    assert page.preview.picture.pixmap().height() > before


def test_a_line_is_made_large_moved_removed_and_added_again(page):
    pick(page, SlipPart.WAIT)
    press(page.lines.large_key)
    assert page.draft.config.slip.lines[7].size is SlipSize.LARGE
    press(page.lines.up_key)
    assert parts(page)[6:8] == [SlipPart.WAIT, SlipPart.AHEAD]
    assert page.lines.list.currentRow() == 6
    press(page.lines.remove_key)
    assert SlipPart.WAIT not in parts(page)
    box = page.lines.parts
    box.setCurrentIndex(box.findData(SlipPart.WAIT))
    press(page.lines.add_key)
    assert SlipPart.WAIT in parts(page)
    assert parts(page)[page.lines.list.currentRow()] is SlipPart.WAIT


def test_the_number_stays(page):
    pick(page, SlipPart.NUMBER)
    assert not page.lines.remove_key.isEnabled()
    assert not page.lines.large_key.isEnabled()


def test_nothing_about_a_person_is_offered_or_taken(made, page):
    box = page.lines.parts
    assert {box.itemData(at) for at in range(box.count())} <= set(SlipPart)
    foot = page.form.row("slip", "foot")
    foot.editor.box.setPlainText("您好 {name} | Hello {name}")
    assert "nothing about a person can stand on a slip" in foot.note.text()
    assert not made.screen.head.save_key.isEnabled()
    assert not any("name" in line for line in said(page))
    foot.editor.box.setPlainText("客服 95588 | Call 95588")
    assert said(page)[-2:] == ["客服 95588", "Call 95588"]


def test_the_picture_is_looked_at_in_either_language_and_on_either_paper(made, page):
    wide = width(page)
    press(page.preview.language_keys["en"])
    assert "Issued 2026-11-24 10:41:07" in said(page)
    press(page.preview.language_keys["zh_CN"])
    assert "取号 2026-11-24 10:41:07" in said(page)
    press(page.preview.paper_keys[58])
    assert width(page) < wide
    assert not made.draft.changed


def test_another_paper_in_the_document_is_the_one_looked_at(page):
    editor = page.form.row("slip", "paper_mm").editor
    editor.box.setCurrentIndex(0)
    editor.tell()
    assert page.draft.config.slip.paper_mm == 58
    assert page.preview.paper_keys[58].isChecked()


def test_a_list_that_lacks_the_number_says_so_beside_it(page):
    page.put(("slip", "line"), [{"shows": "wait", "size": "normal"}])
    assert page.lines.why.text() == "slip: a slip must show the number; add that line"
    assert page.preview.slip is not None


def test_its_changes_are_told_in_words(made, page):
    press(page.lines.code)
    pick(page, SlipPart.WAIT)
    press(page.lines.large_key)
    (change,) = made.draft.changes()
    line = told(change, made.draft.config)
    assert (line.where, line.what) == ("Ticket slip", "Lines of the slip")
    assert (line.before, line.after) == ("Expected wait, Square code", "Expected wait · Large")
    assert made.screen.nav.item("slip").mark() == "brand"


async def test_what_is_saved_is_what_is_printed(window):
    made = window()
    page = made.open("slip")
    page.put(("slip", "paper_mm"), 58)
    press(page.lines.code)
    await made.save()
    assert made.memory.config.slip.paper_mm == 58
    printed = sample(made.memory.config)
    assert printed.paper_mm == 58
    assert "7f3c1f0e9b2d4c58" not in [line.text for line in printed.lines()]


def test_it_changes_its_language_in_place(qapp, page):
    pick(page, SlipPart.WAIT)
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert page.lines.list.item(3).text() == "票号"
    assert page.lines.list.currentRow() == 7
    assert page.preview.paper_keys[58].text() == "58 毫米"
