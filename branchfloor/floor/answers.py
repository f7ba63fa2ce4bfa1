"""What the commands answer: frozen values that read back from a kept key."""

from dataclasses import dataclass
from datetime import date, datetime

from branchfloor.domain.events import Reason
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.waits import WaitRange


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers."""


@dataclass(frozen=True, slots=True)
class Issued(Answer):
    """A ticket was issued; `wait` is what the customer was told, None when nobody can say."""

    ticket: str
    leg: int
    service: str
    issued_at: datetime
    ahead: int
    wait: WaitRange | None = None
    visit_id: str = ""
    class_name: str = "ordinary"
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Called(Answer):
    """A leg was called to a counter, and why."""

    ticket: str
    leg: int
    counter: str
    service: str
    waited_s: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class LegNow(Answer):
    """Where a leg stands after a command."""

    ticket: str
    leg: int
    state: LegState


@dataclass(frozen=True, slots=True)
class NextNow(Answer):
    """Finish and call next: what was finished and who was called; either may be None."""

    finished: LegNow | None = None
    called: Called | None = None


@dataclass(frozen=True, slots=True)
class CounterNow(Answer):
    """Where a counter stands after a command."""

    counter: str
    status: CounterStatus
    staff: str | None = None
    until: datetime | None = None
    lent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingNow(Answer):
    """A visit's class after a grant or a revocation."""

    ticket: str
    class_name: str
    pending: bool = False


@dataclass(frozen=True, slots=True)
class RatingNow(Answer):
    """A rating was offered (`grade` None) or given."""

    ticket: str
    leg: int
    grade: int | None = None


@dataclass(frozen=True, slots=True)
class HallNow(Answer):
    """Something of the hall changed: `about` is its counter, item, notice, alert, task, device."""

    about: str


@dataclass(frozen=True, slots=True)
class SignedOn(Answer):
    """A person is signed in, with what they are; `must_change` asks for a new PIN first."""

    place: str
    staff: str
    roles: tuple[str, ...]
    must_change: bool = False


@dataclass(frozen=True, slots=True)
class Slip(Answer):
    """What a slip printed once more says."""

    ticket: str
    service: str
    issued_at: datetime
    ahead: int
    wait: WaitRange | None = None
    visit_id: str = ""


@dataclass(frozen=True, slots=True)
class DayNow(Answer):
    """A business date was closed; `abandoned` visits were still waiting."""

    day: date
    abandoned: int
