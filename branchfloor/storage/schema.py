"""The shape of a database file: made at once, known by one row, brought up by migrations."""

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    inspect,
    select,
)

from branchfloor.domain.errors import StorageTrouble

from .place import Place
from .tables import metadata

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision of the tables, oldest first; the last is what this program works with."""

HEAD = REVISIONS[-1]

_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""As Alembic makes it, so that both ways to a database end in the same tables."""


def make(conn: Connection) -> None:
    """Make all tables of the newest shape in an empty database."""
    metadata.create_all(conn)
    _version.create(conn, checkfirst=True)
    conn.execute(_version.delete())
    conn.execute(_version.insert(), {"version_num": HEAD})


def revision(conn: Connection) -> str | None:
    """The revision a database has; None when it holds nothing of ours."""
    if not inspect(conn).has_table(_version.name):
        return None
    found = conn.execute(select(_version.c.version_num)).scalar_one_or_none()
    return str(found) if found is not None else None


def is_current(conn: Connection, place: Place) -> bool:
    """Whether the tables are of this program's shape; False when they are older.

    A database of a newer program is refused rather than guessed at.
    """
    found = revision(conn)
    if found is None:
        raise StorageTrouble("database_empty", path=place.path)
    if found not in REVISIONS:
        raise StorageTrouble("database_newer", path=place.path)
    return found == HEAD
