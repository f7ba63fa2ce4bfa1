"""What people read: the guides, the console's keys and the card of them; a new roll of paper."""

import argparse
from pathlib import Path

from branchfloor.domain.errors import Refused
from branchfloor.phrasing import Phrases
from branchfloor.resources import resource

from .adding import Adder
from .printing import print_json
from .session import print_rows

GUIDES = ("teller", "lobby", "it")
"""For customer-facing staff, for the lobby manager, for the IT of a branch."""


def add(adder: Adder) -> None:
    """Add this group of commands."""
    parser = adder.command("guide", "a page for whoever works here, as Markdown")
    parser.add_argument("who", choices=GUIDES)
    parser.set_defaults(run=_guide)
    parser = adder.command("keys", "the console's keys and what each does, also as a card to print")
    parser.add_argument("--card", type=Path, metavar="FILE", help="one A4 page, .html or .pdf")
    parser.set_defaults(run=_keys)
    parser = adder.command("new-roll", "a new roll of paper was put into this PC's printer")
    parser.add_argument("--screen", choices=("kiosk", "overview"), default="kiosk")
    parser.add_argument("--device", default="1", metavar="N", help="which kiosk's printer it is")
    parser.add_argument("--metres", type=float, default=50.0, help="how long the roll is")
    parser.set_defaults(run=_new_roll)


def guide_text(who: str, language: str) -> str:
    """A guide as Markdown."""
    return resource("guide", f"{who}.{language}.md").read_text(encoding="utf-8")


def _guide(args: argparse.Namespace) -> int:
    from .main import language

    text = guide_text(args.who, language(args))
    if args.json:
        print_json({"guide": args.who, "text": text})
    else:
        print(text, end="")
    return 0


def _keys(args: argparse.Namespace) -> int:
    from ui.console.key_card import card_rows

    from .main import language

    spoken = language(args)
    if args.card is not None:
        _write_card(args.card, spoken)
    rows = card_rows(spoken)
    if args.json:
        print_json([{"key": row.key, "does": list(row.meanings())} for row in rows])
    elif args.card is None:
        print_rows([(row.key, " · ".join(row.meanings())) for row in rows])
    else:
        print(Phrases.load(spoken).say("report.card_written", path=args.card))
    return 0


def _write_card(path: Path, language: str) -> None:
    from ui.console.key_card import card_page, write_pdf

    try:
        if path.suffix.lower() == ".pdf":
            write_pdf(language, path)
        else:
            path.write_text(card_page(language), encoding="utf-8")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused("report.not_written", path=path, why=why) from error


def _new_roll(args: argparse.Namespace) -> int:
    from branchfloor.devices.printer.roll import Roll, RollFile
    from ui.app.options import ScreenOptions
    from ui.app.printing import roll_path

    from .main import language

    if not 1.0 <= args.metres <= 1000.0:
        raise Refused("bad_value", name="--metres", value=args.metres)
    options = ScreenOptions(args.screen, database=args.database, device=args.device)
    RollFile(roll_path(options)).keep(Roll(args.metres * 1000))
    text = Phrases.load(language(args)).say("report.new_roll", metres=args.metres)
    print_json({"metres": args.metres}) if args.json else print(text)
    return 0
