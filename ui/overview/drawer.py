"""The drawer: one page at a time in the place of the right column, never a dialog."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.app.tasks import cancel_all
from ui.overview.reading import Reading
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, ElidedLabel, PushKey, Rule

DRAWER_PX, NARROW_PX = 456, 410
"""Width of the right column, and so of the drawer: on a large window, on a small one."""

RING_PX = 6
"""Room for a focus ring beside a piece."""

_TITLE = Type(Scale.OVERVIEW, Role.TITLE, Weight.BOLD)


class DrawerPage(QWidget):
    """What a drawer holds. Pages live as long as their screen; only the open one is shown views.

    A subclass sets everything in `show_reading` and moves its clocks in `show_time`. `reading` is
    the last it was shown.
    """

    retitled = Signal()
    """`title` has another answer."""
    done = Signal()
    """The page wants to be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self.hide()

    def title(self) -> str:
        """What the head of the drawer says, in the language in force."""
        return ""

    def show_reading(self, reading: Reading) -> None:
        """Set everything from a reading."""
        self.reading = reading

    def show_time(self, now: datetime) -> None:
        """Move the clocks on; nothing for a page without any."""

    def stop(self) -> None:
        """Leave what is under way to the floor: the screen closes."""
        cancel_all(self)

    def holds_escape(self) -> bool:
        """Whether Escape goes back inside the page first, instead of closing the drawer."""
        return False

    def footer(self) -> QWidget | None:
        """What stays in sight under a page too long for the drawer: its keys, its message."""
        return None

    def first_focus(self) -> QWidget | None:
        """The piece that has the keyboard when the page opens; None for the close key."""
        return None


class Drawer(Card):
    """A title, a close key and the open page; Escape closes, focus goes back where it was."""

    closed = Signal()
    """The drawer has been closed."""
    paged = Signal()
    """Another page is open, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(DRAWER_PX)
        self._page: DrawerPage | None = None
        self._footer: QWidget | None = None
        self._reading: Reading | None = None
        self._came_from: QWidget | None = None
        self._title = ElidedLabel("", _TITLE)
        self.close_key = PushKey("", "Esc")
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._lay_out()
        self.close_key.clicked.connect(self.close_page)
        self.retranslate()

    @property
    def page(self) -> DrawerPage | None:
        """The open page, None while the drawer is closed."""
        return self._page

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def open_page(self, page: DrawerPage) -> None:
        """Show a page in place of the one before; it is set from the last reading first."""
        if page is not self._page:
            self._put_away()
            self._page = page
            page.retitled.connect(self._on_retitled)
            page.done.connect(self.close_page)
            self._scroll.setWidget(page)
            page.setAutoFillBackground(False)
            _leave_room(page)
            self._show_footer(page)
        if self._reading is not None:
            page.show_reading(self._reading)
        self._on_retitled()
        self._show(True)
        page.show()
        (page.first_focus() or self.close_key).setFocus(Qt.FocusReason.OtherFocusReason)
        self.paged.emit()

    def close_page(self) -> None:
        """Close the drawer; the page is kept for the next time."""
        if self._page is None:
            return
        self._put_away()
        self._show(False)
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.closed.emit()
        self.paged.emit()

    def show_reading(self, reading: Reading) -> None:
        """Keep the reading; an open page is set from it."""
        self._reading = reading
        if self._page is not None:
            self._page.show_reading(reading)
            self._on_retitled()

    def show_time(self, now: datetime) -> None:
        """Move the open page's clocks on."""
        if self._page is not None:
            self._page.show_time(now)

    def retranslate(self) -> None:
        """Say the head in the language in force."""
        self.close_key.setText(self.tr("Close"))
        self._on_retitled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._page is not None and self._reading is not None:
                self._page.show_reading(self._reading)
                self._on_retitled()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20 - RING_PX, 12, 8, 12)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, 12, 10)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_key)
        column.addLayout(head)
        line = QHBoxLayout()
        line.setContentsMargins(RING_PX, 0, 0, 0)
        line.addWidget(Rule())
        column.addLayout(line)
        column.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(RING_PX, 8, 12, 4)
        column.addLayout(self._foot)

    def _put_away(self) -> None:
        page, self._page = self._page, None
        if page is None:
            return
        page.retitled.disconnect(self._on_retitled)
        page.done.disconnect(self.close_page)
        if self._footer is not None:
            self._foot.removeWidget(self._footer)
            self._footer.hide()
            self._footer = None
        self._scroll.takeWidget()
        page.hide()
        page.setParent(self)

    def _show_footer(self, page: DrawerPage) -> None:
        self._footer = page.footer()
        if self._footer is not None:
            self._foot.addWidget(self._footer)
            self._footer.show()

    def _on_retitled(self) -> None:
        page = self._page
        self._title.setText(page.title() if page is not None else "")
        self.close_key.set_key("" if page is not None and page.holds_escape() else "Esc")

    def _show(self, wanted: bool) -> None:
        """Change places with the column whose room this is."""
        place = self.parentWidget()
        if not isinstance(place, DrawerPlace):
            self.setVisible(wanted)
            return
        if wanted and not place.drawer_is_open():
            focus = QApplication.focusWidget()
            inside = focus is not None and place.isAncestorOf(focus)
            self._came_from = None if inside else focus
        place.show_drawer(wanted)


def _leave_room(page: QWidget) -> None:
    """The scrolled part cuts off what stands over its edge: the ring of a focused piece."""
    layout = page.layout()
    if layout is not None:
        edges = layout.contentsMargins()
        edges.setLeft(RING_PX)
        layout.setContentsMargins(edges)


class DrawerPlace(QStackedWidget):
    """The right column of the overview: its panels, or the drawer in their place."""

    def __init__(self, column: QWidget, drawer: Drawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(DRAWER_PX)
        self._drawer, self._column = drawer, column
        self.addWidget(column)
        self.addWidget(drawer)

    def set_compact(self, compact: bool) -> None:
        """Narrower, for a small window."""
        wide = NARROW_PX if compact else DRAWER_PX
        for part in (self, self._column, self._drawer):
            part.setFixedWidth(wide)

    def drawer_is_open(self) -> bool:
        """Whether the drawer covers the column."""
        return self.currentWidget() is self._drawer

    def show_drawer(self, wanted: bool) -> None:
        """Show the drawer, or the column again."""
        self.setCurrentIndex(1 if wanted else 0)
