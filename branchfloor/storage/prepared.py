"""Prepared: a Core statement compiled once, for the few that every command runs.

Compiling is cached by SQLAlchemy too, but its bookkeeping for each execution costs more than
SQLite does; on SQLite the compiled text therefore goes to the kept connection directly. Another
database runs the same statement the ordinary way.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects import sqlite as sqlite_dialect

from . import sqlite

Row = dict[str, Any]
Statement = Insert | Update | Delete | Select[Any]

_DIALECT = sqlite_dialect.dialect(paramstyle="qmark")
"""By place, not by name: looking every name up costs SQLite more than writing the row."""


class Prepared:
    """One statement, its parameters named by its columns and its bindparams."""

    def __init__(self, statement: Statement, keys: Iterable[str] | None = None) -> None:
        """`keys` are the columns that an insert or update sets; all columns when left out."""
        self._statement = statement
        compiled = statement.compile(
            dialect=_DIALECT, column_keys=list(keys) if keys is not None else None
        )
        self._text = str(compiled)
        self._places = _by_place(compiled.positiontup or [])
        chosen = statement.selected_columns if isinstance(statement, Select) else ()
        self._names = tuple(str(column.key) for column in chosen)

    def run(self, conn: Connection, rows: Sequence[Row]) -> None:
        """Run an insert, update or delete, once for each row."""
        if conn.dialect.name != "sqlite":
            conn.execute(self._statement, rows)
        elif len(rows) == 1:
            sqlite.raw_of(conn).execute(self._text, self._places(rows[0]))
        else:
            sqlite.raw_of(conn).executemany(self._text, map(self._places, rows))

    def rows(self, conn: Connection, parameters: Row) -> list[Row]:
        """Run a select; its rows by the names of their columns."""
        if conn.dialect.name != "sqlite":
            return [dict(row) for row in conn.execute(self._statement, parameters).mappings()]
        found = sqlite.raw_of(conn).execute(self._text, self._places(parameters)).fetchall()
        return [dict(zip(self._names, row, strict=True)) for row in found]


def _by_place(names: Sequence[str]) -> Callable[[Row], tuple[Any, ...]]:
    """Gives the parameters in the order in which the statement asks for them."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda row: tuple(row[name] for name in names)
