"""Several processes on one database: nothing lost, doubled or called twice, even by kill -9."""

from collections import Counter

import pytest

from branchfloor.storage import rebuild
from tests.storage import acts, kill, racing


@pytest.fixture
def store(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def told(acks, word: str) -> list[str]:
    lines = (line.split() for line in racing.acknowledged(acks))
    return [number for said, number in lines if said == word]


@pytest.mark.slow
def test_processes_racing_on_one_file_lose_and_double_nothing(store, tmp_path):
    acks, path = tmp_path / "acks", store.database.place.path
    workers = [racing.start(racing.issue_and_call, path, acks, 40) for _ in range(3)]
    for one in workers:
        one.join()
        assert one.exitcode == 0
    state = store.catch_up()
    issued, called = told(acks, "issued"), told(acks, "called")
    assert sorted(issued) == [f"A{serial:03d}" for serial in range(1, 121)]
    assert max(Counter(called).values()) == 1
    assert {r.number for r in state.records} == set(called)
    assert rebuild.check(store).sound


@pytest.mark.slow
def test_what_was_acknowledged_outlives_kill_nine(store, tmp_path):
    acks, path = tmp_path / "acks", store.database.place.path
    kill.kill_rounds(racing.issue_and_call, path, acks, rounds=20)
    state = store.catch_up()
    issued, called = told(acks, "issued"), told(acks, "called")
    everybody = {v.number for v in state.visits.values()} | {r.number for r in state.records}
    assert len(issued) == len(set(issued)) >= 20
    assert set(issued) <= everybody
    assert set(called) <= {r.number for r in state.records}
    assert called
    assert len(state.records) == len({r.number for r in state.records})
    assert len(everybody) == state.serials["A"]
    assert rebuild.check(store).sound
    with store.database.reading() as conn:
        assert conn.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
