"""The stage: where those who play ask the floor, and hear what changed, whoever did it."""

from collections import Counter as Tally
from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeVar

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.domain.state import FloorState
from branchfloor.floor.floor import Floor, now

from .agenda import Agenda
from .house import House

T = TypeVar("T")

BUSY = frozenset({"database_locked"})
"""Troubles that pass: the command counts as refused, whoever gave it tries again."""


class Audience(Protocol):
    """Who hears of each change. It plans; it never asks the floor from here."""

    def heard(self, old: FloorState, new: FloorState) -> None:
        """The floor moved from one state to another."""

    def others_acted(self, old: FloorState, new: FloorState) -> None:
        """The same, and none of those who play did it."""


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
        answer: T | None = None
        try:
            answer = now(what(Floor(self.house.runner, actor, self.agenda.now)))
        except (Refused, StorageTrouble) as error:
            if error.code not in BUSY and not isinstance(error, Refused):
                raise
            self.refused[error.code] += 1
        self.look()
        return answer

    def look(self, *, others: bool = False) -> None:
        """Let the audience hear what is new; `others` when none of those who play did it."""
        old, new = self._seen, self.house.state
        if new.seq == old.seq or self._audience is None:
            return
        self._seen = new
        if others:
            self._audience.others_acted(old, new)
        self._audience.heard(old, new)
