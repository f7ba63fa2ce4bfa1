"""A kiosk on a floor in memory: the real commands, and two clocks that move when told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from branchfloor.domain.catalogue import GreenReason, Name, Tile
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from tests.builders import REASONS, TEN, a_branch, a_service
from ui.app import language
from ui.app.tasks import settled
from ui.app.view import View
from ui.kiosk.screen import KioskScreen
from ui.theme import apply_theme, tokens

CARD = (Name("银行卡", "Bank card"),)


def a_kiosk_branch(**changes) -> BranchConfig:
    """One quick service, some on the home page, one in the list only, one to talk about first."""
    services = (
        a_service("GD", needs_cash=True, tile=Tile(home=True, order=2), bring=CARD),
        a_service("GW", needs_cash=True, tile=Tile(quick=True, home=True, order=1, icon="cash")),
        a_service("GT", tile=Tile(home=True, order=3)),
        a_service("SO", Tier.SPECIAL, tile=Tile(home=True, order=1), bring=CARD),
        a_service("SL", Tier.SPECIAL, tile=Tile(order=2)),
        a_service("SJ", Tier.SPECIAL, tile=Tile(order=3), talk_first=True),
        a_service("VC", Tier.VALUE_ADDED, prefix="W", tile=Tile(home=True, order=1)),
    )
    plain = a_branch()
    third = replace(plain.counters[2], serves=frozenset({"GT", "SO", "SL", "SJ", "VC"}))
    assistance = GreenReason("assistance", Name("需要协助", "assistance"), "stated", "legal")
    config = a_branch(
        services=services,
        counters=(*plain.counters[:2], third),
        green_reasons=(assistance, *REASONS),
    )
    return replace(config, **changes)


def texts_of(page: QWidget) -> str:
    """What a page says on its labels, a line each."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@dataclass
class Hall:
    """A floor, its kiosk, and the clock on the wall of the person at it."""

    memory: MemoryFloor
    floor: Floor
    screen: KioskScreen
    clock: list[float]
    languages: list[object] = field(default_factory=list)
    given: list[object] = field(default_factory=list)

    def view(self, trouble: str | None = None) -> View:
        return View(self.memory.state, self.memory.config, self.memory.at, trouble, trouble or "")

    def show(self, trouble: str | None = None) -> None:
        self.screen.show_state(self.view(trouble))

    async def press(self, widget: QWidget) -> None:
        """A finger on the middle of a piece, and all that follows from it."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        await settled(self.screen)

    async def to_service(self, code: str) -> None:
        """Press a service on the home page."""
        await self.press(self.screen.stack.home().tile(code))

    async def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key)
        await settled(self.screen)

    def later(self, seconds: float) -> None:
        """The person waits."""
        self.clock[0] += seconds
        self.screen.patience.tick()

    @property
    def staff(self) -> Floor:
        """The same floor, asked by somebody who may do all."""
        return self.floor.acting_as("t")

    @property
    def place(self) -> str:
        return self.screen.place().value


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The day theme and Chinese, and no language left behind."""
    apply_theme(qapp, "day")
    language.set_language(qapp, "zh_CN")
    yield
    language.forget(qapp)


@pytest.fixture
def hall(qtbot) -> Callable[..., Hall]:
    """Build a shown kiosk on a branch with its counters open."""

    def build(
        config: BranchConfig | None = None, at: datetime = TEN, counters: str = "1 2 3"
    ) -> Hall:
        memory = MemoryFloor(config or a_kiosk_branch(), at)
        floor, clock = Floor(memory, "kiosk:1"), [0.0]
        screen = KioskScreen(floor, lambda: clock[0])
        qtbot.addWidget(screen)
        screen.resize(1080, 1920)
        made = Hall(memory, floor, screen, clock)
        screen.language_chosen.connect(made.languages.append)
        screen.issued.connect(made.given.append)
        for number in counters.split():
            now(floor.acting_as("t").open_counter(number))
        with qtbot.waitExposed(screen):
            screen.show()
        made.show()
        screen.activateWindow()
        QApplication.processEvents()
        return made

    return build


@pytest.fixture
def share() -> Callable[[QImage, str], float]:
    """The share of pixels, on a grid of every third, that have exactly a token's colour."""

    def count(image: QImage, token: str) -> float:
        wanted = tokens().colour(token).rgb()
        places = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
        return sum(image.pixel(x, y) == wanted for x, y in places) / len(places)

    return count
