"""Above each page: its name, what it is about, discard and save."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.settings.draft import Draft
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import ElidedLabel, PushKey, TextLabel

_TITLE = Type(Scale.OVERVIEW, Role.HEAD, Weight.BOLD)
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)


class PageHead(QWidget):
    """The title row of the open page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.subtitle = TextLabel("", _TITLE), ElidedLabel("", _TEXT, "ink_2")
        self.discard_key, self.save_key = PushKey(), PushKey("", "Ctrl+S", main=True)
        self.save_key.set_compact(True)
        self.discard_key.set_compact(True)
        self._draft: Draft | None = None
        self._may = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.discard_key)
        row.addWidget(self.save_key)

    def show_page(self, title: str, subtitle: str) -> None:
        """Which page is open."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def show_draft(self, draft: Draft, may_save: bool) -> None:
        """What there is to save."""
        self._draft, self._may = draft, may_save
        count = len(draft.changes())
        self.discard_key.setText(self.tr("Discard changes"))
        self.discard_key.setVisible(draft.changed)
        if not draft.changed:
            self.save_key.setText(self.tr("Save · nothing changed"))
        elif draft.fault is not None:
            self.save_key.setText(self.tr("Save · something is wrong"))
        else:
            self.save_key.setText(self.tr("Save · %n change(s)…", "", count))
        self.save_key.setEnabled(may_save and draft.fault is None and count > 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._draft is not None:
            self.show_draft(self._draft, self._may)
        super().changeEvent(event)
