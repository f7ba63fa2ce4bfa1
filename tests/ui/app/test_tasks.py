import asyncio
import gc
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from ui.app.tasks import async_slot, busy, cancel_all, settled, spawn
from ui.widgets import PushKey


class Caller(QObject):
    """Stands for a screen."""

    pressed = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, ...]] = []
        self.gate = asyncio.Event()
        self.pressed.connect(self._on_pressed)

    @async_slot(str)
    async def _on_pressed(self, ticket: str) -> None:
        await self.gate.wait()
        if ticket == "bad":
            raise ValueError(ticket)
        self.heard.append((ticket,))


@pytest.fixture
def errors(monkeypatch) -> list[BaseException]:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(error))
    return caught


async def test_a_signal_starts_a_method_that_waits(qtbot):
    caller = Caller()
    caller.pressed.emit("A001", 3)
    gc.collect()
    assert caller.heard == []
    caller.gate.set()
    await settled(caller)
    assert caller.heard == [("A001",)]


async def test_a_failure_reaches_the_excepthook(qtbot, errors):
    caller = Caller()
    caller.gate.set()
    caller.pressed.emit("bad", 1)
    await settled(caller)
    await asyncio.sleep(0)
    assert [str(error) for error in errors] == ["bad"]


async def test_closing_cancels_only_the_screens_own_work(qtbot, errors):
    caller, other = Caller(), Caller()
    caller.pressed.emit("A001", 1)
    other.pressed.emit("A002", 1)
    await asyncio.sleep(0)
    assert cancel_all(caller) == 1
    await settled(caller)
    other.gate.set()
    await settled(other)
    assert (caller.heard, other.heard, errors) == ([], [("A002",)], [])


async def test_nothing_is_kept_of_finished_work(qtbot):
    done = spawn(asyncio.sleep(0), "short")
    await done
    await asyncio.sleep(0)
    assert cancel_all() == 0


async def test_busy_holds_a_piece_until_the_work_ends_even_badly(qtbot):
    key, plain = PushKey("重呼"), QPushButton("x")
    qtbot.addWidget(key)
    qtbot.addWidget(plain)

    def fail_while_busy() -> None:
        with busy(key, plain):
            assert key.is_busy()
            assert not plain.isEnabled()
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail_while_busy()
    assert not key.is_busy()
    assert plain.isEnabled()


async def test_busy_forgives_a_piece_that_died_meanwhile(qtbot):
    import shiboken6

    key = PushKey("重呼")
    with busy(key):
        shiboken6.delete(key)
