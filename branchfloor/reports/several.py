"""Tickets by how many services they held: done whole, and how long it took in all."""

from collections.abc import Iterable, Sequence
from statistics import fmean

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import ENDED, LegState
from branchfloor.domain.records import LegRecord

from .material import DayMaterial
from .table import ALL, Column, Kind, Row, Table

Visit = Sequence[LegRecord]


def several_table(material: DayMaterial) -> Table:
    """One row for each number of steps that a ticket had."""
    visits: dict[str, list[LegRecord]] = {}
    for record in material.records:
        visits.setdefault(record.visit_id, []).append(record)
    sizes = sorted({len(visit) for visit in visits.values()})
    rows = tuple(
        (str(size), *_cells([v for v in visits.values() if len(v) == size])) for size in sizes
    )
    columns = (
        Column("steps", Kind.STEPS),
        Column("issued", Kind.COUNT),
        Column("legs", Kind.COUNT),
        Column("whole", Kind.COUNT),
        Column("wait_in_all", Kind.MINUTES),
        Column("service_in_all", Kind.MINUTES),
        Column("stay_mean", Kind.MINUTES),
    )
    return Table("several", columns, rows, (ALL, *_cells(list(visits.values()))), ("several",))


def _cells(visits: Sequence[Visit]) -> Row:
    """A ticket's clock stands still while any of its steps is served, and runs once for all that
    wait together: at the last call it says what was waited in all.
    """
    whole = [visit for visit in visits if all(leg.state is LegState.DONE for leg in visit)]
    stays = [_stay_s(visit) for visit in whole]
    return (
        *(len(visits), sum(map(len, visits)), len(whole)),
        _mean(max(leg.queued_s or 0.0 for leg in visit) for visit in whole),
        _mean(sum(leg.service_s or 0.0 for leg in visit) for visit in whole),
        _mean(stays),
    )


def _stay_s(visit: Visit) -> float:
    """From the ticket to the end of its last step."""
    ends = [leg.ended_at for leg in visit if leg.state in ENDED and leg.ended_at is not None]
    return seconds_between(visit[0].issued_at, max(ends))


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return fmean(found) if found else None
