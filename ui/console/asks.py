"""What a teller can ask for, as values, and how each becomes commands of the floor."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.answers import Answer, Called, NextNow
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.transfer import Destination

from .desk import Mode, Moment

FIRST_PAUSE_MIN = 15
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
    """Send who is served to another service; then call the next or not."""

    service: str
    then_next: bool = False


@dataclass(frozen=True, slots=True)
class Adding:
    """Give who is served one more step under the same number."""

    service: str


@dataclass(frozen=True, slots=True)
class Resuming:
    """Serve on who was on hold."""

    ticket: str
    leg_no: int


@dataclass(frozen=True, slots=True)
class Pausing:
    """Pause, or change a pause: why and until when."""

    reason: str = FIRST_PAUSE_REASON
    until: datetime | None = None


Ask = Do | Opening | Holding | Transferring | Adding | Resuming | Pausing


class Teller:
    """One counter's teller before the floor: does what is asked in the teller's own name."""

    def __init__(self, floor: Floor, moment: Moment) -> None:
        staff = moment.counter.staff
        self._floor = floor.acting_as(f"staff:{staff}") if staff else floor
        self._moment = moment

    async def do(self, ask: Ask) -> Answer:
        """Ask the floor; raises its refusal, or one of the same kind when nobody is here."""
        number = self._moment.number
        match ask:
            case Do.NEXT:
                return await self._floor.finish_and_call_next(number)
            case Opening(staff):
                floor = self._floor.acting_as(f"staff:{staff}") if staff else self._floor
                return await floor.open_counter(number, staff)
            case Resuming(ticket, leg_no):
                return await self._floor.resume(Target(ticket, leg_no, number))
            case Pausing(reason, until):
                return await self._floor.pause_counter(number, reason, until)
            case Do.PAUSE:
                return await self._pause_or_return()
            case Do.CLOSE:
                return await self._close_or_stay()
            case Do.UNDO:
                return await self._undo()
        return await self._with_customer(ask)

    async def _with_customer(self, ask: Ask) -> Answer:
        target = self._customer()
        match ask:
            case Do.FINISH:
                return await self._floor.finish(target)
            case Do.NO_SHOW:
                return await self._floor.no_show(target)
            case Do.RECALL:
                return await self._floor.recall(target)
            case Do.START:
                return await self._floor.start(target)
            case Adding(service):
                return await self._floor.add_leg(target.ticket, service)
            case Holding(kind, minutes, then_next):
                answer = await self._floor.hold(target, kind, minutes)
                return await self._next_after(answer, then_next)
            case Transferring(service, then_next):
                answer = await self._floor.transfer(target, Destination(service))
                return await self._next_after(answer, then_next)
        raise ValueError(f"unknown ask {ask!r}")

    async def _next_after(self, answer: Answer, wanted: bool) -> Answer:
        return await self._floor.call_next(self._moment.number) if wanted else answer

    async def _pause_or_return(self) -> Answer:
        if self._moment.mode is Mode.PAUSED:
            return await self._floor.open_counter(self._moment.number)
        until = self._moment.view.now + timedelta(minutes=FIRST_PAUSE_MIN)
        return await self._floor.pause_counter(self._moment.number, FIRST_PAUSE_REASON, until)

    async def _close_or_stay(self) -> Answer:
        if self._moment.counter.status is CounterStatus.CLOSING:
            return await self._floor.open_counter(self._moment.number)
        return await self._floor.close_counter(self._moment.number)

    async def _undo(self) -> Answer:
        steps = self._moment.counter.steps
        ticket = steps[-1].visit.number if steps else None
        if ticket is None:
            raise Refused("undo_nothing", ticket=ticket)
        return await self._floor.undo(ticket, self._moment.number)

    def _customer(self) -> Target:
        if self._moment.visit is None or self._moment.leg is None:
            raise Refused("counter_not_serving", counter=self._moment.number)
        return Target(self._moment.visit.number, self._moment.leg.no, self._moment.number)


def called_in(answer: Answer | None) -> Called | None:
    """The call inside an answer, if it holds one."""
    if isinstance(answer, NextNow):
        return answer.called
    return answer if isinstance(answer, Called) else None
