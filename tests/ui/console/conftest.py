"""A console on a floor in memory: the real commands, real keys, two clocks that move when told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from tests.builders import TEN, a_branch
from ui.app import language
from ui.app.tasks import settled
from ui.app.view import View
from ui.console.desk import Moment, moment_of
from ui.console.screen import ConsoleScreen
from ui.theme import apply_theme


@dataclass
class Place:
    """Counter 3 of a small branch with its console; nobody but the test tells it the state, and
    `floor` is the test's own hand, which may do all.
    """

    memory: MemoryFloor
    floor: Floor
    screen: ConsoleScreen
    clock: list[float]
    rang: list[object] = field(default_factory=list)

    def view(self, trouble: str | None = None) -> View:
        text = ""
        if trouble is not None:
            error = StorageTrouble(trouble, path="floor.db", seconds=5)
            text = Phrases.load(language.current_language()).tell(error)
        return View(self.memory.state, self.memory.config, self.memory.at, trouble, text)

    def show(self, trouble: str | None = None) -> None:
        self.screen.show_state(self.view(trouble))

    async def key(
        self,
        key: Qt.Key,
        *,
        told: bool = True,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """A key on whatever has the focus, all that follows, and (if told) the new state."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifier)
        await settled()
        if told:
            self.show()

    async def undo(self) -> None:
        await self.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)

    async def press(self, widget: QWidget, *, told: bool = True) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        await settled()
        if told:
            self.show()

    def come(self, *services: str, green: str | None = None, needs: tuple[str, ...] = ()) -> str:
        """Customers take tickets; the last one's number."""
        wishes = [Wish(service, green, needs) for service in services]
        return [now(self.floor.issue(wish)).ticket for wish in wishes][-1]

    def wait(self, seconds: float) -> None:
        """Time passes on the floor and for the teller's fingers."""
        self.memory.wait(seconds)
        self.clock[0] += seconds
        self.show()

    def moment(self) -> Moment:
        return moment_of(self.view(), "3")

    def here(self) -> tuple[Visit, Leg] | None:
        return self.memory.state.at_counter("3")

    def said(self) -> str:
        """The sentence on the page shown."""
        message = self.screen.page().message
        return "" if message.isHidden() else message.text()


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The day theme and Chinese, and no language left behind."""
    apply_theme(qapp, "day")
    language.set_language(qapp, "zh_CN")
    yield
    language.forget(qapp)


@pytest.fixture
def place(qtbot) -> Callable[..., Place]:
    """Build a shown console of counter 3, open with staff 0217 unless told otherwise."""

    def build(config: BranchConfig | None = None, staff: str | None = "0217") -> Place:
        memory = MemoryFloor(config or a_branch(), TEN)
        floor, clock = Floor(memory, "test"), [0.0]
        own = Floor(memory, "console:3")
        screen = ConsoleScreen(own, "3", "0217", elapsed=lambda: clock[0])
        qtbot.addWidget(screen)
        made = Place(memory, floor, screen, clock)
        screen.rang.connect(made.rang.append)
        if staff is not None:
            now(floor.open_counter("3", staff))
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        QApplication.processEvents()
        made.show()
        return made

    return build
