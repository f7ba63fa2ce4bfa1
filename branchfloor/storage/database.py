"""One open database: a kept connection to write, another to read, faults with their codes.

Both live in the thread that first used them; close them there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sqlite3 import Connection as RawConnection

from sqlalchemy import Connection

from . import sqlite
from .place import Place


class Database:
    """An open database file. Opening touches nothing until it is first used."""

    def __init__(self, place: Place, *, create: bool = False) -> None:
        self.place = place
        self._engine = sqlite.open_engine(place, create=create)
        self._writer: Connection | None = None
        self._reader: Connection | None = None
        self._seen: int | None = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One write transaction: alone in the database from its first line, all or nothing."""
        with sqlite.faults_named(self.place):
            if self._writer is None:
                self._writer = self._connect()
            try:
                yield from _transaction(self._writer, sqlite.begin_write)
            except BaseException:
                self._seen = None
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the database, read without a write lock."""
        with sqlite.faults_named(self.place):
            if self._reader is None:
                self._reader = self._connect()
            yield from _transaction(self._reader, sqlite.begin_read)

    def _connect(self) -> Connection:
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    def others_wrote(self, conn: Connection) -> bool:
        """Whether anybody else has committed since this was last asked inside `writing`."""
        seen, self._seen = self._seen, sqlite.data_version(sqlite.raw_of(conn))
        return seen != self._seen

    def cut_off_log(self) -> None:
        """Leave nothing of what was overwritten in the write-ahead log, if nobody reads it now."""
        if self._writer is not None:
            with sqlite.faults_named(self.place):
                sqlite.cut_off_log(self._writer)

    def close(self) -> None:
        """Let the file go; using it again opens what is there then, and makes nothing."""
        for conn in (self._writer, self._reader):
            if conn is not None:
                conn.close()
        self._writer = self._reader = self._seen = None
        self._engine.dispose()
        self._engine = sqlite.open_engine(self.place)


def _transaction(conn: Connection, begin: Callable[[RawConnection], None]) -> Iterator[Connection]:
    raw = sqlite.raw_of(conn)
    begin(raw)
    try:
        yield conn
        raw.commit()
    except BaseException:
        raw.rollback()
        raise
