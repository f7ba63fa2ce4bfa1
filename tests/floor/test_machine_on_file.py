"""The same machine on a real database file: reducer, rows and rebuild say the same."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from branchfloor.config import sha256_of, to_document
from branchfloor.floor.founding import Founding, found
from branchfloor.storage.load import load
from branchfloor.storage.rebuild import check, replay
from branchfloor.storage.store import BranchRow, Store
from tests.builders import TEN
from tests.floor.test_machine import FloorMachine


class FileFloor:
    """A real store behind the few words the machine uses of a floor in memory."""

    def __init__(self, config) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.config, self.at = config, TEN
        text = to_document(config)
        place = Path(self.folder.name) / "floor.db"
        row = BranchRow("b", "B")
        self.store = Store.create(place, row, parse=lambda _, version: config, at=TEN)
        founding = Founding("b", "test", text, sha256_of(text))
        self.store.run(lambda work: found(work, founding), actor="t", now=TEN)

    @property
    def state(self):
        return self.store.state

    def wait(self, seconds=0.0):
        self.at += timedelta(seconds=seconds)

    async def run(self, unit, *, actor, now=None):
        return self.store.run(unit, actor=actor, now=now or self.at)


class FileMachine(FloorMachine):
    def make_floor(self):
        return FileFloor(self.config)

    def teardown(self):
        """Rows, a cold start and a replay of the log give the very state that was held."""
        if not hasattr(self, "memory"):
            return
        store = self.memory.store
        try:
            checked = check(store)
            assert checked.sound, checked.findings
            with store.database.reading() as conn:
                assert replay(conn, "b") == store.state
                assert load(conn, "b").state == store.state
        finally:
            store.close()
            self.memory.folder.cleanup()


TestFileMachine = pytest.mark.untraced(FileMachine.TestCase)  # as the machine in memory
TestFileMachine.settings = settings(
    max_examples=12,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
