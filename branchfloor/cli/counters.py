"""Counters on the command line: open, pause, close, lend."""

import argparse

from branchfloor.floor.counters import Loan

from .adding import Adder
from .options import moment
from .tickets import answered


def add(adder: Adder) -> None:
    """Add this group of commands."""
    parser = _counter_parser(adder, "open", "open a counter, or come back from a pause")
    parser.set_defaults(run=_open)
    parser = _counter_parser(adder, "pause", "pause a counter")
    parser.add_argument("--reason", default="")
    parser.add_argument("--until", metavar="ISO", help="when it comes back")
    parser.set_defaults(run=_pause)
    parser = _counter_parser(adder, "close", "close a counter, after its customer if it has one")
    parser.set_defaults(run=_close)
    parser = _counter_parser(adder, "lend", "let a counter serve more for a while")
    parser.add_argument("--to", nargs="+", required=True, metavar="SERVICE")
    parser.add_argument("--for", dest="minutes", type=float, required=True, metavar="MIN")
    parser.set_defaults(run=_lend)


def _counter_parser(adder: Adder, name: str, text: str) -> argparse.ArgumentParser:
    parser = adder.command(name, text, acts=True)
    parser.add_argument("counter", help="the counter's number")
    return parser


def _open(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.open_counter(args.counter, args.staff))


def _pause(args: argparse.Namespace) -> int:
    until = moment(args.until)
    return answered(args, lambda s: s.floor.pause_counter(args.counter, args.reason, until))


def _close(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.close_counter(args.counter))


def _lend(args: argparse.Namespace) -> int:
    loan = Loan(tuple(code.upper() for code in args.to), args.minutes)
    return answered(args, lambda s: s.floor.lend_counter(args.counter, loan))
