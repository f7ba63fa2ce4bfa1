"""The launcher on the command line: what `branchfloor` alone opens."""

import argparse
import os
import sys
from collections.abc import Sequence

from branchfloor.domain.errors import Refused

from .adding import Adder

COMMAND = "launcher"
_OF_ALL = frozenset({"-h", "--help", "--version"})


def add(adder: Adder) -> None:
    """Add this group of commands."""
    text = "the launcher: a new branch, then the screens of this PC (also without any command)"
    parser = adder.command(COMMAND, text)
    parser.add_argument("--theme", choices=("day", "night"), default="day")
    parser.add_argument(
        "--open", action="store_true", help="open what this PC opened last, at once"
    )
    parser.set_defaults(run=_start)


def with_command(words: Sequence[str]) -> list[str]:
    """The words with the launcher's command where none was given."""
    first = words[0] if words else ""
    alone = not words or (first.startswith("-") and first not in _OF_ALL)
    return [COMMAND, *words] if alone else list(words)


def _start(args: argparse.Namespace) -> int:
    if not _has_display():
        raise Refused("no_display")
    from ui.app.plain_import import load_qt

    load_qt()
    from ui.launcher.run import LauncherOptions, run_launcher

    from .main import language

    return run_launcher(LauncherOptions(args.database, language(args), args.theme, args.open))


def _has_display() -> bool:
    """Qt ends the process where a Linux PC has no display; a sentence is better."""
    named = any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not sys.platform.startswith("linux")
