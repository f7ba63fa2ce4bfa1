"""Prepared statements do the same in SQLAlchemy's ordinary way, as another database runs them."""

from branchfloor.storage import rebuild
from tests.storage import acts


def test_a_day_on_a_database_that_is_not_taken_for_sqlite(tmp_path, monkeypatch):
    store = acts.a_store(tmp_path / "floor.db")
    twin = acts.a_store(tmp_path / "twin.db")
    monkeypatch.setattr(twin.database._engine.dialect, "name", "elsewhere")
    for one in (store, twin):
        acts.Day(one, 4).live(120)
    assert twin.state == store.state
    assert twin.head_hash == store.head_hash
    assert rebuild.check(twin).sound
    store.close()
    twin.close()
