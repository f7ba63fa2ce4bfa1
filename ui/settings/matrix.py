"""The table of services and counters: a model over the draft, and how its cells are painted."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from branchfloor.domain.kinds import Tier
from ui.app.language import current_language
from ui.settings.draft import Draft
from ui.settings.pairs import mark_of, usual_min
from ui.settings.words import choice
from ui.theme import Role, Scale, Type, Weight, tokens
from ui.widgets.marks import TIER_LETTER
from ui.widgets.matrix_cell import CellMark, draw_cell
from ui.widgets.paint import CENTRE, LEFT, RIGHT, Box, Words, draw_box, draw_words, ink, width_of

FACTS = 8
"""Columns before the counters: code, name, tier, prefix, limit, mean, usual, target."""

CODE, NAME, TIER, PREFIX, LIMIT, MEAN, USUAL, TARGET = range(FACTS)
_SMALL = Type(Scale.OVERVIEW, Role.SMALL)
_NAME = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD, 1.06)
_HEAD = Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD)
_LEAST = Type(Scale.OVERVIEW, Role.SMALL, times=0.85)
_RIGHT = frozenset({MEAN, USUAL, TARGET})
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_UP = QPointF(0, 1)


class MatrixModel(QAbstractTableModel):
    """Services down, their facts and then the counters across."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None

    def show_draft(self, draft: Draft) -> None:
        """Take the draft in anew; rows and columns are reset only when their number changed."""
        before = (self.rowCount(), self.columnCount())
        same = self.draft is not None
        if same and _size(draft) == before and self.draft is draft:
            self.dataChanged.emit(self.index(0, 0), self.index(before[0] - 1, before[1] - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, before[1] - 1)
            return
        self.beginResetModel()
        self.draft = draft
        self._sized = _size(draft)
        self.endResetModel()

    def service(self, row: int) -> Any:
        """The service of a row."""
        return self.draft.values["service"][row] if self.draft is not None else {}

    def counter(self, column: int) -> Any:
        """The counter of a column, None for one of the facts."""
        if self.draft is None or column < FACTS:
            return None
        return self.draft.values["counter"][column - FACTS]

    def mark(self, row: int, column: int) -> CellMark:
        """What a crossing shows."""
        return mark_of(self.service(row), self.counter(column))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.draft is None or parent.isValid() else self._sized[0]

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.draft is None or parent.isValid() else self._sized[1]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        counter = self.counter(section)
        if counter is None:
            return self._fact_words()[section]
        return f"{counter['number']}\n{counter['name'][_side()]}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        service, column = self.service(index.row()), index.column()
        said = column >= FACTS and role == Qt.ItemDataRole.AccessibleTextRole
        if said:
            return self._cell_words(index.row(), column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column >= FACTS:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        text = self._fact(service, column)
        return text if role == Qt.ItemDataRole.DisplayRole or column == NAME else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _fact(self, service: Any, column: int) -> str:
        if column == NAME:
            return str(service["name"][_side()])
        if column == TIER:
            return TIER_LETTER.get(service["tier"], "")
        if column == LIMIT:
            return self._limit(service)
        if column == USUAL:
            found = usual_min(service["mean_min"], service["cv"])
            return f"{found[0]}–{found[1]}" if found else "—"
        if column == TARGET:
            return str(self._target(service))
        return str(service[{CODE: "code", PREFIX: "prefix", MEAN: "mean_min"}[column]])

    def _limit(self, service: Any) -> str:
        if service["needs_cash"]:
            return self.tr("cash")
        return self.tr("zone") if service["sales_zone"] else ""

    def _target(self, service: Any) -> Any:
        targets = self.draft.values["policy"]["target_min"] if self.draft is not None else {}
        return service["target_min"] or targets.get(service["tier"], "")

    def _fact_words(self) -> tuple[str, ...]:
        return (
            self.tr("Code"),
            self.tr("Service"),
            self.tr("Tier"),
            self.tr("No."),
            self.tr("Limit"),
            self.tr("Mean"),
            self.tr("Usual"),
            self.tr("Target"),
        )

    def _cell_words(self, row: int, column: int) -> str:
        words = {
            CellMark.SERVES: choice("serves"),
            CellMark.BACKS_UP: choice("backs_up"),
            CellMark.LENDABLE: choice("lendable"),
            CellMark.EMPTY: self.tr("does not serve"),
            CellMark.FORBIDDEN: self.tr("not allowed"),
            CellMark.EXPIRED: self.tr("wrong"),
        }
        service, number = self.service(row), self.counter(column)["number"]
        return f"{service['code']} × {number}: {words[self.mark(row, column)]}"


class MatrixDelegate(QStyledItemDelegate):
    """Paints facts in the table's own types, crossings with their marks."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = index.model(), QRectF(option.rect)
        if not isinstance(model, MatrixModel):
            return
        painter.save()
        if index.column() >= FACTS:
            draw_cell(painter, rect.adjusted(-1, -1, 0, 0), model.mark(index.row(), index.column()))
        else:
            _paint_fact(painter, rect, model, index)
        state = option.state
        if state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("focus"), 3))
            painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.restore()


def _paint_fact(painter: QPainter, rect: QRectF, model: MatrixModel, index: Index) -> None:
    column, text = index.column(), str(index.data())
    painter.fillRect(rect, ink("card"))
    painter.setPen(QPen(ink("line"), 1))
    painter.drawLine(rect.bottomLeft() - _UP, rect.bottomRight() - _UP)
    area = rect.adjusted(10, 0, -10, 0)
    if column == TIER:
        hue = tokens().hue(Tier(model.service(index.row())["tier"]))
        tag = QRectF(rect.center().x() - 11, rect.center().y() - 9, 22, 18)
        draw_box(painter, tag, Box(hue.soft, "", 0, 5))
        draw_words(painter, tag, Words(text, _NAME.font(), hue.ink, CENTRE))
        return
    type_, tone = (_NAME, "ink") if column == NAME else (_SMALL, "ink_2")
    if column in _RIGHT:
        tone = "ink"
    draw_words(painter, area, Words(text, type_.font(), tone, RIGHT if column in _RIGHT else LEFT))


class MatrixHeader(QHeaderView):
    """A counter's number above what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(48)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, ink("card"))
        painter.setPen(QPen(ink("line_strong"), 1))
        painter.drawLine(area.bottomLeft() - _UP, area.bottomRight() - _UP)
        number, _, name = text.partition("\n")
        if section < FACTS:
            align = RIGHT if section in _RIGHT else CENTRE if section == TIER else LEFT
            draw_words(
                painter, area.adjusted(10, 0, -10, 0), Words(text, _SMALL.font(), "ink_2", align)
            )
        else:
            self._paint_counter(painter, area, (number, name))
        painter.restore()

    def _paint_counter(self, painter: QPainter, area: QRectF, told: tuple[str, str]) -> None:
        """The number, and below it what the counter is: in two lines where one would be cut."""
        font, room = _SMALL.font(), area.width() - 4
        lines = [told[1]] if width_of(told[1], font) <= room else in_two(told[1])
        if max(width_of(line, font) for line in lines) > room:
            font = _LEAST.font()
        each = 18 if len(lines) == 1 else 13
        top = area.bottom() - (6 if len(lines) == 1 else 2) - each * len(lines)
        upper = QRectF(area.left(), area.top() + 2, area.width(), 20 if len(lines) == 1 else 17)
        draw_words(painter, upper, Words(told[0], _HEAD.font(), "ink", CENTRE))
        for at, line in enumerate(lines):
            row = QRectF(area.left() + 2, top + at * each, room, each)
            draw_words(painter, row, Words(line, font, "ink_2", CENTRE))


def in_two(name: str) -> list[str]:
    """A name in two lines that are about as long as each other, broken between its words."""
    words = name.split()
    if len(words) < 2:
        return [name]
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return list(min(halves, key=lambda pair: max(map(len, pair))))


def _size(draft: Draft) -> tuple[int, int]:
    return len(draft.values["service"]), FACTS + len(draft.values["counter"])


def _side() -> str:
    return "zh" if current_language().startswith("zh") else "en"
