"""A panel that chooses one thing from a list: type to find it, arrows, Enter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import TextLabel

from .desk import Moment
from .options import OptionFace, OptionList
from .page import Notes, Zone
from .panels import PanelPage
from .usual import Usual

FIELD_PX = 40
_SMALL = Type(Scale.CONSOLE, Role.SMALL)
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchField(QLineEdit):
    """A field of one word: left and right are left to the panel around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(Type(Scale.CONSOLE, Role.TEXT).font())
        self.setFixedHeight(FIELD_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ListPanel(PanelPage):
    """Field, list and a sentence below; a subclass says what there is and what its keys ask, and
    puts what else it has `above` the field or `below` the list.
    """

    def __init__(self, usual: Usual, own_key: str, parent: QWidget | None = None) -> None:
        super().__init__(usual, own_key, parent)
        self.moment: Moment | None = None
        self.selected = 0
        self.field = SearchField()
        self._count = TextLabel("", _SMALL, "ink_2")
        over = QHBoxLayout(self.field)
        over.setContentsMargins(0, 0, 14, 0)
        over.addStretch(1)
        over.addWidget(self._count)
        self.options = OptionList()
        self.above, self.below = _column(), _column()
        self.keep = TextLabel("", _SMALL, "ink_2")
        self.keep.set_wrapping(True)
        self.keep.set_strong_tone("ink")
        self.inside.addLayout(self.above)
        self.inside.addSpacing(12)
        self.inside.addWidget(self.field)
        self.inside.addSpacing(6)
        self.inside.addWidget(self.options, 1)
        self.inside.addLayout(self.below)
        self.inside.addSpacing(9)
        self.inside.addWidget(self.keep)
        self.zones.move(Zone.SIDE, self.keep, home=self.inside)
        self.field.textChanged.connect(self._on_typed)
        self.options.picked.connect(self._on_picked)

    def begin(self) -> None:
        self.selected = 0
        self.field.clear()

    def first_focus(self) -> QWidget | None:
        return self.field

    def look_up(self, moment: Moment, typed: str) -> int:
        """Look for what was typed and keep it; how many there are."""
        raise NotImplementedError

    def face(self, at: int, moment: Moment) -> OptionFace:
        """How one of those found looks; `mark` it by its place beside the selected one."""
        raise NotImplementedError

    def show_chosen(self, moment: Moment) -> None:
        """What follows from the selected one: title, keys and the sentence below the list."""
        raise NotImplementedError

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self.moment = moment
        found = self.look_up(moment, self.field.text())
        self.selected = min(self.selected, max(0, found - 1))
        self.field.setEnabled(moment.usable)
        self._count.setText(self.tr("%n found", "", found))
        self.field.setTextMargins(0, 0, self._count.sizeHint().width() + 8, 0)
        faces = tuple(self.face(at, moment) for at in range(found))
        self.options.show_options(faces, self.selected)
        self.show_chosen(moment)
        self.field.setAccessibleName(self.field.placeholderText())

    def mark_of(self, at: int, open_: bool = True) -> str:
        """The key that leads to a row: Enter for the selected one, else an arrow."""
        if not open_:
            return "—"
        return "↵" if at == self.selected else "↓" if at > self.selected else "↑"

    def take_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.choose(self.selected + (1 if key == Qt.Key.Key_Down else -1))
        elif key in ENTER:
            self.do_key.click()
        else:
            return super().take_key(key)
        return True

    def choose(self, at: int) -> None:
        """Select a row."""
        self.selected = max(0, at)
        self.show_again()

    def show_again(self) -> None:
        """Show the last moment once more, with what was typed or chosen since."""
        if self.moment is not None:
            self.show_moment(self.moment, self.notes)

    def _on_typed(self, text: str) -> None:
        self.selected = 0
        self.show_again()

    def _on_picked(self, at: object) -> None:
        if isinstance(at, int):
            self.choose(at)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
