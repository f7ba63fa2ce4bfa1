"""The frozen program starts, serves and draws; its start is at most three times the source's."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

FROZEN = os.environ.get("BRANCHFLOOR_FROZEN", "")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FROZEN, reason="BRANCHFLOOR_FROZEN names no program; see FROZEN.md"),
]
MOST_TIMES = 3.0


@pytest.fixture
def home(tmp_path):
    named = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    return {**os.environ, **named, "QT_QPA_PLATFORM": "offscreen"}


def run(home, *words):
    done = subprocess.run(words, env=home, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_founds_a_branch_and_gives_a_ticket(home):
    run(home, FROZEN, "init", "--admin-pin", "427913")
    assert "C001" in run(home, FROZEN, "issue", "GT")
    run(home, FROZEN, "check", "--voice", "none")


def test_its_start_is_not_much_slower_than_the_sources(home, tmp_path):
    words = ("pictures", str(tmp_path / "p"), "--screen", "launcher")
    frozen = quickest(home, FROZEN, *words)
    source = quickest(home, sys.executable, "-m", "branchfloor", *words)
    assert frozen <= MOST_TIMES * source


def quickest(home, *words):
    taken = []
    for _ in range(2):
        begun = time.perf_counter()
        run({**home, "PYTHONPATH": str(Path.cwd())} if words[0] == sys.executable else home, *words)
        taken.append(time.perf_counter() - begun)
    return min(taken)
