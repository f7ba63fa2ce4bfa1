"""Real processes on one file: workers that issue and call without pause, and are killed.

Start them with `start(worker, *args)`: a server forks them, so that a hundred rounds of killing
do not pay for a hundred imports. A worker acknowledges by appending lines to a file, which
outlives it.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from branchfloor.storage.store import Store
from branchfloor.storage.unit import Unit
from tests.storage import acts

if sys.platform == "win32":
    _context = multiprocessing.get_context("spawn")
else:
    _context = multiprocessing.get_context("forkserver")
    _context.set_forkserver_preload(["tests.storage.racing", "tests.floor.at_work"])


def start(worker: Callable[..., None], *args: Any) -> BaseProcess:
    """Start a worker in a process of its own."""
    process = _context.Process(target=worker, args=args, daemon=True)
    process.start()
    return process


def acknowledged(path: Path) -> list[str]:
    """What workers have acknowledged, whole lines only."""
    if not path.exists():
        return []
    return [line for line in path.read_text().splitlines(keepends=True) if line.endswith("\n")]


class Acknowledgements:
    """Appends lines with one write each, so that those of many processes never mix."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def add(self, line: str) -> None:
        """Acknowledge one thing, after its commit."""
        os.write(self._file, f"{line}\n".encode())


def issue_and_call(database: Path, acks: Path, turns: int) -> None:
    """Issue a ticket and serve the longest waiting one, many times over."""
    store = Store.open(database, parse=acts.parse)
    done = Acknowledgements(acks)
    for _ in range(turns):
        done.add(f"issued {store.run(acts.issue, actor='race')}")
        called = store.run(_serve_next, actor="race")
        if called:
            done.add(f"called {called}")
    store.close()


def _serve_next(work: Unit) -> str | None:
    """Call, start and finish who has waited longest, all in one unit."""
    waiting = [v for v in work.state.visits.values() if v.waiting_since is not None]
    if not waiting:
        return None
    number = min(waiting, key=lambda v: v.issued_seq).number
    for act in (acts.call(number), acts.start(number), acts.finish(number)):
        act(work)
    return number
