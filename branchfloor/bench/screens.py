"""The real screens in processes of their own: how soon, how idle, how large, how prompt."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any

from .bare_window import bare_window
from .children import WINDOWED, Child, ask, together
from .floors import fill, founded, publish
from .plan import Bench
from .result import Result, against, within
from .timing import percentile

IDLE_LIMITS = {"kiosk": 0.5, "console": 0.5, "board": 1.0, "overview": 1.0}
"""Per cent of a core; board and overview move clocks."""

START_TIMES = 4
MEMORY_MB = 140.0
PAINTED_MS = 60.0
CALM_WAITING = 24
"""A hall in which no tile asks whether one really wants to wait that long."""


def idle(bench: Bench) -> Iterator[Result]:
    """All four screens at once on one branch in which people wait and nothing happens.

    One more process keeps the branch, so that each screen only waits, as most do.
    """
    arguments = _busy(bench, bench.plan.few_waiting)
    told = [{**arguments, "kind": kind} for kind in ("console", *IDLE_LIMITS)]
    with together(_settled(one) for one in told) as children, ThreadPoolExecutor(1) as beside:
        for child in children:
            child.tell("measure")
        bare = beside.submit(bare_window, bench.plan.idle_s)
        keeper, *waiting = [float(child.line()) for child in children]
        reference = bare.result()["cpu"]
        for child in children:
            child.tell("over")
            child.result()
    used = dict(zip(IDLE_LIMITS, waiting, strict=True))
    yield from _idle_rows({**used, "keeper": keeper}, reference)


def _settled(told: dict[str, Any]) -> Child:
    """A screen that has come to rest: the first of them keeps the branch."""
    child = Child(WINDOWED, "idle", told)
    child.line()
    return child


def _idle_rows(used: dict[str, float], reference: float) -> Iterator[Result]:
    for kind, limit in IDLE_LIMITS.items():
        note = "of a core, waiting with the others; a bare Qt window"
        yield within(Result(f"idle_{kind}", used[kind], "%", reference, note=note), limit)
    note = "the process that keeps the branch: lease, what is due, forecasts"
    yield Result("idle_keeper", used["keeper"], "%", reference, note=note)


def start(bench: Bench) -> Iterator[Result]:
    """Kiosk: process start → its tiles are painted; memory then. Beside a bare Qt window."""
    arguments = _busy(bench, CALM_WAITING)
    ours: list[dict[str, Any]] = []
    bare: list[dict[str, Any]] = []
    for _ in range(bench.plan.starts):
        bare.append(bare_window())
        child = Child(WINDOWED, "start", arguments)
        said = child.result()
        frame_s, tiles_s = (said[at] - child.started_at for at in ("frame_at", "tiles_at"))
        ours.append({"frame": frame_s, "tiles": tiles_s, "mb": said["mb"]})
    yield from _start_rows(ours, bare)


def _start_rows(ours: list[dict[str, Any]], bare: list[dict[str, Any]]) -> Iterator[Result]:
    reference = median(one["s"] for one in bare)
    frame_s, tiles_s = (median(one[name] for one in ours) for name in ("frame", "tiles"))
    note = "process start to the first painted frame; a bare Qt window of the same size"
    yield against(Result("kiosk_start", frame_s, "s", reference, note=note), START_TIMES)
    note = "process start to painted tiles with their waits: the database is open by then"
    yield Result("kiosk_tiles", tiles_s, "s", reference, note=note)
    if all(one["mb"] is not None for one in (*ours, *bare)):
        sizes = [median(one["mb"] for one in found) for found in (ours, bare)]
        note = "resident memory a second after its tiles; a bare Qt window"
        yield within(Result("kiosk_memory", sizes[0], "MB", sizes[1], note=note), MEMORY_MB)


def touch(bench: Bench) -> Iterator[Result]:
    """Tap → ticket page painted; key → called number painted. Beside a bare label."""
    arguments = _busy(bench, CALM_WAITING)
    for task, name, note in (
        ("tap", "tap_ticket", "tap on a tile to the painted number; a bare label"),
        ("key", "key_called", "F9 to the painted number of who is called; a bare label"),
    ):
        found = ask(WINDOWED, task, arguments)
        for share in (0.5, 0.95):
            ours, bare = (percentile(found[which], share) for which in ("ours", "bare"))
            said = Result(f"{name}_p{share * 100:.0f}", ours, "ms", bare, note=note)
            yield within(said, PAINTED_MS)


def _busy(bench: Bench, waiting: int) -> dict[str, Any]:
    """A branch in which so many wait, as a child is told of it."""
    path = bench.folder / "floor.db"
    store = founded(path)
    fill(store, waiting)
    publish(store)
    store.close()
    return bench.arguments(database=str(path))
