"""Those who were not served: each one, by service, by hour, by how long they stayed; and who
passed whom.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import LegState
from branchfloor.domain.metrics_day import call_stands
from branchfloor.domain.records import LegRecord

from .desks import DeskDay
from .material import DayMaterial
from .table import ALL, Column, Kind, Row, Table
from .waits import BANDS, band_of, by_class, grouped, hour_of, hours_between, share

LOST = (LegState.LEFT, LegState.EXPIRED, LegState.CANCELLED, LegState.ABANDONED)
WENT = frozenset({LegState.LEFT, LegState.ABANDONED})

_ENDS = tuple(Column(state.value, Kind.COUNT) for state in LOST)


def lost_table(material: DayMaterial) -> Table:
    """What became of legs that were not served, by service; only services that lost somebody."""
    known = [service.code for service in material.config.services]
    groups = grouped(material.records, lambda r: r.service, known)
    rows = [(key, *_lost_cells(records)) for key, records in groups.items()]
    columns = (
        Column("service", Kind.SERVICE),
        Column("legs", Kind.COUNT),
        Column("no_shows", Kind.COUNT),
        *_ENDS,
        Column("lost_share", Kind.SHARE),
        Column("stayed_mean", Kind.MINUTES),
    )
    total = (ALL, *_lost_cells(material.records))
    lost = tuple(row for row in rows if any(row[2:7]))
    return Table("lost", columns, lost, total, ("no_show", "expired", "left", "abandoned"))


def _lost_cells(records: Sequence[LegRecord]) -> Row:
    ends = [sum(r.state is state for r in records) for state in LOST]
    stayed = [
        seconds_between(r.issued_at, r.ended_at)
        for r in records
        if r.state in WENT and r.ended_at is not None
    ]
    mean = sum(stayed) / len(stayed) if stayed else None
    no_shows = sum(record.no_shows for record in records)
    return (len(records), no_shows, *ends, share(sum(ends), len(records)), mean)


def lost_hour_table(material: DayMaterial, desks: DeskDay) -> Table:
    """The same by hour: calls nobody came to, and legs in the hour they ended in."""
    where = material.config.time_zone
    misses = [hour_of(fact.at, where) for fact in desks.facts if fact.kind == "missed"]
    ends = [
        (hour_of(r.ended_at, where), r.state)
        for r in material.records
        if r.state in LOST and r.ended_at is not None
    ]
    rows = tuple(
        (hour, misses.count(hour), *(ends.count((hour, state)) for state in LOST))
        for hour in hours_between([*misses, *(hour for hour, _ in ends)])
    )
    states = [state for _, state in ends]
    total: Row = (ALL, len(misses), *(states.count(state) for state in LOST))
    columns = (Column("hour", Kind.HOUR), Column("no_shows", Kind.COUNT), *_ENDS)
    return Table("lost_hours", columns, rows, total)


def gone_table(material: DayMaterial) -> Table:
    """Each step that was not served: its service, the hour, how it ended, how long they stayed.
    Whose it was is in no report.
    """
    where = material.config.time_zone
    lost = [(r, r.ended_at) for r in material.records if r.state in LOST and r.ended_at]
    rows: tuple[Row, ...] = tuple(
        (r.service, hour_of(at, where), r.state.value, seconds_between(r.issued_at, at))
        for r, at in sorted(lost, key=_by_end)
    )
    columns = (
        Column("service", Kind.SERVICE),
        Column("hour", Kind.HOUR),
        Column("ended_as", Kind.STATE),
        Column("stayed", Kind.MINUTES),
    )
    return Table("gone", columns, rows, None, ("left",))


def _by_end(one: tuple[LegRecord, datetime]) -> tuple[datetime, str, float, str]:
    record, at = one
    return at, record.service, -record.issued_at.timestamp(), record.state.value


def lost_wait_table(material: DayMaterial) -> Table:
    """How long those had stayed who were not served, by how it ended."""
    ends = [
        (band_of(seconds_between(r.issued_at, r.ended_at)), r.state)
        for r in material.records
        if r.state in LOST and r.ended_at is not None
    ]
    rows: tuple[Row, ...] = tuple(
        (band, *(ends.count((at, state)) for state in LOST)) for at, band in enumerate(BANDS)
    )
    states = [state for _, state in ends]
    total: Row = (ALL, *(states.count(state) for state in LOST))
    columns = (Column("stay_band", Kind.BAND), *_ENDS)
    return Table("lost_waits", columns, rows, total, ("left", "bands"))


def overtaking_table(material: DayMaterial) -> Table:
    """Calls that passed somebody who had waited longer, by the class that was called."""
    groups = by_class(material)
    columns = (
        Column("class", Kind.CLASS),
        Column("called", Kind.COUNT),
        Column("overtaking", Kind.COUNT),
        Column("overtaking_share", Kind.SHARE),
        Column("overtaken", Kind.COUNT),
    )
    rows = tuple((key, *_passing_cells(records)) for key, records in groups.items())
    total = (ALL, *_passing_cells(material.records))
    return Table("overtakings", columns, rows, total, ("overtaking",))


def _passing_cells(records: Iterable[LegRecord]) -> Row:
    passed = [record.overtook for record in records if call_stands(record)]
    overtaking = sum(n > 0 for n in passed)
    return (len(passed), overtaking, share(overtaking, len(passed)), sum(passed))
