"""Events of the hall beside tickets and counters: help, checklist, notices, alerts, ratings."""

from dataclasses import dataclass
from datetime import date, datetime

from .catalogue import Name
from .events import CounterEvent, FloorEvent, LegEvent, VisitEvent


@dataclass(frozen=True, slots=True)
class TicketReprinted(VisitEvent):
    """The slip was printed once more, marked as such."""


@dataclass(frozen=True, slots=True)
class RatingOffered(LegEvent):
    """The customer was asked how the service was; `via` is the kind of screen."""

    via: str = "console"


@dataclass(frozen=True, slots=True)
class RatingGiven(LegEvent):
    """The customer answered, from 1 (dissatisfied) to 4 (very satisfied)."""

    grade: int
    via: str = "console"


@dataclass(frozen=True, slots=True)
class TaskDone(FloorEvent):
    """Somebody looked after a task."""

    task: str


@dataclass(frozen=True, slots=True)
class ParticularsPurged(FloorEvent):
    """So many rows of reasons, needs, proofs and notes of dates before one were deleted."""

    before: date
    particulars: int


@dataclass(frozen=True, slots=True)
class HelpAsked(CounterEvent):
    """A counter asks the lobby for help."""

    kind: str = "help"


@dataclass(frozen=True, slots=True)
class HelpAnswered(CounterEvent):
    """Somebody came."""


@dataclass(frozen=True, slots=True)
class UnticketedServed(CounterEvent):
    """A service was given without a ticket."""

    service: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistTicked(FloorEvent):
    """A line of the opening or closing checklist was done, or opened again."""

    item: str
    done: bool = True


@dataclass(frozen=True, slots=True)
class NoticePosted(FloorEvent):
    """A public text for board and kiosk."""

    notice: str
    text: Name
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn(FloorEvent):
    """A public text was taken down."""

    notice: str


@dataclass(frozen=True, slots=True)
class AlertQuieted(FloorEvent):
    """An alert was seen; it keeps quiet until then unless it grows worse."""

    alert: str
    until: datetime


@dataclass(frozen=True, slots=True)
class DeviceReported(FloorEvent):
    """A device has a fault, or is well again when `fault` is None."""

    device: str
    fault: str | None = None
