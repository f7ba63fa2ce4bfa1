"""The day so far: waits and arrivals by quarter-hour, of all or of one tier."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.kinds import Tier
from ui.overview.arrival_bars import ArrivalBars
from ui.overview.day_face import DayFace, Words, day_face, tier_target_min
from ui.overview.lists import Lane
from ui.overview.panel import LANE_LETTER, Panel, lane_word
from ui.overview.reading import Reading
from ui.overview.times import minutes
from ui.theme import Gap, Role, Scale, Type, Weight
from ui.widgets import DayChart, ElidedLabel, PushKey, Rule, TextLabel

_NOTE = Type(Scale.OVERVIEW, Role.SMALL, Weight.MEDIUM)
_CHOICES: tuple[str | None, ...] = (None, *(tier.value for tier in Tier))
BAND_PX = 134
"""Height of the chart below the queues of a small window."""
_ANY_PX = 16_777_215
"""Qt's own bound: none."""


class ChartPanel(Panel):
    """Switchable between all tiers and each; the choice stays through every state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tier: str | None = None
        self._group = QButtonGroup(self)
        self._keys: dict[str | None, PushKey] = {}
        self._above, self._below = QWidget(), QWidget()
        self._above.setLayout(self._switch())
        self.column.addWidget(self._above)
        self._chart = DayChart()
        self.column.addWidget(self._chart, 1)
        self._came = TextLabel("", _NOTE, "ink_muted")
        self._bars = ArrivalBars()
        self._foot = ElidedLabel("", Type(Scale.OVERVIEW, Role.TEXT, times=0.94), "ink_2")
        self._below.setLayout(self._arrivals())
        self.column.addWidget(self._below)

    def tier(self) -> str | None:
        """The tier shown, None for all."""
        return self._tier

    def key(self, tier: str | None) -> PushKey:
        """The button of a choice."""
        return self._keys[tier]

    def face(self) -> DayFace | None:
        """What is drawn, None before the first reading."""
        return self._face(self.reading) if self.reading else None

    def set_compact(self, compact: bool) -> None:
        """A band: the lines alone, of the tier last picked."""
        super().set_compact(compact)
        for part in (self._above, self._below):
            part.setVisible(not compact)
        self.setMaximumHeight(BAND_PX if compact else _ANY_PX)

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None:
            return
        for tier, key in self._keys.items():
            word = lane_word(tier) if tier else self.tr("All")
            key.setText(f"{LANE_LETTER[Lane(tier)]} {word}" if tier else word)
        face = self._face(reading)
        legend = self.tr("min · solid median, dotted P90")
        if face.chart.bands:
            legend = self.tr("min · solid median, dotted P90, shaded what is ahead (80%)")
        self.head.show_header(self.tr("Waits today"), "", legend)
        self._chart.show_chart(face.chart)
        self._bars.show_bars(face.bars, face.chart.x_from, face.chart.x_to)
        self._came.setText(self.tr("Arrivals"))
        self._foot.setText(self._footing(face))

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, Gap.S)
        row.setSpacing(Gap.S)
        for tier in _CHOICES:
            key = PushKey()
            key.setCheckable(True)
            key.set_compact(True)
            key.set_hue(tier or "brand")
            key.setChecked(tier is None)
            self._group.addButton(key)
            self._keys[tier] = key
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_picked)
        return row

    def _arrivals(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, Gap.S, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._came)
        column.addWidget(self._bars)
        column.addSpacing(10)
        column.addWidget(Rule())
        column.addSpacing(10)
        column.addWidget(self._foot)
        return column

    def _on_picked(self, picked: object) -> None:
        self._tier = next(tier for tier, key in self._keys.items() if key is picked)
        self.retranslate()

    def _face(self, reading: Reading) -> DayFace:
        target = tier_target_min(reading.config, self._tier)
        words = Words(
            target=self.tr("target {0} min").format(minutes((target or 0) * 60)),
            empty=self.tr("Nobody called yet"),
        )
        return day_face(reading, self._tier, words)

    def _footing(self, face: DayFace) -> str:
        came = sum(bar.count for bar in face.bars)
        recent = [bar.count for bar in face.bars[-2:]]
        parts = [self.tr("Arrivals: %n today", "", came)]
        if recent:
            parts.append(self.tr("%n in this quarter-hour", "", recent[-1]))
        if len(recent) == 2:
            parts.append(self.tr("%n in the one before", "", recent[0]))
        return " · ".join(parts)
