"""The published overtaking bound: one sentence, and a table of pairs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, Discipline
from ui.settings.bounds import Standing, bound_table, standings
from ui.settings.standing_words import standing_word, tone_of
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, Rule, SectionHeader, TextLabel

_TEXT = Type(Scale.OVERVIEW, Role.TEXT)
_BOLD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
_HINT = Type(Scale.OVERVIEW, Role.HINT, Weight.REGULAR)
_HEAD_PX, _COLUMN_PX = 54, 76
_SMALL = Type(Scale.OVERVIEW, Role.SMALL)
NONE = "—"


class _HeadLabel(TextLabel):
    """The name above a column: up to three lines in a place of one height."""

    def __init__(self) -> None:
        super().__init__("", _HINT, "ink_2")
        self.set_wrapping(True, 3)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(_HEAD_PX)

    def heightForWidth(self, width: int) -> int:
        return _HEAD_PX

    def sizeHint(self) -> QSize:
        return QSize(_COLUMN_PX, _HEAD_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class BoundCard(Card):
    """Rebuilt when the rule's standings change, else only its figures are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = SectionHeader()
        self.sentence = TextLabel("", Type(Scale.OVERVIEW, Role.STRONG, Weight.MEDIUM), "brand_ink")
        self.sentence.set_wrapping(True)
        self._note = TextLabel("", _SMALL, "ink_2")
        self._note.set_wrapping(True)
        box = Card(CardLook.NOTE)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.sentence)
        self._table = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 14)
        self._column.setSpacing(10)
        self._column.addWidget(self._head)
        self._column.addWidget(box)
        self._column.addWidget(self._table)
        self._column.addWidget(self._note)
        self._shown: list[Standing] = []
        self.cells: dict[tuple[Standing, Standing], TextLabel] = {}
        self._names: list[tuple[TextLabel, Standing]] = []
        self._build([])

    def show_config(self, config: BranchConfig) -> None:
        """Set everything."""
        many = standings(config)
        if many != self._shown:
            self._build(many)
        found = bound_table(config)
        for pair, cell in self.cells.items():
            minutes = found.get(pair)
            cell.setText(f"{minutes:.1f}" if minutes else NONE)
            cell.set_tone("ink" if minutes else "ink_muted")
        for label, standing in self._names:
            word = standing_word(standing)
            over = isinstance(label, _HeadLabel)
            label.setText(word.replace(" · ", "\n") if over else word)
        self._corner.setText(self.tr("At their target, overtaken by"))
        self._head.show_header(self.tr("Published overtaking bound"), note=self.tr("minutes later"))
        self._note.setText(
            self.tr(
                "Only customers who meet at a counter. Calls by hand, emergencies and returns "
                "are on the record apart."
            )
        )
        self.sentence.set_marked(self._sentence(config, found))

    def _build(self, many: list[Standing]) -> None:
        fresh = QWidget()
        fresh.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        self.cells, self._names, self._shown = {}, [], many
        self._corner = TextLabel("", _SMALL, "ink_2")
        grid.addWidget(self._corner, 0, 0)
        columns = many[:-1]
        for at, standing in enumerate(columns, 1):
            label = _HeadLabel()
            grid.addWidget(label, 0, at)
            grid.setColumnMinimumWidth(at, _COLUMN_PX)
            grid.setColumnStretch(at, 1)
            self._names.append((label, standing))
        for row, standing in enumerate(reversed(many), 1):
            grid.addWidget(Rule(), 2 * row - 1, 0, 1, len(columns) + 1)
            name = TextLabel("", _BOLD, tone_of(standing))
            grid.addWidget(name, 2 * row, 0)
            self._names.append((name, standing))
            for at, fast in enumerate(columns, 1):
                cell = TextLabel("", _TEXT)
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(cell, 2 * row, at)
                self.cells[standing, fast] = cell
        self._column.replaceWidget(self._table, fresh)
        self._table.deleteLater()
        self._table = fresh

    def _sentence(self, config: BranchConfig, found: dict[tuple[Standing, Standing], float]) -> str:
        if config.policy.discipline is Discipline.FIFO:
            return self.tr("Nobody is overtaken: first come, first served.")
        if config.policy.discipline is Discipline.STRICT:
            return self.tr("There is no bound: a stronger class always comes first.")
        ordinary = {p: m for p, m in found.items() if p[0].kind is ClassKind.ORDINARY}
        if not ordinary:
            return self.tr("Ordinary customers are overtaken by nobody.")
        (slow, fast), minutes = max(ordinary.items(), key=_minutes)
        targets = dict(config.policy.tier_target_min)
        return self.tr(
            "Ordinary customers who have waited {0} min are overtaken only by “{1}” customers "
            "who came <b>at most {2} min later</b>; by other classes less."
        ).format(f"{targets[slow.tiers[0]]:g}", standing_word(fast), f"{minutes:.1f}")


def _minutes(item: tuple[tuple[Standing, Standing], float]) -> float:
    return item[1]
