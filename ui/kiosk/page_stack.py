"""All pages in one stack, each loaded and made when it is first needed."""

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kiosk.journey import Place
from ui.kiosk.page import Page
from ui.kiosk.scene import Scene

if TYPE_CHECKING:
    from ui.kiosk.grade_page import GradePage
    from ui.kiosk.home_page import HomePage
    from ui.kiosk.opening_page import OpeningPage
    from ui.kiosk.pick_page import PickPage
    from ui.kiosk.plan_page import PlanPage
    from ui.kiosk.rate_page import RatePage
    from ui.kiosk.service_page import ServicePage
    from ui.kiosk.ticket_page import TicketPage


class Form(StrEnum):
    """PLAIN, or ELDER: large type and everyday words; NO_SLIP: a ticket without its paper."""

    PLAIN = "plain"
    ELDER = "elder"
    NO_SLIP = "no_slip"


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

_FORMS: dict[tuple[Place, Form], tuple[str, str]] = {
    (Place.HOME, Form.ELDER): ("elder_home", "ElderHomePage"),
    (Place.SERVICE, Form.ELDER): ("elder_service", "ElderServicePage"),
    (Place.ASSIST, Form.ELDER): ("elder_tells", "ElderAssistPage"),
    (Place.URGENT, Form.ELDER): ("elder_tells", "ElderUrgentPage"),
    (Place.TICKET, Form.ELDER): ("elder_ticket", "ElderTicketPage"),
    (Place.CLOSED, Form.ELDER): ("elder_tells", "ElderClosedPage"),
    (Place.TROUBLE, Form.ELDER): ("elder_tells", "ElderTroublePage"),
    (Place.TICKET, Form.NO_SLIP): ("no_slip_page", "NoSlipPage"),
}
ELDER_PLACES = frozenset(place for place, form in _FORMS if form is Form.ELDER)
"""Where large type leads; whoever stands elsewhere when asking for it starts at home."""


def load_page(place: Place, form: Form = Form.PLAIN) -> type[Page]:
    """The class of a page; loads its module when nobody has yet."""
    module, name = _FORMS.get((place, form), _PAGES[place])
    return cast("type[Page]", getattr(import_module(f"ui.kiosk.{module}"), name))


def form_of(scene: Scene, place: Place) -> Form:
    """The form a place is shown in."""
    if scene.comfort.elder and place in ELDER_PLACES:
        return Form.ELDER
    if place is Place.TICKET and scene.journey.slipless:
        return Form.NO_SLIP
    return Form.PLAIN


class PageStack(QWidget):
    """Shows one page over its whole area; the others are neither drawn nor asked for their size.

    Signals:
        asked: what any page asks; carries an `Ask`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[tuple[Place, Form], Page] = {}
        self._open: Page | None = None

    def page(self, place: Place, form: Form = Form.PLAIN) -> Page:
        """The page of a place in a form."""
        key = (place, form)
        if key not in self._pages:
            page = load_page(place, form)(self)
            page.hide()
            page.asked.connect(self.asked)
            self._pages[key] = page
        return self._pages[key]

    def current(self) -> Page:
        """The page in front."""
        return self._open or self.page(Place.OPENING)

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

    def open(self, place: Place, form: Form = Form.PLAIN) -> bool:
        """Bring a page to the front, focus waits at its top without a ring; False if it was."""
        page = self.page(place, form)
        if page is self._open:
            return False
        before, self._open = self._open, page
        page.setGeometry(self.rect())
        page.show()
        page.setFocus(Qt.FocusReason.MouseFocusReason)
        if before is not None:
            before.hide()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._open is not None:
            self._open.setGeometry(self.rect())
