"""The kiosk: tickets in one or two taps, in Chinese or English, back at the start by itself."""

import contextlib
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from branchfloor.devices.faults import PrinterFault
from branchfloor.domain.errors import FloorError, StorageTrouble
from branchfloor.floor.answers import Issued
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import async_slot, busy, cancel_all
from ui.kiosk.elder_tile import ElderTile
from ui.kiosk.issuing import Issuing, wish_of
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.keys import GuideKey
from ui.kiosk.offers import Offering
from ui.kiosk.page import (
    Ask,
    Back,
    ByHand,
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
from ui.kiosk.showing import RATING
from ui.kiosk.steps import step
from ui.kiosk.typed_number import prefixes_of, whole_number
from ui.kiosk.waiting import WaitingKiosk
from ui.widgets import Pressable, Tile

A = TypeVar("A")
LONG_PRESS_MS = 1500
"""A finger that rests so long on the head starts the reading voice."""

HAND_WRITTEN = "slip_by_hand"
"""What the lobby is told of a kiosk whose customer asks for a written number."""


class KioskScreen(WaitingKiosk):
    """The whole kiosk on one touch screen of 1080 × 1920.

    `clock` is a person's clock in seconds, for going back to the start; tests replace it.

    Signals:
        language_chosen: a customer (or the way back to the start) wants "zh_CN" or "en".
        contrast_chosen: whether this customer wants the theme of high contrast.
        issued: a number was given; carries the floor's `Issued`, for the printer.
    """

    issued = Signal(object)

    def __init__(
        self,
        floor: Floor,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(clock, parent)
        self._floor, self._issuing = floor, Issuing(floor)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(LONG_PRESS_MS)
        self._connect()

    def show_ticket(self, answer: Issued, plan: Plan | None = None) -> None:
        """Open the page of a number just given and count down to the start; `plan` is what was
        promised of a visit with several things to do.
        """
        self.journey = Journey(place=Place.TICKET, service=answer.service, issued=answer, plan=plan)
        longer = plan is not None or self.comfort.elder or self.reading.on
        self._wait_on_ticket((2 if longer else 1) * self._settings_s("ticket_page_s"))
        self._render()

    def show_print_fault(self, fault: PrinterFault | None) -> None:
        """How the last slip came out; without one the number stands larger, longer, with what
        to do.
        """
        lost = self._keep_fault(fault)
        if lost:
            self.journey = replace(self.journey, slipless=True)
            self._wait_on_ticket(self._settings_s("kiosk_back_s"))
        elif fault is None:
            self._printed_again()
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
                self._take((service,), self._pressed(ask))
            case Take():
                self._take((self.journey.service,), self._pressed(ask))
            case TakeAll():
                self._take_all()
            case CancelTicket():
                self._cancel()
            case ByHand():
                self._ask_by_hand()
            case ShowGrades():
                self._offer_grades()
            case Grade(grade):
                self._rate(grade)
            case _:
                self.go(step(self.journey, ask))

    def _pressed(self, ask: Ask) -> Pressable:
        """The piece of the page in front that asked."""
        page = cast("Any", self.stack.current())
        match ask:
            case Choose(service):
                return cast("Pressable", page.tile(service))
            case CancelTicket():
                return cast("Pressable", page.wrong)
            case ByHand():
                return cast("Pressable", page.by_hand)
            case _:
                return cast("Pressable", page.take)

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
        if self.journey.place in RATING and not isinstance(error, StorageTrouble):
            self._say(text, "info")
            return
        if isinstance(error, StorageTrouble) and self.journey.place not in RATING:
            pressed.set_trouble(True)
            if isinstance(pressed, Tile | ElderTile):
                pressed.show_trouble(self.tr("See the lobby manager"))
            text = self.tr("No number yet: press again, or see the lobby manager")
        self._say(text, "late")

    @async_slot()
    async def _cancel(self) -> None:
        issued = self.journey.issued
        if self._asking or issued is None:
            return
        asked = self._floor.cancel(Target(issued.ticket))
        if await self._answer(asked, self._pressed(CancelTicket())) is not None:
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

    @async_slot()
    async def _ask_by_hand(self) -> None:
        """The lobby is told by this kiosk, as of a fault of it: somebody comes with a pen."""
        if self._asking or self.journey.by_hand:
            return
        asked = self._floor.report_device(self._floor.actor, HAND_WRITTEN)
        if await self._answer(asked, self._pressed(ByHand())) is not None:
            self.journey = replace(self.journey, by_hand=True)
            self._wait_on_ticket(self._settings_s("kiosk_back_s"))
            self._render()

    @async_slot()
    async def _printed_again(self) -> None:
        """The printer is well: nobody need come with a pen any more."""
        known = self._view.state.hall.fault(self._floor.actor) if self._view else None
        if known is not None and known.code == HAND_WRITTEN:
            with contextlib.suppress(FloorError):
                await self._floor.report_device(self._floor.actor)

    def _restart(self) -> None:
        self._issuing.forget()
        super()._restart()

    # -- Qt ----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._touch()
        if self.head.geometry().contains(event.position().toPoint()):
            self._resting.start()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._resting.stop()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._touch()
        if event.key() == Qt.Key.Key_Escape and self.journey.place is not Place.HOME:
            leave = self.journey.place is Place.TICKET
            self._on_asked(Restart() if leave else Back())
        elif not self.keys.take(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.patience.stop()
        self.reading.forget()
        cancel_all(self)
        super().closeEvent(event)

    @Slot()
    def _on_stay(self) -> None:
        self._touch()

    @Slot(bool)
    def _on_elder(self, elder: bool) -> None:
        self.set_comfort(replace(self.comfort, elder=elder, contrast=False))
        self._touch()

    @Slot()
    def _on_contrast(self) -> None:
        self.set_comfort(replace(self.comfort, contrast=not self.comfort.contrast))
        self._touch()

    @Slot(object)
    def _on_guide_key(self, key: object) -> None:
        keys = {
            GuideKey.AGAIN: self.reading.again,
            GuideKey.STOP: self.reading.stop,
            GuideKey.SOFTER: self.reading.softer,
            GuideKey.LOUDER: self.reading.louder,
        }
        if isinstance(key, GuideKey):
            keys[key]()

    @Slot()
    def _on_reading_changed(self) -> None:
        self._show_guide()
        self._touch()

    @Slot(object)
    def _on_focused(self, piece: object) -> None:
        """By keyboard or by hand: whoever moves on is there, and hears where."""
        self._touch()
        if isinstance(piece, QAbstractButton):
            self.reading.say_choice(piece)

    def _connect(self) -> None:
        self.head.language_picked.connect(self._ask_language)
        self.head.elder_picked.connect(self._on_elder)
        self.foot.contrast.clicked.connect(self._on_contrast)
        self.foot.read.clicked.connect(self.reading.again)
        self._resting.timeout.connect(self.reading.again)
        self.reading.changed.connect(self._on_reading_changed)
        self.keys.guide.connect(self._on_guide_key)
        self.keys.focused.connect(self._on_focused)
        self.stack.asked.connect(self._on_asked)
        self.idle_bar.stay.clicked.connect(self._on_stay)
        self.patience.ticked.connect(self._show_patience)
        self.patience.ran_out.connect(self._on_ran_out)
