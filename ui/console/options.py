"""Rows to choose from by keyboard or mouse: a mark, what it is, what it means, a figure."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets import Pressable
from ui.widgets.marks import draw_key_hint, key_hint_width
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_words, ink

ROW_PX = 58
DETAIL_PX = 18
MOST_OPTIONS = 9
_TITLE = Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD).scaled(15 / 16)
_DETAIL = Type(Scale.CONSOLE, Role.SMALL)


@dataclass(frozen=True, slots=True)
class OptionFace:
    """What one row shows; a row that is not `open` cannot be taken but says the way out."""

    mark: str
    title: str
    details: tuple[str, ...] = ()
    right: str = ""
    open: bool = True

    @property
    def height_px(self) -> int:
        """Its height in px."""
        return ROW_PX + DETAIL_PX * max(0, len(self.details) - 1)


class OptionRow(Pressable):
    """One row; the selected one is edged and filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = OptionFace("", "")
        self._chosen = False

    def face(self) -> OptionFace:
        """What it shows."""
        return self._face

    def show_option(self, face: OptionFace, chosen: bool) -> None:
        """Set everything."""
        if (face, chosen) != (self._face, self._chosen):
            self._face, self._chosen = face, chosen
            self.setText(face.title)
            self.setAccessibleDescription(" ".join(face.details))
            self.updateGeometry()
            self.update()

    def is_chosen(self) -> bool:
        """Whether it is the selected one."""
        return self._chosen

    def corner_radius(self) -> float:
        return Radius.BUTTON

    def sizeHint(self) -> QSize:
        return QSize(300, self._face.height_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        self._paint_ground(painter, rect)
        open_ = self._face.open and self.isEnabled()
        strong, soft = ("ink", "ink_2") if open_ else ("disabled_ink", "disabled_ink")
        left = 8 + (30 - key_hint_width(self._face.mark)) / 2
        draw_key_hint(painter, rect.adjusted(left, 0, 0, 0), self._face.mark, False)
        right = rect.adjusted(0, 0, -8, 0)
        taken = draw_words(painter, right, Words(self._face.right, _DETAIL.font(), strong, RIGHT))
        lines = len(self._face.details)
        top = rect.center().y() - (21 + lines * DETAIL_PX) / 2
        area = QRectF(48, top, rect.width() - 48 - taken - 18, 21)
        draw_words(painter, area, Words(self._face.title, _TITLE.font(), strong))
        for at, detail in enumerate(self._face.details):
            line = QRectF(48, top + 21 + at * DETAIL_PX, area.width(), DETAIL_PX)
            draw_words(painter, line, Words(detail, _DETAIL.font(), soft))

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        fill = "" if self._face.open else "disabled"
        if self._chosen:
            fill = "brand_soft" if self._face.open else "disabled"
            draw_box(painter, rect, Box(fill, "brand", 2, Radius.BUTTON))
            return
        if self.isDown():
            fill = "pressed"
        if fill:
            painter.fillRect(rect, ink(fill))
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), ink("line"))


class OptionList(QWidget):
    """The rows that fit around the selected one.

    Signals:
        picked: a row was pressed; carries its place in the list.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: tuple[OptionFace, ...] = ()
        self._selected = 0
        self._first = 0
        self.rows = [OptionRow(self) for _ in range(MOST_OPTIONS)]
        for row in self.rows:
            row.clicked.connect(self._on_row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_options(self, faces: tuple[OptionFace, ...], selected: int) -> None:
        """Set everything; the selected row is always among those shown."""
        self._faces, self._selected = faces, selected
        self._place()

    def shown(self) -> list[OptionRow]:
        """The rows in use."""
        return [row for row in self.rows if not row.isHidden()]

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW_PX + DETAIL_PX)

    def sizeHint(self) -> QSize:
        return QSize(360, 4 * ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._first = self._first_shown()
        top = 0
        for at, row in enumerate(self.rows, self._first):
            face = self._faces[at] if at < len(self._faces) else None
            fits = face is not None and top + face.height_px <= self.height()
            row.setVisible(fits)
            if face is None or not fits:
                top = self.height()
                continue
            row.show_option(face, at == self._selected)
            row.setGeometry(0, top, self.width(), face.height_px)
            top += face.height_px

    def _first_shown(self) -> int:
        """The first row such that the selected one still fits below it."""
        first = min(self._first, self._selected)
        while first < self._selected and self._height_px(first) > self.height():
            first += 1
        return first

    def _height_px(self, first: int) -> int:
        return sum(face.height_px for face in self._faces[first : self._selected + 1])

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self.picked.emit(self._first + self.rows.index(row))
