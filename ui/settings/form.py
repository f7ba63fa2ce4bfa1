"""A form over keys of the document: its sections as cards, side by side where there is room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.settings.differences import shown
from ui.settings.draft import Draft, Path
from ui.settings.editors import WordEditor, bold
from ui.settings.fields import FieldRow
from ui.settings.specs import Section
from ui.settings.why_words import said
from ui.settings.words import heading
from ui.widgets import Card, TextLabel


class Form(QScrollArea):
    """`edited` carries the whole path and the new value of what somebody changed."""

    edited = Signal(object, object)

    def __init__(
        self, sections: tuple[Section, ...], columns: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._prefix: Path = ()
        self._rows: dict[tuple[str, ...], FieldRow] = {}
        self._headings: list[tuple[TextLabel, str]] = []
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(14)
        halves = [QVBoxLayout() for _ in range(columns)]
        for half in halves:
            half.setSpacing(14)
            row.addLayout(half, 1)
        for at, section in _spread(sections, columns):
            halves[at].addWidget(self._card(section))
        for half in halves:
            half.addStretch(1)
        self.setWidget(inside)

    def row(self, *keys: str) -> FieldRow:
        """The field of a key path."""
        return self._rows[keys]

    def rows(self) -> list[FieldRow]:
        """Every field, in order."""
        return list(self._rows.values())

    def show_draft(self, draft: Draft, prefix: Path = ()) -> None:
        """Set every field from the draft; `prefix` leads to the entry it is about."""
        self._prefix = prefix
        fault = draft.fault
        for keys, row in self._rows.items():
            path = (*prefix, *keys)
            if isinstance(row.editor, WordEditor) and row.spec.family == "class":
                row.editor.set_choices(tuple(r["name"] for r in draft.values["policy"]["class"]))
            value, old = draft.get(path), draft.old(path)
            moved = old != value and (not prefix or draft.old(prefix) is not None)
            row.show_value(value, self.tr("was {0}").format(shown(old)) if moved else "")
            if fault is not None and fault.path == path:
                row.refuse(said(fault.why))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for label, key in self._headings:
                label.setText(heading(key))
        super().changeEvent(event)

    def _card(self, section: Section) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        title = TextLabel(heading(section.title), bold())
        self._headings.append((title, section.title))
        column.addWidget(title)
        for spec in section.specs:
            row = FieldRow(spec)
            row.editor.edited.connect(self._on_edited)
            self._rows[spec.path] = row
            column.addWidget(row)
        return card

    def _on_edited(self, value: object) -> None:
        editor = self.sender()
        for keys, row in self._rows.items():
            if row.editor is editor:
                self.edited.emit((*self._prefix, *keys), value)
                return


def _spread(sections: tuple[Section, ...], columns: int) -> list[tuple[int, Section]]:
    """Each section to the column that is shortest so far."""
    heights = [0] * columns
    placed = []
    for section in sections:
        at = heights.index(min(heights))
        heights[at] += 2 + len(section.specs)
        placed.append((at, section))
    return placed
