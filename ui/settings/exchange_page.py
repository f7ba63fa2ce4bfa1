"""Import and export: the whole document as one TOML file."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from branchfloor.config import to_document
from branchfloor.domain.errors import ConfigInvalid
from ui.settings.draft import Draft
from ui.settings.editors import TEXT, a_line, bold
from ui.settings.page import SettingsPage, bare_row
from ui.settings.why_words import said_of_file
from ui.theme import Scale, Target
from ui.widgets import Card, PushKey, QuietMessage, TextLabel

LARGEST_BYTES = 2_000_000
"""A document is some tens of thousands; what is larger is something else."""


class ExchangePage(SettingsPage):
    """Writes the version in force; reads a file into the draft, which is then looked through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.export_path, self.import_path = a_line(), a_line()
        self.export_key, self.import_key = PushKey(), PushKey()
        self._export_pick, self._import_pick = PushKey(), PushKey()
        self._titles = (TextLabel("", bold()), TextLabel("", bold()), TextLabel("", bold()))
        self._words = (TextLabel("", TEXT, "ink_2"), TextLabel("", TEXT, "ink_2"))
        self.message = QuietMessage(Scale.OVERVIEW)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(TEXT.font())
        self._lay_out()
        self.export_key.clicked.connect(self.export)
        self.import_key.clicked.connect(self.take_in)
        self._export_pick.clicked.connect(self._on_pick_export)
        self._import_pick.clicked.connect(self._on_pick_import)
        for line, act in ((self.export_path, self.export), (self.import_path, self.take_in)):
            line.returnPressed.connect(act)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        text = to_document(draft.base)
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def first_focus(self) -> QWidget | None:
        return self.export_path

    def export(self) -> None:
        """Write the version in force to the file that is named."""
        path = self._named(self.export_path)
        if path is None or self.draft is None:
            return
        try:
            path.write_text(to_document(self.draft.base), encoding="utf-8", newline="\n")
        except OSError as error:
            self.message.say(self._fault(path, error), "late")
        else:
            self.message.say(
                self.tr("Version {0} is written to {1}.").format(self.draft.base.version, path),
                "ok",
            )

    def take_in(self) -> None:
        """Read the named file into the draft; a wrong one changes nothing and says why."""
        path = self._named(self.import_path)
        if path is None or self.draft is None:
            return
        try:
            if path.stat().st_size > LARGEST_BYTES:
                raise ConfigInvalid("too_large")
            self.draft.load(path.read_text(encoding="utf-8"))
        except OSError as error:
            self.message.say(self._fault(path, error), "late")
        except UnicodeDecodeError:
            self.message.say(self.tr("{0} is no text in UTF-8.").format(path), "late")
        except ConfigInvalid as invalid:
            self.message.say(
                self.tr("{0} was not read: {1}").format(path.name, said_of_file(invalid.why)),
                "late",
            )
        else:
            self.edited.emit()
            self.message.say(
                self.tr(
                    "%n difference(s) read; look through them and save.",
                    "",
                    len(self.draft.changes()),
                ),
                "ok",
            )

    def retranslate(self) -> None:
        """Its words in the language in force."""
        self._titles[0].setText(self.tr("Export"))
        self._titles[1].setText(self.tr("Import"))
        self._titles[2].setText(self.tr("The document in force"))
        self._words[0].setText(
            self.tr(
                "The whole document in force as one TOML file; "
                "reading it in again gives exactly the same."
            )
        )
        self._words[1].setText(
            self.tr(
                "The file is checked first; nothing is in force until it is "
                "looked through and saved."
            )
        )
        self.export_key.setText(self.tr("Write file"))
        self.import_key.setText(self.tr("Read file"))
        for key in (self._export_pick, self._import_pick):
            key.setText(self.tr("Choose…"))
        self.export_path.setAccessibleName(self.tr("File to write"))
        self.import_path.setAccessibleName(self.tr("File to read"))
        for line in (self.export_path, self.import_path):
            line.setPlaceholderText("branch.toml")
        self.text.setAccessibleName(self.tr("The document in force"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.message.clear()
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card(0, self.export_path, self._export_pick, self.export_key))
        column.addWidget(self._card(1, self.import_path, self._import_pick, self.import_key))
        column.addWidget(self.message)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 16)
        inside.addWidget(self._titles[2])
        inside.addWidget(self.text, 1)
        column.addWidget(card, 1)

    def _card(self, at: int, line: QLineEdit, *keys: PushKey) -> Card:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 16)
        inside.setSpacing(8)
        inside.addWidget(self._titles[at])
        inside.addWidget(self._words[at])
        row = bare_row()
        line.setFixedHeight(int(Target.OVERVIEW))
        row.addWidget(line, 1)
        for key in keys:
            row.addWidget(key)
        inside.addLayout(row)
        return card

    def _named(self, line: QLineEdit) -> Path | None:
        text = line.text().strip()
        if not text:
            self.message.say(self.tr("Name a file first."), "info")
            line.setFocus()
            return None
        return Path(text).expanduser()

    def _fault(self, path: Path, error: OSError) -> str:
        return self.tr("{0} cannot be used: {1}.").format(path, error.strerror or error)

    def _on_pick_export(self) -> None:
        self._pick(QFileDialog.AcceptMode.AcceptSave, self.export_path)

    def _on_pick_import(self) -> None:
        self._pick(QFileDialog.AcceptMode.AcceptOpen, self.import_path)

    def _pick(self, mode: QFileDialog.AcceptMode, line: QLineEdit) -> None:
        dialog = QFileDialog(self)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter("TOML (*.toml)")
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
