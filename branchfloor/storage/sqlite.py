"""All that is particular to SQLite: opening, fair waiting for the lock, faults, versions.

Nothing outside this file and `copying` writes SQL that another database would not understand.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from branchfloor.domain.errors import StorageTrouble

from .place import Place

T = TypeVar("T")

LOCK_WAIT_S = 5.0
"""How long a process waits for another's transaction before it gives up."""

IMPATIENT_S = 0.005
"""After so long a process looks for the lock twice as often, after twice that three times."""

MOST_HASTE = 20.0
"""How much more often it looks at most: a lock that is stuck must not cost a core."""

_CODES = {
    sqlite3.SQLITE_READONLY: "database_readonly",
    sqlite3.SQLITE_PERM: "database_readonly",
    sqlite3.SQLITE_IOERR: "database_readonly",
    sqlite3.SQLITE_FULL: "database_full",
    sqlite3.SQLITE_CORRUPT: "database_corrupt",
    sqlite3.SQLITE_NOTADB: "database_corrupt",
    sqlite3.SQLITE_BUSY: "database_locked",
    sqlite3.SQLITE_LOCKED: "database_locked",
}


def open_engine(place: Place, *, create: bool = False) -> Engine:
    """An engine on the file; its connections are kept by their users, never pooled.

    They are to be used in SQLAlchemy's AUTOCOMMIT mode, between `begin` and `end`: beginning is
    where a process has to wait fairly, and SQLAlchemy's own begin and commit cost a command
    more than SQLite's.
    """

    def connect() -> sqlite3.Connection:
        return raw_connection(place, create=create)

    return create_engine("sqlite://", creator=connect, poolclass=NullPool)


def raw_connection(place: Place, *, create: bool = False) -> sqlite3.Connection:
    """A bare connection with our pragmas. It waits for no lock by itself: see `patiently`.

    SQLite's own busy handler starves: of four busy writers one gets nothing for seconds.
    """
    uri = place.uri(create=create)
    raw = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
    try:
        patiently(lambda: _set_up(raw, place))
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _set_up(raw: sqlite3.Connection, place: Place) -> None:
    if not place.read_only:
        raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")


def patiently(act: Callable[[], T]) -> T:
    """Do what needs a lock, waiting fairly for other processes; at most `LOCK_WAIT_S`.

    Jitter makes it fair, and who has waited longer looks more often: whoever asks again at once
    after a commit would else win time after time.
    """
    began = time.monotonic()
    while True:
        try:
            return act()
        except (sqlite3.OperationalError, DBAPIError) as error:
            waited_s = time.monotonic() - began
            if _primary_code(error) != sqlite3.SQLITE_BUSY or waited_s > LOCK_WAIT_S:
                raise
            haste = min(1 + waited_s / IMPATIENT_S, MOST_HASTE)
            time.sleep(random.uniform(0.0003, 0.002) / haste)


def begin_write(raw: sqlite3.Connection) -> None:
    """Take the write lock: from here on nobody else can write."""
    patiently(lambda: raw.execute("BEGIN IMMEDIATE"))


def begin_read(raw: sqlite3.Connection) -> None:
    """Begin a moment that stays the same while it is read."""
    patiently(lambda: _look(raw))


def _look(raw: sqlite3.Connection) -> None:
    """Begin and look at once, so that a lock is met here and not at the first real question."""
    raw.execute("BEGIN")
    try:
        raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.Error:
        raw.rollback()
        raise


def raw_of(conn: Connection) -> sqlite3.Connection:
    """The bare connection under one of SQLAlchemy's."""
    return cast("sqlite3.Connection", conn.connection.dbapi_connection)


def data_version(raw: sqlite3.Connection) -> int:
    """A number that moves whenever another connection has committed."""
    return int(raw.execute("PRAGMA data_version").fetchone()[0])


def _primary_code(error: BaseException) -> int | None:
    inner = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(inner, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


@contextmanager
def faults_named(place: Place) -> Iterator[None]:
    """Turn the database's faults into StorageTrouble with the code that has a sentence."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        trouble = trouble_of(error, place)
        if trouble is None:
            raise
        raise trouble from error


def trouble_of(error: BaseException, place: Place) -> StorageTrouble | None:
    """The trouble that a fault means, or None when it is our own mistake."""
    primary = _primary_code(error)
    if primary == sqlite3.SQLITE_CANTOPEN:
        there = place.path.exists()
        return StorageTrouble("database_readonly" if there else "database_missing", path=place.path)
    code = _CODES.get(primary) if primary is not None else None
    return StorageTrouble(code, path=place.path, seconds=LOCK_WAIT_S) if code else None


def soundness(conn: Connection) -> str:
    """`ok`, or what SQLite finds wrong with the file."""
    return str(raw_of(conn).execute("PRAGMA quick_check(1)").fetchone()[0])


@contextmanager
def overwriting(conn: Connection) -> Iterator[None]:
    """Within it, what is deleted is overwritten with zeros rather than left for later use."""
    raw = raw_of(conn)
    before = int(raw.execute("PRAGMA secure_delete").fetchone()[0])
    raw.execute("PRAGMA secure_delete=ON")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA secure_delete={before}")


def cut_off_log(conn: Connection) -> None:
    """Bring the write-ahead log into the file and empty it; left for later while it is read."""
    raw_of(conn).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
