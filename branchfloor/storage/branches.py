"""Which branches a database holds."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from . import schema
from .database import Database
from .place import Place
from .tables import branch

Location = str | Path | None
"""Where a database is, as people say it: a path, a URL, or None for the user's own."""


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A branch that a database holds."""

    id: str
    name: str
    demo: bool = False


def held_branches(database: Location) -> list[BranchRow]:
    """The branches of a database; none when there is no file or nothing of ours in it."""
    place = Place.of(database)
    if not place.path.exists():
        return []
    db = Database(place)
    try:
        with db.reading() as conn:
            if schema.revision(conn) is None:
                return []
            found = conn.execute(select(branch.c.id, branch.c.name, branch.c.demo))
            return [BranchRow(*row) for row in found]
    finally:
        db.close()
