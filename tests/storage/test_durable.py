"""What is acknowledged outlives a power cut: the file is told so, on every connection."""

from tests.storage import acts


def test_every_commit_reaches_the_disk(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    with store.database.writing() as conn:
        assert conn.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    store.close()
