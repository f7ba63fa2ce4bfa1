"""The lobby manager's desk on a floor in memory: real keys and clicks, views only when told."""

import asyncio
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.domain.catalogue import Name, StaffMember
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.visit import Visit
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from tests.builders import a_branch, a_counter, a_floor, a_service
from ui.app.tasks import settled
from ui.app.view import View
from ui.overview.lobby_desk import LobbyDesk
from ui.overview.screen import OverviewScreen

LEADS = (
    StaffMember("0101", ("lobby_manager",)),
    StaffMember("0102", ("lobby_manager",)),
    StaffMember("0305", skills=(("funds", None),)),
)


def a_hall() -> BranchConfig:
    """The small branch with a funds desk (4) and papers to bring."""
    small = a_branch(staff=LEADS)
    papers = (Name("身份证", "ID card"), Name("银行卡", "Bank card"))
    services = tuple(
        replace(s, bring=papers[:1] if s.code == "GT" else papers) if s.code in ("GT", "SO") else s
        for s in small.services
    )
    funds = a_service("VF", requires=("funds",), prefix="W", talk_first=True)
    desk = a_counter("4", "VF")
    return replace(small, services=(*services, funds), counters=(*small.counters, desk))


@dataclass
class Desk:
    """An overview with its floor; `floor` is the test's own hand, which may do all."""

    memory: MemoryFloor
    screen: OverviewScreen
    floor: Floor

    @property
    def desk(self) -> LobbyDesk:
        return self.screen.desk

    def come(self, service: str = "GD", **wish) -> str:
        return now(self.floor.issue(Wish(service, **wish))).ticket

    def visit(self, number: str) -> Visit:
        found = self.memory.state.find(number)
        assert found is not None
        return found

    def show(self) -> None:
        self.screen.show_state(View(self.memory.state, self.memory.config, self.memory.at))
        self.screen.show_now()

    async def press(self, widget: QWidget, *, told: bool = True) -> None:
        await looked_at()
        assert widget.isVisible(), "what is not there cannot be pressed"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        await settled()
        if told:
            self.show()
            await settled()

    async def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        QTest.keyClick(on or QApplication.focusWidget() or self.screen, key, modifier)
        await settled()
        self.show()
        await settled()

    async def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self.screen, letter)
        await settled()

    async def open(self, number: str) -> None:
        """Click the chip of a ticket."""
        visit = self.visit(number)
        for row in self.screen.queues.rows():
            if visit.id in row.field.tickets():
                await self.press(row.field.chip(visit.id))
                return
        raise AssertionError(f"{number} has no chip")


async def looked_at() -> None:
    """The window is active and laid out, as whoever presses something sees it."""
    for _ in range(3):
        await asyncio.sleep(0)


def sit_down(memory: MemoryFloor | None = None, actor: str = "staff:0102") -> Desk:
    """A shown desk; the caller keeps its window."""
    floor = memory or a_floor(a_hall())
    screen = OverviewScreen(Floor(floor, actor), least_gap_ms=0)
    made = Desk(floor, screen, Floor(floor, "cli:test"))
    screen.show()
    made.show()
    return made
