"""The board in every state, on a calm Tuesday at cn-default: real commands, fixed times."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.devices.voice import Announcement
from branchfloor.domain.catalogue import Name
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from ui.app.view import View

from .screen import BoardScreen
from .speaking import announcement_of

MORNING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
"""Nine o'clock in Shanghai, a Tuesday."""

_RANGES = {"G": (9, 14), "S": (12, 21), "V": (3, 11), "B": (12, 21)}
_AT = {"1": "GW", "2": "GD", "3": "SL", "4": "SO", "5": "GW", "6": "SO", "7": "VC", "11": "GD"}


@dataclass
class Scene:
    """A floor that is played up to a moment, and the board that watches it."""

    memory: MemoryFloor
    floor: Floor
    screen: BoardScreen

    @staticmethod
    def at(moment: datetime) -> "Scene":
        """A branch with its counters open, the elastic and one corporate counter closed."""
        memory = MemoryFloor(config(), moment - timedelta(minutes=70))
        scene = Scene(memory, Floor(memory, "demo"), BoardScreen(still=True))
        for number in ("1", "2", "3", "4", "5", "6", "7", "9", "11", "12"):
            now(scene.floor.open_counter(number))
        memory.wait(minutes=55)
        return scene

    def call(self, counter: str, service: str = "") -> None:
        """Somebody takes a ticket and is called at once, by hand, to a counter."""
        _close(self, counter)
        issued = now(self.floor.issue(Wish(service or _AT[counter])))
        now(self.floor.call_given(counter, issued.ticket))

    def wait_in(self, services: str) -> None:
        """People take tickets for these services and wait."""
        for service in services.split():
            now(self.floor.issue(Wish(service)))

    def publish(self, *, at_once: bool = False, age_s: float = 4) -> None:
        """Publish ranges as a keeper does."""
        made_at = self.memory.at - timedelta(seconds=age_s)
        services = tuple(
            ServiceForecast(s.code, 0, _range(s.code, at_once=at_once))
            for s in self.memory.config.services
        )
        self.memory.set(forecasts=Forecasts(made_at, services))

    def show(self, trouble: str | None = None) -> BoardScreen:
        """The board as it shows this moment."""
        memory = self.memory
        self.screen.show_state(View(memory.state, memory.config, memory.at, trouble))
        return self.screen

    def speaking(self) -> BoardScreen:
        """The board while the voice is at the earlier of the calls that stand big."""
        screen = self.show()
        face = screen.face()
        first = face.calls[0].key if face and face.calls else None
        screen.show_speaking(self._announced(first))
        return screen

    def _announced(self, key: tuple[datetime, int] | None) -> Announcement | None:
        calls = (call for call in self.memory.state.calls if (call.at, call.no) == key)
        call = next(calls, None)
        return announcement_of(call, self.memory.config) if call else None


@cache
def config() -> BranchConfig:
    """The branch of the pictures."""
    return load_preset("cn-default")


def _range(code: str, *, at_once: bool) -> WaitRange:
    low, high = (0, 0) if at_once else _RANGES.get(code[:1], (9, 14))
    return WaitRange(low * 60.0, (low + high) * 30.0, high * 60.0)


def _history(scene: Scene) -> None:
    for counter in ("6", "11", "3", "1", "7", "5", "4", "2"):
        scene.call(counter)
        scene.memory.wait(minutes=1.5)


def _busy(moment: datetime) -> Scene:
    scene = Scene.at(moment)
    scene.wait_in("GW GW GD GX GW GT GD GW SO SL SP SO VC")
    _history(scene)
    return scene


def one_call() -> QWidget:
    """One call, eight earlier ones."""
    scene = _busy(MORNING + timedelta(minutes=102))
    scene.call("3")
    scene.publish()
    scene.memory.wait(3)
    return scene.show()


def two_calls() -> QWidget:
    """Two fast calls, the first being spoken, and a counter on pause."""
    scene = _busy(MORNING + timedelta(minutes=104))
    back = scene.memory.at + timedelta(minutes=4)
    _close(scene, "4")
    now(scene.floor.pause_counter("4", "break", back))
    scene.call("2")
    scene.memory.wait(2)
    scene.call("6")
    scene.publish()
    scene.memory.wait(2)
    return scene.speaking()


def one_spoken() -> QWidget:
    """One call while the voice is at it."""
    scene = _busy(MORNING + timedelta(minutes=102))
    scene.call("3")
    scene.publish()
    scene.memory.wait(3)
    return scene.speaking()


def posted() -> QWidget:
    """A notice that the lobby manager posted stands beside the calls until it runs out."""
    scene = _busy(MORNING + timedelta(minutes=102))
    text = Name("取款机检修，请到柜台取款", "Cash machine under repair, please use the counters")
    now(scene.floor.post_notice(text, scene.memory.at + timedelta(hours=2)))
    _close(scene, "4")
    now(scene.floor.pause_counter("4", "break", scene.memory.at + timedelta(minutes=8)))
    scene.call("3")
    scene.publish()
    scene.memory.wait(3)
    return scene.show()


def idle() -> QWidget:
    """Nobody waits: counters by kind, one on pause, one not yet open, a notice."""
    scene = Scene.at(MORNING + timedelta(minutes=6))
    now(scene.floor.pause_counter("4", "break", scene.memory.at + timedelta(minutes=24)))
    scene.memory.wait(10, minutes=15)
    scene.publish(at_once=True)
    return scene.show()


def waiting() -> QWidget:
    """People wait, and nobody was called for a minute."""
    scene = _busy(MORNING + timedelta(minutes=102))
    scene.publish()
    return scene.show()


def crowded() -> QWidget:
    """Long waits, long numbers, three counters on pause."""
    scene = _busy(MORNING + timedelta(minutes=118))
    for _ in range(9):
        scene.wait_in("GW GD GT SO SL VC")
    for number in ("4", "9", "6"):
        _close(scene, number)
        now(scene.floor.pause_counter(number, "break"))
    scene.memory.set(serials={**scene.memory.state.serials, "A": 1003, "B": 1230})
    scene.call("1")
    scene.call("12", "BC")
    scene.publish()
    scene.memory.wait(2)
    return scene.show()


def old_figures() -> QWidget:
    """Nobody published ranges for two minutes: people are still counted, ranges are gone."""
    scene = _busy(MORNING + timedelta(minutes=102))
    scene.call("3")
    scene.publish(age_s=200)
    scene.memory.wait(3)
    return scene.show()


def offline() -> QWidget:
    """The database cannot be read: last known calls, dimmed."""
    scene = _busy(MORNING + timedelta(minutes=102))
    scene.publish()
    scene.show()
    scene.memory.wait(minutes=2)
    return scene.show("database_locked")


def last_customers() -> QWidget:
    """After hours, with people still waiting."""
    scene = _busy(MORNING + timedelta(hours=8, minutes=6))
    scene.publish()
    return scene.show()


def end_of_day() -> QWidget:
    """The day is closed."""
    scene = _busy(MORNING + timedelta(hours=8, minutes=10))
    for number in tuple(scene.memory.state.counters):
        _close(scene, number)
        now(scene.floor.close_counter(number))
    now(scene.floor.close_day())
    scene.memory.wait(minutes=20)
    return scene.show()


def closed() -> QWidget:
    """Early, before the branch opens."""
    memory = MemoryFloor(config(), MORNING - timedelta(minutes=40))
    return Scene(memory, Floor(memory, "demo"), BoardScreen(still=True)).show()


def _close(scene: Scene, counter: str) -> None:
    """Finish who is at a counter."""
    found = scene.memory.state.at_counter(counter)
    if found is not None:
        target = Target(found[0].number, counter=counter)
        now(scene.floor.start(target))
        now(scene.floor.finish(target, "done"))


def pictures() -> dict[str, Callable[[], QWidget]]:
    """Each state and what builds it, for the language and theme in force."""
    return {
        "one": one_call,
        "one-spoken": one_spoken,
        "two": two_calls,
        "posted": posted,
        "idle": idle,
        "waiting": waiting,
        "crowded": crowded,
        "old-figures": old_figures,
        "offline": offline,
        "last-customers": last_customers,
        "end-of-day": end_of_day,
        "closed": closed,
    }
