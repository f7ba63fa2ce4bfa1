"""The house a demo plays in: a branch with a runner that works at once, in a file or in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from branchfloor.config import parse_document, sha256_of
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.log import Entry
from branchfloor.domain.state import FloorState
from branchfloor.floor.floor import Runner
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.memory import MemoryFloor
from branchfloor.storage.load import NEWER
from branchfloor.storage.rows import entry_of
from branchfloor.storage.store import AtOnce, BranchRow, Store

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class House:
    """One branch: who runs its commands, its document, its newest state and its whole log."""

    runner: Runner
    document: Callable[[], BranchConfig]
    newest: Callable[[], FloorState]
    entries: Callable[[], list[Entry]]

    @classmethod
    def of(cls, place: Store | MemoryFloor) -> "House":
        """The house of an open store or of a floor in memory."""
        if isinstance(place, Store):
            return cls(
                AtOnce(place),
                lambda: place.config,
                lambda: place.state,
                lambda: list(entries_of(place)),
            )
        return cls(place, lambda: place.config, lambda: place.state, lambda: list(place.entries))

    @property
    def config(self) -> BranchConfig:
        """The branch document in force."""
        return self.document()

    @property
    def state(self) -> FloorState:
        """The newest state this process has seen."""
        return self.newest()


def entries_of(store: Store) -> Iterator[Entry]:
    """The log of a store from its first entry, read a part at a time."""
    seq = 0
    with store.database.reading() as conn:
        while True:
            span = {"b": store.state.branch, "seq": seq, "to": seq + CHUNK}
            rows = NEWER.rows(conn, span)
            if not rows:
                return
            yield from map(entry_of, rows)
            seq += CHUNK


def new_branch(database: str | Path, document: str, at: datetime) -> Store:
    """A demo's own branch, founded at a played moment; refused where there is another."""
    config = parse_document(document)
    row = BranchRow(config.preset, config.name.zh, demo=True)
    store = Store.create(database, row, parse=parse_document, at=at)
    founding = Founding(row.id, config.preset, document, sha256_of(document))
    store.run(lambda work: found(work, founding), actor="demo", now=at)
    return store
