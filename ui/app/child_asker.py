"""Who reckons for a screen: a child process of this program, asked one question at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from branchfloor.phrasing import Phrases

from .json_child import Body, JsonChild, Listener
from .language import current_language
from .supervisor import child_argv

T = TypeVar("T")


class ChildAsker(QObject):
    """Asks child processes about the branch of one database; a new question takes the place of the
    last. Each kind of question has a subclass with its own `ask`.
    """

    def __init__(
        self,
        database: str | None,
        parent: QObject | None = None,
        *,
        actor: str = "",
        argv: Callable[[Sequence[str]], list[str]] = child_argv,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._actor = actor
        self._argv = argv
        self._child: JsonChild | None = None

    def act_as(self, actor: str) -> None:
        """Whatever a child keeps is kept as this person's from now on."""
        self._actor = actor

    def begin(self, words: Sequence[str], listener: Listener, text: str = "") -> None:
        """Start a child with these words of the command line; one that runs already is ended.

        `text` is what it reads.
        """
        self.cancel()
        self._child = JsonChild(self._argv(self._whole(words)), listener, self)
        self._child.begin(text)

    def cancel(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _whole(self, words: Sequence[str]) -> list[str]:
        found = [*words, "--lang", current_language()]
        if self._database:
            found += ["--database", self._database]
        kind, _, number = self._actor.partition(":")
        if kind == "staff":
            found += ["--staff", number]
        return found


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """Makes an answer of what a child printed and passes it on.

    `read` makes it, or raises as decoding does; `failed` is the code of the refusal that is told
    when the child gave no reason.
    """

    read: Callable[[Body], T]
    answered: Callable[[T], None]
    refused: Callable[[str, str], None]
    failed: str
    progressed: Callable[[float], None] | None = None

    def on_progress(self, part: float) -> None:
        """How far it is."""
        if self.progressed is not None:
            self.progressed(part)

    def on_answer(self, body: Body) -> None:
        """The answer, if it can be read."""
        try:
            found = self.read(body)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            self.on_refused("", "")
        else:
            self.answered(found)

    def on_refused(self, code: str, text: str) -> None:
        """Why there is none."""
        said = text or Phrases.load(current_language()).say(f"refusal.{self.failed}")
        self.refused(code or self.failed, said)


class InUse(Generic[T]):
    """Whom the pages of this process ask: a process shows one branch."""

    def __init__(self) -> None:
        self._asked: T | None = None

    def use(self, asked: T | None) -> None:
        """Ask this one from now on, or nobody."""
        self._asked = asked

    def now(self) -> T | None:
        """Whoever was told; None in a window without a database."""
        return self._asked
