"""The kiosk: tickets in one or two taps, in Chinese or English, back at the start by itself."""

import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from branchfloor.domain.errors import FloorError, Refused, StorageTrouble
from branchfloor.floor.answers import Issued
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import async_slot, busy, cancel_all
from ui.app.view import View
from ui.kiosk import words
from ui.kiosk.frame import KioskFrame
from ui.kiosk.hours import day_over, local, next_opening, takes_tickets
from ui.kiosk.issuing import Issuing, wish_of
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.offers import Offering
from ui.kiosk.page import (
    Ask,
    Back,
    CancelTicket,
    Choose,
    FloorAsk,
    Grade,
    Linger,
    Restart,
    ShowGrades,
    Take,
    TakeAll,
)
from ui.kiosk.plan import Plan, plan_of
from ui.kiosk.scene import Scene, scene
from ui.kiosk.steps import step
from ui.kiosk.typed_number import prefixes_of, whole_number
from ui.widgets import Pressable, Tile

A = TypeVar("A")
_QUIET = frozenset({Place.TICKET, Place.CLOSED, Place.TROUBLE, Place.THANKS})
"""Pages that do not ask whether somebody is still there."""
_RATING = frozenset({Place.RATE, Place.GRADE, Place.THANKS})
"""Pages about a visit that is over: there after closing too."""


class KioskScreen(KioskFrame):
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
        super().__init__(clock, parent)
        self._floor, self._issuing = floor, Issuing(floor)
        self._view: View | None = None
        self._now: datetime | None = None
        self._scene: Scene | None = None
        self.journey: Journey = START
        self._asking = False
        self._own_language = self._asked_language = current_language()
        self._ticket_s = 0.0
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
        if self._view is None or self._now is None:
            return Place.OPENING
        if self.journey.place is Place.TICKET:
            return self.journey.place
        if self._view.trouble:
            return Place.TROUBLE
        if self.journey.place in _RATING:
            return self.journey.place
        config, state = self._view.config, self._view.state
        if not takes_tickets(config, self._now) or day_over(state, config, self._now):
            return Place.CLOSED
        return self.journey.place

    def _render(self) -> None:
        if self._view is None or self._now is None:
            return
        known = {service.code for service in self._view.config.services}
        if {self.journey.service, *self.journey.basket} - {""} - known:
            self.journey = START
        place = self.place()
        self._closing_down(place)
        self._scene = scene(self._view, self._now, self.journey)
        page = self.stack.page(place)
        page.show_scene(self._scene)
        said = page.said(self._scene)
        self.head.say(said.title, said.subtitle)
        self.head.offer_languages(self._view.config.settings.languages)
        self.foot.say(said.foot)
        self.foot.show_clock(words.date_and_time(self._scene.here))
        self.stack.open(place)
        self._show_patience()

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

    def go(self, journey: Journey) -> None:
        """Open the page a journey stands at; for pictures and tests, asks do it by themselves."""
        self.journey = journey
        self._render()

    def show_ticket(self, answer: Issued, plan: Plan | None = None) -> None:
        """Open the page of a number just given and count down to the start; `plan` is what was
        promised of a visit with several things to do.
        """
        self.journey = Journey(place=Place.TICKET, service=answer.service, issued=answer, plan=plan)
        times = 2 if plan is not None else 1
        self._wait_on_ticket(times * self._settings_s("ticket_page_s"))
        self._render()

    # -- asks --------------------------------------------------------------------------------

    @Slot(object)
    def _on_asked(self, ask: Ask) -> None:
        self.message.clear()
        self._touch()
        match ask:
            case Choose() | FloorAsk():
                self._ask_floor(ask)
            case Restart():
                self._restart()
            case Linger():
                self._wait_on_ticket(self._settings_s("kiosk_back_s"))
            case _:
                self.go(step(self.journey, ask))
        self._touch()

    def _ask_floor(self, ask: Ask) -> None:
        match ask:
            case Choose(service) if self._at_once(service):
                self._take((service,), self.stack.home().tile(service))
            case Take():
                self._take((self.journey.service,), self.stack.service().take)
            case TakeAll():
                self._take_all()
            case CancelTicket():
                self._cancel()
            case ShowGrades():
                self._offer_grades()
            case Grade(grade):
                self._rate(grade)
            case _:
                self.go(step(self.journey, ask))

    def _at_once(self, service: str) -> bool:
        """Whether a tap on the tile is enough: quick, open, and no long wait to think about."""
        if self._scene is None or self.place() is not Place.HOME:
            return False
        offer = self._scene.offers.of(service)
        plain = offer.status is Offering.OPEN and not offer.service.talk_first
        limit = self._scene.view.config.settings.ask_long_wait_min
        return offer.service.tile.quick and plain and not offer.is_long(limit)

    def _take_all(self) -> None:
        """One number for the whole list, with the visit as it was shown."""
        if self._scene is None or not self.journey.basket:
            return
        config, journey = self._scene.view.config, self.journey
        plan = plan_of(self._scene.offers, config, journey.basket, journey.free_order)
        self._take(plan.services, self.stack.plan().take, plan)

    def _take(
        self, services: tuple[str, ...], pressed: Pressable, plan: Plan | None = None
    ) -> None:
        """Ask for the number once: presses in the meantime are ignored."""
        if self._asking or self._view is None:
            return
        pressed.set_busy(True, self.tr("taking your number"))
        self._issue(wish_of(self.journey, self._view.config, services), pressed, plan)

    @async_slot(object, object, object)
    async def _issue(self, wish: Wish, pressed: Pressable, plan: Plan | None) -> None:
        answer = await self._answer(self._issuing.issue(wish), pressed)
        if answer is not None:
            self.show_ticket(answer, plan)
            self.issued.emit(answer)

    async def _answer(self, asked: Coroutine[Any, Any, A], pressed: Pressable) -> A | None:
        """The floor's answer; a refusal becomes a sentence, and None is answered."""
        self._asking = True
        try:
            with busy(pressed):
                return await asked
        except FloorError as error:
            self.refuse(error, pressed)
            return None
        finally:
            self._asking = False

    def refuse(self, error: FloorError, pressed: Pressable) -> None:
        """Say in one sentence why there is no number; what was pressed can be pressed again."""
        text = Phrases.load(current_language()).tell(error)
        if error.code == "not_permitted":
            text = self.tr("This cannot be done here; please see the lobby manager")
        if self.journey.place in _RATING and not isinstance(error, StorageTrouble):
            self._say(text, "info")
            return
        if isinstance(error, StorageTrouble) and self.journey.place not in _RATING:
            pressed.set_trouble(True)
            if isinstance(pressed, Tile):
                pressed.show_trouble(self.tr("See the lobby manager"))
            text = self.tr("No number yet: press again, or see the lobby manager. {0}").format(text)
        self._say(text, "late")

    @async_slot()
    async def _cancel(self) -> None:
        issued = self.journey.issued
        if self._asking or issued is None:
            return
        asked = self._floor.cancel(Target(issued.ticket))
        if await self._answer(asked, self.stack.ticket().wrong) is not None:
            self.go(START)
            self._say(self.tr("Number {0} is cancelled").format(issued.ticket), "ok")

    @async_slot()
    async def _offer_grades(self) -> None:
        """Showing the grades is the offer: who goes away without an answer was asked."""
        prefixes = prefixes_of(self._view.config) if self._view is not None else ()
        number = whole_number(self.journey.typed, prefixes)
        if self._asking or number is None:
            return
        asked = self._floor.offer_rating(number)
        if await self._answer(asked, self.stack.rate().show_grades) is not None:
            self.go(replace(self.journey, place=Place.GRADE, typed=number))

    @async_slot(object)
    async def _rate(self, grade: int) -> None:
        if self._asking:
            return
        asked = self._floor.rate(self.journey.typed, grade)
        if await self._answer(asked, self.stack.grade().grades[grade]) is not None:
            self.go(Journey(place=Place.THANKS))
            self._touch()

    def _say(self, text: str, tone: str) -> None:
        self.message.say(text, tone)
        self._touch()

    # -- patience ----------------------------------------------------------------------------

    def _touch(self) -> None:
        """Somebody is here: wait anew, unless the start page is clean anyway."""
        self.idle_bar.hide()
        if self.journey.place is Place.TICKET:
            return
        if self.journey.place is Place.THANKS:
            self.patience.start(self._settings_s("ticket_page_s"))
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

    def _connect(self) -> None:
        self.head.language_picked.connect(self._ask_language)
        self.stack.asked.connect(self._on_asked)
        self.idle_bar.stay.clicked.connect(self._on_stay)
        self.patience.ticked.connect(self._show_patience)
        self.patience.ran_out.connect(self._on_ran_out)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
