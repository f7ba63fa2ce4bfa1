"""After a close a copy is made and nobody waits for it; once a date the old is forgotten."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.evening import RETRY_S, SETTLES_S, Evening
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.keeper import Keeper
from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.storage import rebuild
from branchfloor.storage.day_copy import copies_in, folder_of
from branchfloor.storage.purge import PARTICULARS_KEPT
from branchfloor.storage.store import AtOnce
from tests.builders import TEN
from tests.storage import acts

TOMORROW = TEN + timedelta(days=1)


@pytest.fixture
def store(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def floor(store, at=TEN):
    return Floor(AtOnce(store), "t", at)


def days_copied(store):
    return [one.day.day for one in copies_in(folder_of(store.database.place), "b1")]


def look(evening, store, real_s, at=TEN):
    evening.see_to(store, at, real_s)
    evening.wait()


def settled(store, **more):
    """An evening that has looked at the floor of the moment."""
    evening = Evening(**more)
    look(evening, store, 0.0)
    look(evening, store, SETTLES_S)
    return evening


def test_a_copy_is_made_when_the_day_is_closed_and_only_then(store):
    evening = settled(store)
    now(floor(store).issue(Wish("GT")))
    look(evening, store, 20.0)
    assert days_copied(store) == []
    now(floor(store).close_day())
    look(evening, store, 21.0)
    assert days_copied(store) == [24]


def test_a_close_that_was_forgotten_is_copied_in_the_morning(store):
    evening = settled(store)
    now(floor(store, TOMORROW).issue(Wish("GT")))
    look(evening, store, 30.0, TOMORROW)
    assert days_copied(store) == [24]


def test_a_copy_that_a_dead_process_did_not_finish_is_made_up(store):
    now(floor(store).close_day())
    fresh = Evening()
    look(fresh, store, 0.0)
    look(fresh, store, SETTLES_S - 1)
    assert days_copied(store) == []
    look(fresh, store, SETTLES_S)
    assert days_copied(store) == [24]


def test_the_floor_goes_on_while_a_copy_is_made(store):
    may_end, begun, told_to = threading.Event(), threading.Event(), []

    def slowly(place, branch):
        begun.set()
        told_to.append(may_end.wait(5))

    evening = settled(store)
    evening.copy = slowly
    now(floor(store).close_day())
    evening.see_to(store, TEN, 20.0)
    assert begun.wait(10)
    evening.see_to(store, TEN, 21.0)
    assert now(floor(store, TOMORROW).issue(Wish("GT"))).ticket == "C001"
    may_end.set()
    evening.wait()
    assert told_to == [True]


def test_a_copy_that_could_not_be_made_is_told_tried_again_and_taken_back(store):
    evening = settled(store)
    blocked = folder_of(store.database.place)
    blocked.write_text("a file where the folder should be")
    now(floor(store).close_day())
    look(evening, store, 20.0)
    assert evening.trouble is not None
    evening.see_to(store, TEN, 21.0)
    evening.wait()
    fault = store.state.hall.fault("copy")
    assert fault.code == "failed"
    assert store.state.day_closed
    for language in LANGUAGES:
        phrases = Phrases.load(language)
        assert phrases.word("device", "copy") != "copy"
        assert phrases.word("fault", fault.code) != fault.code
        assert str(blocked) in phrases.tell(evening.trouble)
    blocked.unlink()
    look(evening, store, 22.0)
    assert days_copied(store) == []
    look(evening, store, 21.0 + RETRY_S)
    assert days_copied(store) == [24]
    evening.see_to(store, TEN, 22.0 + RETRY_S)
    assert store.state.hall.fault("copy") is None
    assert rebuild.check(store).sound


def test_a_full_disk_has_its_own_word(store):
    def full(place, branch):
        raise StorageTrouble("copy_full", path=place.path, why="")

    evening = settled(store, copy=full)
    evening.see_to(store, TEN, 30.0)
    assert store.state.hall.fault("copy").code == "disk_full"
    assert Phrases.load("en").word("fault", "disk_full") == "the disk is full"


def particulars(store):
    with store.database.reading() as conn:
        return conn.exec_driver_sql("select count(*) from particulars").scalar_one()


def test_what_has_had_its_time_is_forgotten_once_a_date(store):
    evening = Evening()
    now(floor(store).issue(Wish("GT", "elder"), "k"))
    look(evening, store, 0.0)
    assert particulars(store) == 1
    later = TEN + PARTICULARS_KEPT
    now(floor(store, later).issue(Wish("GT", "elder")))
    evening.see_to(store, later, 1.0)
    assert particulars(store) == 2
    later += timedelta(days=1)
    now(floor(store, later).issue(Wish("GT")))
    evening.see_to(store, later, 2.0)
    assert particulars(store) == 1
    assert rebuild.check(store).sound


def test_the_keeper_sees_to_it(store, monkeypatch):
    monkeypatch.setattr("branchfloor.floor.evening.SETTLES_S", 0.0)
    store.play(PlayedClock(TEN, datetime.now(UTC), 1.0))
    keeper = Keeper("a")
    now(floor(store).close_day())
    assert keeper.tick(store)
    keeper.leave(store)
    assert days_copied(store) == [24]
