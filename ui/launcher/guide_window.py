"""F1: the guides, one page each for staff, the lobby manager and the IT of a branch."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from branchfloor.resources import resource
from ui.app.language import current_language
from ui.theme import Role, Scale, Type
from ui.widgets import PushKey

PAGES = ("it", "lobby", "teller")
"""In the order of their keys: whoever stands before a launcher most likely looks after the PC."""

_TEXT = Type(Scale.CONSOLE, Role.TEXT)


class GuideWindow(QWidget):
    """Keys choose a page; Escape closes. It is read in the language in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.resize(820, 860)
        self.page = PAGES[0]
        self.keys = {name: PushKey() for name in PAGES}
        self.text = QTextBrowser()
        self.text.setFont(_TEXT.font())
        self.text.setOpenLinks(False)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(12)
        for key in self.keys.values():
            key.setCheckable(True)
            key.set_compact(True)
            key.clicked.connect(self._on_key)
            row.addWidget(key)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self.retranslate()

    def show_page(self, name: str) -> None:
        """Show a page from its beginning."""
        self.page = name
        path = resource("guide", f"{name}.{current_language()}.md")
        self.text.setMarkdown(path.read_text(encoding="utf-8"))
        for other, key in self.keys.items():
            key.setChecked(other == name)

    def retranslate(self) -> None:
        """Its words in the language in force."""
        self.setWindowTitle(self.tr("Guide"))
        self.text.setAccessibleName(self.tr("Guide"))
        words = {
            "it": self.tr("IT of the branch"),
            "lobby": self.tr("In the lobby"),
            "teller": self.tr("At the counter"),
        }
        for name, key in self.keys.items():
            key.setText(words[name])
        self.show_page(self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_key(self) -> None:
        pressed = self.sender()
        self.show_page(next(name for name, key in self.keys.items() if key is pressed))
