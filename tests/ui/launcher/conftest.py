"""A launcher on a database file and a memory of its own; its screens are small real processes."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import language
from ui.app.tasks import settled
from ui.launcher.displays import Display
from ui.launcher.fleet import Fleet
from ui.launcher.memory import PlanMemory
from ui.launcher.screen import LauncherScreen, Place
from ui.theme import apply_theme

ONE = (Display(1, 1920, 1080),)
LIVES = "import sys, time; time.sleep(60)"


@dataclass
class Hand:
    """The screen, what it stands on, and somebody who types."""

    screen: LauncherScreen
    memory: PlanMemory
    fleet: Fleet
    database: Path
    asked: list[list[str]]

    def type(self, widget, text: str) -> None:
        """Keys for what keys can write, an input method's commit for the rest."""
        widget.clear()
        widget.setFocus()
        if text.isascii():
            QTest.keyClicks(widget, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    async def press(self, widget, key) -> None:
        QTest.keyClick(widget, key)
        await settled()

    async def click(self, widget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        await settled()

    async def answer(self, name="城南支行", pin="427913", again="427913") -> None:
        """Answer what first use asks, by keys."""
        first = self.screen.first_run
        self.type(first.name, name)
        self.type(first.pins.first, pin)
        self.type(first.pins.second, again)
        await self.press(first.pins.second, Qt.Key.Key_Return)


@pytest.fixture(autouse=True)
def look(qapp: QApplication, tmp_path, monkeypatch) -> Iterator[None]:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    apply_theme(qapp, "day")
    language.set_language(qapp, "zh_CN")
    yield
    language.forget(qapp)


@pytest.fixture
def launcher(qtbot, tmp_path):
    """Build a shown launcher; what its screens run is a process that waits."""
    made = []

    def build(displays=ONE, database=None) -> Hand:
        asked: list[list[str]] = []

        def argv_of(command) -> list[str]:
            asked.append(list(command))
            return [sys.executable, "-c", LIVES]

        memory = PlanMemory(tmp_path / "launcher.ini")
        memory.keep(memory.read())
        fleet = Fleet(argv_of)
        path = database or tmp_path / "branch.db"
        place = Place(memory, fleet, displays, (), str(path))
        screen = LauncherScreen(place)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        made.append((screen, fleet))
        return Hand(screen, memory, fleet, path, asked)

    yield build
    for _, fleet in made:
        fleet.stop_all()
