"""What must not stand in the files: hosts, machine paths, unfinished words, nested loops."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = {".py", ".sh", ".ps1", ".qss", ".toml", ".md", ".txt", ".lock", ".svg", ".ts", ".html", ""}
LONGEST = 400
SELF = Path(__file__).name

UNWANTED = {
    "a registry's host": r"pypi\.|pythonhosted|npmjs|registry\.(npm|yarn)|/simple/|index-url",
    "a path of one machine": r"(?<![\w.:/-])/(work|farm|home|root|tmp|opt|Users)/",
    "an unfinished word": r"\b(TO" r"DO|FIX" r"ME|X" r"XX|placeholder|for now)\b",
}


@cache
def tracked() -> tuple[Path, ...]:
    """Every text file of the project; those git knows, where git is there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        folders = ("branchfloor", "ui", "tests", "installer", "resources")
        files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    else:
        files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return tuple(f for f in files if f.is_file() and f.suffix in CODE and f.name != SELF)


def found(pattern: str, suffixes: set[str], folder: str = "") -> list[str]:
    """Each place where the pattern stands, as file:line: text."""
    wanted = re.compile(pattern)
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in tracked()
        if file.suffix in suffixes and file.is_relative_to(ROOT / folder)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if wanted.search(line)
    ]


@pytest.mark.parametrize("what", UNWANTED)
def test_no_file_holds(what: str) -> None:
    assert found(UNWANTED[what], CODE) == []


def test_no_loop_inside_a_loop() -> None:
    assert found(r"\.exec\(|\.exec_\(|processEvents", {".py"}, "ui") == []


def test_no_signal_that_converts_silently() -> None:
    assert found(r"\bSignal\([^)]*\b(dict|list|int)\b", {".py"}, "ui") == []


def test_no_file_grows_too_long() -> None:
    lines = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in tracked()
        if file.suffix in {".py", ".sh", ".ps1"}
    }
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}
