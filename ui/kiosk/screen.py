"""The kiosk: tickets in one or two taps, in Chinese or English, back at the start by itself."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.clock import business_date
from branchfloor.domain.errors import FloorError, StorageTrouble
from branchfloor.floor.answers import Issued
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import async_slot, busy, cancel_all
from ui.app.view import View
from ui.kiosk import words
from ui.kiosk.assistance import stated_reason
from ui.kiosk.foot import Foot
from ui.kiosk.head import Head
from ui.kiosk.hours import takes_tickets
from ui.kiosk.idle_bar import IdleBar
from ui.kiosk.issuing import Issuing
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.message_slot import MessageSlot
from ui.kiosk.offers import Offering
from ui.kiosk.page import Ask, Back, CancelTicket, Choose, Linger, Restart, Take
from ui.kiosk.page_stack import PageStack
from ui.kiosk.patience import Patience
from ui.kiosk.scene import Scene, scene
from ui.kiosk.steps import step
from ui.widgets import Pressable, Tile

WIDTH_PX, HEIGHT_PX = 1080, 1920
_QUIET = frozenset({Place.TICKET, Place.CLOSED, Place.TROUBLE})
"""Pages that do not ask whether somebody is still there."""


class KioskScreen(QWidget):
    """The whole kiosk on one touch screen of 1080 × 1920.

    `clock` is a person's clock in seconds, for going back to the start; tests replace it.

    Signals:
        language_chosen: a customer (or the way back to the start) wants "zh_CN" or "en".
        issued: a number was given; carries the floor's `Issued`, for the printer.
    """

    language_chosen = Signal(object)
    issued = Signal(object)

    def __init__(
        self,
        floor: Floor,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._floor, self._issuing = floor, Issuing(floor)
        self._view: View | None = None
        self._now: datetime | None = None
        self._scene: Scene | None = None
        self.journey: Journey = START
        self._asking = False
        self._own_language = self._asked_language = current_language()
        self._ticket_s = 0.0
        self.patience = Patience(clock, self)
        self.head, self.stack, self.foot = Head(), PageStack(), Foot()
        self.message = MessageSlot()
        self.idle_bar = IdleBar(self)
        self._lay_out()
        self._connect()

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

    def retranslate(self) -> None:
        """Say everything again in the language in force, on the same page."""
        if current_language() != self._asked_language:
            self._own_language = self._asked_language = current_language()
        self.message.clear()
        self._render()
        self._touch()

    def place(self) -> Place:
        """The page that is shown: the customer's, or closed or in trouble in its stead."""
        if self.journey.place is Place.TICKET or self._view is None or self._now is None:
            return self.journey.place
        if self._view.trouble:
            return Place.TROUBLE
        if not takes_tickets(self._view.config, self._now) or self._day_over(self._now):
            return Place.CLOSED
        return self.journey.place

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, HEIGHT_PX)

    def _day_over(self, now: datetime) -> bool:
        """Whether the staff have closed this business day already."""
        if self._view is None or not self._view.state.day_closed:
            return False
        return self._view.state.day == business_date(now, self._view.config.time_zone)

    def _render(self) -> None:
        if self._view is None or self._now is None:
            return
        config, place = self._view.config, self.place()
        if self.journey.service and self.journey.service not in {s.code for s in config.services}:
            self.journey, place = START, Place.HOME
        self._scene = scene(self._view, self._now, self.journey)
        page = self.stack.page(place)
        page.show_scene(self._scene)
        said = page.said(self._scene)
        self.head.say(said.title, said.subtitle)
        self.head.offer_languages(config.settings.languages)
        self.foot.say(said.foot)
        self.foot.show_clock(words.date_and_time(self._scene.here))
        self.stack.open(place)
        self._show_patience()

    def go(self, journey: Journey) -> None:
        """Open the page a journey stands at; for pictures and tests, asks do it by themselves."""
        self.journey = journey
        self._render()

    def show_ticket(self, answer: Issued) -> None:
        """Open the page of a number just given and count down to the start."""
        self.journey = Journey(place=Place.TICKET, service=answer.service, issued=answer)
        self._wait_on_ticket(self._settings_s("ticket_page_s"))
        self._render()

    # -- asks --------------------------------------------------------------------------------

    @Slot(object)
    def _on_asked(self, ask: Ask) -> None:
        self.message.clear()
        self._touch()
        match ask:
            case Choose(service) if self._at_once(service):
                self._take(service, self.stack.home().tile(service))
            case Take():
                self._take(self.journey.service, self.stack.service().take)
            case Restart():
                self._restart()
            case Linger():
                self._wait_on_ticket(self._settings_s("kiosk_back_s"))
            case CancelTicket():
                self._cancel()
            case _:
                self.go(step(self.journey, ask))
        self._touch()

    def _at_once(self, service: str) -> bool:
        """Whether a tap on the tile is enough: quick, open, and no long wait to think about."""
        if self._scene is None or self.place() is not Place.HOME:
            return False
        offer = self._scene.offers.of(service)
        plain = offer.status is Offering.OPEN and not offer.service.talk_first
        limit = self._scene.view.config.settings.ask_long_wait_min
        return offer.service.tile.quick and plain and not offer.is_long(limit)

    def _take(self, service: str, pressed: Pressable) -> None:
        """Ask for the number once: presses in the meantime are ignored."""
        if self._asking or self._view is None:
            return
        self._asking = True
        pressed.set_busy(True, self.tr("taking your number"))
        journey = self.journey
        green = stated_reason(self._view.config, journey.needs) if journey.assisted else None
        needs = journey.needs if green else ()
        self._issue(Wish(service, green, needs, language=current_language()), pressed)

    @async_slot(object, object)
    async def _issue(self, wish: Wish, pressed: Pressable) -> None:
        try:
            with busy(pressed):
                answer = await self._issuing.issue(wish)
        except FloorError as error:
            self.refuse(error, pressed)
            return
        finally:
            self._asking = False
        self.show_ticket(answer)
        self.issued.emit(answer)

    def refuse(self, error: FloorError, pressed: Pressable) -> None:
        """Say in one sentence why there is no number; what was pressed can be pressed again."""
        text = Phrases.load(current_language()).tell(error)
        if isinstance(error, StorageTrouble):
            pressed.set_trouble(True)
            if isinstance(pressed, Tile):
                pressed.show_trouble(self.tr("See the lobby manager"))
            text = self.tr("No number yet: press again, or see the lobby manager. {0}").format(text)
        self._say(text, "late")

    @async_slot()
    async def _cancel(self) -> None:
        if self._asking or self.journey.issued is None:
            return
        ticket = self.journey.issued.ticket
        self._asking = True
        try:
            await self._floor.cancel(Target(ticket))
        except FloorError as error:
            self._say(Phrases.load(current_language()).tell(error), "late")
            return
        finally:
            self._asking = False
        self.go(START)
        self._say(self.tr("Number {0} is cancelled").format(ticket), "ok")

    def _say(self, text: str, tone: str) -> None:
        self.message.say(text, tone)
        self._touch()

    # -- patience ----------------------------------------------------------------------------

    def _touch(self) -> None:
        """Somebody is here: wait anew, unless the start page is clean anyway."""
        self.idle_bar.hide()
        if self.journey.place is Place.TICKET:
            return
        clean = self.journey == START and not self.message.text()
        if clean and current_language() == self._own_language:
            self.patience.stop()
        else:
            self.patience.start(self._settings_s("kiosk_back_s"))

    def _wait_on_ticket(self, seconds: float) -> None:
        self._ticket_s = seconds
        self.patience.start(seconds)
        self._show_patience()

    @Slot()
    def _show_patience(self) -> None:
        left = self.patience.left()
        if left is None:
            self.idle_bar.hide()
            return
        place = self.place()
        if place is Place.TICKET:
            self.stack.ticket().show_left(left, self._ticket_s)
        asked_s = self._settings_s("kiosk_back_s") - self._settings_s("kiosk_warn_s")
        if left <= asked_s and place not in _QUIET and self.journey != START:
            self.idle_bar.show_left(left)
        else:
            self.idle_bar.hide()

    @Slot()
    def _on_ran_out(self) -> None:
        if self._asking:
            self.patience.start(self._settings_s("kiosk_back_s"))
        else:
            self._restart()

    def _restart(self) -> None:
        """Clean for the next customer, in the kiosk's own language."""
        self._issuing.forget()
        self.message.clear()
        self.patience.stop()
        self.go(START)
        if current_language() != self._own_language:
            self._ask_language(self._own_language)

    def _settings_s(self, name: str) -> float:
        """A time of the branch's settings, in seconds."""
        return float(getattr(self._view.config.settings, name)) if self._view else 0.0

    @Slot(object)
    def _ask_language(self, language: object) -> None:
        self._asked_language = str(language)
        self.language_chosen.emit(language)
        self._touch()

    # -- Qt ----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._touch()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._touch()
        if event.key() == Qt.Key.Key_Escape and self.journey.place is not Place.HOME:
            leave = self.journey.place is Place.TICKET
            self._on_asked(Restart() if leave else Back())
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = IdleBar.HEIGHT_PX
        self.idle_bar.setGeometry(0, self.height() - high, self.width(), high)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.patience.stop()
        cancel_all(self)
        super().closeEvent(event)

    @Slot()
    def _on_stay(self) -> None:
        self._touch()

    @Slot()
    def _warm_up(self) -> None:
        """Make the pages of a first tap before it comes."""
        self.stack.service()
        if self._scene is not None:
            self.stack.ticket().rehearse(self._scene, self.stack.size())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.language_picked.connect(self._ask_language)
        self.stack.asked.connect(self._on_asked)
        self.idle_bar.stay.clicked.connect(self._on_stay)
        self.patience.ticked.connect(self._show_patience)
        self.patience.ran_out.connect(self._on_ran_out)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
