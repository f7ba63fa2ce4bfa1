"""The log can be replayed from nothing; damage to it or to the rows is found and named."""

from pathlib import Path

import pytest

from branchfloor.domain.log import chain
from branchfloor.storage import reading, rebuild
from branchfloor.storage.load import NEWER
from branchfloor.storage.rows import entry_of
from tests.storage import acts


@pytest.fixture
def store(tmp_path: Path):
    store = acts.a_store(tmp_path / "floor.db")
    acts.Day(store, 5).live(80)
    yield store
    store.close()


def meddle(store, sql: str) -> None:
    with store.database.writing() as conn:
        conn.exec_driver_sql(sql)


def test_a_sound_branch_is_found_sound(store):
    found = rebuild.check(store)
    assert found.sound
    assert found.entries == store.state.seq
    assert found.tickets == sum(store.state.serials.values())
    assert rebuild.verify_chain(store) is None


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'someone else'",
        "at = '2026-11-24T01:00:00.000Z'",
        "body = replace(body, '0', '1')",
        "body = 'not json'",
        "kind = 'Unheard'",
        "prev_hash = hash",
        "hash = prev_hash",
        "config_version = 9",
    ],
)
def test_an_entry_changed_by_hand_breaks_the_chain_at_that_entry(store, change):
    seq = store.state.seq // 2
    meddle(store, f"UPDATE event SET {change} WHERE seq = {seq}")
    assert rebuild.verify_chain(store) == seq
    assert rebuild.check(store).findings == (rebuild.Finding("chain_broken", seq),)


def test_an_entry_taken_out_breaks_the_chain_at_the_next(store):
    meddle(store, "DELETE FROM event WHERE seq = 10")
    assert rebuild.verify_chain(store) == 11


def test_an_entry_forged_with_its_own_right_hash_breaks_the_chain_at_the_next(store):
    with store.database.reading() as conn:
        row, following = NEWER.rows(conn, {"b": "b1", "seq": 9, "to": 11})
    row["actor"] = "someone else"
    forged = chain(row["prev_hash"], entry_of(row), row["body"])
    meddle(store, f"UPDATE event SET actor='someone else', hash='{forged}' WHERE seq = 10")
    assert rebuild.verify_chain(store) == 11
    meddle(store, f"UPDATE event SET prev_hash='{forged}' WHERE seq = 11")
    assert chain(forged, entry_of(following), following["body"]) != following["hash"]
    assert rebuild.verify_chain(store) == 11


def test_entries_cut_off_at_the_end_are_missed(store):
    last = store.state.seq
    meddle(store, f"DELETE FROM event WHERE seq = {last}")
    assert rebuild.verify_chain(store) == last
    assert rebuild.Finding("chain_broken", last) in rebuild.check(store).findings


def test_a_log_rewritten_with_right_hashes_that_is_no_legal_story_is_broken_too(store):
    def impossible(work) -> None:
        acts.issue(work)

    store.run(impossible, actor="t", now=acts.later(600))
    with store.database.reading() as conn:
        where = {"b": "b1", "seq": store.state.seq - 1, "to": store.state.seq}
        (row,) = NEWER.rows(conn, where)
    row["kind"], row["body"] = "LegStarted", '{"counter":"1","leg_no":1,"visit_id":"nobody"}'
    last = chain(row["prev_hash"], entry_of(row), row["body"])
    meddle(
        store,
        f"UPDATE event SET kind='{row['kind']}', body='{row['body']}', hash='{last}' "
        f"WHERE seq = {row['seq']}",
    )
    assert rebuild.check(store).findings == (rebuild.Finding("chain_broken", row["seq"]),)
    with pytest.raises(rebuild.ChainBroken):
        rebuild.rewrite_rows(store)


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("visit", "UPDATE visit SET live = 1 - live WHERE serial = 2"),
        ("visit", "INSERT INTO visit VALUES ('b1','x','2026-11-24','Z',1,'Z001',0,1,NULL)"),
        ("leg", "UPDATE leg SET target_s = 1 WHERE leg_no = 1"),
        ("call", "UPDATE call SET counter = '9' WHERE no = 1"),
        ("counter", "DELETE FROM counter"),
        ("branch", "UPDATE branch SET day_closed = 1"),
    ],
)
def test_rows_that_differ_from_the_log_are_named_and_can_be_made_anew(store, table, sql):
    state = store.state
    meddle(store, sql)
    found = rebuild.check(store)
    assert table in {finding.table for finding in found.findings}
    assert {finding.code for finding in found.findings} == {"rows_differ"}
    rebuild.rewrite_rows(store)
    assert rebuild.check(store).sound
    assert store.state == state
    acts.Day(store, 6).live(40)
    assert rebuild.check(store).sound


def test_rewriting_rows_of_a_sound_branch_changes_none(store):
    before = [tuple(row) for table in rebuild.ROWS for row in all_rows(store, table)]
    rebuild.rewrite_rows(store)
    assert [tuple(row) for table in rebuild.ROWS for row in all_rows(store, table)] == before


def all_rows(store, table):
    with store.database.reading() as conn:
        return conn.execute(table.select()).all()


def test_replay_takes_the_log_in_pieces(store, monkeypatch):
    monkeypatch.setattr(reading, "CHUNK", 7)
    assert [entry.seq for entry in reading.entries(store, 5)] == list(range(6, store.state.seq + 1))
    assert rebuild.check(store).sound
    assert rebuild.verify_chain(store) is None
