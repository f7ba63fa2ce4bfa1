"""All pages in one stack, each loaded and made when it is first needed."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kiosk.journey import Place
from ui.kiosk.page import Page

if TYPE_CHECKING:
    from ui.kiosk.grade_page import GradePage
    from ui.kiosk.home_page import HomePage
    from ui.kiosk.opening_page import OpeningPage
    from ui.kiosk.pick_page import PickPage
    from ui.kiosk.plan_page import PlanPage
    from ui.kiosk.rate_page import RatePage
    from ui.kiosk.service_page import ServicePage
    from ui.kiosk.ticket_page import TicketPage

_PAGES: dict[Place, tuple[str, str]] = {
    Place.OPENING: ("opening_page", "OpeningPage"),
    Place.HOME: ("home_page", "HomePage"),
    Place.TIER: ("tier_page", "TierPage"),
    Place.SERVICE: ("service_page", "ServicePage"),
    Place.PICK: ("pick_page", "PickPage"),
    Place.PLAN: ("plan_page", "PlanPage"),
    Place.ASSIST: ("assist_page", "AssistPage"),
    Place.URGENT: ("urgent_page", "UrgentPage"),
    Place.TICKET: ("ticket_page", "TicketPage"),
    Place.RATE: ("rate_page", "RatePage"),
    Place.GRADE: ("grade_page", "GradePage"),
    Place.THANKS: ("grade_page", "ThanksPage"),
    Place.CLOSED: ("closed_page", "ClosedPage"),
    Place.TROUBLE: ("trouble_page", "TroublePage"),
}
"""Module and class of each page: the first frame waits for the opening one alone."""


def load_page(place: Place) -> type[Page]:
    """The class of a page; loads its module when nobody has yet."""
    module, name = _PAGES[place]
    return cast("type[Page]", getattr(import_module(f"ui.kiosk.{module}"), name))


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
            page = load_page(place)(self)
            page.hide()
            page.asked.connect(self.asked)
            self._pages[place] = page
        return self._pages[place]

    def opening(self) -> "OpeningPage":
        """What stands before the branch is there."""
        return cast("OpeningPage", self.page(Place.OPENING))

    def home(self) -> "HomePage":
        """The start page."""
        return cast("HomePage", self.page(Place.HOME))

    def service(self) -> "ServicePage":
        """The page that confirms a service."""
        return cast("ServicePage", self.page(Place.SERVICE))

    def pick(self) -> "PickPage":
        """The page of a list of services."""
        return cast("PickPage", self.page(Place.PICK))

    def plan(self) -> "PlanPage":
        """The page that confirms a list."""
        return cast("PlanPage", self.page(Place.PLAN))

    def rate(self) -> "RatePage":
        """The page that asks for the number of a visit."""
        return cast("RatePage", self.page(Place.RATE))

    def grade(self) -> "GradePage":
        """The page with the grades."""
        return cast("GradePage", self.page(Place.GRADE))

    def ticket(self) -> "TicketPage":
        """The page after the issue."""
        return cast("TicketPage", self.page(Place.TICKET))

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
