"""Copying an SQLite file: whole, sound and on the disk before it has its name.

A copy is made of one moment, in pages, on a connection of its own: whoever reads a database in
WAL mode keeps nobody from writing. The other direction fills a database in one transaction.
"""

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from branchfloor.domain.errors import StorageTrouble

from . import sqlite
from .place import Place

STEP_PAGES = 256
"""Pages copied at a time, a megabyte."""

BREATH_S = 0.002
"""Between two steps, so that the disk is the screens' first."""

ALONE_S = 1.0
"""How long a restore waits for a command that is just at work."""

_BESIDE = ("-wal", "-shm", "-journal")

_OF_THE_SOURCE = frozenset({"database_corrupt", "database_locked"})


@dataclass(frozen=True, slots=True)
class Head:
    """Where a branch's log ends: by this a copy is known to be whole."""

    branch: str
    seq: int
    hash: str


def copy(place: Place, target: Path) -> tuple[Head, ...]:
    """A whole and sound copy of a database in use, under its name only when it is on the disk.

    What had that name before stays until then. Gives where the logs in it end; StorageTrouble
    when the database is damaged or the copy cannot be written.
    """
    with _faults(place, target):
        source = sqlite.raw_connection(Place(place.path, read_only=True))
        try:
            sqlite.begin_read(source)
            return copy_from(source, place, target)
        finally:
            source.close()


def copy_from(source: sqlite3.Connection, place: Place, target: Path) -> tuple[Head, ...]:
    """The same from a connection that is already there."""
    part = target.with_name(f"{target.name}.{os.getpid()}-{threading.get_ident()}.part")
    with _faults(place, target):
        try:
            found = heads(source)
            _write(source, part)
            if not is_sound(part, found):
                raise StorageTrouble("database_corrupt", path=place.path)
            _take_name(part, target)
        finally:
            for end in ("", "-journal"):
                part.with_name(part.name + end).unlink(missing_ok=True)
    return found


def heads(raw: sqlite3.Connection) -> tuple[Head, ...]:
    """Where each branch's log ends; none in a database that is not ours."""
    if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'branch'").fetchone() is None:
        return ()
    found = raw.execute("SELECT id, head_seq, head_hash FROM branch ORDER BY id")
    return tuple(Head(*row) for row in found.fetchall())


def looked_at(path: Path) -> sqlite3.Connection:
    """A connection to a file that nobody writes: it leaves nothing beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _write(source: sqlite3.Connection, part: Path) -> None:
    part.unlink(missing_ok=True)
    copied = sqlite3.connect(part)
    written = os.open(part, os.O_RDWR)
    try:

        def step(status: int, remaining: int, total: int) -> None:
            os.fsync(written)  # a little each time: all at the end would hold up others' commits
            _breathe(status, remaining, total)

        source.backup(copied, pages=STEP_PAGES, progress=step)
        # A file in WAL mode could not be read from a medium that is write-protected.
        copied.execute("PRAGMA journal_mode=DELETE")
    finally:
        copied.close()
        os.close(written)


def _breathe(status: int, remaining: int, total: int) -> None:
    if remaining:
        time.sleep(BREATH_S)


def is_sound(path: Path, expected: tuple[Head, ...] | None = None) -> bool:
    """Whether a file is whole in itself and its logs end where their branches say; and where
    `expected`, if that is given.
    """
    raw = looked_at(path)
    try:
        if raw.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return False
        found = heads(raw)
        return expected in (None, found) and all(_ends_in(raw, head) for head in found)
    finally:
        raw.close()


def _ends_in(raw: sqlite3.Connection, head: Head) -> bool:
    """Whether the last entry of the log is the one its branch names."""
    last = raw.execute(
        "SELECT seq, hash FROM event WHERE branch = ? ORDER BY seq DESC LIMIT 1", (head.branch,)
    ).fetchone()
    return head.seq == 0 if last is None else last == (head.seq, head.hash)


def _take_name(part: Path, target: Path) -> None:
    """What an older file of that name left beside it must not be read into the new one."""
    for end in _BESIDE:
        target.with_name(target.name + end).unlink(missing_ok=True)
    part.replace(target)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and need not be
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _faults(place: Place, target: Path) -> Iterator[None]:
    """Faults of the database by its own codes, those of the copy by `copy_full`, `copy_failed`."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = sqlite.trouble_of(error, place)
        if trouble is None or trouble.code in _OF_THE_SOURCE or not place.path.exists():
            raise trouble or error from error
        raise _uncopied(target, str(error), full=trouble.code == "database_full") from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise _uncopied(target, why, full=error.errno == errno.ENOSPC) from error


def _uncopied(target: Path, why: str, *, full: bool) -> StorageTrouble:
    return StorageTrouble("copy_full" if full else "copy_failed", path=target, why=why)


@contextmanager
def alone(place: Place) -> Iterator[sqlite3.Connection]:
    """A connection while no process has the database open, and none can open it.

    Every connection to a database in WAL mode holds a shared lock on its file until it closes,
    however idle it is, and the system lets it go when its process dies: asking for the whole
    file is therefore an honest question. StorageTrouble `database_locked` when it is in use.
    """
    raw = sqlite3.connect(place.uri(), uri=True, timeout=ALONE_S, isolation_level=None)
    try:
        with sqlite.faults_named(place):
            raw.execute("PRAGMA locking_mode=EXCLUSIVE")
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
        yield raw
    finally:
        raw.close()


def fill(raw: sqlite3.Connection, source: Path) -> None:
    """Make a database the same as a file, in one transaction: wholly or not at all."""
    given = sqlite.raw_connection(Place(source, read_only=True))
    try:
        sqlite.begin_read(given)
        given.backup(raw, pages=STEP_PAGES, progress=_breathe)
        if heads(raw) != heads(given):
            raise StorageTrouble("database_corrupt", path=source)
    finally:
        given.close()
