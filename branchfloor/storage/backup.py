"""Copies of a database: made while it is in use, and put back."""

from pathlib import Path

from branchfloor.domain.errors import StorageTrouble

from . import schema, sqlite
from .database import Database
from .place import Place


def backup(database: str | Path | None, target: Path) -> None:
    """Copy a database in use to a file; an older copy of that name is replaced at the end."""
    place = Place.of(database)
    with sqlite.faults_named(place):
        sqlite.copy(place, target)


def restore(source: Path, database: str | Path | None) -> Path | None:
    """Put a copy in a database's place; nothing else may have that open.

    The copy is looked at first: it must be sound and of this program's tables or older. What
    was there before is kept beside it, and its path given.
    """
    _look_at(Place(source, read_only=True))
    place = Place.of(database)
    kept = None
    with sqlite.faults_named(place):
        if place.path.exists():
            kept = place.path.with_name(f"{place.path.stem}-before-restore{place.path.suffix}")
            sqlite.copy(place, kept)
            for end in ("", "-wal", "-shm"):
                place.path.with_name(place.path.name + end).unlink(missing_ok=True)
        place.path.parent.mkdir(parents=True, exist_ok=True)
        sqlite.copy(Place(source, read_only=True), place.path)
    return kept


def _look_at(place: Place) -> None:
    database = Database(place)
    try:
        with database.reading() as conn:
            schema.is_current(conn, place)
            if sqlite.soundness(conn) != "ok":
                raise StorageTrouble("database_corrupt", path=place.path)
    finally:
        database.close()
