"""The rows of who may sign in: a role, a hashed PIN, and what failed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from branchfloor.domain.clock import from_iso, to_iso

from .store import Store
from .tables import staff


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person: `failures` since the last success, `locked_until` after too many."""

    number: str
    role: str
    pin_hash: str | None = None
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None


def staff_rows(store: Store) -> list[StaffRow]:
    """Everybody who may sign in, by number."""
    wanted = select(staff).where(staff.c.branch == store.state.branch).order_by(staff.c.number)
    with store.database.reading() as conn:
        return [
            StaffRow(
                number=row["number"],
                role=row["role"],
                pin_hash=row["pin_hash"],
                must_change=row["must_change"],
                failures=row["failures"],
                locked_until=from_iso(row["locked_until"]) if row["locked_until"] else None,
            )
            for row in conn.execute(wanted).mappings()
        ]


def keep_staff(store: Store, one: StaffRow) -> None:
    """Keep a person's row, new or changed."""
    branch = store.state.branch
    with store.database.writing() as conn:
        conn.execute(staff.delete().where(staff.c.branch == branch, staff.c.number == one.number))
        conn.execute(
            staff.insert(),
            {
                "branch": branch,
                "number": one.number,
                "role": one.role,
                "pin_hash": one.pin_hash,
                "must_change": one.must_change,
                "failures": one.failures,
                "locked_until": to_iso(one.locked_until) if one.locked_until else None,
            },
        )
