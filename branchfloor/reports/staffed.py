"""Counters and staff: whom they called and served, and where their time went."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from branchfloor.domain.metrics_day import call_stands
from branchfloor.domain.metrics_values import spread
from branchfloor.floor.counters import PAUSE_REASONS

from .desks import DeskDay
from .material import DayMaterial
from .seats import Desk, Doing
from .table import ALL, Column, Kind, Row, Table
from .waits import share, spread_cells

OTHER = PAUSE_REASONS[-1]
"""Whatever an old log holds beside the known reasons: it may name somebody."""


@dataclass
class _Work:
    """What one counter or person did; `sittings` and `waits` in seconds."""

    served: int = 0
    no_shows: int = 0
    waits: list[float] = field(default_factory=list)
    sittings: list[float] = field(default_factory=list)
    spent: dict[Doing, float] = field(default_factory=dict)

    def spend(self, spent: dict[Doing, float]) -> None:
        """Add time."""
        for doing, seconds in spent.items():
            self.spent[doing] = self.spent.get(doing, 0.0) + seconds

    def row(self, key: str) -> Row:
        """The cells under `COLUMNS`."""
        open_s = sum(self.spent.values())
        serving_s = self.spent.get(Doing.SERVING, 0.0)
        return (
            *(key, self.served, len(self.waits), *spread_cells(spread(self.waits))),
            *(len(self.sittings), *spread_cells(spread(self.sittings))),
            *(self.spent.get(doing, 0.0) for doing in Doing),
            *(open_s, share(serving_s, open_s), self.no_shows),
        )


COLUMNS = (
    Column("served", Kind.COUNT),
    Column("called", Kind.COUNT, detail=True),
    Column("wait_mean", Kind.MINUTES),
    Column("wait_median", Kind.MINUTES, detail=True),
    Column("wait_p90", Kind.MINUTES),
    Column("sittings", Kind.COUNT, detail=True),
    Column("service_mean", Kind.MINUTES),
    Column("service_median", Kind.MINUTES, detail=True),
    Column("service_p90", Kind.MINUTES, detail=True),
    *(Column(f"{doing.value}_time", Kind.MINUTES) for doing in Doing),
    Column("open_time", Kind.MINUTES),
    Column("in_service", Kind.SHARE),
    Column("no_shows", Kind.COUNT, detail=True),
)


def counter_table(material: DayMaterial, desks: DeskDay) -> Table:
    """One row a counter, those that stayed closed too."""
    planned = [plan.number for plan in material.config.counters]
    return _table("counters", Kind.COUNTER, _Works(material, desks, 0), planned)


def staff_table(material: DayMaterial, desks: DeskDay) -> Table:
    """One row a staff number; an empty one for time nobody gave a number for."""
    return _table("staff", Kind.STAFF, _Works(material, desks, 1), ())


class _Works:
    """Work by one part of the desk: its counter (0) or its staff number (1)."""

    def __init__(self, material: DayMaterial, desks: DeskDay, part: int) -> None:
        self.of: dict[str, _Work] = {}
        self.every = _Work()
        self._part = part
        for fact in desks.facts:
            for work in self._both(fact.desk):
                work.served += fact.kind == "finished"
                work.no_shows += fact.kind == "missed"
                if fact.sat_s is not None:
                    work.sittings.append(fact.sat_s)
        for desk, spent in desks.spent.items():
            for work in self._both(desk):
                work.spend(spent)
        self._wait(material, desks)

    def _wait(self, material: DayMaterial, desks: DeskDay) -> None:
        called = desks.desk_of_call()
        for record in material.records:
            if call_stands(record):
                own = (record.counter or "", record.staff or "")
                for work in self._both(called.get((record.visit_id, record.leg_no), own)):
                    work.waits.append(record.wait_s or 0.0)

    def _both(self, desk: Desk) -> tuple[_Work, _Work]:
        return self.of.setdefault(desk[self._part], _Work()), self.every


def _table(key: str, kind: Kind, works: _Works, known: Iterable[str]) -> Table:
    order = [*known, *sorted(set(works.of) - set(known))]
    rows = tuple(works.of.get(name, _Work()).row(name) for name in order)
    terms = ("sitting", "calling", "idle", "pause", "in_service")
    columns = (Column(kind.value, kind), *COLUMNS)
    return Table(key, columns, rows, works.every.row(ALL), terms if kind is Kind.COUNTER else ())


def _place(order: list[str], number: str) -> int:
    return order.index(number) if number in order else len(order)


def pause_table(material: DayMaterial, desks: DeskDay) -> Table:
    """How often and how long each counter paused, by reason."""
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for (counter, typed), seconds in desks.pauses.items():
        reason = typed if typed in PAUSE_REASONS else OTHER
        turns, so_far = found.get((counter, reason), (0, 0.0))
        turns += desks.turns.get((counter, typed), 0)
        found[counter, reason] = turns, so_far + seconds
    order = [plan.number for plan in material.config.counters]
    rows = tuple(
        (counter, reason, *found[counter, reason])
        for counter, reason in sorted(found, key=lambda cell: (_place(order, cell[0]), *cell))
    )
    total = (ALL, "", sum(row[2] for row in rows), sum(row[3] for row in rows))
    columns = (
        Column("counter", Kind.COUNTER),
        Column("pause", Kind.PAUSE),
        Column("turns", Kind.COUNT),
        Column("paused_time", Kind.MINUTES),
    )
    return Table("pauses", columns, rows, total)
