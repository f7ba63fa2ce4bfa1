"""Who plays past days under a draft: a child process (`branchfloor policy-preview - --json`)."""

from typing import Protocol

from branchfloor.domain.codec import decode
from branchfloor.domain.previewing import PolicyPreview
from ui.app.child_asker import ChildAsker, InUse, Told
from ui.app.json_child import Body


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


class WorkerPreviewer(ChildAsker):
    """Asks a child process of this program about one branch."""

    def ask(self, document: str, heard: Heard) -> None:
        """Start a child; one that runs already is ended."""
        told = Told(_preview, heard.on_preview, heard.on_refused, "preview_failed")
        self.begin(["policy-preview", "-", "--json"], told, document)


def _preview(body: Body) -> PolicyPreview:
    return decode(PolicyPreview, dict(body))


_in_use: InUse[Previewer] = InUse()
use_previewer, previewer_in_use = _in_use.use, _in_use.now
"""Who plays past days in this process."""
