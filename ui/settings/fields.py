"""One field of a form: its label, its editor, what it was, what is wrong with it."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.settings.editors import SMALL, TEXT, LinesEditor, editor_for
from ui.settings.specs import Spec
from ui.settings.words import field
from ui.widgets import TextLabel

LABEL_PX = 180


class FieldRow(QWidget):
    """A label beside its editor; below it what is wrong, or what it was."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor = editor_for(spec)
        self._label = TextLabel("", TEXT, "ink_2")
        self._label.set_wrapping(True, 2)
        self._label.setFixedWidth(LABEL_PX)
        self.note = TextLabel("", SMALL, "brand")
        self.note.set_wrapping(True)
        self.note.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        lined = isinstance(self.editor, LinesEditor)
        top = Qt.AlignmentFlag.AlignTop if lined else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._label, 0, 0, top)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.note, 1, 1)
        self.retranslate()

    def show_value(self, value: Any, old: str = "") -> None:
        """Set it; `old` is what it was, "" when it is as it was."""
        self.editor.show_value(value)
        self.editor.set_trouble(False)
        self.note.set_tone("brand")
        self.note.setText(old)
        self.note.setVisible(bool(old))

    def refuse(self, why: str) -> None:
        """Say what is wrong with it."""
        self.editor.set_trouble(True)
        self.note.set_tone("late")
        self.note.setText(why)
        self.note.show()

    def retranslate(self) -> None:
        """Its label in the language in force."""
        name = field(self.spec.word)
        self._label.setText(name)
        self.editor.name_pieces(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
