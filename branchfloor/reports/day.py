"""The report of a business date: every table, the key figures first, the definitions last."""

from datetime import datetime

from branchfloor.domain import events as e
from branchfloor.domain.kinds import LegState
from branchfloor.domain.metrics_day import visit_outcome
from branchfloor.domain.metrics_values import spread
from branchfloor.domain.records import LegRecord

from .desks import DeskDay, desk_day
from .green import green_table
from .house import (
    checklist_table,
    help_tables,
    helps_of,
    hours_of,
    kept_table,
    unticketed_table,
)
from .lost import gone_table, lost_hour_table, lost_table, lost_wait_table, overtaking_table
from .material import DayMaterial
from .outcomes import outcome_tables
from .promised import promise_table
from .rated import rating_figures, rating_table, rating_tables, relation_table
from .seats import Doing
from .several import several_table
from .signed import sign_in_table
from .staffed import counter_table, pause_table, staff_table
from .steps import Steps, approval_tables, stage_table
from .table import ALL, Column, Kind, Measure, Plain, Report, Table
from .waits import (
    Waits,
    band_table,
    class_table,
    hour_table,
    service_table,
    share,
    tier_table,
)

ENDS = ("served", "left", "expired", "cancelled", "abandoned")

TERMS = (
    *("day", "ticket", "leg", "called", "wait", "bands", "percentile", "target"),
    *("hour", "tier", "class", "service", "sitting", "calling", "idle", "pause", "in_service"),
    *("no_show", "expired", "left", "cancelled", "abandoned", "green", "overtaking"),
    *("promise", "inside", "bias", "rating", "satisfied", "relation", "outcome", "stage"),
    *("approval", "several", "help", "unticketed", "kept", "checklist", "sign_in"),
)
"""Every word the tables define, in the order they are printed."""


def day_report(material: DayMaterial) -> Report:
    """All tables of the day."""
    desks, steps = desk_day(material), Steps.of(material)
    tables = (
        key_figures(material, desks),
        band_table(material),
        hour_table(material),
        tier_table(material),
        class_table(material),
        service_table(material),
        counter_table(material, desks),
        staff_table(material, desks),
        pause_table(material, desks),
        lost_table(material),
        lost_hour_table(material, desks),
        lost_wait_table(material),
        gone_table(material),
        several_table(material),
        rating_table(material),
        *rating_tables(material),
        relation_table(material),
        *outcome_tables(material),
        stage_table(material, steps),
        *approval_tables(material, steps),
        green_table(material),
        overtaking_table(material),
        promise_table(material),
        *help_tables(material),
        unticketed_table(material),
        kept_table(material, desks),
        checklist_table(material),
        sign_in_table(material),
        definitions(),
    )
    return Report(material.day, material.now, tables)


def definitions() -> Table:
    """What each word means."""
    columns = (Column("term", Kind.TERM), Column("meaning", Kind.MEANING))
    return Table("definitions", columns, tuple((term, term) for term in TERMS))


def key_figures(material: DayMaterial, desks: DeskDay) -> Table:
    """The day in some forty figures."""
    figures = {
        **_visits(material.records),
        **_waits(material.records),
        **rating_figures(material.records),
        **_hall(material),
        **_desks(desks),
        **_times(material, desks),
    }
    rows = tuple((key, measure) for key, measure in figures.items())
    columns = (Column("figure", Kind.FIGURE), Column("value", Kind.ANY))
    return Table("day", columns, rows, None, ("day", "ticket"))


def _count(value: int) -> Measure:
    return Measure(Kind.COUNT, value)


def _minutes(value: float | None) -> Measure:
    return Measure(Kind.MINUTES, value)


def _share(value: float | None) -> Measure:
    return Measure(Kind.SHARE, value)


def _visits(records: tuple[LegRecord, ...]) -> dict[str, Measure]:
    """Every ticket in exactly one place."""
    states: dict[str, list[LegState]] = {}
    for record in records:
        states.setdefault(record.visit_id, []).append(record.state)
    places = [visit_outcome(found) for found in states.values()]
    ended = {name: _count(places.count(name)) for name in ENDS}
    live = sum(place not in ENDS for place in places)
    green = len({record.visit_id for record in records if record.green})
    return {
        "issued": _count(len(places)),
        **ended,
        "in_house": _count(live),
        "legs": _count(len(records)),
        "green_visits": _count(green),
        "green_share": _share(share(green, len(places))),
    }


def _waits(records: tuple[LegRecord, ...]) -> dict[str, Measure]:
    waits = Waits.of(records)
    done = [r.service_s for r in records if r.state is LegState.DONE and r.service_s is not None]
    services = spread(done)
    return {
        "called": _count(waits.lie.n),
        "wait_mean": _minutes(waits.lie.mean_s),
        "wait_median": _minutes(waits.lie.median_s),
        "wait_p90": _minutes(waits.lie.p90_s),
        "wait_longest": _minutes(waits.longest_s),
        "within_share": _share(waits.share_within),
        "service_mean": _minutes(services.mean_s),
        "service_p90": _minutes(services.p90_s),
        "no_shows": _count(sum(record.no_shows for record in records)),
    }


def _desks(desks: DeskDay) -> dict[str, Measure]:
    spent = {doing: sum(c.get(doing, 0.0) for c in desks.spent.values()) for doing in Doing}
    open_s = sum(spent.values())
    opened = len({counter for (counter, _), cells in desks.spent.items() if sum(cells.values())})
    return {
        "counters_open": _count(opened),
        "open_time": _minutes(open_s),
        "serving_time": _minutes(spent[Doing.SERVING]),
        "in_service": _share(share(spent[Doing.SERVING], open_s)),
    }


def _times(material: DayMaterial, desks: DeskDay) -> dict[str, Measure]:
    """When the day began and ended beside the hours that were published."""
    issued = [record.issued_at for record in material.records]
    closed = [entry.at for entry, event in material.events() if isinstance(event, e.DayClosed)]
    opens, closes = hours_of(material)
    return {
        "opens": _clock(opens),
        "first_open": _clock(desks.first_open_at),
        "closes": _clock(closes),
        "last_close": _clock(desks.last_close_at),
        "first_ticket": _clock(min(issued, default=None)),
        "last_ticket": _clock(max(issued, default=None)),
        "day_closed": _clock(max(closed, default=None)),
    }


def _hall(material: DayMaterial) -> dict[str, Measure]:
    helps = helps_of(material)
    times = [one.took_s for one in helps if one.took_s is not None]
    without = unticketed_table(material).value(ALL, "unticketed")
    return {
        "helps": _count(len(helps)),
        "help_mean": _minutes(spread(times).mean_s),
        "unticketed": Measure(Kind.COUNT, without),
    }


def _clock(moment: Plain) -> Measure:
    return Measure(Kind.CLOCK, moment if isinstance(moment, datetime) else None)
