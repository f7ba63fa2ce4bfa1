"""What was advised, whether somebody followed it, and what came of it: rows beside the log."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, func, select

from branchfloor.domain.clock import from_iso, to_iso

from .store import Store
from .tables import advice

ADVICE_KEPT = timedelta(days=90)
"""How long advice that was followed is kept, with what came of it."""


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One advice: texts are the maker's own; `judged` is what came of it, None until known."""

    id: str
    made_at: datetime
    body: str
    taken_at: datetime | None = None
    judged: str | None = None


def keep_advice(store: Store, kept: AdviceRow) -> None:
    """Keep an advice, new or changed."""
    branch = store.state.branch
    row = {
        "made_at": to_iso(kept.made_at),
        "body": kept.body,
        "taken_at": to_iso(kept.taken_at) if kept.taken_at else None,
        "judged": kept.judged,
    }
    with store.database.writing() as conn:
        key = (advice.c.branch == branch, advice.c.id == kept.id)
        if conn.execute(advice.update().where(*key), row).rowcount == 0:
            conn.execute(advice.insert(), {"branch": branch, "id": kept.id, **row})


def advice_since(store: Store, moment: datetime, *, taken: bool = False) -> list[AdviceRow]:
    """Every advice made since a moment, oldest first; only those somebody followed if `taken`."""
    where = [advice.c.branch == store.state.branch, advice.c.made_at >= to_iso(moment)]
    if taken:
        where.append(advice.c.taken_at.is_not(None))
    wanted = select(advice).where(*where).order_by(advice.c.made_at, advice.c.id)
    with store.database.reading() as conn:
        return [_row(found) for found in conn.execute(wanted).mappings()]


def advice_mark(store: Store) -> tuple[object, ...]:
    """What is another as soon as an advice was made, followed or judged: far less to read."""
    told = [func.count(), func.max(advice.c.made_at)]
    told += [func.count(column) for column in (advice.c.taken_at, advice.c.judged)]
    with store.database.reading() as conn:
        where = advice.c.branch == store.state.branch
        return tuple(conn.execute(select(*told).where(where)).one())


def forget_advice(store: Store, before: datetime) -> int:
    """Delete every advice made before a moment; how many there were."""
    where = (advice.c.branch == store.state.branch, advice.c.made_at < to_iso(before))
    with store.database.writing() as conn:
        return conn.execute(advice.delete().where(*where)).rowcount


def _row(found: RowMapping) -> AdviceRow:
    taken = found["taken_at"]
    return AdviceRow(
        id=found["id"],
        made_at=from_iso(found["made_at"]),
        body=found["body"],
        taken_at=from_iso(taken) if taken else None,
        judged=found["judged"],
    )
