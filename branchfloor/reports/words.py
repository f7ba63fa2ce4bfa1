"""A report in one language: titles, names and figures as text."""

from dataclasses import dataclass
from datetime import date, datetime

from branchfloor.domain.catalogue import OUTCOMES
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.hall import GRADES
from branchfloor.phrasing import Phrases

from .table import ALL, Cell, Column, Kind, Measure, Plain, Report, Row, Table
from .waits import BANDS_MIN, NO_TIER, TIERS

NOTHING = "–"
_LISTED = frozenset(
    {("grade", str(grade)) for grade in GRADES} | {("outcome", word) for word in OUTCOMES}
)
"""Columns whose title is a word of a list."""
_FAMILY = {
    Kind.TIER: "tier",
    Kind.CLASS: "class",
    Kind.PAUSE: "pause",
    Kind.FIGURE: "report.figure",
    Kind.STAGE: "report.stage",
    Kind.GRADE: "report.grade",
    Kind.RELATION: "report.relation",
    Kind.POINT: "report.point",
    Kind.HELP: "help",
    Kind.STATE: "state",
    Kind.TERM: "report.term",
    Kind.MEANING: "report.meaning",
}


@dataclass(frozen=True)
class Words:
    """Puts a branch's report into a language."""

    phrases: Phrases
    config: BranchConfig

    @property
    def language(self) -> str:
        """`zh_CN` or `en`."""
        return self.phrases.language

    def say(self, code: str, **values: object) -> str:
        """A sentence of the report family."""
        return self.phrases.say(f"report.{code}", **values)

    @property
    def branch(self) -> str:
        """The branch's name."""
        return self.config.name.text(self.language)

    def heading(self, report: Report) -> str:
        """Branch and date."""
        return self.say("heading", branch=self.branch, day=report.day)

    def made(self, report: Report) -> str:
        """When the report was made."""
        return self.say("made", moment=f"{self.local(report.made_at):%Y-%m-%d %H:%M}")

    def title(self, table: Table) -> str:
        """A table's title."""
        return self.say(f"table_{table.key}")

    def head(self, column: Column) -> str:
        """A column's title, with the unit where its figures have one."""
        if column.kind is Kind.ANY:
            return self.say("col_value")
        if column.key in TIERS:
            return self.phrases.word("tier", column.key)
        family, _, key = column.key.partition("_")
        if (family, key) in _LISTED:
            return self._listed(family, key)
        bounds = self._band(column.key)
        text = bounds or self.say(f"col_{column.key}")
        timed = column.kind is Kind.MINUTES or bounds is not None
        return self.say("in_minutes", title=text) if timed else text

    def _listed(self, family: str, key: str) -> str:
        """The title of a column for one word of a list: a grade, an outcome."""
        if family == "grade":
            return self.name(Kind.GRADE, key)
        return self.phrases.word(family, key)

    def row_name(self, table: Table, row: Row) -> str:
        """The name of a row; with its unit where the row itself says what its figure is."""
        name = self.name(table.columns[0].kind, _plain(row[0]))
        timed = any(isinstance(c, Measure) and c.kind is Kind.MINUTES for c in row)
        return self.say("in_minutes", title=name) if timed else name

    def listed(self, names: list[str]) -> str:
        """Several names in a row."""
        return ("、" if self.language.startswith("zh") else ", ").join(names)

    def local(self, moment: datetime) -> datetime:
        """A moment on the branch's wall clock."""
        return moment.astimezone(zone(self.config.time_zone))

    def name(self, kind: Kind, value: Plain) -> str:
        """The name of a row, whatever names it."""
        if value == ALL:
            return self.say("all")
        if kind is Kind.HOUR and isinstance(value, int):
            return f"{value:02d}:00–{(value + 1) % 24:02d}:00"
        return self._name(kind, "" if value is None else str(value))

    def _name(self, kind: Kind, key: str) -> str:
        if kind is Kind.BAND:
            return self._band(key) or key
        named = self._of_branch(kind, key)
        if named is not None:
            return named
        if key == "":
            return self.say("no_staff") if kind is Kind.STAFF else ""
        if kind is Kind.TIER and key == NO_TIER:
            return self.say("tier_none")
        return self._word(kind, key)

    def _word(self, kind: Kind, key: str) -> str:
        family = _FAMILY.get(kind)
        if family is None:
            return key
        if family.startswith("report."):
            return self.phrases.say(f"{family}_{key}")
        return self.phrases.word(family, key)

    def _of_branch(self, kind: Kind, key: str) -> str | None:
        """What the branch document names: services, their stages, lines of the checklist."""
        if kind is Kind.SERVICE:
            return self._service(key)
        if kind is Kind.PART:
            return self._stage(*key.split("/", 1))
        if kind is Kind.ITEM:
            items = (item for item in self.config.checklist if item.code == key)
            return next((item.name.text(self.language) for item in items), key)
        return None

    def _stage(self, code: str, stage: str) -> str:
        try:
            stages = self.config.service(code).stages
        except Refused:
            return stage
        named = (one.name.text(self.language) for one in stages if one.code == stage)
        return next(named, stage)

    def _service(self, code: str) -> str:
        if not code:
            return self.say("service_none")
        try:
            return f"{code} {self.config.service(code).name.text(self.language)}"
        except Refused:
            return code

    def _band(self, key: str) -> str | None:
        """`3–5 min` of a band's key; None of another key."""
        if not key.startswith("band_"):
            return None
        at = int(key.removeprefix("band_"))
        if at == 0:
            return self.say("band_first", high=BANDS_MIN[0])
        if at == len(BANDS_MIN):
            return self.say("band_last", low=BANDS_MIN[-1])
        return self.say("band", low=BANDS_MIN[at - 1], high=BANDS_MIN[at])

    def text(self, kind: Kind, cell: Cell) -> str:
        """A cell as people read it: minutes to a tenth, shares in whole percent."""
        if isinstance(cell, Measure):
            return self._measured(cell)
        if kind is Kind.MINUTES and isinstance(cell, (int, float)):
            return f"{cell / 60:.1f}"
        if kind is Kind.SHARE and isinstance(cell, (int, float)):
            return f"{cell:.0%}"
        if kind is Kind.POINTS and isinstance(cell, (int, float)):
            return f"{cell:.2f}"
        if kind is Kind.COUNT and cell is not None:
            return str(cell)
        if isinstance(cell, datetime):
            return f"{self.local(cell):%H:%M}"
        if isinstance(cell, date):
            return cell.isoformat()
        return NOTHING if cell is None else self.name(kind, cell)

    def _measured(self, cell: Measure) -> str:
        text = self.text(cell.kind, cell.value)
        timed = cell.kind is Kind.MINUTES and cell.value is not None
        return self.say("minutes", value=text) if timed else text


def _plain(cell: Cell) -> Plain:
    return cell.value if isinstance(cell, Measure) else cell
