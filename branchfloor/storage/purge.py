"""Forgetting: personal rows that have had their time are deleted, the log stays as it is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from branchfloor.domain.clock import to_iso

from . import sqlite
from .store import Store
from .tables import answer, particulars
from .unit import ANSWERS_KEPT

PARTICULARS_KEPT = timedelta(days=30)
"""How long reasons, needs, proofs and notes are kept when nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many rows were deleted: of particulars, and of answers kept for repeats."""

    particulars: int
    answers: int


def purge(store: Store, before: date, now: datetime) -> Purged:
    """Delete the particulars of business dates before one, and answers older than 48 hours.

    The log only knows the rows' ids, so it verifies as before. What was deleted is overwritten
    in the file, not only unlinked.
    """
    branch = store.state.branch
    old_rows = (particulars.c.branch == branch) & (particulars.c.day < before.isoformat())
    old_answers = (answer.c.branch == branch) & (answer.c.at < to_iso(now - ANSWERS_KEPT))
    with store.database.writing() as conn, sqlite.overwriting(conn):
        rows = conn.execute(particulars.delete().where(old_rows)).rowcount
        answers = conn.execute(answer.delete().where(old_answers)).rowcount
    if rows or answers:
        store.database.cut_off_log()
    return Purged(rows, answers)
