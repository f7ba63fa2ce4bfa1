"""How services that are worth more than their act ended, by service and by who did them."""

from collections.abc import Callable, Iterable, Sequence

from branchfloor.domain.catalogue import OUTCOMES
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord

from .material import DayMaterial
from .table import ALL, Column, Kind, Row, Table
from .waits import grouped

COLUMNS = (
    Column("served", Kind.COUNT),
    *(Column(f"outcome_{outcome}", Kind.COUNT) for outcome in OUTCOMES),
    Column("outcome_other", Kind.COUNT),
    Column("outcome_none", Kind.COUNT),
)


def outcome_tables(material: DayMaterial) -> tuple[Table, Table]:
    """By service, then by staff number."""
    found = [record for record in material.records if _counts(material.config, record)]
    services = [service.code for service in material.config.services]
    return (
        _table("outcomes", Kind.SERVICE, (found, lambda r: r.service, services)),
        _table("outcomes_staff", Kind.STAFF, (found, lambda r: r.staff or "", ())),
    )


def _counts(config: BranchConfig, record: LegRecord) -> bool:
    """Served, and either asked for an outcome or given one all the same."""
    if record.state is not LegState.DONE:
        return False
    try:
        asked = config.asks_outcome(config.service(record.service))
    except Refused:
        asked = False
    return asked or record.outcome is not None


Grouping = tuple[Sequence[LegRecord], Callable[[LegRecord], str], Iterable[str]]


def _table(name: str, kind: Kind, grouping: Grouping) -> Table:
    records = grouping[0]
    groups = grouped(*grouping)
    rows = tuple((key, *_cells(found)) for key, found in groups.items() if found)
    columns = (Column(kind.value, kind), *COLUMNS)
    return Table(name, columns, rows, (ALL, *_cells(records)), ("outcome",))


def _cells(records: Sequence[LegRecord]) -> Row:
    """An outcome outside the list is counted, never shown: it may name somebody."""
    given = [record.outcome for record in records]
    known = [given.count(outcome) for outcome in OUTCOMES]
    none = given.count(None)
    return (len(given), *known, len(given) - sum(known) - none, none)
