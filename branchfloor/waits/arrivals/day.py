"""Who is expected on one date: by service and quarter-hour, with its spread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from .counted import QUARTER_S, DayCount, OpenDay
from .spread import Overdispersion

HALF_HOUR_QUARTERS = 2


@dataclass(frozen=True, slots=True)
class Expected:
    """Customers expected in a span of time: the mean, and P10 and P90 of their number."""

    mean: float
    p10: int
    p90: int


@dataclass(frozen=True)
class DayArrivals:
    """`expected` holds by service the customers of each quarter-hour from opening, `classes` by
    service the share of each class; `special` says what is special about the date; `learned_from`
    counts the past days behind it, nought while only presets are.
    """

    hours: OpenDay
    expected: Mapping[str, tuple[float, ...]]
    classes: Mapping[str, Mapping[str, float]]
    spread: Overdispersion
    special: tuple[str, ...] = ()
    learned_from: int = 0
    day_pace: float = field(default=1.0)

    @property
    def half_hours(self) -> tuple[datetime, ...]:
        """When each half-hour begins."""
        starts = range(0, self.hours.quarters, HALF_HOUR_QUARTERS)
        return tuple(self.hours.start_of(quarter) for quarter in starts)

    def quarters_of(self, services: Iterable[str] | None = None) -> tuple[float, ...]:
        """Customers of each quarter-hour for some services together; for all when not told."""
        wanted = self.expected if services is None else services
        rows = [self.expected[service] for service in wanted if service in self.expected]
        if not rows:
            return (0.0,) * self.hours.quarters
        return tuple(sum(column) for column in zip(*rows, strict=True))

    def by_half_hour(self, services: Iterable[str] | None = None) -> tuple[Expected, ...]:
        """What each half-hour brings for some services together; for all when not told."""
        rates = self.quarters_of(services)
        starts = range(0, self.hours.quarters, HALF_HOUR_QUARTERS)
        return tuple(self._range(rates[i : i + HALF_HOUR_QUARTERS]) for i in starts)

    def whole(self, services: Iterable[str] | None = None) -> Expected:
        """What the whole day brings."""
        return self._range(self.quarters_of(services))

    def _range(self, rates: tuple[float, ...]) -> Expected:
        low, high = self.spread.range(rates)
        return Expected(sum(rates), low, high)

    def between(self, service: str, start: datetime, end: datetime) -> float:
        """Customers expected for a service from one moment to another, parts of quarter-hours
        counted in part; nobody outside the opening hours.
        """
        found = 0.0
        for i, rate in enumerate(self.expected.get(service, ())):
            begins = self.hours.start_of(i)
            ends = begins + timedelta(seconds=QUARTER_S)
            common = (min(end, ends) - max(start, begins)).total_seconds()
            found += rate * max(0.0, common) / QUARTER_S
        return found

    def scaled(self, times: float) -> "DayArrivals":
        """The same day with `times` as many customers."""
        rows = {s: tuple(times * rate for rate in row) for s, row in self.expected.items()}
        return replace(self, expected=rows, day_pace=self.day_pace * times)

    def told(self, came: DayCount, now: datetime) -> "DayArrivals":
        """The same day once part of it has been seen: what is still to come follows the pace of
        who came, as far as that many can tell; quarter-hours that are over keep what was expected.
        """
        over = max(0.0, (now - self.hours.opens_at).total_seconds() / QUARTER_S)
        expected = sum(self.between(s, self.hours.opens_at, now) for s in self.expected)
        known = 1 / self.spread.day_cv**2
        quarter_share = self.spread.quarter_cv**2 / max(1.0, over)
        weight = 1 / (1 + quarter_share * expected)
        pace = (known + weight * came.total) / (known + weight * expected)
        left = {
            service: tuple(rate * pace if i + 1 > over else rate for i, rate in enumerate(row))
            for service, row in self.expected.items()
        }
        return replace(self, expected=left, day_pace=self.day_pace * pace)
