"""The pages of the console, of which one shows: made, found for a moment, turned to, busy."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets import FocusRing

from .desk import Mode, Moment
from .keys import Panel
from .page import Page
from .pages import CalledPage, IdlePage, ServingPage
from .panel_kinds import PANELS
from .quiet_pages import ClosedPage, PausedPage, UnknownPage
from .sign_in_page import SignInPage
from .usual import Usual

LONGER_MS = 150
"""After this long a command is shown to be under way."""


class Shelf(QWidget):
    """Every page once; which one shows follows from the moment and the panel that is open.

    Only the page that shows is laid out, so that it alone says how small the window may be.
    """

    def __init__(self, usual: Usual, staff: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unknown = UnknownPage()
        self.sign_in = SignInPage(staff)
        self.closed = ClosedPage(staff)
        self.idle = IdlePage()
        self.called = CalledPage(usual)
        self.serving = ServingPage(usual)
        self.paused = PausedPage()
        self.panels = {panel: kind.make(usual) for panel, kind in PANELS.items()}
        self._of_mode: dict[Mode, Page] = {
            Mode.CLOSED: self.closed,
            Mode.IDLE: self.idle,
            Mode.CALLED: self.called,
            Mode.SERVING: self.serving,
            Mode.PAUSED: self.paused,
        }
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        for page in self.pages():
            page.setParent(self)
            page.hide()
        self._page: Page = self.unknown
        self._show(self.unknown)
        self._busy: Page | None = None
        self._longer = QTimer(self)
        self._longer.setSingleShot(True)
        self._longer.setInterval(LONGER_MS)
        self._longer.timeout.connect(self._on_longer)

    def pages(self) -> tuple[Page, ...]:
        """All of them."""
        return (self.unknown, self.sign_in, *self._of_mode.values(), *self.panels.values())

    def page(self) -> Page:
        """The page shown."""
        return self._page

    def set_wide(self, wide: bool) -> None:
        """Lay every page out for a form."""
        for page in self.pages():
            page.set_wide(wide)

    def page_for(self, moment: Moment, panel: Panel) -> Page:
        """The page of a moment: the panel if one is open, else its mode's."""
        return self.panels.get(panel) or self._of_mode[moment.mode]

    def turn_to(self, page: Page) -> None:
        """Show a page; who works by keyboard finds the focus where its work begins."""
        if page is self._page:
            return
        window = self.window()
        by_keyboard = any(ring.isVisible() for ring in window.findChildren(FocusRing))
        self._show(page)
        reason = Qt.FocusReason.OtherFocusReason
        if not by_keyboard and not page.in_place:
            reason = Qt.FocusReason.MouseFocusReason
        (page.first_focus() or self.parentWidget() or self).setFocus(reason)

    def _show(self, page: Page) -> None:
        self._room.removeWidget(self._page)
        self._page.hide()
        self._page = page
        self._room.addWidget(page)
        page.show()

    def begin_busy(self, ask: object) -> None:
        """An ask is under way: its key says so, and after a while every key."""
        self._busy = self.page()
        self._busy.set_busy(ask)
        self._longer.start()

    def end_busy(self) -> None:
        """It is over."""
        self._longer.stop()
        if self._busy is not None:
            self._busy.set_busy(None)

    def _on_longer(self) -> None:
        if self._busy is not None:
            self._busy.set_all_busy()
