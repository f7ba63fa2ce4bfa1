"""Operations on the command line: check, audit, voice, pictures, bench."""

import argparse
from pathlib import Path

from branchfloor.devices.usual import VOICE
from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.floor.checkup import Finding
from branchfloor.phrasing import Phrases

from .adding import Adder
from .printing import print_json
from .screens import PRINTERS, VOICES
from .session import session


def add(adder: Adder) -> None:
    """Add this group of commands."""
    parser = adder.command("check", "check this PC; with --rebuild also the log against the rows")
    parser.add_argument("--rebuild", action="store_true", help="replay the log and compare")
    parser.add_argument("--voice", default=VOICE, metavar="SPEC", help=VOICES)
    parser.add_argument("--printer", default="none", metavar="SPEC", help=PRINTERS)
    parser.add_argument("--device", default="1", metavar="N", help="which kiosk's printer it is")
    parser.set_defaults(run=_check)
    parser = adder.command("audit", "the log: verify that nothing was edited")
    parser.add_argument("what", choices=("verify",))
    parser.set_defaults(run=_audit)
    parser = adder.command("voice", "the voice: say a call aloud")
    parser.add_argument("what", choices=("say",))
    parser.add_argument("ticket")
    parser.add_argument("counter")
    parser.add_argument("--driver", default=VOICE, metavar="SPEC")
    parser.set_defaults(run=_voice)
    parser = adder.command("pictures", "every screen, state and language as a picture")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--screen", metavar="S", help="only this screen")
    parser.add_argument("--theme", choices=("day", "night"), default="day")
    parser.set_defaults(run=_pictures)
    parser = adder.command("bench", "measure this program beside its references")
    parser.add_argument("name", nargs="?", help="only this measurement")
    parser.set_defaults(run=_bench)


def _check(args: argparse.Namespace) -> int:
    from .checking import check_branch
    from .main import language

    phrases = Phrases.load(language(args))
    try:
        with session(args) as s:
            findings = check_branch(s, rebuild=args.rebuild)
    except StorageTrouble as trouble:
        grave = trouble.code != "database_missing"
        findings = [Finding(False, trouble.code, phrases.tell(trouble), grave)]
    findings += _of_this_pc(args, phrases)
    if args.json:
        print_json([{"ok": f.ok, "code": f.code, "message": f.text} for f in findings])
    else:
        for finding in findings:
            print(f"{'✓' if finding.ok else '✗'} {finding.text}")
    return 0 if all(f.ok or not f.grave for f in findings) else 1


def _of_this_pc(args: argparse.Namespace, phrases: Phrases) -> list[Finding]:
    """The devices this PC was said to have; the fonts."""
    import asyncio

    from ui.app.pc_check import PcParts, check_pc

    return asyncio.run(check_pc(PcParts(args.voice, args.printer, args.device), phrases))


def _audit(args: argparse.Namespace) -> int:
    from branchfloor.storage.rebuild import verify_chain

    with session(args) as s:
        broken = verify_chain(s.store)
        code = "check.chain_broken" if broken else "check.chain_whole"
        text = s.phrases.say(code, seq=broken, n=s.store.state.seq)
    if args.json:
        print_json({"whole": broken is None, "broken_at": broken, "message": text})
    else:
        print(text)
    return 0 if broken is None else 1


def _voice(args: argparse.Namespace) -> int:
    import asyncio
    from datetime import UTC, datetime

    from branchfloor.devices.voice import Announcement, voice_from

    announcement = Announcement(1, args.ticket.upper(), args.counter, datetime.now(UTC))
    asyncio.run(voice_from(args.driver).speak(announcement))
    return 0


def _pictures(args: argparse.Namespace) -> int:
    from ui.app.pictures import render_all

    made = render_all(args.folder, screen=args.screen, theme=args.theme)
    print(f"{len(made)} pictures in {args.folder}")
    return 0


def _bench(args: argparse.Namespace) -> int:
    from branchfloor.bench.run import run_bench

    results = run_bench(args.name)
    if results is None:
        raise Refused("bad_value", name="NAME", value=args.name)
    if args.json:
        print_json(results.value())
    else:
        print(results.table())
    return 0
