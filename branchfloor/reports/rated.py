"""Ratings: offered or not, answered or not, which grade; by counter, staff and service; and how
they go with the two clocks, wait and service.
"""

from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from branchfloor.domain.hall import GRADES, LOW_GRADE
from branchfloor.domain.kinds import LegState
from branchfloor.domain.metrics_values import spread
from branchfloor.domain.records import LegRecord

from .correlation import Pair, rank_correlation
from .material import DayMaterial
from .table import ALL, Column, Kind, Measure, Row, Table
from .waits import grouped, share

BEST_FIRST = tuple(reversed(GRADES))

COLUMNS = (
    Column("not_offered", Kind.COUNT),
    Column("offered", Kind.COUNT),
    Column("not_answered", Kind.COUNT),
    Column("answered", Kind.COUNT),
    *(Column(f"grade_{grade}", Kind.COUNT, detail=True) for grade in BEST_FIRST),
    Column("satisfied_share", Kind.SHARE),
    Column("grade_mean", Kind.POINTS),
)

Records = Sequence[LegRecord]


def to_be_rated(records: Iterable[LegRecord]) -> list[LegRecord]:
    """The steps that were offered a rating; of a served ticket that never was, its last step."""
    served: dict[str, list[LegRecord]] = {}
    for record in records:
        if record.state is LegState.DONE:
            served.setdefault(record.visit_id, []).append(record)
    found = []
    for steps in served.values():
        offered = [step for step in steps if step.offered]
        found += offered or [max(steps, key=_end)]
    return found


def _end(record: LegRecord) -> tuple[str, int]:
    return (record.ended_at.isoformat() if record.ended_at else "", record.leg_no)


def answered(records: Iterable[LegRecord]) -> list[LegRecord]:
    """The steps that have a grade."""
    return [record for record in records if record.grade is not None]


def satisfied(grades: Sequence[int]) -> float | None:
    """Share of grades above the low ones."""
    return share(sum(grade > LOW_GRADE for grade in grades), len(grades))


def grades_of(records: Iterable[LegRecord]) -> list[int]:
    """All grades given."""
    return [record.grade for record in records if record.grade is not None]


def rating_cells(records: Records) -> Row:
    """The cells under `COLUMNS`."""
    grades, offered = grades_of(records), sum(record.offered for record in records)
    return (
        *(len(records) - offered, offered, offered - len(grades), len(grades)),
        *(grades.count(grade) for grade in BEST_FIRST),
        *(satisfied(grades), fmean(grades) if grades else None),
    )


def rating_table(material: DayMaterial) -> Table:
    """How many gave which grade, and what they had waited and been served for."""
    rated = answered(material.records)
    rows = tuple(
        (str(grade), *_grade_cells([r for r in rated if r.grade == grade], len(rated)))
        for grade in BEST_FIRST
    )
    columns = (
        Column("grade", Kind.GRADE),
        Column("answered", Kind.COUNT),
        Column("share", Kind.SHARE),
        Column("wait_mean", Kind.MINUTES),
        Column("wait_median", Kind.MINUTES),
        Column("service_mean", Kind.MINUTES),
        Column("service_median", Kind.MINUTES),
    )
    return Table("ratings", columns, rows, (ALL, *_grade_cells(rated, len(rated))), ("rating",))


def _grade_cells(records: Records, of: int) -> Row:
    waits = spread(r.wait_s for r in records if r.wait_s is not None)
    services = spread(r.service_s for r in records if r.service_s is not None)
    n = len(records)
    clocks = (waits.mean_s, waits.median_s, services.mean_s, services.median_s)
    return (n, share(n, of), *clocks)


def rating_tables(material: DayMaterial) -> tuple[Table, ...]:
    """By service, by counter and by staff number, each ticket once."""
    config = material.config
    services = [service.code for service in config.services]
    counters = [plan.number for plan in config.counters]
    return (
        _by("ratings_services", Kind.SERVICE, material, (lambda r: r.service, services)),
        _by("ratings_counters", Kind.COUNTER, material, (lambda r: r.counter or "", counters)),
        _by("ratings_staff", Kind.STAFF, material, (lambda r: r.staff or "", ())),
    )


Key = tuple[Callable[[LegRecord], str], Iterable[str]]


def _by(name: str, kind: Kind, material: DayMaterial, key: Key) -> Table:
    records = to_be_rated(material.records)
    groups = {k: found for k, found in grouped(records, *key).items() if found}
    rows = tuple((group, *rating_cells(found)) for group, found in groups.items())
    columns = (Column(kind.value, kind), *COLUMNS)
    terms = ("rating", "satisfied")
    return Table(name, columns, rows, (ALL, *rating_cells(records)), terms)


RELATIONS = ("grade_wait", "grade_service", "wait_service")


def relation_table(material: DayMaterial) -> Table:
    """Grade, wait and service time: which two move together, over all steps with a grade."""
    three = [
        (float(record.grade), record.wait_s, record.service_s)
        for record in answered(material.records)
        if record.grade is not None and record.wait_s is not None and record.service_s is not None
    ]
    pairs: tuple[list[Pair], ...] = (
        [(grade, wait) for grade, wait, _ in three],
        [(grade, service) for grade, _, service in three],
        [(wait, service) for _, wait, service in three],
    )
    rows = tuple(
        (name, len(three), rank_correlation(found))
        for name, found in zip(RELATIONS, pairs, strict=True)
    )
    columns = (
        Column("relation", Kind.RELATION),
        Column("pairs", Kind.COUNT),
        Column("correlation", Kind.POINTS),
    )
    return Table("relations", columns, rows, None, ("relation",))


def rating_figures(records: Records) -> dict[str, Measure]:
    """The key figures of the day's ratings."""
    rated = to_be_rated(records)
    grades = grades_of(rated)
    return {
        "rating_offered": Measure(Kind.COUNT, sum(record.offered for record in rated)),
        "rating_answered": Measure(Kind.COUNT, len(grades)),
        "satisfied_share": Measure(Kind.SHARE, satisfied(grades)),
    }
