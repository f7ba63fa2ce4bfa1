"""Floor: what screens and the command line ask. One method a command, one way in."""

from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from branchfloor.domain.errors import Refused

from . import answers as a
from .asks import Command, Destination, Loan, Target, Wish
from .care import Care, care_of, note_of
from .hall_asked import HallAsked
from .staff_asked import StaffAsked
from .work import Work

if TYPE_CHECKING:
    from .books import Books

T = TypeVar("T")
A = TypeVar("A", bound=a.Answer)
Unit = Callable[[Work], T]


class Runner(Protocol):
    """Runs a unit of work in one write transaction; storage and the memory floor fulfil it."""

    def run(
        self, unit: Callable[[Work], T], *, actor: str, now: datetime | None = None
    ) -> Awaitable[T]:
        """Run the unit on the newest state and commit what it appended."""

    def aside(self, reckon: Callable[[], T]) -> Awaitable[T]:
        """Reckon something slow outside every transaction."""

    def read(self, reckon: "Callable[[Books], T]") -> Awaitable[T]:
        """Reckon from what past days left behind, beside the writer."""


class Floor(HallAsked, StaffAsked):
    """The floor as one actor sees it.

    Every method is one command in one transaction: it answers, or raises Refused with a code
    and values, or StorageTrouble when the database cannot be used. A caller that is cancelled
    while it waits does not know whether the command was done: the state tells. A floor made
    with a `key` is for one command, whichever it is.
    """

    def __init__(
        self, runner: Runner, actor: str, at: datetime | None = None, key: str | None = None
    ) -> None:
        self._runner = runner
        self._at = at
        self._key = key
        self.actor = actor

    def acting_as(self, actor: str) -> "Floor":
        """The same floor for another actor: a staff member who signed on at this console."""
        return Floor(self._runner, actor, self._at)

    def run(self, unit: Callable[[Work], T]) -> Awaitable[T]:
        """Run a unit of work as this actor."""
        return self._runner.run(unit, actor=self.actor, now=self._at)

    def aside(self, reckon: Callable[[], T]) -> Awaitable[T]:
        """Reckon something slow outside every transaction."""
        return self._runner.aside(reckon)

    def read(self, reckon: "Callable[[Books], T]") -> Awaitable[T]:
        """Reckon from what past days left behind, in a thread and a connection of its own."""
        return self._runner.read(reckon)

    async def do(self, command: Command) -> a.Answer:
        """Perform a command; raises its refusal after what was due has been kept."""
        from .commands import perform  # loaded after the first frame: its rules are many

        outcome = await self.run(lambda work: perform(work, command))
        if outcome.refused is not None:
            raise outcome.refused
        if outcome.answer is None:
            raise Refused("unknown_command", command=command.name)
        return outcome.answer

    async def _ask(
        self, answers: type[A], name: str, key: str | None = None, **arguments: Any
    ) -> A:
        answer = await self.do(Command(name, arguments, key or self._key))
        if not isinstance(answer, answers):
            raise TypeError(f"{name} answered {type(answer).__name__}")
        return answer

    async def issue(self, wish: Wish, key: str | None = None) -> a.Issued:
        """Issue a ticket."""
        return await self._ask(a.Issued, "issue", key, wish=wish)

    async def add_leg(
        self, ticket: str, service: str, key: str | None = None, first: bool = False
    ) -> a.LegNow:
        """Add a service to a visit under the same number, behind its plans or before them."""
        return await self._ask(
            a.LegNow, "add_leg", key, ticket=ticket, service=service, first=first
        )

    async def call_next(self, counter: str, key: str | None = None) -> a.Called:
        """Call who is next at a counter; raises NobodyWaiting."""
        return await self._ask(a.Called, "call_next", key, counter=counter)

    async def call_given(
        self, counter: str, ticket: str, key: str | None = None, why: str = ""
    ) -> a.Called:
        """Call one ticket by hand."""
        return await self._ask(a.Called, "call_given", key, counter=counter, ticket=ticket, why=why)

    async def recall(self, target: Target) -> a.LegNow:
        """Repeat the call."""
        return await self._ask(a.LegNow, "recall", target=target)

    async def start(self, target: Target) -> a.LegNow:
        """The customer arrived."""
        return await self._ask(a.LegNow, "start", target=target)

    async def finish(self, target: Target, outcome: str | None = None, times: int = 1) -> a.LegNow:
        """The service is done."""
        return await self._ask(a.LegNow, "finish", target=target, outcome=outcome, times=times)

    async def finish_and_call_next(
        self, counter: str, outcome: str | None = None, times: int = 1
    ) -> a.NextNow:
        """Finish who is served at the counter and call the next, in one transaction."""
        return await self._ask(
            a.NextNow, "finish_and_call_next", counter=counter, outcome=outcome, times=times
        )

    async def hold(self, target: Target, kind: str, return_in_min: float | None = None) -> a.LegNow:
        """Let the customer go for a while."""
        return await self._ask(
            a.LegNow, "hold", target=target, kind=kind, return_in_min=return_in_min
        )

    async def resume(self, target: Target) -> a.LegNow:
        """Serve a held leg on; `target.counter` says where."""
        return await self._ask(a.LegNow, "resume", target=target)

    async def transfer(self, target: Target, to: Destination) -> a.LegNow:
        """Send who is served to a service, counter or person."""
        return await self._ask(a.LegNow, "transfer", target=target, to=to)

    async def move(self, target: Target, to: Destination) -> a.LegNow:
        """Point a waiting leg elsewhere."""
        return await self._ask(a.LegNow, "move", target=target, to=to)

    async def no_show(self, target: Target) -> a.LegNow:
        """Nobody came."""
        return await self._ask(a.LegNow, "no_show", target=target)

    async def cancel(self, target: Target) -> a.LegNow:
        """Cancel a visit or one leg."""
        return await self._ask(a.LegNow, "cancel", target=target)

    async def leave(self, target: Target) -> a.LegNow:
        """The customer was seen to leave."""
        return await self._ask(a.LegNow, "leave", target=target)

    async def reinstate(self, target: Target) -> a.LegNow:
        """Bring a late or expired leg back into the queue."""
        return await self._ask(a.LegNow, "reinstate", target=target)

    async def release(self, target: Target, cause: str = "evacuation") -> a.LegNow:
        """Take a call back as if it had not been made."""
        return await self._ask(a.LegNow, "release", target=target, cause=cause)

    async def mark_present(self, ticket: str) -> a.LegNow:
        """A late customer is here."""
        return await self._ask(a.LegNow, "mark_present", ticket=ticket)

    async def undo(self, ticket: str, counter: str | None = None) -> a.LegNow:
        """Take back the last step about a ticket."""
        return await self._ask(a.LegNow, "undo", ticket=ticket, counter=counter)

    async def open_counter(self, counter: str, staff: str | None = None) -> a.CounterNow:
        """Open a counter or come back from a pause."""
        return await self._ask(a.CounterNow, "open", counter=counter, staff=staff)

    async def pause_counter(
        self, counter: str, reason: str = "", until: datetime | None = None
    ) -> a.CounterNow:
        """Pause a counter."""
        return await self._ask(a.CounterNow, "pause", counter=counter, reason=reason, until=until)

    async def close_counter(self, counter: str) -> a.CounterNow:
        """Close a counter, after its customer if it has one."""
        return await self._ask(a.CounterNow, "close", counter=counter)

    async def lend_counter(self, counter: str, loan: Loan) -> a.CounterNow:
        """Widen what a counter serves for a while."""
        return await self._ask(a.CounterNow, "lend", counter=counter, loan=loan)

    async def grant(self, ticket: str, reason: str, seen: str) -> a.StandingNow:
        """Confirm or grant the green channel, naming the proof seen."""
        return await self._ask(a.StandingNow, "grant", ticket=ticket, reason=reason, seen=seen)

    async def revoke(self, ticket: str) -> a.StandingNow:
        """Take the green channel back."""
        return await self._ask(a.StandingNow, "revoke", ticket=ticket)

    async def close_day(self) -> a.DayNow:
        """Sweep the business date."""
        return await self._ask(a.DayNow, "close_day")

    async def help_of(self, visit_id: str) -> tuple[str, ...]:
        """What helps this customer (codes), for the counter that serves them; never public."""
        return (await self.run(lambda work: _read(work, "help_of", care_of, visit_id))).needs

    async def note_of(self, visit_id: str) -> str:
        """What the last teller left for whoever serves this visit now; never public."""
        return await self.run(lambda work: _read(work, "help_of", note_of, visit_id))

    async def care_of(self, visit_id: str) -> Care:
        """What helps and why they come first: for the lobby manager only, never public."""
        return await self.run(lambda work: _read(work, "care_of", care_of, visit_id))


def now(asked: Coroutine[Any, Any, T]) -> T:
    """The answer of a floor whose runner works at once: for the command line and the demo.

    The coroutine is driven by hand; a runner that really waits raises RuntimeError.
    """
    try:
        asked.send(None)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]
    asked.close()
    raise RuntimeError("this floor's runner does not work at once")


def _read(work: Work, right: str, look: Callable[[Work, str], T], about: str) -> T:
    from .allowed import read

    return read(work, right, look, about)
