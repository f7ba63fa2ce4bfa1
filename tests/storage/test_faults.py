"""Each fault of a database has its code and sentence, loses nothing, and can be got over."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.storage import rebuild, sqlite
from branchfloor.storage.place import Place
from branchfloor.storage.store import BranchRow, Store, held_branches
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "floor.db"


@pytest.fixture
def store(path: Path):
    store = acts.a_store(path)
    yield store
    store.close()


def trouble(act) -> str:
    """The code of the trouble an act runs into; every language has its sentence."""
    with pytest.raises(StorageTrouble) as caught:
        act()
    for language in LANGUAGES:
        assert str(caught.value.values["path"]) in Phrases.load(language).tell(caught.value)
    return caught.value.code


def opening(where: Path | str):
    def act() -> None:
        Store.open(where, parse=acts.parse).close()

    return act


def test_no_file(path):
    assert trouble(opening(path)) == "database_missing"
    assert not path.exists()
    assert held_branches(path) == []


def test_no_database_server_is_known_yet():
    with pytest.raises(StorageTrouble) as caught:
        Place.of("postgresql://somewhere/floor")
    assert caught.value.code == "database_unsupported"


def test_an_empty_file_holds_no_branch(path):
    path.touch()
    assert trouble(opening(path)) == "database_empty"
    assert held_branches(path) == []


def test_a_database_of_something_else_holds_no_branch(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipe (title)")
    other.close()
    assert trouble(opening(path)) == "database_empty"


def test_tables_without_a_branch_hold_none(store, path):
    with store.database.writing() as conn:
        conn.exec_driver_sql("DELETE FROM branch")
    assert trouble(opening(path)) == "database_empty"


def test_a_branch_that_is_not_there(store, path):
    assert trouble(lambda: Store.open(path, parse=acts.parse, branch="b2")) == "database_empty"


def test_no_second_branch_is_made_beside_a_first(store, path):
    with pytest.raises(Refused) as caught:
        Store.create(path, BranchRow("b2", "Other"), parse=acts.parse, at=TEN)
    assert caught.value.code == "other_branch"
    assert held_branches(path) == [BranchRow("b1", "Test Branch", demo=False)]


def test_a_file_that_is_no_database(path):
    path.write_bytes(b"no database at all, but long enough to be one " * 100)
    assert trouble(opening(path)) == "database_corrupt"


def test_a_damaged_page(store, path):
    acts.Day(store, 1).live(60)
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert trouble(opening(path)) == "database_corrupt"


def test_a_newer_database_is_refused_rather_than_guessed_at(store, path):
    with store.database.writing() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert trouble(opening(path)) == "database_newer"


def test_a_read_only_database_shows_the_floor_but_takes_no_command(store, path):
    store.run(acts.issue, actor="t", now=TEN)
    looker = Store.open(f"file:{path}?mode=ro", parse=acts.parse)
    assert looker.state == store.state
    assert trouble(lambda: looker.run(acts.issue, actor="t", now=TEN)) == "database_readonly"
    store.run(acts.issue, actor="t", now=TEN)
    assert looker.catch_up() == store.state
    looker.close()


def test_a_folder_that_cannot_be_opened_as_a_file(tmp_path):
    (tmp_path / "folder.db").mkdir()
    assert trouble(opening(tmp_path / "folder.db")) == "database_readonly"


def test_a_full_disk_loses_nothing_and_is_got_over(store, path):
    numbers = [store.run(acts.issue, actor="t", now=TEN)]
    with store.database.writing() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

    def until_full() -> None:
        while True:
            numbers.append(store.run(acts.issue, actor="t", now=TEN))

    assert trouble(until_full) == "database_full"
    assert len(store.state.visits) == len(numbers)
    other = acts.reopened(store)
    assert other.state == store.state
    assert rebuild.check(other).sound
    other.close()
    with store.database.reading() as conn:
        assert conn.exec_driver_sql("PRAGMA quick_check").scalar_one() == "ok"
    with store.database.writing() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count = 100000")
    assert store.run(acts.issue, actor="t", now=TEN) == f"A{len(numbers) + 1:03d}"


def test_a_lock_that_never_ends_is_given_up_and_got_over(store, path, monkeypatch):
    monkeypatch.setattr(sqlite, "LOCK_WAIT_S", 0.05)
    other = sqlite.raw_connection(Place(path))
    other.execute("BEGIN IMMEDIATE")
    assert trouble(lambda: store.run(acts.issue, actor="t", now=TEN)) == "database_locked"
    other.execute("ROLLBACK")
    other.close()
    assert store.run(acts.issue, actor="t", now=TEN) == "A001"


def test_a_lock_that_ends_is_waited_for(store, path):
    other = sqlite.raw_connection(Place(path))
    other.execute("BEGIN IMMEDIATE")
    waiting, done = threading.Event(), []

    def command() -> None:
        late = acts.reopened(store)
        waiting.set()
        done.append(late.run(acts.issue, actor="t", now=TEN))
        late.close()

    thread = threading.Thread(target=command)
    thread.start()
    waiting.wait()
    assert not done
    other.execute("ROLLBACK")
    other.close()
    thread.join()
    assert done == ["A001"]


def test_a_reader_waits_while_the_file_is_held_alone(store, path, monkeypatch):
    monkeypatch.setattr(sqlite, "LOCK_WAIT_S", 0.05)
    store.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    assert trouble(opening(path)) == "database_locked"
    other.execute("ROLLBACK")
    other.close()
    opening(path)()


def test_a_mistake_of_our_own_is_not_called_trouble(store):
    with pytest.raises(DBAPIError), store.database.writing() as conn:
        conn.exec_driver_sql("SELECT nonsense")
    assert sqlite.trouble_of(ValueError(), Place(Path("x"))) is None


def test_a_moment_that_cannot_be_begun_leaves_no_transaction_behind(path):
    path.write_bytes(b"no database at all, but long enough to be one " * 100)
    raw = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite.begin_read(raw)
    assert not raw.in_transaction
    raw.close()
