"""A command at the counter starts at once: neither Qt nor numpy is loaded for it."""

import re
import subprocess
import sys

import pytest

HEAVY = {"PySide6", "shiboken6", "qasync", "numpy"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    python = [sys.executable, "-X", "importtime", "-m", "branchfloor"]
    return subprocess.run([*python, *arguments], capture_output=True, text=True, check=False)


def loaded(stderr: str) -> set[str]:
    """Top-level packages named by Python's own import report."""
    return set(re.findall(r"^import time:.*\|\s+(\w+)[\w.]*$", stderr, re.MULTILINE))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("branch") / "branch.db"
    url = f"sqlite:///{file}"
    made = run("init", "--preset", "cn-default", "--database", url)
    assert made.returncode == 0, made.stdout + made.stderr[-2000:]
    return url


@pytest.mark.parametrize(
    "command",
    [["state", "--json"], ["presets"], ["issue", "savings", "--json"], ["open", "3", "--json"]],
    ids=lambda words: words[0],
)
def test_a_command_loads_neither_qt_nor_numpy(command: list[str], database: str) -> None:
    done = run(*command, "--database", database)
    modules = loaded(done.stderr)
    assert "branchfloor" in modules, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert modules & HEAVY == set()
