"""Before saving: everything that would change, and from when on."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings.difference_list import DifferenceList
from ui.settings.differences import told
from ui.settings.draft import Draft
from ui.settings.page import SettingsPage, bare_row
from ui.theme import Role, Scale, Type
from ui.widgets import Card, PushKey, TextLabel

_TEXT = Type(Scale.OVERVIEW, Role.TEXT)


class ReviewPage(SettingsPage):
    """`confirmed` saves the whole; `back` goes on changing."""

    confirmed = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = DifferenceList()
        self._when = TextLabel("", _TEXT, "ink_2")
        self._when.set_wrapping(True)
        self.save_key = PushKey("", "Enter", main=True)
        self.save_key.set_compact(True)
        self.back_key = PushKey("", "Esc")
        self.back_key.set_compact(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 14, 14, 14)
        inside.addWidget(self.list)
        column.addWidget(card, 1)
        row = bare_row()
        row.addWidget(self._when, 1)
        row.addWidget(self.back_key)
        row.addWidget(self.save_key)
        column.addLayout(row)
        self.save_key.clicked.connect(self.confirmed)
        self.back_key.clicked.connect(self.back)

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        changes = [told(one, draft.config, draft.base) for one in draft.changes()]
        self.list.show_differences(changes)
        version = draft.base.version + 1
        self.save_key.setText(self.tr("Save as version {0}").format(version))
        self.back_key.setText(self.tr("Back"))
        self._when.setText(
            self.tr(
                "In force at once, for every screen, when it is saved; a later date cannot be set."
            )
        )

    def subtitle(self) -> str:
        changes = len(self.draft.changes()) if self.draft is not None else 0
        return self.tr("%n change(s) to save as a whole", "", changes)

    def first_focus(self) -> QWidget | None:
        return self.save_key

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.draft is not None:
            self.show_draft(self.draft)
        super().changeEvent(event)
