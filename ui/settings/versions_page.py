"""The versions there have been: who, when, what differs; an old one is restored as a new one."""

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from branchfloor.config import compare, parse_document
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.work import ConfigVersion
from ui.app.language import current_language
from ui.overview.times import local
from ui.settings.difference_list import DifferenceList
from ui.settings.differences import told
from ui.settings.draft import Draft
from ui.settings.editors import TEXT, ChoiceBox, bold
from ui.settings.page import SettingsPage, bare_row
from ui.settings.why_words import said_of_file
from ui.theme import Scale
from ui.widgets import Card, PushKey, QuietMessage, TextLabel

LIST_PX = 420


class VersionsPage(SettingsPage):
    """Picks two versions to compare; the older one may be restored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ConfigVersion, ...] = ()
        self._other = 0
        self.list, self.other = QListWidget(), ChoiceBox()
        self.list.setFont(TEXT.font())
        self._title, self._with = TextLabel("", bold()), TextLabel("", TEXT, "ink_2")
        self.differences = DifferenceList()
        self.none = QuietMessage(Scale.OVERVIEW)
        self.restore_key = PushKey()
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.other.activated.connect(self._on_other)
        self.restore_key.clicked.connect(self.restore)

    def show_versions(self, rows: tuple[ConfigVersion, ...]) -> None:
        """Take in the versions, the newest first."""
        if rows != self._rows:
            self._rows = rows
            self._fill()

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self._show_keys()

    def subtitle(self) -> str:
        return self.tr("%n version(s); restoring one makes a new version", "", len(self._rows))

    def first_focus(self) -> QWidget | None:
        return self.list

    def restore(self) -> None:
        """Take the picked version into the draft, to be looked through and saved."""
        row = self._picked()
        if row is None or self.draft is None:
            return
        try:
            self.draft.load(row.document)
        except ConfigInvalid as invalid:
            self.none.say(said_of_file(invalid.why), "late")
        else:
            self.edited.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        left = Card()
        left.setFixedWidth(LIST_PX)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.addWidget(self.list)
        row.addWidget(left)
        right = Card()
        column = QVBoxLayout(right)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        head = bare_row()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._with)
        head.addWidget(self.other)
        head.addWidget(self.restore_key)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.differences, 1)
        row.addWidget(right, 1)

    def _fill(self) -> None:
        at = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for row in self._rows:
            self.list.addItem(f"{self.tr('Version {0}').format(row.version)}   {self._when(row)}")
        self.list.setCurrentRow(min(at, len(self._rows) - 1))
        self.list.blockSignals(False)
        self._fill_other()

    def _fill_other(self) -> None:
        """The picked one is compared with the one before it unless somebody chose otherwise."""
        self.other.clear()
        picked = self._picked()
        for row in self._rows:
            self.other.addItem(self.tr("Version {0}").format(row.version), row.version)
        if picked is not None:
            self.other.setCurrentIndex(self.other.findData(max(1, picked.version - 1)))
        self._with.setText(self.tr("compared with"))
        self.other.setAccessibleName(self.tr("Version to compare with"))
        self.list.setAccessibleName(self.tr("Versions"))
        self._compare()

    def _when(self, row: ConfigVersion) -> str:
        zone = self._config(row).time_zone
        here = local(row.effective_at, zone)
        day = QLocale(current_language()).toString(
            QDate(here.year, here.month, here.day), self.tr("d MMM yyyy")
        )
        return f"{day} {here:%H:%M} · {row.adopted_by.removeprefix('staff:')}"

    def _picked(self) -> ConfigVersion | None:
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _row(self, version: int) -> ConfigVersion | None:
        return next((row for row in self._rows if row.version == version), None)

    def _config(self, row: ConfigVersion) -> BranchConfig:
        return parse_document(row.document, row.version)

    def _compare(self) -> None:
        picked, other = self._picked(), self._row(int(self.other.currentData() or 0))
        if picked is None or other is None:
            return
        older, newer = sorted((picked, other), key=_version)
        before, after = self._config(older), self._config(newer)
        changes = [told(one, after, before) for one in compare(before, after)]
        self._title.setText(self.tr("From version {0} to {1}").format(older.version, newer.version))
        self.differences.show_differences(changes)
        self.differences.setVisible(bool(changes))
        self.none.say("" if changes else self.tr("Nothing differs."), "info")
        self._show_keys()

    def _show_keys(self) -> None:
        picked = self._picked()
        if picked is None or self.draft is None:
            return
        self.restore_key.setText(self.tr("Restore version {0}").format(picked.version))
        newer = picked.version != self.draft.base.version
        self.restore_key.setEnabled(newer and self.draft.may_change)

    def _on_row(self, row: int) -> None:
        self._fill_other()

    def _on_other(self, at: int) -> None:
        self._compare()


def _version(row: ConfigVersion) -> int:
    return row.version
