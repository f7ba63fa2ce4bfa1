"""Does a command cost more after years of tickets? A branch with a million, beside an empty one."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from branchfloor.domain.errors import NobodyWaiting
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import Store

from .floors import A_DAY, fill, floor_of, founded, opened, publish
from .plan import Bench
from .result import Result, against
from .timing import typical

LIMIT = 1.2
A_DAY_TICKETS = 1_000
SERVICE = "GD"
ROUND_COMMANDS = ("issue", "call_next", "start", "finish")


def measure(bench: Bench) -> Iterator[Result]:
    """The same commands in turn on both; the time of a customer's four commands together."""
    empty, full = bench.folder / "empty.db", bench.folder / "years.db"
    founded(empty).close()
    began = perf_counter()
    rows = after_years(full, bench.plan.past_tickets)
    filled_s = perf_counter() - began
    stores = [opened(empty), opened(full)]
    samples = [_Samples(store, bench.plan.few_waiting) for store in stores]
    for _ in range(bench.plan.rounds):
        for _ in range(bench.plan.commands):
            for one in samples:
                one.customer()
        for one in samples:
            one.rounds.append([])
    for store in stores:
        store.close()
    ours, bare = (typical(one.rounds[:-1], 0.5) for one in reversed(samples))
    note = f"{rows:,} rows of {bench.plan.past_tickets:,} past tickets, filled in {filled_s:.0f} s"
    yield against(Result("past_tickets", ours, "ms", bare, note=note), LIMIT)


@dataclass
class _Samples:
    """Milliseconds of a customer's commands in one branch, by rounds."""

    store: Store
    waiting: int
    rounds: list[list[float]] = field(default_factory=lambda: [[]])

    def __post_init__(self) -> None:
        fill(self.store, self.waiting)
        publish(self.store)
        self._floor = floor_of(self.store)

    def customer(self) -> None:
        """One customer comes, and one is served."""
        began = perf_counter()
        now(self._floor.issue(Wish(SERVICE)))
        try:
            called = now(self._floor.call_next("1"))
        except NobodyWaiting:
            return
        target = Target(called.ticket, called.leg, "1")
        now(self._floor.start(target))
        now(self._floor.finish(target))
        self.rounds[-1].append((perf_counter() - began) * 1000)


def after_years(path: Path, tickets: int) -> int:
    """A branch whose tables hold so many tickets of past days; gives the number of rows added.

    The rows have the form and size of real ones; their hashes are made up, for nobody verifies
    them here.
    """
    store = founded(path)
    branch, head = store.state.branch, store.state.seq
    store.close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN IMMEDIATE")
    _move_log(raw, head, 4 * tickets)
    raw.execute(_PAST, (tickets, *_first_day(tickets), A_DAY_TICKETS, A_DAY_TICKETS))
    raw.execute(_KIND)
    raw.executemany("INSERT INTO kind VALUES (?, ?, ?)", _KINDS)
    before = raw.total_changes
    for text in (_VISITS, _LEGS, _CALLS, _PROMISES, _EVENTS):
        raw.execute(text, {"b": branch})
    raw.execute("COMMIT")
    added = raw.total_changes - before
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    return added


def _first_day(tickets: int) -> tuple[str]:
    days = tickets // A_DAY_TICKETS + 1
    return (date.isoformat(A_DAY - timedelta(days=days)),)


def _move_log(raw: sqlite3.Connection, head: int, by: int) -> None:
    """The branch's own first entries come after the past, whose numbers are below them."""
    for seq in range(head, 0, -1):
        raw.execute("UPDATE event SET seq = ? WHERE seq = ?", (seq + by, seq))
    raw.execute("UPDATE branch SET head_seq = head_seq + ?", (by,))


_PAST = """
CREATE TEMP TABLE past AS
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?),
d AS (SELECT i, date(?, '+' || (i / ?) || ' days') AS day, i % ? + 1 AS serial FROM n)
SELECT i, day, serial, printf('A%03d', serial) AS number,
  replace(day, '-', '') || '-' || printf('A%03d', serial) AS id,
  day || 'T02:30:00.125Z' AS t1, day || 'T02:41:00.250Z' AS t2, day || 'T02:47:00.375Z' AS t3
FROM d
"""
_VISITS = """
INSERT INTO visit SELECT :b, id, day, 'A', serial, number, 0, i * 4 + 1, NULL FROM past
"""
_LEGS = """
INSERT INTO leg SELECT :b, id, 1, number, day, 'GD', 'ordinary', 'done', t1, t2, t2, t3,
  660.0, 660.0, 360.0, 1200.0, '1', '0101', 0, 0, 1, 0, NULL, i * 4 + 4, NULL, 0, NULL FROM past
"""
_CALLS = "INSERT INTO call SELECT :b, day, serial, id, 1, number, '1', t2, 0, 0 FROM past"
_PROMISES = """
INSERT INTO promise SELECT :b, id, 1, 0.0, t1, 240.0, 600.0, 1200.0,
  580.0, 610.0, 560.0, 640.0, 7, 660.0, i * 4 + 2, 260.0, 590.0, 1150.0
FROM past
"""


_KIND = "CREATE TEMP TABLE kind (no INTEGER PRIMARY KEY, name TEXT, body TEXT)"
_EVENTS = """
INSERT INTO event SELECT :b, i * 4 + no, CASE no WHEN 1 THEN t1 WHEN 4 THEN t3 ELSE t2 END, day,
  'console:1', name, 1, replace(body, '@', id),
  printf('%064d', i * 4 + no - 1), printf('%064d', i * 4 + no)
FROM past CROSS JOIN kind
"""
_KINDS = (
    (
        1,
        "TicketIssued",
        '{"ahead":7,"class_name":"ordinary","legs":[{"needs_cash":true,"no":1,"service":"GD",'
        '"state":"waiting","target_s":1200.0}],"number":"A001","prefix":"A","serial":1,'
        '"via":"kiosk","visit_id":"@","wait":{"p10":240.0,"p50":600.0,"p90":1200.0}}',
    ),
    (
        2,
        "LegCalled",
        '{"class_name":"ordinary","counter":"1","leg_no":1,"reasons":[{"code":"waited",'
        '"points":0.55,"values":[["minutes",11.0],["target",20.0],["points",0.55]]}],'
        '"staff":"0101","target_s":1200.0,"visit_id":"@","waited_s":660.0}',
    ),
    (3, "LegStarted", '{"counter":"1","leg_no":1,"visit_id":"@"}'),
    (4, "LegFinished", '{"counter":"1","leg_no":1,"visit_id":"@"}'),
)
