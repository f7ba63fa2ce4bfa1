"""A page of the settings: shows the draft, changes it, tells that it did."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.draft import Draft
from ui.settings.form import Form
from ui.settings.specs import Section


class SettingsPage(QWidget):
    """`edited` after each change of the draft; `show_draft` sets everything, however often."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None

    def show_draft(self, draft: Draft) -> None:
        """Set everything from the draft."""
        self.draft = draft

    def subtitle(self) -> str:
        """What the head says beside the page's name."""
        return ""

    def first_focus(self) -> QWidget | None:
        """The piece that has the keyboard when the page opens."""
        return None

    def stop(self) -> None:
        """The screen closes: nothing is asked any more."""

    def put(self, path: object, value: object) -> None:
        """Change one value of the draft."""
        if self.draft is not None and isinstance(path, tuple):
            self.draft.put(path, value)
            self.edited.emit()


class FormPage(SettingsPage):
    """Fields of the document's own tables, two cards beside each other."""

    def __init__(self, sections: tuple[Section, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(sections, columns=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.edited.connect(self.put)

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self.form.show_draft(draft)


def bare_row() -> QHBoxLayout:
    """A row without margins."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row
