"""The copy that is made when a business date is closed, and the folder that keeps the newest."""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.events import DayClosed
from branchfloor.domain.log import event_of

from . import copying, sqlite
from .place import Place

KEPT = 14
"""How many copies of a branch are kept, the newest."""

FOLDER_VARIABLE = "BRANCHFLOOR_BACKUPS"
"""Names another folder than `backups` beside the database."""

_FORGOTTEN_S = 3600.0
"""A piece this old belongs to no process that is still copying."""

_NAMES_A_DAY = 100


@dataclass(frozen=True, slots=True)
class Close:
    """A closed business date: the entry that closed it last, and its hash."""

    branch: str
    day: date
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class DayCopy:
    """A copy in the folder: the last business date that was closed in it."""

    path: Path
    day: date
    no: int

    @property
    def made_at_s(self) -> float:
        """When it was made, in seconds since 1970."""
        return self.path.stat().st_mtime


def folder_of(place: Place) -> Path:
    """Where copies of a database go."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else place.path.with_name("backups")


def copies_in(folder: Path, branch: str) -> list[DayCopy]:
    """The copies of a branch, oldest date first; pieces and other files are none."""
    shape = re.compile(rf"{re.escape(_safe(branch))}-(\d{{4}}-\d\d-\d\d)(?:-(\d+))?\.db")
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        named = shape.fullmatch(path.name)
        if named is not None:
            with suppress(ValueError):
                found.append(DayCopy(path, date.fromisoformat(named[1]), int(named[2] or 1)))
    return sorted(found, key=lambda one: (one.day, one.no))


def copy_last_day(place: Place, branch: str, kept: int = KEPT) -> Path | None:
    """Copy the branch after its last close, unless a copy already holds that.

    Only the newest `kept` copies stay, and older ones go only once the new one is sound. Nothing
    is copied of a demo, nor before the first close. StorageTrouble when it cannot be done;
    what is in the folder then stays as it is.
    """
    with sqlite.faults_named(place), closing(_reader(place)) as raw:
        last = None if _is_demo(raw, branch) else _last_close(raw, branch)
        if last is None:
            return None
        folder = folder_of(place)
        copies = copies_in(folder, branch)
        if any(_holds(copy.path, last) for copy in copies if copy.day == last.day):
            return None
        target = _name_for(raw, folder, last)
        _make_folder(folder)
        copying.copy(place, target)
    _prune(folder, branch, kept)
    return target


def is_whole(path: Path) -> bool:
    """Whether a copy can be read, is whole in itself and holds a log to its end."""
    try:
        return copying.is_sound(path)
    except sqlite3.Error:
        return False


def _reader(place: Place) -> sqlite3.Connection:
    return sqlite.raw_connection(Place(place.path, read_only=True))


def _is_demo(raw: sqlite3.Connection, branch: str) -> bool:
    found = raw.execute("SELECT demo FROM branch WHERE id = ?", (branch,)).fetchone()
    return found is None or bool(found[0])


def _last_close(raw: sqlite3.Connection, branch: str) -> Close | None:
    """Read from the end of the log: a close is never more than a day or two back."""
    found = raw.execute(
        "SELECT seq, body, hash FROM event WHERE branch = ? AND kind = ? ORDER BY seq DESC LIMIT 1",
        (branch, DayClosed.__name__),
    ).fetchone()
    if found is None:
        return None
    event = event_of(DayClosed.__name__, found[1])
    return Close(branch, event.day, found[0], found[2]) if isinstance(event, DayClosed) else None


def _holds(path: Path, close: Close) -> bool:
    """Whether a copy can be read and holds that close."""
    with suppress(sqlite3.Error), closing(copying.looked_at(path)) as raw:
        return _hash_at(raw, close.branch, close.seq) == close.hash
    return False


def _hash_at(raw: sqlite3.Connection, branch: str, seq: int) -> str | None:
    wanted = "SELECT hash FROM event WHERE branch = ? AND seq = ?"
    found = raw.execute(wanted, (branch, seq)).fetchone()
    return str(found[0]) if found else None


def _name_for(raw: sqlite3.Connection, folder: Path, close: Close) -> Path:
    """A name that is free, or has a copy of which this branch's log is the continuation.

    After a restore a day may be lived twice; the copy of its first life stays.
    """
    for path in _names(folder, close):
        if not path.exists() or _is_earlier(raw, path, close.branch):
            return path
    raise StorageTrouble("copy_failed", path=folder, why="too many copies of one day")


def _names(folder: Path, close: Close) -> Iterator[Path]:
    stem = f"{_safe(close.branch)}-{close.day.isoformat()}"
    yield folder / f"{stem}.db"
    for no in range(2, _NAMES_A_DAY):
        yield folder / f"{stem}-{no}.db"


def _is_earlier(raw: sqlite3.Connection, path: Path, branch: str) -> bool:
    """Whether all a copy holds is in the log too; so is nothing, which is all a bad one holds."""
    try:
        with closing(copying.looked_at(path)) as copied:
            found = copying.heads(copied)
    except sqlite3.Error:
        return True
    own = [head for head in found if head.branch == branch and head.seq]
    return all(_hash_at(raw, branch, head.seq) == head.hash for head in own)


def _safe(branch: str) -> str:
    return re.sub(r"[^\w.-]", "_", branch)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StorageTrouble("copy_failed", path=folder, why=why) from error


def _prune(folder: Path, branch: str, kept: int) -> None:
    """Old copies go, and pieces that a killed process left. What cannot be removed stays."""
    now_s = time.time()
    for copy in copies_in(folder, branch)[:-kept]:
        with suppress(OSError):
            copy.path.unlink()
    for part in folder.glob(f"{_safe(branch)}-*.part*"):
        with suppress(OSError):
            if now_s - part.stat().st_mtime > _FORGOTTEN_S:
                part.unlink()
