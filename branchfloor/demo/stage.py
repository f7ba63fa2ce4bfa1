"""The stage: where those who play ask the floor, and hear what changed, whoever did it."""

from collections import Counter as Tally
from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeVar

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.state import FloorState
from branchfloor.floor.floor import Floor, now

from .agenda import Agenda
from .house import House

T = TypeVar("T")


class Audience(Protocol):
    """Who hears of each change. It plans; it never asks the floor from here."""

    def heard(self, old: FloorState, new: FloorState) -> None:
        """The floor moved from one state to another."""


class Stage:
    """The house with the agenda. Those who play use nothing else."""

    def __init__(self, house: House, agenda: Agenda) -> None:
        self.house = house
        self.agenda = agenda
        self.refused: Tally[str] = Tally()
        self._audience: Audience | None = None
        self._seen = house.state

    def play_to(self, audience: Audience) -> None:
        """Say who hears of changes."""
        self._audience = audience

    @property
    def config(self) -> BranchConfig:
        """The branch document in force."""
        return self.house.config

    @property
    def state(self) -> FloorState:
        """The floor as last seen."""
        return self.house.state

    def ask(self, actor: str, what: Callable[[Floor], Coroutine[Any, Any, T]]) -> T | None:
        """Give one command at the agenda's moment; None when the floor refuses it."""
        try:
            answer: T | None = now(what(Floor(self.house.runner, actor, self.agenda.now)))
        except Refused as refused:
            self.refused[refused.code] += 1
            answer = None
        self.look()
        return answer

    def look(self) -> None:
        """Let the audience hear what is new."""
        old, new = self._seen, self.house.state
        if new.seq != old.seq and self._audience is not None:
            self._seen = new
            self._audience.heard(old, new)
