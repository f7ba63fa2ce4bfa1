"""Issue, call next and a whole day: the samples of children as rows."""

import json
import subprocess
import sys
from collections.abc import Iterator

from .children import WINDOWED, ask
from .plan import Bench
from .result import Result, against, within
from .timing import typical

ISSUE_TIMES = 2
CALL_TIMES = 3
MANY_TIMES = 2
TIMES_REAL = 2_000.0


def issue(bench: Bench) -> Iterator[Result]:
    """Issue, durable, under qasync, beside bare sqlite3 that writes the same rows."""
    found = ask(WINDOWED, "issue", bench.arguments())
    for share, name in ((0.5, "p50"), (0.99, "p99")):
        ours, bare = typical(found["ours"], share), typical(found["bare"], share)
        note = "durable, in the screen's loop; bare sqlite3 that writes the same rows"
        yield against(Result(f"issue_{name}", ours, "ms", bare, note=note), ISSUE_TIMES)


def call(bench: Bench) -> Iterator[Result]:
    """Call next with few waiting beside bare sqlite3, and with many beside few."""
    found = ask(WINDOWED, "call", bench.arguments())
    few, bare, many = (typical(found[name], 0.5) for name in ("few", "bare", "many"))
    plan = bench.plan
    note = f"{plan.few_waiting:,} waiting; bare sqlite3 that writes the same rows"
    yield against(Result("call_few", few, "ms", bare, note=note), CALL_TIMES)
    note = f"{plan.many_waiting:,} waiting; {plan.few_waiting:,} waiting"
    yield against(Result("call_many", many, "ms", few, note=note), MANY_TIMES)


def day(bench: Bench) -> Iterator[Result]:
    """A headless day through the real commands on a real file."""
    minutes = bench.plan.day_minutes
    command = ["demo", "--headless", "--minutes", str(minutes), "--seed", "1", "--json"]
    command += ["--database", str(bench.folder / "demo.db")]
    done = subprocess.run(
        [sys.executable, "-m", "branchfloor", *command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    summary = json.loads(done.stdout)
    times = minutes * 60 / summary["wall_s"]
    note = f"{summary['issued']} tickets in {summary['wall_s']:.2f} s; the clock on the wall"
    row = Result("headless_day", times, "× real time", 1.0, better="higher", note=note)
    yield within(row, TIMES_REAL)
