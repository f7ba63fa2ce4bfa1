"""Who answers what-if: a child process of this program (`branchfloor what-if … --json`)."""

from typing import Protocol

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.codec import decode
from branchfloor.domain.what_if import Supposed, WhatIf
from ui.app.child_asker import ChildAsker, InUse, Told
from ui.app.json_child import Body

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


class WorkerAsker(ChildAsker):
    """Asks a child process of this program about one branch."""

    def ask(self, supposed: Supposed, heard: Heard) -> None:
        """Start a child; one that runs already is ended."""

        def refused(code: str, text: str) -> None:
            heard.on_refused(text)

        told = Told(_answer, heard.on_what_if, refused, "what_if_failed")
        self.begin(words_of(supposed), told)


def _answer(body: Body) -> WhatIf:
    return decode(WhatIf, dict(body))


_in_use: InUse[Asker] = InUse()
use_asker, asker_in_use = _in_use.use, _in_use.now
"""Who answers in this process."""
