"""The rows of who may sign in: a hashed PIN, and what failed.

Beside the log, never in it. What a person is, the branch document says; `role` is kept for who
reads the table.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, select

from branchfloor.domain.clock import from_iso, to_iso
from branchfloor.domain.work import Credential

from .prepared import Prepared, Row
from .tables import staff

if TYPE_CHECKING:
    from .store import Store

_ONE = select(staff).where(staff.c.branch == bindparam("b"), staff.c.number == bindparam("n"))
_INSERT = Prepared(staff.insert())
_DELETE = Prepared(
    staff.delete().where(staff.c.branch == bindparam("b"), staff.c.number == bindparam("n"))
)


def credential_in(conn: Connection, branch: str, number: str) -> Credential | None:
    """What a person signs in with, or None when nothing is kept."""
    row = conn.execute(_ONE, {"b": branch, "n": number}).mappings().one_or_none()
    return _credential(dict(row)) if row is not None else None


def credentials(store: "Store") -> list[Credential]:
    """Everything that is kept of who may sign in, by number."""
    wanted = select(staff).where(staff.c.branch == store.state.branch).order_by(staff.c.number)
    with store.database.reading() as conn:
        return [_credential(dict(row)) for row in conn.execute(wanted).mappings()]


def keep_credentials(conn: Connection, branch: str, kept: Sequence[Credential]) -> None:
    """Keep the last credential of each person, new or changed."""
    newest = {one.staff: one for one in kept}
    _DELETE.run(conn, [{"b": branch, "n": number} for number in newest])
    _INSERT.run(conn, [_row(branch, one) for one in newest.values()])


def _credential(row: Row) -> Credential:
    until = row["locked_until"]
    return Credential(
        staff=row["number"],
        pin_hash=row["pin_hash"] or "",
        must_change=bool(row["must_change"]),
        failures=row["failures"],
        locked_until=from_iso(until) if until else None,
    )


def _row(branch: str, one: Credential) -> Row:
    return {
        "branch": branch,
        "number": one.staff,
        "role": "",
        "pin_hash": one.pin_hash or None,
        "must_change": one.must_change,
        "failures": one.failures,
        "locked_until": to_iso(one.locked_until) if one.locked_until else None,
    }
