"""The head's nav: pages turn, each with its own title and keys; the drawer goes with the floor."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app.language import set_language
from ui.overview import moments
from ui.overview.nav import LIVE


def press(piece):
    QTest.mouseClick(piece, Qt.MouseButton.LeftButton)


def test_a_page_is_made_when_its_key_is_pressed_and_the_head_says_which(overview):
    shown = overview(moments.first_tickets())
    assert shown.pages.open_name == LIVE
    assert shown.pages.page is None
    press(shown.nav.key("accuracy"))
    assert shown.pages.open_name == "accuracy"
    assert shown.pages.page.isVisible()
    assert shown.pages.page.reading is not None
    assert shown.nav.key("accuracy").isChecked()
    assert not shown.kpis.isVisible()
    assert not shown.desk.field.isVisible()
    press(shown.nav.key(LIVE))
    assert shown.kpis.isVisible()
    assert shown.desk.field.isVisible()


def test_what_opens_in_the_drawer_turns_back_to_the_floor(overview):
    shown = overview(moments.first_tickets())
    press(shown.nav.key("accuracy"))
    QTest.keyClick(shown, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert shown.pages.open_name == LIVE
    assert shown.drawer.page is shown.desk.issue
    assert shown.nav.key(LIVE).isChecked()


def test_escape_turns_back_when_no_drawer_is_open(overview):
    shown = overview(moments.first_tickets())
    press(shown.nav.key("accuracy"))
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.pages.open_name == LIVE


def test_the_keys_and_the_title_follow_the_language(overview, qapp: QApplication):
    shown = overview(moments.first_tickets())
    press(shown.nav.key("accuracy"))
    set_language(qapp, "zh_CN")
    QApplication.processEvents()
    assert [shown.nav.key(name).text() for name in (LIVE, "accuracy")] == ["实时", "报表"]


def test_the_keys_of_a_page_are_on_the_head_while_it_is_open(overview):
    shown = overview(moments.first_tickets())
    for _ in range(2):
        press(shown.nav.key("accuracy"))
        key = shown.pages.page.export_key
        assert key.isVisible()
        assert shown.head.isAncestorOf(key)
        press(shown.nav.key(LIVE))
        assert not key.isVisible()
        assert not key.isWindow()
