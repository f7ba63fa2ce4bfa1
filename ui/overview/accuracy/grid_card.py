"""Coverage of every family by hour, by how crowded its line was, or by week."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from branchfloor.reports.truth import Family, Grid, Truth
from branchfloor.waits.track import Coverage
from ui.overview.accuracy.truth_card import Body, TruthCard
from ui.overview.accuracy.words import (
    INK,
    family_word,
    few_word,
    load_word,
    too_few,
    verdict,
    week_word,
)
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import ElidedLabel, PushKey
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of

HOURS, LOADS, WEEKS = "hours", "loads", "weeks"
MOST_COLUMNS = 10
"""More would not be readable: the last ones are shown."""
_GAP_PX = 6.0
_FACES = {
    "low": ("late_soft", "late_line", "late", "▼ "),
    "high": ("brand_soft", "brand_line", "brand", "▲ "),
    "": ("paper", "line", "ink", ""),
    "few": ("card", "line", "ink_muted", ""),
}


class GridCard(TruthCard):
    """A table of shares; surely too low or too high is marked, too few is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by = HOURS
        self._group = QButtonGroup(self)
        self._keys = {name: PushKey() for name in (HOURS, LOADS, WEEKS)}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        for name, key in self._keys.items():
            key.setCheckable(True)
            key.set_compact(True)
            key.set_hue("brand")
            key.setChecked(name == HOURS)
            self._group.addButton(key)
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.column.addLayout(row)
        self.body = GridBody()
        self.column.addWidget(self.body, 1)
        self.legend = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.column.addSpacing(6)
        self.column.addWidget(self.legend)
        self._group.buttonClicked.connect(self._on_picked)

    def key(self, by: str) -> PushKey:
        """The key of a way to cut."""
        return self._keys[by]

    def set_compact(self, compact: bool) -> None:
        self.body.set_compact(compact)
        super().set_compact(compact)

    def retranslate(self) -> None:
        self._keys[HOURS].setText(self.tr("By hour"))
        self._keys[LOADS].setText(self.tr("By crowd"))
        self._keys[WEEKS].setText(self.tr("By week"))
        self.legend.setText(
            self.tr("▼ surely below 78: promises too much   ▲ surely above 82: too wide")
        )
        truth = self.truth
        if truth is None:
            self.head.show_header(self.tr("Came true (%)"))
            return
        self.head.show_header(self.tr("Came true (%)"), "", self._note(truth))
        grid, words = self._cut(truth)
        self.body.show_grid(grid, words)

    def _note(self, truth: Truth) -> str:
        if self._by == WEEKS:
            return self.tr("week of")
        if self._by == LOADS:
            return self.tr("people waiting in the line at that moment")
        if truth.past_is_today:
            return self.tr("today")
        return self.tr("last %n day(s)", "", truth.days)

    def _cut(self, truth: Truth) -> tuple[Grid, list[str]]:
        grid = {HOURS: truth.hours, LOADS: truth.loads, WEEKS: truth.weeks}[self._by]
        columns = grid.columns[-MOST_COLUMNS:]
        if self._by == LOADS:
            words = [load_word(column) for column in columns]
        elif self._by == WEEKS:
            words = [week_word(column) for column in columns]
        else:
            words = [self.tr("{0}:00").format(column) for column in columns]
        return Grid(columns, grid.cells), words

    def _on_picked(self, picked: object) -> None:
        self._by = next(name for name, key in self._keys.items() if key is picked)
        self.retranslate()


class GridBody(Body):
    """Families down, columns across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = Grid((), {})
        self._words: list[str] = []

    def show_grid(self, grid: Grid, words: list[str]) -> None:
        """Show another table."""
        self._grid, self._words = grid, words
        self.setAccessibleName(" · ".join(self._told()))
        self.update()

    def _told(self) -> list[str]:
        return [
            f"{family_word(family)} {word} {_figure(self._grid.cell(family, column))}"
            for family in Family
            for column, word in zip(self._grid.columns, self._words, strict=True)
        ]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        font, head_px = self.font_of(Role.SMALL), 24.0
        left_px = 8 + max(
            width_of(family_word(family), self.font_of(Role.TEXT, Weight.BOLD)) for family in Family
        )
        if not self._words:
            words = Words(
                self.tr("Nothing to show yet"), self.font_of(Role.TEXT), "ink_muted", CENTRE
            )
            draw_words(painter, rect, words)
            return
        wide = (rect.width() - left_px) / len(self._words)
        high = (rect.height() - head_px) / len(Family)
        for at, word in enumerate(self._words):
            cell = QRectF(left_px + at * wide, 0, wide, head_px)
            draw_words(painter, cell, Words(word, font, "ink_2", CENTRE))
        for line, family in enumerate(Family):
            top = head_px + line * high
            label = QRectF(0, top, left_px, high)
            bold = self.font_of(Role.TEXT, Weight.BOLD)
            draw_words(painter, label, Words(family_word(family), bold, INK[family]))
            for at, column in enumerate(self._grid.columns):
                box = QRectF(left_px + at * wide, top, wide, high)
                inner = box.adjusted(_GAP_PX / 2, _GAP_PX / 2, -_GAP_PX / 2, -_GAP_PX / 2)
                self._paint_cell(painter, inner, self._grid.cell(family, column))

    def _paint_cell(self, painter: QPainter, box: QRectF, coverage: Coverage) -> None:
        found = verdict(coverage)
        fill, edge, tone, sign = _FACES[found]
        draw_box(painter, box, Box(fill, edge, 1, 8, dashed=found == "few"))
        few = found == "few"
        font = self.font_of(Role.HINT if few else Role.STRONG, Weight.REGULAR if few else None)
        if self.compact:
            font, sign = self.font_of(Role.SMALL, None if few else Weight.SEMI), sign.strip()
        figure = _figure(coverage, brief=self.compact)
        draw_words(painter, box, Words(f"{sign}{figure}", font, tone, CENTRE))


def _figure(coverage: Coverage, *, brief: bool = False) -> str:
    if verdict(coverage) == "few":
        word = few_word() if brief else too_few()
        return word if coverage.n else ""
    return f"{100 * (coverage.share or 0):.0f}"
