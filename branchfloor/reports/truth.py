"""Did the waits come true over days: by family, hour, crowd and week, beside simpler ways.

Counted are ranges given with the ticket, once their wait is over. Who was told "at once" was told
no range and is counted apart: hardly any of those can miss.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import fmean

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from branchfloor.storage.promises import Promise
from branchfloor.waits.accuracy import Errors, errors_of
from branchfloor.waits.track import Coverage

AIM_LOW, AIM_HIGH = 0.78, 0.82
"""An 80 % range is true when it holds in 78 to 82 of 100 cases."""
ENOUGH = 30
"""Fewer promises than this say nothing about a range's truth."""
LOADS = (0, 1, 4, 8, 15)
"""From how many waiting in the line each degree of crowd begins."""
DAYS_BACK = 20
WEEKS_BACK = 8
SIMPLE = ("ql", "hol", "les", "avg_k")


class Family(StrEnum):
    """Whose waits are told apart, as the floor's lists are."""

    GENERAL = "general"
    SPECIAL = "special"
    VALUE_ADDED = "value_added"
    CORPORATE = "corporate"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Case:
    """A range that was told, and the wait that followed it."""

    given: Promise
    waited_s: float
    family: Family
    day: date
    hour: int

    @property
    def inside(self) -> bool:
        """Whether the wait ended within the range."""
        return self.given.wait.p10 <= self.waited_s <= self.given.wait.p90

    @property
    def off_s(self) -> float:
        """How far outside it ended: below nought when earlier than said, above when later."""
        late_s = self.waited_s - self.given.wait.p90
        return late_s if late_s > 0 else min(0.0, self.waited_s - self.given.wait.p10)


@dataclass(frozen=True, slots=True)
class FamilyTruth:
    """One family's errors, of past days and of today."""

    family: Family
    past: Errors
    today: Errors


@dataclass(frozen=True, slots=True)
class Against:
    """A simpler way beside ours, on the very cases where it had something to say."""

    name: str
    n: int
    mean_abs_s: float
    ours_mean_abs_s: float

    @property
    def saved(self) -> float:
        """By which share our mean error is smaller; below nought where it is larger."""
        return 1 - self.ours_mean_abs_s / self.mean_abs_s if self.mean_abs_s else 0.0


Cells = Mapping[tuple[Family, int], Coverage]


@dataclass(frozen=True, slots=True)
class Grid:
    """Coverage of every family in columns: hours, degrees of crowd, or weeks (their Mondays as
    ordinals).
    """

    columns: tuple[int, ...]
    cells: Cells

    def cell(self, family: Family, column: int) -> Coverage:
        """One cell; an empty count where nothing was."""
        return self.cells.get((family, column), Coverage())


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is not as it should be, or cannot be told yet: a code with values."""

    code: str
    values: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Truth:
    """All of it at one moment. `past` is `days` business dates before today, or today itself
    while there are too few (`past_is_today`); `before` what came before those.
    """

    today: Errors
    past: Errors
    before: Errors
    days: int
    past_is_today: bool
    at_once: int
    families: tuple[FamilyTruth, ...]
    hours: Grid
    loads: Grid
    weeks: Grid
    against: tuple[Against, ...]
    latest: tuple[Case, ...]
    remarks: tuple[Remark, ...]


def truth_of(
    promises: Iterable[Promise], config: BranchConfig, today: date, latest: int = 20
) -> Truth:
    """The truth of promises, as seen on a business date."""
    cases, at_once = cases_of(promises, config)
    now = [case for case in cases if case.day == today]
    earlier = [case for case in cases if case.day < today]
    days = sorted({case.day for case in earlier})[-DAYS_BACK:]
    past = [case for case in earlier if days and case.day >= days[0]]
    before = [case for case in earlier if days and case.day < days[0]]
    alone = len(past) < ENOUGH <= len(now) or not past
    base = now if alone else past
    return Truth(
        today=_errors(now),
        past=_errors(base),
        before=_errors(before),
        days=len(days),
        past_is_today=alone,
        at_once=at_once,
        families=_families(base, now),
        hours=_grid(base, _hour),
        loads=_grid(base, _load),
        weeks=_grid(cases, _week),
        against=against(base),
        latest=tuple(sorted(cases, key=_ended, reverse=True)[:latest]),
        remarks=tuple(remarks(base, now)),
    )


def since(today: date, time_zone: str) -> datetime:
    """From when on promises are read: as far back as weeks are shown."""
    first = today - timedelta(weeks=WEEKS_BACK)
    return datetime(first.year, first.month, first.day, tzinfo=zone(time_zone))


def cases_of(promises: Iterable[Promise], config: BranchConfig) -> tuple[list[Case], int]:
    """The ranges told with tickets whose wait is over; and how many were told "at once"."""
    legal = {r.name for r in config.policy.classes if r.kind is ClassKind.LEGAL}
    services = {service.code: service for service in config.services}
    where, found, at_once = zone(config.time_zone), [], 0
    for one in promises:
        service = services.get(one.service)
        if one.age_s or one.waited_s is None or service is None:
            continue
        if one.wait.p50 <= 0:
            at_once += 1
            continue
        family = Family.CORPORATE if service.corporate else Family(service.tier.value)
        family = Family.GREEN if one.class_name in legal else family
        day = date.fromisoformat(one.visit_id[:8])
        found.append(Case(one, one.waited_s, family, day, one.at.astimezone(where).hour))
    return found, at_once


def against(cases: Sequence[Case]) -> tuple[Against, ...]:
    """Each simpler way beside ours."""
    found = []
    for name in SIMPLE:
        pairs = [
            (case, said) for case in cases if (said := getattr(case.given.simple, name)) is not None
        ]
        if pairs:
            theirs = fmean(abs(said - case.waited_s) for case, said in pairs)
            ours = fmean(abs(case.given.wait.p50 - case.waited_s) for case, _ in pairs)
            found.append(Against(name, len(pairs), theirs, ours))
    return tuple(found)


def remarks(base: Sequence[Case], now: Sequence[Case]) -> list[Remark]:
    """Where it is still wrong, the gravest first; and what too few cases cannot tell."""
    return [*_worst_hours(base), *_slants(base), *_beaten(base), *_too_few(base, now)]


def _errors(cases: Sequence[Case]) -> Errors:
    return errors_of("all", [(case.given, case.waited_s) for case in cases])


def _families(base: Sequence[Case], now: Sequence[Case]) -> tuple[FamilyTruth, ...]:
    return tuple(
        FamilyTruth(family, _errors(_of(base, family)), _errors(_of(now, family)))
        for family in Family
    )


def _of(cases: Sequence[Case], family: Family) -> list[Case]:
    return [case for case in cases if case.family is family]


def _hour(case: Case) -> int:
    return case.hour


def _week(case: Case) -> int:
    return (case.day - timedelta(days=case.day.weekday())).toordinal()


def _load(case: Case) -> int | None:
    waiting = case.given.simple.waiting
    return None if waiting is None else max(start for start in LOADS if start <= waiting)


def _grid(cases: Sequence[Case], column_of: Callable[[Case], int | None]) -> Grid:
    counts: dict[tuple[Family, int], list[int]] = {}
    for case in cases:
        column = column_of(case)
        if column is not None:
            cell = counts.setdefault((case.family, column), [0, 0])
            cell[0] += 1
            cell[1] += case.inside
    columns = sorted({column for _, column in counts})
    return Grid(tuple(columns), {key: Coverage(n, hits) for key, (n, hits) in counts.items()})


def _ended(case: Case) -> datetime:
    return case.given.at + timedelta(seconds=case.waited_s)


def _worst_hours(base: Sequence[Case]) -> list[Remark]:
    """The two hours that are surest to be missed, with what they were off by."""
    found = []
    for hour in sorted({case.hour for case in base}):
        some = [case for case in base if case.hour == hour]
        coverage = Coverage(len(some), sum(case.inside for case in some))
        interval, share = coverage.interval, coverage.share
        if interval is None or share is None or coverage.n < ENOUGH:
            continue
        off_s = fmean(case.waited_s - case.given.wait.p50 for case in some)
        values = {"hour": hour, "share": round(100 * share), "n": coverage.n, "off_s": off_s}
        if interval[1] < AIM_LOW:
            found.append((interval[1] - AIM_LOW, Remark("tight_hour", values)))
        elif interval[0] > AIM_HIGH:
            found.append((AIM_HIGH - interval[0], Remark("wide_hour", values)))
    return [remark for _, remark in sorted(found, key=lambda pair: pair[0])[:2]]


SLANT_S = 60.0
"""A mean error of one sign beyond this is worth a word."""


def _slants(base: Sequence[Case]) -> list[Remark]:
    """Families that wait longer, or shorter, than they are told."""
    found = []
    for family in Family:
        some = _of(base, family)
        if len(some) < ENOUGH:
            continue
        late_s = fmean(case.waited_s - case.given.wait.p50 for case in some)
        if abs(late_s) > SLANT_S:
            code = "later_than_said" if late_s > 0 else "sooner_than_said"
            found.append(Remark(code, {"family": family.value, "off_s": late_s, "n": len(some)}))
    return found


def _beaten(base: Sequence[Case]) -> list[Remark]:
    """A simpler way that is better than ours, should there be one."""
    return [
        Remark("beaten", {"name": one.name, "share": round(-100 * one.saved), "n": one.n})
        for one in against(base)
        if one.n >= ENOUGH and one.saved < 0
    ]


def _too_few(base: Sequence[Case], now: Sequence[Case]) -> list[Remark]:
    """Families whose day cannot be judged yet."""
    found = []
    for family in Family:
        some = _of(now, family)
        if 0 < len(some) < ENOUGH:
            hits = sum(case.inside for case in some)
            share = _errors(_of(base, family)).coverage.share
            values = {"family": family.value, "hits": hits, "n": len(some)}
            past = {} if share is None or base is now else {"past": round(100 * share)}
            found.append(Remark("few_today", {**values, **past}))
    return found
