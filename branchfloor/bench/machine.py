"""What the figures were measured on, and what a process holds of it."""

import os
import platform
import sqlite3
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter

from .mirror import bare
from .timing import percentile

COMMITS = 100


def machine(folder: Path) -> dict[str, str | int | float]:
    """The machine in a few words; `commit_ms` is one durable row on the disk in use."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
        "qt": _version("PySide6-Essentials"),
        "sqlite": sqlite3.sqlite_version,
        "commit_ms": round(percentile(commits_ms(folder / "commit.db", COMMITS), 0.5), 3),
    }


def commits_ms(path: Path, count: int) -> list[float]:
    """Milliseconds of bare durable commits of one small row each."""
    raw = bare(path)
    raw.execute("CREATE TABLE IF NOT EXISTS row (no INTEGER PRIMARY KEY, text TEXT)")
    found = []
    for _ in range(count):
        began = perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO row (text) VALUES (?)", ("x" * 400,))
        raw.execute("COMMIT")
        found.append((perf_counter() - began) * 1000)
    raw.close()
    return found


def resident_mb() -> float | None:
    """Memory of this process in use, in 10⁶ bytes; None where the system does not tell."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024 / 1e6
    if sys.platform == "win32":
        return _windows_mb()
    return None


def _windows_mb() -> float | None:
    """The working set as the Windows process table has it."""
    import subprocess

    asked = ["tasklist", "/fi", f"PID eq {os.getpid()}", "/fo", "csv", "/nh"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    digits = "".join(c for c in said.rsplit('","', 1)[-1] if c.isdigit())
    return int(digits) * 1024 / 1e6 if digits else None


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
