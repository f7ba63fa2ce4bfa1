"""The strokes of the plan: half-hours with who is on duty and needed, and bars of shifts."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.plan_edits import Spot
from branchfloor.domain.plan_effect import Coming, PlanEffect
from branchfloor.domain.rostering import Cell, CounterKind, Shift, Span
from ui.overview.plan.grid import CELL_ROOMY_PX, Grid
from ui.overview.plan.words import PlanWords, at
from ui.theme import Role, Scale, Type, Weight
from ui.widgets.paint import (
    CENTRE,
    LEFT,
    Box,
    Words,
    draw_box,
    draw_check,
    draw_words,
    ink,
    width_of,
)

TONES: dict[CounterKind, str] = {
    CounterKind.CASH: "general",
    CounterKind.NON_CASH: "special",
    CounterKind.WEALTH: "value",
    CounterKind.CORPORATE: "corporate",
}
"""The family of colours of each kind of counter."""

_STAFF_PX = 48.0
_LOW_LINE_PX = 16.5
"""On lines lower than this the words are smaller, or they would touch those of the next."""
_CHECK = "check"
"""A line that is a tick."""
_WAIT_FROM_PX = 70.0
"""Cells as high as this say the wait as well."""


@dataclass(frozen=True)
class Marks:
    """What is picked, and where time stands."""

    row: int | None = None
    spot: Spot | None = None
    now_min: int | None = None


@dataclass(frozen=True)
class PlanPainter:
    """Draws one plan on a grid."""

    grid: Grid
    config: BranchConfig
    words: PlanWords
    effect: PlanEffect
    marks: Marks
    small: bool = False
    coming: tuple[Coming, ...] = ()

    def paint(self, painter: QPainter) -> None:
        """Everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._hours(painter)
        self._coming(painter)
        for i, kind in enumerate(self.grid.plan.kinds()):
            self._kind(painter, i, kind)
        for i in range(len(self.grid.rows)):
            self._person(painter, i)
        self._now(painter)

    def _type(self, role: Role, weight: Weight = Weight.REGULAR) -> Type:
        return Type(Scale.OVERVIEW_SMALL if self.small else Scale.OVERVIEW, role, weight)

    def _hours(self, painter: QPainter) -> None:
        grid, font = self.grid, self._type(Role.SMALL).font()
        for half, start in enumerate((*grid.plan.half_hours, grid.plan.hours.until_min)):
            x = round(grid.label_px + half * grid.step_px) + 0.5
            whole = start % 60 == 0 or half == grid.columns
            painter.setPen(QPen(ink("line_strong" if whole else "line"), 0.6))
            painter.drawLine(QPointF(x, grid.bars_top - 2), QPointF(x, grid.bottom))
            if half < grid.columns:
                where = QRectF(x, 0, grid.step_px, grid.times_px - 3)
                draw_words(painter, where, Words(at(start), font, "ink_2", CENTRE))

    def _coming(self, painter: QPainter) -> None:
        """A quiet line of who is expected in each half-hour, with P10 and P90."""
        grid, font = self.grid, self._type(Role.SMALL).font()
        if not grid.coming:
            return
        label = QRectF(0, grid.times_px - 3, grid.label_px - 8, grid.coming_px)
        draw_words(painter, label, Words(self.words.expected(), font, "ink_2"))
        for half, one in enumerate(self.coming[: grid.columns]):
            whole, near = self.words.came(one)
            text = whole if width_of(whole, font) <= grid.step_px - 4 else near
            where = QRectF(
                grid.label_px + half * grid.step_px, label.top(), grid.step_px, grid.coming_px
            )
            draw_words(painter, where, Words(text, font, "ink_2", CENTRE))

    def _kind(self, painter: QPainter, i: int, kind: CounterKind) -> None:
        first = self.grid.cell(i, 0)
        name = QRectF(0, first.top(), self.grid.label_px - 8, first.height())
        high = first.height() >= CELL_ROOMY_PX - 10
        bold = self._type(Role.TEXT, Weight.BOLD).font()
        title = Words(self.words.counters(kind), bold, "ink")
        if high:
            half = name.height() / 2
            draw_words(painter, name.adjusted(0, 6, 0, -half + 4), title)
            note = Words(self.words.legend(), self._type(Role.SMALL).font(), "ink_2")
            draw_words(painter, name.adjusted(0, half - 2, 0, -8), note)
        else:
            draw_words(painter, name, title)
        for half, cell in enumerate(self.grid.plan.cells(kind)):
            self._cell(painter, self.grid.cell(i, half), (kind, half, cell))

    def _cell(self, painter: QPainter, rect: QRectF, what: tuple[CounterKind, int, Cell]) -> None:
        kind, half, cell = what
        fill, edge, tone = _cell_colours(cell)
        draw_box(painter, rect, Box(fill, edge, 2 if cell.short else 1, 8))
        figure, word = self.words.cell(cell)
        if rect.height() < CELL_ROOMY_PX - 10:
            self._low_cell(painter, rect, (cell, figure, word, tone))
            return
        wait = self.words.wait(self.effect.of(kind), half) if rect.height() >= _WAIT_FROM_PX else ""
        small = self._type(Role.SMALL, Weight.SEMI if cell.short else Weight.REGULAR).font()
        lines = [
            (figure, self._type(Role.STRONG, Weight.BOLD).font(), tone),
            (word or (_CHECK if _enough(cell) else ""), small, tone),
            (wait, self._type(Role.HINT).font(), "ink_2"),
        ]
        lines = [line for line in lines if line[0]]
        high = (rect.height() - 8) / len(lines)
        for n, (line, font, colour) in enumerate(lines):
            where = QRectF(rect.left() + 2, rect.top() + 4 + n * high, rect.width() - 4, high)
            if line == _CHECK:
                draw_check(painter, _middle(where, 13), colour, 1.8)
            else:
                draw_words(painter, where, Words(line, font, colour, CENTRE))

    def _low_cell(self, painter: QPainter, rect: QRectF, what: tuple[Cell, str, str, str]) -> None:
        """All on one line; signs in place of words where there is little room."""
        cell, figure, word, tone = what
        font = self._type(Role.SMALL, Weight.BOLD).font()
        text = f"{figure}  {word}".rstrip()
        if width_of(text, font) > rect.width() - 8:
            text = self.words.near(cell)
        if not _enough(cell):
            draw_words(painter, rect, Words(text, font, tone, CENTRE))
            return
        width = width_of(text, font)
        left = rect.left() + (rect.width() - width - 16) / 2
        draw_words(painter, QRectF(left, rect.top(), width, rect.height()), Words(text, font, tone))
        mark = QRectF(left + width + 4, rect.top(), 12, rect.height())
        draw_check(painter, _middle(mark, 12), tone, 1.8)

    def _person(self, painter: QPainter, i: int) -> None:
        grid, row, line = self.grid, self.grid.rows[i], self.grid.line(i)
        if self.marks.row == i:
            draw_box(painter, line.adjusted(-4, 0.5, 0, -0.5), Box("brand_soft", "", 0, 6))
        low = line.height() < _LOW_LINE_PX
        bold = self._type(Role.SMALL if low else Role.TEXT, Weight.BOLD).font()
        staff = QRectF(0, line.top(), _STAFF_PX - 4, line.height())
        draw_words(painter, staff, Words(row.staff, bold, "ink" if row.shifts else "ink_muted"))
        label, tone = self._seat(i)
        where = QRectF(_STAFF_PX, line.top(), grid.label_px - _STAFF_PX - 8, line.height())
        seat = self._type(Role.HINT if low else Role.SMALL).font()
        draw_words(painter, where, Words(label, seat, tone, LEFT))
        for index in row.shifts:
            self._shift(painter, i, index)
        if not row.shifts:
            free = QRectF(grid.label_px + 8, line.top(), 400, line.height())
            note = Words(self.words.free(), self._type(Role.SMALL).font(), "ink_muted")
            draw_words(painter, free, note)

    def _seat(self, i: int) -> tuple[str, str]:
        """The counter's name beside the number, in the colour of its kind."""
        row = self.grid.rows[i]
        if row.shifts:
            shift = self.grid.plan.shifts[row.shifts[0]]
            return self.words.seat(self.config, shift.counter), TONES[shift.kind]
        if row.person is None:
            return "", "ink_muted"
        return self.words.seat(self.config, row.person.home), TONES[row.person.kinds[0]]

    def _shift(self, painter: QPainter, i: int, index: int) -> None:
        shift = self.grid.plan.shifts[index]
        picked = self.marks.spot
        tone = TONES[shift.kind]
        whole = picked == Spot(index)
        for spell in shift.spells():
            box = Box(f"{tone}_soft", tone, 2.4 if whole else 1.2, 5)
            draw_box(painter, self.grid.bar(i, spell), box)
        for n, rest in enumerate(shift.breaks):
            self._rest(painter, self.grid.bar(i, rest), picked == Spot(index, n))
        self._label(painter, i, shift)

    def _rest(self, painter: QPainter, rect: QRectF, picked: bool) -> None:
        edge = ("brand", 2.0) if picked else ("line_strong", 1.0)
        draw_box(painter, rect, Box("card", edge[0], edge[1], 5, dashed=True))
        font = self._type(Role.HINT if rect.height() < 16 else Role.SMALL).font()
        draw_words(
            painter, rect.adjusted(3, 0, -3, 0), Words(self.words.rest(), font, "ink_2", CENTRE)
        )

    def _label(self, painter: QPainter, i: int, shift: Shift) -> None:
        """In high bars the times of the shift stand in its first stretch."""
        spells = shift.spells()
        if not spells or self.grid.bar_px < 27:
            return
        rect = self.grid.bar(i, spells[0]).adjusted(8, 0, -6, 0)
        text = span_text(shift.span)
        font = self._type(Role.SMALL, Weight.MEDIUM).font()
        draw_words(painter, rect, Words(text, font, TONES[shift.kind]))

    def _now(self, painter: QPainter) -> None:
        now, hours = self.marks.now_min, self.grid.plan.hours
        if now is None or not hours.from_min <= now <= hours.until_min:
            return
        x = self.grid.x(now)
        painter.setPen(QPen(ink("late"), 2))
        painter.drawLine(QPointF(x, self.grid.head_px - 4), QPointF(x, self.grid.bottom))


def _enough(cell: Cell) -> bool:
    """Just as many as are needed."""
    return cell.needed is not None and not cell.short and not cell.spare


def _middle(rect: QRectF, size_px: float) -> QRectF:
    """A square in the middle of a box."""
    half = size_px / 2
    return QRectF(rect.center().x() - half, rect.center().y() - half, size_px, size_px)


def _cell_colours(cell: Cell) -> tuple[str, str, str]:
    """Fill, edge and ink: short, just enough, or more than needed."""
    if cell.needed is None:
        return "card", "line", "ink_2"
    if cell.short:
        return "late_soft", "late", "late"
    if cell.spare:
        return "brand_soft", "brand_line", "brand_ink"
    return "green_soft", "green_line", "green"


def span_text(span: Span) -> str:
    """A stretch of the day as people write it."""
    return f"{at(span.from_min)}–{at(span.until_min)}"
