"""A recorded day under another rule or with other counters: `branchfloor replay LOG`."""

import argparse
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from branchfloor.domain.errors import ConfigInvalid, FloorError
from branchfloor.phrasing import Phrases

from .adding import Adder
from .files import text_of
from .printing import print_error, print_json

if TYPE_CHECKING:
    from branchfloor.twin.recorded import Seat, Visitor
    from branchfloor.twin.replay import ClassWaits, RecordedDay
    from branchfloor.waits.queue_log import LogRow

USAGE = 2
DAY_BEGINS = timedelta(hours=4)
"""A business day runs from four in the morning to the next one's."""
HORIZON_S = 30 * 3600.0
LEGAL = "legal"
ORDINARY = "ordinary"

ABOUT = """\
Play recorded days again, first come first served, by strict ranks and under a policy, side by side.

The same people come at the same moments and take as long as they took. Who gave up gives up after
as long, unless he is called before; who was served is taken to stay, however long it takes now.

  --policy FILE    a branch's document, or a document with a [policy] as `simulate` has it; the
                   rule of the preset cn-default when left out. Services and priorities it does
                   not know are taken as they come: with the target of ordinary customers.
  --counters PLAN  the CSV that `branchfloor plan --export` writes: each day of the log has its own
                   planned day, else that of its weekday, else the only one; a counter serves what
                   the log shows it serving, a new one everything. Or a document with [[counter]]:
                   number, serves (everything), open (true, or spans
                   such as [["09:00", "12:00"], ["13:00", "17:00"]]); when left out, counters work
                   when and for what the log shows them at work.

Compare the three with each other: the record also holds pauses that no log shows, which makes it
slower than any replay of it. A green ticket is of the class legal.
"""


def add(adder: Adder) -> None:
    """Add this command."""
    parser = adder.command("replay", "play a recorded day again under another rule or plan")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = ABOUT
    parser.add_argument("log", type=Path, metavar="LOG", help="a queue log, .csv or .csv.gz")
    parser.add_argument("--policy", metavar="FILE", help="the rule to play under")
    parser.add_argument("--counters", metavar="PLAN", help="which counters work when")
    parser.add_argument("--day", metavar="D", type=date.fromisoformat, help="only this day of it")
    parser.add_argument(
        "--time-zone", metavar="ZONE", default="UTC", help="the zone of moments without an offset"
    )
    parser.set_defaults(run=_replay)


def _replay(args: argparse.Namespace) -> int:
    from .main import language
    from .waits import read_queue_log

    phrases = Phrases.load(language(args))
    log = read_queue_log(args.log, args.time_zone, phrases)
    rows = [row for row in log.rows if args.day is None or business_day(row) == args.day]
    try:
        value = replay_value(rows, _asked(args))
    except ConfigInvalid as error:
        wrong = FloorError("scenario_invalid", why=error.values["why"])
        print_error(wrong, phrases, as_json=args.json)
        return USAGE
    value = {"rows": len(rows), "bad_rows": len(log.bad), **value}
    if args.json:
        print_json(value)
    else:
        print("\n".join(_lines(value, phrases)))
    return 0


@dataclass(frozen=True, slots=True)
class Under:
    """The texts of the documents that say how to play; None for the usual."""

    policy: str | None
    counters: str | None


def _asked(args: argparse.Namespace) -> Under:
    return Under(
        policy=text_of(args.policy) if args.policy else None,
        counters=text_of(args.counters) if args.counters else None,
    )


def business_day(row: "LogRow") -> date:
    """The day a row belongs to."""
    return (row.issued_at - DAY_BEGINS).date()


def replay_value(rows: list["LogRow"], under: Under) -> dict[str, Any]:
    """The days as recorded, under `fifo`, under `strict` and under the rule asked for."""
    from branchfloor.twin.replay import Rulings, recorded_waits, replayed_waits

    from .replay_policy import BESIDE, Seen, rulings_of

    days = _days(rows, under.counters)
    keys = tuple(sorted({(v.class_name, v.service) for day in days for v in day.visitors}))
    ours = rulings_of(under.policy, Seen(keys, _by_wait(days)))
    beside = {one.value: Rulings(one, ours.of) for one in BESIDE}
    return {
        "days": len(days),
        "counters": len({seat.number for day in days for seat in day.seats}),
        "recorded": _classes(recorded_waits(days, ours.of)),
        **{name: _classes(replayed_waits(days, rule)) for name, rule in beside.items()},
        "ours": _classes(replayed_waits(days, ours)),
    }


def _days(rows: list["LogRow"], plan: str | None) -> list["RecordedDay"]:
    from branchfloor.twin.recorded import reaction_seen_s, seats_seen
    from branchfloor.twin.replay import RecordedDay

    by_day: dict[date, list[Visitor]] = defaultdict(list)
    for row in rows:
        by_day[business_day(row)].append(_visitor(row))
    services = sorted({row.service for row in rows})
    planned = None if plan is None else _planned(plan, services, rows)
    return [
        RecordedDay(
            visitors=tuple(people),
            seats=seats_seen(people, HORIZON_S) if planned is None else planned(day),
            reaction_s=reaction_seen_s(people),
            horizon_s=HORIZON_S,
        )
        for day, people in sorted(by_day.items())
    ]


def _visitor(row: "LogRow") -> "Visitor":
    from branchfloor.twin.recorded import Visitor

    midnight = datetime.combine(business_day(row), time(), row.issued_at.tzinfo)

    def seconds(moment: datetime | None) -> float | None:
        return None if moment is None else (moment - midnight).total_seconds()

    came_s = (row.issued_at - midnight).total_seconds()
    name = LEGAL if row.green else row.priority or ORDINARY
    called_s, ended_s = seconds(row.called_at), seconds(row.finished_at)
    visit = row.ticket.partition("/")[0]
    return Visitor(name, row.service, came_s, called_s, ended_s, row.counter, visit)


def _planned(
    text: str, services: list[str], rows: list["LogRow"]
) -> Callable[[date], tuple["Seat", ...]]:
    """The counters of each day: of a plan's table, or the same every day of a document."""
    from branchfloor.twin.recorded import Seat

    from .replay_counters import read_counters
    from .replay_plan import is_plan_table, read_plan_table

    if is_plan_table(text):
        seen: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            seen[row.counter or ""].add(row.service)
        served = {number: frozenset(names) for number, names in seen.items()}
        return partial(read_plan_table(text).seats, seen=served)
    seats = tuple(
        Seat(post.number, frozenset(services[k] for k in post.serves), post.spells)
        for post in read_counters(text, services, HORIZON_S)
    )
    return partial(_every_day, seats)


def _every_day(seats: tuple["Seat", ...], day: date) -> tuple["Seat", ...]:
    return seats


def _by_wait(days: list["RecordedDay"]) -> tuple[str, ...]:
    """Classes by their recorded mean wait, the shortest first."""
    waits: dict[str, list[float]] = defaultdict(list)
    for day in days:
        for visitor in day.visitors:
            waits[visitor.class_name].append(visitor.wait_s or 0.0)
    return tuple(sorted(waits, key=lambda name: sum(waits[name]) / len(waits[name])))


def _classes(waits: Mapping[str, "ClassWaits"]) -> dict[str, Any]:
    return {"classes": {name: _class_value(one) for name, one in waits.items()}}


def _class_value(waits: "ClassWaits") -> dict[str, Any]:
    from branchfloor.twin.replay import figures_of

    figures = figures_of(waits)
    return {
        "n": round(figures.n, 1),
        "mean_s": _figure(figures.mean_s, 1),
        "p50_s": _figure(figures.p50_s, 1),
        "p90_s": _figure(figures.p90_s, 1),
        "p99_s": _figure(figures.p99_s, 1),
        "within_target": _figure(figures.within_target, 4),
        "left": round(waits.left, 1),
        "unserved": round(waits.unserved, 1),
    }


def _figure(value: float, digits: int) -> float | None:
    return None if isnan(value) else round(value, digits)


def _lines(value: dict[str, Any], phrases: Phrases) -> list[str]:
    """A block for each way of playing, a line for each class."""
    names = ("rows", "bad_rows", "days", "counters")
    lines = [phrases.say("replay.about", **{name: value[name] for name in names})]
    for way in ("recorded", "fifo", "strict", "ours"):
        lines.append(phrases.say(f"replay.{way}"))
        lines += [_line(name, one, phrases) for name, one in value[way]["classes"].items()]
    return lines


def _line(name: str, one: dict[str, Any], phrases: Phrases) -> str:
    if one["mean_s"] is None:
        return phrases.say("replay.nobody", name=name)
    minutes = {key: one[f"{key}_s"] / 60 for key in ("mean", "p50", "p90")}
    share = one["within_target"]
    return phrases.say(
        "replay.class", name=name, n=one["n"], share=share, left=one["left"], **minutes
    )
