"""One of a few words, turned through with left and right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, TextLabel

_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_KEY_PX = 48


class Chooser(QWidget):
    """A label, the word in force, and the keys that turn; what it shows is set from outside.

    Signals:
        turned: another word is wanted; carries 1 for the next one, -1 for the one before.
    """

    turned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = TextLabel("", _TEXT, "ink_2")
        self.word = TextLabel("", _TEXT.weighing(Weight.SEMI))
        self.word.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.back_key, self.next_key = PushKey("←"), PushKey("→")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key in (self.back_key, self.next_key):
            key.setFixedWidth(_KEY_PX)
        row.addWidget(self._label)
        row.addWidget(self.back_key)
        row.addWidget(self.word, 1)
        row.addWidget(self.next_key)
        self.back_key.clicked.connect(self._on_back)
        self.next_key.clicked.connect(self._on_next)

    def show_word(self, label: str, word: str, usable: bool) -> None:
        """Set everything."""
        self._label.setText(label)
        self.word.setText(word)
        self.back_key.setAccessibleName(self.tr("Choice before"))
        self.next_key.setAccessibleName(self.tr("Next choice"))
        for key in (self.back_key, self.next_key):
            key.setEnabled(usable)

    def _on_back(self) -> None:
        self.turned.emit(-1)

    def _on_next(self) -> None:
        self.turned.emit(1)
