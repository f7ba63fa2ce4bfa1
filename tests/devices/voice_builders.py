"""Calls and programs for the tests of the voice."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from branchfloor.devices.voice import Announcement

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


class StoppedClock:
    """A clock that a test sets."""

    def __init__(self):
        self.at = NOON

    def now(self):
        return self.at

    def later(self, seconds):
        self.at += timedelta(seconds=seconds)


def a_call(call_no=1, ticket="A031", counter="3", age_s=0.0, **rest):
    """A call made `age_s` before noon."""
    called_at = NOON - timedelta(seconds=age_s)
    return Announcement(call_no, ticket, counter, called_at, **rest)


def a_program(folder: Path, name: str, *lines: str) -> Path:
    """A shell script that stands for a program of the system."""
    path = folder / name
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path
