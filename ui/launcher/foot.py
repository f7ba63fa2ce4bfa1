"""The foot of the launcher: what leaves this PC (nothing), and the ways on."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import Band, PushKey, Rule, TextLabel

_SMALL = Type(Scale.CONSOLE, Role.SMALL)


class Foot(Band):
    """Keys to the settings, to a branch that is there, to the guides and to the living demo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.note = TextLabel("", _SMALL, "ink_2")
        self.language_key = PushKey("")
        self.settings_key, self.connect_key = PushKey(""), PushKey("")
        self.guide_key, self.demo_key = PushKey("", "F1"), PushKey("", "F5")
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)
        row.setContentsMargins(26, 7, 26, 8)
        row.setSpacing(10)
        row.addWidget(self.note, 1)
        for key in self.keys():
            row.addWidget(key)
        for key in (self.guide_key, self.demo_key):
            QShortcut(QKeySequence(key.key()), self).activated.connect(key.click)
        self.retranslate()

    def keys(self) -> tuple[PushKey, ...]:
        """Its keys from the left."""
        whole = (self.language_key, self.settings_key, self.connect_key)
        return (*whole, self.guide_key, self.demo_key)

    def show_founded(self, founded: bool) -> None:
        """Settings and the other language need a branch; before it the first question asks."""
        self.settings_key.setVisible(founded)
        self.language_key.setVisible(founded)

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.note.setText(self.tr("No network needed · data stays in the branch"))
        self.language_key.setText(self.tr("中文", "the other language, in itself"))
        self.settings_key.setText(self.tr("Settings"))
        self.connect_key.setText(self.tr("Other branch"))
        self.guide_key.setText(self.tr("Guide"))
        self.demo_key.setText(self.tr("Living demo"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
