"""The overview under test: day theme, English unless asked, on a memory floor."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from branchfloor.floor.floor import Floor
from branchfloor.floor.memory import MemoryFloor
from tests.ui.overview.at_desk import Desk, sit_down
from ui.app.language import forget, set_language
from ui.app.view import View
from ui.overview.screen import OverviewScreen
from ui.theme import apply_theme


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "day")
    set_language(qapp, "en")
    yield
    forget(qapp)
    apply_theme(qapp, "day")


@pytest.fixture
def overview(qtbot) -> Callable[..., OverviewScreen]:
    """A shown overview of a memory floor; views are never held back."""

    def make(memory: MemoryFloor, actor: str = "overview:1", **changes) -> OverviewScreen:
        screen = OverviewScreen(Floor(memory, actor), least_gap_ms=0)
        qtbot.addWidget(screen)
        screen.show()
        screen.show_state(replace(view_of(memory), **changes))
        if not loop_runs():  # a task may not begin inside another's step
            QCoreApplication.processEvents()
        return screen

    return make


@pytest.fixture
def desk(qtbot) -> Desk:
    """The lobby manager at an overview of a small branch."""
    made = sit_down()
    qtbot.addWidget(made.screen)
    return made


def loop_runs() -> bool:
    """Whether this is an async test, in Qt's loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def view_of(memory: MemoryFloor) -> View:
    return View(memory.state, memory.config, memory.at)


@pytest.fixture
def viewed() -> Callable[[MemoryFloor], View]:
    """The view of a memory floor as it stands."""
    return view_of
