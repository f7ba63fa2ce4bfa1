"""How long the kiosk waits for this customer, and how clean it is for the next."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.app.language import current_language
from ui.kiosk.comfort import STANDARD
from ui.kiosk.journey import START, Place
from ui.kiosk.showing import ShowingKiosk
from ui.kiosk.ticket_countdown import Countdown

_QUIET = frozenset({Place.TICKET, Place.CLOSED, Place.TROUBLE, Place.THANKS})
"""Pages that do not ask whether somebody is still there."""


class WaitingKiosk(ShowingKiosk):
    """Warns before it goes back to the start, can be asked for more time, forgets everything.

    Signals:
        language_chosen: a customer (or the way back to the start) wants "zh_CN" or "en".
    """

    language_chosen = Signal(object)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._asking = False
        self._own_language = self._asked_language = current_language()
        self._ticket_s = 0.0

    def retranslate(self) -> None:
        """Say everything again in the language in force, on the same page."""
        if current_language() != self._asked_language:
            self._own_language = self._asked_language = current_language()
        self.message.clear()
        self._render()
        self._touch()

    def _touch(self) -> None:
        """Somebody is here: wait anew, unless the start page is clean anyway."""
        self.idle_bar.hide()
        if self.journey.place is Place.TICKET:
            return
        if self.journey.place is Place.THANKS:
            self.patience.start(self._settings_s("ticket_page_s"))
        elif self._is_clean():
            self.patience.stop()
        else:
            self.patience.start(self._settings_s("kiosk_back_s"))

    def _is_clean(self) -> bool:
        """Whether nothing of a customer is left on the start page."""
        own = self.comfort != STANDARD or self.reading.on
        here = self.journey != START or bool(self.message.text())
        return not own and not here and current_language() == self._own_language

    def _say(self, text: str, tone: str) -> None:
        super()._say(text, tone)
        self._touch()

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
        place, page = self.place(), self.stack.current()
        if place is Place.TICKET and isinstance(page, Countdown):
            page.show_left(left, self._ticket_s)
        asked_s = self._settings_s("kiosk_back_s") - self._settings_s("kiosk_warn_s")
        if left <= asked_s and place not in _QUIET and not self._is_clean():
            self._warn(left)
        else:
            self.idle_bar.hide()

    def _warn(self, left: int) -> None:
        first = self.idle_bar.isHidden()
        self.idle_bar.show_left(left, self.comfort.elder)
        if first:
            self.reading.say(self.idle_bar.spoken())

    @Slot()
    def _on_ran_out(self) -> None:
        if self._asking:
            self.patience.start(self._settings_s("kiosk_back_s"))
        else:
            self._restart()

    def _restart(self) -> None:
        """Clean for the next customer, in the kiosk's own language, look and silence."""
        self.message.clear()
        self.patience.stop()
        self.reading.forget()
        self.journey = START
        self.set_comfort(STANDARD)
        if current_language() != self._own_language:
            self._ask_language(self._own_language)

    @Slot(object)
    def _ask_language(self, language: object) -> None:
        self._asked_language = str(language)
        self.language_chosen.emit(language)
        self._touch()
