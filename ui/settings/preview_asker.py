"""Who plays past days under a draft: a child process (`branchfloor policy-preview - --json`)."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from branchfloor.domain.codec import decode
from branchfloor.domain.previewing import PolicyPreview
from branchfloor.phrasing import Phrases
from ui.app.json_child import Body, JsonChild
from ui.app.language import current_language
from ui.app.supervisor import child_argv


class Heard(Protocol):
    """Who hears the answer."""

    def on_preview(self, found: PolicyPreview) -> None:
        """The answer."""

    def on_refused(self, code: str, text: str) -> None:
        """The sentence of why there is none."""


class Previewer(Protocol):
    """Plays one document at a time; a new one takes the place of the last."""

    def ask(self, document: str, heard: Heard) -> None:
        """Begin; the answer comes later."""

    def cancel(self) -> None:
        """Leave what is under way."""


class WorkerPreviewer(QObject):
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

    def ask(self, document: str, heard: Heard) -> None:
        """Start a child; one that runs already is ended."""
        self.cancel()
        words = ["policy-preview", "-", "--json", "--lang", current_language()]
        if self._database:
            words += ["--database", self._database]
        self._run = JsonChild(self._argv(words), _Told(heard), self)
        self._run.begin(document)

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
        """A few seconds at the most."""

    def on_answer(self, body: Body) -> None:
        try:
            found = decode(PolicyPreview, dict(body))
        except (ValueError, TypeError, KeyError):
            self.on_refused("", "")
            return
        self._heard.on_preview(found)

    def on_refused(self, code: str, text: str) -> None:
        words = Phrases.load(current_language())
        self._heard.on_refused(code, text or words.say("refusal.preview_failed"))


_house: list[Previewer] = []


def use_previewer(previewer: Previewer | None) -> None:
    """Who plays past days in this process: a process shows one branch."""
    _house[:] = [previewer] if previewer is not None else []


def previewer_in_use() -> Previewer | None:
    """Whoever was told; None in a window without a database."""
    return _house[0] if _house else None
