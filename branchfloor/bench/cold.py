"""How soon a process knows the floor: a new process on a day with two thousand tickets."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from .children import PLAIN, Child
from .floors import fill, founded, opened, serve
from .plan import Bench
from .result import Result, within

LIMIT_S = 0.5
STILL_WAITING = 60


def measure(bench: Bench) -> Iterator[Result]:
    """Open the branch in new processes, beside a branch whose day has not begun."""
    full, empty = bench.folder / "day.db", bench.folder / "morning.db"
    _play(full, bench.plan.day_tickets)
    founded(empty).close()
    opened_s: dict[Path, list[float]] = {full: [], empty: []}
    process_s: dict[Path, list[float]] = {full: [], empty: []}
    for _ in range(bench.plan.starts):
        for path in (full, empty):
            child = Child(PLAIN, "cold", {"database": str(path)})
            began_at, held_at = child.result()
            opened_s[path].append(held_at - began_at)
            process_s[path].append(held_at - child.started_at)
    day = f"a day with {bench.plan.day_tickets} tickets; an empty day"
    ours, bare = (median(opened_s[path]) for path in (full, empty))
    note = f"opening the branch in a new process: {day}"
    yield within(Result("cold_start", ours, "s", bare, note=note), LIMIT_S)
    ours, bare = (median(process_s[path]) for path in (full, empty))
    note = f"the same from the start of the process, Python and all imports included: {day}"
    yield Result("cold_process", ours, "s", bare, note=note)


def _play(path: Path, tickets: int) -> None:
    """A busy day through the real commands; some still wait."""
    store = founded(path)
    waiting = min(STILL_WAITING, tickets)
    fill(store, waiting)
    for _ in range((tickets - waiting) // waiting):
        fill(store, waiting)
        serve(store, waiting)
    fill(store, (tickets - waiting) % waiting)
    store.close()


def opener(arguments: Mapping[str, Any]) -> tuple[float, float]:
    """When this process began to open and when it held state and document, on the clock that all
    processes share.
    """
    began_at = perf_counter()
    store = opened(Path(arguments["database"]))
    store.config  # noqa: B018 - no screen can do without
    held_at = perf_counter()
    store.close()
    return began_at, held_at
