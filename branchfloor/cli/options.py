"""Options that commands share, and the values people type for them."""

import argparse
import getpass
from datetime import datetime
from functools import cache

from branchfloor.domain.clock import to_ms
from branchfloor.domain.errors import FloorError


@cache
def shared() -> argparse.ArgumentParser:
    """Options of every command, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    group = parent.add_argument_group("everywhere")
    group.add_argument("--database", metavar="URL", help="the branch's database file or URL")
    group.add_argument("--json", action="store_true", help="answer as JSON")
    group.add_argument("--lang", choices=("zh_CN", "en"), help="language of sentences")
    return parent


@cache
def acting() -> argparse.ArgumentParser:
    """Options of commands that act on the floor, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    group = parent.add_argument_group("who and when")
    group.add_argument("--at", metavar="ISO", help="act at this time (tests and replays)")
    group.add_argument("--staff", metavar="N", help="act as this staff number")
    group.add_argument("--key", metavar="K", help="the same key again gives the same answer")
    return parent


def moment(text: str | None) -> datetime | None:
    """The aware moment somebody typed; local time when it names no offset."""
    if text is None:
        return None
    try:
        return to_ms(datetime.fromisoformat(text).astimezone())
    except (ValueError, OverflowError):  # no time at all, or one beyond the calendar's ends
        raise FloorError("bad_time", value=text) from None


def actor(staff: str | None) -> str:
    """Who acts: a named person, or whoever is signed in to this PC."""
    return f"staff:{staff}" if staff else f"cli:{getpass.getuser()}"
