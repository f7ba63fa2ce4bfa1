"""What screens ask of the hall and of a visit's finer steps; `Floor` is made of it."""

from datetime import datetime
from typing import Any, TypeVar

from branchfloor.domain.catalogue import Name

from . import answers as a
from .asks import Target

A = TypeVar("A", bound=a.Answer)


class HallAsked:
    """One method a command, each in one transaction; `Floor` says what they raise."""

    async def _ask(
        self, answers: type[A], name: str, key: str | None = None, **arguments: Any
    ) -> A:
        raise NotImplementedError

    async def stage(self, target: Target, stage: str) -> a.LegNow:
        """The service came to a stage."""
        return await self._ask(a.LegNow, "stage", target=target, stage=stage)

    async def approve_as(self, target: Target, approver: str) -> a.LegNow:
        """A second person approves; whoever asks has made sure that it is that person."""
        return await self._ask(a.LegNow, "approve", target=target, approver=approver)

    async def offer_rating(self, ticket: str) -> a.RatingNow:
        """The customer is asked how it was."""
        return await self._ask(a.RatingNow, "offer_rating", ticket=ticket)

    async def rate(self, ticket: str, grade: int) -> a.RatingNow:
        """The customer answers from 1 (dissatisfied) to 4 (very satisfied)."""
        return await self._ask(a.RatingNow, "rate", ticket=ticket, grade=grade)

    async def finish_task(self, task: str) -> a.HallNow:
        """A task was looked after."""
        return await self._ask(a.HallNow, "finish_task", task=task)

    async def ask_help(self, counter: str, kind: str = "help") -> a.HallNow:
        """A counter asks the lobby for help."""
        return await self._ask(a.HallNow, "ask_help", counter=counter, kind=kind)

    async def answer_help(self, counter: str) -> a.HallNow:
        """Somebody came to the counter that asked."""
        return await self._ask(a.HallNow, "answer_help", counter=counter)

    async def record_unticketed(self, counter: str, service: str = "") -> a.HallNow:
        """A service was given without a ticket."""
        return await self._ask(a.HallNow, "record_unticketed", counter=counter, service=service)

    async def tick(self, item: str, *, done: bool = True) -> a.HallNow:
        """Do a line of the checklist, or open it again."""
        return await self._ask(a.HallNow, "tick", item=item, done=done)

    async def post_notice(self, text: Name, until: datetime | None = None) -> a.HallNow:
        """Put a public text on board and kiosk."""
        return await self._ask(a.HallNow, "post_notice", text=text, until=until)

    async def withdraw_notice(self, notice: str) -> a.HallNow:
        """Take a public text down."""
        return await self._ask(a.HallNow, "withdraw_notice", notice=notice)

    async def quiet_alert(self, alert: str, minutes: float | None = None) -> a.HallNow:
        """An alert was seen and keeps quiet for a while."""
        return await self._ask(a.HallNow, "quiet_alert", alert=alert, minutes=minutes)

    async def report_device(self, device: str, fault: str | None = None) -> a.HallNow:
        """A device has a fault, or is well again."""
        return await self._ask(a.HallNow, "report_device", device=device, fault=fault)

    async def free_counter(self, counter: str) -> a.CounterNow:
        """Free a counter whose person is away."""
        return await self._ask(a.CounterNow, "free_counter", counter=counter)

    async def reprint(self, ticket: str) -> a.Slip:
        """What a slip printed once more says."""
        return await self._ask(a.Slip, "reprint", ticket=ticket)
