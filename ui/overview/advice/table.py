"""The table of an advice: each figure as it is, as it would be, and the paired difference."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from branchfloor.floor.advising.words import EffectRow
from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets.paint import Box, Words, draw_box, draw_words, ink, width_of

_ROW_PX, _NEAR_ROW_PX = 38, 28
_HEAD_PX, _NEAR_HEAD_PX = 34, 26
_EDGE_PX = 10
_GAP_PX = 12


class EffectTable(QWidget):
    """A head and a row a figure, on a ground of its own; better is green, worse red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = ("", "", "")
        self._rows: tuple[EffectRow, ...] = ()
        self._compact = False
        self._faded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, heads: tuple[str, str, str], rows: tuple[EffectRow, ...]) -> None:
        """Show these; `heads` are over the three columns of figures."""
        if (heads, rows) == (self._heads, self._rows):
            return
        self._heads, self._rows = heads, rows
        told = [f"{row.title} {row.before} → {row.after} {row.change}" for row in rows]
        self.setAccessibleName(" · ".join(told))
        self.updateGeometry()
        self.update()

    def set_faded(self, faded: bool) -> None:
        """Figures of a while ago are told without colour."""
        if faded != self._faded:
            self._faded = faded
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Lower rows, for a small window."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        head, row = self._heights()
        return QSize(280, head + row * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, Box("card", "", 0, Radius.BUTTON))
        head, high = self._heights()
        columns = self._columns(rect)
        small = self._font(Role.SMALL)
        for (left, width), text in zip(columns[1:], self._heads, strict=True):
            area = QRectF(left, 0, width, head)
            draw_words(painter, area, Words(text, small, "ink_2"))
        for at, row in enumerate(self._rows):
            top = head + at * high
            painter.fillRect(QRectF(rect.left() + 1, top, rect.width() - 2, 1), ink("line"))
            self._paint_row(painter, columns, (top, high), row)

    def _paint_row(
        self,
        painter: QPainter,
        columns: list[tuple[float, float]],
        place: tuple[float, float],
        row: EffectRow,
    ) -> None:
        top, high = place
        plain = row.better is None or self._faded
        before = "ink" if plain else ("late" if row.better else "green")
        after = "ink" if plain else ("green" if row.better else "late")
        normal, bold = self._font(Role.TEXT), self._font(Role.TEXT, Weight.SEMI)
        looks = ((normal, "ink"), (bold, before), (bold, after), (normal, "ink"))
        texts = (row.title, row.before, row.after, row.change)
        for (left, width), text, (font, tone) in zip(columns, texts, looks, strict=True):
            shown = "ink_2" if self._faded else tone
            draw_words(painter, QRectF(left, top, width, high), Words(text, font, shown))

    def _columns(self, rect: QRectF) -> list[tuple[float, float]]:
        """Left edge and width of the words and of the three figures."""
        small, bold = self._font(Role.SMALL), self._font(Role.TEXT, Weight.SEMI)
        normal = self._font(Role.TEXT)
        widths = []
        for at, head in enumerate(self._heads):
            texts = [(row.before, row.after, row.change)[at] for row in self._rows]
            font = bold if at < 2 else normal
            widths.append(max([width_of(head, small), *(width_of(one, font) for one in texts)]))
        room = rect.width() - 2 * _EDGE_PX - sum(widths) - 3 * _GAP_PX
        first = max(0.0, room)
        edges, left = [(rect.left() + _EDGE_PX, first)], rect.left() + _EDGE_PX + first + _GAP_PX
        for width in widths:
            edges.append((left, width))
            left += width + _GAP_PX
        return edges

    def _heights(self) -> tuple[int, int]:
        if self._compact:
            return _NEAR_HEAD_PX, _NEAR_ROW_PX
        return _HEAD_PX, _ROW_PX

    def _font(self, role: Role, weight: Weight = Weight.REGULAR) -> QFont:
        scale = Scale.OVERVIEW_SMALL if self._compact else Scale.OVERVIEW
        return Type(scale, role, weight).font()
