"""What past business dates left behind: the records of their legs, the moves of their counters."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from branchfloor.domain.events import CounterClosed, CounterClosing, CounterOpened, CounterPaused
from branchfloor.domain.log import Entry
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import visit_id

from . import rows
from . import tables as t
from .prepared import Prepared
from .store import Store

_BETWEEN = Prepared(
    select(t.leg)
    .where(
        t.leg.c.branch == bindparam("b"),
        t.leg.c.visit_id >= bindparam("low"),
        t.leg.c.visit_id < bindparam("high"),
        t.leg.c.ended_seq.is_not(None),
    )
    .order_by(t.leg.c.ended_seq, t.leg.c.leg_no)
)


def records_between(store: Store, first: date, before: date) -> list[LegRecord]:
    """Records of legs that ended, of every business date from `first` up to `before`."""
    span = {"low": visit_id(first, ""), "high": visit_id(before, "")}
    wanted = {"b": store.state.branch, **span}
    with store.database.reading() as conn:
        return [rows.record_of_row(row) for row in _BETWEEN.rows(conn, wanted)]


_MOVES: Sequence[type] = (CounterOpened, CounterPaused, CounterClosing, CounterClosed)


def counter_moves(store: Store, first: date, before: date) -> list[Entry]:
    """Openings, pauses and closes of every business date from `first` up to `before`."""
    branch = store.state.branch
    with store.database.reading() as conn:
        wanted = (
            select(t.event)
            .where(
                t.event.c.branch == branch,
                t.event.c.seq >= _first_seq(conn, branch, first),
                t.event.c.day < before.isoformat(),
                t.event.c.kind.in_([kind.__name__ for kind in _MOVES]),
            )
            .order_by(t.event.c.seq)
        )
        return [rows.entry_of(dict(row)) for row in conn.execute(wanted).mappings()]


def _first_seq(conn: Connection, branch: str, day: date) -> int:
    """The first entry of a date or of what follows; dates only grow along the log, so that the
    years before need not be read.
    """
    last = select(func.max(t.event.c.seq)).where(t.event.c.branch == branch)
    low, high = 1, (conn.execute(last).scalar() or 0) + 1
    wanted = select(t.event.c.day).where(
        t.event.c.branch == branch, t.event.c.seq == bindparam("seq")
    )
    while low < high:
        middle = (low + high) // 2
        found = conn.execute(wanted, {"seq": middle}).scalar()
        if found is not None and found < day.isoformat():
            low = middle + 1
        else:
            high = middle
    return low
