import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from branchfloor.domain.errors import Refused
from ui.app.crash import CrashReport, describe, install_crash_report

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


class Clock:
    """A clock that steps a second at each look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def report(tmp_path: Path):
    made = CrashReport(tmp_path / "crashes", "console", Clock())
    made.install()
    yield made
    made.remove()


def fail(text: str) -> BaseException:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def files(report: CrashReport) -> list[Path]:
    return sorted(report.folder.glob("crash-*.txt"))


def test_an_error_leaves_a_report_without_its_values(report, capsys):
    error = fail("card 6222 0000 of Zhang San")
    sys.excepthook(type(error), error, error.__traceback__)
    text = files(report)[0].read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert "Zhang" not in text
    assert "6222" not in text
    assert "Zhang" in capsys.readouterr().err, "whoever sits before it still sees the whole"


def test_a_refusal_is_named_by_its_code():
    assert "[key_reused]" in describe(Refused("key_reused", name="Zhang San"))
    assert "Zhang" not in describe(Refused("key_reused", name="Zhang San"))


def test_only_the_last_twenty_are_kept(report, capsys):
    error = fail("x")
    for _ in range(25):
        report.on_error(type(error), error, None)
    assert len(files(report)) == 20
    assert files(report)[-1].name.startswith("crash-console-20261125T040025")


def test_ctrl_c_is_not_a_crash(report):
    report.on_error(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert files(report) == []


async def test_a_failed_callback_of_the_loop_is_reported(tmp_path, capsys):
    report = CrashReport(tmp_path, "board", Clock())
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    report.watch(loop)
    try:
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0.001)
    finally:
        loop.set_exception_handler(before)
    assert "ZeroDivisionError" in next(iter(tmp_path.glob("crash-board-*"))).read_text()


def test_qts_warnings_go_to_stderr_and_leave_no_report(report, capsys):
    qWarning("something odd")
    assert "something odd" in capsys.readouterr().err
    assert files(report) == []


def test_installing_gives_a_report_that_tells_whoever_asked(tmp_path, capsys):
    told: list[Path] = []
    report = install_crash_report(tmp_path, "kiosk")
    report.told = told.append
    try:
        report.on_error(ValueError, fail("x"), None)
    finally:
        report.remove()
    assert told == files(report)
