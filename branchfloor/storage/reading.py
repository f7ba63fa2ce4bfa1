"""The log as it stands, entry by entry, however long it is."""

from collections.abc import Iterator

from sqlalchemy import Connection

from branchfloor.domain.log import Entry

from . import rows
from .load import NEWER
from .prepared import Row
from .store import Store

CHUNK = 500
"""How many entries are read at a time."""


def first_hash(conn: Connection, branch: str) -> str:
    """The hash a branch's log begins with: what tells it from another founded alike."""
    first = NEWER.rows(conn, {"b": branch, "seq": 0, "to": 1})
    return str(first[0]["hash"]) if first else ""


def log_rows(conn: Connection, branch: str, after: int = 0) -> Iterator[list[Row]]:
    """The rows of the log after a sequence, in pieces."""
    while found := NEWER.rows(conn, {"b": branch, "seq": after, "to": after + CHUNK}):
        after += CHUNK
        yield found


def entries(store: Store, after: int = 0) -> Iterator[Entry]:
    """The entries of the log after a sequence; the database stays at one moment meanwhile."""
    with store.database.reading() as conn:
        for found in log_rows(conn, store.state.branch, after):
            yield from map(rows.entry_of, found)
