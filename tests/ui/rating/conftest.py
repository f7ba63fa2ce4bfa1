"""A rating screen beside counter 3 on a floor in memory, with a clock of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from ui.app import language
from ui.app.tasks import settled
from ui.app.view import View
from ui.rating.screen import RatingScreen
from ui.theme import apply_theme


@dataclass
class Pad:
    """Counter 3, its rating screen, and the test's own hand on the floor."""

    memory: MemoryFloor
    floor: Floor
    screen: RatingScreen
    clock: list[float]

    async def show(self) -> None:
        self.screen.show_state(View(self.memory.state, self.memory.config, self.memory.at))
        await settled()

    async def serve(self, service: str = "GT", **wish) -> str:
        """A customer is served; their ticket."""
        ticket = now(self.floor.issue(Wish(service, **wish))).ticket
        now(self.floor.call_given("3", ticket))
        now(self.floor.start(Target(ticket)))
        self.memory.wait(120)
        await self.show()
        return ticket

    async def finish(self, ticket: str) -> None:
        now(self.floor.finish(Target(ticket, counter="3")))
        await self.show()

    async def wait(self, seconds: float) -> None:
        """Time passes before the screen."""
        self.clock[0] += seconds
        self.screen.tick()
        await settled()

    def record(self, ticket: str):
        return next(r for r in self.memory.state.records if r.number == ticket)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "day")
    language.set_language(qapp, "zh_CN")
    yield
    language.forget(qapp)


@pytest.fixture
def pad(qtbot) -> Callable[..., Pad]:
    """Build a shown rating screen of an open counter 3."""

    def build() -> Pad:
        memory, clock = MemoryFloor(a_branch(), TEN), [0.0]
        own = Floor(memory, "rating:3")
        screen = RatingScreen(own, "3", elapsed=lambda: clock[0])
        qtbot.addWidget(screen)
        now(Floor(memory, "test").open_counter("3", "0217"))
        with qtbot.waitExposed(screen):
            screen.show()
        return Pad(memory, Floor(memory, "test"), screen, clock)

    return build
