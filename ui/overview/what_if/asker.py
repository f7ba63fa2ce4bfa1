"""Who answers what-if: a child process of this program (`branchfloor what-if … --json`)."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.codec import decode
from branchfloor.domain.what_if import Supposed, WhatIf
from branchfloor.phrasing import Phrases
from ui.app.json_child import Body, JsonChild
from ui.app.language import current_language
from ui.app.supervisor import child_argv

_WORDS = {Act.OPEN: "--open", Act.RESUME: "--open", Act.CLOSE: "--close", Act.LEND: "--lend"}


class Heard(Protocol):
    """Who hears the answer."""

    def on_what_if(self, found: WhatIf) -> None:
        """The answer."""

    def on_refused(self, text: str) -> None:
        """The sentence of why there is none."""


class Asker(Protocol):
    """Answers one question at a time; a new one takes the place of the last."""

    def ask(self, supposed: Supposed, heard: Heard) -> None:
        """Begin; the answer comes later."""

    def cancel(self) -> None:
        """Leave what is under way."""


def words_of(supposed: Supposed) -> list[str]:
    """The words of the command line."""
    found = ["what-if", "--json", "--arrivals", f"{supposed.arrivals:g}"]
    for option in supposed.options:
        found += _words(option)
    return found


def _words(option: Option) -> list[str]:
    if option.act is Act.HEAD_START:
        return ["--head-start", f"{option.class_name}={option.value:g}"]
    return [_WORDS[option.act], option.counter] if option.act in _WORDS else []


class WorkerAsker(QObject):
    """Asks about the branch of one database."""

    def __init__(
        self,
        database: str | None,
        parent: QObject | None = None,
        argv: Callable[[Sequence[str]], list[str]] = child_argv,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._argv = argv
        self._run: JsonChild | None = None

    def ask(self, supposed: Supposed, heard: Heard) -> None:
        """Start a child; one that runs already is ended."""
        self.cancel()
        words = [*words_of(supposed), "--lang", current_language()]
        if self._database:
            words += ["--database", self._database]
        self._run = JsonChild(self._argv(words), _Told(heard), self)
        self._run.begin()

    def cancel(self) -> None:
        """End the child."""
        run, self._run = self._run, None
        if run is not None:
            run.end()


class _Told:
    """Makes an answer of what the child printed."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard

    def on_progress(self, part: float) -> None:
        """It is over too soon to tell."""

    def on_answer(self, body: Body) -> None:
        try:
            found = decode(WhatIf, dict(body))
        except (ValueError, TypeError, KeyError):
            self.on_refused("", "")
            return
        self._heard.on_what_if(found)

    def on_refused(self, code: str, text: str) -> None:
        words = Phrases.load(current_language())
        self._heard.on_refused(text or words.say("refusal.what_if_failed"))


_house: list[Asker] = []


def use_asker(asker: Asker | None) -> None:
    """Who answers in this process: a process shows one branch."""
    _house[:] = [asker] if asker is not None else []


def asker_in_use() -> Asker | None:
    """Whoever was told; None in a window without a database."""
    return _house[0] if _house else None
