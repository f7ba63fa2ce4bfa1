"""What a teller can ask for, as values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from branchfloor.floor.answers import Answer, Called, NextNow
from branchfloor.floor.transfer import Destination

FIRST_PAUSE_REASON = "break"


class Do(StrEnum):
    """Asks that need nothing but the moment."""

    NEXT = "next"
    FINISH = "finish"
    NO_SHOW = "no_show"
    RECALL = "recall"
    START = "start"
    UNDO = "undo"
    PAUSE = "pause"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Opening:
    """Open the counter with this staff number, or nobody's."""

    staff: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """Put who is served on hold; back in so many minutes if known; then call the next or not."""

    kind: str
    return_in_min: float | None = None
    then_next: bool = False


@dataclass(frozen=True, slots=True)
class Transferring:
    """Send who is served to a service, counter or person; then call the next or not.

    What the note says stands in no name and no report of this ask.
    """

    to: Destination = field(repr=False)
    then_next: bool = False


@dataclass(frozen=True, slots=True)
class Adding:
    """Give who is served one more step under the same number, behind its plans or before them."""

    service: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Resuming:
    """Serve on who was on hold."""

    ticket: str
    leg_no: int


@dataclass(frozen=True, slots=True)
class MarkingPresent:
    """Somebody who was missed is here after all."""

    ticket: str


@dataclass(frozen=True, slots=True)
class CallingGiven:
    """Call one ticket by hand, and why."""

    ticket: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finishing:
    """Finish with what is told of it: how it ended, how often it was done; then the next or not."""

    outcome: str | None = None
    times: int = 1
    then_next: bool = False


@dataclass(frozen=True, slots=True)
class Staging:
    """The service came to one of its stages."""

    stage: str


@dataclass(frozen=True, slots=True)
class Approving:
    """A second person approves with their own PIN, which no name and no report repeats."""

    approver: str
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskingHelp:
    """Ask the lobby to come: why."""

    kind: str


@dataclass(frozen=True, slots=True)
class Recording:
    """Put a service on record that was given without a ticket."""

    service: str


@dataclass(frozen=True, slots=True)
class Pausing:
    """Pause, or change a pause: why and until when."""

    reason: str = FIRST_PAUSE_REASON
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counting:
    """How often the service is done under this step: kept at the console until it is finished."""

    times: int


Ask = (
    Do
    | Opening
    | Holding
    | Transferring
    | Adding
    | Resuming
    | Pausing
    | CallingGiven
    | MarkingPresent
    | Finishing
    | Staging
    | Approving
    | AskingHelp
    | Recording
)


def called_in(answer: Answer | None) -> Called | None:
    """The call inside an answer, if it holds one."""
    if isinstance(answer, NextNow):
        return answer.called
    return answer if isinstance(answer, Called) else None
