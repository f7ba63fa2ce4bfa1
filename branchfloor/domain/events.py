"""The FloorEvent family: what happened, once, in the order it happened.

Events carry no personal datum and no reason of health: at most the id of a row that can be
purged. They are the truth; rows and states are made from them.
"""

from dataclasses import dataclass
from datetime import date, datetime

from .kinds import HoldKind, LegState, Step
from .standing import Ground
from .visit import Pin
from .waits import WaitRange


@dataclass(frozen=True, slots=True)
class FloorEvent:
    """Something that happened on the floor."""


@dataclass(frozen=True, slots=True)
class BranchFounded(FloorEvent):
    """The branch came into being from a preset."""

    branch: str
    preset: str


@dataclass(frozen=True, slots=True)
class ConfigAdopted(FloorEvent):
    """A version of the branch document comes into force."""

    version: int
    sha256: str
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class DayOpened(FloorEvent):
    """The first act of a business date; numbers start at 1 again."""

    day: date


@dataclass(frozen=True, slots=True)
class DayClosed(FloorEvent):
    """A business date was swept; `abandoned` visits were still waiting."""

    day: date
    abandoned: int


@dataclass(frozen=True, slots=True)
class NewLeg:
    """A leg as it is issued or added."""

    no: int
    service: str
    needs_cash: bool
    state: LegState
    target_s: float = 0.0


@dataclass(frozen=True, slots=True)
class VisitEvent(FloorEvent):
    """Something about one visit."""

    visit_id: str


@dataclass(frozen=True, slots=True)
class TicketIssued(VisitEvent):
    """A customer took a number; stamped with the forecast that was published then."""

    number: str
    prefix: str
    serial: int
    legs: tuple[NewLeg, ...]
    class_name: str
    fixed_order: bool = True
    grounds: tuple[Ground, ...] = ()
    skills: tuple[str, ...] = ()
    language: str = "zh_CN"
    via: str = "kiosk"
    ahead: int = 0
    wait: WaitRange | None = None


@dataclass(frozen=True, slots=True)
class LegAdded(VisitEvent):
    """Another service joined the visit under the same number."""

    leg: NewLeg


@dataclass(frozen=True, slots=True)
class LegEvent(VisitEvent):
    """Something about one leg."""

    leg_no: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of why this leg was called: a code with its values and points."""

    code: str
    points: float | None = None
    values: tuple[tuple[str, str | float], ...] = ()


@dataclass(frozen=True, slots=True)
class LegCalled(LegEvent):
    """A counter called the leg. `passes` lists late legs that this call lets pass once."""

    counter: str
    staff: str | None
    waited_s: float
    target_s: float
    class_name: str
    reasons: tuple[Reason, ...] = ()
    overtook: int = 0
    by_hand: bool = False
    passes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LegRecalled(LegEvent):
    """The call was repeated."""

    counter: str


@dataclass(frozen=True, slots=True)
class LegStarted(LegEvent):
    """The customer arrived at the counter."""

    counter: str


@dataclass(frozen=True, slots=True)
class StageReached(LegEvent):
    """A multi-step service came to a stage."""

    counter: str
    stage: str


@dataclass(frozen=True, slots=True)
class LegApproved(LegEvent):
    """A second person, who is not the operator, approved the service."""

    counter: str
    approver: str


@dataclass(frozen=True, slots=True)
class LegFinished(LegEvent):
    """The service was done `times` times, with its outcome where the tier asks one."""

    counter: str
    outcome: str | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class LegHeld(LegEvent):
    """The customer left the counter for a while; comes back as the kind says."""

    counter: str
    kind: HoldKind
    return_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LegResumed(LegEvent):
    """A held leg is served on at a counter."""

    counter: str
    staff: str | None


@dataclass(frozen=True, slots=True)
class LegTransferred(LegEvent):
    """The leg waits again for another service, counter or person; `note` is a purgeable row."""

    service: str
    needs_cash: bool
    target_s: float
    pin: Pin | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LegMissed(LegEvent):
    """Nobody came. The leg is late and returns after `passes` calls or at `due_at`; it is
    `expired` when it had its one return already.
    """

    passes: int = 0
    due_at: datetime | None = None
    expired: bool = False


@dataclass(frozen=True, slots=True)
class LegQueued(LegEvent):
    """A planned, held, late or expired leg waits (again); `cause` says why."""

    cause: str
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class LegMoved(LegEvent):
    """A waiting leg was pointed at another service, counter or person, or its pin died."""

    service: str
    needs_cash: bool
    target_s: float
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class LegReleased(LegEvent):
    """A called leg waits as if it had not been called: its counter closed or the hall emptied."""

    cause: str


@dataclass(frozen=True, slots=True)
class LegEnded(LegEvent):
    """The leg ended without being done: cancelled, left or abandoned."""

    state: LegState
    cause: str = ""


@dataclass(frozen=True, slots=True)
class PresenceMarked(VisitEvent):
    """A late customer is seen to be here."""


@dataclass(frozen=True, slots=True)
class StandingChanged(VisitEvent):
    """A ground was claimed, granted, revoked or lapsed; `class_name` is what counts now."""

    ground: Ground
    class_name: str


@dataclass(frozen=True, slots=True)
class StepUndone(VisitEvent):
    """A counter took back its last step; everything stands as before it."""

    counter: str
    step: Step
    undone_seq: int


@dataclass(frozen=True, slots=True)
class CounterEvent(FloorEvent):
    """Something about one counter."""

    counter: str


@dataclass(frozen=True, slots=True)
class CounterOpened(CounterEvent):
    """Staff sat down, or came back from a pause."""

    staff: str | None = None


@dataclass(frozen=True, slots=True)
class CounterPaused(CounterEvent):
    """The counter pauses, with a reason and perhaps a time of return."""

    reason: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterClosing(CounterEvent):
    """The counter serves the customer it has, then closes."""


@dataclass(frozen=True, slots=True)
class CounterClosed(CounterEvent):
    """The counter is closed; its staff is free."""


@dataclass(frozen=True, slots=True)
class CounterLent(CounterEvent):
    """The counter serves more than its plan for a while; an empty list ends the loan."""

    services: tuple[str, ...] = ()
    until: datetime | None = None
