"""Tables as plain values: keys and figures, no language and no form yet."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds, and so how it is written.

    Names are keys that `words` puts in a language; `minutes` holds seconds, `share` 0 to 1,
    `points` a plain figure with two places.
    """

    FIGURE = "figure"
    BAND = "band"
    TIER = "tier"
    CLASS = "class"
    SERVICE = "service"
    HOUR = "hour"
    COUNTER = "counter"
    STAFF = "staff"
    PAUSE = "pause"
    STAGE = "stage"
    GRADE = "grade"
    RELATION = "relation"
    PART = "part"
    HELP = "help"
    POINT = "point"
    ITEM = "item"
    STATE = "state"
    STEPS = "steps"
    TERM = "term"
    MEANING = "meaning"
    COUNT = "count"
    MINUTES = "minutes"
    SHARE = "share"
    POINTS = "points"
    CLOCK = "clock"
    DAY = "day"
    ANY = "any"


NAMES = frozenset(
    {
        *(Kind.FIGURE, Kind.BAND, Kind.TIER, Kind.CLASS, Kind.SERVICE, Kind.HOUR),
        *(Kind.COUNTER, Kind.STAFF, Kind.PAUSE, Kind.STAGE, Kind.TERM, Kind.MEANING),
        *(Kind.GRADE, Kind.RELATION, Kind.PART, Kind.HELP, Kind.POINT, Kind.ITEM),
        *(Kind.STATE, Kind.STEPS),
    }
)
"""Kinds whose cells name a row; all others are figures."""

ALL = "all"
"""The key of a total row."""

Plain = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that says its own kind, where a column holds several kinds."""

    kind: Kind
    value: Plain


Cell = Plain | Measure
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` gives its title; a `detail` one is left out where paper is narrow."""

    key: str
    kind: Kind
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `total` is all of it together, where that is more than a sum.

    `terms` are the definitions that a reader of it needs.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    terms: tuple[str, ...] = ()

    def value(self, row_key: Plain, column: str) -> Plain:
        """One figure by the names of its row and column; KeyError when there is none."""
        at = next((i for i, c in enumerate(self.columns) if c.key == column), None)
        lines = self.rows if self.total is None else (*self.rows, self.total)
        for row in lines:
            if at is not None and row[0] == row_key:
                cell = row[at]
                return cell.value if isinstance(cell, Measure) else cell
        raise KeyError((self.key, row_key, column))


@dataclass(frozen=True, slots=True)
class Report:
    """All tables of one business date, made at a moment."""

    day: date
    made_at: datetime
    tables: tuple[Table, ...]

    def table(self, key: str) -> Table:
        """A table by its key; KeyError when there is none."""
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)
