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
    times: dict[Path, list[float]] = {full: [], empty: []}
    for _ in range(bench.plan.starts):
        for path, found in times.items():
            child = Child(PLAIN, "cold", {"database": str(path)})
            found.append(child.result() - child.started_at)
    note = (
        f"process start to the state of a day with {bench.plan.day_tickets} tickets; an empty day"
    )
    yield within(
        Result("cold_start", median(times[full]), "s", median(times[empty]), note=note), LIMIT_S
    )


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


def opener(arguments: Mapping[str, Any]) -> float:
    """When this process held the state and the document, on the clock that all processes share."""
    store = opened(Path(arguments["database"]))
    store.config  # noqa: B018 - no screen can do without
    held_at = perf_counter()
    store.close()
    return held_at
