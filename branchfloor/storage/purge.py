"""Forgetting: personal rows that have had their time are deleted, the log stays as it is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Table, select

from branchfloor.domain.clock import to_iso

from . import sqlite
from .advised import ADVICE_KEPT, forget_advice
from .store import Store
from .tables import answer, particulars
from .unit import ANSWERS_KEPT

PARTICULARS_KEPT = timedelta(days=30)
"""How long reasons, needs, proofs and notes are kept when nobody says otherwise."""


AT_A_TIME = 500
"""Rows deleted in one transaction: after years of none, nobody waits for all of them."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many rows were deleted: of particulars, of answers kept for repeats, of advice."""

    particulars: int
    answers: int
    advice: int = 0


def purge(store: Store, before: date, now: datetime) -> Purged:
    """Delete the particulars of business dates before one, answers older than 48 hours, and advice
    older than 90 days.

    The log only knows the rows' ids, so it verifies as before. What was deleted is overwritten
    in the file, not only unlinked.
    """
    branch = store.state.branch
    old_rows = (particulars.c.branch == branch) & (particulars.c.day < before.isoformat())
    old_answers = (answer.c.branch == branch) & (answer.c.at < to_iso(now - ANSWERS_KEPT))
    rows = _delete(store, particulars, old_rows)
    answers = _delete(store, answer, old_answers)
    if rows or answers:
        store.database.cut_off_log()
    return Purged(rows, answers, forget_advice(store, now - ADVICE_KEPT))


def _delete(store: Store, table: Table, old: ColumnElement[bool]) -> int:
    key = list(table.primary_key.columns)[1]
    some = table.delete().where(old, key.in_(select(key).where(old).limit(AT_A_TIME)))
    whole = 0
    while True:
        with store.database.writing() as conn, sqlite.overwriting(conn):
            found = conn.execute(some).rowcount
        whole += found
        if found < AT_A_TIME:
            return whole
