"""What a preset brings, in two lines."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from ui.board.hours import short_time, week_rows
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, ElidedLabel

_BOLD = Type(Scale.CONSOLE, Role.SMALL, Weight.BOLD)
_SMALL = Type(Scale.CONSOLE, Role.SMALL)


class PresetCard(Card):
    """How many services, counters and reasons; tiers, target and hours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.NOTE, parent)
        self._lines = (ElidedLabel("", _BOLD), ElidedLabel("", _SMALL, "ink_2"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.setSpacing(2)
        for line in self._lines:
            inside.addWidget(line)

    def show_preset(self, config: BranchConfig) -> None:
        """Set both lines."""
        counts = (
            self.tr("%n services", "", len(config.services)),
            self.tr("%n counters", "", len(config.counters)),
            self.tr("%n grounds", "", len(config.green_reasons)),
        )
        self._lines[0].setText(" · ".join(counts))
        self._lines[1].setText(" · ".join(self._facts(config)))

    def texts(self) -> tuple[str, str]:
        """Both lines as they stand."""
        first, second = self._lines
        return first.text(), second.text()

    def _facts(self, config: BranchConfig) -> list[str]:
        facts = [self.tr("%n tiers", "", len({s.tier for s in config.services}))]
        targets = [minutes for _, minutes in config.policy.tier_target_min]
        if targets:
            facts.append(self.tr("target %n min", "", round(max(targets))))
        span = week_rows(config.hours)[0].span
        if span is not None:
            facts.append(f"{short_time(span[0])}–{short_time(span[1])}")
        return facts
