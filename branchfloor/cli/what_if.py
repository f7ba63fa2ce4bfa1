"""What if: the next hours as they are and as they might be; a screen asks through it as well."""

import argparse
import json
from math import inf
from typing import TYPE_CHECKING

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.codec import encode
from branchfloor.domain.errors import ConfigInvalid, Refused
from branchfloor.domain.what_if import Supposed, WhatIf

from .adding import Adder
from .session import Session, session

if TYPE_CHECKING:
    from branchfloor.domain.what_if import Point

MOST_ARRIVALS = 3.0
MOST_HOURS = 6.0
LOAN_MIN = 60.0


def add(adder: Adder) -> None:
    """Add this command."""
    parser = adder.command("what-if", "the waits of the next hours if something were different")
    for word, text in (
        ("--open", "open this counter, or bring it back"),
        ("--close", "close this counter"),
        ("--lend", "lend this counter to the non-cash work it may do"),
    ):
        parser.add_argument(word, action="append", default=[], metavar="COUNTER", help=text)
    parser.add_argument(
        "--head-start", action="append", default=[], metavar="CLASS=POINTS", help="of a class"
    )
    parser.add_argument("--arrivals", type=float, default=1.0, metavar="X", help="times as many")
    parser.add_argument("--hours", type=float, default=2.0, metavar="H", help="so far ahead")
    parser.add_argument("--lanes", type=int, default=400, metavar="N", help="so many plays")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of chance")
    parser.add_argument("--at", metavar="ISO", help="as of this time")
    parser.set_defaults(run=_what_if)


def _what_if(args: argparse.Namespace) -> int:
    if not 0 < args.arrivals <= MOST_ARRIVALS:
        raise Refused("what_if_arrivals", value=args.arrivals, most=MOST_ARRIVALS)
    if not (0 < args.hours <= MOST_HOURS and 20 <= args.lanes <= 5000):
        raise Refused("what_if_size", hours=args.hours, lanes=args.lanes, most=MOST_HOURS)
    with session(args) as s:
        from branchfloor.floor.advising.supposing import Asked, answer
        from branchfloor.twin.weighing import Sample

        supposed = Supposed(_options(args, s), args.arrivals)
        found = answer(s.store, s.now, Asked(supposed, args.hours, Sample(args.lanes, args.seed)))
        if args.json:
            print(json.dumps(encode(found), ensure_ascii=False))
        else:
            _print(found, s)
    return 0


def _options(args: argparse.Namespace, s: Session) -> tuple[Option, ...]:
    config = s.store.config
    for number in (*args.open, *args.close, *args.lend):
        config.counter(number)
    found = [Option(Act.OPEN, number) for number in args.open]
    found += [Option(Act.CLOSE, number) for number in args.close]
    found += [_loan(number, s) for number in args.lend]
    return tuple(found + [_head_start(text, s) for text in args.head_start])


def _loan(number: str, s: Session) -> Option:
    plan = s.store.config.counter(number)
    services = tuple(
        sorted(code for code in plan.lendable if not s.store.config.service(code).needs_cash)
    )
    if not services:
        raise Refused("what_if_lend", counter=number)
    return Option(Act.LEND, number, services, LOAN_MIN)


def _head_start(text: str, s: Session) -> Option:
    from branchfloor.routing.bound import check_law
    from branchfloor.routing.head_starts import with_head_start

    name, _, points = text.partition("=")
    config = s.store.config
    try:
        option = Option(Act.HEAD_START, class_name=name, value=float(points))
        config.policy.rule(name)
    except (ValueError, KeyError):
        raise Refused("what_if_head_start", value=text) from None
    if not 0 <= option.value < inf:
        raise Refused("what_if_head_start", value=text)
    changed = with_head_start(config, option)
    try:
        check_law(changed)
    except ConfigInvalid as error:
        raise Refused("what_if_law", value=text, why=error.values["why"]) from error
    return option


def _print(found: WhatIf, s: Session) -> None:
    words = s.phrases
    print(words.say("what_if.head"))
    for curve in found.curves:
        for name in ("before", "after"):
            told = " ".join(f"{_p90(point, name) / 60:5.0f}" for point in curve.points[::3])
            group, when = words.word("group", curve.group), words.say(f"what_if.{name}")
            print(f"{group:<12}\t{when:<6}\t{told}")
    share = found.within
    print(
        words.say(
            "what_if.within",
            before=f"{share.before:.0%}",
            after=f"{share.after:.0%}",
            low=f"{100 * share.low:+.0f}",
            high=f"{100 * share.high:+.0f}",
        )
    )
    print(
        words.say(
            "what_if.busy",
            before=f"{found.busy[0]:.0%}",
            after=f"{found.busy[1]:.0%}",
            hours=f"{found.counter_hours:+.1f}",
        )
    )


def _p90(point: "Point", name: str) -> float:
    return point.before_s if name == "before" else point.after_s
