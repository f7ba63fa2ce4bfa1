"""The unit of work: what one command is given inside one write transaction."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from branchfloor.domain.clock import business_date, to_iso
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.events import DayOpened, FloorEvent
from branchfloor.domain.log import Entry
from branchfloor.domain.state import FloorState
from branchfloor.domain.work import Answered, ConfigVersion, Credential, Particulars

from .configs import Configs, versions_in
from .prepared import Prepared
from .staff import credential_in
from .tables import answer, particulars
from .trace import Applied, traced

ANSWERS_KEPT = timedelta(hours=48)

_ANSWER = Prepared(
    select(answer).where(answer.c.branch == bindparam("b"), answer.c.key == bindparam("k"))
)
_PARTICULARS = select(particulars).where(
    particulars.c.branch == bindparam("b"), particulars.c.id == bindparam("i")
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When and by whom: `now` is never before the log's last entry.

    `behind_s` is how far the clock was found behind it, 0 as a rule.
    """

    now: datetime
    actor: str
    behind_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """A version of the branch document to be kept."""

    version: int
    text: str
    sha256: str


Lengths = tuple[int, int, int, int, int]


@dataclass
class Draft:
    """What a unit has gathered and not yet written."""

    applied: list[Applied] = field(default_factory=list)
    answers: list[tuple[str, Answered]] = field(default_factory=list)
    stale_keys: list[str] = field(default_factory=list)
    particulars: list[Particulars] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    credentials: list[Credential] = field(default_factory=list)

    def lengths(self) -> Lengths:
        """How much was gathered, so that a mark can be returned to."""
        return (
            len(self.applied),
            len(self.answers),
            len(self.particulars),
            len(self.documents),
            len(self.credentials),
        )

    def cut(self, lengths: Lengths) -> None:
        """Forget what was gathered since."""
        applied, answers, rows, documents, credentials = lengths
        del self.applied[applied:]
        del self.answers[answers:]
        del self.particulars[rows:]
        del self.documents[documents:]
        del self.credentials[credentials:]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(self.lengths())


Mark = tuple[FloorState, Lengths]


class Unit:
    """Fulfils the floor's `Work` on one connection, for one branch, at one moment."""

    def __init__(
        self, conn: Connection, state: FloorState, moment: Moment, configs: Configs
    ) -> None:
        self._conn = conn
        self._state = state
        self._moment = moment
        self._configs = configs
        self._branch = state.branch
        self.draft = Draft()

    @property
    def state(self) -> FloorState:
        """The floor now, this unit's events included."""
        return self._state

    @property
    def now(self) -> datetime:
        """The moment of this unit, aware UTC."""
        return self._moment.now

    @property
    def actor(self) -> str:
        """Who acts."""
        return self._moment.actor

    @property
    def clock_behind_s(self) -> float:
        """How far the clock was found behind the log; `now` was put right by as much."""
        return self._moment.behind_s

    @property
    def config(self) -> BranchConfig:
        """The branch document in force, one kept in this unit included."""
        version = self._state.config_version
        for document in reversed(self.draft.documents):
            if document.version == version:
                return self._configs.parse(document.text, version)
        return self._configs.known(version) or self._configs.get(self._conn, version)

    def append(self, *events: FloorEvent) -> None:
        """Add events to the log; `state` has them at once, the rows at commit."""
        for event in events:
            self._state, applied = traced(self._state, self._entry(event))
            self.draft.applied.append(applied)

    def _entry(self, event: FloorEvent) -> Entry:
        state = self._state
        day = event.day if isinstance(event, DayOpened) else state.day
        return Entry(
            seq=state.seq + 1,
            at=self.now,
            day=day or business_date(self.now, self.config.time_zone),
            actor=self.actor,
            config_version=state.config_version,
            event=event,
        )

    def answered(self, key: str) -> Answered | None:
        """What this key was answered with in the last 48 hours."""
        for row in _ANSWER.rows(self._conn, {"b": self._branch, "k": key}):
            if row["at"] >= to_iso(self.now - ANSWERS_KEPT):
                return Answered(row["command"], row["arguments_hash"], json.loads(row["answer"]))
            self.draft.stale_keys.append(key)
        return None

    def remember(self, key: str, answered: Answered) -> None:
        """Keep an answer for its key, in the same commit."""
        self.draft.answers.append((key, answered))

    def keep_particulars(self, row: Particulars) -> None:
        """Store a purgeable row, in the same commit."""
        self.draft.particulars.append(row)

    def particulars(self, row_id: str) -> Particulars | None:
        """A purgeable row, or None when it was purged."""
        kept = next((row for row in self.draft.particulars if row.id == row_id), None)
        if kept is not None:
            return kept
        found = self._conn.execute(_PARTICULARS, {"b": self._branch, "i": row_id}).one_or_none()
        return Particulars(found.id, found.kind, json.loads(found.body)) if found else None

    def credential(self, staff: str) -> Credential | None:
        """What a person signs in with, or None when they have no PIN."""
        for kept in reversed(self.draft.credentials):
            if kept.staff == staff:
                return kept
        return credential_in(self._conn, self._branch, staff)

    def keep_credential(self, credential: Credential) -> None:
        """Keep a credential in place of the person's last, in the same commit."""
        self.draft.credentials.append(credential)

    def keep_config(self, version: int, document: str, sha256: str) -> None:
        """Store a version of the branch document, in the same commit."""
        self.draft.documents.append(Document(version, document, sha256))

    def config_versions(self) -> tuple[ConfigVersion, ...]:
        """Every version of the document there has been, the newest first."""
        return versions_in(self._conn, self._branch)

    def mark(self) -> Mark:
        """A point to return to."""
        return self._state, self.draft.lengths()

    def back_to(self, mark: object) -> None:
        """Forget what was appended after the mark."""
        if not isinstance(mark, tuple):
            raise TypeError("not a mark of this unit")
        self._state, lengths = mark
        self.draft.cut(lengths)
