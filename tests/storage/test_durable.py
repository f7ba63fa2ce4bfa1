"""What is acknowledged outlives a power cut: the file is told so, on every connection."""

from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.errors import Refused
from tests.storage import acts


def test_every_commit_reaches_the_disk(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    with store.database.writing() as conn:
        assert conn.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    store.close()


def test_a_clock_a_year_ahead_is_refused_and_moves_nothing(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    store.run(acts.issue, actor="t", now=acts.TEN)
    store.play(PlayedClock(acts.TEN + timedelta(days=365), datetime.now(UTC), 1.0))
    with pytest.raises(Refused, match="clock_ahead"):
        store.run(acts.issue, actor="t")
    assert store.run(acts.issue, actor="t", now=acts.TEN) == "A002"
    store.close()
