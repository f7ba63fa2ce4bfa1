"""A screen that keeps the branch has the floor foreseen by a child, which goes with it."""

import asyncio
import os
import sys

import pytest

from branchfloor.config import preset_text
from branchfloor.floor import seer as seers
from branchfloor.floor.new_branch import create_branch
from branchfloor.floor.seer import Seer
from ui.app.bridge import FloorBridge

WAITS = [sys.executable, "-c", "import sys; sys.stdin.buffer.read()"]


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "b.db"
    text = preset_text("cn-default")
    create_branch(str(path), "cn-default", text, actor="t", demo=True).close()
    return path


async def until(holds, within_s=10.0):
    for _ in range(int(within_s / 0.02)):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never happened")


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_the_keeper_starts_it_and_it_ends_with_the_screen(qtbot, database, monkeypatch):
    monkeypatch.setattr(seers, "STARTS_AFTER_S", 0.0)
    seer, other = Seer(WAITS), Seer(WAITS)
    first = await FloorBridge.open(database, seer=seer)
    second = await FloorBridge.open(database, seer=other)
    await first.start()
    await until(lambda: seer.pid is not None)
    await second.start()
    pid = seer.pid
    assert other.pid is None
    await first.stop()
    assert not lives(pid)
    await until(lambda: other.pid is not None)
    await second.stop()
    assert other.pid is None
