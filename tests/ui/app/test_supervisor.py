"""The small parent: brings a dead screen back, leaves a closed one closed."""

import os
import signal
import subprocess
import sys
import threading

from tests.ui.app.desktop import until
from ui.app import supervisor
from ui.app.supervisor import Supervisor, child_argv


def child(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_screen_that_was_closed_stays_closed():
    kept = Supervisor(child("raise SystemExit(0)"))
    assert kept.run() == 0
    assert kept.restarts == 0


def test_a_wrong_usage_is_not_tried_again():
    kept = Supervisor(child("raise SystemExit(2)"))
    assert kept.run() == 2
    assert kept.restarts == 0


def test_a_screen_that_fails_comes_back(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_S", 0.001)
    lives = tmp_path / "lives"
    code = (
        f"import pathlib;p=pathlib.Path({str(lives)!r});"
        "n=len(p.read_text()) if p.exists() else 0;p.write_text('x'*(n+1));"
        "raise SystemExit(0 if n==2 else 1)"
    )
    kept = Supervisor(child(code))
    assert kept.run() == 0
    assert kept.restarts == 2


def test_a_killed_screen_comes_back_until_the_parent_is_told_to_stop():
    kept = Supervisor(child("import time;time.sleep(600)"))
    thread = threading.Thread(target=kept.run)
    thread.start()
    first = until(lambda: kept.pid, "a child")
    os.kill(int(str(first)), signal.SIGKILL)
    second = until(lambda: kept.pid if kept.pid != first else None, "another child")
    assert second != first
    kept.stop()
    thread.join(20)
    assert not thread.is_alive()
    assert kept.pid is None


def test_the_parent_loads_neither_qt_nor_the_database():
    code = (
        "import sys; from branchfloor.cli.main import parser; parser();"
        "import ui.app.supervisor;"
        "print([m for m in sys.modules if m.split('.')[0] in ('PySide6','sqlalchemy','numpy')])"
    )
    done = subprocess.run(child(code), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_child_is_started_as_this_program_was(monkeypatch):
    assert child_argv(["kiosk"])[1:] == ["-m", "branchfloor", "kiosk"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_argv(["kiosk"]) == [sys.executable, "kiosk"]
