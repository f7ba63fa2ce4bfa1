"""A counter as it stands now, with the steps its staff may still take back."""

from dataclasses import dataclass
from datetime import datetime

from .changing import replace
from .clock import seconds_between
from .kinds import CounterStatus, Step
from .visit import Visit


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds of the business day a counter was open, busy with a customer, and paused."""

    open_s: float = 0.0
    busy_s: float = 0.0
    paused_s: float = 0.0
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class UndoPoint:
    """The floor around one step before it was taken: what undo puts back."""

    seq: int
    step: Step
    at: datetime
    actor: str
    visit: Visit
    counter: "Counter"


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter's status, staff, customer and clocks. `free_since`: idle since, while open."""

    number: str
    status: CounterStatus = CounterStatus.CLOSED
    staff: str | None = None
    reason: str | None = None
    until: datetime | None = None
    since: datetime | None = None
    visit_id: str | None = None
    leg_no: int | None = None
    lent: tuple[str, ...] = ()
    lent_until: datetime | None = None
    free_since: datetime | None = None
    clocks: Clocks = Clocks()
    steps: tuple[UndoPoint, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether a customer is called to or served at it."""
        return self.visit_id is not None

    @property
    def idle(self) -> bool:
        """Whether it is open and free, so that it may call."""
        return self.status is CounterStatus.OPEN and self.visit_id is None

    def clocks_at(self, now: datetime) -> Clocks:
        """The clocks brought up to `now`."""
        c = self.clocks
        gone = seconds_between(c.since, now) if c.since else 0.0
        working = self.status is not CounterStatus.CLOSED
        return Clocks(
            open_s=c.open_s + (gone if working else 0.0),
            busy_s=c.busy_s + (gone if self.busy else 0.0),
            paused_s=c.paused_s + (gone if self.status is CounterStatus.PAUSED else 0.0),
            since=now,
        )

    def taking(self, visit_id: str, leg_no: int, at: datetime) -> "Counter":
        """The counter with a customer."""
        clocks = self.clocks_at(at)
        return replace(self, visit_id=visit_id, leg_no=leg_no, free_since=None, clocks=clocks)

    def freed(self, at: datetime) -> "Counter":
        """The counter without its customer; a closing one is then closed."""
        clocks = self.clocks_at(at)
        free = replace(self, visit_id=None, leg_no=None, free_since=at, clocks=clocks)
        return free.turned(CounterStatus.CLOSED, at) if _is_closing(self) else free

    def turned(self, status: CounterStatus, at: datetime) -> "Counter":
        """The counter in another status; closing it sends its staff away and ends a loan."""
        turned = replace(
            self, status=status, since=at, clocks=self.clocks_at(at), reason=None, until=None
        )
        if status is CounterStatus.CLOSED:
            return replace(turned, staff=None, lent=(), lent_until=None, free_since=None, steps=())
        if status is CounterStatus.OPEN and not self.busy:
            return replace(turned, free_since=at)
        return replace(turned, free_since=None) if status is CounterStatus.PAUSED else turned


def _is_closing(counter: Counter) -> bool:
    return counter.status is CounterStatus.CLOSING
