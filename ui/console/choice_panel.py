"""A panel with a few rows, each under a digit: the digit chooses it and does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import TextLabel
from ui.widgets.paint import width_of

from .desk import Moment
from .list_panel import ENTER
from .options import OptionFace, OptionRow
from .page import Notes, Zone
from .panels import PanelPage
from .usual import Usual

NONE_CHOSEN = -1
LEAST_ROW_PX = 160
BESIDE_PX = 140
"""The words that fit into a row of which two stand beside each other."""
_SMALL = Type(Scale.CONSOLE, Role.SMALL)


class ChoicePanel(PanelPage):
    """Keys: a digit does it at once; arrows choose and Enter, or the panel's own key, does it.

    Nothing is chosen at first, so that no doubled key answers by itself.
    """

    def __init__(
        self, usual: Usual, own_key: str, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(usual, own_key, parent)
        self.moment: Moment | None = None
        self.chosen = NONE_CHOSEN
        self.rows = [OptionRow() for _ in range(count)]
        self.below = QVBoxLayout()
        self.below.setSpacing(0)
        self.keep = TextLabel("", _SMALL, "ink_2")
        self.keep.set_wrapping(True)
        self.inside.addSpacing(12)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(16)
        self._place(1)
        self.inside.addLayout(self._grid)
        for row in self.rows:
            row.setMinimumWidth(LEAST_ROW_PX)
            row.clicked.connect(self._on_row)
        self.inside.addLayout(self.below)
        self.inside.addStretch(1)
        self.inside.addWidget(self.keep)
        self.zones.move(Zone.SIDE, self.keep, home=self.inside)

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self._place(2 if wide else 1)
        self.show_again()

    def _place(self, columns: int) -> None:
        for at, row in enumerate(self.rows):
            self._grid.addWidget(row, at // columns, at % columns)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def begin(self) -> None:
        self.chosen = NONE_CHOSEN

    def first_focus(self) -> QWidget | None:
        return self

    def choices(self, moment: Moment) -> tuple[tuple[str, str], ...]:
        """Name and meaning of each row."""
        raise NotImplementedError

    def show_chosen(self, moment: Moment) -> None:
        """What follows from the chosen row: title, keys and the sentence at the bottom."""
        raise NotImplementedError

    def do_chosen(self) -> None:
        """Ask for the chosen row."""
        self.do_key.click()

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self.moment = moment
        choices = self.choices(moment)
        explains = self._has_room(tuple(meaning for _, meaning in choices))
        for at, (row, (name, meaning)) in enumerate(zip(self.rows, choices, strict=True)):
            face = OptionFace(str(at + 1), name, (meaning,) if explains else ())
            row.show_option(face, at == self.chosen)
            row.setEnabled(moment.usable)
        self.show_chosen(moment)
        for key in (self.next_key, self.only_key):
            key.setEnabled(moment.usable and self.chosen != NONE_CHOSEN)

    def _has_room(self, meanings: tuple[str, ...]) -> bool:
        """Two rows beside each other leave little room for words: all of them fit, or none."""
        if not self.zones.wide:
            return True
        font = _SMALL.font()
        return all(width_of(meaning, font) <= BESIDE_PX for meaning in meanings)

    def take_key(self, key: Qt.Key) -> bool:
        at = key - Qt.Key.Key_1
        if 0 <= at < len(self.rows):
            self._do(at)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.choose(min(len(self.rows) - 1, max(0, self.chosen + step)))
        elif key in ENTER:
            self.do_key.click()
        else:
            return super().take_key(key)
        return True

    def choose(self, at: int) -> None:
        """Choose a row without doing it."""
        self.chosen = at
        self.show_again()

    def show_again(self) -> None:
        """Show the last moment once more, with what was chosen since."""
        if self.moment is not None:
            self.show_moment(self.moment, self.notes)

    def _do(self, at: int) -> None:
        self.choose(at)
        self.do_chosen()

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self.choose(self.rows.index(row))
