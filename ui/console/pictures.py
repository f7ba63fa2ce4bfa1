"""The console's states as ready screens: a calm day at counter 3, made by the real commands."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.domain.clock import zone
from branchfloor.domain.errors import FloorError, StorageTrouble
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import presets
from branchfloor.waits.track import Tracker
from ui.app.language import current_language
from ui.app.view import View

from .screen import ConsoleScreen

COUNTER, STAFF, MANAGER = "3", "0217", "0102"
_DAY = (2026, 11, 24)
_NOW = "10:42:07"
_GREEN_AT = "10:39:00"
_ARRIVALS = (
    ("10:12:00", "SO"),
    ("10:20:00", "GT"),
    ("10:27:50", "SL"),
    ("10:27:58", "SO"),
    ("10:28:00", "GT"),
    ("10:30:00", "GP"),
    ("10:32:00", "SP"),
    ("10:33:00", "GQ"),
    ("10:35:00", "SI"),
    ("10:36:00", "VK"),
    (_GREEN_AT, "GT"),
    ("10:41:00", "SL"),
)
"""Who came when for what, from C018 on; the one at 10:39 asked for assistance."""

Asked = Coroutine[Any, Any, Any]
Step = tuple[str, Callable[["CalmDay"], Asked]]


def _at(clock: str) -> datetime:
    """A time of the pictures' day, branch-local, as UTC."""
    hour, minute, second = (int(part) for part in clock.split(":"))
    local = datetime(*_DAY, hour, minute, second, tzinfo=zone("Asia/Shanghai"))
    return local.astimezone(UTC)


class CalmDay:
    """One morning: what each person does is a real command at its time."""

    def __init__(self) -> None:
        self.memory = MemoryFloor(load_preset("cn-default"), _at("09:00:00"))
        self.kiosk = Floor(self.memory, "kiosk:1")
        self.teller = Floor(self.memory, f"staff:{STAFF}")
        self.manager = Floor(self.memory, f"staff:{MANAGER}")
        self.do("09:00:10", self.teller.open_counter(COUNTER, STAFF))
        self.memory.set(serials={"C": 17, "W": 6})

    def do(self, clock: str, asked: Asked) -> None:
        """One command at a time of the day."""
        self.memory.at = _at(clock)
        now(asked)

    def play(self, *steps: Step, until: str = _NOW) -> "CalmDay":
        """The arrivals and these steps, each at its time; counter 3 is open from the start."""
        arrivals = [(clock, _arrival(clock, service)) for clock, service in _ARRIVALS]
        for clock, step in sorted([*arrivals, *steps, *_neighbours()], key=_clock_of):
            if clock <= until:
                self.do(clock, step(self))
        return self

    def view(self, clock: str = _NOW, trouble: StorageTrouble | None = None) -> View:
        """What a console hears at a time, with forecasts fresh from the keeper."""
        self.memory.at = _at(clock)
        state, config = self.memory.state, self.memory.config
        times, at = presets(config), self.memory.at
        self.memory.set(forecasts=QueueForecaster().forecast(state, config, times, Tracker(), at))
        text = Phrases.load(current_language()).tell(trouble) if trouble else ""
        return View(self.memory.state, config, at, trouble.code if trouble else None, text)

    def screen(self, view: View | None = None) -> ConsoleScreen:
        """The console of a view, knowing what helps its customer."""
        shown = view or self.view()
        screen = ConsoleScreen(Floor(self.memory, "console:3"), COUNTER, STAFF)
        screen.show_state(shown)
        customer = shown.state.at_counter(COUNTER)
        if customer is not None:
            screen.know_help(customer[0].id, now(self.teller.help_of(customer[0].id)))
        return screen


def _clock_of(step: Step) -> str:
    return step[0]


def _arrival(clock: str, service: str) -> Callable[[CalmDay], Asked]:
    green = clock == _GREEN_AT
    wish = Wish(service, "assistance" if green else None, ("seated", "slower") if green else ())
    return lambda day: day.kiosk.issue(wish)


def _next(clock: str) -> Step:
    return clock, lambda day: day.teller.finish_and_call_next(COUNTER)


def _start(clock: str, ticket: str) -> Step:
    return clock, lambda day: day.teller.start(Target(ticket, counter=COUNTER))


def _finish(clock: str, ticket: str) -> Step:
    return clock, lambda day: day.teller.finish(Target(ticket, counter=COUNTER))


def _hold(clock: str, ticket: str, kind: str, minutes: float | None) -> Step:
    return clock, lambda day: day.teller.hold(Target(ticket, counter=COUNTER), kind, minutes)


def _neighbours() -> tuple[Step, ...]:
    """Counters 4, 6 and 9 are at work too, each with somebody just called by hand."""
    steps: list[Step] = []
    for number, service, ticket in (("4", "SP", "C029"), ("6", "GP", "C030"), ("9", "VK", "W008")):
        at = f"10:41:{10 + len(steps):02d}"
        steps.append((at, _opening(number)))
        steps.append((at, _arrival(at, service)))
        steps.append((at, _by_hand(number, ticket)))
    return tuple(steps)


def _opening(number: str) -> Callable[[CalmDay], Asked]:
    return lambda day: day.manager.open_counter(number, f"030{number}")


def _by_hand(number: str, ticket: str) -> Callable[[CalmDay], Asked]:
    return lambda day: day.manager.call_given(number, ticket)


_MORNING = (
    _next("10:12:20"),
    _start("10:12:40", "C018"),
    _next("10:26:00"),
    _start("10:26:20", "C019"),
)
"""C018 and C019 are served; C020 is next."""

_CONFIRMED: Step = (
    "10:40:30",
    lambda day: day.manager.grant("C027", "assistance", "person"),
)


def _third(called: str, started: str) -> tuple[Step, ...]:
    return (*_MORNING, _next(called), _start(started, "C020"), _CONFIRMED)


def _connecting() -> QWidget:
    memory = MemoryFloor(load_preset("cn-default"), _at("09:00:00"))
    return ConsoleScreen(Floor(memory, "console:3"), COUNTER)


def _closed() -> QWidget:
    day = CalmDay().play(*_MORNING, _finish("10:27:00", "C019"))
    day.do("10:41:30", day.teller.close_counter(COUNTER))
    return day.screen()


def _idle_empty() -> QWidget:
    day = CalmDay().play(*_MORNING, _finish("10:27:01", "C019"), until="10:27:02")
    return day.screen(day.view("10:27:49"))


def _idle() -> QWidget:
    served = (*_third("10:30:10", "10:30:30"), _finish("10:41:12", "C020"))
    day = CalmDay().play(*served)
    return day.screen(day.view("10:42:00"))


def _idle_rings() -> QWidget:
    steps = (*_MORNING, _finish("10:27:01", "C019"))
    day = CalmDay().play(*steps, until="10:27:02")
    screen = day.screen(day.view("10:27:49"))
    day.do("10:27:50", _arrival("10:27:50", "SL")(day))
    screen.show_state(day.view("10:27:52"))
    return screen


def _idle_undo() -> QWidget:
    held = _hold("10:38:00", "C020", "took_papers", 20)
    day = CalmDay().play(*_third("10:27:55", "10:28:00"), held, until="10:38:00")
    return day.screen(day.view("10:38:04"))


def _called() -> QWidget:
    day = CalmDay().play(*_third("10:30:10", "10:30:30"))
    return _call(day, "10:42:00", "10:42:07")


def _call(day: CalmDay, called: str, shown: str) -> ConsoleScreen:
    """Finish and call by the teller's key; the console hears the answer with the reasons."""
    day.memory.at = _at(called)
    answer = now(day.teller.finish_and_call_next(COUNTER))
    screen = ConsoleScreen(Floor(day.memory, "console:3"), COUNTER, STAFF)
    if answer.called is not None:
        screen.know_call(answer.called)
    view = day.view(shown)
    screen.show_state(view)
    customer = view.state.at_counter(COUNTER)
    if customer is not None:
        screen.know_help(customer[0].id, now(day.teller.help_of(customer[0].id)))
    return screen


def _called_again() -> QWidget:
    target = Target("C020", counter=COUNTER)
    again = [(clock, lambda day: day.teller.recall(target)) for clock in ("10:28:20", "10:28:50")]
    day = CalmDay().play(*_MORNING, _next("10:27:55"), *again, until="10:28:50")
    return day.screen(day.view("10:29:30"))


def _serving() -> QWidget:
    return CalmDay().play(*_third("10:37:05", "10:37:31")).screen()


def _serving_over() -> QWidget:
    steps = (_next("10:12:20"), _start("10:12:40", "C018"))
    return CalmDay().play(*steps).screen()


def _serving_green() -> QWidget:
    steps = (*_third("10:30:10", "10:30:30"), _next("10:41:00"), _start("10:41:10", "C027"))
    return CalmDay().play(*steps).screen()


def _hold_panel() -> QWidget:
    screen = CalmDay().play(*_third("10:37:05", "10:37:31")).screen()
    screen.press(Qt.Key.Key_F5)
    return screen


def _transfer(typed: str, down: int = 0) -> ConsoleScreen:
    steps = (_next("10:30:40"), _start("10:31:03", "C018"))
    screen = CalmDay().play(*steps).screen()
    screen.press(Qt.Key.Key_F4)
    screen.transfer.field.setText(typed)
    for _ in range(down):
        screen.press(Qt.Key.Key_Down)
    return screen


def _transfer_panel() -> QWidget:
    return _transfer("x")


def _transfer_cash() -> QWidget:
    return _transfer("xj")


def _paused() -> QWidget:
    held = _hold("10:30:30", "C018", "left_papers", 20)
    pause: Step = (
        "10:31:00",
        lambda day: day.teller.pause_counter(COUNTER, "break", _at("10:46:00")),
    )
    steps = (_next("10:12:20"), _start("10:12:40", "C018"), held, pause)
    day = CalmDay().play(*steps)
    return day.screen(day.view("10:42:10"))


def _closing() -> QWidget:
    day = CalmDay().play(*_third("10:37:05", "10:37:31"))
    day.do("10:42:00", day.teller.close_counter(COUNTER))
    return day.screen()


def _offline() -> QWidget:
    day = CalmDay().play(*_third("10:37:05", "10:37:31"))
    trouble = StorageTrouble("database_locked", path="branch.db", seconds=5)
    return day.screen(day.view(trouble=trouble))


def _refused() -> QWidget:
    """Who was on hold for papers has just been taken by counter 4."""
    held = _hold("10:38:00", "C020", "took_papers", None)
    day = CalmDay().play(*_third("10:30:10", "10:30:30"), held)
    screen = day.screen()
    day.do(_NOW, day.manager.start(Target("C029", counter="4")))
    day.do(_NOW, day.manager.finish(Target("C029", counter="4")))
    day.do(_NOW, day.manager.resume(Target("C020", counter="4")))
    try:
        now(day.teller.resume(Target("C020", counter=COUNTER)))
    except FloorError as error:
        screen.show_refusal(error)
    return screen


def pictures() -> dict[str, Callable[[], QWidget]]:
    """Every state of the console by name, at its real size, in the language in force."""
    return {
        "connecting": _connecting,
        "closed": _closed,
        "idle-empty": _idle_empty,
        "idle": _idle,
        "idle-rings": _idle_rings,
        "idle-undo": _idle_undo,
        "called": _called,
        "called-again": _called_again,
        "serving": _serving,
        "serving-over": _serving_over,
        "serving-green": _serving_green,
        "hold": _hold_panel,
        "transfer": _transfer_panel,
        "transfer-cash": _transfer_cash,
        "paused": _paused,
        "closing": _closing,
        "offline": _offline,
        "refused": _refused,
    }
