"""A list of entries beside the form of the one that is picked."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ui.settings.draft import Draft
from ui.settings.editors import TEXT
from ui.settings.entry_words import entry_title, new_entry
from ui.settings.form import Form
from ui.settings.page import SettingsPage, bare_row
from ui.settings.specs import Section
from ui.settings.words import heading
from ui.widgets import Card, PushKey

LIST_PX = 420


class ListPage(SettingsPage):
    """Entries of one kind; `fixed` lists have their entries from the program."""

    def __init__(
        self,
        kind: str,
        sections: tuple[Section, ...],
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind, self._fixed = kind, fixed
        self.list = QListWidget()
        self.list.setFont(TEXT.font())
        self.form = Form(sections, columns=2 if len(sections) > 1 else 1)
        self.add_key, self.remove_key = PushKey(key="Ctrl+N"), PushKey()
        self.up_key, self.down_key = PushKey(), PushKey()
        self._showing = False
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.form.edited.connect(self.put)
        self.add_key.clicked.connect(self.add)
        self.remove_key.clicked.connect(self.remove)
        self.up_key.clicked.connect(self._on_up)
        self.down_key.clicked.connect(self._on_down)
        if not fixed:
            self._new = QShortcut(QKeySequence("Ctrl+N"), self)
            self._new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._new.activated.connect(self.add)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        entries = draft.values[self.kind]
        at = self._wanted(draft)
        self._showing = True
        while self.list.count() > len(entries):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(entries):
            self.list.addItem("")
        for place, entry in enumerate(entries):
            self.list.item(place).setText(entry_title(self.kind, entry, draft.today))
        self.list.setCurrentRow(at)
        self._showing = False
        self._show_entry()

    def first_focus(self) -> QWidget | None:
        return self.list

    def place(self) -> int:
        """The entry that is picked, -1 for none."""
        return self.list.currentRow()

    def go(self, at: int) -> None:
        """Pick an entry."""
        self.list.setCurrentRow(at)

    def add(self) -> None:
        """Begin a new entry behind the others."""
        if self.draft is not None and not self._fixed:
            at = self.draft.add(self.kind, new_entry(self.kind))
            self.show_draft(self.draft)
            self.list.setCurrentRow(at)
            self.edited.emit()
            first = next(iter(self.form.rows())).editor.pieces()
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the picked entry out."""
        if self.draft is not None and self.place() >= 0:
            self.draft.remove(self.kind, self.place())
            self.edited.emit()

    def retranslate(self) -> None:
        """Its keys in the language in force."""
        self.list.setAccessibleName(heading(self.kind))
        self.add_key.setText(self.tr("Add"))
        self.remove_key.setText(self.tr("Remove"))
        self.up_key.setText(self.tr("Up"))
        self.down_key.setText(self.tr("Down"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        card = Card()
        card.setFixedWidth(LIST_PX)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        keys = bare_row()
        for key in (self.add_key, self.remove_key, self.up_key, self.down_key):
            key.set_compact(True)
            key.setVisible(not self._fixed)
            keys.addWidget(key)
        column.addLayout(keys)
        row.addWidget(card)
        row.addWidget(self.form, 1)

    def _wanted(self, draft: Draft) -> int:
        """The entry to show: the picked one, as far as there is one."""
        last = len(draft.values[self.kind]) - 1
        return min(max(self.list.currentRow(), 0), last)

    def _show_entry(self) -> None:
        at = self.place()
        self.form.setVisible(at >= 0)
        self.remove_key.setEnabled(at >= 0)
        self.up_key.setEnabled(at > 0)
        self.down_key.setEnabled(0 <= at < self.list.count() - 1)
        if self.draft is not None and at >= 0:
            self.form.show_draft(self.draft, (self.kind, at))

    def _on_row(self, row: int) -> None:
        if not self._showing:
            self._show_entry()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self.place()
        if self.draft is not None and 0 <= at + step < self.list.count():
            self.draft.move(self.kind, at, at + step)
            self.list.setCurrentRow(at + step)
            self.edited.emit()
