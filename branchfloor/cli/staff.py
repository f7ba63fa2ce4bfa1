"""Who works here, on the command line: list, add, remove, PINs, whether people sign in.

Changes are new versions of the branch document, adopted like any other.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from branchfloor.config import to_document
from branchfloor.config.people import ROLES
from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.clock import to_iso
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.work import Credential
from branchfloor.floor.floor import now

from .adding import Adder
from .branch import print_one_time_pin
from .printing import print_json
from .session import Session, print_rows, session


def add(adder: Adder) -> None:
    """Add this group of commands."""
    text = "who works here, their roles and PINs"
    parser = adder.commands.add_parser("staff", help=text, description=text)
    acts = Adder(parser.add_subparsers(dest="act", metavar="ACT", required=True))
    acts.command("list", "everybody, with roles, skills and PIN").set_defaults(run=_list)
    one = _one(acts, "add", "list somebody, or change their roles and skills")
    one.add_argument("--role", action="append", choices=ROLES, metavar="R", help=", ".join(ROLES))
    one.add_argument("--skill", action="append", default=[], type=_skill, metavar="NAME[:DATE]")
    one.add_argument("--pin", metavar="P", help="six digits; one is made when left out")
    one.set_defaults(run=_add)
    _one(acts, "remove", "take somebody off the list; their PIN ends").set_defaults(run=_remove)
    one = _one(acts, "pin", "give a PIN to be changed at first use; ends a lock")
    one.add_argument("--pin", metavar="P", help="six digits; one is made when left out")
    one.set_defaults(run=_pin)
    one = acts.command("sign-in", "whether people sign in at this branch", acts=True)
    one.add_argument("choice", choices=("on", "off"))
    one.set_defaults(run=_sign_in)


def _one(acts: Adder, name: str, text: str) -> argparse.ArgumentParser:
    parser = acts.command(name, text, acts=True)
    parser.add_argument("number", help="the staff number")
    return parser


def _skill(text: str) -> tuple[str, date | None]:
    """`english`, or `funds:2027-06-30` for a skill with its last day."""
    name, _, until = text.partition(":")
    return name, date.fromisoformat(until) if until else None


def _adopt(s: Session, change: Callable[[BranchConfig], BranchConfig]) -> None:
    """Adopt the document in force with a change."""
    config = s.config
    now(s.floor.adopt(to_document(change(config)), config.version))


def _list(args: argparse.Namespace) -> int:
    from branchfloor.storage.staff import credentials

    with session(args) as s:
        kept = {one.staff: one for one in credentials(s.store) if one.pin_hash}
        listed = {one.number: one for one in s.config.staff}
        numbers = sorted({*listed, *kept})
        rows = [_facts(s, listed.get(n) or StaffMember(n), kept.get(n)) for n in numbers]
        if args.json:
            print_json(rows)
        else:
            print_rows([(str(row["staff"]), _line(row)) for row in rows])
    return 0


def _facts(s: Session, one: StaffMember, kept: Credential | None) -> dict[str, object]:
    """What may be said of a person: never a hash."""
    from branchfloor.security.rights import roles_of_staff

    locked = kept.locked_until if kept else None
    return {
        "staff": one.number,
        "roles": sorted(roles_of_staff(one.number, s.config)),
        "skills": [f"{name}:{until}" if until else name for name, until in one.skills],
        "pin": "none" if kept is None else "one_time" if kept.must_change else "own",
        "locked_until": to_iso(locked) if locked and locked > s.now else None,
        "signed_in_at": s.store.state.hall.place_of(one.number),
    }


def _line(row: dict[str, object]) -> str:
    lists = [" ".join(row[name]) for name in ("roles", "skills")]  # type: ignore[arg-type]
    ends = [f"{name}: {row[name]}" for name in ("pin", "locked_until", "signed_in_at") if row[name]]
    return "  ".join(text for text in (*lists, *ends) if text)


def _add(args: argparse.Namespace) -> int:
    from branchfloor.security.pins import LENGTH, acceptable

    if args.pin and not acceptable(args.pin):
        raise Refused("bad_pin", digits=LENGTH)  # before anybody is listed
    with session(args) as s:
        before = s.config.staff_member(args.number)
        roles = tuple(dict.fromkeys(args.role or (before.roles if before else ("teller",))))
        skills = tuple(args.skill) or (before.skills if before else ())
        one = StaffMember(args.number, roles, skills)
        _adopt(s, lambda config: replace(config, staff=_with(config, one)))
        if before is None or args.pin:
            _give_pin(args, s)
        elif args.json:
            print_json({"staff": args.number})
        if not args.json:
            print(s.phrases.say("note.staff_added", staff=args.number, roles=roles))
    return 0


def _with(config: BranchConfig, one: StaffMember) -> tuple[StaffMember, ...]:
    """The list with somebody at their old place, else at its end."""
    if config.staff_member(one.number) is None:
        return (*config.staff, one)
    return tuple(one if other.number == one.number else other for other in config.staff)


def _remove(args: argparse.Namespace) -> int:
    with session(args) as s:
        if s.config.staff_member(args.number) is None:
            raise Refused("unknown_staff", staff=args.number)
        _adopt(s, lambda config: replace(config, staff=_without(config, args.number)))
        if args.json:
            print_json({"staff": args.number})
        else:
            print(s.phrases.say("note.staff_removed", staff=args.number))
    return 0


def _without(config: BranchConfig, number: str) -> tuple[StaffMember, ...]:
    return tuple(one for one in config.staff if one.number != number)


def _pin(args: argparse.Namespace) -> int:
    with session(args) as s:
        _give_pin(args, s)
    return 0


def _give_pin(args: argparse.Namespace, s: Session) -> None:
    """Set a PIN; one that was made here is shown, once."""
    from branchfloor.security.pins import new_pin

    pin = args.pin or new_pin()
    now(s.floor.set_pin(args.number, pin))
    if args.json:
        print_json({"staff": args.number} if args.pin else {"staff": args.number, "pin": pin})
    elif not args.pin:
        print_one_time_pin(args, args.number, pin)


def _sign_in(args: argparse.Namespace) -> int:
    wanted = args.choice == "on"
    with session(args) as s:
        if s.config.settings.sign_in != wanted:
            _adopt(s, lambda c: replace(c, settings=replace(c.settings, sign_in=wanted)))
        if args.json:
            print_json({"sign_in": wanted, "version": s.config.version})
        else:
            print(s.phrases.say(f"note.sign_in_{args.choice}"))
    return 0
