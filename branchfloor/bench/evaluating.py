"""How many forecasts a second a queue log is evaluated with, learning as it goes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from branchfloor.config import load_preset
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.demo.house import House
from branchfloor.demo.queue_log import export_log
from branchfloor.floor.memory import MemoryFloor
from branchfloor.waits.queue_log import LogRow, read_log, write_log

from .floors import PRESET
from .plan import Bench
from .result import Result, within

LEAST_RATE = 2_000.0
"""Forecasts a second, without playing the floor forward."""
LEAST_TWIN_RATE = 200.0
"""Forecasts a second, playing the floor forward at each."""


def measure(bench: Bench) -> Iterator[Result]:
    """`waits evaluate` on the queue log of some days of the demo, without and with terms of the
    twin, beside only reading it.
    """
    plan, path = bench.plan, _log(bench)
    told_s = twin_s = read_s = float("inf")
    count = 0
    for _ in range(plan.advice_rounds):
        told_s = min(told_s, _told_s(path))
        twin_s = min(twin_s, _told_s(path, "--twin"))
        began = perf_counter()
        count = len(read_log(path).rows)
        read_s = min(read_s, (perf_counter() - began) / count)
    log = f"{count:,} tickets of {plan.log_days} demo days"
    yield _row("evaluate_log", (told_s, read_s), f"{log}: read, told, learned, scored; only read")
    played = f"{log}: the same with twin terms; without them"
    yield _row("evaluate_twin", (twin_s, told_s), played, LEAST_TWIN_RATE)


def _row(name: str, took_s: tuple[float, float], note: str, least: float = LEAST_RATE) -> Result:
    """A rate beside another, of seconds a ticket."""
    rate, beside = (1 / one_s for one_s in took_s)
    return within(Result(name, rate, "forecasts/s", beside, better="higher", note=note), least)


def _told_s(path: Path, *words: str) -> float:
    """Seconds a ticket that evaluating takes."""
    return float(_evaluated(path, *words)["seconds_per_1000"]) / 1000


def _evaluated(path: Path, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "branchfloor", "waits", "evaluate", str(path), *words, "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _log(bench: Bench) -> Path:
    path = bench.folder / "log.csv"
    write_log(path, (row for day in range(bench.plan.log_days) for row in _day(bench, day)))
    return path


def _day(bench: Bench, day: int) -> list[LogRow]:
    """The rows of one played day, put so many days later."""
    config = load_preset(PRESET)
    memory = MemoryFloor(config, first_morning(config))
    run_headless(memory, Play(seed=day + 1, minutes=bench.plan.day_minutes))
    later = timedelta(days=day)

    def put(row: LogRow) -> LogRow:
        return replace(
            row,
            ticket=f"{day}-{row.ticket}",
            issued_at=row.issued_at + later,
            called_at=row.called_at + later if row.called_at else None,
            finished_at=row.finished_at + later if row.finished_at else None,
        )

    return [put(row) for row in export_log(House.of(memory).entries(), config)]
