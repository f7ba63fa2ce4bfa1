"""Databases of earlier versions, made by those versions, opened by this one."""

import gzip
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from branchfloor.domain import events as e
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.kinds import LegState
from branchfloor.domain.waits import Baselines
from branchfloor.storage import migrate, rebuild, schema
from branchfloor.storage.database import Database
from branchfloor.storage.learned import learned_text
from branchfloor.storage.place import Place
from branchfloor.storage.plans import plan_of
from branchfloor.storage.reading import entries
from branchfloor.storage.store import Store
from tests.builders import TEN
from tests.storage import acts

FIRST = Path(__file__).parent / "data" / "floor-0001.db.gz"
"""Two lively days: the first closed, the second in the middle."""

SECOND = Path(__file__).parent / "data" / "floor-0002.db.gz"
"""The same of the second version: promises at issue and after five minutes."""

THIRD = Path(__file__).parent / "data" / "floor-0003.db.gz"
"""The same of the third version: an hour with promises, and a text of what was learned then."""

THIRD_ENDS_IN = (38, "75602b751ce3218be00449f92c19788b71dddf2039c30f227cfa7d5e0a39ad27")

SECOND_ENDS_IN = (140, "6ffac583603bdaf8d5249d5a5bf91492fdfa8932a5183457b6122227c63e0d38")

ENDS_IN = (277, "0cdf378bf1b6a7cbe5af7e3676d14661f44b4a579f74c6d01cfc1c242192cb3c")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "floor.db"
    made.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return made


def asked(path, question):
    raw = sqlite3.connect(path)
    found = raw.execute(question).fetchall()
    raw.close()
    return found


LEGS = "select * from leg order by visit_id, leg_no"
BESIDE = ("particulars", "answer", "config", "event", "staff")
PROMISES = (
    "select branch, visit_id, leg_no, age_s, at, p10, p50, p90, waited_s, called_seq"
    " from promise order by visit_id, leg_no, age_s"
)


def test_the_log_is_the_same_and_the_rows_are_its_rows(path):
    before = asked(path, LEGS)
    beside = {name: asked(path, f"select * from {name}") for name in BESIDE}
    promised = asked(path, PROMISES)
    store = Store.open(path, parse=acts.parse)
    assert (store.state.seq, store.head_hash) == ENDS_IN
    assert rebuild.verify_chain(store) is None
    assert rebuild.check(store).sound
    with store.database.reading() as conn:
        assert schema.revision(conn) == schema.HEAD
    store.close()
    columns = len(before[0])
    assert [row[:columns] for row in asked(path, LEGS)] == before
    assert {name: asked(path, f"select * from {name}") for name in BESIDE} == beside
    assert promised
    assert asked(path, PROMISES) == promised


def test_the_second_version_keeps_its_promises_and_gets_room_for_what_is_learned(tmp_path):
    path = tmp_path / "floor.db"
    path.write_bytes(gzip.decompress(SECOND.read_bytes()))
    legs, promised = asked(path, LEGS), asked(path, PROMISES)
    assert {row[3] for row in promised} == {0.0, 300.0}
    store = Store.open(path, parse=acts.parse)
    assert (store.state.seq, store.head_hash) == SECOND_ENDS_IN
    assert rebuild.check(store).sound
    assert learned_text(store, "times", 1) is None
    assert plan_of(store, acts.DAY) is None
    assert {one.simple for one in store.promises_since(TEN - timedelta(days=9))} == {Baselines()}
    store.close()
    assert (asked(path, LEGS), asked(path, PROMISES)) == (legs, promised)
    copy = path.with_name("floor-before-0002.db")
    assert asked(copy, "select version_num from alembic_version") == [("0002",)]
    Store.open(copy, parse=acts.parse).close()


def test_the_third_version_keeps_its_promises_and_none_is_said_to_have_been_corrected(tmp_path):
    path = tmp_path / "floor.db"
    path.write_bytes(gzip.decompress(THIRD.read_bytes()))
    promised = asked(path, PROMISES)
    store = Store.open(path, parse=acts.parse)
    assert (store.state.seq, store.head_hash) == THIRD_ENDS_IN
    assert rebuild.check(store).sound
    given = store.promises_since(TEN - timedelta(days=9))
    assert len(given) == len(promised) == 10
    assert {one.uncorrected for one in given} == {None}
    assert learned_text(store, "tracker", 1) is not None
    store.close()
    assert asked(path, PROMISES) == promised


def test_outcomes_that_only_the_log_held_are_in_the_rows(path):
    store = Store.open(path, parse=acts.parse)
    undone = {x.event.undone_seq for x in entries(store) if isinstance(x.event, e.StepUndone)}
    said = {
        (x.event.visit_id, x.event.leg_no): x.event.outcome
        for x in entries(store)
        if isinstance(x.event, e.LegFinished) and x.seq not in undone
    }
    store.close()
    rows = asked(path, "select visit_id, leg_no, outcome, offered, grade from leg")
    assert {key[:2]: key[2] for key in rows if key[2]} == {k: v for k, v in said.items() if v}
    assert any(said.values())
    assert {row[3:] for row in rows} == {(0, None)}


def test_the_day_goes_on(path):
    store = Store.open(path, parse=acts.parse)
    assert list(store.state.legs(LegState.WAITING))
    day = acts.Day(store, 9)
    day.at += timedelta(minutes=1)
    day.live(80)
    assert store.state.seq > ENDS_IN[0] + 20
    assert rebuild.check(store).sound
    store.close()


def test_the_copy_made_before_is_the_first_version_and_can_be_opened_again(path):
    whole = asked(path, "select * from event")
    Store.open(path, parse=acts.parse).close()
    copy = path.with_name("floor-before-0001.db")
    assert asked(copy, "select version_num from alembic_version") == [("0001",)]
    assert asked(copy, "select * from event") == whole
    again = Store.open(copy, parse=acts.parse)
    assert (again.state.seq, again.head_hash) == ENDS_IN
    again.close()


def test_no_copy_no_upgrade(path):
    path.with_name("floor-before-0001.db").mkdir()
    with pytest.raises(StorageTrouble) as caught:
        Store.open(path, parse=acts.parse)
    assert caught.value.code == "copy_failed"
    assert asked(path, "select version_num from alembic_version") == [("0001",)]


def test_an_upgrade_that_fails_on_its_way_leaves_the_first_version(path, monkeypatch):
    from branchfloor.storage import rebuild as made_anew

    def dies(*_):
        raise RuntimeError("no more power")

    monkeypatch.setattr(made_anew, "write_head", dies)
    with pytest.raises(RuntimeError):
        Store.open(path, parse=acts.parse)
    monkeypatch.undo()
    assert asked(path, "select version_num from alembic_version") == [("0001",)]
    assert not asked(
        path, "select 1 from sqlite_master where name in ('hall', 'leg_0001', 'learned')"
    )
    store = Store.open(path, parse=acts.parse)
    assert rebuild.check(store).sound
    store.close()


def test_a_broken_log_is_brought_up_too_and_check_names_the_entry(path):
    raw = sqlite3.connect(path)
    raw.execute("update event set actor = 'somebody' where seq = 40")
    raw.commit()
    raw.close()
    rows = asked(path, LEGS)
    store = Store.open(path, parse=acts.parse)
    assert rebuild.verify_chain(store) == 40
    assert [finding.seq for finding in rebuild.check(store).findings] == [40]
    store.close()
    assert [row[: len(rows[0])] for row in asked(path, LEGS)] == rows


def test_a_second_process_finds_it_done(path):
    first = Database(Place(path))
    assert migrate.upgrade(first) is not None
    assert migrate.upgrade(first) is None
    first.close()
