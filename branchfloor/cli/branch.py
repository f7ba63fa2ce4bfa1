"""The branch on the command line: presets, init, state."""

import argparse
from typing import TYPE_CHECKING

from branchfloor.config import presets
from branchfloor.floor.new_branch import NewBranch, open_branch
from branchfloor.phrasing import Phrases

from .adding import Adder
from .options import actor
from .printing import print_json
from .session import print_rows, session
from .state_text import state_lines, state_value

if TYPE_CHECKING:
    from branchfloor.storage.store import Store


def add(adder: Adder) -> None:
    """Add this group of commands."""
    parser = adder.command("presets", "list what a branch can start from")
    parser.set_defaults(run=_presets)
    parser = adder.command("init", "create a branch from a preset")
    parser.add_argument("--preset", default="cn-default", metavar="NAME")
    parser.add_argument("--admin-pin", metavar="P", help="six digits; one is made when left out")
    parser.set_defaults(run=_init)
    parser = adder.command("state", "the floor now")
    parser.add_argument("--at", metavar="ISO", help="as of this time")
    parser.set_defaults(run=_state)


def _presets(args: argparse.Namespace) -> int:
    rows = presets()
    if args.json:
        print_json([{"name": n, "zh": name.zh, "en": name.en} for n, name in rows])
    else:
        print_rows([(n, f"{name.en} · {name.zh}") for n, name in rows])
    return 0


def _init(args: argparse.Namespace) -> int:
    """A branch whose people sign in; its administrator has the first PIN."""
    from branchfloor.security.pins import new_pin

    pin = args.admin_pin or new_pin()
    store, number = open_branch(args.database, NewBranch(args.preset, pin), actor=actor(None))
    try:
        _print_founded(args, store, (number, pin))
    finally:
        store.close()
    return 0


def _print_founded(args: argparse.Namespace, store: "Store", first: tuple[str, str]) -> None:
    path, (number, pin) = str(store.database.place.path), first
    if args.json:
        value = {"branch": store.state.branch, "database": path, "administrator": number}
        if not args.admin_pin:
            value["admin_pin"] = pin
        print_json(value)
        return
    print(f"{store.config.name.zh} · {store.config.name.en}: {path}")
    if not args.admin_pin:
        print_one_time_pin(args, number, pin)


def print_one_time_pin(args: argparse.Namespace, number: str, pin: str) -> None:
    """Show a PIN, once and nowhere else."""
    from .main import language

    print(Phrases.load(language(args)).say("note.one_time_pin", staff=number, pin=pin))


def _state(args: argparse.Namespace) -> int:
    with session(args) as s:
        if args.json:
            print_json(state_value(s.store.state, s.config, s.now))
        else:
            print("\n".join(state_lines(s.store.state, s.config, s.now)))
    return 0
