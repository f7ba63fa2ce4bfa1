"""Whoever keeps a branch starts the process that foresees it; no child outlives its parent."""

import os
import signal
import subprocess
import sys
import time

import pytest

from branchfloor.floor.seer import FIRST_PAUSE_S, STARTS_AFTER_S, Seer

WAITS = [sys.executable, "-c", "import sys; sys.stdin.buffer.read()"]
DIES = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def seer():
    made = Seer(WAITS)
    yield made
    made.stop()


def begun(seer):
    seer.look(keeps=True, real_s=0.0)
    seer.look(keeps=True, real_s=STARTS_AFTER_S)
    return seer.pid


def gone(pid, within_s=5.0):
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def test_it_starts_once_the_screens_stand_and_ends_with_the_keeping(seer):
    seer.look(keeps=True, real_s=0.0)
    seer.look(keeps=True, real_s=STARTS_AFTER_S - 0.1)
    assert seer.pid is None
    seer.look(keeps=True, real_s=STARTS_AFTER_S)
    pid = seer.pid
    assert pid is not None
    seer.look(keeps=True, real_s=STARTS_AFTER_S + 1)
    assert seer.pid == pid
    seer.look(keeps=False, real_s=STARTS_AFTER_S + 2)
    assert seer.pid is None
    assert gone(pid)


def test_one_that_was_killed_comes_back_after_a_pause(seer):
    pid = begun(seer)
    os.kill(pid, signal.SIGKILL)
    seer._child.wait()
    seer.look(keeps=True, real_s=6.0)
    assert seer.pid is None
    seer.look(keeps=True, real_s=6.0 + FIRST_PAUSE_S)
    assert seer.pid not in (None, pid)


def test_one_that_cannot_live_is_started_ever_more_seldom():
    seer, starts, second = Seer(DIES), 0, 0
    while second < 60:
        seer.look(keeps=True, real_s=float(second))
        if seer._child is not None:
            starts += seer._child.poll() is None or seer._child.returncode == 3
            seer._child.wait()
        second += 1
    assert 3 <= starts <= 6
    seer.stop()


def test_a_program_that_is_not_there_troubles_nobody():
    seer = Seer(["/nowhere/branchfloor"])
    assert begun(seer) is None
    seer.stop()


@pytest.mark.skipif(os.name != "posix", reason="kills as a system does")
def test_a_parent_killed_at_once_leaves_no_child_behind():
    code = (
        "import sys, time\n"
        "from branchfloor.floor.seer import Seer\n"
        f"seer = Seer({WAITS!r})\n"
        "seer.look(keeps=True, real_s=0.0); seer.look(keeps=True, real_s=5.0)\n"
        "print(seer.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert gone(pid)
