"""The log replayed from nothing: does it hold together, do the rows say what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Table, create_engine, func, select
from sqlalchemy.pool import StaticPool

from branchfloor.domain.log import GENESIS, chain
from branchfloor.domain.state import FloorState

from . import rows, schema
from . import tables as t
from .change import change_of
from .flush import Held, write_head, write_rows
from .load import load
from .prepared import Row
from .reading import log_rows
from .store import Store
from .trace import traced

ROWS = (t.visit, t.leg, t.call, t.counter)
"""The tables that are made from the log and compared row by row; the hall's one row is compared
by the state it gives: none says the same as one of an empty hall.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: `chain_broken` with the entry, or `rows_differ` with table and key."""

    code: str
    seq: int = 0
    table: str = ""
    key: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedLog:
    """How a branch was found: entries and tickets looked at, and everything amiss."""

    entries: int
    tickets: int
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing was amiss."""
        return not self.findings


class ChainBroken(Exception):
    """An entry that is not what it was when it was written, or cannot follow the one before."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"entry {seq}")
        self.seq = seq


def check(store: Store) -> CheckedLog:
    """Verify the chain, replay the log and compare every row made from it."""
    scratch = _scratch(store.state.branch)
    try:
        with store.database.reading() as conn, scratch.begin() as other:
            try:
                replayed = _replay(conn, other, store.state.branch)
            except ChainBroken as broken:
                return CheckedLog(broken.seq - 1, 0, (Finding("chain_broken", broken.seq),))
            findings = tuple(_differences(conn, other, replayed))
            tickets = other.execute(select(func.count()).select_from(t.visit)).scalar_one()
            return CheckedLog(replayed.state.seq, tickets, findings)
    finally:
        scratch.dispose()


def verify_chain(store: Store) -> int | None:
    """The first entry that does not hold together; None when all do."""
    last = GENESIS
    with store.database.reading() as conn:
        try:
            for chunk in log_rows(conn, store.state.branch):
                last = _chained(chunk, last)
        except ChainBroken as broken:
            return broken.seq
        head = _head(conn, store.state.branch)
    return None if head[1] == last else head[0]


def rewrite_rows(store: Store) -> None:
    """Make all rows anew from the log, in one transaction; ChainBroken when it is damaged."""
    branch = store.state.branch
    with store.database.writing() as conn:
        remake_rows(conn, branch)
        fresh = load(conn, branch)
    if fresh is not None:
        store.hold(fresh)


def remake_rows(conn: Connection, branch: str) -> None:
    """The same within a write transaction that is already there."""
    for table in (t.leg, t.visit, t.call, t.counter, t.hall):
        conn.execute(table.delete().where(table.c.branch == branch))
    replayed = _replay(conn, conn, branch)
    write_head(conn, replayed.state, replayed.head_hash)


def replay(conn: Connection, branch: str) -> FloorState:
    """The state that the log alone makes."""
    state = FloorState(branch=branch)
    for chunk in log_rows(conn, branch):
        for row in chunk:
            state, _ = traced(state, rows.entry_of(row))
    return state


def _replay(conn: Connection, target: Connection, branch: str) -> Held:
    """Replay the log of `conn`, writing its rows to `target`; gives where it ends."""
    state, last = FloorState(branch=branch), GENESIS
    for chunk in log_rows(conn, branch):
        last = _chained(chunk, last)
        old, applied = state, []
        for row in chunk:
            try:
                state, item = traced(state, rows.entry_of(row))
            except Exception as error:  # whatever the damage does to the reducer, it is damage
                raise ChainBroken(row["seq"]) from error
            applied.append(item)
        write_rows(target, change_of(old, state, applied))
    return Held(state, last)


def _chained(chunk: list[Row], last: str) -> str:
    for row in chunk:
        if row["prev_hash"] != last or _hash_of(row, last) != row["hash"]:
            raise ChainBroken(row["seq"])
        last = row["hash"]
    return last


def _hash_of(row: Row, last: str) -> str:
    try:
        return chain(last, rows.entry_of(row), row["body"])
    except (KeyError, TypeError, ValueError):
        return ""


def _head(conn: Connection, branch: str) -> tuple[int, str]:
    wanted = select(t.branch.c.head_seq, t.branch.c.head_hash).where(t.branch.c.id == branch)
    seq, last = conn.execute(wanted).one()
    return int(seq), str(last)


def _scratch(branch: str) -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as conn:
        schema.make(conn)
    return engine


def _differences(conn: Connection, other: Connection, replayed: Held) -> Iterator[Finding]:
    branch = replayed.state.branch
    if _head(conn, branch) != (replayed.state.seq, replayed.head_hash):
        yield Finding("chain_broken", _head(conn, branch)[0])
    for table in ROWS:
        found, expected = _by_key(conn, table, branch), _by_key(other, table, branch)
        for key in sorted(found.keys() | expected.keys()):
            if found.get(key) != expected.get(key):
                yield Finding("rows_differ", table=table.name, key=key)
    loaded = load(conn, branch)
    if loaded is None or loaded.state.with_forecasts(None) != replayed.state:
        yield Finding("rows_differ", table=t.branch.name, key=(branch,))


def _by_key(
    conn: Connection, table: Table, branch: str
) -> dict[tuple[str | int, ...], tuple[object, ...]]:
    keys = [c for c in table.primary_key.columns if c.name != "branch"]
    found = conn.execute(select(*keys, *table.columns).where(table.c.branch == branch))
    return {tuple(row[: len(keys)]): tuple(row[len(keys) :]) for row in found}
