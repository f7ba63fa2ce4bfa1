"""What past business dates left behind: the records of their legs."""

from datetime import date

from sqlalchemy import bindparam, select

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
