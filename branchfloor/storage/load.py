"""A floor state from its rows: as long as the day is, however long the branch has been open."""

from datetime import date

from sqlalchemy import Connection, RowMapping, bindparam, func, literal_column, select

from branchfloor.domain.clock import from_iso, to_iso
from branchfloor.domain.counter import Counter
from branchfloor.domain.hall import Hall
from branchfloor.domain.lanes import LaneKey, Lanes, Place, callable_legs
from branchfloor.domain.reduce import apply
from branchfloor.domain.state import CALLS_KEPT, Call, FloorState
from branchfloor.domain.table import Table
from branchfloor.domain.visit import Visit
from branchfloor.domain.waits import Forecasts

from . import rows
from . import tables as t
from .flush import Held
from .prepared import Prepared, Row

BRANCH = select(t.branch).where(t.branch.c.id == bindparam("b"))
NEWER = Prepared(
    select(t.event)
    .where(
        t.event.c.branch == bindparam("b"),
        t.event.c.seq > bindparam("seq"),
        t.event.c.seq <= bindparam("to"),
    )
    .order_by(t.event.c.seq)
)
RELOAD_AFTER = 2000
"""From how many missed entries on a cold start is cheaper than applying them."""

_VISITS = (
    select(t.visit.c.body)
    .where(t.visit.c.branch == bindparam("b"), t.visit.c.live.is_(True))
    .order_by(t.visit.c.issued_seq)
)
_COUNTERS = select(t.counter.c.body).where(t.counter.c.branch == bindparam("b"))
_SERIALS = (
    select(t.visit.c.prefix, func.max(t.visit.c.serial))
    .where(t.visit.c.branch == bindparam("b"), t.visit.c.day == bindparam("day"))
    .group_by(t.visit.c.prefix)
)
_others = t.call.alias("others")
_last_no = (
    select(func.max(_others.c.no))
    .where(_others.c.branch == bindparam("b"), _others.c.day == bindparam("day"))
    .scalar_subquery()
)
_CALLS = Prepared(
    select(t.call)
    .where(
        t.call.c.branch == bindparam("b"),
        t.call.c.day == bindparam("day"),
        t.call.c.no > _last_no - literal_column(str(CALLS_KEPT)),
    )
    .order_by(t.call.c.no)
)
_RECORDS = Prepared(
    select(t.leg)
    .where(
        t.leg.c.branch == bindparam("b"),
        t.leg.c.visit_id >= bindparam("low"),
        t.leg.c.visit_id < bindparam("high"),
        t.leg.c.ended_seq.is_not(None),
    )
    .order_by(t.leg.c.ended_seq, t.leg.c.leg_no)
)
_HALL = select(t.hall.c.body).where(t.hall.c.branch == bindparam("b"))
FORECAST = Prepared(select(t.forecast).where(t.forecast.c.branch == bindparam("b")))


def load(conn: Connection, branch: str) -> Held | None:
    """The newest state of a branch from its rows; None when there is no such branch."""
    head = conn.execute(BRANCH, {"b": branch}).mappings().one_or_none()
    if head is None:
        return None
    visits = [rows.visit_of(body) for body in conn.scalars(_VISITS, {"b": branch})]
    counters = [rows.counter_of(body) for body in conn.scalars(_COUNTERS, {"b": branch})]
    return Held(_state(conn, head, visits, counters), str(head["head_hash"]))


def _state(
    conn: Connection, head: RowMapping, visits: list[Visit], counters: list[Counter]
) -> FloorState:
    branch, day = head["id"], head["day"]
    today = {"b": branch, "day": day, **rows.ids_of(day)}
    return FloorState(
        branch=branch,
        seq=head["head_seq"],
        at=from_iso(head["at"]) if head["at"] else None,
        day=date.fromisoformat(day) if day else None,
        config_version=head["config_version"],
        day_closed=head["day_closed"],
        visits=Table.of({v.id: v for v in visits}),
        counters={c.number: c for c in counters},
        lanes=_lanes(visits),
        serials={prefix: serial for prefix, serial in conn.execute(_SERIALS, today)},
        by_number=Table.of({v.number: v.id for v in visits if v.day.isoformat() == day}),
        calls=_calls(conn, today),
        records=tuple(map(rows.record_of_row, _RECORDS.rows(conn, today))),
        timed=frozenset(v.id for v in visits if v.timed),
        forecasts=newest_forecasts(conn, branch, None),
        hall=_hall(conn, branch),
    )


def _hall(conn: Connection, branch: str) -> Hall:
    body = conn.scalars(_HALL, {"b": branch}).one_or_none()
    return rows.hall_of(body) if body is not None else Hall()


def _calls(conn: Connection, today: Row) -> tuple[Call, ...]:
    return tuple(map(rows.call_of_row, _CALLS.rows(conn, today)))


def _lanes(visits: list[Visit]) -> Lanes:
    """All lanes at once: each sorted when it is whole, rather than kept sorted one by one."""
    found: dict[LaneKey, list[Place]] = {}
    for visit in visits:
        for key, place in callable_legs(visit):
            found.setdefault(key, []).append(place)
    return Lanes({key: tuple(sorted(places)) for key, places in found.items()})


def newest_forecasts(conn: Connection, branch: str, known: Forecasts | None) -> Forecasts | None:
    """What the keeper published last; `known` itself when that is still the last."""
    for row in FORECAST.rows(conn, {"b": branch}):
        if known is not None and row["made_at"] == to_iso(known.made_at):
            return known
        return rows.forecasts_of(row["body"])
    return None


def caught_up(conn: Connection, held: Held) -> Held:
    """What is held with everything that others have committed since.

    After a long sleep the rows are read instead: the log may be longer than the day is. So they
    are when the log does not hold the last entry known: it is another's, put back from a copy.
    """
    state, last = held.state, held.head_hash
    span = {"seq": state.seq - 1, "to": state.seq + RELOAD_AFTER + 1}
    newer = NEWER.rows(conn, {"b": state.branch, **span})
    known = state.seq == 0 or bool(newer and newer[0]["hash"] == last)
    if not known or len(newer) > RELOAD_AFTER:
        return load(conn, state.branch) or held
    del newer[: state.seq > 0]
    for row in newer:
        state, last = apply(state, rows.entry_of(row)), str(row["hash"])
    forecasts = newest_forecasts(conn, state.branch, state.forecasts)
    if forecasts is not state.forecasts:
        state = state.with_forecasts(forecasts)
    return held if state is held.state else Held(state, last)
