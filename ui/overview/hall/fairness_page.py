"""Fairness of the day: how many were passed, who waited longest, and what the policy promises."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.kinds import Discipline
from branchfloor.routing.fairness import Fairness, Promise, fairness, published
from ui.overview.asking import phrases
from ui.overview.drawer import DrawerPage
from ui.overview.figure_row import FigureRow
from ui.overview.hall.section import Section
from ui.overview.line_list import Line, LineList
from ui.overview.reading import Reading
from ui.overview.times import DASH, timer


class FairnessPage(DrawerPage):
    """Counts of the day and the published bound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shares, self.passed = FigureRow(1, 1), FigureRow(1, 1)
        self.lines, self.bounds = LineList(72), LineList(120)
        self._today = Section(self.shares, self.passed, self.lines, gap_px=12)
        self._promise = Section(self.bounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(18)
        column.addWidget(self._today)
        column.addWidget(self._promise)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("Fairness")

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        found = fairness(reading.state, reading.config, reading.now)
        self._today.show_head(self.tr("Today"))
        self._show_figures(found)
        self.lines.show_lines(self._sentences(found))
        self._show_bounds(reading)

    def _show_figures(self, found: Fairness) -> None:
        share = DASH if found.priority_share is None else f"{found.priority_share:.0%}"
        over = DASH if found.over_share is None else f"{found.over_share:.0%}"
        self.shares.show_figure(0, self.tr("Priority calls"), share)
        tone = "late" if (found.over_share or 0) > OVER_LIMIT else "ink"
        self.shares.show_figure(1, self.tr("Ordinary over target"), over, tone)
        self.passed.show_figure(0, self.tr("Calls that passed somebody"), str(found.overtaking))
        longest = timer(found.longest_s) if found.longest else DASH
        self.passed.show_figure(1, self.tr("Longest ordinary wait"), longest)

    def _sentences(self, found: Fairness) -> list[Line]:
        law = self.tr("{0} of {1} calls had priority by law")
        over = self.tr("{0} of {1} ordinary customers were called after their target")
        passed = self.tr("{0} calls passed {1} people who had waited longer")
        said = [
            Line(self.tr("Priority"), law.format(found.priority, found.calls)),
            Line(self.tr("Ordinary"), over.format(found.ordinary_over, found.ordinary)),
            Line(self.tr("Passed"), passed.format(found.overtaking, found.overtaken)),
        ]
        if found.longest:
            waits = self.tr("{0} waits longest: {1} so far")
            was = self.tr("{0} waited longest: {1}")
            sentence = waits if found.longest_waits else was
            text = sentence.format(found.longest, timer(found.longest_s))
            said.append(Line(self.tr("Longest"), text))
        return said

    def _show_bounds(self, reading: Reading) -> None:
        strict = reading.config.policy.discipline is Discipline.STRICT
        note = self.tr("A call may pass an ordinary customer who has waited the whole target only")
        none = self.tr("In strict order there is no bound: the stronger class always comes first")
        self._promise.show_head(self.tr("What the policy promises"), none if strict else note)
        promises = () if strict else published(reading.config)
        self.bounds.show_lines([self._bound(one) for one in promises])

    def _bound(self, one: Promise) -> Line:
        name = phrases().word("class", one.class_name)
        if one.later_s is None:
            return Line(name, self.tr("always"))
        minutes = f"{one.later_s / 60:.1f}".removesuffix(".0")
        text = self.tr("if it came at most {0} min later").format(minutes)
        return Line(name, text if one.later_s else self.tr("never"))


OVER_LIMIT = 0.1
"""More ordinary customers past their target than this are marked."""
