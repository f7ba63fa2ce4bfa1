"""Copies of a database: made while it is in use, and put back when nobody has it open."""

from pathlib import Path

from branchfloor.domain.errors import StorageTrouble

from . import copying, schema, sqlite
from .copying import Head
from .database import Database
from .place import Place


def backup(database: str | Path | None, target: Path) -> tuple[Head, ...]:
    """Copy a database in use to a file; an older copy of that name is replaced at the end.

    Gives where the logs in it end.
    """
    return copying.copy(Place.of(database), target)


def restore(source: Path, database: str | Path | None) -> Path | None:
    """Put a copy in a database's place.

    The copy is looked at first: it must be sound and of this program's tables or older. What
    was there before is kept beside it, and its path given. StorageTrouble `database_locked`
    while any process has the database open. Whenever it is cut short, the database is wholly
    the old one or wholly the new.
    """
    _look_at(Place(source, read_only=True))
    place = Place.of(database)
    place.path.parent.mkdir(parents=True, exist_ok=True)
    if not place.path.exists():
        copying.copy(Place(source, read_only=True), place.path)
        return None
    kept = _free_name(place.path)
    try:
        _refill(place, kept, source)
    except StorageTrouble as trouble:
        if trouble.code != "database_corrupt":
            raise
        _move(place, kept)  # too damaged to be copied page by page, the reason to restore
        copying.copy(Place(source, read_only=True), place.path)
    return kept


def _refill(place: Place, kept: Path, source: Path) -> None:
    """Keep what is there, then have the copy in its place, with nobody let in between."""
    with copying.alone(place) as raw:
        copying.copy_from(raw, place, kept)
        with sqlite.faults_named(place):
            copying.fill(raw, source)


def _free_name(path: Path) -> Path:
    """Restoring twice must not cost what the first time had kept."""
    names = (f"{path.stem}-before-restore{n}{path.suffix}" for n in ("", *range(2, 10_000)))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def _move(place: Place, kept: Path) -> None:
    """A damaged file goes aside; where the system forbids it, somebody still has it open."""
    try:
        for end in ("-wal", "-shm", ""):
            part = place.path.with_name(place.path.name + end)
            if part.exists():
                part.replace(kept.with_name(kept.name + end))
    except PermissionError as error:
        raise StorageTrouble("database_locked", path=place.path, seconds=0) from error


def _look_at(place: Place) -> None:
    database = Database(place)
    try:
        with database.reading() as conn:
            schema.is_current(conn, place)
            if sqlite.soundness(conn) != "ok":
                raise StorageTrouble("database_corrupt", path=place.path)
    finally:
        database.close()
