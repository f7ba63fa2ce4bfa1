"""One ask at a time: runs what the teller wants and tells how it ended."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from branchfloor.domain.errors import FloorError
from branchfloor.floor.answers import Answer
from branchfloor.floor.floor import Floor
from ui.app.tasks import cancel_all, loop_runs, spawn

from .asks import Adding, Approving, Ask, AskingHelp, MarkingPresent, Recording, Staging
from .desk import Moment
from .keys import is_locked
from .teller import Teller

Elapsed = Callable[[], float]
UNLOCKED = (Adding, Approving, AskingHelp, MarkingPresent, Recording, Staging)
"""Asks that no press of a finishing key could have doubled."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An ask with its answer, or with the refusal."""

    ask: Ask
    answer: Answer | None = None
    error: FloorError | None = None


class Asker(QObject):
    """While one ask runs, others are ignored; so are finish and call for a second after a step.

    Signals:
        began: an ask is under way; carries it.
        ended: it is over; carries an `Ended`.
        helped: what helps a customer was found; carries visit id, codes and the note left.
    """

    began = Signal(object)
    ended = Signal(object)
    helped = Signal(object)

    def __init__(
        self, floor: Floor, elapsed: Elapsed = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor, self._elapsed = floor, elapsed
        self._running = False
        self._locked_until_s = 0.0

    def takes(self, ask: object) -> bool:
        """Whether this ask would be carried out now."""
        locked = is_locked(ask) and self._elapsed() < self._locked_until_s
        return not (self._running or locked)

    def ask(self, ask: Ask, moment: Moment) -> None:
        """Carry it out, unless it is ignored."""
        if not self.takes(ask):
            return
        self._running = True
        self.began.emit(ask)
        spawn(self._carry_out(ask, moment), name=f"console {type(ask).__name__}", owner=self)

    def ask_help(self, visit_id: str, noted: bool = False) -> bool:
        """Find out what helps a customer, and what a note says if there is one; False when no
        loop runs that could.
        """
        if not loop_runs():
            return False
        spawn(self._find_help(visit_id, noted), name="console help", owner=self)
        return True

    def stop(self) -> None:
        """Leave what is under way to the floor; nothing is told any more."""
        cancel_all(self)

    async def _carry_out(self, ask: Ask, moment: Moment) -> None:
        ended = Ended(ask)
        try:
            ended = Ended(ask, answer=await Teller(self._floor, moment).do(ask))
            if not isinstance(ask, UNLOCKED):
                lock_s = moment.view.config.settings.call_lock_s
                self._locked_until_s = self._elapsed() + lock_s
        except FloorError as error:
            ended = Ended(ask, error=error)
        finally:
            self._running = False
        self.ended.emit(ended)

    async def _find_help(self, visit_id: str, noted: bool) -> None:
        codes: tuple[str, ...] | None = None
        note = ""
        try:
            codes = await self._floor.help_of(visit_id)
            note = await self._floor.note_of(visit_id) if noted else ""
        except FloorError:
            codes = None
        self.helped.emit((visit_id, codes, note))
