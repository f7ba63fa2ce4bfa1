"""The drawer itself: one page at a time, in the column's place, with its foot in sight."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from tests.builders import a_floor
from ui.app.language import set_language
from ui.overview.drawer import DRAWER_PX, DrawerPage
from ui.widgets import PushKey


class Page(DrawerPage):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.shown, self.ticks = 0, 0
        self.key = PushKey("Do")
        self.setMinimumHeight(3000)

    def title(self) -> str:
        return self._title

    def footer(self) -> QWidget:
        return self.key

    def show_reading(self, reading) -> None:
        super().show_reading(reading)
        self.shown += 1

    def show_time(self, now) -> None:
        self.ticks += 1


def test_only_the_open_page_hears_of_the_floor(overview, viewed):
    memory = a_floor()
    screen = overview(memory)
    one, two = Page("One"), Page("Two")
    screen.drawer.open_page(one)
    screen.drawer.open_page(two)
    assert screen.drawer.title() == "Two"
    before = one.shown
    screen.show_state(viewed(memory))
    screen.show_now()
    screen.show_time(memory.at)
    assert (one.shown, two.ticks) == (before, 1)
    assert two.shown >= 2
    screen.drawer.close_page()
    screen.show_time(memory.at)
    assert two.ticks == 1


def test_a_page_too_long_keeps_its_foot_in_sight(overview):
    screen = overview(a_floor())
    page = Page("Long")
    screen.drawer.open_page(page)
    QCoreApplication.processEvents()
    assert page.key.isVisible()
    bottom = page.key.mapTo(screen, page.key.rect().bottomLeft()).y()
    assert bottom < screen.height()
    assert screen.height() == 1080, "a long page never makes the window grow"
    assert screen.drawer.width() == DRAWER_PX


def test_a_closed_page_takes_its_foot_along(overview):
    screen = overview(a_floor())
    one, two = Page("One"), DrawerPage()
    screen.drawer.open_page(one)
    screen.drawer.open_page(two)
    assert not one.key.isVisible()


def test_the_key_to_close_speaks_the_language(overview, qapp):
    screen = overview(a_floor())
    screen.drawer.open_page(Page("One"))
    set_language(qapp, "zh_CN")
    QCoreApplication.processEvents()
    assert screen.drawer.close_key.text() == "关闭"


def test_no_page_is_ever_a_window_of_its_own(overview, qapp):
    screen = overview(a_floor())
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - the name is Qt's
            if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    for page in ("find", "ticket", "issue", "emergency", "green"):
        getattr(screen.desk, page)
    screen.desk.open_issue()
    screen.desk.open_green()
    QCoreApplication.processEvents()
    qapp.removeEventFilter(watch)
    assert shown == []
