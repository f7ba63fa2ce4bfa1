"""F1 in the launcher: the guides as pages, in the language in force."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from ui.app.language import forget, set_language
from ui.launcher.guide_window import PAGES, GuideWindow


@pytest.fixture
def guide(qtbot, qapp):
    set_language(qapp, "en")
    window = GuideWindow()
    qtbot.addWidget(window)
    window.show()
    yield window
    forget(qapp)


def test_each_key_opens_its_page(guide):
    titles = {"it": "For the IT of a branch", "lobby": "In the lobby", "teller": "At the counter"}
    for name in PAGES:
        QTest.mouseClick(guide.keys[name], Qt.MouseButton.LeftButton)
        assert guide.text.toPlainText().startswith(titles[name])
        assert [n for n, key in guide.keys.items() if key.isChecked()] == [name]


def test_it_follows_the_language_and_keeps_its_page(qapp, guide):
    guide.show_page("teller")
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert guide.text.toPlainText().startswith("窗口人员")
    assert guide.windowTitle() == "使用说明"


def test_escape_closes_it(guide):
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
