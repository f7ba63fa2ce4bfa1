"""The plan of a day or a week on the command line; a screen asks through it as well."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from branchfloor.domain.clock import business_date
from branchfloor.domain.codec import encode
from branchfloor.domain.errors import Refused
from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.rostering import Away, DayPlan, Span

from .adding import Adder
from .session import Session, session

if TYPE_CHECKING:
    from branchfloor.floor.planned import Planning, Wish

MOST_DAYS = 14
EXPORTS = (".csv", ".xlsx")


def add(adder: Adder) -> None:
    """Add this command."""
    text = "who has to be there in each half-hour of a day, and a roster that has them"
    parser = adder.command("plan", text)
    parser.add_argument("--day", metavar="D", help="the date, 2026-11-24; today when left out")
    parser.add_argument("--days", type=int, default=1, metavar="N", help="so many days from it on")
    parser.add_argument(
        "--away",
        action="append",
        default=[],
        metavar="STAFF:FROM-TO",
        help="somebody is away, 0211:10:00-12:00: the waits that follow",
    )
    parser.add_argument("--share", type=float, default=0.8, metavar="S", help="of each class")
    parser.add_argument("--risk", type=float, default=0.2, metavar="R", help="days that may miss")
    parser.add_argument("--as-is", action="store_true", help="leave the shifts as they are")
    parser.add_argument("--quick", action="store_true", help="only the plan as it is, no waits")
    parser.add_argument("--start", metavar="FILE", help="begin with this plan; - reads it")
    parser.add_argument("--save", action="store_true", help="keep the plan for its day")
    parser.add_argument("--export", type=Path, metavar="FILE", help="also as .csv or .xlsx")
    parser.add_argument("--progress", action="store_true", help="say how far it is, line by line")
    parser.add_argument("--staff", metavar="N", help="save it as this staff number")
    parser.add_argument("--at", metavar="ISO", help="as of this time")
    parser.set_defaults(run=_plan)


def _plan(args: argparse.Namespace) -> int:
    from branchfloor.floor.planned import Planning, known_of

    target: Path | None = args.export
    _check(args, target)
    with session(args) as s:
        first = _day(args.day) or business_date(s.now, s.config.time_zone)
        planning = Planning(known_of(s.store, s.now), _told if args.progress else _silent)
        days = _worked_out(args, s, planning, first)
        if args.save:
            _save(s, days)
            days = tuple(replace(one, saved=True) for one in days)
        if target is not None:
            _export(s, days, target)
        _say(s, days)
    return 0


def _check(args: argparse.Namespace, target: Path | None) -> None:
    if not 1 <= args.days <= MOST_DAYS:
        raise Refused("plan_days", n=args.days, most=MOST_DAYS)
    if not (0.5 <= args.share < 1 and 0 < args.risk < 1):
        raise Refused("plan_aim", share=args.share, risk=args.risk)
    if target is None:
        return
    if target.suffix.lower() not in EXPORTS:
        raise Refused("plan_export", path=target)
    if not target.absolute().parent.is_dir():
        raise Refused("report.no_folder", path=target.absolute().parent)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise Refused("report.bad_day", value=text) from None


def _silent(part: float) -> None:
    """Nobody asked."""


def _told(part: float) -> None:
    print(json.dumps({"progress": round(part, 3)}), flush=True)


def _wish(args: argparse.Namespace, away: Sequence[Away], start: DayPlan) -> "Wish":
    from branchfloor.floor.planned import Wish
    from branchfloor.twin.staffing.counters import Wanted

    same_aim = (start.share, start.risk) == (args.share, args.risk)
    keep = bool(args.start or away) and same_aim
    return Wish(tuple(away), not args.as_is, keep, Wanted(args.share, args.risk))


def _worked_out(
    args: argparse.Namespace, s: Session, planning: "Planning", first: date
) -> tuple[Planned, ...]:
    found = _starts(args, s, planning, first)
    if not found:
        raise Refused("plan_closed", day=first)
    saved = _saved(s, found[0])
    if args.quick:
        return tuple(planning.seen(one, saved=_saved(s, one)) for one in found)
    away = [_away(text, s) for text in args.away]
    wish = _wish(args, away, found[0])
    if args.days > 1:
        return _week(s, planning, found, wish)
    if away:
        return _without(args, planning, found[0], wish)
    done = planning.plan(found[0], wish)
    return (replace(done, saved=saved and done.plan.shifts == found[0].shifts),)


def _week(
    s: Session, planning: "Planning", found: Sequence[DayPlan], wish: "Wish"
) -> tuple[Planned, ...]:
    """Days that are over stay as they were; the others are worked out together."""
    today = business_date(s.now, s.config.time_zone)
    over = [one for one in found if one.day < today]
    left = [one for one in found if one.day >= today]
    done = [planning.seen(one, saved=_saved(s, one)) for one in over]
    if left:
        done += planning.week(left, wish, over)
    starts = {one.day: one for one in found}
    return tuple(
        replace(one, saved=one.plan.shifts == starts[one.plan.day].shifts and _saved(s, one.plan))
        for one in done
    )


def _without(
    args: argparse.Namespace, planning: "Planning", base: DayPlan, wish: "Wish"
) -> tuple[Planned, ...]:
    """A day with somebody away; refused when fewer are left than must always be there."""
    from branchfloor.floor.planned import refuse_below_least

    left, mended = planning.away(base, wish)
    chosen = left if args.as_is else mended
    refuse_below_least(chosen.plan)
    return (chosen,)


def _saved(s: Session, start: DayPlan) -> bool:
    from branchfloor.floor.planned import saved_plan

    kept = saved_plan(s.store, start.day)
    return kept is not None and kept.shifts == start.shifts


def _starts(
    args: argparse.Namespace, s: Session, planning: "Planning", first: date
) -> tuple[DayPlan, ...]:
    """The plans to begin with: those given, else of each open day the saved one, or everybody at
    their own counter.
    """
    from branchfloor.floor.planned import saved_plan

    if args.start:
        return _given(args.start, several=args.days > 1)
    days = [first + timedelta(days=i) for i in range(args.days)]
    plans = [saved_plan(s.store, day) or planning.usual(day) for day in days]
    return tuple(planning.by_todays_rules(plan) for plan in plans if plan is not None)


def _given(start: str, *, several: bool) -> tuple[DayPlan, ...]:
    """The plan of a file, or of what is read; of several days a list of plans."""
    from branchfloor.floor.planned import plan_of_text, plans_of_text

    try:
        text = sys.stdin.read() if start == "-" else Path(start).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise Refused("plan_unread", path=start, why=str(error)) from None
    one = None if several else plan_of_text(text)
    given = plans_of_text(text) if several else one and (one,)
    if not given:
        raise Refused("plan_unread", path=start, why="JSON")
    return given


def _away(text: str, s: Session) -> Away:
    """`0211:10:00-12:00` as who and when."""
    staff, _, times = text.partition(":")
    start, _, end = times.partition("-")
    try:
        span = Span(_minute(start), _minute(end))
    except ValueError:
        raise Refused("plan_away", value=text) from None
    if span.minutes <= 0:
        raise Refused("plan_away", value=text)
    if s.config.staff and s.config.staff_member(staff) is None:
        raise Refused("plan_nobody", staff=staff)
    return Away(staff, span)


def _minute(text: str) -> int:
    hours, _, minutes = text.partition(":")
    found = int(hours) * 60 + int(minutes or 0)
    if not (0 <= found <= 24 * 60 and int(minutes or 0) < 60):
        raise ValueError(text)
    return found


def _save(s: Session, days: Sequence[Planned]) -> None:
    from branchfloor.floor.planned import save_plan

    for one in days:
        save_plan(s.store, one.plan, s.now, s.floor.actor)


def _export(s: Session, days: Sequence[Planned], target: Path) -> None:
    from branchfloor.reports.plan_tables import write_plan

    try:
        write_plan(days, s.phrases, target)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused("report.not_written", path=target, why=why) from error


def _say(s: Session, days: Sequence[Planned]) -> None:
    if s.as_json:
        print(json.dumps({"days": [encode(one) for one in days]}, ensure_ascii=False), flush=True)
        return
    from .plan_text import lines_of, week_lines

    for one in days:
        print("\n".join(lines_of(one, s.phrases)))
    for line in week_lines(days, s.phrases):
        print(line)
