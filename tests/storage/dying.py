"""Workers that die without warning at their n-th moment, and what must be true afterwards.

A moment is the beginning of a statement, a step of a copy, or a file opened, renamed or removed.
Everything is counted in the worker's own process: the program knows nothing of it.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from branchfloor.domain.errors import Refused
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.storage import copying
from branchfloor.storage.backup import restore
from branchfloor.storage.day_copy import copy_last_day
from branchfloor.storage.place import Place
from branchfloor.storage.store import AtOnce, Store
from tests.builders import TEN
from tests.storage import acts, racing

NEVER = 10**9

_FILE_EVENTS = frozenset({"os.rename", "os.remove", "os.mkdir", "sqlite3.connect"})


def dies_at(n: int, tell: Path, work: Callable[..., None], *args: Any) -> None:
    """Do some work; be killed when its n-th moment begins, else write down how many there were."""
    count, at_work = 0, True

    def moment(*_: object) -> None:
        nonlocal count
        count += at_work
        if at_work and count == n:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    _count_with(moment)
    work(*args)
    at_work = False  # what watches over the tests may keep a database of its own, written at exit
    tell.write_text(str(count))


def _count_with(moment: Callable[..., None]) -> None:
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect
    breathe = copying._breathe

    def traced(*args: Any, **more: Any) -> sqlite3.Connection:
        raw = connect(*args, **more)
        raw.set_trace_callback(moment)
        return raw

    def step(status: int, remaining: int, total: int) -> None:
        moment()
        breathe(status, remaining, total)

    def audit(event: str, args: object) -> None:
        compiled = "__pycache__" in str(args)  # written by the first run of a fresh machine only
        if event in _FILE_EVENTS and not compiled:
            moment()

    sqlite3.connect = traced  # type: ignore[assignment]
    copying._breathe = step
    copying.STEP_PAGES = 4
    sys.addaudithook(audit)


def deaths(tell: Path, most: int, seed: int = 1) -> Iterator[int]:
    """The moments to die at: of all that were counted, `most` of them and the last ones."""
    whole = int(tell.read_text())
    chosen = set(range(1, whole + 1))
    if whole > most:
        chosen = set(Random(seed).sample(range(1, whole - 8), most - 8))
        chosen |= set(range(whole - 7, whole + 1))
    return iter(sorted(chosen))


def run(n: int, tell: Path, work: Callable[..., None], *args: Any) -> bool:
    """Run a worker that dies at its n-th moment; whether it did."""
    process = racing.start(dies_at, n, tell, work, *args)
    process.join()
    code = process.exitcode
    process.close()
    assert code in (0, -9, 15), f"the worker failed by itself: {code}"
    return code != 0


def evening(database: Path, acks: Path, tickets: int = 3) -> None:
    """The last customers, the close and its copy, each acknowledged once it was answered."""
    store, done = Store.open(database, parse=acts.parse), racing.Acknowledgements(acks)
    floor = Floor(AtOnce(store), "t", store.state.at)
    for _ in range(tickets):
        done.add(f"issued {now(floor.issue(Wish('GT'))).ticket}")
    now(floor.close_day())
    done.add(f"closed {store.state.seq}")
    copy_last_day(store.database.place, store.state.branch)
    done.add(f"copied {store.state.seq}")
    store.close()


def evenings(database: Path, acks: Path, _: int) -> None:
    """Evening after evening without end, to be killed from outside."""
    while True:
        evening(database, acks)


def customers(database: Path, acks: Path, _: int) -> None:
    """Customers without end beside it."""
    store, done = Store.open(database, parse=acts.parse), racing.Acknowledgements(acks)
    while True:
        try:
            done.add(f"issued {store.run(acts.issue, actor='race', now=TEN)}")
        except Refused:
            continue


def copies(database: Path, _: Path, target: Path) -> None:
    """Copy after copy under the same name without end."""
    while True:
        copying.copy(Place(database), target)


def opens(database: Path) -> None:
    """Open a branch, whatever version it is of."""
    Store.open(database, parse=acts.parse).close()


def puts_back(copy: Path, database: Path) -> None:
    """Restore a copy."""
    restore(copy, database)
