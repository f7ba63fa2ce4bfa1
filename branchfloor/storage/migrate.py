"""Bring an older database to the newest shape, after a copy of it was made."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, select

from . import copying, schema
from .database import Database
from .place import Place
from .tables import branch


def upgrade(database: Database, run: Callable[[Connection], None] | None = None) -> Path | None:
    """Copy the file beside itself, run the missing revisions and make the rows anew from the
    log, all or nothing.

    Gives the path of the copy; None when another process was faster. Alembic is loaded here
    only, so that a command on a current database does not pay for it.
    """
    from .migrations.runner import run_missing

    with database.writing() as conn:
        if schema.is_current(conn, database.place):
            return None
        copy = _copy_path(database.place, schema.revision(conn) or "")
        copying.copy(database.place, copy)
        (run or run_missing)(conn)
        _make_rows_anew(conn)
    return copy


def _make_rows_anew(conn: Connection) -> None:
    """A log that does not hold together is left to `check`: it says so in words."""
    from .rebuild import ChainBroken, remake_rows

    for name in conn.scalars(select(branch.c.id)).all():
        with conn.begin_nested() as point:
            try:
                remake_rows(conn, name)
            except ChainBroken:
                point.rollback()


def _copy_path(place: Place, revision: str) -> Path:
    return place.path.with_name(f"{place.path.stem}-before-{revision}{place.path.suffix}")
