"""The left side for a branch that is there already: the file of its database."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, QuietMessage, TextLabel

_HEAD = Type(Scale.CONSOLE, Role.HEAD, Weight.HEAVY).scaled(25 / 21)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_LABEL = Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI)


class ConnectPane(QWidget):
    """Enter takes the file, Escape goes back.

    Signals:
        chosen: a file was named; carries its path as text.
        left: back to where it was.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = TextLabel("", _HEAD), TextLabel("", _TEXT, "ink_2")
        self._label = TextLabel("", _LABEL)
        self.path = QLineEdit()
        self.path.setFixedHeight(42)
        self.browse_key, self.back_key = PushKey(""), PushKey("", "Esc")
        self.message = QuietMessage(Scale.CONSOLE)
        self.take_key = PushKey("", "Enter", main=True)
        self.take_key.set_height(56)
        self._lay_out()
        self.path.returnPressed.connect(self._on_take)
        self.take_key.clicked.connect(self._on_take)
        self.back_key.clicked.connect(self.left)
        self.browse_key.clicked.connect(self._on_browse)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(6)
        self._hint.set_wrapping(True, 4)
        upper: tuple[QWidget, ...] = (self._label, self.path, self.browse_key)
        lower: tuple[QWidget, ...] = (self.message, self.take_key, self.back_key)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(8)
        for part in upper:
            column.addWidget(part)
        column.addStretch(1)
        for part in lower:
            column.addWidget(part)

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self._title.setText(self.tr("A branch that is there"))
        self._hint.setText(
            self.tr("Choose the file of its database, such as a restored copy. Nothing is changed.")
        )
        self._label.setText(self.tr("Database file"))
        self.path.setAccessibleName(self._label.text())
        self.browse_key.setText(self.tr("Look for it …"))
        self.take_key.setText(self.tr("Use this branch"))
        self.back_key.setText(self.tr("Back"))

    def _on_take(self) -> None:
        if self.path.text().strip():
            self.chosen.emit(self.path.text().strip())
        else:
            self.path.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self._label.text(), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.path.setText)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
