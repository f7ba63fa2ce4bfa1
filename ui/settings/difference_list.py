"""Differences as a table: where, what, before, after."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.settings.differences import Difference
from ui.settings.editors import TEXT
from ui.theme import Role, Scale, Type, Weight

_BOLD = Type(Scale.OVERVIEW, Role.TEXT, Weight.SEMI)
_ROW_PX = 40


class DifferenceList(QTableWidget):
    """Rows of differences; the keyboard walks them, nobody edits them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setFont(TEXT.font())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(_ROW_PX)
        head = self.horizontalHeader()
        head.setFont(TEXT.font())
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in range(4):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    def show_differences(self, differences: list[Difference]) -> None:
        """Set the rows."""
        self.setRowCount(len(differences))
        for row, one in enumerate(differences):
            for column, text in enumerate((one.where, one.what, one.before, one.after)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in (0, 3):
                    item.setFont(_BOLD.font())
                self.setItem(row, column, item)

    def retranslate(self) -> None:
        """Its head in the language in force."""
        self.setHorizontalHeaderLabels(
            [self.tr("Where"), self.tr("What"), self.tr("Before"), self.tr("After")]
        )
        self.setAccessibleName(self.tr("Differences"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
