"""Screens and the demo on the command line."""

import argparse
from pathlib import Path

from branchfloor.devices.usual import VOICE
from branchfloor.domain.errors import Refused

from .adding import Adder

KINDS = {
    "kiosk": "the ticket kiosk",
    "console": "the console of one counter",
    "board": "the public calling board",
    "overview": "the floor manager's overview",
    "settings": "the settings of the branch",
}

GUIDES = "reads a page aloud to one person: none, espeak, pyttsx3 or file:DIR"
VOICES = "espeak, pyttsx3 (Windows), file:DIR, none"
PRINTERS = "none, system[:NAME], picture:DIR or escpos:usb|net|serial|file:…"

LONGEST_MIN = 7 * 24 * 60
FASTEST = 10_000.0


def add(adder: Adder) -> None:
    """Add this group of commands."""
    for kind, text in KINDS.items():
        parser = adder.command(kind, f"show {text}")
        _add_display(parser)
        parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
        if kind == "console":
            parser.add_argument("--counter", required=True, metavar="C")
            parser.add_argument("--staff", metavar="N", help="who sits there")
            _add_window(parser)
            parser.add_argument(
                "--rating-screen",
                type=int,
                metavar="N",
                help="a second window asks customers how it was, on display N (0: a window)",
            )
        if kind in ("kiosk", "overview"):
            parser.add_argument("--printer", default="none", metavar="SPEC", help=PRINTERS)
            parser.add_argument("--device", default="1", metavar="N", help="which one of several")
        if kind == "settings":
            parser.add_argument("--device", default="1", metavar="N", help="which one of several")
        if kind == "kiosk":
            parser.add_argument("--guide", default="none", metavar="SPEC", help=GUIDES)
        if kind == "board":
            parser.add_argument("--voice", default=VOICE, metavar="SPEC")
            parser.add_argument("--zone", default="hall", metavar="NAME")
        parser.set_defaults(run=_screen)
    _add_demo(adder)


def _add_display(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screen", type=int, default=0, metavar="N", help="which display, from 1")
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument("--theme", choices=("day", "night"), default="day")
    parser.add_argument("--still", action="store_true", help="nothing flashes or moves")


def _add_window(parser: argparse.ArgumentParser) -> None:
    """How the console lies beside other software; without these as it was last."""
    parser.add_argument("--form", choices=("tall", "wide"), help="440x860 or 880x420")
    parser.add_argument(
        "--keys",
        choices=("system", "modified", "window"),
        help="take F2 and F4 to F11 from the whole desktop, with Ctrl+Shift, or in its window only",
    )
    parser.add_argument(
        "--on-top", action=argparse.BooleanOptionalAction, help="stay above other windows"
    )


def _screen(args: argparse.Namespace) -> int:
    """A small parent without Qt keeps the screen's own process alive."""
    if not args.child:
        import sys

        from ui.app.supervisor import keep_running

        return keep_running([*sys.argv[1:], "--child"])
    from ui.app.plain_import import load_qt

    load_qt()
    from ui.app.options import ScreenOptions
    from ui.app.run import run_screen

    return run_screen(
        ScreenOptions(
            kind=args.command,
            database=args.database,
            counter=getattr(args, "counter", ""),
            staff=getattr(args, "staff", None),
            language=args.lang or "zh_CN",
            theme=args.theme,
            screen=args.screen,
            fullscreen=args.fullscreen,
            voice=getattr(args, "voice", "none"),
            zone=getattr(args, "zone", "hall"),
            device=getattr(args, "device", "1"),
            printer=getattr(args, "printer", "none"),
            guide=getattr(args, "guide", "none"),
            still=args.still,
            rating_screen=getattr(args, "rating_screen", None),
            form=getattr(args, "form", None),
            keys=getattr(args, "keys", None),
            on_top=getattr(args, "on_top", None),
        )
    )


def _add_demo(adder: Adder) -> None:
    parser = adder.command("demo", "a living branch, or a whole day without screens")
    parser.add_argument("--headless", action="store_true", help="no screens, as fast as it goes")
    parser.add_argument("--minutes", type=minutes, default=480, metavar="M")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--speed", type=speed, default=60.0, metavar="X")
    parser.add_argument("--preset", default="cn-default", metavar="NAME")
    parser.add_argument(
        "--screens", type=screens, default="kiosk,console,board,overview", metavar="LIST"
    )
    parser.add_argument("--voice", default=VOICE, metavar="SPEC")
    parser.add_argument("--export-log", metavar="FILE", help="write the day as a queue log")
    parser.set_defaults(run=_demo)


def screens(text: str) -> str:
    """Which screens a demo opens; a kind nobody knows is wrong usage."""
    if not {name.strip() for name in text.split(",") if name.strip()} <= KINDS.keys():
        raise ValueError(text)
    return text


def minutes(text: str) -> int:
    """Minutes of play; a wrong one is wrong usage."""
    if not 0 < int(text) <= LONGEST_MIN:
        raise ValueError(text)
    return int(text)


def speed(text: str) -> float:
    """How many times as fast as life; a wrong one is wrong usage."""
    if not 0 < float(text) <= FASTEST:
        raise ValueError(text)
    return float(text)


def _demo(args: argparse.Namespace) -> int:
    if args.export_log and not Path(args.export_log).parent.is_dir():
        raise Refused("bad_value", name="--export-log", value=args.export_log)
    from .demo import run_demo

    return run_demo(args)
