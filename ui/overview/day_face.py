"""The day's curve as a drawing: waits by quarter-hour, and how many came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.metrics_values import CurvePoint
from ui.overview.ahead import Ahead, ahead
from ui.overview.reading import Reading
from ui.overview.times import local
from ui.widgets import ChartBand, ChartFace, ChartLine, ChartTarget

SLOT_MIN = 15
"""A quarter-hour of the curve."""

_USUAL_DAY = (9 * 60, 17 * 60)
_LEAST_TOP_MIN = 40


@dataclass(frozen=True, slots=True)
class Words:
    """What the drawing says, in the language in force."""

    target: str
    empty: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How many came in a quarter-hour; `from_min` is its start in minutes of the day."""

    from_min: float
    count: int


@dataclass(frozen=True, slots=True)
class DayFace:
    """The drawing of waits and the bars of arrivals below it, on one axis."""

    chart: ChartFace
    bars: tuple[Bar, ...]


def tier_target_min(config: BranchConfig, tier: str | None) -> float | None:
    """The target of a tier's ordinary customers; None for all tiers, which have several."""
    return next((m for known, m in config.policy.tier_target_min if known == tier), None)


def day_face(reading: Reading, tier: str | None, words: Words) -> DayFace:
    """The day of one tier, or of all (None)."""
    zone_name = reading.config.time_zone
    points = [p for p in reading.figures.curve if p.tier == tier]
    bars = tuple(Bar(_minute(p.start_at, zone_name), p.arrivals) for p in points)
    x_from, x_to = _hours(reading, bars)
    called = [p for p in points if p.called]
    medians = _line(called, [p.median_s for p in called], zone_name)
    p90s = _line(called, [p.p90_s for p in called], zone_name)
    target = tier_target_min(reading.config, tier)
    coming = ahead(reading, tier) if medians else ()
    band, onwards = _ahead(coming, medians, _minute(reading.now, zone_name))
    top = _top([*(y for _, y in p90s), *(one.high_min for one in coming)], target)
    lines = (
        ChartLine(p90s, "ink_muted", dotted=True, width_px=2),
        ChartLine(medians, "brand", width_px=3),
        *((onwards,) if onwards else ()),
    )
    ticks = tuple((float(y), str(y)) for y in range(0, int(top) + 1, _step(top)))
    chart = ChartFace(
        x_from=x_from,
        x_to=x_to,
        y_to=top,
        x_ticks=tuple((h * 60, f"{h}:00") for h in range(ceil(x_from / 60), int(x_to / 60) + 1)),
        y_ticks=ticks if medians else ticks[:1],
        lines=lines if medians else (),
        bands=(band,) if band else (),
        target=ChartTarget(target, words.target) if target else None,
        mark=medians[-1] if medians else None,
        empty=words.empty,
    )
    return DayFace(chart, bars)


def _ahead(
    coming: Sequence[Ahead], medians: Sequence[tuple[float, float]], now_min: float
) -> tuple[ChartBand | None, ChartLine | None]:
    """What is likely from the last median on, and the line through its middle."""
    if not coming:
        return None, None
    x, y = medians[-1]
    start = (min(x, now_min + coming[0].in_min - 1), y)
    found = [(now_min + one.in_min, one) for one in coming]
    band = ((*start, y), *((at, one.low_min, one.high_min) for at, one in found))
    line = (start, *((at, one.mid_min) for at, one in found))
    return ChartBand(band, "brand"), ChartLine(line, "brand", dotted=True, width_px=3)


def _line(
    points: Sequence[CurvePoint], values: Sequence[float | None], zone_name: str
) -> tuple[tuple[float, float], ...]:
    """Middles of the quarter-hours and minutes waited."""
    return tuple(
        (_minute(point.start_at, zone_name) + SLOT_MIN / 2, value / 60)
        for point, value in zip(points, values, strict=True)
        if value is not None
    )


def _minute(moment: datetime, zone_name: str) -> float:
    here = local(moment, zone_name)
    return here.hour * 60 + here.minute


def _hours(reading: Reading, bars: tuple[Bar, ...]) -> tuple[float, float]:
    """From opening to two hours from now, at least four hours but not beyond closing; wider when
    something happened before or after.
    """
    day = reading.state.day or local(reading.now, reading.config.time_zone).date()
    hours = reading.config.hours.of(day)
    first, last = _USUAL_DAY
    if hours is not None:
        first, last = (t.hour * 60 + t.minute for t in hours)
    last = min(last, max(first + 240, _next_hour(_minute(reading.now, reading.config.time_zone))))
    starts = [bar.from_min for bar in bars if bar.count]
    return min([first, *starts]), max([last, *(start + SLOT_MIN for start in starts)])


def _next_hour(minute: float) -> int:
    """The full hour that is one to two hours away."""
    return (int(minute) // 60 + 2) * 60


def _top(values: list[float], target: float | None) -> float:
    highest = max([*values, target or 0.0], default=0.0)
    step = _step(highest)
    return max(_LEAST_TOP_MIN, ceil(highest / step) * step)


def _step(top: float) -> int:
    return 10 if top <= 60 else 30 if top <= 180 else 60
