"""The strokes of a week: charts of need against who is on duty, figures, and people's days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.people import Person
from branchfloor.domain.plan_effect import PlanEffect, Planned
from branchfloor.domain.plan_week import duty_of
from branchfloor.domain.rostering import Cell, CounterKind
from ui.overview.plan.painting import TONES
from ui.overview.plan.week.grid import COMING_PX, FIGURES, HEAD_PX, WeekGrid
from ui.overview.plan.week.words import Texts, WeekWords, day_text
from ui.theme import Role, Scale, Type, Weight
from ui.widgets.paint import (
    CENTRE,
    RIGHT,
    Box,
    Words,
    draw_box,
    draw_check,
    draw_words,
    ink,
    width_of,
)

_STAFF_PX = 48.0
_CAPTION_PX = 15.0


@dataclass(frozen=True)
class WeekFace:
    """What is shown: the open days, who there is, which rules of the week people break, what the
    days' waits were before, and today.
    """

    days: tuple[Planned, ...]
    people: tuple[Person, ...]
    config: BranchConfig
    today: date | None = None
    before: Mapping[date, PlanEffect] = field(default_factory=dict)
    blamed: frozenset[str] = frozenset()

    def staff(self) -> tuple[str, ...]:
        """Everybody who is there or has a shift, by kind."""
        kinds = list(CounterKind)
        known = sorted(self.people, key=lambda p: kinds.index(p.kinds[0]))
        others = [shift.staff for one in self.days for shift in one.plan.shifts]
        return tuple(dict.fromkeys([*(p.staff for p in known), *others]))

    def is_today(self, planned: Planned) -> bool:
        """Whether a day is today."""
        return planned.plan.day == self.today

    def is_over(self, planned: Planned) -> bool:
        """Whether a day is past."""
        return self.today is not None and planned.plan.day < self.today


@dataclass(frozen=True)
class WeekPainter:
    """Draws one week on a grid; one day may be picked."""

    grid: WeekGrid
    face: WeekFace
    words: WeekWords
    picked: int | None = None
    hovered: int | None = None
    small: bool = False

    def paint(self, painter: QPainter, part: QRectF) -> None:
        """Everything that lies in a part of the board."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._labels(painter)
        for i, one in enumerate(self.face.days):
            if self.grid.column(i).intersects(part):
                self._day(painter, i, one)
                for row, staff in enumerate(self.grid.people):
                    self._duty(painter, (row, i), (one, staff))
        for row, staff in enumerate(self.grid.people):
            self._person(painter, row, staff)

    def _font(self, role: Role, weight: Weight = Weight.REGULAR) -> Type:
        return Type(Scale.OVERVIEW_SMALL if self.small else Scale.OVERVIEW, role, weight)

    # --- the left side ---

    def _labels(self, painter: QPainter) -> None:
        grid, small = self.grid, self._font(Role.SMALL).font()
        label = QRectF(0, HEAD_PX, grid.label_px - 8, COMING_PX)
        draw_words(painter, label, Words(self.words.coming, small, "ink_2"))
        total = grid.total()
        head = QRectF(total.left(), 0, total.width(), HEAD_PX)
        draw_words(painter, head, Words(self.words.week, small, "ink_2", RIGHT))
        for row, kind in enumerate(grid.kinds):
            self._kind_label(painter, row, kind)
        for row in range(FIGURES):
            where = QRectF(0, grid.figure(row, 0).top(), grid.label_px - 8, 20)
            draw_words(painter, where, Words(self.words.figures[row], small, "ink_2"))
        hours = sum(one.plan.work_min for one in self.face.days)
        where = QRectF(total.left(), grid.figures_top, total.width(), 20)
        bold = self._font(Role.SMALL, Weight.BOLD).font()
        draw_words(painter, where, Words(self.words.hours(hours), bold, "ink", RIGHT))
        for top in (grid.figures_top - 3, grid.people_top - 3):
            painter.setPen(QPen(ink("line"), 1))
            painter.drawLine(QLineF(0, round(top) + 0.5, grid.width, round(top) + 0.5))

    def _kind_label(self, painter: QPainter, row: int, kind: CounterKind) -> None:
        chart = self.grid.kind(row, 0)
        where = QRectF(0, chart.top(), self.grid.label_px - 8, chart.height())
        title = Words(
            self.words.plan.counters(kind), self._font(Role.TEXT, Weight.BOLD).font(), "ink"
        )
        if chart.height() < 44 or row:
            draw_words(painter, where, title)
            return
        half = chart.height() / 2
        draw_words(painter, where.adjusted(0, 4, 0, -half + 2), title)
        note = Words(self.words.legend, self._font(Role.HINT, Weight.REGULAR).font(), "ink_2")
        draw_words(painter, where.adjusted(0, half - 4, 0, -6), note)

    # --- a day ---

    def _day(self, painter: QPainter, i: int, one: Planned) -> None:
        column = self.grid.column(i)
        if i in (self.picked, self.hovered):
            draw_box(painter, column, Box("brand_soft", "brand_line", 1, 8))
        elif self.face.is_today(one):
            draw_box(painter, column, Box("paper", "line", 1, 8))
        self._head(painter, i, one)
        tone = "ink_muted" if self.face.is_over(one) else "ink"
        came = QRectF(column.left(), HEAD_PX, column.width(), COMING_PX)
        figures = self._font(Role.SMALL, Weight.SEMI).font()
        draw_words(painter, came, Words(self.words.came(one), figures, tone, CENTRE))
        for row, kind in enumerate(self.grid.kinds):
            self._kind(painter, self.grid.kind(row, i), (one, kind))
        for row in range(FIGURES):
            text = self.words.figure(one, self.face.before.get(one.plan.day), row)
            bad = row == 3 and one.effect.days > 0 and one.effect.risk > one.plan.risk
            where = self.grid.figure(row, i)
            draw_words(painter, where, Words(text, figures, "late" if bad else tone, CENTRE))

    def _head(self, painter: QPainter, i: int, one: Planned) -> None:
        column = self.grid.column(i)
        today, over = self.face.is_today(one), self.face.is_over(one)
        bold = self._font(Role.TEXT, Weight.BOLD).font()
        tone = "ink_muted" if over else "brand_ink" if today else "ink"
        upper = QRectF(column.left() + 4, 3, column.width() - 8, 19)
        draw_words(painter, upper, Words(day_text(one.plan.day), bold, tone, CENTRE))
        note = self.words.note(one, today=today, over=over)
        hint = self._font(Role.HINT, Weight.SEMI).font()
        tone = "warn_ink" if one.plan.special and not over else "ink_2"
        lower = QRectF(column.left() + 4, 22, column.width() - 8, 15)
        draw_words(painter, lower, Words(note, hint, tone, CENTRE))

    def _kind(self, painter: QPainter, rect: QRectF, what: tuple[Planned, CounterKind]) -> None:
        """A bar for each half-hour, who is missing on top of it, and the line of need."""
        one, kind = what
        plan, over = one.plan, self.face.is_over(one)
        cells = plan.cells(kind)
        if not cells:
            return
        need = plan.need(kind)
        most = max([need.most if need else 1, *(cell.on_duty for cell in cells)])
        chart = rect.adjusted(0, _CAPTION_PX + 4, 0, 0)
        step, unit = chart.width() / len(cells), chart.height() / max(1, most)
        for n, cell in enumerate(cells):
            left = chart.left() + n * step
            bar = QRectF(left + 0.5, chart.bottom() - cell.on_duty * unit, step - 1, 0)
            bar.setBottom(chart.bottom())
            painter.fillRect(bar, ink(_fill(cell, over=over)))
            if cell.short and not over:
                missing = QRectF(bar.left(), bar.top() - cell.short * unit, bar.width(), 0)
                missing.setBottom(bar.top())
                painter.fillRect(missing, ink("late"))
        painter.setPen(QPen(ink("line_strong"), 1))
        painter.drawLine(QLineF(chart.left(), chart.bottom(), chart.right(), chart.bottom()))
        self._needed(painter, (chart, step, unit), cells)
        self._caption(painter, QRectF(rect.left(), rect.top(), rect.width(), _CAPTION_PX), what)

    def _needed(
        self, painter: QPainter, where: tuple[QRectF, float, float], cells: tuple[Cell, ...]
    ) -> None:
        """The step line of who is needed."""
        chart, step, unit = where
        painter.setPen(QPen(ink("ink"), 1.6))
        last: float | None = None
        for n, cell in enumerate(cells):
            if cell.needed is None:
                last = None
                continue
            y = chart.bottom() - cell.needed * unit
            x = chart.left() + n * step
            if last is not None and last != y:
                painter.drawLine(QLineF(x, last, x, y))
            painter.drawLine(QLineF(x, y, x + step, y))
            last = y

    def _caption(self, painter: QPainter, rect: QRectF, what: tuple[Planned, CounterKind]) -> None:
        one, kind = what
        missing = any(cell.short for cell in one.plan.cells(kind))
        known, over = one.plan.need(kind) is not None, self.face.is_over(one)
        if over and not known:
            return
        weight = Weight.BOLD if missing and not over else Weight.REGULAR
        font = self._font(Role.HINT, weight).font()
        tone = "ink_muted" if over or not known else "late" if missing else "green"
        text = self._fitting(self.words.short(one.plan, kind), rect.width() - 16, weight)
        if known and not missing:
            draw_check(painter, QRectF(rect.left(), rect.top() + 2, 11, 11), tone, 1.8)
            rect = rect.adjusted(15, 0, 0, 0)
        draw_words(painter, rect, Words(text, font, tone))

    def _fitting(self, texts: Texts, room: float, weight: Weight) -> str:
        font = self._font(Role.HINT, weight).font()
        return texts.whole if width_of(texts.whole, font) <= room else texts.near or texts.whole

    # --- people ---

    def _person(self, painter: QPainter, row: int, staff: str) -> None:
        grid, line = self.grid, self.grid.line(row)
        bold = self._font(Role.SMALL, Weight.BOLD).font()
        where = QRectF(0, line.top(), _STAFF_PX - 4, line.height())
        draw_words(painter, where, Words(staff, bold, "ink"))
        self._seat(painter, row, staff)
        duties = [duty_of(one.plan, staff) for one in self.face.days]
        total = grid.total()
        where = QRectF(total.left(), line.top(), total.width(), line.height())
        blamed = staff in self.face.blamed
        font = self._font(Role.SMALL, Weight.BOLD if blamed else Weight.REGULAR).font()
        tone = "late" if blamed else "ink_2"
        draw_words(painter, where, Words(self.words.total(duties), font, tone, RIGHT))

    def _seat(self, painter: QPainter, row: int, staff: str) -> None:
        person = next((p for p in self.face.people if p.staff == staff), None)
        if person is None:
            return
        line = self.grid.line(row)
        where = QRectF(_STAFF_PX, line.top(), self.grid.label_px - _STAFF_PX - 8, line.height())
        text = self.words.plan.seat(self.face.config, person.home)
        font = self._font(Role.HINT, Weight.REGULAR).font()
        draw_words(painter, where, Words(text, font, TONES[person.kinds[0]]))

    def _duty(self, painter: QPainter, at: tuple[int, int], what: tuple[Planned, str]) -> None:
        """A person's day: the stretches they work over the day's hours, or off, or away."""
        (row, day), (one, staff) = at, what
        cell, over = self.grid.cell(row, day), self.face.is_over(one)
        duty, shifts = duty_of(one.plan, staff), one.plan.of_staff(staff)
        for gone in one.plan.away:
            if gone.staff == staff:
                bar = self.grid.bar(row, day, gone.span)
                draw_box(painter, bar, Box("card", "line_strong", 1, 4, dashed=True))
                self._inside(painter, bar, Texts(self.words.away), "ink_2")
        for shift in shifts:
            tone = TONES[shift.kind]
            fill, edge = ("disabled", "line") if over else (f"{tone}_soft", f"{tone}_line")
            draw_box(painter, self.grid.bar(row, day, shift.span), Box(fill, edge, 1, 4))
        if shifts:
            longest = max((self.grid.bar(row, day, s.span) for s in shifts), key=QRectF.width)
            tone = "ink_muted" if over else "ink"
            self._inside(painter, longest, self.words.duty(duty), tone)
        elif not duty.away:
            self._inside(painter, cell, Texts(self.words.off), "ink_muted")

    def _inside(self, painter: QPainter, rect: QRectF, texts: Texts, tone: str) -> None:
        """The longer words where they fit, else the shorter ones; where nothing fits, nothing."""
        font = self._font(Role.HINT, Weight.MEDIUM).font()
        for text in (texts.whole, texts.near):
            if text and width_of(text, font) <= rect.width() - 4:
                draw_words(painter, rect, Words(text, font, tone, CENTRE))
                return


def _fill(cell: Cell, *, over: bool) -> str:
    """The colour of a bar: short, just enough, or more than needed."""
    if over or cell.needed is None:
        return "line"
    if cell.short:
        return "late_line"
    return "brand_line" if cell.spare else "green_line"
