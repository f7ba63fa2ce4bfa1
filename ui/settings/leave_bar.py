"""Leaving with changes asks in its place: save, leave without, or stay."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, PushKey, TextLabel

_STRONG = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)


class LeaveBar(Card):
    """Hidden until somebody wants to leave."""

    saved = Signal()
    left = Signal()
    stayed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.WARN, parent)
        self._count = 0
        self._question = TextLabel("", _STRONG)
        self.save_key, self.leave_key, self.stay_key = PushKey(), PushKey(), PushKey("", "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._question, 1)
        for key in (self.stay_key, self.leave_key, self.save_key):
            row.addWidget(key)
        self.save_key.clicked.connect(self.saved)
        self.leave_key.clicked.connect(self.left)
        self.stay_key.clicked.connect(self.stayed)
        self.retranslate()
        self.hide()

    def ask(self, count: int) -> None:
        """Ask about that many changes."""
        self._count = count
        self.retranslate()
        self.show()
        self.stay_key.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Its question in the language in force."""
        self._question.setText(self.tr("%n change(s) not saved yet. Leave?", "", self._count))
        self.save_key.setText(self.tr("Look through and save"))
        self.leave_key.setText(self.tr("Leave without saving"))
        self.stay_key.setText(self.tr("Stay"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
