"""The lobby manager's desk: looking up, issuing, and the drawers that belong to them."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from branchfloor.devices.printer.port import Printer, hand_out
from branchfloor.floor.answers import Slip
from branchfloor.floor.floor import Floor
from branchfloor.floor.slips import paper_slip
from ui.app.tasks import async_slot, cancel_all
from ui.overview.asking import phrases
from ui.overview.bar_key import BarKey
from ui.overview.drawer import Drawer, DrawerPage
from ui.overview.emergency_page import EmergencyPage, emergency_of
from ui.overview.find_page import FindPage, TicketField
from ui.overview.green_page import GreenPage
from ui.overview.head_bar import HeadBar
from ui.overview.issue_page import IssuePage
from ui.overview.issuing_page import IssuingPage
from ui.overview.reading import Reading
from ui.overview.ticket_page import TicketPage

# Not Ctrl+E: in a field with the cursor in it that goes to the end of the line.
ISSUE_KEY, EMERGENCY_KEY, GREEN_KEY = "Ctrl+N", "Alt+E", "Ctrl+G"


class LobbyDesk(QObject):
    """Puts the search field and two keys on the head and opens its pages in the drawer.

    Keys: Ctrl+F or any letter or digit looks a ticket up, Ctrl+N issues, Alt+E is an emergency,
    Ctrl+G shows the green channel.
    """

    def __init__(self, floor: Floor, screen: QWidget, head: HeadBar, drawer: Drawer) -> None:
        super().__init__(screen)
        self._drawer = drawer
        self._printer: Printer | None = None
        self._reading: Reading | None = None
        self.field = TicketField()
        self.issue_key, self.emergency_key = BarKey(ISSUE_KEY), BarKey(EMERGENCY_KEY, urgent=True)
        self._floor, self._screen = floor, screen
        for piece in (self.field, self.issue_key, self.emergency_key):
            head.add_lead(piece)
        self._connect()
        for keys, slot in (
            ("Ctrl+F", self.field.begin),
            (ISSUE_KEY, self.issue_key.click),
            (EMERGENCY_KEY, self.emergency_key.click),
            (GREEN_KEY, self.open_green),
        ):
            QShortcut(QKeySequence(keys), screen).activated.connect(slot)
        self.retranslate()

    # Pages are made when they are first opened: none of them keeps the first frame waiting.

    @cached_property
    def find(self) -> FindPage:
        """The tickets that fit what was typed."""
        page = FindPage(self._screen)
        page.list.left_above.connect(self.field.begin)
        page.found.connect(self._on_found)
        return page

    @cached_property
    def ticket(self) -> TicketPage:
        """One ticket."""
        page = TicketPage(self._floor, self._screen)
        page.slip_wanted.connect(self._on_slip)
        return page

    @cached_property
    def issue(self) -> IssuePage:
        """Issue for somebody."""
        page = IssuePage(self._floor, self._screen)
        self._join(page)
        return page

    @cached_property
    def emergency(self) -> EmergencyPage:
        """Emergencies."""
        page = EmergencyPage(self._floor, self._screen)
        self._join(page)
        return page

    @cached_property
    def green(self) -> GreenPage:
        """All requests of the green channel."""
        page = GreenPage(self._floor, self._screen)
        page.ticket_wanted.connect(self.open_ticket)
        return page

    def set_printer(self, printer: Printer | None) -> None:
        """Where slips go; None when this PC has no printer."""
        self._printer = printer
        for page in self._made():
            if isinstance(page, IssuingPage):
                page.set_printer(printer)

    def show_reading(self, reading: Reading) -> None:
        """Keep the reading; a branch without emergencies has no key for them."""
        self._reading = reading
        self.emergency_key.setVisible(emergency_of(reading.config) is not None)
        self.issue_key.setEnabled(reading.may("issue"))
        self.emergency_key.setEnabled(reading.may("grant"))

    def open_ticket(self, visit_id: str, number: str = "") -> None:
        """Open the drawer of a visit."""
        self.ticket.show_ticket(visit_id, number)
        self._drawer.open_page(self.ticket)

    def open_issue(self) -> None:
        """Open an empty form to issue a ticket with."""
        self._drawer.open_page(self.issue)
        self.issue.begin()

    def open_emergency(self) -> None:
        """Open the emergencies."""
        self._drawer.open_page(self.emergency)
        self.emergency.begin()

    def open_green(self) -> None:
        """Open all green-channel requests and grants."""
        self._drawer.open_page(self.green)

    def open_lane(self, lane: str) -> None:
        """List all tickets of a lane."""
        self.find.list_lane(lane)
        self._drawer.open_page(self.find)

    def look_up(self, typed: str) -> None:
        """Show the tickets that fit what was typed."""
        self.field.setText(typed)
        self._on_typed(typed)

    def stop(self) -> None:
        """Leave what is under way to the floor."""
        for page in self._made():
            page.stop()
        cancel_all(self)

    def retranslate(self) -> None:
        """Say the keys in the language in force."""
        self.issue_key.set_text(self.tr("Issue"))
        self.emergency_key.set_text(self.tr("Emergency"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    def _made(self) -> list[DrawerPage]:
        """The pages that have been opened so far."""
        return [page for page in vars(self).values() if isinstance(page, DrawerPage)]

    def _join(self, page: IssuingPage) -> None:
        page.set_printer(self._printer)
        page.ticket_wanted.connect(self.open_ticket)

    def _connect(self) -> None:
        self.issue_key.clicked.connect(self.open_issue)
        self.emergency_key.clicked.connect(self.open_emergency)
        self.field.textEdited.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.went_down.connect(self._on_went_down)
        self.field.emptied.connect(self._on_emptied)
        parent = self.parent()
        if parent is not None:
            parent.installEventFilter(self)

    def _on_typed(self, typed: str) -> None:
        if not typed.strip():
            self._on_emptied()
            return
        self.find.look_for(typed)
        if self._drawer.page is not self.find:
            self._drawer.open_page(self.find)
            self.field.setFocus()

    def _on_entered(self) -> None:
        if self._drawer.page is not self.find and self.field.text().strip():
            self._on_typed(self.field.text())
        self.find.list.take_first()

    def _on_emptied(self) -> None:
        if self._drawer.page is self.find:
            self._drawer.close_page()

    def _on_went_down(self) -> None:
        if self._drawer.page is self.find:
            self.find.list.enter_from_above()

    def _on_found(self, visit_id: str, number: str) -> None:
        self.field.clear()
        self.open_ticket(visit_id, number)

    @async_slot(object)
    async def _on_slip(self, slip: object) -> None:
        """A ticket is printed once more, or its number is said where there is no printer."""
        if not isinstance(slip, Slip) or self._reading is None:
            return
        message = self.ticket.message
        if self._printer is None:
            message.say(self.tr("Noted. No printer here: write {0} down.").format(slip.ticket))
            return
        fault = await hand_out(self._printer, paper_slip(self._reading.config, slip))
        if fault is None:
            message.say(self.tr("{0} is printed again.").format(slip.ticket), "ok")
        else:
            message.say(phrases().tell(fault), "late")
