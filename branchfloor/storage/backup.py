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
    kept = _keep(place) if place.path.exists() else None
    with sqlite.faults_named(place):
        place.path.parent.mkdir(parents=True, exist_ok=True)
        sqlite.copy(Place(source, read_only=True), place.path)
    return kept


def _keep(place: Place) -> Path:
    """Make room: what is there stands beside from now on, under a name nothing had yet."""
    kept = _free_name(place.path)
    try:
        with sqlite.faults_named(place):
            sqlite.copy(place, kept)
    except StorageTrouble as trouble:
        if trouble.code != "database_corrupt":
            raise
        _move(place.path, kept)  # too damaged to be copied page by page, the reason to restore
    for end in ("", "-wal", "-shm"):
        place.path.with_name(place.path.name + end).unlink(missing_ok=True)
    return kept


def _free_name(path: Path) -> Path:
    """Restoring twice must not cost what the first time had kept."""
    names = (f"{path.stem}-before-restore{n}{path.suffix}" for n in ("", *range(2, 10_000)))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def _move(path: Path, kept: Path) -> None:
    for end in ("-wal", "-shm", ""):
        part = path.with_name(path.name + end)
        if part.exists():
            part.replace(kept.with_name(kept.name + end))


def _look_at(place: Place) -> None:
    database = Database(place)
    try:
        with database.reading() as conn:
            schema.is_current(conn, place)
            if sqlite.soundness(conn) != "ok":
                raise StorageTrouble("database_corrupt", path=place.path)
    finally:
        database.close()
