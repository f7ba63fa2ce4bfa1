"""A screen's process ends when it is told to or closed, though its database never opened."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.cli.main import main
from tests.ui.app.desktop import PATIENCE_S, until
from ui.app import run
from ui.app.options import ScreenOptions


def hears_sigterm(pid: int) -> bool:
    """Whether a process has set its own answer to SIGTERM."""
    status = Path(f"/proc/{pid}/status").read_text().split("SigCgt:")[1].split()[0]
    return bool(int(status, 16) & 1 << 14)


@contextmanager
def a_screen(*words: str) -> Iterator["subprocess.Popen[bytes]"]:
    screen = subprocess.Popen([sys.executable, "-m", "branchfloor", *words])
    try:
        yield screen
    finally:
        screen.kill()
        screen.wait()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize("founded", [False, True])
@pytest.mark.parametrize("kind", [("board",), ("console", "--counter", "1")])
def test_a_screen_that_is_still_opening_ends_when_told(
    kind: tuple[str, ...], founded: bool, tmp_path: Path
) -> None:
    database = str(tmp_path / "branch.db")
    if founded:
        main(["init", "--admin-pin", "427913", "--database", database])
    with a_screen(*kind, "--child", "--database", database) as screen:
        until(lambda: hears_sigterm(screen.pid), "an answer to SIGTERM")
        screen.terminate()
        assert screen.wait(PATIENCE_S) == 0


@pytest.fixture
def old_signals() -> Iterator[None]:
    """A screen's process answers signals itself; the tests' own does again afterwards."""
    old = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in old.items():
        signal.signal(number, handler)


def visible() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


async def test_a_screen_without_a_database_ends_when_its_window_is_closed(
    qtbot, old_signals, tmp_path
) -> None:
    options = ScreenOptions("board", str(tmp_path / "none.db"))
    over = asyncio.ensure_future(run._main(run.application(options), options))
    async with asyncio.timeout(PATIENCE_S):
        while not visible():  # noqa: ASYNC110 -- no event tells it
            await asyncio.sleep(0)
        visible()[0].close()
        assert await over == 0
