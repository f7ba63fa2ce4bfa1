"""Where everything on the plan stands: columns of half-hours, rows of kinds, rows of people."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from branchfloor.domain.people import Person
from branchfloor.domain.plan_edits import Spot
from branchfloor.domain.rostering import HALF_HOUR_MIN, CounterKind, DayPlan, Span

HEAD_PX = 22.0
COMING_PX = 19.0
"""The line of who is expected, where that is known."""
TIGHT_HEAD_PX, TIGHT_COMING_PX, TIGHT_CELL_PX, TIGHT_GAP_PX = 16.0, 14.0, 22.0, 4.0
"""The same in the lowest windows, so that everybody's line has room all the same."""
CELL_MOST_PX, CELL_ROOMY_PX, CELL_LEAST_PX = 74.0, 54.0, 24.0
BAR_MOST_PX, BAR_LEAST_PX = 34.0, 13.5
BAR_SHARE = 0.62
"""Of a low window's height so much goes to people rather than to half-hours."""
GAP_PX, NEAR_GAP_PX = 8.0, 5.0
LOW_PX = 480.0
"""Lower than this, lines of kinds stand nearer to each other."""
EDGE_PX = 9.0
"""So near to its end a bar is taken by the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person's line: the indexes of their shifts in the plan."""

    staff: str
    person: Person | None
    shifts: tuple[int, ...]


def rows_of(plan: DayPlan, people: Sequence[Person]) -> tuple[Row, ...]:
    """Everybody there is, by kind and counter; who has no shift keeps a line to be given one."""
    known = {person.staff: person for person in people}
    kinds = list(CounterKind)
    order = [p.staff for p in sorted(people, key=lambda p: kinds.index(p.kinds[0]))]
    order += [s.staff for s in plan.shifts if s.staff not in known]
    found = []
    for staff in dict.fromkeys(order):
        mine = [i for i, shift in enumerate(plan.shifts) if shift.staff == staff]
        mine.sort(key=lambda i: plan.shifts[i].span.from_min)
        found.append(Row(staff, known.get(staff), tuple(mine)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a line, and on it a shift or break and which end; 0 the middle."""

    row: int
    spot: Spot | None = None
    end: int = 0


@dataclass(frozen=True)
class Grid:
    """The plan laid out in so many pixels."""

    plan: DayPlan
    rows: tuple[Row, ...]
    width: float
    height: float
    label_px: float = 150.0
    coming: bool = False

    @property
    def tight(self) -> bool:
        """Whether the line of who is expected leaves too little room for everybody's line."""
        kinds = len(self.plan.kinds()) * (CELL_LEAST_PX + NEAR_GAP_PX)
        least = HEAD_PX + COMING_PX + kinds + len(self.rows) * BAR_LEAST_PX + 2
        return self.coming and least > self.height

    @property
    def times_px(self) -> float:
        """Height of the line of times."""
        return TIGHT_HEAD_PX if self.tight else HEAD_PX

    @property
    def coming_px(self) -> float:
        """Height of the line of who is expected; nought where that is not known."""
        if not self.coming:
            return 0.0
        return TIGHT_COMING_PX if self.tight else COMING_PX

    @property
    def head_px(self) -> float:
        """Height of what stands above the lines of kinds."""
        return self.times_px + self.coming_px

    @property
    def columns(self) -> int:
        """How many half-hours."""
        return max(1, len(self.plan.half_hours))

    @property
    def step_px(self) -> float:
        """Width of a half-hour."""
        return (self.width - self.label_px - 4) / self.columns

    @property
    def gap_px(self) -> float:
        """Between the lines of two kinds."""
        if self.tight:
            return TIGHT_GAP_PX
        return NEAR_GAP_PX if self.height < LOW_PX else GAP_PX

    @property
    def cell_px(self) -> float:
        """Height of a kind's line without the gap below it."""
        kinds = max(1, len(self.plan.kinds()))
        room = self.height - self.head_px - len(self.rows) * self._usual_bar
        least = TIGHT_CELL_PX if self.tight else CELL_LEAST_PX
        return max(least, min(CELL_MOST_PX, room / kinds - self.gap_px))

    @property
    def _usual_bar(self) -> float:
        lines = max(1, len(self.rows))
        return max(BAR_LEAST_PX, min(BAR_MOST_PX, BAR_SHARE * (self.height - self.head_px) / lines))

    @property
    def bars_top(self) -> float:
        """Where the people begin."""
        return self.head_px + len(self.plan.kinds()) * (self.cell_px + self.gap_px)

    @property
    def bar_px(self) -> float:
        """Height of a person's line."""
        room = self.height - self.bars_top - 2
        return max(BAR_LEAST_PX, min(BAR_MOST_PX, room / max(1, len(self.rows))))

    @property
    def bottom(self) -> float:
        """Where the people end."""
        return self.bars_top + len(self.rows) * self.bar_px

    def x(self, minute: float) -> float:
        """Where a minute of the day stands."""
        return self.label_px + (minute - self.plan.hours.from_min) / HALF_HOUR_MIN * self.step_px

    def minutes(self, px: float) -> int:
        """A stretch of pixels in whole half-hours."""
        return round(px / self.step_px) * HALF_HOUR_MIN

    def cell(self, kind: int, half: int) -> QRectF:
        """The box of a half-hour of a kind."""
        top = self.head_px + kind * (self.cell_px + self.gap_px) + 2
        left = round(self.label_px + half * self.step_px) + 2
        right = round(self.label_px + (half + 1) * self.step_px) - 2
        return QRectF(left, round(top), right - left, round(self.cell_px))

    def line(self, row: int) -> QRectF:
        """The whole line of a person."""
        return QRectF(0, self.bars_top + row * self.bar_px, self.width, self.bar_px)

    def bar(self, row: int, span: Span) -> QRectF:
        """The box of a stretch of a person's day."""
        line, gap = self.line(row), max(1.5, min(4.0, 0.11 * self.bar_px))
        left, right = self.x(span.from_min) + 2, self.x(span.until_min) - 2
        return QRectF(left, line.top() + gap, right - left, line.height() - 2 * gap)

    def cell_at(self, at: QPointF) -> tuple[CounterKind, int] | None:
        """The kind and half-hour under a point."""
        for i, kind in enumerate(self.plan.kinds()):
            for half in range(self.columns):
                if self.cell(i, half).contains(at):
                    return kind, half
        return None

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a point; None above and below the people."""
        if not self.bars_top <= at.y() < self.bottom:
            return None
        row = int((at.y() - self.bars_top) // self.bar_px)
        for index in self.rows[row].shifts:
            found = self._on_shift(row, index, at.x())
            if found is not None:
                return found
        return Hit(row)

    def _on_shift(self, row: int, index: int, x: float) -> Hit | None:
        shift = self.plan.shifts[index]
        for i, rest in enumerate(shift.breaks):
            if self.x(rest.from_min) <= x <= self.x(rest.until_min):
                return Hit(row, Spot(index, i), self._end(rest, x))
        if self.x(shift.span.from_min) <= x <= self.x(shift.span.until_min):
            return Hit(row, Spot(index), self._end(shift.span, x))
        return None

    def _end(self, span: Span, x: float) -> int:
        """-1 near the start, 1 near the end, 0 between."""
        near = min(EDGE_PX, (self.x(span.until_min) - self.x(span.from_min)) / 4)
        if x - self.x(span.from_min) < near:
            return -1
        return 1 if self.x(span.until_min) - x < near else 0
