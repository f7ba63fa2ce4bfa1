"""Calling rules: targets and head starts, the bound they publish, the score they give."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.settings.bound_card import BoundCard
from ui.settings.checks_card import ChecksCard
from ui.settings.class_card import ClassCard
from ui.settings.draft import Draft
from ui.settings.page import SettingsPage
from ui.settings.preview_card import PreviewCard
from ui.settings.score_card import ScoreCard

_TWO_COLUMNS_PX = 1300
_APART_PX = 34
"""From this width the cards stand side by side; below it one above the other, and scroll."""


class PolicyPage(SettingsPage):
    """Five cards over the draft; all but the first follow each change that is sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes, self.checks = ClassCard(), ChecksCard()
        self.bound, self.scores = BoundCard(), ScoreCard()
        self.preview = PreviewCard()
        self._sheet = sheet = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(14)
            self._row.addLayout(column, 1)
        left.addWidget(self.classes)
        left.addWidget(self.checks)
        left.addWidget(self.scores, 1)
        right.addWidget(self.bound)
        right.addWidget(self.preview, 1)
        self.classes.edited.connect(self.put)
        self._lay_out(sheet)

    def _lay_out(self, sheet: QWidget) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_PX
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        for column in range(self._row.count()):
            self._row.setStretch(column, int(wide))
        self._row.setContentsMargins(0, 0, 0 if wide else 8, 0)
        self._make_room()

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self.classes.show_draft(draft)
        self.checks.show_draft(draft)
        self.bound.show_config(draft.config)
        self.scores.show_config(draft.config, draft.base)
        self.preview.show_draft(draft)
        self._make_room()

    def _make_room(self) -> None:
        """Scroll rather than press cards below what they show, one above the other."""
        if self.width() >= _TWO_COLUMNS_PX:
            self._sheet.setMinimumHeight(0)
            return
        cards = (self.classes, self.checks, self.scores, self.bound, self.preview)
        wide = self.width() - 24
        heights = [max(card.heightForWidth(wide), card.sizeHint().height()) for card in cards]
        self._sheet.setMinimumHeight(sum(heights) + _APART_PX * len(cards))

    def subtitle(self) -> str:
        if self.draft is None:
            return ""
        version = self.draft.base.version
        if not self.draft.changed:
            return self.tr("version {0} in force").format(version)
        return self.tr("draft of version {0} · version {1} in force").format(version + 1, version)

    def first_focus(self) -> QWidget | None:
        return self.classes.first_field()

    def stop(self) -> None:
        self.preview.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.draft is not None:
            self.show_draft(self.draft)
        super().changeEvent(event)
