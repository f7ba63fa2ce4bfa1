"""Queue logs: written and read back alike, bad rows named by line and counted."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from branchfloor.demo.queue_log import export_log
from branchfloor.domain.clock import to_ms
from branchfloor.waits.queue_log import COLUMNS, LogRow, read_log, write_log
from tests.demo.days import a_day

HEAD = ",".join(COLUMNS)
GOOD = "A001,GW,ordinary,,1,2026-11-24T09:00:01,2026-11-24T09:02:00,2026-11-24T09:06:00,served"


def rows_of_a_day() -> list[LogRow]:
    day = a_day()
    return export_log(day.memory.entries, day.config)


def test_a_day_is_a_row_for_each_leg_that_ended() -> None:
    parts, rows = a_day().summary.by_service.values(), rows_of_a_day()
    assert len(rows) == sum(part.issued - part.waiting for part in parts)
    outcomes = [row.outcome for row in rows]
    assert outcomes.count("served") == sum(part.served for part in parts)
    assert outcomes.count("no_show") == sum(part.expired for part in parts)
    left = sum(part.left + part.cancelled + part.abandoned for part in parts)
    assert outcomes.count("left") == left
    later = [row for row in rows if "/" in row.ticket]
    first = {row.ticket: row for row in rows}
    assert later
    assert any(row.issued_at > first[row.ticket.split("/")[0]].issued_at for row in later)
    assert len({row.ticket for row in rows}) == len(rows)
    assert any(row.green for row in rows)
    assert all((row.counter is None) == (row.called_at is None) for row in rows)
    assert all(row.counter is None for row in rows if row.outcome == "left")
    assert [row.issued_at for row in rows] == sorted(row.issued_at for row in rows)


@pytest.mark.parametrize("name", ["day.csv", "day.csv.gz"])
def test_a_day_reads_back_as_it_was_written(tmp_path: Path, name: str) -> None:
    rows = rows_of_a_day()
    write_log(tmp_path / name, rows)
    back = read_log(tmp_path / name)
    assert back.bad == ()
    assert [to_ms(row.issued_at) for row in rows] == [row.issued_at for row in back.rows]
    for before, after in zip(rows, back.rows, strict=True):
        assert (before.ticket, before.green, before.counter) == (
            after.ticket,
            after.green,
            after.counter,
        )
        assert before.outcome == after.outcome


def test_moments_say_their_offset(tmp_path: Path) -> None:
    write_log(tmp_path / "day.csv", rows_of_a_day())
    lines = (tmp_path / "day.csv").read_text().splitlines()
    assert lines[0] == HEAD
    assert "+08:00" in lines[1]


def test_packed_logs_have_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.csv.gz", "b.csv.gz"):
        write_log(tmp_path / name, rows_of_a_day())
    assert (tmp_path / "a.csv.gz").read_bytes() == (tmp_path / "b.csv.gz").read_bytes()


def test_a_moment_without_offset_is_local(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"{HEAD}\n{GOOD}\n")
    read = read_log(path, "Asia/Shanghai").rows[0]
    assert read.issued_at == datetime(2026, 11, 24, 1, 0, 1, tzinfo=UTC)
    assert read_log(path).rows[0].issued_at - read.issued_at == timedelta(hours=8)


BAD = {
    "A1,GW,x,,1,nine,2026-11-24T09:02:00,2026-11-24T09:06:00,served": "issued_at",
    "A1,GW,x,,1,,2026-11-24T09:02:00,2026-11-24T09:06:00,served": "issued_at is empty",
    "A1,GW,x,,1,2026-11-24T09:00:00,2026-11-24T08:00:00,2026-11-24T09:06:00,served": "in order",
    "A1,GW,x,,1,2026-11-24T09:00:00,,2026-11-24T09:06:00,served": "called_at",
    "A1,GW,x,,1,2026-11-24T09:00:00,,,vanished": "outcome",
    "A1,,x,,1,2026-11-24T09:00:00,,2026-11-24T09:06:00,left": "service",
    "A1,GW": "2 fields",
}


@pytest.mark.parametrize("line", BAD)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"{HEAD}\n{GOOD}\n{line}\n\n{GOOD}\n")
    log = read_log(path)
    assert len(log.rows) == 2
    assert [bad.line for bad in log.bad] == [3]
    assert BAD[line] in log.bad[0].why


def test_unknown_services_and_priorities_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "log.csv.gz"
    line = "x,30175,high,yes,,2014-01-02T09:00:03,,2014-01-02T09:04:48,left"
    path.write_bytes(gzip.compress(f"\ufeff{HEAD}\n{line}\n".encode()))
    log = read_log(path)
    assert log.bad == ()
    assert (log.rows[0].service, log.rows[0].priority, log.rows[0].green) == ("30175", "high", True)
    assert log.rows[0].called_at is None


def test_columns_may_stand_in_any_order_but_not_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("ticket,service\nA1,GW\n")
    log = read_log(path)
    assert log.rows == ()
    assert log.bad[0].line == 1
    assert "counter" in log.bad[0].why
    turned = [*reversed(COLUMNS)], [*reversed(GOOD.split(","))]
    path.write_text("\n".join(",".join(fields) for fields in turned))
    assert read_log(path).rows[0].service == "GW"


def test_an_empty_file_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("")
    assert len(read_log(path).bad) == 1
