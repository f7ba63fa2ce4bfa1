"""Bring an older database to the newest shape, after a copy of it was made."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from . import copying, schema
from .database import Database
from .place import Place


def upgrade(database: Database, run: Callable[[Connection], None] | None = None) -> Path | None:
    """Copy the file beside itself, then run the missing revisions, all or nothing.

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
    return copy


def _copy_path(place: Place, revision: str) -> Path:
    return place.path.with_name(f"{place.path.stem}-before-{revision}{place.path.suffix}")
