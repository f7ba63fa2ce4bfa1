"""Waits of the day: by band, tier, class, service and hour."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.clock import DAY_STARTS_AT, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import LegState, Tier
from branchfloor.domain.metrics_day import call_stands, tier_of
from branchfloor.domain.metrics_values import Spread, spread
from branchfloor.domain.records import LegRecord

from .material import DayMaterial
from .table import ALL, Cell, Column, Kind, Row, Table

BANDS_MIN = (3, 5, 10, 15, 20, 30)
"""Where one band of waits ends and the next begins, in minutes; the last has no end."""

BANDS = tuple(f"band_{i}" for i in range(len(BANDS_MIN) + 1))
TIERS = tuple(tier.value for tier in Tier)
NO_TIER = "none"

Records = Sequence[LegRecord]
KeyOf = Callable[[LegRecord], str]


def band_of(wait_s: float) -> int:
    """The band a wait falls in: from its lower bound on, below its upper one."""
    return sum(wait_s >= 60 * bound for bound in BANDS_MIN)


@dataclass(frozen=True, slots=True)
class Waits:
    """How the waits of some legs lie; `within` of them kept to the target."""

    lie: Spread
    longest_s: float | None
    within: int
    bands: tuple[int, ...]

    @classmethod
    def of(cls, records: Iterable[LegRecord]) -> "Waits":
        """The waits of those legs whose latest call stands."""
        called = [record for record in records if call_stands(record)]
        waits = [record.wait_s or 0.0 for record in called]
        bands = [0] * len(BANDS)
        for wait_s in waits:
            bands[band_of(wait_s)] += 1
        within = sum((record.wait_s or 0.0) <= record.target_s for record in called)
        return cls(spread(waits), max(waits, default=None), within, tuple(bands))

    @property
    def share_within(self) -> float | None:
        """Share of the called that were called within their target."""
        return share(self.within, self.lie.n)

    def cells(self) -> Row:
        """The cells under `WAIT_COLUMNS`."""
        lie = self.lie
        return (
            *(lie.n, lie.mean_s, lie.median_s, lie.p90_s, self.longest_s),
            *(self.within, self.share_within),
            *self.bands,
        )


WAIT_COLUMNS = (
    Column("called", Kind.COUNT),
    Column("wait_mean", Kind.MINUTES),
    Column("wait_median", Kind.MINUTES),
    Column("wait_p90", Kind.MINUTES),
    Column("wait_longest", Kind.MINUTES),
    Column("within", Kind.COUNT, detail=True),
    Column("within_share", Kind.SHARE),
    *(Column(band, Kind.COUNT, detail=True) for band in BANDS),
)

SERVICE_COLUMNS = (
    Column("served", Kind.COUNT),
    Column("service_mean", Kind.MINUTES),
    Column("service_median", Kind.MINUTES, detail=True),
    Column("service_p90", Kind.MINUTES, detail=True),
)


def share(part: float, whole: float) -> float | None:
    """A part of a whole; None of nothing."""
    return part / whole if whole else None


def spread_cells(lie: Spread) -> tuple[Cell, ...]:
    """Mean, median and P90."""
    return lie.mean_s, lie.median_s, lie.p90_s


def _service_cells(records: Records) -> Row:
    done = [record for record in records if record.state is LegState.DONE]
    times = [record.service_s for record in done if record.service_s is not None]
    return (len(done), *spread_cells(spread(times)))


def tier_key(config: BranchConfig, service: str) -> str:
    """A service's tier; `none` for one that the document no longer has."""
    return tier_of(config, service) or NO_TIER


def grouped(records: Records, key_of: KeyOf, known: Iterable[str]) -> dict[str, list[LegRecord]]:
    """Records by key: known keys in their order, then any others by name."""
    groups: dict[str, list[LegRecord]] = {key: [] for key in known}
    strays: dict[str, list[LegRecord]] = {}
    for record in records:
        key = key_of(record)
        (groups if key in groups else strays).setdefault(key, []).append(record)
    return {**groups, **dict(sorted(strays.items()))}


def by_class(material: DayMaterial) -> dict[str, list[LegRecord]]:
    """Records by class in the order of the policy; classes nobody had are left out."""
    known = [rule.name for rule in material.config.policy.classes]
    return _there(grouped(material.records, lambda r: r.class_name, known))


def _there(groups: dict[str, list[LegRecord]]) -> dict[str, list[LegRecord]]:
    return {key: records for key, records in groups.items() if records}


def band_table(material: DayMaterial) -> Table:
    """How many waited how long, in all and by tier."""
    config, records = material.config, material.records
    groups = grouped(records, lambda r: tier_key(config, r.service), TIERS)
    every = Waits.of(records)
    tiers = [Waits.of(groups[tier]) for tier in TIERS]
    n, so_far, rows = every.lie.n, 0, []
    for i, band in enumerate(BANDS):
        so_far += every.bands[i]
        head = (band, every.bands[i], share(every.bands[i], n), share(so_far, n))
        rows.append((*head, *(tier.bands[i] for tier in tiers)))
    total = (ALL, n, share(n, n), share(n, n), *(tier.lie.n for tier in tiers))
    columns = (
        Column("band", Kind.BAND),
        Column("called", Kind.COUNT),
        Column("share", Kind.SHARE),
        Column("so_far", Kind.SHARE),
        *(Column(tier, Kind.COUNT) for tier in TIERS),
    )
    return Table("bands", columns, tuple(rows), total, ("leg", "wait", "bands"))


def tier_table(material: DayMaterial) -> Table:
    """Waits and services by tier."""
    config = material.config
    groups = grouped(material.records, lambda r: tier_key(config, r.service), TIERS)
    return _group_table("tiers", Kind.TIER, groups, material, ("tier", "percentile", "target"))


def class_table(material: DayMaterial) -> Table:
    """Waits and services by the class that was called; those nobody had are left out."""
    groups = by_class(material)
    return _group_table("classes", Kind.CLASS, groups, material, ("class", "target"))


def service_table(material: DayMaterial) -> Table:
    """Waits and services by service; those nobody came for are left out."""
    known = [service.code for service in material.config.services]
    groups = grouped(material.records, lambda r: r.service, known)
    return _group_table("services", Kind.SERVICE, _there(groups), material, ("service",))


def _group_table(
    key: str,
    kind: Kind,
    groups: dict[str, list[LegRecord]],
    material: DayMaterial,
    terms: tuple[str, ...],
) -> Table:
    columns = (Column(kind.value, kind), *WAIT_COLUMNS, *SERVICE_COLUMNS)
    rows = tuple(_group_row(name, records) for name, records in groups.items())
    return Table(key, columns, rows, _group_row(ALL, material.records), terms)


def _group_row(name: str, records: Records) -> Row:
    return (name, *Waits.of(records).cells(), *_service_cells(records))


def hour_of(moment: datetime, zone_name: str) -> int:
    """The hour of the branch's wall clock, 0 to 23."""
    return moment.astimezone(zone(zone_name)).hour


def hour_order(hour: int) -> int:
    """Hours in the order of a business date, which begins at four."""
    return (hour - DAY_STARTS_AT.seconds // 3600) % 24


def hours_between(hours: Iterable[int]) -> list[int]:
    """Every hour from the first to the last, quiet ones between them too."""
    found = sorted(set(hours), key=hour_order)
    if not found:
        return []
    span = range(hour_order(found[0]), hour_order(found[-1]) + 1)
    return [(at + DAY_STARTS_AT.seconds // 3600) % 24 for at in span]


def hour_table(material: DayMaterial) -> Table:
    """Tickets by the hour of issue, waits by the hour of the latest call, ends by their hour."""
    where = material.config.time_zone
    issued = {r.visit_id: hour_of(r.issued_at, where) for r in material.records}
    called: dict[int, list[LegRecord]] = {}
    done: dict[int, int] = {}
    for record in material.records:
        if call_stands(record):
            called.setdefault(hour_of(record.called_ats[-1], where), []).append(record)
        if record.state is LegState.DONE and record.ended_at is not None:
            hour = hour_of(record.ended_at, where)
            done[hour] = done.get(hour, 0) + 1
    tickets = list(issued.values())
    rows = tuple(
        (hour, tickets.count(hour), done.get(hour, 0), *Waits.of(called.get(hour, ())).cells())
        for hour in hours_between([*tickets, *called, *done])
    )
    total = (ALL, len(tickets), sum(done.values()), *Waits.of(material.records).cells())
    head = (
        Column("hour", Kind.HOUR),
        Column("issued", Kind.COUNT),
        Column("served", Kind.COUNT),
    )
    return Table("hours", (*head, *WAIT_COLUMNS), rows, total, ("hour",))
