"""The lines of the slip in their order: what each shows, and how large."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from branchfloor.config.writing import Plain
from branchfloor.domain.slip import MANY, ONE_SIZE, SlipPart
from ui.settings.draft import Draft
from ui.settings.editors import SMALL, TEXT, ChoiceBox, Switch, bold
from ui.settings.entry_words import line_words, part_words
from ui.settings.page import bare_row
from ui.settings.why_words import said
from ui.settings.words import choice, field
from ui.widgets import Card, PushKey, TextLabel

PATH = ("slip", "line")


class SlipLines(Card):
    """`edited` carries the new list. What can be added is a closed list: nothing about a person."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines: tuple[Plain, ...] = ()
        self._title = TextLabel("", bold())
        self._code_label = TextLabel("", TEXT, "ink_2")
        self.code = Switch()
        self.list = QListWidget()
        self.list.setFont(TEXT.font())
        self.up_key, self.down_key = PushKey(), PushKey()
        self.large_key, self.remove_key = PushKey(), PushKey()
        self.parts, self.add_key = ChoiceBox(), PushKey()
        self.why = TextLabel("", SMALL, "late")
        self.why.set_wrapping(True)
        self.why.hide()
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_keys)
        self.code.clicked.connect(self._on_code)
        self.up_key.clicked.connect(self._on_up)
        self.down_key.clicked.connect(self._on_down)
        self.large_key.clicked.connect(self._on_large)
        self.remove_key.clicked.connect(self._on_remove)
        self.add_key.clicked.connect(self._on_add)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        """Set everything; the picked line stays picked."""
        self._lines = tuple(draft.get(PATH) or ())
        while self.list.count() > len(self._lines):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(self._lines):
            self.list.addItem("")
        for at, line in enumerate(self._lines):
            self.list.item(at).setText(line_words(line))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.code.setChecked(self._has(SlipPart.CODE))
        self._offer()
        self._show_keys()
        own = draft.fault is not None and draft.fault.path == PATH
        self.why.setText(said(draft.fault.why) if draft.fault is not None and own else "")
        self.why.setVisible(own)

    def retranslate(self) -> None:
        """Its words in the language in force."""
        self._title.setText(field("line"))
        self._code_label.setText(part_words(SlipPart.CODE))
        self.code.setAccessibleName(part_words(SlipPart.CODE))
        self.list.setAccessibleName(field("line"))
        self.parts.setAccessibleName(self.tr("Line to add"))
        self.up_key.setText(self.tr("Up"))
        self.down_key.setText(self.tr("Down"))
        self.large_key.setText(choice("large"))
        self.remove_key.setText(self.tr("Remove"))
        self.add_key.setText(self.tr("Add"))
        for at, line in enumerate(self._lines):
            self.list.item(at).setText(line_words(line))
        for at in range(self.parts.count()):
            self.parts.setItemText(at, part_words(self.parts.itemData(at)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        top = bare_row()
        top.addWidget(self._code_label)
        top.addStretch(1)
        top.addWidget(self.code)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        keys = bare_row()
        self.large_key.setCheckable(True)
        for key in (self.up_key, self.down_key, self.large_key, self.remove_key):
            key.set_compact(True)
            keys.addWidget(key)
        keys.addStretch(1)
        column.addLayout(keys)
        more = bare_row()
        more.addWidget(self.parts, 1)
        self.add_key.set_compact(True)
        more.addWidget(self.add_key)
        column.addLayout(more)
        column.addWidget(self.why)

    def _offer(self) -> None:
        """What may be added: whatever is not there yet, and what may stand there again."""
        offered = [part for part in SlipPart if part in MANY or not self._has(part)]
        if offered != [self.parts.itemData(at) for at in range(self.parts.count())]:
            self.parts.clear()
            for part in offered:
                self.parts.addItem(part_words(part), part)

    def _has(self, part: SlipPart) -> bool:
        return any(line["shows"] == part.value for line in self._lines)

    def _show_keys(self) -> None:
        at = self.list.currentRow()
        line = self._lines[at] if 0 <= at < len(self._lines) else None
        sized = line is not None and line["shows"] not in ONE_SIZE
        self.up_key.setEnabled(at > 0)
        self.down_key.setEnabled(0 <= at < len(self._lines) - 1)
        self.large_key.setEnabled(sized)
        self.large_key.setChecked(line is not None and line.get("size") == "large")
        self.remove_key.setEnabled(line is not None and line["shows"] != SlipPart.NUMBER)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at, lines = self.list.currentRow(), list(self._lines)
        if 0 <= at + step < len(lines):
            lines.insert(at + step, lines.pop(at))
            self.list.setCurrentRow(at + step)
            self.edited.emit(lines)

    def _on_large(self) -> None:
        at, lines = self.list.currentRow(), list(self._lines)
        size = "large" if self.large_key.isChecked() else "normal"
        lines[at] = {**lines[at], "size": size}
        self.edited.emit(lines)

    def _on_remove(self) -> None:
        at = self.list.currentRow()
        self.edited.emit([line for place, line in enumerate(self._lines) if place != at])

    def _on_add(self) -> None:
        """Behind the picked line, which the new one then is."""
        part, at = self.parts.currentData(), self.list.currentRow() + 1
        lines = list(self._lines)
        lines.insert(at, _plain(part))
        self.edited.emit(lines)
        self.list.setCurrentRow(at)

    def _on_code(self) -> None:
        """The square code at the end, or nowhere."""
        lines = [line for line in self._lines if line["shows"] != SlipPart.CODE]
        if self.code.isChecked():
            lines.append(_plain(SlipPart.CODE))
        self.edited.emit(lines)


def _plain(part: SlipPart) -> Plain:
    return {"shows": SlipPart(part).value, "size": "normal"}
