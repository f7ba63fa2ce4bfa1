"""The command line: one parser, small groups of commands, exits that programs can rely on.

0 done · 1 refused · 2 wrong usage · 3 nobody waiting · 4 database unavailable.
"""

import argparse
import io
import os
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from branchfloor import __version__
from branchfloor.domain.errors import FloorError, NobodyWaiting, StorageTrouble
from branchfloor.phrasing import Phrases

from .adding import Adder
from .launching import with_command
from .printing import print_error

DONE, REFUSED, USAGE, NOBODY, NO_DATABASE = range(5)

GROUPS = (
    "branch",
    "tickets",
    "counters",
    "hall",
    "day",
    "staff",
    "screens",
    "foresee",
    "launching",
    "operations",
    "guiding",
    "simulate",
    "replay",
    "plan",
    "waits",
    "what_if",
    "previewing",
)
"""Modules of this package; each adds its commands."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _show_what_can_be_shown()
    # Small tables are what is reckoned here: threads of their own only get in each other's way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    args = parser().parse_args(with_command(_readable(sys.argv[1:] if argv is None else argv)))
    phrases = Phrases.load(language(args))
    try:
        return int(args.run(args))
    except FloorError as error:
        print_error(error, phrases, as_json=args.json)
        return exit_code(error)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _show_what_can_be_shown() -> None:
    """A terminal without a sign shows another in its place; that is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _readable(words: Sequence[str]) -> list[str]:
    """Words with bytes that are no text have a mark in place of them, and full-width figures and
    letters are the plain ones.
    """
    texts = (word.encode("utf-8", "replace").decode() for word in words)
    return [word if "/" in word else unicodedata.normalize("NFKC", word) for word in texts]


@cache
def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="branchfloor", description="Runs the floor of a bank branch.", epilog=__doc__
    )
    top.add_argument("--version", action="version", version=f"branchfloor {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    adder = Adder(commands)
    for name in GROUPS:
        import_module(f"{__package__}.{name}").add(adder)
    return top


def language(args: argparse.Namespace) -> str:
    """The language asked for, else that of the PC: Chinese where it says so, English otherwise."""
    if args.lang:
        return str(args.lang)
    spoken = next(
        (os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), ""
    )
    return "zh_CN" if spoken.startswith("zh") else "en"


def exit_code(error: FloorError) -> int:
    """What a program learns from an error."""
    if isinstance(error, NobodyWaiting):
        return NOBODY
    return NO_DATABASE if isinstance(error, StorageTrouble) else REFUSED
