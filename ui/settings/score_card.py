"""The score by wait of each class under the draft, with the version in force behind it."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from ui.settings.bounds import Curve, curves
from ui.settings.standing_words import standing_word, tone_of
from ui.theme import Role, Scale, Type
from ui.widgets import (
    Card,
    ChartFace,
    ChartLine,
    ChartTarget,
    DayChart,
    Dot,
    FlowRow,
    SectionHeader,
    TextLabel,
)

TO_MIN = 30.0
_TOP = 4.0
_LEAST_PX = 260
_SMALL = Type(Scale.OVERVIEW, Role.SMALL)


class ScoreCard(Card):
    """Lines from 0 to 30 min; dotted what a changed class has now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        # What is above it takes the room it needs; the chart has the rest.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_LEAST_PX)
        self._head, self.chart = SectionHeader(), DayChart()
        self._legend = QWidget()
        self._flow = FlowRow(14, 4)
        self._legend.setLayout(self._flow)
        self._entries: list[tuple[QWidget, Dot, TextLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.chart, 1)
        column.addWidget(self._legend)

    def hasHeightForWidth(self) -> bool:
        return False

    def show_config(self, config: BranchConfig, before: BranchConfig) -> None:
        """Set everything."""
        now, old = curves(config, TO_MIN), curves(before, TO_MIN)
        self._head.show_header(
            self.tr("Score by wait"),
            note=self.tr("1 = the target is reached · dotted: in force now"),
        )
        known = {curve.points for curve in now}
        was = [one for one in old if one.points not in known]
        self.chart.show_chart(
            ChartFace(
                0,
                TO_MIN,
                _TOP,
                x_ticks=tuple((float(x), self.tr("{0} min").format(x)) for x in range(0, 31, 5)),
                y_ticks=tuple((float(y), str(y)) for y in range(int(_TOP) + 1)),
                lines=(*(_line(c, dotted=True) for c in was), *(_line(c) for c in now)),
                target=ChartTarget(1.0, tone="ink_3"),
            )
        )
        self._show_legend(now)

    def _show_legend(self, found: list[Curve]) -> None:
        while len(self._entries) < len(found):
            entry = QWidget()
            dot, label = Dot(size_px=10), TextLabel("", _SMALL, "ink_2")
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(dot)
            row.addWidget(label)
            self._flow.addWidget(entry)
            self._entries.append((entry, dot, label))
        for at, (entry, dot, label) in enumerate(self._entries):
            shown = at < len(found)
            entry.setVisible(shown)
            if shown:
                dot.set_token(tone_of(found[at].standing))
                label.setText(standing_word(found[at].standing))


def _line(curve: Curve, *, dotted: bool = False) -> ChartLine:
    return ChartLine(curve.points, tone_of(curve.standing), dotted=dotted, width_px=2.0)
