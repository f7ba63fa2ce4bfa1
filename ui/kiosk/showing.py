"""What the kiosk shows of the floor: one view in, every piece set."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from branchfloor.devices.faults import PrinterFault
from branchfloor.domain.errors import Refused
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.view import View
from ui.kiosk import words
from ui.kiosk.comfort import STANDARD, WELL, Comfort, PrinterState
from ui.kiosk.frame import KioskFrame
from ui.kiosk.hours import day_over, local, next_opening, takes_tickets
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.page import Page
from ui.kiosk.page_stack import ELDER_PLACES, Form, form_of
from ui.kiosk.scene import Scene, scene

RATING = frozenset({Place.RATE, Place.GRADE, Place.THANKS})
"""Pages about a visit that is over: there after closing too."""


class ShowingKiosk(KioskFrame):
    """The floor as last heard and where the customer stands, drawn whole each time.

    Signals:
        contrast_chosen: whether this customer wants the theme of high contrast.
    """

    contrast_chosen = Signal(bool)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._view: View | None = None
        self._now: datetime | None = None
        self._scene: Scene | None = None
        self.journey: Journey = START
        self.comfort: Comfort = STANDARD
        self.printer: PrinterState = WELL

    def show_state(self, view: View) -> None:
        """Show the floor as last heard; everything comes from here."""
        first = self._view is None
        self._view, self._now = view, view.now
        self._render()
        if first:
            QTimer.singleShot(0, self, self._warm_up)

    def show_time(self, now: datetime) -> None:
        """The branch clock moved on; hours and ranges are looked at once a minute."""
        before, self._now = self._now, now
        if self._view is not None and (before is None or _minute(before) != _minute(now)):
            self._render()

    def place(self) -> Place:
        """The page that is shown: the customer's, or closed or in trouble in its stead."""
        if self._view is None or self._now is None:
            return Place.OPENING
        if self.journey.place is Place.TICKET:
            return self.journey.place
        if self._view.trouble:
            return Place.TROUBLE
        if self.journey.place in RATING:
            return self.journey.place
        config, state = self._view.config, self._view.state
        if not takes_tickets(config, self._now) or day_over(state, config, self._now):
            return Place.CLOSED
        return self.journey.place

    def go(self, journey: Journey) -> None:
        """Open the page a journey stands at; for pictures and tests, asks do it by themselves."""
        self.journey = journey
        self._render()

    def set_comfort(self, comfort: Comfort) -> None:
        """Another type or contrast, for this customer; where large type has no page it starts
        at home, with the assistance that was asked for.
        """
        if comfort.contrast != self.comfort.contrast:
            self.contrast_chosen.emit(comfort.contrast)
        self.comfort = comfort
        if comfort.elder and self.journey.place not in ELDER_PLACES:
            kept = (self.journey.assisted, self.journey.needs)
            self.journey = Journey(assisted=kept[0], needs=kept[1])
        self._render()

    def offer_guide(self, available: bool) -> None:
        """Whether this kiosk has a voice that reads to one person."""
        self.reading.offer(available)
        self._render()

    def _keep_fault(self, fault: PrinterFault | None) -> bool:
        """Take note of how a slip came out; whether it was the slip of the number shown."""
        self.printer = PrinterState(fault.code, self._now) if fault is not None else WELL
        issued = self.journey.issued
        if fault is None or self.journey.place is not Place.TICKET or issued is None:
            return False
        return str(fault.values.get("ticket", issued.ticket)) == issued.ticket

    def _render(self) -> None:
        if self._view is None or self._now is None:
            return
        known = {service.code for service in self._view.config.services}
        if {self.journey.service, *self.journey.basket} - {""} - known:
            self.journey = START
        place = self.place()
        self._closing_down(place)
        made = scene(self._view, self._now, self.journey)
        self._scene = replace(made, comfort=self.comfort, printer=self.printer)
        form = form_of(self._scene, place)
        page = self.stack.page(place, form)
        page.join(self.reading)
        page.show_scene(self._scene)
        self._show_around(page, self._scene)
        self.stack.open(place, form)
        self._read_page(page, form)
        self._show_patience()

    def _show_around(self, page: Page, scene: Scene) -> None:
        """Head and foot."""
        said, elder = page.said(scene), scene.comfort.elder
        self.head.say(said.title, said.subtitle)
        self.message.set_elder(elder)
        self.head.offer(scene.view.config.settings.languages, elder)
        self.foot.say(words.printer_words(scene.printer.fault) or said.foot)
        clock = words.clock(scene.here) if elder else words.date_and_time(scene.here)
        self.foot.show_clock(clock)
        self._show_guide()

    @Slot()
    def _show_guide(self) -> None:
        """The keys of the reading voice; the elder page at home has its own."""
        reading, elder = self.reading, self.comfort.elder
        own_keys = elder and self.place() is Place.HOME
        self.guide_bar.setVisible(reading.on and not own_keys)
        self.guide_bar.show_reading(elder)
        starts = reading.available and not reading.on and not own_keys
        contrast = elder and self.guide_bar.isHidden()
        self.foot.offer(starts, contrast, self.comfort)
        self.keys.linear = reading.on

    def _read_page(self, page: Page, form: Form) -> None:
        if self._scene is None or not self.reading.available:
            return
        journey = self.journey
        text = page.spoken(self._scene)
        key = (self.place(), form, current_language(), journey.service, journey.leaf, journey.tier)
        ticket = text if journey.place is Place.TICKET else ""
        self.reading.show_page((*key, ticket), text)

    def _closing_down(self, place: Place) -> None:
        """Who was on their way when the branch stopped giving numbers is told in a sentence."""
        if self._view is None or self._now is None or place is not Place.CLOSED:
            return
        opening = next_opening(self._view.config, self._now)
        if self.journey != START and opening is not None:
            self.journey = START
            here = local(self._now, self._view.config).date()
            opens = f"{words.which_day(opening.date(), here)} {words.clock(opening)}"
            closed = Refused("closed_now", opens=opens)
            self._say(Phrases.load(current_language()).tell(closed), "info")

    def _settings_s(self, name: str) -> float:
        """A time of the branch's settings, in seconds."""
        return float(getattr(self._view.config.settings, name)) if self._view else 0.0

    @Slot()
    def _warm_up(self) -> None:
        """Make the pages of a first tap before it comes."""
        self.stack.service()
        if self._scene is not None:
            self.stack.ticket().rehearse(self._scene, self.stack.size())

    def _say(self, text: str, tone: str) -> None:
        """Show a sentence below the head, and read it."""
        self.message.say(text, tone)
        self.reading.say(text)

    def _show_patience(self) -> None:
        """How long the customer has; the countdown is the next class's."""
        raise NotImplementedError


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
