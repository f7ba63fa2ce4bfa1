"""View: everything a screen shows, at one moment."""

from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState


@dataclass(frozen=True, slots=True)
class View:
    """The floor as this process last heard of it.

    `trouble` is a refusal code of the storage (`database_locked`, …) while the database cannot
    be used, else None; `trouble_text` its sentence in the language of the screen.
    """

    state: FloorState
    config: BranchConfig
    now: datetime
    trouble: str | None = None
    trouble_text: str = ""
