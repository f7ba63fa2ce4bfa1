"""A calm morning at counter 3, made by the real commands, for the console's pictures."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from branchfloor.config import load_preset
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import presets
from ui.app.language import current_language
from ui.app.view import View

from .screen import ConsoleScreen

COUNTER, STAFF, MANAGER = "3", "0217", "0102"
_DAY = (2026, 11, 24)
SHOWN_AT = "10:42:07"
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


def moment_at(clock: str) -> datetime:
    """A time of the pictures' day, branch-local, as UTC."""
    hour, minute, second = (int(part) for part in clock.split(":"))
    local = datetime(*_DAY, hour, minute, second, tzinfo=zone("Asia/Shanghai"))
    return local.astimezone(UTC)


class CalmDay:
    """One morning: what each person does is a real command at its time."""

    def __init__(self, config: BranchConfig | None = None) -> None:
        branch = config or load_preset("cn-default")
        self.memory = MemoryFloor(branch, moment_at("09:00:00"))
        self.kiosk = Floor(self.memory, "kiosk:1")
        self.teller = Floor(self.memory, f"staff:{STAFF}")
        self.manager = Floor(self.memory, f"staff:{MANAGER}")
        self.neighbours = Floor(self.memory, "demo")
        self.do("09:00:10", self.teller.open_counter(COUNTER, STAFF))
        self.memory.set(serials={"C": 17, "W": 6})

    def do(self, clock: str, asked: Asked) -> None:
        """One command at a time of the day."""
        self.memory.at = moment_at(clock)
        now(asked)

    def play(self, *steps: Step, until: str = SHOWN_AT) -> "CalmDay":
        """The arrivals and these steps, each at its time; counter 3 is open from the start."""
        arrivals = [(clock, arriving(clock, service)) for clock, service in _ARRIVALS]
        for clock, step in sorted([*arrivals, *steps, *_neighbours()], key=_clock_of):
            if clock <= until:
                self.do(clock, step(self))
        return self

    def view(self, clock: str = SHOWN_AT, trouble: StorageTrouble | None = None) -> View:
        """What a console hears at a time, with forecasts fresh from the keeper."""
        self.memory.at = moment_at(clock)
        state, config = self.memory.state, self.memory.config
        times, at = presets(config), self.memory.at
        self.memory.set(forecasts=QueueForecaster().forecast(state, config, times, at))
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


def arriving(clock: str, service: str) -> Callable[[CalmDay], Asked]:
    """Somebody takes a ticket at the kiosk; the one at 10:39 asks for assistance."""
    green = clock == _GREEN_AT
    wish = Wish(service, "assistance" if green else None, ("seated", "slower") if green else ())
    return lambda day: day.kiosk.issue(wish)


def following(clock: str) -> Step:
    """The key that finishes and calls the next."""
    return clock, lambda day: day.teller.finish_and_call_next(COUNTER)


def starting(clock: str, ticket: str) -> Step:
    """The called customer is here."""
    return clock, lambda day: day.teller.start(Target(ticket, counter=COUNTER))


def finishing(clock: str, ticket: str) -> Step:
    """The service is done."""
    return clock, lambda day: day.teller.finish(Target(ticket, counter=COUNTER))


def holding(clock: str, ticket: str, kind: str, minutes: float | None) -> Step:
    """The customer is off for a while."""
    return clock, lambda day: day.teller.hold(Target(ticket, counter=COUNTER), kind, minutes)


def _neighbours() -> tuple[Step, ...]:
    """Counters 4, 6 and 9 are at work too, each with somebody just called by hand."""
    steps: list[Step] = []
    for number, service, ticket in (("4", "SP", "C029"), ("6", "GP", "C030"), ("9", "VK", "W008")):
        at = f"10:41:{10 + len(steps):02d}"
        steps.append((at, _opening(number)))
        steps.append((at, arriving(at, service)))
        steps.append((at, by_hand(number, ticket)))
    return tuple(steps)


def _opening(number: str) -> Callable[[CalmDay], Asked]:
    return lambda day: day.neighbours.open_counter(number, f"030{number}")


def by_hand(number: str, ticket: str) -> Callable[[CalmDay], Asked]:
    """A ticket called by hand at another counter."""
    return lambda day: day.neighbours.call_given(number, ticket)


MORNING = (
    following("10:12:20"),
    starting("10:12:40", "C018"),
    following("10:26:00"),
    starting("10:26:20", "C019"),
)
"""C018 and C019 are served; C020 is next."""

CONFIRMED: Step = (
    "10:40:30",
    lambda day: day.manager.grant("C027", "assistance", "person"),
)


def third(called: str, started: str) -> tuple[Step, ...]:
    """C020 is called and started at these times, and its green neighbour confirmed."""
    return (*MORNING, following(called), starting(started, "C020"), CONFIRMED)


def calling(day: CalmDay, called: str, shown: str) -> ConsoleScreen:
    """Finish and call by the teller's key; the console hears the answer with the reasons."""
    day.memory.at = moment_at(called)
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
