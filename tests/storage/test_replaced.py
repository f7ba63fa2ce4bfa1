"""A database put in the place of another is followed at once; nothing goes to the old file."""

import asyncio
import sqlite3
from datetime import UTC, datetime

import pytest

from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.errors import StorageTrouble
from branchfloor.storage import rebuild
from branchfloor.storage.backup import backup, restore
from branchfloor.storage.feed import Feed
from branchfloor.storage.store import Store
from branchfloor.storage.writer import SqliteWriter
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def path(tmp_path):
    return tmp_path / "floor.db"


@pytest.fixture
def store(path):
    store = acts.a_store(path)
    yield store
    store.close()


@pytest.fixture
def morning(store, path, tmp_path):
    """A copy of when only A001 was issued; A002 and A003 have been since."""
    store.run(acts.issue, actor="t", now=TEN)
    backup(path, tmp_path / "morning.db")
    store.run(acts.issue, actor="t", now=TEN)
    store.run(acts.issue, actor="t", now=TEN)
    return tmp_path / "morning.db"


def replace(path, copy):
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    copy.replace(path)


def test_a_command_goes_to_the_file_that_is_there_now(store, path, morning):
    replace(path, morning)
    assert store.run(acts.issue, actor="t", now=TEN) == "A002"
    fresh = acts.reopened(store)
    assert fresh.state == store.state
    assert rebuild.check(fresh).sound
    fresh.close()


def test_a_screen_reads_what_is_there_now(store, path, morning):
    store.play(PlayedClock(TEN, datetime.now(UTC), 60.0))
    replace(path, morning)
    assert store.catch_up().serials == {"A": 1}
    assert not isinstance(store.clock, PlayedClock)


def test_a_file_that_is_gone_is_told_and_its_return_is_noticed(store, path, morning):
    away = path.with_name("away.db")
    store.database.cut_off_log()
    path.replace(away)
    with pytest.raises(StorageTrouble) as caught:
        store.run(acts.issue, actor="t", now=TEN)
    assert caught.value.code == "database_missing"
    with pytest.raises(StorageTrouble):
        store.catch_up()
    away.replace(path)
    assert store.run(acts.issue, actor="t", now=TEN) == "A004"


def test_another_branch_in_its_place_is_no_floor_of_ours(store, path, tmp_path):
    other = acts.a_store(tmp_path / "other.db")
    with other.database.writing() as conn:
        for table in ("branch", "event"):
            column = "id" if table == "branch" else "branch"
            conn.exec_driver_sql(f"update {table} set {column} = 'elsewhere'")
    other.close()
    replace(path, tmp_path / "other.db")
    with pytest.raises(StorageTrouble) as caught:
        store.catch_up()
    assert caught.value.code == "database_empty"


def test_an_older_log_in_the_same_file_is_followed(store, path, morning):
    """As another program's restore writes it, with screens open."""
    copy = sqlite3.connect(morning)
    raw = sqlite3.connect(path)
    copy.backup(raw)
    raw.close()
    copy.close()
    assert store.run(acts.issue, actor="t", now=TEN) == "A002"
    assert rebuild.check(store).sound


def test_another_log_of_the_same_length_is_noticed(store, path, morning):
    other = Store.open(morning, parse=acts.parse)
    other.run(acts.issue, actor="x", now=TEN)
    other.run(acts.issue, actor="x", now=TEN)
    other.close()
    raw, copy = sqlite3.connect(path), sqlite3.connect(morning)
    copy.backup(raw)
    raw.close()
    copy.close()
    before = store.head_hash
    store.catch_up()
    assert store.head_hash != before
    assert rebuild.check(store).sound


class Heard:
    """What a feed delivers, and a way to wait for it."""

    def __init__(self):
        self.got, self._new = [], asyncio.Event()

    def __call__(self, item):
        self.got.append(item)
        self._new.set()

    async def until(self, wanted):
        async with asyncio.timeout(10):
            while not (self.got and wanted(self.got[-1])):
                self._new.clear()
                await self._new.wait()


@pytest.mark.parametrize("bell", [True, False])
async def test_a_screen_is_told_within_a_poll(store, path, morning, bell):
    store.close()
    writer = await SqliteWriter.open(path, parse=acts.parse)
    states, troubles = Heard(), Heard()
    feed = Feed(writer, states, troubles, bell=bell)
    await feed.start()
    await states.until(lambda state: state.serials == {"A": 3})
    replace(path, morning)
    await states.until(lambda state: state.serials == {"A": 1})
    other = Store.open(path, parse=acts.parse)
    other.run(acts.issue, actor="t", now=TEN)
    await states.until(lambda state: state.serials == {"A": 2})
    other.database.cut_off_log()
    other.close()
    away = path.with_name("away.db")
    path.replace(away)
    await troubles.until(lambda trouble: trouble is not None)
    assert troubles.got[-1].code == "database_missing"
    away.replace(path)
    await troubles.until(lambda trouble: trouble is None)
    await feed.stop()
    await writer.close()


def test_nothing_is_restored_while_any_process_has_the_branch_open(store, path, morning):
    idle = acts.reopened(store)
    store.close()
    whole = path.read_bytes()
    with pytest.raises(StorageTrouble) as caught:
        restore(morning, path)
    assert caught.value.code == "database_locked"
    assert path.read_bytes() == whole
    assert not list(path.parent.glob("*before-restore*"))
    idle.close()
    assert restore(morning, path).exists()
    again = Store.open(path, parse=acts.parse)
    assert again.state.serials == {"A": 1}
    again.close()
