"""Queue logs: a day of tickets as a table anybody can read, written and read back."""

import csv
import gzip
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState
from branchfloor.domain.log import Entry

from .journeys import Journey, Journeys

COLUMNS = (
    *("ticket", "service", "priority", "green", "counter"),
    *("issued_at", "called_at", "finished_at", "outcome"),
)
SERVED, LEFT, NO_SHOW = OUTCOMES = ("served", "left", "no_show")

_OUTCOME = {
    LegState.DONE: SERVED,
    LegState.LEFT: LEFT,
    LegState.CANCELLED: LEFT,
    LegState.ABANDONED: LEFT,
    LegState.EXPIRED: NO_SHOW,
}


@dataclass(frozen=True, slots=True)
class LogRow:
    """One leg that came to its end. Moments are aware; a leg never called has no counter.

    `called_at` is the latest call; `ticket` is unique over all days, a later leg of a visit has
    its number behind a stroke and was issued when it began to wait.
    """

    ticket: str
    service: str
    priority: str
    green: bool
    counter: str | None
    issued_at: datetime
    called_at: datetime | None
    finished_at: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be used, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class QueueLog:
    """What a file held: the rows that can be used, in their order, and the lines that cannot."""

    rows: tuple[LogRow, ...]
    bad: tuple[BadRow, ...]


def export_log(entries: Iterable[Entry], config: BranchConfig) -> list[LogRow]:
    """A row for each leg of a log that has ended, by issue, in the branch's own time."""
    local = zone(config.time_zone)
    legs = sorted(Journeys.read(entries).legs, key=_since)
    return [_row(leg, _OUTCOME[leg.state], local) for leg in legs if leg.state in _OUTCOME]


def _since(leg: Journey) -> datetime:
    return leg.waits_since


def _row(leg: Journey, outcome: str, local: ZoneInfo) -> LogRow:
    called = outcome != LEFT
    return LogRow(
        ticket=leg.visit_id if leg.leg_no == 1 else f"{leg.visit_id}/{leg.leg_no}",
        service=leg.service,
        priority=leg.class_name,
        green=leg.green,
        counter=leg.counter if called else None,
        issued_at=leg.waits_since.astimezone(local),
        called_at=leg.called_at.astimezone(local) if called and leg.called_at else None,
        finished_at=leg.finished_at.astimezone(local) if leg.finished_at else None,
        outcome=outcome,
    )


def write_log(path: Path, rows: Iterable[LogRow]) -> None:
    """Write rows as CSV; packed when the name ends in .gz. The same rows give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_fields, rows))
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def _fields(row: LogRow) -> tuple[str, ...]:
    return (
        row.ticket,
        row.service,
        row.priority,
        "1" if row.green else "",
        row.counter or "",
        _iso(row.issued_at),
        _iso(row.called_at),
        _iso(row.finished_at),
        row.outcome,
    )


def _iso(moment: datetime | None) -> str:
    return moment.isoformat(timespec="milliseconds") if moment else ""


def read_log(path: Path, time_zone: str = "UTC") -> QueueLog:
    """Read a queue log; moments without an offset are taken as local in `time_zone`."""
    with _reading(path) as file:
        return _read(file, zone(time_zone))


def _reading(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _read(file: IO[str], local: ZoneInfo) -> QueueLog:
    lines = csv.reader(file)
    header = next(lines, list[str]())
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        return QueueLog((), (BadRow(1, f"columns missing: {', '.join(missing)}"),))
    rows: list[LogRow] = []
    bad: list[BadRow] = []
    for fields in lines:
        try:
            if fields:
                rows.append(_parsed(header, fields, local))
        except ValueError as error:
            bad.append(BadRow(lines.line_num, str(error)))
    return QueueLog(tuple(rows), tuple(bad))


def _parsed(header: list[str], fields: list[str], local: ZoneInfo) -> LogRow:
    if len(fields) != len(header):
        raise ValueError(f"{len(fields)} fields, {len(header)} expected")
    row = dict(zip(header, fields, strict=True))
    issued, called, finished = (
        _moment(row[name], name, local) for name in ("issued_at", "called_at", "finished_at")
    )
    if issued is None:
        raise ValueError("issued_at is empty")
    _check(row, issued, called, finished)
    return LogRow(
        ticket=row["ticket"],
        service=row["service"],
        priority=row["priority"],
        green=row["green"].strip().lower() not in ("", "0", "no", "false"),
        counter=row["counter"] or None,
        issued_at=issued,
        called_at=called,
        finished_at=finished,
        outcome=row["outcome"],
    )


def _moment(text: str, name: str, local: ZoneInfo) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{name} is no ISO 8601 moment: {text}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=local)


def _check(
    row: dict[str, str], issued: datetime, called: datetime | None, finished: datetime | None
) -> None:
    if row["outcome"] not in OUTCOMES:
        raise ValueError(f"outcome is none of {', '.join(OUTCOMES)}: {row['outcome']}")
    if not row["service"]:
        raise ValueError("service is empty")
    if row["outcome"] == SERVED and (called is None or finished is None):
        raise ValueError("served, but called_at or finished_at is empty")
    order = [moment for moment in (issued, called, finished) if moment is not None]
    if order != sorted(order):
        raise ValueError("issued_at, called_at and finished_at are not in order")
