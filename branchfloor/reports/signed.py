"""Who signed in where: sessions, how they ended, and what failed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from branchfloor.domain import staff_events as s
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.events import FloorEvent

from .material import DayMaterial
from .table import ALL, Cell, Column, Kind, Row, Table

SIGN_COLUMNS = (
    Column("sign_ins", Kind.COUNT),
    Column("signed_out", Kind.COUNT),
    Column("freed", Kind.COUNT),
    Column("taken_over", Kind.COUNT),
    Column("failures", Kind.COUNT),
    Column("lockouts", Kind.COUNT),
    Column("new_pins", Kind.COUNT),
    Column("signed_in_time", Kind.MINUTES),
)
_FORCED = ("freed", "taken_over")
"""Ends of a session that another person brought about."""


@dataclass(slots=True)
class _Signs:
    """What one person did at the places they signed in to."""

    sign_ins: int = 0
    causes: tuple[str, ...] = ()
    failures: int = 0
    lockouts: int = 0
    pins: int = 0
    signed_in_s: float = 0.0

    def cells(self) -> Row:
        """The cells under `SIGN_COLUMNS`."""
        forced = [self.causes.count(cause) for cause in _FORCED]
        own = len(self.causes) - sum(forced)
        failed = (self.failures, self.lockouts, self.pins)
        return (self.sign_ins, own, *forced, *failed, self.signed_in_s)


def sign_in_table(material: DayMaterial) -> Table:
    """Sign-ins by staff number; a session that nobody ended lasts until the day does."""
    people = _signs(material)
    rows = tuple((staff, *people[staff].cells()) for staff in sorted(people))
    columns = (Column("staff", Kind.STAFF), *SIGN_COLUMNS)
    total = (ALL, *_sums(row[1:] for row in rows))
    return Table("sign_ins", columns, rows, total, ("sign_in",))


def _sums(rows: Iterable[Sequence[Cell]]) -> Row:
    lines = list(rows)
    if not lines:
        return (0,) * (len(SIGN_COLUMNS) - 1) + (0.0,)
    sides = zip(*lines, strict=True)
    return tuple(sum(c for c in side if isinstance(c, (int, float))) for side in sides)


def _signs(material: DayMaterial) -> dict[str, _Signs]:
    book = _Book()
    for entry, event in material.events():
        read = _READ.get(type(event))
        if read is not None:
            read(book, entry.at, event)
    for place in list(book.sessions):
        book.leaves(place, material.until)
    return book.people


@dataclass
class _Book:
    """The places as the log has told of them so far: who is signed in where, and since when."""

    people: dict[str, _Signs] = field(default_factory=dict)
    sessions: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def person(self, staff: str) -> _Signs:
        """What is known of one person."""
        return self.people.setdefault(staff, _Signs())

    def leaves(self, place: str, at: datetime) -> None:
        """Whoever is signed in at a place no longer is."""
        if place in self.sessions:
            staff, since = self.sessions.pop(place)
            self.person(staff).signed_in_s += seconds_between(since, at)

    def signed_in(self, at: datetime, event: s.SignedIn) -> None:
        """A session begins."""
        self.leaves(event.place, at)
        self.sessions[event.place] = (event.staff, at)
        self.person(event.staff).sign_ins += 1

    def signed_out(self, at: datetime, event: s.SignedOut) -> None:
        """A session ends."""
        self.leaves(event.place, at)
        self.person(event.staff).causes += (event.cause,)

    def failed(self, at: datetime, event: s.SignInFailed) -> None:
        """A wrong PIN."""
        self.person(event.staff).failures += 1

    def locked(self, at: datetime, event: s.SignInLocked) -> None:
        """One wrong PIN too many."""
        self.person(event.staff).lockouts += 1

    def new_pin(self, at: datetime, event: s.PinSet) -> None:
        """A PIN given or changed."""
        self.person(event.staff).pins += 1


_READ: dict[type[FloorEvent], Callable[[_Book, datetime, Any], None]] = {
    s.SignedIn: _Book.signed_in,
    s.SignedOut: _Book.signed_out,
    s.SignInFailed: _Book.failed,
    s.SignInLocked: _Book.locked,
    s.PinSet: _Book.new_pin,
}
