"""Forecasts as they were given, and what came of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from branchfloor.domain import events as e
from branchfloor.domain.clock import from_iso
from branchfloor.domain.kinds import LegState, Step
from branchfloor.domain.state import visit_id
from branchfloor.domain.waits import NOTHING_SAID, Baselines, Forecasts, WaitRange

from .prepared import Prepared, Row
from .rows import moment_text
from .tables import leg, promise
from .trace import Applied


@dataclass(frozen=True, slots=True)
class Promise:
    """A range given to a leg when it had waited `age_s`; `waited_s` is what it then took.

    `waited_s` is None while the leg waits, and stays so when it is never called. `simple` is what
    simpler ways said at that moment, `uncorrected` the range before the branch's past corrected it.
    """

    visit_id: str
    leg_no: int
    age_s: float
    at: datetime
    wait: WaitRange
    waited_s: float | None = None
    service: str = ""
    class_name: str = ""
    simple: Baselines = NOTHING_SAID
    number: str = ""
    uncorrected: WaitRange | None = None


FRESH = timedelta(seconds=90)
"""What simpler ways said longer ago than this is not held against them."""

_LONGEST_VISIT = timedelta(days=2)
"""No visit that is promised anything began longer ago: a day's end sweeps those who wait."""

_OPEN = (
    promise.c.branch == bindparam("b"),
    promise.c.visit_id == bindparam("k_visit"),
    promise.c.leg_no == bindparam("k_leg"),
)
INSERT = Prepared(
    promise.insert(),
    [
        *("branch", "visit_id", "leg_no", "age_s", "at", "p10", "p50", "p90"),
        *("les", "hol", "avg_k", "ql", "waiting", "u10", "u50", "u90"),
    ],
)
SETTLE = Prepared(
    promise.update()
    .where(*_OPEN, promise.c.waited_s.is_(None))
    .values(waited_s=bindparam("total_s") - promise.c.age_s, called_seq=bindparam("seq")),
    ["waited_s", "called_seq"],
)
_latest = promise.alias("latest")
UNSETTLE = (
    promise.update()
    .where(
        *_OPEN,
        promise.c.called_seq
        == select(func.max(_latest.c.called_seq))
        .where(
            _latest.c.branch == bindparam("b"),
            _latest.c.visit_id == bindparam("k_visit"),
            _latest.c.leg_no == bindparam("k_leg"),
        )
        .scalar_subquery(),
    )
    .values(waited_s=None, called_seq=None)
)
_SINCE = (
    select(promise, leg.c.service, leg.c.class_name, leg.c.number)
    .join(
        leg,
        (leg.c.branch == promise.c.branch)
        & (leg.c.visit_id == promise.c.visit_id)
        & (leg.c.leg_no == promise.c.leg_no),
    )
    .where(
        promise.c.branch == bindparam("b"),
        promise.c.visit_id >= bindparam("low"),
        promise.c.at >= bindparam("since"),
    )
    .order_by(promise.c.at, promise.c.visit_id, promise.c.leg_no, promise.c.age_s)
)


def follow(
    conn: Connection, branch: str, applied: list[Applied], published: Forecasts | None = None
) -> None:
    """Log what tickets were promised, beside what simpler ways said as it was `published`, and
    settle promises when their legs are called.
    """
    for item in applied:
        event = item.entry.event
        if isinstance(event, e.TicketIssued) and event.wait is not None:
            log(conn, branch, [_given(event, event.wait, published, item.entry.at)])
        elif isinstance(event, e.LegCalled):
            total = {"total_s": event.waited_s, "seq": item.entry.seq}
            SETTLE.run(conn, [{**_key(branch, event.visit_id, event.leg_no), **total}])
        elif isinstance(event, e.LegReleased):
            conn.execute(UNSETTLE, _key(branch, event.visit_id, event.leg_no))
        elif isinstance(event, e.StepUndone) and event.step is Step.CALL:
            _unsettle_undone(conn, branch, event)


def _given(
    event: e.TicketIssued, wait: WaitRange, published: Forecasts | None, at: datetime
) -> Promise:
    """What a ticket that is issued now is promised, and what else was said of it."""
    first = next((one.no for one in event.legs if one.state is LegState.WAITING), 1)
    given = Promise(event.visit_id, first, 0.0, at, wait)
    if published is None or not timedelta() <= at - published.made_at <= FRESH:
        return given
    line = published.line(event.legs[0].service, event.class_name)
    if line is None:
        return given
    return replace(
        given, simple=line.simple, uncorrected=line.uncorrected if line.wait == wait else None
    )


def _unsettle_undone(conn: Connection, branch: str, event: e.StepUndone) -> None:
    undone = promise.update().where(
        promise.c.branch == branch,
        promise.c.visit_id == event.visit_id,
        promise.c.called_seq == event.undone_seq,
    )
    conn.execute(undone.values(waited_s=None, called_seq=None))


def _key(branch: str, visit_id: str, leg_no: int) -> Row:
    return {"b": branch, "k_visit": visit_id, "k_leg": leg_no}


def log(conn: Connection, branch: str, given: Iterable[Promise]) -> None:
    """Keep promises as they are given."""
    lines = [
        {
            "branch": branch,
            "visit_id": one.visit_id,
            "leg_no": one.leg_no,
            "age_s": one.age_s,
            "at": moment_text(one.at),
            "p10": one.wait.p10,
            "p50": one.wait.p50,
            "p90": one.wait.p90,
            "les": one.simple.les,
            "hol": one.simple.hol,
            "avg_k": one.simple.avg_k,
            "ql": one.simple.ql,
            "waiting": one.simple.waiting,
            **_uncorrected(one.uncorrected),
        }
        for one in given
    ]
    if lines:
        INSERT.run(conn, lines)


def _uncorrected(wait: WaitRange | None) -> Row:
    if wait is None:
        return {"u10": None, "u50": None, "u90": None}
    return {"u10": wait.p10, "u50": wait.p50, "u90": wait.p90}


def since(conn: Connection, branch: str, moment: datetime) -> list[Promise]:
    """All promises given since a moment, with their leg's service and class, in order."""
    eve = (moment - _LONGEST_VISIT).date()
    span = {"since": moment_text(moment), "low": visit_id(eve, "")}
    found = conn.execute(_SINCE, {"b": branch, **span}).mappings()
    return [
        Promise(
            visit_id=row["visit_id"],
            leg_no=row["leg_no"],
            age_s=row["age_s"],
            at=from_iso(row["at"]),
            wait=WaitRange(row["p10"], row["p50"], row["p90"]),
            waited_s=row["waited_s"],
            service=row["service"],
            class_name=row["class_name"],
            simple=Baselines(row["les"], row["hol"], row["avg_k"], row["ql"], row["waiting"]),
            number=row["number"],
            uncorrected=None
            if row["u50"] is None
            else WaitRange(row["u10"], row["u50"], row["u90"]),
        )
        for row in found
    ]
