"""A list to tick: each line says who did it and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_check, draw_words, width_of
from ui.widgets.pressable import Pressable

ROW_PX = 46
_NAME = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)
_BOX_PX = 22


@dataclass(frozen=True, slots=True)
class TickFace:
    """One line: its key, what to do, who did it when."""

    key: str
    name: str
    note: str = ""
    done: bool = False


class TickRow(Pressable):
    """A line that can be ticked, as high as a finger; it changes only when the state says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = TickFace("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def face(self) -> TickFace:
        """What it shows."""
        return self._face

    def show_face(self, face: TickFace) -> None:
        """Show another."""
        if face != self._face:
            self._face = face
            self.setText(face.name)
            self.setAccessibleName(f"{face.name}. {face.note}")
            self.update()

    def corner_radius(self) -> float:
        return Radius.BUTTON

    def sizeHint(self) -> QSize:
        return QSize(320, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, face = QPainter(self), QRectF(self.rect()), self._face
        if self.isDown():
            draw_box(painter, rect, Box("pressed", "", 0, self.corner_radius()))
        box = QRectF(2, rect.center().y() - _BOX_PX / 2, _BOX_PX, _BOX_PX)
        if face.done:
            draw_box(painter, box, Box("card", "ok", 2, 6))
            draw_check(painter, box.adjusted(4, 4, -4, -4), "ok", 2)
        else:
            draw_box(painter, box, Box("card", "line_strong", 1, 6))
        inner = QRectF(_BOX_PX + 14, 0, rect.width() - _BOX_PX - 18, rect.height())
        ink = "ink_2" if face.done or not self.isEnabled() else "ink"
        draw_words(painter, inner, Words(face.note, _NOTE.font(), "ink_2", RIGHT))
        if face.note:
            inner.setRight(inner.right() - width_of(face.note, _NOTE.font()) - 10)
        draw_words(painter, inner, Words(face.name, _NAME.font(), ink))


class TickList(QWidget):
    """Lines one below the other."""

    ticked = Signal(str, bool)
    """A line was pressed; carries its key and what it shall be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TickRow] = []
        self._used = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def rows(self) -> list[TickRow]:
        """The lines in use."""
        return self._rows[: self._used]

    def codes(self) -> tuple[str, ...]:
        """The keys of the lines."""
        return tuple(row.face().key for row in self.rows())

    def row(self, key: str) -> TickRow:
        """The line of a key."""
        return next(row for row in self.rows() if row.face().key == key)

    def first_open(self) -> TickRow | None:
        """The first line that is still to be done."""
        return next((row for row in self.rows() if not row.face().done), None)

    def show_ticks(self, faces: Sequence[TickFace], enabled: bool) -> None:
        """Show these."""
        while len(self._rows) < len(faces):
            row = TickRow()
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
            self._rows.append(row)
        self._used = len(faces)
        for at, row in enumerate(self._rows):
            row.setVisible(at < self._used)
            if at < self._used:
                row.show_face(faces[at])
                row.setEnabled(enabled)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, TickRow):
            self.ticked.emit(row.face().key, not row.face().done)
