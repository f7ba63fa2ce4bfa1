"""Staffing plans that were saved: one a business date, the last one counts."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import RowMapping, select

from branchfloor.domain.clock import from_iso, to_iso

from .store import Store
from .tables import plan


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The plan of a date as its maker wrote it, with who saved it and when."""

    day: date
    body: str
    saved_at: datetime
    saved_by: str


def keep_plan(store: Store, kept: PlanRow) -> None:
    """Keep a plan in place of the last of its date."""
    branch, day = store.state.branch, kept.day.isoformat()
    row = {"body": kept.body, "saved_at": to_iso(kept.saved_at), "saved_by": kept.saved_by}
    with store.database.writing() as conn:
        key = (plan.c.branch == branch, plan.c.day == day)
        if conn.execute(plan.update().where(*key), row).rowcount == 0:
            conn.execute(plan.insert(), {"branch": branch, "day": day, **row})


def plan_of(store: Store, day: date) -> PlanRow | None:
    """The plan of a date, or None when none was saved."""
    found = plans_between(store, day, day)
    return found[0] if found else None


def plans_between(store: Store, first: date, last: date) -> list[PlanRow]:
    """The plans of every date from one to another, both included, in order."""
    where = (
        plan.c.branch == store.state.branch,
        plan.c.day >= first.isoformat(),
        plan.c.day <= last.isoformat(),
    )
    with store.database.reading() as conn:
        found = conn.execute(select(plan).where(*where).order_by(plan.c.day)).mappings()
        return [_row(row) for row in found]


def _row(found: RowMapping) -> PlanRow:
    return PlanRow(
        date.fromisoformat(found["day"]),
        found["body"],
        from_iso(found["saved_at"]),
        found["saved_by"],
    )
