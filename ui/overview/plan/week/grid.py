"""Where everything of a week stands: a column for each day, rows of kinds, figures and people."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.rostering import CounterKind, Span

HEAD_PX, COMING_PX = 40.0, 22.0
KIND_MOST_PX, KIND_LEAST_PX = 76.0, 36.0
BAR_MOST_PX, BAR_LEAST_PX = 28.0, 15.0
FIGURE_PX = 20.0
FIGURES = 4
"""Person-hours, within target, longest P90, days at risk."""
GAP_PX = 6.0
TOTAL_PX = 116.0
"""The column of the whole week."""


@dataclass(frozen=True)
class WeekGrid:
    """The week laid out in so many pixels; rows of people by their staff numbers."""

    days: tuple[Planned, ...]
    people: tuple[str, ...]
    width: float
    height: float
    label_px: float = 180.0

    @property
    def kinds(self) -> tuple[CounterKind, ...]:
        """Kinds of counter any day is about."""
        there = {kind for one in self.days for kind in one.plan.kinds()}
        return tuple(kind for kind in CounterKind if kind in there)

    @property
    def least_height(self) -> float:
        """Lower than this it has to be scrolled."""
        fixed = HEAD_PX + COMING_PX + FIGURES * FIGURE_PX + 3 * GAP_PX
        kinds = len(self.kinds) * (KIND_LEAST_PX + GAP_PX)
        return fixed + kinds + len(self.people) * BAR_LEAST_PX + 4

    @property
    def column_px(self) -> float:
        """Width of a day."""
        return (self.width - self.label_px - TOTAL_PX - 4) / max(1, len(self.days))

    @property
    def _room(self) -> float:
        """What is left for kinds and people."""
        return self.height - HEAD_PX - COMING_PX - FIGURES * FIGURE_PX - 3 * GAP_PX - 4

    @property
    def bar_px(self) -> float:
        """Height of a person's line."""
        usual = 0.5 * self._room / max(1, len(self.people))
        return max(BAR_LEAST_PX, min(BAR_MOST_PX, usual))

    @property
    def kind_px(self) -> float:
        """Height of a kind's line without the gap below it."""
        left = (self._room - len(self.people) * self.bar_px) / max(1, len(self.kinds)) - GAP_PX
        return max(KIND_LEAST_PX, min(KIND_MOST_PX, left))

    @property
    def figures_top(self) -> float:
        """Where the figures begin."""
        return HEAD_PX + COMING_PX + GAP_PX + len(self.kinds) * (self.kind_px + GAP_PX)

    @property
    def people_top(self) -> float:
        """Where the people begin."""
        return self.figures_top + FIGURES * FIGURE_PX + GAP_PX

    @property
    def bottom(self) -> float:
        """Where the people end."""
        return self.people_top + len(self.people) * self.bar_px

    def left(self, day: int) -> float:
        """Where a day's column begins; that of the whole week comes after the last."""
        return round(self.label_px + day * self.column_px)

    def column(self, day: int) -> QRectF:
        """The whole of a day."""
        left, right = self.left(day), self.left(day + 1)
        return QRectF(left + 2, 0, right - left - 4, self.bottom + 3)

    def total(self) -> QRectF:
        """The column of the whole week."""
        return QRectF(self.left(len(self.days)) + 8, 0, TOTAL_PX - 8, self.bottom)

    def kind(self, row: int, day: int) -> QRectF:
        """The chart of a kind on a day."""
        top = HEAD_PX + COMING_PX + GAP_PX + row * (self.kind_px + GAP_PX)
        column = self.column(day)
        return QRectF(column.left() + 6, round(top), column.width() - 12, round(self.kind_px))

    def figure(self, row: int, day: int) -> QRectF:
        """One of a day's figures."""
        column = self.column(day)
        return QRectF(column.left(), self.figures_top + row * FIGURE_PX, column.width(), FIGURE_PX)

    def line(self, row: int) -> QRectF:
        """The whole line of a person."""
        return QRectF(0, self.people_top + row * self.bar_px, self.width, self.bar_px)

    def cell(self, row: int, day: int) -> QRectF:
        """A person's day."""
        line, column = self.line(row), self.column(day)
        return QRectF(column.left() + 6, line.top(), column.width() - 12, line.height())

    def bar(self, row: int, day: int, span: Span) -> QRectF:
        """A stretch of a person's day; days stand on their own opening hours."""
        cell, hours = self.cell(row, day), self.days[day].plan.hours
        scale = cell.width() / max(1, hours.minutes)
        left = cell.left() + scale * (max(span.from_min, hours.from_min) - hours.from_min)
        right = cell.left() + scale * (min(span.until_min, hours.until_min) - hours.from_min)
        gap = max(1.0, min(3.0, 0.1 * cell.height()))
        return QRectF(left, cell.top() + gap, max(2.0, right - left), cell.height() - 2 * gap)

    def day_at(self, at: QPointF) -> int | None:
        """The day under a point."""
        day = int((at.x() - self.label_px) // self.column_px) if self.days else -1
        inside = at.x() >= self.label_px and 0 <= at.y() <= self.bottom
        return day if inside and 0 <= day < len(self.days) else None

    def kind_at(self, at: QPointF) -> CounterKind | None:
        """The kind whose chart is under a point."""
        for row, kind in enumerate(self.kinds):
            chart = self.kind(row, 0)
            if chart.top() <= at.y() <= chart.bottom():
                return kind
        return None
