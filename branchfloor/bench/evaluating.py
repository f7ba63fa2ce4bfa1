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


def measure(bench: Bench) -> Iterator[Result]:
    """`waits evaluate` on the queue log of some days of the demo, beside only reading it."""
    plan, path = bench.plan, _log(bench)
    told_s, read_s, count = float("inf"), float("inf"), 0
    for _ in range(plan.advice_rounds):
        told_s = min(told_s, float(_evaluated(path)["seconds_per_1000"]) / 1000)
        began = perf_counter()
        count = len(read_log(path).rows)
        read_s = min(read_s, (perf_counter() - began) / count)
    note = f"{count:,} tickets of {plan.log_days} demo days: read, told, learned, scored; only read"
    row = Result("evaluate_log", 1 / told_s, "forecasts/s", 1 / read_s, better="higher", note=note)
    yield within(row, LEAST_RATE)


def _evaluated(path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "branchfloor", "waits", "evaluate", str(path), "--json"],
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
