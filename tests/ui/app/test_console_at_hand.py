"""A console beside other software, as real processes: keys from everywhere, killed and back."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from branchfloor.cli.main import main
from branchfloor.config import parse_document
from branchfloor.domain.clock import PlayedClock
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import AtOnce, Store
from tests.builders import TEN
from tests.ui.app.desktop import Desktop, available, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.untraced,  # each screen and command has tests of its own
    pytest.mark.timeout(240),
    pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool (make setup)"),
]

PIN = "507263"
AGAIN_S = 1.0
BANKING = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
class Banking(QLineEdit):
    def keyPressEvent(self, event):
        with open(sys.argv[1], "a") as file:
            file.write(f"{event.key()}\\n")
app = QApplication([])
window = Banking()
window.setWindowTitle("Banking")
window.setGeometry(1000, 100, 600, 200)
window.show()
app.exec()
"""
"""Other software with the focus: it writes down every key it gets."""


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "branch.db"
    assert main(["init", "--admin-pin", "427913", "--database", str(path)]) == 0
    opened = Store.open(path, parse=parse_document)
    opened.play(PlayedClock(TEN, datetime.now(UTC), 1.0))
    ask(opened, lambda floor: floor.set_pin("0217", PIN, must_change=False))
    yield opened
    opened.close()


def ask(store, asked):
    return asyncio.run(asked(Floor(AtOnce(store), "cli:test")))


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with Desktop(width=1700, height=1000) as desktop:
        yield desktop


def console(desk, store, *more):
    place = ("--database", str(store.database.place.path))
    return desk.start("console", "--counter", "3", "--staff", "0217", *place, *more)


def child_of(parent):
    """The process that a parent keeps, 0 while it has none."""
    tasks = Path(f"/proc/{parent.pid}/task")
    children = " ".join(path.read_text() for path in tasks.glob("*/children")).split()
    return int(children[0]) if children else 0


def window_of(desk, parent, x=0):
    """The window of whichever child lives now, once it is there."""

    def found():
        pid = child_of(parent)
        return pid if pid and desk.tell("search", "--onlyvisible", "--pid", str(pid)) else 0

    return desk.window(until(found, "the console's window"), x, 0)


def banking(desk, keys: Path):
    program = subprocess.Popen([sys.executable, "-c", BANKING, str(keys)], env=desk.environment)
    desk.programs.append(program)
    return desk.window(program.pid, 1000, 100)


def status(store):
    return store.catch_up().counter("3").status.value


def session(store):
    return store.catch_up().hall.session("counter:3")


def state_here(store):
    found = store.catch_up().at_counter("3")
    return found[1].state.value if found else ""


def sign_in(desk, window, true, what):
    """Type the PIN until it is taken: the page may not stand yet. A PIN is long in the hashing."""
    typed_at = -AGAIN_S

    def taken():
        nonlocal typed_at
        found = true()
        if not found and time.monotonic() - typed_at > AGAIN_S:
            desk.key(window, "ctrl+a")
            desk.tell("type", PIN)
            desk.tell("key", "Return")
            typed_at = time.monotonic()
        return found

    until(taken, what)


def opened(desk, store, window):
    sign_in(desk, window, lambda: session(store), "a session")
    until(lambda: status(store) == "open" or desk.key(window, "Return"), "an open counter")


def test_keys_reach_it_while_banking_has_the_focus_and_a_killed_console_goes_on(
    desk, store, tmp_path
):
    keys = tmp_path / "keys.txt"
    keys.touch()
    parent = console(desk, store)
    window = window_of(desk, parent)
    opened(desk, store, window)
    token = session(store).token
    ask(store, lambda floor: floor.issue(Wish("GT")))
    other = banking(desk, keys)
    desk.tell("windowfocus", "--sync", other)
    until(lambda: state_here(store) == "called" or desk.tell("key", "F9"), "a call by F9")
    until(lambda: state_here(store) == "serving" or desk.tell("key", "F2"), "a start by F2")
    desk.picture(tmp_path / "serving.png")

    killed = child_of(parent)
    os.kill(killed, signal.SIGKILL)
    until(lambda: child_of(parent) not in (0, killed), "the console back")
    window_of(desk, parent)
    assert session(store).token == token
    assert state_here(store) == "serving"
    desk.tell("windowfocus", "--sync", other)
    until(lambda: state_here(store) == "" or desk.tell("key", "F8"), "a finish by F8")
    assert store.catch_up().records[-1].number == "C001"

    desk.tell("key", "a")
    until(lambda: keys.read_text().split(), "a key for the banking software")
    assert str(0x01000038) not in keys.read_text(), "F9 reached the banking software as well"
    parent.terminate()
    assert parent.wait(30) == 0
    assert session(store) is None, "closing the console did not sign out"
    desk.tell("windowfocus", "--sync", other)
    desk.tell("key", "F9")
    until(lambda: str(0x01000038) in keys.read_text(), "F9 back with the banking software")


def test_a_second_console_of_a_counter_takes_over_by_the_own_pin(desk, store, tmp_path):
    first = console(desk, store)
    opened(desk, store, window_of(desk, first))
    token = session(store).token
    second = console(desk, store, "--form", "wide")
    window = window_of(desk, second, 500)
    taken_over = lambda: session(store).token != token  # noqa: E731
    sign_in(desk, window, taken_over, "the counter taken over")
    assert session(store).staff == "0217"
    assert status(store) == "open"
    desk.picture(tmp_path / "two.png")
