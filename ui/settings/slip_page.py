"""The slip: its paper, a branch's own words, its lines, and what comes out of the printer."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.settings import specs
from ui.settings.draft import Draft
from ui.settings.form import Form
from ui.settings.page import SettingsPage
from ui.settings.slip_lines import PATH, SlipLines
from ui.settings.slip_preview import SlipPreview

SIDE_BY_SIDE_PX, FORM_PX, NO_LIMIT_PX = 1400, 240, 16_777_215


class SlipPage(SettingsPage):
    """The picture at the right follows each change that is sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.lines, self.preview = Form(specs.SLIP), SlipLines(), SlipPreview()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(14)
        self._fields.addWidget(self.form, 1)
        self._fields.addWidget(self.lines, 1)
        row.addLayout(self._fields, 1)
        row.addWidget(self.preview)
        self.form.edited.connect(self.put)
        self.lines.edited.connect(self._on_lines)

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self.form.show_draft(draft)
        self.lines.show_draft(draft)
        self.preview.show_config(draft.config)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else the lines below the fields."""
        wide = self.width() >= SIDE_BY_SIDE_PX
        ways = QBoxLayout.Direction
        self._fields.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self.form.setMaximumHeight(NO_LIMIT_PX if wide else FORM_PX)
        super().resizeEvent(event)

    def first_focus(self) -> QWidget | None:
        return self.lines.list

    def _on_lines(self, lines: object) -> None:
        self.put(PATH, lines)
