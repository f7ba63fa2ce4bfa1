"""The copy of a closed day: sound, named by its date, never worse than what it replaces."""

import shutil
import sqlite3
import threading
import time
from datetime import timedelta

import pytest

from branchfloor.domain import events as e
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.storage import copying, rebuild, sqlite
from branchfloor.storage.backup import backup, restore
from branchfloor.storage.day_copy import FOLDER_VARIABLE, copies_in, copy_last_day, folder_of
from branchfloor.storage.place import Place
from branchfloor.storage.store import AtOnce, Store
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def store(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def copied(store, **more):
    return copy_last_day(store.database.place, "b1", **more)


def close_day(store, at=TEN):
    return now(Floor(AtOnce(store), "t", at).close_day())


def names(store):
    return sorted(path.name for path in folder_of(store.database.place).iterdir())


def held(path):
    other = Store.open(f"file:{path}?mode=ro", parse=acts.parse)
    found = (other.state, other.head_hash)
    other.close()
    return found


def test_a_day_that_is_not_closed_is_not_copied(store):
    store.run(acts.issue, actor="t", now=TEN)
    assert copied(store) is None
    assert not folder_of(store.database.place).exists()


def test_a_closed_day_has_one_copy_with_all_of_it(store, tmp_path):
    acts.Day(store, 2).live(80)
    close_day(store, store.state.at)
    path = copied(store)
    assert path == tmp_path / "backups" / "b1-2026-11-24.db"
    assert names(store) == [path.name]
    assert held(path) == (store.state, store.head_hash)
    assert copied(store) is None


def test_a_day_closed_again_replaces_its_copy(store):
    close_day(store)
    first = copied(store)
    now(Floor(AtOnce(store), "t", TEN).open_counter("2"))
    assert copied(store) is None
    close_day(store)
    assert copied(store) == first
    assert held(first)[1] == store.head_hash
    assert len(names(store)) == 1


def test_a_forgotten_close_that_the_morning_made_up_is_copied(store):
    store.run(acts.issue, actor="t", now=TEN)
    morning = TEN + timedelta(days=1)
    now(Floor(AtOnce(store), "t", morning).issue(Wish("GT")))
    assert not store.state.day_closed
    assert copied(store).name == "b1-2026-11-24.db"
    assert copied(store) is None


def test_a_demo_keeps_no_copies(store):
    with store.database.writing() as conn:
        conn.exec_driver_sql("update branch set demo = 1")
    close_day(store)
    assert copied(store) is None


def live_days(store, n):
    for day in range(n):
        at = TEN + timedelta(days=day)
        now(Floor(AtOnce(store), "t", at).issue(Wish("GT")))
        close_day(store, at)
        copied(store, kept=3)


def test_only_the_newest_are_kept_and_nothing_else_is_touched(store, tmp_path):
    folder = folder_of(store.database.place)
    folder.mkdir()
    others = ["b1-mine.db", "other-2026-11-01.db", "b1-2026-13-01.db", "letter.txt"]
    for name in others:
        (folder / name).write_text("mine")
    live_days(store, 5)
    kept = [f"b1-2026-11-{day}.db" for day in (26, 27, 28)]
    assert names(store) == sorted([*others, *kept])
    assert [one.path.name for one in copies_in(folder, "b1")] == kept


def test_another_folder_can_be_named(store, tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "far" / "away"))
    close_day(store)
    assert copied(store) == tmp_path / "far" / "away" / "b1-2026-11-24.db"


def test_pieces_that_a_killed_process_left_are_no_copies_and_go_in_time(store, tmp_path):
    folder = folder_of(store.database.place)
    folder.mkdir()
    old, young = folder / "b1-2026-11-23.db.77-1.part", folder / "b1-2026-11-24.db.78-1.part"
    for piece in (old, young):
        piece.write_bytes(b"half")
    long_ago = time.time() - 7200
    import os

    os.utime(old, (long_ago, long_ago))
    close_day(store)
    copied(store)
    assert names(store) == ["b1-2026-11-24.db", young.name]
    assert [one.day for one in copies_in(folder, "b1")] == [acts.DAY]


def test_a_bad_copy_never_takes_the_place_of_a_good_one(store):
    close_day(store)
    good = copied(store)
    whole = good.read_bytes()
    now(Floor(AtOnce(store), "t", TEN).open_counter("2"))
    close_day(store)
    with store.database.writing() as conn:  # the log's head no longer is its last entry's
        conn.exec_driver_sql("update branch set head_hash = 'x'")
    with pytest.raises(StorageTrouble) as caught:
        copied(store)
    assert caught.value.code == "database_corrupt"
    assert good.read_bytes() == whole
    assert names(store) == [good.name]


def test_a_damaged_page_is_found_before_the_copy_has_its_name(store, tmp_path):
    acts.Day(store, 1).live(200)
    place = store.database.place
    store.database.cut_off_log()
    raw = bytearray(place.path.read_bytes())
    raw[4096 * 6 : 4096 * 7] = b"\xff" * 4096
    place.path.write_bytes(raw)
    target = tmp_path / "copy.db"
    target.write_bytes(b"good")
    with pytest.raises(StorageTrouble) as caught:
        backup(place.path, target)
    assert caught.value.code == "database_corrupt"
    assert target.read_bytes() == b"good"
    assert not list(tmp_path.glob("*.part*"))


def test_a_damaged_copy_is_made_anew(store):
    close_day(store)
    path = copied(store)
    path.write_bytes(path.read_bytes()[:5000])
    assert copied(store) == path
    assert held(path)[1] == store.head_hash


def test_the_copy_of_a_day_that_was_given_up_stays(store, tmp_path):
    backup(store.database.place.path, tmp_path / "morning.db")
    store.run(acts.issue, actor="t", now=TEN)
    close_day(store)
    first = copied(store)
    store.close()
    restore(tmp_path / "morning.db", store.database.place.path)
    again = Store.open(store.database.place.path, parse=acts.parse)
    close_day(again)
    second = copied(again)
    assert second.name == "b1-2026-11-24-2.db"
    assert held(second)[1] == again.head_hash != held(first)[1]
    again.close()


def test_a_place_that_cannot_be_written_is_told_and_the_day_stays_closed(store, tmp_path):
    close_day(store)
    folder_of(store.database.place).write_text("a file, no folder")
    with pytest.raises(StorageTrouble) as caught:
        copied(store)
    assert caught.value.code == "copy_failed"
    assert store.catch_up().day_closed


def test_a_full_disk_is_told_as_such(store, monkeypatch):
    close_day(store)
    connect = sqlite3.connect

    def small_disk(name, *args, **more):
        raw = connect(name, *args, **more)
        if str(name).endswith(".part"):
            raw.execute("PRAGMA max_page_count = 10")
        return raw

    monkeypatch.setattr(copying.sqlite3, "connect", small_disk)
    with pytest.raises(StorageTrouble) as caught:
        copied(store)
    assert caught.value.code == "copy_full"
    assert names(store) == []
    monkeypatch.undo()
    assert copied(store) is not None


def grow(store, mb):
    """Rows enough for a large file."""
    store.run(lambda work: work.append(e.CounterPaused("1", "break")), actor="t", now=TEN)
    with store.database.writing() as conn:
        conn.exec_driver_sql("create table ballast (id integer primary key, body text)")
        conn.exec_driver_sql(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)"
            " insert into ballast select i, hex(randomblob(2000)) from n",
            (mb * 250,),
        )


@pytest.mark.slow
def test_copying_keeps_nobody_from_writing(store):
    grow(store, 50)
    close_day(store)
    assert store.database.place.path.stat().st_size > 50_000_000
    thread = threading.Thread(target=copied, args=(store,))
    waits, commits = [], []
    raw = sqlite.raw_connection(store.database.place)
    thread.start()
    while thread.is_alive():
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")  # raises at once when the lock is held
        waits.append(time.perf_counter() - began)
        raw.rollback()
        began = time.perf_counter()
        store.run(acts.issue, actor="t", now=TEN)
        commits.append(time.perf_counter() - began)
    raw.close()
    print(f"lock {1e3 * max(waits):.2f} ms, commit {1e3 * sorted(commits)[len(commits) // 2]:.2f}")
    assert len(commits) > 20
    assert sorted(waits)[len(waits) * 9 // 10] < 0.005
    (path,) = folder_of(store.database.place).iterdir()
    found, _ = held(path)
    assert found.day_closed
    assert rebuild.check(store).sound
    shutil.rmtree(path.parent)


def test_a_file_beside_an_older_copy_is_not_read_into_the_new_one(store, tmp_path):
    target = tmp_path / "copy.db"
    backup(store.database.place.path, target)
    other = Store.open(target, parse=acts.parse)
    other.run(acts.issue, actor="t", now=TEN)
    log = target.with_name("copy.db-wal").read_bytes()
    other.close()
    target.with_name("copy.db-wal").write_bytes(log)  # as a killed process leaves it
    backup(Place.of(store.database.place.path).path, target)
    assert held(target) == (store.state, store.head_hash)
