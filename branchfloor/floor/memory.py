"""A whole floor in memory: the same commands and reducers without a file.

For pictures of a screen in a given state, for the parity of the twin and for tests of rules;
what must last goes through storage.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from branchfloor.config import parse_document, sha256_of, to_document
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.events import ConfigAdopted, DayOpened, FloorEvent
from branchfloor.domain.log import Entry
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import FloorState
from branchfloor.storage.advised import AdviceRow
from branchfloor.storage.promises import Promise

from .books import Books
from .work import Answered, ConfigVersion, Credential, Particulars, Work

T = TypeVar("T")


@dataclass
class MemoryWork:
    """One unit of work on a memory floor."""

    state: FloorState
    config: BranchConfig
    now: datetime
    actor: str
    kept: dict[str, Answered]
    rows: dict[str, Particulars]
    credentials: dict[str, Credential] = field(default_factory=dict)
    documents: dict[int, BranchConfig] = field(default_factory=dict)
    versions: tuple[ConfigVersion, ...] = ()
    first: tuple[BranchConfig, datetime] | None = None
    entries: list[Entry] = field(default_factory=list)

    def append(self, *events: FloorEvent) -> None:
        """Apply events to the state at once."""
        for event in events:
            day = event.day if isinstance(event, DayOpened) else self.state.day
            entry = Entry(
                seq=self.state.seq + 1,
                at=self.now,
                day=day or self.now.date(),
                actor=self.actor,
                config_version=self.config.version,
                event=event,
            )
            self.state = apply(self.state, entry)
            self.entries.append(entry)
            if isinstance(event, ConfigAdopted):
                self.config = self.documents[event.version]

    def answered(self, key: str) -> Answered | None:
        """What a key was answered with."""
        return self.kept.get(key)

    def remember(self, key: str, answered: Answered) -> None:
        """Keep an answer."""
        self.kept[key] = answered

    def keep_particulars(self, particulars: Particulars) -> None:
        """Keep a purgeable row."""
        self.rows[particulars.id] = particulars

    def particulars(self, row_id: str) -> Particulars | None:
        """A purgeable row."""
        return self.rows.get(row_id)

    def credential(self, staff: str) -> Credential | None:
        """What a person signs in with."""
        return self.credentials.get(staff)

    def keep_credential(self, credential: Credential) -> None:
        """Keep a credential."""
        self.credentials[credential.staff] = credential

    def keep_config(self, version: int, document: str, sha256: str) -> None:
        """Keep a version of the document until its adoption is appended."""
        self.documents[version] = parse_document(document, version)
        adopted = ConfigVersion(version, document, sha256, self.now, self.actor)
        self.versions = (adopted, *self.versions)

    def config_versions(self) -> tuple[ConfigVersion, ...]:
        """Every version of the document there has been, the newest first."""
        if self.first is None:
            return self.versions
        return (*self.versions, _first_version(*self.first))

    def mark(self) -> object:
        """Where the unit stands."""
        return self.state, len(self.entries), self.config, dict(self.credentials), self.versions

    def back_to(self, mark: object) -> None:
        """Back to a mark of this unit."""
        if not isinstance(mark, tuple):
            raise TypeError("not a mark")
        self.state, kept, self.config, self.credentials, self.versions = mark
        del self.entries[kept:]


class MemoryFloor:
    """Runs units of work in memory, on a clock that only moves when told.

    `entries` is the whole log; `state` the newest state.
    """

    def __init__(self, config: BranchConfig, at: datetime) -> None:
        self.config = config
        self.at = at
        self.state = FloorState(branch="memory")
        self.entries: list[Entry] = []
        self.promises: list[Promise] = []
        self.advised: list[AdviceRow] = []
        self._kept: dict[str, Answered] = {}
        self._rows: dict[str, Particulars] = {}
        self._credentials: dict[str, Credential] = {}
        self._versions: tuple[ConfigVersion, ...] = ()
        self._first = config, at

    def wait(self, seconds: float = 0.0, *, minutes: float = 0.0) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds + 60 * minutes)

    def set(self, **changes: Any) -> None:
        """Change fields of the state directly, such as the published forecasts."""
        self.state = replace(self.state, **changes)

    def copy(self, *, rows: bool = True) -> "MemoryFloor":
        """The same floor to go on from; without `rows` everything that can be purged has been."""
        again = MemoryFloor(self.config, self.at)
        again.state, again.entries = self.state, list(self.entries)
        again.promises = list(self.promises)
        again.advised = list(self.advised)
        again._kept, again._versions = dict(self._kept), self._versions
        again._first = self._first
        again._rows = dict(self._rows) if rows else {}
        return again

    async def run(self, unit: Callable[[Work], T], *, actor: str, now: datetime | None = None) -> T:
        """Run a unit at once; nothing of it stays when it raises."""
        at = max(now or self.at, self.state.at or self.at)
        kept, rows = dict(self._kept), dict(self._rows)
        work = MemoryWork(self.state, self.config, at, actor, kept, rows, dict(self._credentials))
        work.versions, work.first = self._versions, self._first
        answer = unit(work)
        self.state, self._kept, self._rows = work.state, work.kept, work.rows
        self.config, self._credentials = work.config, work.credentials
        self._versions = work.versions
        self.entries.extend(work.entries)
        return answer

    async def aside(self, reckon: Callable[[], T]) -> T:
        """Reckon at once."""
        return reckon()

    async def read(self, reckon: Callable[[Books], T]) -> T:
        """Reckon at once from what `promises`, `advised` and the floor hold."""
        books = MemoryBooks(self.state, self.config, tuple(self.promises), tuple(self.advised))
        return reckon(books)


@dataclass(frozen=True, slots=True)
class MemoryBooks:
    """What past days left behind, as somebody put it there."""

    state: FloorState
    config: BranchConfig
    promises: tuple[Promise, ...] = ()
    advised: tuple[AdviceRow, ...] = ()

    def advice_since(self, moment: datetime) -> Sequence[AdviceRow]:
        """What was advised since a moment."""
        return [one for one in self.advised if one.made_at >= moment]

    def advice_mark(self) -> object:
        """The advice itself."""
        return self.advised

    def promises_since(self, moment: datetime) -> Sequence[Promise]:
        """Those given since a moment."""
        return [one for one in self.promises if one.at >= moment]


def _first_version(config: BranchConfig, at: datetime) -> ConfigVersion:
    """The document a memory floor began with, as if founded then."""
    text = to_document(config)
    return ConfigVersion(config.version, text, sha256_of(text), at, "memory")
