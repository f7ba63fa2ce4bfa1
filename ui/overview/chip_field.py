"""Chips of one lane, in as many rows as there is room for; the rest is counted in a last chip."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.overview.panel import only_shown
from ui.widgets import Chip, ChipFace, ChipState

GAP_PX = 7


class ChipField(QWidget):
    """Places its chips by itself, so that a second's tick of thirty clocks moves no layout.

    Whoever holds it asks how many rows it needs at a width and gives it that height or less.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: tuple[ChipFace, ...] = ()
        self._chips: list[Chip] = []
        self._more = self._new_chip()
        self._row_px = self._more.sizeHint().height()
        self._most_rows = 1
        self._widths: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def faces(self) -> tuple[ChipFace, ...]:
        """What was given to show, whether there was room or not."""
        return self._faces

    def shown(self) -> tuple[ChipFace, ...]:
        """The faces of the chips that found room."""
        return tuple(chip.face() for chip in self._chips if not chip.isHidden())

    def left_over(self) -> int:
        """How many found none and are only counted."""
        return len(self._faces) - len(self.shown())

    def show_faces(self, faces: Sequence[ChipFace]) -> None:
        """Show these; chips are placed anew only when a width changed."""
        self._faces = tuple(faces)
        while len(self._chips) < len(faces):
            self._chips.append(self._new_chip())
        for chip, face in zip(self._chips, faces, strict=False):
            chip.show_ticket(face)
        widths = tuple(chip.sizeHint().width() for chip in self._chips[: len(faces)])
        if widths != self._widths:
            self._widths = widths
            self._place()

    def rows_needed(self, width_px: int) -> int:
        """Rows that all chips would take at a width, at least one."""
        row, x = 1, 0
        for width in self._widths:
            if x and x + width > width_px:
                row, x = row + 1, 0
            x += width + GAP_PX
        return row

    def set_most_rows(self, rows: int) -> None:
        """Room for so many rows."""
        if rows != self._most_rows:
            self._most_rows = rows
            self._place()

    def height_of(self, rows: int) -> int:
        """Height of so many rows in px."""
        return rows * self._row_px + (rows - 1) * GAP_PX

    def sizeHint(self) -> QSize:
        return QSize(200, self._row_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._row_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def _new_chip(self) -> Chip:
        chip = only_shown(Chip(parent=self))
        chip.hide()
        return chip

    def _place(self) -> None:
        spots = self._spots(0)
        if len(spots) < len(self._widths):
            self._more.show_ticket(
                ChipFace(f"+{len(self._widths) - len(spots)}", "plain", ChipState.HELD)
            )
            spots = self._spots(self._more.sizeHint().width() + 12)
        for chip, spot in zip(self._chips, spots, strict=False):
            chip.resize(chip.sizeHint())
            chip.move(spot)
            chip.show()
        for chip in self._chips[len(spots) :]:
            chip.hide()
        self._place_more(spots)

    def _place_more(self, spots: list[QPoint]) -> None:
        over = len(self._widths) - len(spots)
        self._more.setVisible(over > 0)
        if over > 0:
            self._more.show_ticket(ChipFace(f"+{over}", "plain", ChipState.HELD))
            self._more.resize(self._more.sizeHint())
            last = spots[-1] if spots else QPoint(-GAP_PX, 0)
            width = self._widths[len(spots) - 1] if spots else 0
            self._more.move(last + QPoint(width + GAP_PX, 0))

    def _spots(self, reserve_px: int) -> list[QPoint]:
        """Where each chip goes, as far as there is room; the last row keeps `reserve_px` free."""
        spots: list[QPoint] = []
        row, x = 0, 0
        for width in self._widths:
            room = self.width() - (reserve_px if row == self._most_rows - 1 else 0)
            if x and x + width > room:
                row, x = row + 1, 0
            if row >= self._most_rows:
                break
            spots.append(QPoint(x, row * (self._row_px + GAP_PX)))
            x += width + GAP_PX
        return spots
