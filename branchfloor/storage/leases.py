"""Leases: what only one process of a branch may do, such as keep the floor or speak to a zone.

The holder renews each second; when it dies, another takes over once the lease has run out. The
time is the PC's own, never a demo's.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from branchfloor.domain.clock import from_iso, to_iso

from .prepared import Prepared
from .store import Store
from .tables import lease

LEASE_S = 5.0
"""How long a lease holds without being renewed."""

KEEPER = "keeper"
"""The lease of the one process that keeps the floor: ticks, applies what is due, forecasts."""


_HOLDER = Prepared(
    select(lease.c.holder, lease.c.until).where(
        lease.c.branch == bindparam("b"), lease.c.name == bindparam("lease")
    )
)
"""Asked each second by every screen's process."""


def voice_of(zone: str) -> str:
    """The lease of the one process that speaks in a zone of the hall."""
    return f"voice:{zone}"


@dataclass(frozen=True, slots=True)
class Claim:
    """Who wants what: the lease's name, and a holder's name unique to its process."""

    name: str
    holder: str


def take(store: Store, claim: Claim, now: datetime) -> bool:
    """Take or renew a lease; False while another process holds it.

    A lease that reaches further than one could be given was made by a clock since set back: it
    holds nobody off.
    """
    branch = store.state.branch
    with store.database.reading() as conn:
        if _held_by_other(conn, branch, claim, now):
            return False
    with store.database.writing() as conn:
        if _held_by_other(conn, branch, claim, now):
            return False
        row = {"holder": claim.holder, "until": to_iso(now + timedelta(seconds=LEASE_S))}
        where = (lease.c.branch == branch, lease.c.name == claim.name)
        if conn.execute(lease.update().where(*where), row).rowcount == 0:
            conn.execute(lease.insert(), {"branch": branch, "name": claim.name, **row})
    return True


def release(store: Store, claim: Claim) -> None:
    """Give a lease back at once, if it is still this holder's."""
    with store.database.writing() as conn:
        conn.execute(
            lease.delete().where(
                lease.c.branch == store.state.branch,
                lease.c.name == claim.name,
                lease.c.holder == claim.holder,
            )
        )


def _held_by_other(conn: Connection, branch: str, claim: Claim, now: datetime) -> bool:
    for found in _HOLDER.rows(conn, {"b": branch, "lease": claim.name}):
        if found["holder"] != claim.holder:
            left_s = (from_iso(found["until"]) - now).total_seconds()
            return 0 < left_s <= LEASE_S
    return False


def zones_spoken(store: Store, now: datetime) -> tuple[str, ...]:
    """The zones of the hall in which some process speaks at this moment, by name."""
    prefix = voice_of("")
    wanted = (lease.c.branch == store.state.branch, lease.c.name.startswith(prefix))
    with store.database.reading() as conn:
        found = conn.execute(select(lease.c.name, lease.c.until).where(*wanted)).all()
    held = (name for name, until in found if from_iso(until) > now)
    return tuple(sorted(name.removeprefix(prefix) for name in held))
