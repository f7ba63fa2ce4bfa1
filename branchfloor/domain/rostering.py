"""A day's plan: who works at which counter when, with breaks, beside what is needed.

Times are minutes after the branch's own midnight; half-hours count from opening.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from .catalogue import CounterPlan
from .clock import zone
from .config import BranchConfig
from .kinds import Tier
from .roster_rules import RULES as RULES
from .roster_rules import CounterKind as CounterKind
from .roster_rules import RosterRules as RosterRules
from .roster_rules import Span as Span

HALF_HOUR_MIN = 30
COUNTS_FROM_MIN = 16
"""Who works less of a half-hour than this is not on duty in it."""


def kind_of(plan: CounterPlan, config: BranchConfig) -> CounterKind:
    """The kind of a counter: for firms, with cash, mostly for what is worth more than its act, or
    all other work.
    """
    if plan.corporate:
        return CounterKind.CORPORATE
    if plan.takes_cash:
        return CounterKind.CASH
    own = [config.service(code).tier for code in plan.serves]
    worth = sum(tier is Tier.VALUE_ADDED for tier in own)
    return CounterKind.WEALTH if 2 * worth > len(own) else CounterKind.NON_CASH


def counters_by_kind(config: BranchConfig) -> dict[CounterKind, tuple[str, ...]]:
    """The counters of each kind the branch has, elastic ones last: the order they are opened in."""
    found: dict[CounterKind, list[CounterPlan]] = {}
    for plan in config.counters:
        found.setdefault(kind_of(plan, config), []).append(plan)
    return {
        kind: tuple(p.number for p in sorted(found[kind], key=_opened_late))
        for kind in CounterKind
        if kind in found
    }


def _opened_late(plan: CounterPlan) -> tuple[bool, int]:
    """Of a kind the counters that do most open first; the sort keeps the document's order."""
    return plan.elastic, -len(plan.serves | plan.backs_up) if plan.corporate else 0


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's stay at one counter, with its breaks in order."""

    staff: str
    counter: str
    kind: CounterKind
    span: Span
    breaks: tuple[Span, ...] = ()

    @property
    def work_min(self) -> int:
        """Minutes at the counter, breaks taken off."""
        return self.span.minutes - sum(rest.minutes for rest in self.breaks)

    def at_work(self, span: Span) -> int:
        """Minutes of a span at the counter."""
        return self.span.common(span) - sum(
            Span(max(r.from_min, self.span.from_min), min(r.until_min, self.span.until_min)).common(
                span
            )
            for r in self.breaks
            if r.common(self.span)
        )

    def spells(self) -> tuple[Span, ...]:
        """The stretches between breaks."""
        found, starts = [], self.span.from_min
        for rest in self.breaks:
            if rest.from_min > starts:
                found.append(Span(starts, rest.from_min))
            starts = max(starts, rest.until_min)
        if starts < self.span.until_min:
            found.append(Span(starts, self.span.until_min))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class KindNeed:
    """Counters of a kind needed in each half-hour from opening, out of `most` there are."""

    kind: CounterKind
    counters: tuple[int, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One half-hour of a kind: who is on duty and who is needed; `needed` None: not worked out."""

    kind: CounterKind
    from_min: int
    on_duty: int
    needed: int | None

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, (self.needed or 0) - self.on_duty)

    @property
    def spare(self) -> int:
        """How many more than needed there are."""
        return max(0, self.on_duty - (self.needed or 0))


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who is away on the day: training, an outing."""

    staff: str
    span: Span


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The plan of a business date; `share` of each class is to be called within its target, at a
    chance of `risk` that some class is not.
    """

    day: date
    hours: Span
    shifts: tuple[Shift, ...] = ()
    needs: tuple[KindNeed, ...] = ()
    share: float = 0.8
    risk: float = 0.2
    special: tuple[str, ...] = ()
    made_at: datetime | None = None
    rules: RosterRules = field(default_factory=RosterRules)
    away: tuple[Away, ...] = ()

    @property
    def half_hours(self) -> tuple[int, ...]:
        """When each half-hour begins."""
        return tuple(range(self.hours.from_min, self.hours.until_min, HALF_HOUR_MIN))

    def kinds(self) -> tuple[CounterKind, ...]:
        """Kinds of counter the plan is about."""
        there = {need.kind for need in self.needs} | {shift.kind for shift in self.shifts}
        return tuple(kind for kind in CounterKind if kind in there)

    def need(self, kind: CounterKind) -> KindNeed | None:
        """What is needed of a kind; None when it has not been worked out."""
        return next((need for need in self.needs if need.kind is kind), None)

    def least(self, kind: CounterKind) -> int:
        """How many of a kind are always on duty: a kind of few counters has one less of them."""
        need, least = self.need(kind), self.rules.least_of(kind)
        return min(least, max(1, need.most - 1)) if need else least

    def cells(self, kind: CounterKind) -> tuple[Cell, ...]:
        """Each half-hour of a kind."""
        need = self.need(kind)
        shifts = [shift for shift in self.shifts if shift.kind is kind]
        found = []
        for i, start in enumerate(self.half_hours):
            span = Span(start, start + HALF_HOUR_MIN)
            on_duty = sum(shift.at_work(span) >= COUNTS_FROM_MIN for shift in shifts)
            found.append(Cell(kind, start, on_duty, need.counters[i] if need else None))
        return tuple(found)

    def gaps(self) -> tuple[Cell, ...]:
        """Half-hours in which somebody is missing, in the order of kinds and time."""
        return tuple(c for kind in self.kinds() for c in self.cells(kind) if c.short)

    @property
    def work_min(self) -> int:
        """Minutes of everybody at their counters."""
        return sum(shift.work_min for shift in self.shifts)

    def of_staff(self, staff: str) -> tuple[Shift, ...]:
        """The shifts of a person."""
        return tuple(shift for shift in self.shifts if shift.staff == staff)

    def without_staff(self, staff: str, away: Span) -> "DayPlan":
        """The same plan with a person away for a while, and so noted: what is left of their
        shifts.
        """
        kept: list[Shift] = []
        for shift in self.shifts:
            kept.extend(_less(shift, away) if shift.staff == staff else (shift,))
        return replace(self, shifts=tuple(kept), away=(*self.away, Away(staff, away)))


def _less(shift: Shift, away: Span) -> Iterable[Shift]:
    parts = (
        Span(shift.span.from_min, min(shift.span.until_min, away.from_min)),
        Span(max(shift.span.from_min, away.until_min), shift.span.until_min),
    )
    for part in parts:
        if part.minutes > 0:
            rests = tuple(r for r in shift.breaks if part.common(r) == r.minutes)
            yield replace(shift, span=part, breaks=rests)


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule a plan does not keep: its code, and who or when."""

    code: str
    staff: str = ""
    kind: CounterKind | None = None
    from_min: int | None = None


def faults(plan: DayPlan) -> tuple[Fault, ...]:
    """The rules a plan does not keep, persons first."""
    found = [fault for shift in plan.shifts for fault in _shift_faults(shift, plan.rules)]
    found.extend(_doubled(plan))
    found.extend(_though_away(plan))
    for kind in plan.kinds():
        least = plan.least(kind)
        cells = [cell for cell in plan.cells(kind) if cell.on_duty < least]
        found.extend(Fault("too_few", kind=kind, from_min=cell.from_min) for cell in cells)
    return tuple(found)


def _shift_faults(shift: Shift, rules: RosterRules) -> Iterable[Fault]:
    if shift.span.minutes > rules.most_shift_min:
        yield Fault("too_long", shift.staff)
    long_enough = [r for r in shift.breaks if r.minutes >= rules.least_break_min]
    if shift.span.minutes > rules.break_after_min and not long_enough:
        yield Fault("no_break", shift.staff)
    elif any(r.minutes < rules.least_break_min for r in shift.breaks):
        yield Fault("short_break", shift.staff)
    elif any(r.common(rules.window) < r.minutes for r in shift.breaks):
        yield Fault("break_hour", shift.staff)


def _doubled(plan: DayPlan) -> Iterable[Fault]:
    """Two people at one counter, or one person at two, at the same time."""
    for i, one in enumerate(plan.shifts):
        for other in plan.shifts[i + 1 :]:
            if one.span.common(other.span):
                if one.counter == other.counter:
                    yield Fault("counter_twice", other.staff, from_min=other.span.from_min)
                if one.staff == other.staff:
                    yield Fault("staff_twice", other.staff, from_min=other.span.from_min)


def _though_away(plan: DayPlan) -> Iterable[Fault]:
    """Somebody who is away and planned all the same."""
    for gone in plan.away:
        for shift in plan.of_staff(gone.staff):
            if shift.at_work(gone.span):
                start = max(shift.span.from_min, gone.span.from_min)
                yield Fault("away", gone.staff, from_min=start)


def minute_of(at: datetime, zone_name: str) -> int:
    """The minute of the branch's own day."""
    local = at.astimezone(zone(zone_name))
    return local.hour * 60 + local.minute


def moment_of(day: date, minute: int, zone_name: str) -> datetime:
    """The moment of a minute of a date, aware."""
    start = datetime.combine(day, time(0), zone(zone_name))
    return start + timedelta(minutes=minute)


def hours_of(config: BranchConfig, day: date) -> Span | None:
    """The opening hours of a date in minutes; None when the branch is closed."""
    hours = config.hours.of(day)
    return None if hours is None else Span(*(at.hour * 60 + at.minute for at in hours))


def openings(
    plan: DayPlan, zone_name: str, now: datetime
) -> dict[str, tuple[tuple[float, float], ...]]:
    """When each counter of the plan works, in seconds from now; what is over is left out."""
    found: dict[str, list[tuple[float, float]]] = {}
    for shift in plan.shifts:
        for spell in shift.spells():
            start, end = (
                (moment_of(plan.day, minute, zone_name) - now).total_seconds()
                for minute in (spell.from_min, spell.until_min)
            )
            if end > 0:
                found.setdefault(shift.counter, []).append((max(0.0, start), end))
    return {counter: tuple(sorted(spells)) for counter, spells in found.items()}
