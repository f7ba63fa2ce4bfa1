"""The rating screen's states, made by a real visit that ends at counter 3."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.domain.clock import from_iso
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from ui.app.language import current_language
from ui.app.view import View

from . import words
from .screen import RatingScreen
from .words import said

LARGE_PX = (1024, 600)
_AT = "2026-11-24T10:41:00+08:00"


class EndingVisit:
    """Counter 3 with a rating screen that sees a visit from its start."""

    def __init__(self) -> None:
        self.memory = MemoryFloor(load_preset("cn-default"), from_iso(_AT))
        self.floor = Floor(self.memory, "demo")
        self._clock_s = 0.0
        self.screen = RatingScreen(Floor(self.memory, "rating:3"), "3", elapsed=self.elapsed)

    def elapsed(self) -> float:
        """A clock that stands still."""
        return self._clock_s

    def view(self) -> View:
        """What the screen hears."""
        return View(self.memory.state, self.memory.config, self.memory.at)

    def serve(self) -> str:
        """Somebody is served in the language of the pictures; their ticket."""
        now(self.floor.open_counter("3", "0217"))
        ticket = now(self.floor.issue(Wish("GT", language=current_language()))).ticket
        now(self.floor.call_next("3"))
        now(self.floor.start(Target(ticket)))
        self.memory.wait(minutes=4)
        self.screen.show_state(self.view())
        return ticket


def _welcome() -> QWidget:
    ending = EndingVisit()
    ending.serve()
    return ending.screen


def _question() -> RatingScreen:
    """As it looks a few seconds after the finish; nothing is asked of a floor here."""
    ending = EndingVisit()
    ending.serve()
    ending.screen.show_question(current_language(), 14.0)
    return ending.screen


def _large() -> QWidget:
    screen = _question()
    screen.resize(*LARGE_PX)
    return screen


def _thanks(more: str) -> QWidget:
    ending = EndingVisit()
    ending.serve()
    language = current_language()
    ending.screen.show_thanks(said(language, words.THANKS), said(language, more))
    return ending.screen


def _thanks_good() -> QWidget:
    return _thanks(words.THANKS_MORE)


def _thanks_low() -> QWidget:
    return _thanks(words.SORRY_MORE)


def pictures() -> dict[str, Callable[[], QWidget]]:
    """Every state of the rating screen by name, in the language in force."""
    return {
        "welcome": _welcome,
        "question": _question,
        "question-large": _large,
        "thanks": _thanks_good,
        "thanks-low": _thanks_low,
    }
