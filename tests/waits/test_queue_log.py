"""What a queue log may hold: odd lines are named and used, bad ones named and skipped."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.waits.queue_log import COLUMNS, read_log, write_log
from tests.waits.queues import a_log

HEAD = ",".join(COLUMNS)


def line(ticket="A1", issued="09:00:00", called="09:02:00", finished="09:06:00", **other):
    day = other.get("day", "2026-11-24T")
    moments = [f"{day}{text}" if text else "" for text in (issued, called, finished)]
    return ",".join([ticket, "GW", "x", "", "1", *moments, other.get("outcome", "served")])


def read(tmp_path, *lines, head=HEAD, zone="UTC"):
    path = tmp_path / "log.csv"
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return read_log(path, zone)


def test_a_call_a_moment_before_the_issue_is_two_clocks(tmp_path):
    log = read(tmp_path, line(called="08:59:59"), line("A2", called="08:59:54"))
    assert len(log.rows) == 1
    assert [bad.line for bad in log.bad] == [3]
    assert log.odd == ()


def test_rows_out_of_order_are_named_and_used(tmp_path):
    log = read(tmp_path, line(), line("A2", issued="08:58:00"), line("A3"))
    assert len(log.rows) == 3
    assert [(odd.line, "above it" in odd.why) for odd in log.odd] == [(3, True)]


def test_a_ticket_met_again_is_named_and_used(tmp_path):
    log = read(tmp_path, line(), line())
    assert len(log.rows) == 2
    assert "A1" in log.odd[0].why


def test_times_with_and_without_an_offset_are_named_where_they_change(tmp_path):
    shanghai = [f"{clock}+08:00" for clock in ("09:00:30", "09:02:30", "09:06:30")]
    log = read(
        tmp_path, line(), line("A2", *shanghai), line("A3", "09:01:00"), zone="Asia/Shanghai"
    )
    assert [odd.line for odd in log.odd] == [3, 4]
    assert log.rows[1].issued_at - log.rows[0].issued_at == timedelta(seconds=30)


def test_another_zone_is_named_but_not_daylight_saving(tmp_path):
    zones = ("+01:00", "+02:00", "+08:00")
    lines = [
        line(f"A{n}", *(f"{n + 9:02}:{m}:00{zone}" for m in (10, 11, 12)))
        for n, zone in enumerate(zones)
    ]
    log = read(tmp_path, *lines)
    assert {odd.line for odd in log.odd if "zone" in odd.why} == {4}
    assert len(log.rows) == 3


def test_columns_nobody_knows_are_named_and_not_read(tmp_path):
    log = read(tmp_path, f"{line()},7,red", head=f"{HEAD},mood,colour")
    assert len(log.rows) == 1
    assert log.odd[0].line == 1
    assert "mood, colour" in log.odd[0].why


def test_the_hour_shown_twice_is_taken_in_order(tmp_path):
    log = read(
        tmp_path,
        line(issued="02:50:00", called="02:05:00", finished="02:20:00", day="2026-10-25T"),
        zone="Europe/Berlin",
    )
    row = log.rows[0]
    assert row.called_at.timestamp() - row.issued_at.timestamp() == 15 * 60
    assert row.finished_at.timestamp() - row.called_at.timestamp() == 15 * 60


def test_a_file_cut_off_is_read_as_far_as_it_goes(tmp_path):
    path = tmp_path / "log.csv.gz"
    write_log(path, a_log(2))
    whole = read_log(path)
    path.write_bytes(path.read_bytes()[:-2000])
    log = read_log(path)
    assert 0 < len(log.rows) < len(whole.rows)
    assert log.rows == whole.rows[: len(log.rows)]
    assert "breaks off" in log.bad[-1].why


def test_what_is_no_packed_file_is_told_as_such(tmp_path):
    path = tmp_path / "log.csv.gz"
    path.write_bytes(b"\x00\x01 no log at all \xff")
    assert "cannot be read" in read_log(path).bad[0].why


def test_bytes_that_are_no_text_spoil_one_row_only(tmp_path):
    path = tmp_path / "log.csv.gz"
    rotten = line("A2").encode().replace(b"2026-11-24T09:02", b"2026-\xff\xfe-24T09:02")
    text = f"{HEAD}\n{line()}\n".encode() + rotten + f"\n{line('A3')}\n".encode()
    path.write_bytes(gzip.compress(text))
    log = read_log(path)
    assert [row.ticket for row in log.rows] == ["A1", "A3"]
    assert [bad.line for bad in log.bad] == [3]


@pytest.mark.parametrize("moment", ["2026-11-24", "2026-W48-2T09:00:00", "20261124T090000Z"])
def test_moments_may_be_any_iso_form(tmp_path, moment):
    fields = ["A1", "GW", "x", "", "", moment, "", "", "left"]
    row = read(tmp_path, ",".join(fields)).rows[0]
    assert row.issued_at.date() == datetime(2026, 11, 24, tzinfo=UTC).date()
