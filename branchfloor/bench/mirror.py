"""The reference of a command: a bare sqlite3 program that writes the very same rows.

It knows in advance what the floor has to find out: after each command the rows that the floor
wrote are read back and written, with the same statements and the same pragmas, into a database
that is a copy. What is left is what SQLite and the disk cost.
"""

import json
import sqlite3
from pathlib import Path
from time import perf_counter
from typing import Any

Row = tuple[Any, ...]
Write = tuple[str, Row]

_EVENTS = "SELECT * FROM event WHERE branch = ? AND seq > ? ORDER BY seq"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_SEQ, _KIND, _BODY = 1, 5, 7
_KEYS = {"visit": ("branch", "id"), "leg": ("branch", "visit_id"), "counter": ("branch", "number")}
_CHANGES = {
    "visit": ("live", "body"),
    "counter": ("body",),
    "branch": ("head_seq", "head_hash", "at", "day", "day_closed", "config_version"),
}


def bare(path: Path) -> sqlite3.Connection:
    """A bare connection as durable as ours."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")
    return raw


class Mirror:
    """A copy of a branch that follows it, one command at a time, by bare sqlite3."""

    def __init__(self, source: Path, copy: Path, branch: str) -> None:
        self._source = bare(source)
        self.raw = bare(copy)
        self._branch = branch
        self._source.backup(self.raw)
        self._columns = {
            table: [row[1] for row in self._source.execute(f"PRAGMA table_info({table})")]
            for (table,) in self._source.execute(
                "SELECT name FROM sqlite_master WHERE type='table'"
            )
        }
        self._seq = self._last_seq()

    def follow(self) -> float:
        """Write what one command wrote; milliseconds from before the lock to after the commit."""
        writes = self._writes()
        began = perf_counter()
        self.raw.execute("BEGIN IMMEDIATE")
        self.raw.execute("PRAGMA data_version").fetchone()
        for text, values in writes:
            self.raw.execute(text, values)
        self.raw.execute("COMMIT")
        return (perf_counter() - began) * 1000

    def close(self) -> None:
        """Let both files go."""
        self._source.close()
        self.raw.close()

    def _last_seq(self) -> int:
        asked = "SELECT max(seq) FROM event WHERE branch = ?"
        return int(self._source.execute(asked, (self._branch,)).fetchone()[0])

    def _writes(self) -> list[Write]:
        writes = []
        for event in self._source.execute(_EVENTS, (self._branch, self._seq)).fetchall():
            self._seq = event[_SEQ]
            writes.append(self._insert("event", event))
            writes.extend(self._of_event(event))
        return [*writes, *self._update("branch", ("id",), (self._branch,))]

    def _of_event(self, event: Row) -> list[Write]:
        body = _body(event)
        visit, counter = body.get("visit_id"), body.get("counter")
        writes: list[Write] = []
        if event[_KIND] == "TicketIssued":
            for table, key in (("visit", "id"), ("leg", "visit_id"), ("promise", "visit_id")):
                writes += [self._insert(table, row) for row in self._rows(table, (key,), (visit,))]
            return writes
        if visit:
            for table in ("visit", "leg"):
                writes += self._update(table, _KEYS[table], (self._branch, visit))
        if event[_KIND] == "LegCalled":
            writes += self._call(event, body)
        if counter:
            writes += self._update("counter", _KEYS["counter"], (self._branch, counter))
        return writes

    def _call(self, event: Row, body: dict[str, Any]) -> list[Write]:
        last = "SELECT * FROM call WHERE branch = ? ORDER BY day DESC, no DESC LIMIT 1"
        row = self._source.execute(last, (self._branch,)).fetchone()
        settle = (
            "UPDATE promise SET waited_s = ? - age_s, called_seq = ? "
            "WHERE branch = ? AND visit_id = ? AND leg_no = ? AND waited_s IS NULL"
        )
        values = (body["waited_s"], event[_SEQ], self._branch, body["visit_id"], body["leg_no"])
        return [self._insert("call", row), (settle, values)]

    def _rows(self, table: str, keys: tuple[str, ...], values: Row) -> list[Row]:
        where = " AND ".join(f"{key} = ?" for key in ("branch", *keys))
        asked = f"SELECT * FROM {table} WHERE {where}"
        return self._source.execute(asked, (self._branch, *values)).fetchall()

    def _insert(self, table: str, row: Row) -> Write:
        marks = ", ".join("?" * len(row))
        return f"INSERT INTO {table} VALUES ({marks})", row

    def _update(self, table: str, keys: tuple[str, ...], values: Row) -> list[Write]:
        columns = self._columns[table]
        changed = _CHANGES.get(table) or tuple(c for c in columns if c not in (*keys, "leg_no"))
        own = ("leg_no",) if table == "leg" else ()
        sets = ", ".join(f"{column} = ?" for column in changed)
        where = " AND ".join(f"{key} = ?" for key in (*keys, *own))
        asked = f"SELECT {', '.join((*changed, *own))} FROM {table} WHERE " + " AND ".join(
            f"{key} = ?" for key in keys
        )
        text = f"UPDATE {table} SET {sets} WHERE {where}"
        return [
            (text, (*row[: len(changed)], *values, *row[len(changed) :]))
            for row in self._source.execute(asked, values).fetchall()
        ]


def _body(event: Row) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(event[_BODY])
    return found
