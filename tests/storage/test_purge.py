"""What is purged is gone from every byte; the log holds together as before."""

from datetime import timedelta

import pytest

from branchfloor.domain.work import Answered, Particulars
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.storage import rebuild
from branchfloor.storage.purge import Purged, purge
from branchfloor.storage.store import AtOnce
from tests.builders import TEN
from tests.storage import acts

WEDNESDAY = acts.DAY + timedelta(days=1)
PLANTED = ("Zhuang Wen", "13800138000", "pacemaker", "庄文")


@pytest.fixture
def store(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def bytes_of(store):
    path = store.database.place.path
    beside = (path.with_name(path.name + end) for end in ("", "-wal"))
    return b"".join(one.read_bytes() for one in beside if one.exists())


def found_in(store, words=PLANTED):
    whole = bytes_of(store)
    return [word for word in words if word.encode() in whole]


def plant(store, n=150, at=TEN):
    """Many rows of different length, so that pages split, move and fill up."""
    for i in range(n):
        name = "Zhuang Wen" if i % 2 else "庄文"
        body = {"text": f"{name} 13800138000 {'pacemaker ' * (i % 40)}"}
        row = Particulars(f"p{at.day}-{i:05d}-{hash((i, 7)) % 997:03d}", "note", body)
        kept = Answered("issue", "h", {"ticket": f"{at.day}-{i}"})

        def unit(work, row=row, kept=kept):
            work.keep_particulars(row)
            work.remember(row.id, kept)

        store.run(unit, actor="t", now=at)


def rows_left(store):
    with store.database.reading() as conn:
        asked = "select (select count(*) from particulars), (select count(*) from answer)"
        return tuple(conn.exec_driver_sql(asked).one())


def test_nothing_of_the_planted_is_left_in_the_files(store):
    plant(store)
    assert found_in(store) == list(PLANTED)
    assert purge(store, WEDNESDAY, TEN + timedelta(days=3)) == Purged(150, 150)
    assert found_in(store) == []
    assert rebuild.check(store).sound


def test_however_much_there_is_it_goes_in_pieces(store, monkeypatch):
    monkeypatch.setattr("branchfloor.storage.purge.AT_A_TIME", 7)
    plant(store, 28)
    assert purge(store, WEDNESDAY, TEN + timedelta(days=3)) == Purged(28, 28)
    assert rows_left(store) == (0, 0)


def test_only_what_is_older_goes(store):
    plant(store, 20)
    next_day = TEN + timedelta(days=1)
    now(Floor(AtOnce(store), "t", next_day).issue(Wish("GT")))
    plant(store, 30, next_day)
    assert purge(store, acts.DAY, TEN + timedelta(hours=48)) == Purged(0, 0)
    assert purge(store, WEDNESDAY, TEN + timedelta(hours=49)) == Purged(20, 20)
    assert rows_left(store) == (30, 30)
    assert purge(store, WEDNESDAY, TEN + timedelta(hours=49)) == Purged(0, 0)


def test_a_key_that_was_purged_may_be_used_again_and_a_younger_one_answers(store):
    floor = Floor(AtOnce(store), "t", TEN)
    first = now(floor.issue(Wish("GT"), "k"))
    purge(store, acts.DAY, TEN + timedelta(hours=47))
    assert now(floor.issue(Wish("GT"), "k")) == first
    purge(store, acts.DAY, TEN + timedelta(hours=49))
    assert now(floor.issue(Wish("GT"), "k")) != first


def test_a_lived_day_verifies_after_its_purge_and_goes_on(store):
    day = acts.Day(store, 3)
    day.live(300)
    kept = rows_left(store)[0]
    assert kept > 10
    head = store.head_hash
    entries = store.state.seq
    purged = purge(store, WEDNESDAY, day.at)
    assert purged.particulars == kept
    assert (store.catch_up().seq, store.head_hash) == (entries, head)
    assert rebuild.verify_chain(store) is None
    day.live(100)
    assert rebuild.check(store).sound


def test_help_that_was_purged_is_simply_no_longer_known(store):
    floor = Floor(AtOnce(store), "t", TEN)
    number = now(floor.issue(Wish("GT", "elder", ("pacemaker",)))).ticket
    visit = store.state.find(number).id
    assert now(floor.help_of(visit)) == ("pacemaker",)
    purge(store, WEDNESDAY, TEN)
    assert now(floor.help_of(visit)) == ()
    now(floor.call_given("3", number))
    now(floor.start(Target(number)))
    now(floor.transfer(Target(number), Destination(service="SO", note="fetch the form")))
    assert found_in(store, ("fetch the form",))
    purge(store, WEDNESDAY, TEN)
    assert not found_in(store, ("fetch the form",))


def test_a_purge_waits_for_no_reader_and_the_next_one_cleans_up(store):
    plant(store)
    reader = acts.reopened(store)
    with reader.database.reading():
        assert purge(store, WEDNESDAY, TEN).particulars == 150
    assert rows_left(store)[0] == 0
    plant(store, 1, TEN + timedelta(days=1))
    purge(store, WEDNESDAY + timedelta(days=1), TEN)
    assert found_in(store) == []
    reader.close()
