"""A calm Tuesday at cn-default, played up to a moment by real commands; for pictures."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from branchfloor.config import load_preset
from branchfloor.domain.config import BranchConfig
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import presets
from ui.app.language import current_language
from ui.app.view import View
from ui.kiosk.frame import HEIGHT_PX, WIDTH_PX
from ui.kiosk.journey import Journey
from ui.kiosk.screen import KioskScreen

CALM = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)
"""10:42 in Shanghai, a Tuesday."""

_COUNTERS = "1 2 3 4 5 6 7 9 11 12"
_SERVED = {"1": "GW", "2": "GD", "3": "SL", "4": "SO", "5": "GW", "6": "GT", "7": "VC", "11": "GN"}
_WAITING = "GW GD GT GW SL GN SP GD GW SO GT VC"
CROWD = "GW GD GT GP SL SO " * 9


@dataclass
class Hall:
    """A floor played up to a moment, and the kiosk that watches it."""

    memory: MemoryFloor
    floor: Floor
    screen: KioskScreen
    clock: list[float] = field(default_factory=lambda: [0.0])

    @staticmethod
    def at(moment: datetime, config: BranchConfig | None = None) -> "Hall":
        """A branch that has opened its counters and serves somebody at most of them."""
        memory = MemoryFloor(config or branch(), moment - timedelta(minutes=12))
        floor, clock = Floor(memory, "kiosk:1"), [0.0]
        screen = KioskScreen(floor, lambda: clock[0])
        screen.resize(WIDTH_PX, HEIGHT_PX)
        return Hall(memory, floor, screen, clock)

    def serve(self, counters: str = _COUNTERS) -> "Hall":
        """Open counters and let most of them begin with a customer."""
        for number in counters.split():
            now(self.staff.open_counter(number))
            if number in _SERVED:
                issued = now(self.floor.issue(Wish(_SERVED[number])))
                now(self.staff.call_given(number, issued.ticket))
                self.memory.wait(40)
        return self

    def queue(self, services: str = _WAITING, until: datetime = CALM) -> "Hall":
        """Tickets that wait, then the range a keeper publishes."""
        for service in services.split():
            now(self.floor.issue(Wish(service)))
            self.memory.wait(4)
        self.memory.at = max(until, self.memory.at)
        memory, learned = self.memory, presets(self.memory.config)
        made = QueueForecaster().forecast(memory.state, memory.config, learned, memory.at)
        memory.set(forecasts=made)
        return self

    @property
    def staff(self) -> Floor:
        """The same floor, asked by somebody who may do all."""
        return self.floor.acting_as("pictures")

    def show(self, journey: Journey | None = None, trouble: str | None = None) -> KioskScreen:
        """The kiosk as it shows this moment to a customer on their way."""
        said = Phrases.load(current_language())
        text = said.say(f"refusal.{trouble}", path="branch.db", seconds=5) if trouble else ""
        view = View(self.memory.state, self.memory.config, self.memory.at, trouble, text)
        self.screen.show_state(view)
        if journey is not None:
            self.screen.go(journey)
        return self.screen

    def take(self, wish: Wish) -> KioskScreen:
        """The kiosk just after a number was given."""
        issued = now(self.floor.issue(wish))
        self.show()
        self.screen.show_ticket(issued)
        self.clock[0] += 4
        self.screen.patience.tick()
        return self.screen


def branch() -> BranchConfig:
    """The branch of the pictures."""
    return load_preset("cn-default")


def calm() -> Hall:
    """The moment of most pictures: ten counters, a dozen people waiting."""
    return Hall.at(CALM).serve().queue()
