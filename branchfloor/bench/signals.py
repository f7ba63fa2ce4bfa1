"""From a commit in one process to the state signal in another, through the real bridge."""

import random
import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from branchfloor.floor.commands import Command, perform
from branchfloor.storage.bells import Bell
from branchfloor.storage.place import Place
from branchfloor.storage.store import Store

from .child import say, told
from .children import PLAIN, WINDOWED, Child, together
from .floors import ACTOR, founded, wishes
from .plan import Bench
from .result import Result, within
from .timing import percentile

LIMIT_MS = 25.0
LISTENERS = ((WINDOWED, "follow"), (PLAIN, "listen"))
SHORTEST_S, LONGEST_S = 0.02, 0.08
"""Commits come at random between these, as from a busy hall on a demo's clock."""

Seen = list[tuple[int, float]]


def measure(bench: Bench) -> Iterator[Result]:
    """Commit → `changed` in another process, beside a bare listener that reads one row."""
    path = bench.folder / "signal.db"
    store = founded(path)
    arguments = bench.arguments(database=str(path))
    with together(Child(module, task, arguments) for module, task in LISTENERS) as children:
        for child in children:
            child.line()
        sent = _commit(store, bench.plan.signals)
        for child in children:
            child.tell()
        ours, bare = (_delays_ms(sent, child.result()) for child in children)
    store.close()
    for share, name in ((0.5, "p50"), (0.99, "p99")):
        note = "commit in one process to FloorBridge.changed in another; beside a bare listener"
        reference = percentile(bare, share)
        yield within(
            Result(f"state_signal_{name}", percentile(ours, share), "ms", reference, note=note),
            LIMIT_MS,
        )


def _commit(store: Store, count: int) -> Seen:
    """Issue tickets at random moments; each entry's sequence with when its commit was done."""
    chance, wish, sent = random.Random(1), iter(wishes(store.config)), []
    for _ in range(count):
        store.run(partial(perform, command=Command("issue", {"wish": next(wish)})), actor=ACTOR)
        sent.append((store.state.seq, perf_counter()))
        store.ring()
        sleep(chance.uniform(SHORTEST_S, LONGEST_S))
    return sent


def _delays_ms(sent: Seen, seen: Seen) -> list[float]:
    """How long after each commit the first state that holds it was heard."""
    sequences = [seq for seq, _ in seen]
    found = []
    for seq, at in sent:
        place = bisect_left(sequences, seq)
        if place == len(seen):
            raise ValueError(f"entry {seq} was never heard of")
        found.append(max(0.0, (seen[place][1] - at) * 1000))
    return found


def bare_listener(arguments: Mapping[str, Any]) -> Seen:
    """The least that another process can do: hear the bell, read the head of the log."""
    place = Place.of(Path(arguments["database"]))
    raw = sqlite3.connect(place.path, isolation_level=None)
    bell, over, seen = Bell(place.bells), told(), []
    say("ready")
    try:
        while not over.is_set():
            bell.wait(0.25)
            seq = raw.execute("SELECT head_seq FROM branch").fetchone()[0]
            seen.append((seq, perf_counter()))
    finally:
        bell.close()
        raw.close()
    return seen
