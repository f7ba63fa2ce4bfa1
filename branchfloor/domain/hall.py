"""What is known of the hall beside tickets and counters: who signed in, who asked for help, what
was ticked, posted, reported faulty or opened as a task.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from .catalogue import Name
from .changing import replace

HELP_KINDS = ("help", "approval", "change", "equipment", "security")
"""What a counter may ask the lobby for."""

LOW_GRADE = 2
"""A grade this low or lower opens a task for the lobby manager."""

GRADES = (1, 2, 3, 4)
"""From dissatisfied to very satisfied."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in at a place (`counter:3`, `overview:1`); `token` is its window's own."""

    place: str
    staff: str
    token: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HelpCall:
    """A counter's press of the help button, and who came when."""

    counter: str
    kind: str
    asked_at: datetime
    answered_at: datetime | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Unticketed:
    """A service given without a ticket: who it passed by is nobody's secret."""

    counter: str
    service: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the day's checklist, done or opened again."""

    item: str
    done: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A public text on board and kiosk until it runs out."""

    id: str
    text: Name
    posted_at: datetime
    until: datetime | None
    by: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """An alert that was seen and keeps quiet until `until`."""

    alert: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """What ails a device (`printer`, `voice:hall`), as a code."""

    device: str
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Task:
    """Something the lobby manager is to look after: a low grade."""

    id: str
    kind: str
    number: str
    counter: str
    grade: int
    opened_at: datetime
    done_at: datetime | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Hall:
    """The hall at one moment. Lists are in the order things happened."""

    sessions: tuple[Session, ...] = ()
    helps: tuple[HelpCall, ...] = ()
    unticketed: tuple[Unticketed, ...] = ()
    ticks: tuple[Tick, ...] = ()
    notices: tuple[Notice, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    faults: tuple[Fault, ...] = ()
    tasks: tuple[Task, ...] = ()

    def session(self, place: str) -> Session | None:
        """Who is signed in at a place."""
        return next((s for s in self.sessions if s.place == place), None)

    def place_of(self, staff: str) -> str | None:
        """Where a person is signed in."""
        return next((s.place for s in self.sessions if s.staff == staff), None)

    def help_of(self, counter: str) -> HelpCall | None:
        """The help a counter still waits for."""
        return next((h for h in self.helps if h.counter == counter and h.answered_at is None), None)

    def tick(self, item: str) -> Tick | None:
        """How a line of the checklist stands."""
        return next((t for t in self.ticks if t.item == item), None)

    def fault(self, device: str) -> Fault | None:
        """What ails a device."""
        return next((f for f in self.faults if f.device == device), None)

    def quiet_until(self, alert: str) -> datetime | None:
        """Until when an alert keeps quiet."""
        return next((q.until for q in self.quiet if q.alert == alert), None)

    def notices_at(self, now: datetime) -> tuple[Notice, ...]:
        """The notices that still stand."""
        return tuple(n for n in self.notices if n.until is None or n.until > now)

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        """The tasks nobody has finished yet."""
        return tuple(t for t in self.tasks if t.done_at is None)

    def at_new_day(self, at: datetime) -> "Hall":
        """What a new business date keeps: open tasks, notices that still stand, faults."""
        return Hall(notices=self.notices_at(at), faults=self.faults, tasks=self.open_tasks)

    def with_session(self, session: Session) -> "Hall":
        """The hall with somebody signed in; whoever was at the place is not any more."""
        return replace(self, sessions=_put(self.sessions, session, "place"))

    def without_session(self, place: str) -> "Hall":
        """The hall with nobody signed in at the place."""
        return replace(self, sessions=tuple(s for s in self.sessions if s.place != place))

    def with_tick(self, tick: Tick) -> "Hall":
        """The hall with a line of the checklist changed."""
        return replace(self, ticks=_put(self.ticks, tick, "item"))

    def with_quiet(self, quiet: Quiet) -> "Hall":
        """The hall in which an alert keeps quiet; those that may speak again are forgotten."""
        return replace(self, quiet=_put(self.quiet, quiet, "alert"))

    def with_fault(self, fault: Fault) -> "Hall":
        """The hall with a device's fault."""
        return replace(self, faults=_put(self.faults, fault, "device"))

    def without_fault(self, device: str) -> "Hall":
        """The hall in which the device is well."""
        return replace(self, faults=tuple(f for f in self.faults if f.device != device))


V = TypeVar("V")


def _put(values: tuple[V, ...], new: V, key: str) -> tuple[V, ...]:
    """The values with the new one in place of that with the same key."""
    wanted = getattr(new, key)
    return (*(v for v in values if getattr(v, key) != wanted), new)
