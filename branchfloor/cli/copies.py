"""Copies of a branch's database: made while it is in use, put back only when it is not."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from branchfloor.domain.clock import to_iso
from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.phrasing import Phrases

from .printing import answer_value, error_value, print_json

if TYPE_CHECKING:
    from branchfloor.floor.answers import DayNow
    from branchfloor.storage.place import Place
    from branchfloor.storage.store import Store

    from .session import Session

_UNREADABLE = frozenset({"database_corrupt", "database_empty"})


@dataclass(frozen=True, slots=True)
class Held:
    """What a database file holds: its branch, entries of its log, the last one's moment.

    `entries` is None for a file of an older version, which is known only once it is opened.
    `founded` is the hash its log begins with: two branches of one preset are not the same branch.
    """

    path: Path
    branch: str = ""
    entries: int | None = None
    last: datetime | None = None
    kept: Path | None = None
    founded: str = ""

    def value(self) -> dict[str, Any]:
        """The JSON object of it."""
        return {
            "file": str(self.path),
            "branch": self.branch,
            "entries": self.entries,
            "last": to_iso(self.last) if self.last else None,
            "kept": str(self.kept) if self.kept else None,
        }


def say(args: argparse.Namespace, code: str, held: Held) -> int:
    """Print what was done; 0."""
    from .main import language

    if args.json:
        print_json(held.value())
        return 0
    phrases = Phrases.load(language(args))
    values = {"path": held.path, "n": held.entries, "last": _shown(held.last)}
    print(phrases.say(f"report.{code}", **values))
    if held.kept is not None:
        print(phrases.say("report.kept", path=held.kept))
    return 0


def _shown(moment: datetime | None) -> str | None:
    """A moment on this PC's clock, as people read it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S}" if moment else None


def copy_day(store: "Store") -> Path | StorageTrouble | None:
    """The copy of a day that was just closed; the trouble when there is none, for it to be told.
    None of a demo, and where another process has made it already.
    """
    from branchfloor.storage.day_copy import copy_last_day

    try:
        return copy_last_day(store.database.place, store.state.branch)
    except StorageTrouble as trouble:
        return trouble


def say_day(s: "Session", answer: "DayNow", copied: Path | StorageTrouble | None) -> None:
    """Print that the day is closed, and what became of its copy."""
    if s.as_json:
        value = answer_value(answer, s.phrases)
        failed = isinstance(copied, StorageTrouble)
        value["copy"] = None if failed or copied is None else str(copied)
        if isinstance(copied, StorageTrouble):
            value |= {"copy_error": error_value(copied, s.phrases)["error"]}
        print_json(value)
        return
    s.print(answer)
    if isinstance(copied, StorageTrouble):
        print(s.phrases.tell(copied), file=sys.stderr)
    elif copied is not None:
        print(s.phrases.say("report.day_copied", path=copied))


def back_up(database: str | None, target: Path) -> Held:
    """Copy the branch to a file; an older copy of that name is replaced, another file is not."""
    from branchfloor.storage.backup import backup
    from branchfloor.storage.place import Place

    place = Place.of(database)
    if target.is_dir():
        raise Refused("report.is_a_folder", path=target)
    if not target.absolute().parent.is_dir():
        raise Refused("report.no_folder", path=target.absolute().parent)
    _must_differ(target, place)
    with _nothing_beside(target):
        if target.exists():
            _must_be_a_copy(target)
        backup(database, target)
        return held_in(target)


def put_back(source: Path, database: str | None, *, discard_newer: bool) -> Held:
    """Restore a copy. Refused while any process has the branch open, over another branch, and
    over entries that the copy lacks unless those are to be given up.
    """
    from branchfloor.storage.backup import restore
    from branchfloor.storage.place import Place

    place = Place.of(database)
    _must_differ(source, place)
    with _nothing_beside(source):
        copy = held_in(source)
        if place.path.exists():
            _may_replace(copy, place, discard_newer=discard_newer)
        try:
            kept = restore(source, database)
        except StorageTrouble as trouble:
            if trouble.code != "database_locked":
                raise
            raise Refused("report.in_use") from trouble
    return replace(held_in(place.path), path=source, kept=kept)


@contextmanager
def _nothing_beside(copy: Path) -> Iterator[None]:
    """Whoever looks into a copy leaves no helper files of the database engine beside it."""
    beside = [copy.with_name(copy.name + end) for end in ("-wal", "-shm")]
    new = [one for one in beside if not one.exists()]
    try:
        yield
    finally:
        for one in new:
            one.unlink(missing_ok=True)


def held_in(path: Path) -> Held:
    """Look into a database file without writing to it; StorageTrouble names that file."""
    from branchfloor.storage.database import Database
    from branchfloor.storage.load import load
    from branchfloor.storage.place import Place
    from branchfloor.storage.reading import first_hash
    from branchfloor.storage.schema import is_current
    from branchfloor.storage.store import held_branches

    place = Place(path, read_only=True)
    db = Database(place)
    try:
        with db.reading() as conn:
            current = is_current(conn, place)
        branches = held_branches(place.uri())
        if not branches or not current:
            return Held(path, branches[0].id if branches else "")
        with db.reading() as conn:
            found = load(conn, branches[0].id)
            founded = first_hash(conn, branches[0].id)
    finally:
        db.close()
    if found is None:
        return Held(path, branches[0].id)
    return Held(path, branches[0].id, found.state.seq, found.state.at, founded=founded)


def _must_differ(path: Path, place: "Place") -> None:
    both = path.exists() and place.path.exists()
    if path.absolute() == place.path.absolute() or (both and path.samefile(place.path)):
        raise Refused("report.onto_itself", path=path)


def _must_be_a_copy(target: Path) -> None:
    try:
        held_in(target)
    except StorageTrouble as trouble:
        if trouble.code in _UNREADABLE:
            raise Refused("report.not_a_copy", path=target) from trouble
        raise


def _may_replace(copy: Held, place: "Place", *, discard_newer: bool) -> None:
    try:
        there = held_in(place.path)
    except StorageTrouble as trouble:
        if trouble.code in _UNREADABLE:
            return
        raise
    if there.branch and there.branch != copy.branch:
        raise Refused("other_branch", name=there.branch)
    if there.founded and copy.founded and there.founded != copy.founded:
        raise Refused("report.other_founding", path=copy.path)
    newer = (there.entries or 0) - (copy.entries or 0)
    if newer > 0 and not discard_newer:
        raise Refused("report.would_lose", last=_shown(there.last), n=newer)
