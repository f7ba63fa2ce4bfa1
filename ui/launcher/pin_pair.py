"""A PIN typed twice, masked until it is asked to be shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.console.sign_in_page import PinField
from ui.theme import Role, Scale, Type
from ui.widgets import PushKey

FIELD_PX = 42
_TEXT = Type(Scale.CONSOLE, Role.SMALL)


class PinPair(QWidget):
    """Two fields and a key that shows both.

    Signals:
        entered: Enter was pressed in the second one.
        edited: something was typed.
    """

    entered = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = PinField(), PinField()
        self.show_key = PushKey("")
        self.show_key.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for typed in (self.first, self.second):
            typed.setFixedHeight(FIELD_PX)
            typed.setFont(_TEXT.font())
            typed.textEdited.connect(self.edited)
            row.addWidget(typed, 1)
        row.addWidget(self.show_key)
        self.first.returnPressed.connect(self._on_first)
        self.second.returnPressed.connect(self.entered)
        self.show_key.clicked.connect(self._on_show)
        self.retranslate()

    def pin(self) -> str:
        """What was typed first."""
        return self.first.text()

    def agree(self) -> bool:
        """Whether both are the same."""
        return self.first.text() == self.second.text()

    def forget(self) -> None:
        """Nothing of it stays in the window."""
        for typed in (self.first, self.second):
            typed.clear()
        self.show_key.setChecked(False)
        self._on_show()

    def retranslate(self) -> None:
        """Every text in the language of now."""
        pin, again = self.tr("6 digits"), self.tr("once more")
        for typed, text in ((self.first, pin), (self.second, again)):
            typed.setPlaceholderText(text)
        self.first.setAccessibleName(self.tr("Administrator's PIN"))
        self.second.setAccessibleName(self.tr("The PIN once more"))
        self.show_key.setText(self.tr("Show"))

    def _on_first(self) -> None:
        if self.second.text():
            self.entered.emit()
        else:
            self.second.setFocus()

    def _on_show(self) -> None:
        shown = self.show_key.isChecked()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for typed in (self.first, self.second):
            typed.setEchoMode(mode)
