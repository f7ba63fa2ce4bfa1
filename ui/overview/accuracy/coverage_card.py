"""How many ranges came true, family by family: past days with their interval, and today."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from branchfloor.reports.truth import AIM_HIGH, AIM_LOW, FamilyTruth
from branchfloor.waits.track import Coverage
from ui.overview.accuracy.truth_card import Body, TruthCard
from ui.overview.accuracy.words import INK, cases, enough, family_word, too_few
from ui.theme import Role, Weight
from ui.widgets.paint import CENTRE, Words, draw_words, ink, width_of

_AXIS_PX = 24.0
_LABEL_PX = 44.0
"""Marks nearer to each other than this are labelled every other one."""


class CoverageCard(TruthCard):
    """Dots on a scale with the aim as a band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = CoverageBody()
        self.column.addWidget(self.body, 1)

    def set_compact(self, compact: bool) -> None:
        self.body.set_compact(compact)
        super().set_compact(compact)

    def retranslate(self) -> None:
        note = self.tr("● with 95% interval   ○ today   band 78–82%")
        if self.compact:
            note = self.tr("○ today   band 78–82%")
        self.head.show_header(self.tr("Came true, by business"), "", note)
        if self.truth is not None:
            self.body.show_rows(self.truth.families, both=not self.truth.past_is_today)
            self.body.setAccessibleName(" · ".join(map(self._told, self.truth.families)))

    def _told(self, row: FamilyTruth) -> str:
        share = row.past.coverage.share
        text = too_few() if share is None else f"{share:.0%}"
        return f"{family_word(row.family)} {text} ({row.past.coverage.n})"


class CoverageBody(Body):
    """A row a family: word, dots, figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FamilyTruth, ...] = ()
        self._both = True

    def show_rows(self, rows: tuple[FamilyTruth, ...], *, both: bool) -> None:
        """Show these; `both` when past days and today are two things."""
        self._rows, self._both = rows, both
        self.update()

    def lowest(self) -> float:
        """Where the scale begins: at 60 %, or lower where something lies there."""
        shares = [
            coverage.share
            for row in self._rows
            for coverage in (row.past.coverage, row.today.coverage)
            if coverage.share is not None and enough(coverage)
        ]
        return max(0.0, min(0.6, math.floor(10 * min(shares, default=1.0)) / 10))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        left_px, right_px = self._sides()
        plot = QRectF(rect.left() + left_px, 0, rect.width() - left_px - right_px, rect.height())
        plot.setHeight(rect.height() - _AXIS_PX)
        scale = _Axis(plot, self.lowest())
        self._paint_axis(painter, scale)
        high = plot.height() / max(1, len(self._rows))
        for at, row in enumerate(self._rows):
            line = QRectF(rect.left(), at * high, rect.width(), high)
            self._paint_row(painter, line, scale, row)

    def _sides(self) -> tuple[float, float]:
        """Room for the words on the left and the figures on the right."""
        bold, small = self.font_of(Role.TEXT, Weight.BOLD), self.font_of(Role.SMALL)
        left = max((width_of(family_word(row.family), bold) for row in self._rows), default=0.0)
        heavy = self.font_of(Role.SMALL, Weight.BOLD)
        right = 0.0
        for row in self._rows:
            upper = width_of(self._share(row.past.coverage), heavy) + 8
            upper += width_of(self._count(row.past.coverage), small)
            right = max(right, upper, width_of(self._today(row.today.coverage), small))
        return left + 6, right + 18

    def _share(self, past: Coverage) -> str:
        return too_few() if not enough(past) else f"{100 * (past.share or 0):.1f}%"

    def _count(self, past: Coverage) -> str:
        return f"{past.n:,}" if self.compact else cases(past.n)

    def _today(self, today: Coverage) -> str:
        told = self.tr("today {0} / {1}").format(today.hits, today.n)
        few = today.n > 0 and not enough(today) and not self.compact
        return f"{told} {too_few()}" if few else told

    def _paint_axis(self, painter: QPainter, scale: "_Axis") -> None:
        plot = scale.plot
        left, right = scale.x(AIM_LOW), scale.x(AIM_HIGH)
        painter.fillRect(QRectF(left, 0, right - left, plot.height()), ink("green_soft"))
        font = self.font_of(Role.SMALL)
        every = 1 if scale.x(0.9) - scale.x(0.8) >= _LABEL_PX else 2
        for tenth in range(round(10 * scale.lowest), 11):
            x = scale.x(tenth / 10)
            painter.fillRect(QRectF(x, 0, 1, plot.height()), ink("green" if tenth == 8 else "line"))
            if tenth % every:
                continue
            row = QRectF(x - 26, plot.height() + 4, 52, _AXIS_PX - 4)
            draw_words(painter, row, Words(f"{tenth * 10}%", font, "ink_muted", CENTRE))

    def _paint_row(self, painter: QPainter, line: QRectF, scale: "_Axis", row: FamilyTruth) -> None:
        tone = INK[row.family]
        past, today = row.past.coverage, row.today.coverage
        label = QRectF(line.left(), line.top(), scale.plot.left() - line.left() - 6, line.height())
        word = Words(family_word(row.family), self.font_of(Role.TEXT, Weight.BOLD), tone)
        draw_words(painter, label, word)
        upper = line.top() + line.height() * (0.36 if self._both else 0.5)
        _paint_interval(painter, scale, upper, past, tone)
        if self._both and today.share is not None:
            pen = QPen(ink(tone), 2.5)
            painter.setPen(pen)
            painter.setBrush(ink("card"))
            _mark(painter, scale, (today.share, line.top() + line.height() * 0.74), 5)
        self._paint_figures(painter, line, scale, (past, today))

    def _paint_figures(
        self, painter: QPainter, line: QRectF, scale: "_Axis", counts: tuple[Coverage, Coverage]
    ) -> None:
        past, today = counts
        left = scale.plot.right() + 16
        half = line.height() / 2
        box = QRectF(left, line.top() + (3 if self._both else half / 2), line.right() - left, half)
        bold, small = self.font_of(Role.SMALL, Weight.BOLD), self.font_of(Role.SMALL)
        used = draw_words(painter, box, Words(self._share(past), bold, "ink"))
        count = Words(self._count(past), small, "ink_2")
        draw_words(painter, box.adjusted(used + 8, 0, 0, 0), count)
        if self._both:
            told = Words(self._today(today), small, "ink_2")
            draw_words(painter, box.translated(0, half - 5), told)


class _Axis:
    """Shares on the plot, from `lowest` to one."""

    def __init__(self, plot: QRectF, lowest: float) -> None:
        self.plot, self.lowest = plot, lowest

    def x(self, share: float) -> float:
        """The place of a share; that of a lower one is the edge."""
        part = (max(self.lowest, share) - self.lowest) / (1 - self.lowest)
        inner = self.plot.adjusted(20, 0, -20, 0)
        return inner.left() + part * inner.width()


def _paint_interval(
    painter: QPainter, scale: _Axis, y: float, coverage: Coverage, tone: str
) -> None:
    interval, share = coverage.interval, coverage.share
    if interval is None or share is None:
        return
    few = not enough(coverage)
    painter.setPen(QPen(ink("ink_muted" if few else tone), 1.5 if few else 3))
    low, high = scale.x(interval[0]), scale.x(interval[1])
    painter.drawLine(QPointF(low, y), QPointF(high, y))
    for end in (low, high):
        painter.drawLine(QPointF(end, y - 6), QPointF(end, y + 6))
    painter.setBrush(ink("card" if few else tone))
    _mark(painter, scale, (share, y), 6)


def _mark(painter: QPainter, scale: _Axis, spot: tuple[float, float], size_px: float) -> None:
    """A share's point at a height; one below the axis points out at its left."""
    share, y = spot
    x = scale.x(share)
    if share >= scale.lowest:
        painter.drawEllipse(QPointF(x, y), size_px, size_px)
        return
    tip, back = QPointF(x - 2 * size_px, y), x - size_px / 2
    painter.drawPolygon([tip, QPointF(back, y - size_px), QPointF(back, y + size_px)])
