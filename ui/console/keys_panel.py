"""F1: the keys and what each does in this state, in place; Escape goes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, KeyHint, TextLabel

from .desk import Moment
from .key_words import Line, window_lines, work_lines
from .keys import AskKey, Panel
from .page import Notes, Page, Zone
from .window import WindowFacts

_TITLE = Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD).scaled(17 / 16)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_HINT_PX = 62
_WORK_LINES, _WINDOW_LINES = 13, 5
_CLOSING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _LineCard(Card):
    """A title and lines of a key and its words; a line without words says that it is not now."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = TextLabel("", _TITLE)
        self._hints = [KeyHint("") for _ in range(count)]
        self._words = [TextLabel("", _TEXT) for _ in range(count)]
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._title)
        for hint, words in zip(self._hints, self._words, strict=True):
            words.set_wrapping(True)
            column.addLayout(_line(hint, words))
        column.addStretch(1)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Less air, as in the wide form."""
        self._column.setContentsMargins(16, 10 if low else 14, 16, 8 if low else 14)
        self._column.setSpacing(0 if low else 8)

    def show_lines(self, title: str, lines: tuple[Line, ...], nothing: str) -> None:
        """Set everything."""
        self._title.setText(title)
        for hint, words, (key, text) in zip(self._hints, self._words, lines, strict=True):
            hint.set_text(key)
            words.setText(text or nothing)
            words.set_tone("ink" if text else "ink_muted")

    def texts(self) -> list[str]:
        """What the lines say."""
        return [words.text() for words in self._words]


def _line(hint: KeyHint, words: TextLabel) -> QHBoxLayout:
    room = QWidget()
    room.setFixedWidth(_HINT_PX)
    inside = QHBoxLayout(room)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(hint)
    inside.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(room)
    row.addWidget(words, 1)
    return row


class KeysPanel(Page):
    """Escape, Enter or F1 goes back; every other key lies still meanwhile."""

    in_place = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = WindowFacts()
        self.work, self.window_keys = _LineCard(_WORK_LINES), _LineCard(_WINDOW_LINES)
        self.back_key = AskKey(Panel.NONE, "Esc")
        self.column.addWidget(self.work)
        self.column.addWidget(self.window_keys)
        self.column.addWidget(self.message)
        self.column.addStretch(1)
        self.column.addWidget(self.back_key)
        self.zones.move(Zone.SIDE, self.window_keys, stretch=1)
        self.zones.move(Zone.SIDE, self.message, self.back_key)
        self.join(self.back_key)

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        for card in (self.work, self.window_keys):
            card.set_low(wide)

    def first_focus(self) -> QWidget | None:
        return self

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        nothing = self.tr("nothing just now")
        self.work.show_lines(self.tr("Keys at this moment"), work_lines(moment), nothing)
        about = window_lines(moment, self.facts)
        self.window_keys.show_lines(self.tr("This window"), about, nothing)
        self.back_key.setText(self.tr("Back"))

    def take_key(self, key: Qt.Key) -> bool:
        if key in _CLOSING:
            self.back_key.click()
            return True
        return False
