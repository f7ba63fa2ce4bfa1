"""The catalogue: every service against every counter, and the form of the one that is opened."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.app.language import current_language
from ui.settings.draft import Draft
from ui.settings.editors import a_line
from ui.settings.entry_words import new_entry
from ui.settings.form import Form
from ui.settings.legend import Legend
from ui.settings.matrix import (
    FACTS,
    LIMIT,
    MEAN,
    NAME,
    PREFIX,
    TARGET,
    USUAL,
    MatrixDelegate,
    MatrixHeader,
    MatrixModel,
)
from ui.settings.page import SettingsPage, bare_row
from ui.settings.pairs import allowed_at, barrier, next_key
from ui.settings.specs import SERVICE
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CellMark, ElidedLabel, PushKey, QuietMessage, TextLabel

FORM_PX = 560
_FACT_PX = (58, 0, 52, 48, 58, 62, 72, 66)
_NARROW = (PREFIX, LIMIT, MEAN, USUAL, TARGET)
"""Facts that stand in the form, and so give way to it."""

_NARROW_PX, _SLIM_PX, _WIDE_PX = 1400, 60, 88
_ROW_PX = 26


class MatrixView(QTableView):
    """Arrow keys walk, Space and Enter press a cell; Enter on a fact opens the service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(MatrixHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.setItemDelegate(MatrixDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressing = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in pressing and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class CataloguePage(SettingsPage):
    """A click on a cell turns it on; a service's own row opens its form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.table = MatrixModel(self), MatrixView()
        self.table.setModel(self.model)
        self.search: QLineEdit = a_line()
        self.search.setFixedWidth(260)
        self.add_key, self.remove_key, self.close_key = PushKey(key="Ctrl+N"), PushKey(), PushKey()
        self.form = Form(SERVICE)
        self.why = QuietMessage(Scale.OVERVIEW)
        self.legend = Legend()
        self._hint = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self._form_title = TextLabel("", Type(Scale.OVERVIEW, Role.TITLE, Weight.BOLD))
        self._opened = -1
        self._lay_out()
        self.table.activated.connect(self._on_pressed)
        self.table.clicked.connect(self._on_clicked)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.search.textEdited.connect(self._on_find)
        self.add_key.clicked.connect(self.add)
        self.remove_key.clicked.connect(self.remove)
        self.close_key.clicked.connect(self.close_form)
        self.form.edited.connect(self.put)
        for keys, act in (("Ctrl+F", self.search.setFocus), ("Ctrl+N", self.add)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        fresh = self.draft is not draft
        super().show_draft(draft)
        self.model.show_draft(draft)
        if fresh:
            self._size_columns()
        if self._opened >= len(draft.values["service"]):
            self._opened = -1
        self._show_form()
        self._say()

    def subtitle(self) -> str:
        if self.draft is None:
            return ""
        return self.tr("{0} services × {1} counters · version {2}").format(
            len(self.draft.values["service"]),
            len(self.draft.values["counter"]),
            self.draft.base.version,
        )

    def first_focus(self) -> QWidget | None:
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, FACTS))
        return self.table

    def opened(self) -> int:
        """The service whose form is open, -1 for none."""
        return self._opened

    def open_form(self, row: int) -> None:
        """Open a service's form beside the table."""
        self._opened = row
        self._show_form()

    def close_form(self) -> None:
        """Close the form; the keyboard goes back to the table."""
        self._opened = -1
        self._show_form()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin a new service."""
        if self.draft is not None:
            row = self.draft.add("service", new_entry("service"))
            self.open_form(row)
            self.edited.emit()
            self.table.scrollToBottom()
            self.form.row("code").editor.pieces()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the opened service out, of every counter too."""
        if self.draft is not None and self._opened >= 0:
            row, self._opened = self._opened, -1
            self.draft.remove("service", row)
            self.edited.emit()

    def retranslate(self) -> None:
        """Its keys in the language in force."""
        self.search.setPlaceholderText(self.tr("Find a service (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Find a service"))
        self.table.setAccessibleName(self.tr("Services and counters"))
        self._hint.setText(
            self.tr("Press a cell to change it, a row to open it; mean and usual are minutes")
        )
        self.add_key.setText(self.tr("Add service"))
        self.remove_key.setText(self.tr("Remove service"))
        self.close_key.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        tools = bare_row()
        tools.addWidget(self._hint, 1)
        tools.addWidget(self.search)
        tools.addWidget(self.add_key)
        body = QHBoxLayout()
        body.setSpacing(14)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.addWidget(self.table)
        body.addWidget(card, 1)
        self._side = QWidget()
        self._side.setFixedWidth(FORM_PX)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        head = bare_row()
        head.addWidget(self._form_title, 1)
        head.addWidget(self.remove_key)
        head.addWidget(self.close_key)
        side.addLayout(head)
        side.addWidget(self.form, 1)
        body.addWidget(self._side)
        column.addLayout(tools)
        column.addLayout(body, 1)
        column.addWidget(self.legend)
        column.addWidget(self.why)

    def _size_columns(self) -> None:
        head, narrow = self.table.horizontalHeader(), self._is_narrow()
        for at in range(self.model.columnCount()):
            self.table.setColumnHidden(at, narrow and at in _NARROW)
            if at == NAME:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(
                    at, _FACT_PX[at] if at < FACTS else _SLIM_PX if narrow else _WIDE_PX
                )

    def _is_narrow(self) -> bool:
        form = FORM_PX + 14 if self._opened >= 0 else 0
        return self.width() - form < _NARROW_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _show_form(self) -> None:
        shown = self._opened >= 0 and self.draft is not None
        if self._side.isHidden() == shown:
            self._side.setVisible(shown)
            self._size_columns()
        if shown and self.draft is not None:
            service = self.model.service(self._opened)
            self._form_title.setText(service["code"] or self.tr("New service"))
            self.form.show_draft(self.draft, ("service", self._opened))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_pressed(index)

    def _on_pressed(self, index: QModelIndex) -> None:
        if self.draft is None:
            return
        counter, service = self.model.counter(index.column()), self.model.service(index.row())
        if counter is None:
            self.open_form(index.row())
        elif self.model.mark(index.row(), index.column()) is not CellMark.FORBIDDEN:
            at = index.column() - FACTS
            self.draft.mark(at, service["code"], next_key(service, counter))
            self.edited.emit()
        self._say()

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        self._say()

    def _on_find(self, text: str) -> None:
        wanted = text.strip().lower()
        for row in range(self.model.rowCount()):
            service = self.model.service(row)
            words = (service["code"], service["name"]["zh"], service["name"]["en"])
            self.table.setRowHidden(row, not any(wanted in word.lower() for word in words))

    def _say(self) -> None:
        index = self.table.currentIndex()
        counter = self.model.counter(index.column()) if index.isValid() else None
        if counter is None or self.draft is None:
            self.why.clear()
            return
        service = self.model.service(index.row())
        why = barrier(service, counter)
        self.why.say(self._sentence(service, counter, why) if why else "", "late")

    def _sentence(self, service: Any, counter: Any, why: str) -> str:
        side = "zh" if self.locale_is_chinese() else "en"
        what = self.tr("<b>{0} {1} × counter {2} ({3}) cannot be set.</b> ").format(
            service["code"], service["name"][side], counter["number"], counter["name"][side]
        )
        places = ", ".join(allowed_at(self.draft, service)) if self.draft is not None else ""
        if why == "cash":
            return what + self.tr(
                "Cash work goes to cash counters only: {0}. "
                "For mixed needs use two steps of one number."
            ).format(places)
        return what + self.tr("It may be sold in the sales zone only: counter {0}.").format(places)

    def locale_is_chinese(self) -> bool:
        """Whether names are shown in Chinese."""
        return current_language().startswith("zh")
