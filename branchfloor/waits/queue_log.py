"""Queue logs: days of tickets as a table anybody can read, written and read back.

A row that cannot be used is named by its line and skipped; one that is odd but usable is named
and used. A moment may lie a few seconds before the one it follows: that is two clocks, no fault.
"""

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from branchfloor.domain.clock import zone

COLUMNS = (
    *("ticket", "service", "priority", "green", "counter"),
    *("issued_at", "called_at", "finished_at", "outcome"),
)
SERVED, LEFT, NO_SHOW = OUTCOMES = ("served", "left", "no_show")
CLOCKS_APART = timedelta(seconds=5)


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
    """A line, and what is wrong with it."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class QueueLog:
    """What a file held: the rows that can be used, in their order, the lines that cannot and
    those that are odd but were used.
    """

    rows: tuple[LogRow, ...]
    bad: tuple[BadRow, ...]
    odd: tuple[BadRow, ...] = ()


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
        return _Reader(zone(time_zone)).read(file)


def _reading(path: Path) -> IO[str]:
    """The text of a file, packed or not; bytes that are no text have a mark in place of them."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="", errors="replace")
    return path.open(encoding="utf-8-sig", newline="", errors="replace")


class _Reader:
    """Reads the lines of one file."""

    def __init__(self, local: ZoneInfo) -> None:
        self.local = local
        self.rows: list[LogRow] = []
        self.bad: list[BadRow] = []
        self.odd: list[BadRow] = []
        self._offset: bool | None = None  # whether moments name their offset
        self._tickets = set[str]()

    def read(self, file: IO[str]) -> QueueLog:
        lines = csv.reader(file)
        try:
            header = [name.strip() for name in next(lines, list[str]())]
        except (csv.Error, EOFError, zlib.error, gzip.BadGzipFile) as error:
            return QueueLog((), (BadRow(1, f"cannot be read: {error}"),))
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            return QueueLog((), (BadRow(1, f"columns missing: {', '.join(missing)}"),))
        unknown = [name for name in header if name not in COLUMNS]
        if unknown:
            self.odd.append(BadRow(1, f"unknown columns, not read: {', '.join(unknown)}"))
        places = [header.index(name) for name in COLUMNS]
        for line, fields in self._lines(lines):
            if len(fields) == len(header):
                self._take(line, [fields[place].strip() for place in places])
            else:
                self.bad.append(BadRow(line, f"{len(fields)} fields, {len(header)} expected"))
        return QueueLog(tuple(self.rows), tuple(self.bad), tuple(self.odd))

    def _lines(self, lines: Any) -> Iterator[tuple[int, list[str]]]:
        """The lines that have fields; a broken one is named, a file cut off ends there."""
        while True:
            try:
                fields = next(lines)
            except StopIteration:
                return
            except csv.Error as error:
                self.bad.append(BadRow(lines.line_num, str(error)))
                continue
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                self.bad.append(BadRow(lines.line_num + 1, f"the file breaks off: {error}"))
                return
            if fields:
                yield lines.line_num, fields

    def _take(self, line: int, fields: list[str]) -> None:
        try:
            row = _parsed(fields, self.local)
        except (ValueError, OverflowError) as error:
            self.bad.append(BadRow(line, str(error)))
            return
        for why in self._oddities(row):
            self.odd.append(BadRow(line, why))
        self._tickets.add(row.ticket)
        self.rows.append(row)

    def _oddities(self, row: LogRow) -> Iterator[str]:
        before = self.rows[-1] if self.rows else None
        if before is not None and row.issued_at < before.issued_at:
            yield "issued before the row above it; used in its place in time"
        if row.ticket in self._tickets:
            yield f"ticket {row.ticket} stands here again; used as one more"
        named = row.issued_at.tzinfo is not self.local
        if self._offset is not None and named != self._offset:
            kind = "with" if named else "without"
            yield f"time {kind} an offset, unlike the row above it; used"
        elif before is not None and named and _far(row.issued_at, before.issued_at):
            yield "another time zone than the row above it; used"
        self._offset = named


def _far(moment: datetime, other: datetime) -> bool:
    """Whether offsets differ by more than daylight saving does."""
    mine, others = moment.utcoffset(), other.utcoffset()
    return mine is not None and others is not None and abs(mine - others) > timedelta(hours=1)


def _parsed(fields: list[str], local: ZoneInfo) -> LogRow:
    """The row of fields in the order of the columns; ValueError says what is wrong."""
    ticket, service, priority, green, counter, *moments, outcome = fields
    issued, called, finished = _in_order(
        [_moment(text, at, local) for at, text in enumerate(moments, len(COLUMNS) - 4)]
    )
    if issued is None:
        raise ValueError("issued_at is empty")
    if outcome not in OUTCOMES:
        raise ValueError(f"outcome is none of {', '.join(OUTCOMES)}: {outcome}")
    if not service:
        raise ValueError("service is empty")
    if outcome == SERVED and (called is None or finished is None):
        raise ValueError("served, but called_at or finished_at is empty")
    urgent = green.lower() not in ("", "0", "no", "false")
    return LogRow(
        ticket, service, priority, urgent, counter or None, issued, called, finished, outcome
    )


def _moment(text: str, at: int, local: ZoneInfo) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{COLUMNS[at]} is no ISO 8601 moment: {text}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=local)


def _in_order(moments: list[datetime | None]) -> list[datetime | None]:
    """The moments as they are when each follows the one before. In the hour that clocks show
    twice, one that would lie before it belongs to the second time; else ValueError.
    """
    known = [moment for moment in moments if moment is not None]
    if all(early <= late for early, late in pairwise(known)):
        return moments
    for at, late in enumerate(moments):
        early = next((m for m in reversed(moments[:at]) if m is not None), None)
        if late is None or early is None or not _behind(early, late):
            continue
        moments[at] = late.replace(fold=1)
        if _behind(early, late.replace(fold=1)):
            raise ValueError("issued_at, called_at and finished_at are not in order")
    return moments


def _behind(early: datetime, late: datetime) -> bool:
    return early.timestamp() - late.timestamp() > CLOCKS_APART.total_seconds()
