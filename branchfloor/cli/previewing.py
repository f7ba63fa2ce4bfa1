"""A changed policy held against the branch's own last days; the settings ask through it."""

import argparse
import json
import sys

from branchfloor.config import parse_document
from branchfloor.domain.codec import encode
from branchfloor.domain.errors import Refused
from branchfloor.domain.previewing import ClassPreview, PolicyPreview
from branchfloor.phrasing import Phrases

from .adding import Adder
from .files import text_of
from .session import session

MOST_DAYS = 40


def add(adder: Adder) -> None:
    """Add this command."""
    text = "the branch's last days under another document: who gains, who loses"
    parser = adder.command("policy-preview", text)
    parser.add_argument("document", metavar="FILE", help="a branch's document; - reads it")
    parser.add_argument("--days", type=int, default=20, metavar="N", help="so many past days")
    parser.set_defaults(run=_preview)


def _preview(args: argparse.Namespace) -> int:
    if not 1 <= args.days <= MOST_DAYS:
        raise Refused("preview_days", n=args.days, most=MOST_DAYS)
    text = sys.stdin.read() if args.document == "-" else text_of(args.document)
    with session(args) as s:
        from branchfloor.floor.previewing import policy_preview
        from branchfloor.routing.bound import check_law

        draft = parse_document(text, s.store.config.version)
        check_law(draft)
        found = policy_preview(s.store, draft, s.now, args.days)
        if args.json:
            print(json.dumps(encode(found), ensure_ascii=False))
        else:
            print("\n".join(_lines(found, s.phrases)))
    return 0


def _lines(found: PolicyPreview, phrases: Phrases) -> list[str]:
    if found.whole is None:
        return [phrases.say("preview.none")]
    rows = [_line(one, phrases) for one in (*found.classes, found.whole)]
    return [phrases.say("preview.head", days=found.days, n=found.tickets), *rows]


def _line(one: ClassPreview, phrases: Phrases) -> str:
    name = phrases.word("class", one.name) if one.name else phrases.say("preview.whole")
    return phrases.say(
        "preview.row",
        name=name,
        n=one.tickets,
        before=f"{one.within_before:.1%}",
        after=f"{one.within_after:.1%}",
        p90=f"{one.p90_before_s / 60:.1f} → {one.p90_after_s / 60:.1f}",
        gained=one.gained,
        lost=one.lost,
    )
