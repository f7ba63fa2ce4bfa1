"""Killed at any moment of a close, a copy, an upgrade or a restore: nothing lost, nothing half."""

import gzip
import shutil
import sqlite3
import time
from random import Random

import pytest

from branchfloor.domain import events as e
from branchfloor.storage import copying, rebuild, schema
from branchfloor.storage.backup import backup, restore
from branchfloor.storage.day_copy import copies_in, copy_last_day, folder_of, is_whole
from branchfloor.storage.place import Place
from branchfloor.storage.reading import entries
from branchfloor.storage.store import Store
from tests.storage import acts, dying, racing
from tests.storage.test_upgrade import ENDS_IN, FIRST

pytestmark = pytest.mark.untraced  # evenings, copies and upgrades have tests of their own

MOST = 40
"""How many moments of each are died at."""


@pytest.fixture
def tell(tmp_path):
    return tmp_path / "tell"


@pytest.fixture
def acks(tmp_path):
    return tmp_path / "acks"


def fresh(tmp_path, name, made):
    """A folder of its own for each death, with a copy of a database made before."""
    folder = tmp_path / name
    folder.mkdir()
    shutil.copy(made, folder / "floor.db")
    return folder / "floor.db"


@pytest.fixture
def base(tmp_path):
    """A day with customers in every state, in one file."""
    store = acts.a_store(tmp_path / "base.db")
    acts.Day(store, 6).live(90)
    store.database.cut_off_log()
    store.close()
    return tmp_path / "base.db"


def said(acks, word):
    return [line.split()[1] for line in racing.acknowledged(acks) if line.startswith(word)]


def is_intact(path):
    with_raw = sqlite3.connect(path)
    found = with_raw.execute("PRAGMA integrity_check").fetchone()
    with_raw.close()
    return found == ("ok",)


def head(path):
    raw = sqlite3.connect(path)
    found = raw.execute("select head_seq, head_hash from branch").fetchone()
    raw.close()
    return found


def must_be_whole(path, acks, since):
    """Everything acknowledged is there, the log goes on from what was before, rows are its own."""
    store = Store.open(path, parse=acts.parse)
    log = list(entries(store))
    numbers = {x.event.number for x in log if isinstance(x.event, e.TicketIssued)}
    assert set(said(acks, "issued")) <= numbers
    for seq in map(int, said(acks, "closed")):
        assert isinstance(log[seq - 1].event, e.DayClosed)
    with store.database.reading() as conn:
        asked = "select hash from event where seq = ?"
        assert conn.exec_driver_sql(asked, (since[0],)).scalar_one() == since[1]
    assert rebuild.check(store).sound
    assert is_intact(path)
    return store


def must_hold_no_half_copy(path, acks):
    found = copies_in(folder_of(Place(path)), "b1")
    assert all(is_whole(one.path) for one in found)
    assert len(found) <= 1
    copied = [int(seq) for seq in said(acks, "copied")]
    if copied:
        assert head(found[0].path)[0] >= max(copied)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_evening_that_dies_at_any_moment(tmp_path, base, tell):
    since = head(base)
    path, acks = fresh(tmp_path, "whole", base), tmp_path / "whole" / "acks"
    assert not dying.run(dying.NEVER, tell, dying.evening, path, acks)
    closed = copied = 0
    for n in dying.deaths(tell, MOST):
        path = fresh(tmp_path, f"n{n}", base)
        acks = path.parent / "acks"
        assert dying.run(n, tell, dying.evening, path, acks)
        store = must_be_whole(path, acks, since)
        must_hold_no_half_copy(path, acks)
        closed += store.state.day_closed
        copied += bool(said(acks, "copied"))
        store.close()
        dying.evening(path, acks, tickets=0)
        must_be_whole(path, acks, since).close()
        must_hold_no_half_copy(path, acks)
        (copy,) = copies_in(folder_of(Place(path)), "b1")
        assert head(copy.path) == head(path)
    assert closed > 5 > copied  # deaths came before and after the close, few after the copy


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_upgrade_that_dies_at_any_moment(tmp_path, tell):
    base = tmp_path / "first.db"
    base.write_bytes(gzip.decompress(FIRST.read_bytes()))
    assert not dying.run(dying.NEVER, tell, dying.opens, fresh(tmp_path, "whole", base))
    versions = []
    for n in dying.deaths(tell, MOST):
        path = fresh(tmp_path, f"n{n}", base)
        assert dying.run(n, tell, dying.opens, path)
        raw = sqlite3.connect(path)
        (version,) = raw.execute("select version_num from alembic_version").fetchone()
        names = {name for (name,) in raw.execute("select name from sqlite_master")}
        raw.close()
        versions.append(version)
        assert ("hall" in names) == (version != "0001")
        assert not {"leg_0001", "promise_0002"} & names
        assert is_intact(path)
        copy = path.with_name("floor-before-0001.db")
        assert is_whole(copy) if copy.exists() else version == "0001"
        store = Store.open(path, parse=acts.parse)
        assert (store.state.seq, store.head_hash) == ENDS_IN
        assert rebuild.check(store).sound
        store.close()
        assert is_whole(copy)
    assert set(versions) == {"0001", schema.HEAD}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_restore_that_dies_at_any_moment(tmp_path, base, tell):
    copy = tmp_path / "copy.db"
    backup(base, copy)
    store = Store.open(base, parse=acts.parse)
    acts.Day(store, 8).live(30)
    store.database.cut_off_log()
    store.close()
    old, new = head(base), head(copy)
    path = fresh(tmp_path, "whole", base)
    assert not dying.run(dying.NEVER, tell, dying.puts_back, copy, path)
    assert head(path) == new != old
    ends = set()
    for n in dying.deaths(tell, MOST):
        path = fresh(tmp_path, f"n{n}", base)
        assert dying.run(n, tell, dying.puts_back, copy, path)
        assert is_intact(path)
        ends.add(head(path))
        kept = list(path.parent.glob("floor-before-restore*.db"))
        assert all(is_whole(one) and head(one) == old for one in kept)
        assert head(path) == old or kept
        restore(copy, path)
        store = Store.open(path, parse=acts.parse)
        assert (store.state.seq, store.head_hash) == new
        assert rebuild.check(store).sound
        store.close()
    assert ends == {old, new}


def kill_after(chance, acks, workers, least):
    """Wait for some news, then a random moment more, and kill."""
    deadline = time.monotonic() + 60
    while len(racing.acknowledged(acks)) < least and time.monotonic() < deadline:
        assert all(one.exitcode is None for one in workers), "a worker died by itself"
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.06))
    for one in workers:
        one.kill()
    for one in workers:
        one.join()
        one.close()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_evenings_beside_customers_killed_at_random(tmp_path, base, acks):
    since, chance = head(base), Random(3)
    path = fresh(tmp_path, "random", base)
    for _ in range(15):
        least = len(racing.acknowledged(acks)) + chance.randint(2, 12)
        works = (dying.evenings, dying.customers)
        workers = [racing.start(work, path, acks, 0) for work in works]
        kill_after(chance, acks, workers, least)
        must_be_whole(path, acks, since).close()
        must_hold_no_half_copy(path, acks)
    assert said(acks, "copied")
    assert len(said(acks, "issued")) == len(set(said(acks, "issued"))) > 40
    copy_last_day(Place(path), "b1")
    (copy,) = copies_in(folder_of(Place(path)), "b1")
    last = head(path)
    lost = tmp_path / "lost.db"
    restore(copy.path, lost)
    store = Store.open(lost, parse=acts.parse)
    assert rebuild.check(store).sound
    assert store.state.seq <= last[0]
    store.close()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_copy_that_is_watched_and_killed_while_it_grows(tmp_path, base):
    """Death by the size of the piece: the name always has a whole copy, or none."""
    path = fresh(tmp_path, "grows", base)
    raw = sqlite3.connect(path)
    raw.execute(
        "create table ballast as with recursive n(i) as (select 1 union all"
        " select i + 1 from n where i < 6000) select i, hex(randomblob(1000)) b from n"
    )
    raw.commit()
    raw.close()
    target, chance = path.with_name("copy.db"), Random(4)
    size, seen = path.stat().st_size, []
    for _ in range(12):
        worker = racing.start(dying.copies, path, path, target)
        enough, reached = chance.uniform(0, size), 0
        deadline = time.monotonic() + 30
        while reached < enough and time.monotonic() < deadline:
            reached = max((p.stat().st_size for p in parts(path)), default=0)
        worker.kill()
        worker.join()
        worker.close()
        seen += [p.stat().st_size for p in parts(path) if p.suffix == ".part"]
        if target.exists():
            assert copying.is_sound(target)
            assert head(target) == head(path)
        for piece in parts(path):
            piece.unlink(missing_ok=True)
    assert any(0 < found < size for found in seen)  # some died in the middle


def parts(path):
    found = []
    for one in path.parent.glob("*.part*"):
        try:
            one.stat()
        except FileNotFoundError:
            continue
        found.append(one)
    return found


def test_the_worker_that_counts_dies_where_it_is_told(tmp_path, base, tell):
    acks = {n: tmp_path / f"acks{n}" for n in ("first", "last", "never")}
    path = fresh(tmp_path, "never", base)
    assert not dying.run(dying.NEVER, tell, dying.evening, path, acks["never"])
    whole = int(tell.read_text())
    assert len(racing.acknowledged(acks["never"])) == 5
    for n, name in ((1, "first"), (whole, "last")):
        assert dying.run(n, tell, dying.evening, fresh(tmp_path, name, base), acks[name])
    assert racing.acknowledged(acks["first"]) == []
    assert said(acks["last"], "closed")
    assert int(tell.read_text()) == whole > 60
    assert not dying.run(whole + 1, tell, dying.evening, fresh(tmp_path, "on", base), acks["last"])
