"""Books: what past days left behind, read beside the floor without holding anybody up."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState
from branchfloor.storage.advised import AdviceRow
from branchfloor.storage.promises import Promise


class Books(Protocol):
    """One moment of a branch to read from, in a thread of its own; a store fulfils it."""

    @property
    def state(self) -> FloorState:
        """The floor."""

    @property
    def config(self) -> BranchConfig:
        """The document in force."""

    def promises_since(self, moment: datetime) -> Sequence[Promise]:
        """What was promised since a moment, and what came of it."""

    def advice_since(self, moment: datetime) -> Sequence[AdviceRow]:
        """What was advised since a moment: the latest, and whatever was followed."""

    def advice_mark(self) -> object:
        """What is another as soon as that may have changed."""
