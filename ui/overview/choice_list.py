"""Rows to choose from: a name, a note under it, a figure; high enough for a finger."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Radius, Role, Scale, Type, Weight
from ui.widgets.paint import RIGHT, Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable

ROW_PX = 48
_NAME = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)
_PAD_PX = 12
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: its key, name, note and figure. `hue` bars its left side, `warn` marks the note;
    a row that is not `open` cannot be chosen and its note says why.
    """

    key: str
    name: str
    note: str = ""
    right: str = ""
    hue: str = ""
    warn: bool = False
    open: bool = True


class ChoiceRow(Pressable):
    """A row that can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice("", "")
        self._first = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choice(self) -> Choice:
        """What it shows."""
        return self._choice

    def show_choice(self, choice: Choice, first: bool = False) -> None:
        """Show another; the `first` is what Enter in the field takes."""
        if (choice, first) != (self._choice, self._first):
            self._choice, self._first = choice, first
            self.setText(choice.name)
            self.setAccessibleName(f"{choice.name}. {choice.note}")
            self.setEnabled(choice.open)
            self.update()

    def corner_radius(self) -> float:
        return Radius.BUTTON

    def sizeHint(self) -> QSize:
        return QSize(320, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, choice = QPainter(self), QRectF(self.rect()), self._choice
        draw_box(painter, rect, self._box())
        inner = rect.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        ink = "ink" if self.isEnabled() else "disabled_ink"
        right = Words(choice.right, _NAME.font(), ink, RIGHT)
        draw_words(painter, inner, right)
        if choice.right:
            inner.setRight(inner.right() - width_of(choice.right, _NAME.font()) - 10)
        name = Words(choice.name, _NAME.font(), ink)
        if not choice.note:
            draw_words(painter, inner, name)
            return
        draw_words(painter, QRectF(inner.left(), 4, inner.width(), 22), name)
        tone = "warn_ink" if choice.warn else ink if ink != "ink" else "ink_2"
        note = Words(choice.note, _NOTE.font(), tone)
        draw_words(painter, QRectF(inner.left(), 25, inner.width(), 18), note)

    def _box(self) -> Box:
        hue = self._choice.hue
        bar = {"corporate": "corporate", "value_added": "value"}.get(hue, hue)
        edge, edge_px = ("brand", 2) if self._first else ("line_strong", 1)
        if not self.isEnabled():
            return Box("disabled", "line", 1, Radius.BUTTON, dashed=True)
        fill = "pressed" if self.isDown() else "brand_soft" if self.isChecked() else "card"
        return Box(fill, edge, edge_px, Radius.BUTTON, bar=bar, bar_px=4)


class ChoiceList(QWidget):
    """At most so many rows; arrow keys go up and down among them."""

    chosen = Signal(str)
    """A row was pressed; carries its key."""
    left_above = Signal()
    """The arrow went up from the first row."""

    def __init__(self, most: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._rows: list[ChoiceRow] = []
        self._used = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def rows(self) -> list[ChoiceRow]:
        """The rows in use."""
        return self._rows[: self._used]

    def row(self, key: str) -> ChoiceRow:
        """The row of a key."""
        return next(row for row in self.rows() if row.choice().key == key)

    def set_most(self, most: int) -> None:
        """Room for so many rows from the next choices on."""
        self._most = most

    def show_choices(self, choices: Sequence[Choice], marked: bool = True) -> None:
        """Show the first of these; `marked` puts the heavy edge on what Enter would take."""
        shown = choices[: self._most]
        while len(self._rows) < len(shown):
            row = ChoiceRow()
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
            self._rows.append(row)
        self._used = len(shown)
        first = next((c.key for c in shown if c.open), "") if marked else ""
        for at, row in enumerate(self._rows):
            row.setVisible(at < self._used)
            if at < self._used:
                row.show_choice(shown[at], first != "" and shown[at].key == first)

    def take_first(self) -> bool:
        """Choose the first row that can be; False when there is none."""
        row = next((row for row in self.rows() if row.choice().open), None)
        if row is not None:
            row.click()
        return row is not None

    def enter_from_above(self) -> None:
        """Give the first row the keyboard."""
        self._focus(0, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        at = next((i for i, row in enumerate(self.rows()) if row.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif not self._focus(at + step, step) and step < 0:
            self.left_above.emit()

    def _focus(self, at: int, step: int) -> bool:
        rows = self.rows()
        while 0 <= at < len(rows):
            if rows[at].isEnabled():
                rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            at += step
        return False

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            self.chosen.emit(row.choice().key)
