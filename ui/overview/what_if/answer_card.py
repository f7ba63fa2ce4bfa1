"""The answer of what-if: a chart a group, both ways with their intervals, and four figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.advising import Act, Group
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.what_if import Curve, Supposed, WhatIf
from branchfloor.routing.fairness import published
from branchfloor.routing.head_starts import with_head_start
from ui.overview.asking import phrases
from ui.overview.times import local
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, ElidedLabel, FigureLabel, SectionHeader, TextLabel
from ui.widgets.day_chart import ChartBand, ChartFace, ChartLine, ChartTarget, DayChart

CHARTS = 2
"""So many groups are drawn: cash and not, or those there are."""

_FIRST = (Group.CASH, Group.NON_CASH, Group.VALUE_ADDED, Group.CORPORATE, Group.LEGAL)
_TICK_MIN = 30


class CurveChart(QWidget):
    """One group's curves under its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD))
        self.most = TextLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.chart = DayChart()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.most)
        column.addLayout(row)
        column.addWidget(self.chart, 1)


class AnswerCard(Card):
    """Keeps the last answer while the next is worked out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._found: WhatIf | None = None
        self._supposed = Supposed()
        self._config: BranchConfig | None = None
        self._works = False
        self.head = SectionHeader(Scale.OVERVIEW)
        self.charts = tuple(CurveChart() for _ in range(CHARTS))
        self.note = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self._figures = tuple(_Figure() for _ in range(4))
        self._lay_out()
        self.retranslate()

    def show_work(self) -> None:
        """The next answer is being worked out."""
        self._works = True
        self.retranslate()

    def show_none(self) -> None:
        """There is no answer."""
        self._works = False
        self.retranslate()

    def show_answer(self, found: WhatIf, supposed: Supposed, config: BranchConfig) -> None:
        """Set everything."""
        self._found, self._supposed, self._config = found, supposed, config
        self._works = False
        self.retranslate()

    def set_compact(self, compact: bool) -> None:
        """Nearer edges and no sentence below, for a small window."""
        self._column.setContentsMargins(*((14, 8, 14, 8) if compact else (20, 14, 20, 14)))
        self.note.setVisible(not compact)
        self._side.setFixedWidth(170 if compact else 220)
        scale = Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW
        for chart in self.charts:
            chart.chart.set_scale(scale)
        for figure in self._figures:
            figure.set_compact(compact)

    def figures(self) -> tuple[str, ...]:
        """The figures shown, top to bottom."""
        return tuple(figure.value.text() for figure in self._figures)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.head.show_header(self.tr("P90 wait of the next two hours"), "", self._how())
        found = self._found
        curves = _chosen(found.curves) if found else []
        for at, chart in enumerate(self.charts):
            chart.setVisible(at < len(curves) or not at)
            if at < len(curves):
                self._show_curve(chart, curves[at])
            elif not at:
                self._show_empty(chart)
        self.note.setText(
            self.tr("Read: nine of ten customers wait less than the line.") if found else ""
        )
        self._show_figures(found)

    def _how(self) -> str:
        if self._works:
            return self.tr("working it out …")
        found = self._found
        if found is None:
            return ""
        return self.tr("dotted: as it is · line: what if · bands 95% · %n plays", "", found.lanes)

    def _show_curve(self, chart: CurveChart, curve: Curve) -> None:
        chart.name.setText(phrases().word("group", curve.group).capitalize())
        before = max(point.before_s for point in curve.points) / 60
        after = max(point.after_s for point in curve.points) / 60
        chart.most.setText(self.tr("highest {0} → {1} min").format(f"{before:.0f}", f"{after:.0f}"))
        chart.chart.show_chart(self._face(curve))

    def _show_empty(self, chart: CurveChart) -> None:
        chart.name.setText("")
        chart.most.setText("")
        says = self.tr("working it out …") if self._works else self.tr("Nobody is expected")
        chart.chart.show_chart(ChartFace(0, 120, 40, empty=says))

    def _face(self, curve: Curve) -> ChartFace:
        zone = self._config.time_zone if self._config else "UTC"
        start = curve.points[0].at
        xs = [(point.at - start).total_seconds() / 60 for point in curve.points]
        rows = list(zip(xs, curve.points, strict=True))
        highest = max(
            curve.target_s / 60 * 1.2,
            *(max(p.before_high_s, p.after_high_s) / 60 for p in curve.points),
        )
        step = next(one for one in (5, 10, 20, 30, 60, 120, 1e9) if highest / one <= 5)
        top = step * (int(highest / step) + 1)
        times = [local(point.at, zone) for point in curve.points]
        ticks = tuple(
            (x, f"{at:%H:%M}") for x, at in zip(xs, times, strict=True) if round(x) % _TICK_MIN == 0
        )
        before = tuple((x, p.before_s / 60) for x, p in rows)
        after = tuple((x, p.after_s / 60) for x, p in rows)
        return ChartFace(
            x_from=0.0,
            x_to=max(xs),
            y_to=float(top),
            x_ticks=ticks,
            y_ticks=tuple((float(y), f"{y:.0f}") for y in range(0, int(top) + 1, int(step))),
            lines=(
                ChartLine(before, tone="late", dotted=True),
                ChartLine(after, tone="green"),
            ),
            bands=(
                ChartBand(
                    tuple((x, p.before_low_s / 60, p.before_high_s / 60) for x, p in rows), "late"
                ),
                ChartBand(
                    tuple((x, p.after_low_s / 60, p.after_high_s / 60) for x, p in rows), "green"
                ),
            ),
            target=ChartTarget(curve.target_s / 60, "", "ink"),
        )

    def _show_figures(self, found: WhatIf | None) -> None:
        within, busy, hours, bound = self._figures
        if found is None:
            for figure in self._figures:
                figure.tell("", "", "")
            return
        share = found.within
        within.tell(
            self.tr("Within target, everybody"),
            f"{share.before:.0%} → {share.after:.0%}",
            self._points(100 * share.low, 100 * share.high),
        )
        busy.tell(
            self.tr("Counters busy"),
            f"{found.busy[0]:.0%} → {found.busy[1]:.0%}",
            self.tr("of the time they work"),
        )
        extra = _signed(found.counter_hours, 1)
        hours.tell(self.tr("Counter hours more"), extra, self.tr("until the curves end"))
        bound.tell(self.tr("Passed by priority"), self._bound(), self.tr("minutes later at most"))

    def _points(self, low: float, high: float) -> str:
        """The interval of a change in whole points; in tenths where its ends would read alike."""
        digits = 0 if round(low) != round(high) else 1
        ends = (_signed(low, digits), _signed(high, digits))
        if ends == ("0", "0"):
            return self.tr("unchanged")
        return self.tr("{0} to {1} points").format(*ends)

    def _bound(self) -> str:
        config = self._config
        if config is None:
            return ""
        for option in self._supposed.options:
            if option.act is Act.HEAD_START:
                config = with_head_start(config, option)
        later = [one.later_s for one in published(config) if one.later_s is not None]
        return f"≤ {max(later, default=0.0) / 60:.1f}"

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(18)
        for chart in self.charts:
            row.addWidget(chart, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(2)
        for figure in self._figures:
            side.addWidget(figure, 1)
        row.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row, 1)
        column.addWidget(self.note)


class _Figure(QWidget):
    """A figure under its word, with what it is of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.value = FigureLabel("", Type(Scale.OVERVIEW, Role.HEAD, Weight.BOLD))
        self.note = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        for part in (self.name, self.value, self.note):
            column.addWidget(part)

    def tell(self, name: str, value: str, note: str) -> None:
        """Set everything."""
        self.name.setText(name)
        self.value.setText(value)
        self.note.setText(note)

    def set_compact(self, compact: bool) -> None:
        """Without what it is of, for a small window."""
        self.note.setVisible(not compact)


def _signed(value: float, digits: int) -> str:
    """With its sign, a true minus; 0 has none."""
    text = f"{value:+.{digits}f}"
    return text.replace("-", "−") if float(text) else "0"


def _chosen(curves: tuple[Curve, ...]) -> list[Curve]:
    """Cash and not before the others, those with curves only."""
    by_group = {curve.group: curve for curve in curves}
    return [by_group[group] for group in _FIRST if group in by_group][:CHARTS]
