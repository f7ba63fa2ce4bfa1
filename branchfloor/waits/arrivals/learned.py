"""Arrival rates as the branch has learned them from its own past days, drawn to the presets.

What is expected for a service in a quarter-hour = what the presets say of the date × how the
branch differs (its level) × weekday × what is special about the date, spread over the day by the
service's own shape. Each factor is drawn to the coarser one before it by a stated weight, later
days count more, and one odd day (a fair, a power cut) is pulled in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from statistics import median

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.special_days import SpecialDays

from .counted import DayCount, OpenDay, open_day
from .day import DayArrivals
from .preset import preset_classes, preset_rates
from .shape import Shape, learn_shapes
from .spread import Overdispersion, overdispersion

WEEKS = 8
"""How far back days are looked at."""
HALF_LIFE_DAYS = 28.0
LEVEL_DAYS, WEEKDAY_DAYS, SPECIAL_DAYS = 0.8, 0.7, 2.0
"""Presets, and that a weekday or special date is like any other, count as so many days."""
SPECIAL_CUSTOMERS, CLASS_CUSTOMERS, SERVICE_CLASS_CUSTOMERS = 150.0, 60.0, 40.0
OUTLIER = (0.5, 1.8)
"""A day of less or more times what was expected counts as if it had been that many times."""
ROUNDS = 3
MEDIAN_FROM = 2
"""With more days than so many their middle one is believed rather than their mean."""
WEEKDAY = "weekday"

Factors = Mapping[str, float]


@dataclass(frozen=True)
class ArrivalRates:
    """What is known of who comes when; ask with `of`.

    `level` by service is times the preset, `weekday` (0 = Monday) and `special` (kind, then
    service) are factors; `classes` shares by service; `days` is how many past days are behind it.
    """

    config: BranchConfig
    level: Factors
    weekday: tuple[float, ...] = (1.0,) * 7
    special: Mapping[str, Factors] = field(default_factory=dict)
    shapes: Mapping[int, Shape] = field(default_factory=dict)
    classes: Mapping[str, Factors] = field(default_factory=dict)
    spread: Overdispersion = field(default_factory=Overdispersion)
    calendar: SpecialDays = field(default_factory=SpecialDays)
    days: int = 0

    @cached_property
    def _known(self) -> dict[date, DayArrivals | None]:
        return {}

    def of(self, day: date) -> DayArrivals | None:
        """Who is expected on a date; None when the branch is closed then."""
        if day not in self._known:
            self._known[day] = self._day(day)
        return self._known[day]

    def _day(self, day: date) -> DayArrivals | None:
        hours = open_day(self.config, day)
        if hours is None:
            return None
        kinds = self.calendar.kinds(day)
        rows = preset_rates(self.config, hours)
        shape = self.shapes.get(hours.quarters)
        expected = {
            service: _scaled(
                shape.of(service, row) if shape else row,
                self.level.get(service, 1.0) * self.factor(day, service),
            )
            for service, row in rows.items()
        }
        return DayArrivals(hours, expected, self.classes, self.spread, kinds, self.days)

    def factor(self, day: date, service: str, but: str = "") -> float:
        """How much a date differs from the branch's middle one, for a service; `but` leaves the
        weekday or a kind of special date out.
        """
        found = 1.0 if but == WEEKDAY else self.weekday[day.weekday()]
        for kind in self.calendar.kinds(day):
            if kind != but:
                found *= self.special.get(kind, {}).get(service, 1.0)
        return found


def _scaled(row: Sequence[float], times: float) -> tuple[float, ...]:
    return tuple(times * rate for rate in row)


def preset_arrivals(config: BranchConfig) -> ArrivalRates:
    """Arrival rates of a branch that has seen nobody yet."""
    services = {s.code: 1.0 for s in config.services}
    classes = preset_classes(config)
    return ArrivalRates(config, services, classes=classes, calendar=config.special_days)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A past day beside what the presets say of it; `weight` falls with its age."""

    count: DayCount
    hours: OpenDay
    preset: Mapping[str, tuple[float, ...]]
    weight: float

    def came(self, service: str) -> float:
        return float(sum(self.count.of(service)))

    def expected(self, service: str) -> float:
        return sum(self.preset.get(service, ()))


def learn_arrivals(
    config: BranchConfig, days: Sequence[DayCount], calendar: SpecialDays | None = None
) -> ArrivalRates:
    """What past days teach; only whole ones belong in `days`, never one that is not over."""
    start = preset_arrivals(config)
    seen = _seen(config, days)
    if not seen:
        return start
    rates = ArrivalRates(
        config,
        start.level,
        shapes=learn_shapes(config, [(one.count, one.hours, one.weight) for one in seen]),
        classes=_classes(config, seen),
        calendar=calendar or config.special_days,
        days=len(seen),
    )
    for _ in range(ROUNDS):
        rates = _again(rates, seen)
    return _with(rates, spread=_spread(rates, seen))


def _seen(config: BranchConfig, days: Sequence[DayCount]) -> list[_Seen]:
    if not days:
        return []
    last = max(count.day for count in days)
    found = []
    for count in days:
        hours = open_day(config, count.day)
        age = last - count.day
        if hours is not None and age < timedelta(weeks=WEEKS) and count.total:
            weight = 0.5 ** (age.days / HALF_LIFE_DAYS)
            found.append(_Seen(count, hours, preset_rates(config, hours), weight))
    return found


def _with(rates: ArrivalRates, **changes: object) -> ArrivalRates:
    fields = {name: getattr(rates, name) for name in rates.__dataclass_fields__}
    return ArrivalRates(**{**fields, **changes})


def _again(rates: ArrivalRates, seen: Sequence[_Seen]) -> ArrivalRates:
    """One round: the level with the other factors as they are, then weekdays, then the rest."""
    services = list(rates.level)
    paces = [_pulled(rates, one, services) for one in seen]
    level = {s: _level(rates, s, seen, paces) for s in services}
    rates = _with(rates, level=level)
    weekday = tuple(_weekday(rates, i, seen) for i in range(7))
    rates = _with(rates, weekday=_about_one(weekday, seen))
    kinds = {kind for one in seen for kind in rates.calendar.kinds(one.count.day)}
    special = {kind: _special(rates, kind, seen) for kind in sorted(kinds)}
    return _with(rates, special=special)


def _about_one(weekday: tuple[float, ...], seen: Sequence[_Seen]) -> tuple[float, ...]:
    """Weekday factors with a mean of one over the days that were seen: the level is the level's."""
    mean = sum(weekday[one.count.day.weekday()] for one in seen) / len(seen)
    return tuple(factor / mean for factor in weekday)


def _expected(rates: ArrivalRates, one: _Seen, services: Sequence[str], but: str = "") -> float:
    day = one.count.day
    return sum(one.expected(s) * rates.level[s] * rates.factor(day, s, but) for s in services)


def _pulled(rates: ArrivalRates, one: _Seen, services: Sequence[str]) -> float:
    """By what a day's counts are divided so that an odd one is pulled in."""
    expected = _expected(rates, one, services)
    if rates.days < 3 or expected <= 0:
        return 1.0
    pace = one.count.total / expected
    return pace / min(max(pace, OUTLIER[0]), OUTLIER[1]) if pace > 0 else 1.0


def _level(
    rates: ArrivalRates, service: str, seen: Sequence[_Seen], paces: Sequence[float]
) -> float:
    came = expected = 0.0
    for one, pace in zip(seen, paces, strict=True):
        came += one.weight * one.came(service) / pace
        expected += one.weight * one.expected(service) * rates.factor(one.count.day, service)
    usual = max(sum(one.expected(service) for one in seen) / len(seen), 0.3) * LEVEL_DAYS
    return (usual + came) / (usual + expected)


def _weekday(rates: ArrivalRates, weekday: int, seen: Sequence[_Seen]) -> float:
    days = [one for one in seen if one.count.day.weekday() == weekday]
    return _pace(rates, days, WEEKDAY, WEEKDAY_DAYS)


def _pace(rates: ArrivalRates, days: Sequence[_Seen], but: str, weight: float) -> float:
    """Came over expected with one factor left out, as it is in the middle of some days, drawn to
    one by so many days.
    """
    services = list(rates.level)
    paces = []
    for one in days:
        expected = _expected(rates, one, services, but)
        if expected > 0:
            paces.append(min(max(one.count.total / expected, OUTLIER[0]), OUTLIER[1]))
    if not paces:
        return 1.0
    middle = median(paces) if len(paces) > MEDIAN_FROM else sum(paces) / len(paces)
    known = sum(one.weight for one in days)
    return (weight + known * middle) / (weight + known)


def _special(rates: ArrivalRates, kind: str, seen: Sequence[_Seen]) -> Factors:
    """By service: drawn to how all services together are on such dates."""
    days = [one for one in seen if kind in rates.calendar.kinds(one.count.day)]
    overall = _pace(rates, days, kind, SPECIAL_DAYS)
    return {service: _special_of(rates, kind, days, (service, overall)) for service in rates.level}


def _special_of(
    rates: ArrivalRates, kind: str, days: Sequence[_Seen], usual: tuple[str, float]
) -> float:
    service, overall = usual
    expected = sum(_expected(rates, one, (service,), kind) for one in days)
    came = sum(one.came(service) for one in days)
    return (SPECIAL_CUSTOMERS * overall + came) / (SPECIAL_CUSTOMERS + expected)


def _classes(config: BranchConfig, seen: Sequence[_Seen]) -> Mapping[str, Factors]:
    """Shares of classes: the branch's drawn to the preset's, a service's to the branch's."""
    start = preset_classes(config)
    counts: dict[tuple[str, str], float] = {}
    for one in seen:
        for service, name, n in one.count.classes:
            counts[service, name] = counts.get((service, name), 0.0) + n
    branch: dict[str, float] = {}
    for (_, name), many in counts.items():
        branch[name] = branch.get(name, 0.0) + many
    names = {*branch, *(name for shares in start.values() for name in shares)}
    return {
        service: _shares(
            names, shares, branch, {k[1]: n for k, n in counts.items() if k[0] == service}
        )
        for service, shares in start.items()
    }


def _shares(names: set[str], preset: Factors, branch: Factors, own: Factors) -> Factors:
    all_n: float = sum(branch.values())
    own_n: float = sum(own.values())
    found = {}
    for name in sorted(names):
        usual = CLASS_CUSTOMERS * preset.get(name, 0.0) + branch.get(name, 0.0)
        usual /= CLASS_CUSTOMERS + all_n
        share = SERVICE_CLASS_CUSTOMERS * usual + own.get(name, 0.0)
        found[name] = share / (SERVICE_CLASS_CUSTOMERS + own_n)
    return found


def _spread(rates: ArrivalRates, seen: Sequence[_Seen]) -> Overdispersion:
    pairs = []
    for one in seen:
        day = rates.of(one.count.day)
        if day is not None:
            rows = [counts for _, counts in one.count.joined]
            came = tuple(sum(column) for column in zip(*rows, strict=True))
            pairs.append((day.quarters_of(), came))
    return overdispersion(pairs)
