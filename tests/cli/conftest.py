"""The command line in this process on a real database file."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from branchfloor.cli.main import main


@dataclass
class Line:
    database: Path
    capture: pytest.CaptureFixture

    def __call__(self, *words, at=None):
        """Run a command; its exit code, output and errors."""
        when = ["--at", at] if at else []
        code = main([*words, *when, "--database", str(self.database)])
        said = self.capture.readouterr()
        return code, said.out, said.err

    def json(self, *words, at=None):
        code, out, _ = self(*words, "--json", at=at)
        return code, json.loads(out)


@pytest.fixture
def empty(tmp_path, capsys):
    return Line(tmp_path / "branch.db", capsys)


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """A folder with a branch that was just founded; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("founded")
    words = ("init", "--preset", "cn-default", "--admin-pin", "427913")
    assert main([*words, "--database", str(folder / "branch.db")]) == 0
    return folder


@pytest.fixture
def line(founded, empty, capsys):
    shutil.copytree(founded, empty.database.parent, dirs_exist_ok=True)
    capsys.readouterr()  # what was said while it was founded
    return empty
