"""How each ask of a teller becomes commands of the floor."""

from datetime import timedelta

from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.answers import Answer
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor

from .asks import (
    FIRST_PAUSE_REASON,
    Adding,
    Approving,
    Ask,
    AskingHelp,
    CallingGiven,
    Do,
    Finishing,
    Holding,
    MarkingPresent,
    Opening,
    Pausing,
    Recording,
    Resuming,
    Staging,
    Transferring,
)
from .desk import Mode, Moment

FIRST_PAUSE_MIN = 15


class Teller:
    """One counter's teller before the floor: does what is asked in the teller's own name."""

    def __init__(self, floor: Floor, moment: Moment) -> None:
        staff = moment.acting
        self._floor = floor.acting_as(f"staff:{staff}") if staff else floor
        self._moment = moment

    async def do(self, ask: Ask) -> Answer:
        """Ask the floor; raises its refusal, or one of the same kind when nobody is here."""
        if isinstance(ask, Do):
            return await self._key(ask)
        answer = await self._for_counter(ask)
        return answer or await self._for_customer(ask) or await self._leaving(ask)

    async def _key(self, ask: Do) -> Answer:
        match ask:
            case Do.NEXT:
                return await self._floor.finish_and_call_next(self._moment.number)
            case Do.PAUSE:
                return await self._pause_or_return()
            case Do.CLOSE:
                return await self._close_or_stay()
            case Do.UNDO:
                return await self._undo()
        of = {
            Do.FINISH: self._floor.finish,
            Do.NO_SHOW: self._floor.no_show,
            Do.RECALL: self._floor.recall,
            Do.START: self._floor.start,
        }
        return await of[ask](self._customer())

    async def _for_counter(self, ask: Ask) -> Answer | None:
        number = self._moment.number
        match ask:
            case Opening(staff):
                floor = self._floor.acting_as(f"staff:{staff}") if staff else self._floor
                return await floor.open_counter(number, staff)
            case Resuming(ticket, leg_no):
                return await self._floor.resume(Target(ticket, leg_no, number))
            case Pausing(reason, until):
                return await self._floor.pause_counter(number, reason, until)
            case CallingGiven(ticket, why):
                return await self._floor.call_given(number, ticket, why=why)
            case MarkingPresent(ticket):
                return await self._floor.mark_present(ticket)
            case AskingHelp(kind):
                return await self._floor.ask_help(number, kind)
            case Recording(service):
                return await self._floor.record_unticketed(number, service)
        return None

    async def _for_customer(self, ask: Ask) -> Answer | None:
        target = self._customer()
        match ask:
            case Staging(stage):
                return await self._floor.stage(target, stage)
            case Approving(approver, pin):
                return await self._floor.approve(target, approver, pin)
            case Adding(service, first):
                return await self._floor.add_leg(target.ticket, service, first=first)
        return None

    async def _leaving(self, ask: Ask) -> Answer:
        target = self._customer()
        match ask:
            case Finishing(outcome, times, then_next):
                if then_next:
                    number = self._moment.number
                    return await self._floor.finish_and_call_next(number, outcome, times)
                return await self._floor.finish(target, outcome, times)
            case Holding(kind, minutes, then_next):
                answer = await self._floor.hold(target, kind, minutes)
                return await self._next_after(answer, then_next)
            case Transferring(to, then_next):
                answer = await self._floor.transfer(target, to)
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
