"""All pages in one stack, each made when it is first needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kiosk.assist_page import AssistPage
from ui.kiosk.closed_page import ClosedPage
from ui.kiosk.grade_page import GradePage, ThanksPage
from ui.kiosk.home_page import HomePage
from ui.kiosk.journey import Place
from ui.kiosk.opening_page import OpeningPage
from ui.kiosk.page import Page
from ui.kiosk.pick_page import PickPage
from ui.kiosk.plan_page import PlanPage
from ui.kiosk.rate_page import RatePage
from ui.kiosk.service_page import ServicePage
from ui.kiosk.ticket_page import TicketPage
from ui.kiosk.tier_page import TierPage
from ui.kiosk.trouble_page import TroublePage
from ui.kiosk.urgent_page import UrgentPage

_PAGES: dict[Place, type[Page]] = {
    Place.OPENING: OpeningPage,
    Place.HOME: HomePage,
    Place.TIER: TierPage,
    Place.SERVICE: ServicePage,
    Place.PICK: PickPage,
    Place.PLAN: PlanPage,
    Place.ASSIST: AssistPage,
    Place.URGENT: UrgentPage,
    Place.TICKET: TicketPage,
    Place.RATE: RatePage,
    Place.GRADE: GradePage,
    Place.THANKS: ThanksPage,
    Place.CLOSED: ClosedPage,
    Place.TROUBLE: TroublePage,
}


class PageStack(QWidget):
    """Shows one page over its whole area; the others are neither drawn nor asked for their size.

    Signals:
        asked: what any page asks; carries an `Ask`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[Place, Page] = {}
        self._open: Place | None = None

    def page(self, place: Place) -> Page:
        """The page of a place."""
        if place not in self._pages:
            page = _PAGES[place](self)
            page.hide()
            page.asked.connect(self.asked)
            self._pages[place] = page
        return self._pages[place]

    def opening(self) -> OpeningPage:
        """What stands before the branch is there."""
        page = self.page(Place.OPENING)
        assert isinstance(page, OpeningPage)
        return page

    def home(self) -> HomePage:
        """The start page."""
        page = self.page(Place.HOME)
        assert isinstance(page, HomePage)
        return page

    def service(self) -> ServicePage:
        """The page that confirms a service."""
        page = self.page(Place.SERVICE)
        assert isinstance(page, ServicePage)
        return page

    def pick(self) -> PickPage:
        """The page of a list of services."""
        page = self.page(Place.PICK)
        assert isinstance(page, PickPage)
        return page

    def plan(self) -> PlanPage:
        """The page that confirms a list."""
        page = self.page(Place.PLAN)
        assert isinstance(page, PlanPage)
        return page

    def rate(self) -> RatePage:
        """The page that asks for the number of a visit."""
        page = self.page(Place.RATE)
        assert isinstance(page, RatePage)
        return page

    def grade(self) -> GradePage:
        """The page with the grades."""
        page = self.page(Place.GRADE)
        assert isinstance(page, GradePage)
        return page

    def ticket(self) -> TicketPage:
        """The page after the issue."""
        page = self.page(Place.TICKET)
        assert isinstance(page, TicketPage)
        return page

    def open(self, place: Place) -> None:
        """Bring a page to the front; focus waits at its top without a ring."""
        page = self.page(place)
        if place is self._open:
            return
        before, self._open = self._open, place
        page.setGeometry(self.rect())
        page.show()
        page.setFocus(Qt.FocusReason.MouseFocusReason)
        if before is not None:
            self.page(before).hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._open is not None:
            self.page(self._open).setGeometry(self.rect())
