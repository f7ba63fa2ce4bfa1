"""A board on a floor in memory: the real commands, a clock that moves when told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from branchfloor.domain.config import BranchConfig
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from ui.app import language
from ui.app.view import View
from ui.board.screen import BoardScreen
from ui.theme import apply_theme, tokens


@dataclass
class Hall:
    """A floor and the board that watches it."""

    memory: MemoryFloor
    floor: Floor
    screen: BoardScreen

    @property
    def at(self) -> datetime:
        return self.memory.at

    def issue(self, service: str = "GT", green: str | None = None) -> str:
        return now(self.floor.issue(Wish(service, green=green))).ticket

    def call(self, counter: str = "3", service: str = "GT", green: str | None = None) -> str:
        """Somebody comes and is called at once; who was there before is finished."""
        self.finish(counter)
        ticket = self.issue(service, green)
        now(self.floor.call_given(counter, ticket))
        return ticket

    def calls(self, count: int, gap_s: float = 0) -> list[str]:
        """That many calls in a row, each seen as it comes where there is a gap between them."""
        tickets = []
        for _ in range(count):
            self.memory.wait(gap_s)
            tickets.append(self.call())
            if gap_s:
                self.show()
        self.show()
        return tickets

    def finish(self, counter: str) -> None:
        found = self.memory.state.at_counter(counter)
        if found is not None:
            target = Target(found[0].number, counter=counter)
            now(self.floor.start(target))
            now(self.floor.finish(target))

    def view(self, trouble: str | None = None) -> View:
        return View(self.memory.state, self.memory.config, self.at, trouble)

    def show(self, trouble: str | None = None) -> None:
        self.screen.show_state(self.view(trouble))

    def tick(self, seconds: float = 1) -> None:
        self.memory.at += timedelta(seconds=seconds)
        self.screen.show_time(self.at)

    @property
    def face(self):
        face = self.screen.face()
        assert face is not None
        return face

    @property
    def big(self) -> list[str]:
        """Numbers that stand big."""
        return [call.number for call in self.face.calls]

    @property
    def listed(self) -> list[tuple[str, str]]:
        """Rows of the history as the widgets show them."""
        return [row.texts() for row in self.screen._history.rows()]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The day theme and Chinese, and no language left behind."""
    apply_theme(qapp, "day")
    language.set_language(qapp, "zh_CN")
    yield
    language.forget(qapp)
    if tokens().name != "day":
        apply_theme(qapp, "day")


@pytest.fixture
def hall(qtbot) -> Callable[..., Hall]:
    """Build a hall with its counters open."""

    def build(
        config: BranchConfig | None = None, at: datetime = TEN, *, still: bool = False
    ) -> Hall:
        memory = MemoryFloor(config or a_branch(), at)
        floor = Floor(memory, "cli:test")
        screen = BoardScreen(still=still)
        qtbot.addWidget(screen)
        screen.resize(1920, 1080)
        made = Hall(memory, floor, screen)
        for plan in memory.config.counters:
            now(floor.open_counter(plan.number))
        made.show()
        return made

    return build


@pytest.fixture
def settings() -> Callable[..., BranchConfig]:
    """A branch with other settings."""

    def build(**changes) -> BranchConfig:
        config = a_branch()
        return replace(config, settings=replace(config.settings, **changes))

    return build
