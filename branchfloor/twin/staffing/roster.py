"""A roster by an exact method: who takes which shift at which kind of counter.

One whole-number program for all days: a person takes at most one shift a day and a most number
of days; each half-hour of a kind has who is needed or says how many are missing. What is missing
costs far more than any shift, so the roster always answers, and is short only where nobody is
left. Solved by HiGHS on one thread with a fixed seed: the same question, the same roster.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import highspy
import numpy as np
from highspy._core import _Highs

from branchfloor.domain.people import Person
from branchfloor.domain.rostering import (
    HALF_HOUR_MIN,
    RULES,
    CounterKind,
    DayPlan,
    RosterRules,
    Shift,
)

from .patterns import Pattern, allowed, patterns
from .seating import seated

SHORT, SHORT_MORE, BELOW_LEAST, BELOW_MORE = 200.0, 260.0, 900.0, 1400.0
"""What the first missing person of a half-hour costs and each further one, then the first below
the least that must always be there and each further one, in half-hours of work."""
DAY_COST, HALF_HOUR_COST, OTHER_KIND, MOVED = 1.0, 1.0, 1.5, 2.0
"""Coming at all, working, working at another kind than one's own, another shift than planned."""
TIE = 1e-4


@dataclass(frozen=True)
class Ask:
    """Days to be filled with what they need (shifts they have are kept where that costs little),
    the people of each, and the counters by kind in the order they are opened in; days of the same
    week that are `over` stay as they are, and count. Shifts and breaks begin `step_min` apart.
    """

    days: tuple[DayPlan, ...]
    people: tuple[tuple[Person, ...], ...]
    counters: Mapping[CounterKind, tuple[str, ...]]
    rules: RosterRules = RULES
    limit_s: float = 10.0
    over: tuple[DayPlan, ...] = ()
    step_min: int = HALF_HOUR_MIN

    def days_left(self, staff: str) -> int:
        """So many days a person may still work."""
        worked = sum(bool(plan.of_staff(staff)) for plan in self.over)
        return max(0, self.rules.most_days - worked)

    def halves_left(self, staff: str) -> int:
        """So many half-hours a person may still work."""
        worked = sum(shift.work_min for plan in self.over for shift in plan.of_staff(staff))
        return max(0, (self.rules.most_week_min - worked) // HALF_HOUR_MIN)


@dataclass(frozen=True, slots=True)
class Filled:
    """The days with their shifts; `proven` says that no roster is better."""

    days: tuple[DayPlan, ...]
    proven: bool
    took_s: float


@dataclass(frozen=True, slots=True)
class _Choice:
    """One column: a person takes a shift at a kind of counter on a day."""

    day: int
    person: Person
    kind: CounterKind
    pattern: Pattern
    cost: float


@dataclass
class _Program:
    """Columns and rows as HiGHS takes them."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    entries: list[list[tuple[int, float]]] = field(default_factory=list)

    def column(self, cost: float, upper: float, rows: list[int], *, whole: bool) -> None:
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        self.entries.append([(row, 1.0) for row in rows])

    def weigh(self, row: int, times: float) -> None:
        """The last column takes so much of a row."""
        self.entries[-1].append((row, times))

    def row(self, low: float, high: float) -> int:
        self.low.append(low)
        self.high.append(high)
        return len(self.low) - 1


def fill(ask: Ask) -> Filled:
    """The roster of least cost."""
    program, choices = _Program(), _choices(ask)
    rows = _Rows(program)
    for choice in choices:
        program.column(choice.cost, 1.0, rows.of(ask, choice), whole=True)
        staff, halves = choice.person.staff, sum(choice.pattern.works)
        if halves * ask.days_left(staff) > ask.halves_left(staff):
            row = rows.get(("hours", staff), 0, ask.halves_left(staff))
            program.weigh(row, halves)
    _shortages(ask, program, rows)
    values, proven, took_s = _solved(program, ask.limit_s)
    taken = [c for c, value in zip(choices, values, strict=False) if value > 0.5]
    days = tuple(_day(ask, i, taken) for i in range(len(ask.days)))
    return Filled(days, proven, took_s)


class _Rows:
    """Rows of the program by what they are about, made when first asked for."""

    def __init__(self, program: _Program) -> None:
        self._program = program
        self._of: dict[tuple[object, ...], int] = {}

    def get(self, key: tuple[object, ...], low: float, high: float) -> int:
        if key not in self._of:
            self._of[key] = self._program.row(low, high)
        return self._of[key]

    def of(self, ask: Ask, choice: _Choice) -> list[int]:
        """One shift a day, so many days, who is needed, and no more than there are counters."""
        staff, day, kind = choice.person.staff, choice.day, choice.kind
        found = [
            self.get(("day", staff, day), 0, 1),
            self.get(("days", staff), 0, ask.days_left(staff)),
        ]
        need = ask.days[day].need(kind)
        for i, works in enumerate(choice.pattern.works):
            half = ask.days[day].half_hours[i]
            if works:
                found.append(self.need(ask, day, kind, i))
            if choice.pattern.span.from_min <= half < choice.pattern.span.until_min and need:
                found.append(self.get(("seats", day, kind, i), 0, need.most))
        return found

    def need(self, ask: Ask, day: int, kind: CounterKind, half: int) -> int:
        need = ask.days[day].need(kind)
        wanted = need.counters[half] if need else 0
        return self.get(("need", day, kind, half), max(wanted, ask.days[day].least(kind)), np.inf)


def _choices(ask: Ask) -> list[_Choice]:
    found = []
    for i, day in enumerate(ask.days):
        usual = patterns(day.hours, ask.rules, ask.step_min)
        kinds = {need.kind for need in day.needs}
        planned = {shift.staff: shift for shift in day.shifts}
        for rank, person in enumerate(ask.people[i]):
            for kind in (kind for kind in person.kinds if kind in kinds):
                for turn, pattern in enumerate(p for p in usual if allowed(p, person)):
                    cost = _cost(person, kind, pattern, planned.get(person.staff))
                    cost += TIE * ((rank + turn) % 17)
                    found.append(_Choice(i, person, kind, pattern, cost))
    return found


def _cost(person: Person, kind: CounterKind, pattern: Pattern, planned: Shift | None) -> float:
    cost = DAY_COST + HALF_HOUR_COST * sum(pattern.works)
    if kind is not person.kinds[0]:
        cost += OTHER_KIND
    if planned is None:
        return cost
    if (planned.span, planned.breaks, planned.kind) == (pattern.span, pattern.breaks, kind):
        return 0.0
    return cost + MOVED


def _shortages(ask: Ask, program: _Program, rows: _Rows) -> None:
    """Columns for who is missing, one half-hour of a kind at a time."""
    for i, day in enumerate(ask.days):
        for need in day.needs:
            least = day.least(need.kind)
            for half, wanted in enumerate(need.counters):
                if max(wanted, least) == 0:
                    continue
                row = [rows.need(ask, i, need.kind, half)]
                above = max(0, wanted - least)
                program.column(SHORT, min(1, above), row, whole=False)
                program.column(SHORT_MORE, max(0, above - 1), row, whole=False)
                program.column(BELOW_LEAST, min(1, least), row, whole=False)
                program.column(BELOW_MORE, max(0, least - 1), row, whole=False)


def _solved(program: _Program, limit_s: float) -> tuple[list[float], bool, float]:
    # WORKAROUND highspy 1.16: `Highs()` itself prints a banner that no option stops.
    solver: Any = _Highs()
    for name, value in _OPTIONS.items():
        solver.setOptionValue(name, value)
    solver.setOptionValue("time_limit", limit_s)
    solver.passModel(_model(program))
    solver.run()
    proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return list(solver.getSolution().col_value), proven, solver.getRunTime()


_OPTIONS: Mapping[str, Any] = {
    **{"output_flag": False, "threads": 1, "random_seed": 1},
    **{"mip_rel_gap": 1e-6, "mip_abs_gap": 1e-3},
}


def _model(program: _Program) -> "highspy.HighsLp":
    model = highspy.HighsLp()
    n, m = len(program.cost), len(program.low)
    model.num_col_, model.num_row_ = n, m
    model.col_cost_ = np.array(program.cost)
    model.col_lower_ = np.zeros(n)
    model.col_upper_ = np.array(program.upper)
    model.row_lower_ = np.array(program.low)
    model.row_upper_ = np.array(program.high)
    starts = np.cumsum([0, *(len(column) for column in program.entries)])
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = np.array([row for column in program.entries for row, _ in column])
    model.a_matrix_.value_ = np.array([v for column in program.entries for _, v in column])
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model.integrality_ = [kinds[whole] for whole in program.whole]
    return model


def _day(ask: Ask, i: int, taken: list[_Choice]) -> DayPlan:
    chosen = [(c.person, c.kind, c.pattern.span, c.pattern.breaks) for c in taken if c.day == i]
    return replace(ask.days[i], shifts=seated(chosen, ask.counters))
