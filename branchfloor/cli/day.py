"""The day on the command line: its close, its report, its queue log, copies and the purge."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from branchfloor.domain.clock import business_date
from branchfloor.domain.errors import Refused
from branchfloor.floor.floor import now

from .adding import Adder
from .printing import print_json
from .session import Session, session

if TYPE_CHECKING:
    from branchfloor.reports.table import Report
    from branchfloor.reports.words import Words

FORMATS = ("html", "xlsx", "csv")


def add(adder: Adder) -> None:
    """Add this group of commands."""
    parser = adder.command("close-day", "sweep the business date and keep a copy", acts=True)
    parser.set_defaults(run=_close_day)
    parser = adder.command("report", "the tables of a business date as html, xlsx or csv")
    parser.add_argument("--day", metavar="D", help="the date, 2026-11-24; today when left out")
    parser.add_argument("--format", choices=FORMATS, default="html")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="csv: a folder with one file a table, or a .zip of them",
    )
    parser.add_argument("--at", metavar="ISO", help="as of this time")
    parser.set_defaults(run=_report)
    parser = adder.command("export-log", "the log as a queue log: one row a service, .csv or .gz")
    parser.add_argument("--day", metavar="D", help="only this date; every date when left out")
    parser.add_argument("--output", type=Path, metavar="FILE", required=True)
    parser.set_defaults(run=_export_log)
    parser = adder.command("backup", "copy the database to a file, while screens use it")
    parser.add_argument("file", type=Path)
    parser.set_defaults(run=_backup)
    parser = adder.command("restore", "put a copy in the database's place; the old one is kept")
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--discard-newer",
        action="store_true",
        help="also when the database has entries that the copy lacks",
    )
    parser.set_defaults(run=_restore)
    parser = adder.command("purge", "delete reasons, needs and notes of dates before one")
    parser.add_argument("--before", required=True, metavar="D", help="the first date to keep")
    parser.add_argument("--at", metavar="ISO", help="as of this time")
    parser.set_defaults(run=_purge)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise Refused("report.bad_day", value=text) from None


def _close_day(args: argparse.Namespace) -> int:
    """Close the day, then copy it: a copy that cannot be made does not open the day again."""
    from .copies import copy_day, say_day

    with session(args) as s:
        answer = now(s.floor.close_day())
        copied = copy_day(s.store)
        say_day(s, answer, copied)
    return 0


def _purge(args: argparse.Namespace) -> int:
    from branchfloor.floor.forgetting import forget

    before = _day(args.before)
    with session(args) as s:
        today = business_date(s.now, s.config.time_zone)
        if before is None or before > today:
            raise Refused("report.purge_today", day=args.before, today=today)
        done = forget(s.store, before, s.now, s.floor.actor)
        if s.as_json:
            value = {"before": before.isoformat(), "particulars": done.particulars}
            print_json({**value, "answers": done.answers})
        else:
            values = {"n": done.particulars, "answers": done.answers}
            print(s.phrases.say("report.purged", day=before, **values))
    return 0


def _report(args: argparse.Namespace) -> int:
    from branchfloor.reports.day import day_report
    from branchfloor.reports.reading import material_of
    from branchfloor.reports.words import Words

    wanted = _day(args.day)
    with session(args) as s:
        day = wanted or business_date(s.now, s.config.time_zone)
        material = material_of(s.store, day, s.now)
        report, words = day_report(material), Words(s.phrases, material.config)
        target = args.output or Path(_usual_name(day, args.format))
        files = _written(args.format, report, words, target)
        _say_written(s, args.format, day, files)
    return 0


def _usual_name(day: date, form: str) -> str:
    """In the folder one is in; a folder of its own for csv."""
    name = f"branchfloor-report-{day.isoformat()}"
    return name if form == "csv" else f"{name}.{form}"


def _written(form: str, report: "Report", words: "Words", target: Path) -> list[Path]:
    """Write in one form; each is loaded only when it is asked for."""
    _must_have_folder(target)
    try:
        if form == "xlsx":
            from branchfloor.reports.as_xlsx import write_xlsx

            return write_xlsx(report, words, target)
        if form == "csv":
            from branchfloor.reports.as_csv import write_csv

            return write_csv(report, words, target)
        from branchfloor.reports.as_html import write_html

        return write_html(report, words, target)
    except OSError as error:
        raise _unwritten(target, error) from error


def _must_have_folder(target: Path) -> None:
    if not target.absolute().parent.is_dir():
        raise Refused("report.no_folder", path=target.absolute().parent)


def _unwritten(target: Path, error: OSError) -> Refused:
    return Refused("report.not_written", path=target, why=error.strerror or type(error).__name__)


def _say_written(s: Session, form: str, day: date, files: list[Path]) -> None:
    shown = [str(path) for path in files]
    if s.as_json:
        print_json({"day": day.isoformat(), "format": form, "files": shown})
        return
    path = files[0] if len(files) == 1 else files[0].parent
    print(s.phrases.say("report.written", day=day, path=path))


def _export_log(args: argparse.Namespace) -> int:
    from branchfloor.demo.queue_log import export_log
    from branchfloor.reports.reading import log_of
    from branchfloor.storage.reading import entries
    from branchfloor.waits.queue_log import write_log

    day = _day(args.day)
    _must_have_folder(args.output)
    with session(args) as s:
        log = log_of(s.store, day) if day is not None else entries(s.store)
        rows = export_log(log, s.config)
        try:
            write_log(args.output, rows)
        except OSError as error:
            raise _unwritten(args.output, error) from error
        if s.as_json:
            print_json({"file": str(args.output), "rows": len(rows)})
        else:
            print(s.phrases.say("report.exported", n=len(rows), path=args.output))
    return 0


def _backup(args: argparse.Namespace) -> int:
    from .copies import back_up, say

    return say(args, "backed_up", back_up(args.database, args.file))


def _restore(args: argparse.Namespace) -> int:
    from .copies import put_back, say

    made = put_back(args.file, args.database, discard_newer=args.discard_newer)
    return say(args, "restored", made)
