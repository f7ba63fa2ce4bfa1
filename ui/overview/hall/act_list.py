"""Rows that say something and have one key: a call for help, a task, a notice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.overview.armed_key import ArmedKey
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, Rule, TextLabel

_TITLE = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)


@dataclass(frozen=True, slots=True)
class ActFace:
    """One row: its key, what it says, and the label of what can be done; "" for nothing."""

    key: str
    title: str
    note: str = ""
    act: str = ""
    tone: str = "ink"
    enabled: bool = True


class ActRow(QWidget):
    """A sentence with a note under it, and a key at the right."""

    acted = Signal(str)
    """The key was pressed (twice where it asks); carries the row's key."""

    def __init__(self, armed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = ActFace("", "")
        self._title, self._note = TextLabel("", _TITLE), TextLabel("", _NOTE, "ink_2")
        self._title.set_wrapping(True, 3)
        self._note.set_wrapping(True, 3)
        self.act_key: PushKey = ArmedKey() if armed else PushKey()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.act_key, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)
        if isinstance(self.act_key, ArmedKey):
            self.act_key.confirmed.connect(self._on_act)
        else:
            self.act_key.clicked.connect(self._on_act)

    def face(self) -> ActFace:
        """What it shows."""
        return self._face

    def show_face(self, face: ActFace, again: str = "") -> None:
        """Set everything; `again` is what an armed key says at the first press."""
        self._face = face
        self._title.setText(face.title)
        self._title.set_tone(face.tone)
        self._note.setText(face.note)
        self._note.setVisible(bool(face.note))
        if isinstance(self.act_key, ArmedKey):
            self.act_key.set_words(face.act, again or face.act)
        else:
            self.act_key.setText(face.act)
        self.act_key.setAccessibleName(f"{face.act}: {face.title}")
        self.act_key.setVisible(bool(face.act))
        self.act_key.setEnabled(face.enabled)

    def _on_act(self) -> None:
        self.acted.emit(self._face.key)


class ActList(QWidget):
    """Rows one below the other; the same rows are used again for the next list."""

    acted = Signal(str)
    """The key of a row was pressed; carries the row's key."""

    def __init__(self, armed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._armed = armed
        self._again = ""
        self._rows: list[ActRow] = []
        self._used = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_again(self, again: str) -> None:
        """What a key says once it was pressed and waits for the second press."""
        self._again = again

    def rows(self) -> list[ActRow]:
        """The rows in use."""
        return self._rows[: self._used]

    def row(self, key: str) -> ActRow:
        """The row of a key."""
        return next(row for row in self.rows() if row.face().key == key)

    def show_rows(self, faces: Sequence[ActFace]) -> None:
        """Show these; a row keeps its place while its key stays, so that a press never slips."""
        while len(self._rows) < len(faces):
            row = ActRow(self._armed)
            row.acted.connect(self.acted)
            self._column.addWidget(row)
            self._rows.append(row)
        self._used = len(faces)
        for at, row in enumerate(self._rows):
            row.setVisible(at < self._used)
            if at < self._used:
                row.show_face(faces[at], self._again)
        self.setVisible(bool(faces))
