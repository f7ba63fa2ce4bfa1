"""Time on the floor: aware UTC everywhere, business dates in the branch's own zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

DAY_STARTS_AT = timedelta(hours=4)
"""A business day runs from 04:00 to 04:00 local time, so a late evening stays one day."""


class Clock(Protocol):
    """Where a process takes its time from; the demo's clock runs faster than the wall's."""

    def now(self) -> datetime:
        """The moment, aware UTC."""


class WallClock:
    """The PC's own clock."""

    def now(self) -> datetime:
        """The moment, aware UTC, cut to milliseconds as the log stores it."""
        return to_ms(datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class PlayedClock:
    """A demo's clock: at `real_origin` it showed `origin` and runs `speed` times as fast."""

    origin: datetime
    real_origin: datetime
    speed: float

    def now(self) -> datetime:
        """The played moment, aware UTC."""
        return to_ms(self.origin + (datetime.now(UTC) - self.real_origin) * self.speed)


def to_ms(moment: datetime) -> datetime:
    """The same moment cut to whole milliseconds, so that text and value agree."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@lru_cache(maxsize=512)
def to_iso(moment: datetime) -> str:
    """Sortable text of a moment, `2026-11-24T02:42:07.125Z`; kept, for rows repeat moments."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def from_iso(text: str) -> datetime:
    """The moment of a stored text, aware UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


@lru_cache(maxsize=16)
def zone(name: str) -> ZoneInfo:
    """The time zone of that name, kept."""
    return ZoneInfo(name)


def business_date(now: datetime, zone_name: str) -> date:
    """The date a moment belongs to: branch-local wall time less four hours."""
    return (now.astimezone(zone(zone_name)).replace(tzinfo=None) - DAY_STARTS_AT).date()


def day_end(day: date, zone_name: str) -> datetime:
    """When a business date ends, aware UTC; right across a change of daylight saving."""
    local = datetime.combine(day + timedelta(days=1), time(4), zone(zone_name))
    return local.astimezone(UTC)


def seconds_between(start: datetime, end: datetime) -> float:
    """Seconds from start to end, never negative: a clock set back costs nobody time."""
    return max(0.0, (end - start).total_seconds())
