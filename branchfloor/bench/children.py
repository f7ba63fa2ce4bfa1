"""Child processes of a measurement: started by module name, told by JSON, answering in JSON."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import Any

PLAIN = "branchfloor.bench.child"
"""The child without a window."""
WINDOWED = "ui.app.bench_child"
"""The child with Qt; named, never imported: this package knows no user interface."""

_SCALING = ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_ENABLE_HIGHDPI_SCALING")


class ChildFailed(Exception):
    """A child process ended badly; the text is the end of what it said."""


class Child:
    """One running child. `line()` reads what it says next, `result()` the last and its end."""

    def __init__(self, module: str, task: str, arguments: Mapping[str, Any]) -> None:
        self._task = task
        self.started_at = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, task, json.dumps(dict(arguments))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            text=True,
            encoding="utf-8",
        )

    def line(self) -> Any:
        """The next thing the child says."""
        text = self._process.stdout.readline() if self._process.stdout else ""
        if not text:
            self._fail(self._rest())
        return json.loads(text)

    def tell(self, text: str = "") -> None:
        """Say a line to the child: what it waits for to go on."""
        if self._process.stdin is not None:
            self._process.stdin.write(f"{text}\n")
            self._process.stdin.flush()

    def result(self, timeout_s: float = 900.0) -> Any:
        """Wait for the end; gives the last thing the child said."""
        out, err = self._process.communicate(timeout=timeout_s)
        if self._process.returncode or not out.strip():
            self._fail(err)
        return json.loads(out.strip().splitlines()[-1])

    def end(self) -> None:
        """End it if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()

    def _rest(self) -> str:
        return self._process.communicate()[1]

    def _fail(self, said: str) -> None:
        tail = "\n".join(said.strip().splitlines()[-6:])
        raise ChildFailed(f"{self._task} ended with {self._process.returncode}: {tail}")


@contextmanager
def together(children: Iterable[Child]) -> Iterator[list[Child]]:
    """Children at the same time; when one fails, the others do not outlive it."""
    running: list[Child] = []
    try:
        running.extend(children)
        yield running
    finally:
        for child in running:
            child.end()


def ask(module: str, task: str, arguments: Mapping[str, Any]) -> Any:
    """Run a child to its end; gives what it answers."""
    return Child(module, task, arguments).result()


def environment() -> dict[str, str]:
    """Windows are drawn in memory, at their own size, whatever desktop there is."""
    kept = {name: value for name, value in os.environ.items() if name not in _SCALING}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"}
