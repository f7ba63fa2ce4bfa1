"""What a command is given to work with: the newest state and a place to append events."""

from datetime import datetime
from typing import Protocol

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.events import FloorEvent
from branchfloor.domain.state import FloorState
from branchfloor.domain.work import Answered, ConfigVersion, Credential, Particulars

__all__ = ["Answered", "ConfigVersion", "Credential", "Particulars", "Work"]


class Work(Protocol):
    """One unit of work inside one write transaction; storage fulfils it.

    `state` is the newest state with this unit's own events applied; `now` is the command's
    moment, never before the log's last; `actor` is who acts (`staff:0217`, `kiosk:1`, `cli:user`).
    """

    @property
    def state(self) -> FloorState:
        """The floor now, this unit's events included."""

    @property
    def config(self) -> BranchConfig:
        """The branch document in force."""

    @property
    def now(self) -> datetime:
        """The moment of this command, aware UTC."""

    @property
    def actor(self) -> str:
        """Who acts."""

    def append(self, *events: FloorEvent) -> None:
        """Add events to the log; `state` has them at once, the rows at commit."""

    def answered(self, key: str) -> Answered | None:
        """What this key was answered with in the last 48 hours."""

    def remember(self, key: str, answered: Answered) -> None:
        """Keep an answer for its key, in the same commit."""

    def keep_particulars(self, particulars: Particulars) -> None:
        """Store a purgeable row, in the same commit."""

    def particulars(self, row_id: str) -> Particulars | None:
        """A purgeable row, or None when it was purged."""

    def credential(self, staff: str) -> Credential | None:
        """What a person signs in with, or None when they have no PIN."""

    def keep_credential(self, credential: Credential) -> None:
        """Keep a credential in place of the person's last, in the same commit."""

    def keep_config(self, version: int, document: str, sha256: str) -> None:
        """Store a version of the branch document, in the same commit."""

    def config_versions(self) -> tuple[ConfigVersion, ...]:
        """Every version of the document there has been, the newest first."""

    def mark(self) -> object:
        """A point to return to: what was appended so far stays when the rest is refused."""

    def back_to(self, mark: object) -> None:
        """Forget what was appended after the mark."""
