"""What those at a counter have in common: a seat, the keys of its console, one act planned."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from random import Random
from typing import Any, Protocol

from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.floor import Floor

from . import habits
from .agenda import Act, Item
from .chance import around_median
from .course import Course
from .roster import Seat
from .stage import Stage


class Crowd(Protocol):
    """What a teller needs of the customers."""

    def stands_at(self, visit: Visit, leg: Leg) -> bool:
        """Whether the called customer stands at the counter."""

    def work_of(self, visit: Visit, leg: Leg) -> tuple[float, float]:
        """The customer's own draw of how long the service takes, and seconds of it already done."""

    def stands_before(self, counter: str) -> tuple[Visit, Leg] | None:
        """Who stands before a counter without a call: back on hold, or late."""

    def sent_away(self, visit_id: str) -> None:
        """Who stood there cannot be taken: nobody waits for that any more."""

    def course(self, visit: Visit, leg: Leg) -> Course:
        """What is going to happen in a sitting."""

    def asked_how_it_was(self, visit_id: str, ticket: str) -> None:
        """The customer is asked how the service was."""


class AtDesk:
    """A member of staff at a counter, with one act planned at a time."""

    def __init__(self, stage: Stage, crowd: Crowd, seat: Seat, rng: Random) -> None:
        self._stage = stage
        self._crowd = crowd
        self.counter = seat.counter
        self.actor = f"staff:{seat.staff}"
        self._staff = seat.staff
        self._rng = rng
        self._planned: Item | None = None

    def notice(self) -> None:
        """Look at the counter and set the next act."""
        raise NotImplementedError

    def _look_again(self) -> None:
        """The same, even where the counter looks as it did."""
        raise NotImplementedError

    def _ask(self, what: Callable[[Floor], Coroutine[Any, Any, object]]) -> bool:
        """One key of the console. After a refusal look again, a little later."""
        self._planned = None
        answer = self._stage.ask(self.actor, what)
        if answer is None:
            self._plan(habits.AFTER_REFUSAL_S, self._look_again)
        else:
            self.notice()
        return answer is not None

    def _draw(self, law: tuple[float, float]) -> float:
        return around_median(*law, self._rng.gauss(0, 1))

    def _plan(self, seconds: float, act: Act) -> None:
        self._plan_at(self._stage.agenda.now + timedelta(seconds=seconds), act)

    def _plan_at(self, moment: datetime, act: Act) -> None:
        self._plan_nothing()
        self._planned = self._stage.agenda.at(moment, act)

    def _plan_nothing(self) -> None:
        if self._planned is not None:
            self._planned.drop()
        self._planned = None
