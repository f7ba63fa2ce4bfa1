"""The settings under test: day theme, English unless asked, before an administrator."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from ui.app.language import forget, set_language
from ui.app.tasks import settled
from ui.app.view import View
from ui.settings.pictures import a_branch
from ui.settings.screen import SettingsScreen
from ui.theme import apply_theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "day")
    set_language(qapp, "en")
    yield
    forget(qapp)
    apply_theme(qapp, "day")


class Window:
    """A settings window over a memory floor."""

    def __init__(self, memory: MemoryFloor, screen: SettingsScreen) -> None:
        self.memory, self.screen = memory, screen

    @property
    def draft(self):
        return self.screen.draft

    def show(self, **changes) -> None:
        view = View(self.memory.state, self.memory.config, self.memory.at)
        self.screen.show_state(replace(view, **changes))

    def open(self, key: str):
        QTest.mouseClick(self.screen.nav.item(key), LEFT)
        if not _loop_runs():  # a task may not begin inside another's step
            QCoreApplication.processEvents()
        return self.screen.page()

    def write(self, field: QWidget, text: str) -> None:
        """Type in place of what stands in a field."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        if text.isascii():
            QTest.keyClicks(field, text)
        else:  # as an input method does
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)

    async def press(self, key: QWidget) -> None:
        QTest.mouseClick(key, LEFT)
        await settled()
        self.show()
        await settled()
        QCoreApplication.processEvents()

    async def save(self) -> None:
        await self.press(self.screen.head.save_key)
        await self.press(self.screen.review.save_key)


@pytest.fixture
def window(qtbot) -> Callable[..., Window]:
    """A shown window; the memory floor has three versions behind it."""
    kept = []

    def make(actor: str = "staff:0001", memory: MemoryFloor | None = None, **changes) -> Window:
        memory = memory or a_branch()
        screen = SettingsScreen(Floor(memory, actor))
        qtbot.addWidget(screen, before_close_func=_without_asking)
        screen.show()
        if not _loop_runs():
            screen.activateWindow()
            QTest.qWaitForWindowActive(screen)
        made = Window(memory, screen)
        kept.append(made)
        made.show(**changes)
        if actor.startswith("staff:000"):
            screen.show_versions(now(Floor(memory, actor).versions()))
        return made

    return make


def _without_asking(screen: SettingsScreen) -> None:
    screen._leaving = True


def _loop_runs() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
