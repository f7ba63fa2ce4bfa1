"""Waits on the command line: forecasts replayed over a queue log, and what they were worth."""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfoNotFoundError

from branchfloor.domain.clock import zone
from branchfloor.domain.errors import Refused
from branchfloor.phrasing import Phrases

from .adding import Adder
from .options import shared
from .printing import print_json

if TYPE_CHECKING:
    from branchfloor.waits.queue_log import BadRow, LogRow, QueueLog

COLUMNS = ("n", "rmse_s", "mae_s", "bias_s", "coverage_80", "width_80_s", "winkler_80")


def add(adder: Adder) -> None:
    """Add this group of commands."""
    parser = adder.command("waits", "what wait forecasts are worth")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    text = "replay a queue log, forecasting at each issue from what was known by then"
    parser = actions.add_parser("evaluate", help=text, description=text, parents=[shared()])
    parser.add_argument("log", type=Path, metavar="LOG", help="the log to score, .csv or .csv.gz")
    parser.add_argument(
        "--train",
        type=Path,
        metavar="LOG",
        nargs="+",
        action="extend",
        default=[],
        help="earlier logs to learn from first",
    )
    parser.add_argument(
        "--time-zone",
        metavar="ZONE",
        default="UTC",
        help="the zone of moments that name no offset (UTC when left out)",
    )
    parser.add_argument(
        "--twin",
        action="store_true",
        help="at each issue also play the hall as it could be seen forward, and learn from that "
        "too: a little nearer, but it takes longer",
    )
    parser.set_defaults(run=_evaluate)


def _evaluate(args: argparse.Namespace) -> int:
    # one thread: small matrices gain nothing from more, and wait for each other on a busy PC
    from branchfloor.waits.replaying.evaluating import evaluate, value_of

    from .main import language

    start, phrases = time.perf_counter(), Phrases.load(language(args))
    log = read_queue_log(args.log, args.time_zone, phrases)
    train = [read_queue_log(path, args.time_zone, phrases) for path in args.train]
    _warn_of_later(log, dict(zip(args.train, train, strict=True)), phrases)
    found = evaluate(log.rows, _rows(train), twin=args.twin)
    took_s = time.perf_counter() - start
    value = {
        "rows": len(log.rows) + sum(bad.line > 1 for bad in log.bad),
        "bad_rows": len(log.bad),
        "seconds_per_1000": round(1000.0 * took_s / max(1, len(log.rows)), 4),
        **({"twin": True} if args.twin else {}),
        "waited": value_of(found.waited),
        "served": value_of(found.served),
    }
    if args.json:
        print_json(value)
    else:
        _print(value)
    return 0


def _warn_of_later(log: "QueueLog", train: dict[Path, "QueueLog"], phrases: Phrases) -> None:
    """Logs that lie wholly after the one scored teach nothing: it is told, they are no error."""
    last = max((row.issued_at for row in log.rows), default=None)
    for path, other in train.items():
        if last and other.rows and min(row.issued_at for row in other.rows) > last:
            print(phrases.say("queue_log.too_late", path=path), file=sys.stderr)


def _rows(logs: Iterable["QueueLog"]) -> list["LogRow"]:
    return [row for log in logs for row in log.rows]


def read_queue_log(path: Path, time_zone: str, phrases: Phrases) -> "QueueLog":
    """A log; what is odd in it is named on standard error, line by line."""
    from branchfloor.waits.queue_log import read_log

    try:
        zone(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused("queue_log.unknown_zone", zone=time_zone) from None
    try:
        log = read_log(path, time_zone)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused("queue_log.unreadable", path=path, why=why) from error
    for code, rows in (("queue_log.skipped", log.bad), ("queue_log.used", log.odd)):
        for why, lines in _by_reason(rows):
            print(phrases.say(code, path=path, lines=lines, why=why), file=sys.stderr)
    return log


def _by_reason(rows: Sequence["BadRow"]) -> list[tuple[str, str]]:
    """Each reason with its lines, runs of them drawn together: 3, 17-19, 40."""
    lines: dict[str, list[int]] = {}
    for row in rows:
        lines.setdefault(row.why, []).append(row.line)
    return [(why, _spans(numbers)) for why, numbers in lines.items()]


def _spans(numbers: list[int]) -> str:
    runs = groupby(enumerate(numbers), key=_less_place)
    spans = [[number for _, number in run] for _, run in runs]
    return ", ".join(str(s[0]) if len(s) == 1 else f"{s[0]}-{s[-1]}" for s in spans)


def _less_place(pair: tuple[int, int]) -> int:
    return pair[1] - pair[0]


def _print(value: dict[str, Any]) -> None:
    """The figures as tables; names are those of the JSON form."""
    for name in ("rows", "bad_rows", "seconds_per_1000", "twin"):
        if name in value:
            print(f"{name:<18}{value[name]}")
    for name in ("waited", "served"):
        groups = value[name]
        _print_group(f"{name}  all", groups["all"])
        for kind in ("by_priority", "by_service"):
            for which, group in groups[kind].items():
                _print_group(f"{name}  {kind.partition('_')[2]}  {which}", group)


def _print_group(title: str, group: dict[str, Any]) -> None:
    print(f"\n{title}\n  {'':<16}" + "".join(f"{column:>12}" for column in COLUMNS))
    for name, score in group.items():
        if name != "n":
            by = f"  ({score['by']})" if "by" in score else ""
            cells = [group["n"], *(score[column] for column in COLUMNS[1:])]
            print(f"  {name + by:<16}" + "".join(f"{_cell(cell):>12}" for cell in cells))


def _cell(cell: float | None) -> str:
    if cell is None:
        return "–"
    return str(cell) if isinstance(cell, int) else f"{cell:.3f}" if 0 < cell < 1 else f"{cell:.1f}"
