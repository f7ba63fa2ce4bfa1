"""ConsoleScreen: one counter's console, 440×860, beside the teller's banking software."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from branchfloor.domain.errors import FloorError, NobodyWaiting
from branchfloor.floor.answers import Called
from branchfloor.floor.floor import Floor
from ui.app.view import View
from ui.widgets import FocusRing, MessageTone

from .arrivals import arrival_at
from .asker import Asker, Ended
from .asks import Adding, Do, Opening, called_in
from .desk import Mode, Moment, moment_of
from .head import HeadBar
from .heard import Heard
from .hold_panel import HoldPanel
from .keys import KEYS, Panel
from .page import Notes, Page
from .pages import CalledPage, IdlePage, ServingPage
from .panels import PanelPage
from .quiet_pages import ClosedPage, PausedPage, UnknownPage
from .texts import phrases
from .transfer_panel import TransferPanel
from .usual import PresetRange, Usual

WIDTH_PX, HEIGHT_PX = 440, 860
SENTENCE_MS = 10_000
"""How long a refusal's sentence stands unless the next ask takes it away."""
LONGER_MS = 150
"""After this long a command is shown to be under way."""


class ConsoleScreen(QWidget):
    """Calls, serves, holds and transfers at one counter; shows what the floor says and no more.

    `staff` fills the staff field of a closed counter; `usual` says how long a service usually
    takes; `elapsed` is a clock in seconds for the lock of the call key.

    Signals:
        rang: somebody arrived for this idle counter; carries the ticket.
    """

    rang = Signal(object)

    def __init__(
        self,
        floor: Floor,
        counter: str,
        staff: str | None = None,
        *,
        usual: Usual | None = None,
        elapsed: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._given_usual = usual
        self._asker = Asker(floor, elapsed, self)
        self._view: View | None = None
        self._moment: Moment | None = None
        self._panel = Panel.NONE
        self._heard = Heard()
        self._busy_page: Page | None = None
        self._sentence = QTimer(self)
        self._sentence.setSingleShot(True)
        self._sentence.setInterval(SENTENCE_MS)
        self._longer = QTimer(self)
        self._longer.setSingleShot(True)
        self._longer.setInterval(LONGER_MS)
        self._make(staff)
        self._lay_out()
        self._sentence.timeout.connect(self._on_sentence_over)
        self._longer.timeout.connect(self._on_longer)
        self._asker.began.connect(self._on_began)
        self._asker.ended.connect(self._on_ended)
        self._asker.helped.connect(self._on_helped)
        for page in self._pages:
            page.asked.connect(self._on_asked)
        self._show_unknown("")

    def _make(self, staff: str | None) -> None:
        self.head = HeadBar(self._counter)
        self.unknown = UnknownPage()
        self.closed = ClosedPage(staff)
        self.idle = IdlePage()
        self.called = CalledPage(self._usual)
        self.serving = ServingPage(self._usual)
        self.paused = PausedPage()
        self.hold = HoldPanel(self._usual)
        self.transfer = TransferPanel(self._usual)
        self._pages: tuple[Page, ...] = (
            self.unknown,
            self.closed,
            self.idle,
            self.called,
            self.serving,
            self.paused,
            self.hold,
            self.transfer,
        )

    def _lay_out(self) -> None:
        self.setProperty("role", "console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.resize(WIDTH_PX, HEIGHT_PX)

    def show_state(self, view: View) -> None:
        """Set everything from a view; ring when it brings somebody to this idle counter."""
        before, self._view = self._view, view
        if before is not None:
            self._hear_arrival(before, view)
        self._render()

    def show_time(self, now: datetime) -> None:
        """Bring the clocks up to `now` and, with them, who would be called next."""
        if self._view is not None:
            self._view = replace(self._view, now=now)
            self._render()

    def retranslate(self) -> None:
        """Show everything again in the language in force."""
        if self._view is None:
            self._show_unknown("")
        else:
            self._render()

    def page(self) -> Page:
        """The page shown."""
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("the stack holds pages only")
        return page

    def press(self, key: Qt.Key) -> bool:
        """Do what a key stands for (DESIGN §8), as if pressed here; False when it means nothing.

        For keys caught system-wide while other software has the focus.
        """
        page = self.page()
        if page.take_key(key):
            return True
        ask = KEYS.get(key)
        if ask is None:
            return False
        if isinstance(page, PanelPage):
            if ask is Do.NEXT:
                page.next_key.click()
            return True
        self._on_asked(ask)
        return True

    def know_help(self, visit_id: str, codes: tuple[str, ...]) -> None:
        """What helps a customer, as the floor answered."""
        self._heard = self._heard.with_help(visit_id, codes)
        self.retranslate()

    def know_call(self, call: Called) -> None:
        """A call of this counter, as the floor answered: it says why."""
        self._heard = self._heard.calling(call)
        self.retranslate()

    def show_refusal(self, error: FloorError) -> None:
        """Say in one sentence why something was not done."""
        nobody = isinstance(error, NobodyWaiting)
        self._say(phrases().tell(error), MessageTone.INFO if nobody else MessageTone.WARN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._on_asked(Do.UNDO)
        elif not self.press(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._asker.stop()
        super().closeEvent(event)

    def _usual(self, service: str, staff: str | None) -> tuple[float, float]:
        if self._given_usual is not None:
            return self._given_usual(service, staff)
        if self._view is None:
            return 0.0, 0.0
        return PresetRange(self._view.config)(service, staff)

    def _render(self) -> None:
        view = self._view
        if view is None:
            return
        if view.trouble is not None and view.state.seq == 0:
            self._show_unknown(view.trouble_text)
            return
        try:
            self._moment = moment_of(view, self._counter)
        except FloorError as error:
            self._show_unknown(phrases().tell(error))
            return
        self._show_moment(self._moment)

    def _show_moment(self, moment: Moment) -> None:
        if moment.mode is not Mode.SERVING:
            self._panel = Panel.NONE
        self._heard = self._heard.seen(moment)
        self.head.show_moment(moment)
        page = self._page_for(moment)
        page.show_moment(moment, self._notes(moment))
        self._turn_to(page)
        self._ask_help(moment)

    def _page_for(self, moment: Moment) -> Page:
        panels: dict[Panel, Page] = {Panel.HOLD: self.hold, Panel.TRANSFER: self.transfer}
        pages: dict[Mode, Page] = {
            Mode.CLOSED: self.closed,
            Mode.IDLE: self.idle,
            Mode.CALLED: self.called,
            Mode.SERVING: self.serving,
            Mode.PAUSED: self.paused,
        }
        return panels.get(self._panel, pages[moment.mode])

    def _show_unknown(self, text: str) -> None:
        self._moment = None
        self._panel = Panel.NONE
        self.head.show_unknown(offline=bool(text))
        self.unknown.show_sentence(text)
        self._turn_to(self.unknown)

    def _turn_to(self, page: Page) -> None:
        if page is self._stack.currentWidget():
            return
        by_keyboard = any(ring.isVisible() for ring in self.findChildren(FocusRing))
        self._stack.setCurrentWidget(page)
        reason = Qt.FocusReason.OtherFocusReason
        if not by_keyboard and not isinstance(page, PanelPage):
            reason = Qt.FocusReason.MouseFocusReason
        (page.first_focus() or self).setFocus(reason)

    def _notes(self, moment: Moment) -> Notes:
        text, tone = self._heard.sentence
        if not moment.usable:
            text, tone = moment.view.trouble_text, MessageTone.LATE
        elif not text and self._heard.ringing:
            ringing = self._heard.ringing
            text = phrases().say("note.rings", ticket=ringing, counter=moment.number)
        return Notes(text, tone, self._heard.helps(moment), self._heard.reasons(moment))

    def _hear_arrival(self, before: View, view: View) -> None:
        ticket = arrival_at(before, view, self._counter)
        if ticket is not None:
            self._heard = self._heard.rung(ticket)
            self.rang.emit(ticket)

    def _ask_help(self, moment: Moment) -> None:
        visit = moment.visit
        wanted = visit is not None and bool(visit.grounds) and moment.usable
        if visit is None or not wanted or not self._heard.wonders(visit.id):
            return
        if self._asker.ask_help(visit.id):
            self._heard = self._heard.asking(visit.id)

    def _on_helped(self, found: object) -> None:
        if not isinstance(found, tuple):
            return
        visit_id, codes = found
        if codes is None:
            self._heard = self._heard.forgetting(visit_id)
        else:
            self.know_help(visit_id, codes)

    def _on_asked(self, ask: object) -> None:
        moment = self._moment
        if moment is None or not moment.usable or not self._asker.takes(ask):
            return
        if isinstance(ask, Panel):
            self._open_panel(ask, moment)
        elif isinstance(ask, Opening) and not ask.staff:
            self._say(self.tr("Enter your staff number first."), MessageTone.WARN)
        else:
            self._heard = self._heard.saying("")
            self._asker.ask(ask, moment)  # type: ignore[arg-type]

    def _open_panel(self, panel: Panel, moment: Moment) -> None:
        if panel is not Panel.NONE and moment.mode is not Mode.SERVING:
            self._say(_not_serving(panel, moment), MessageTone.WARN)
            return
        self._panel = panel
        self._heard = self._heard.saying("")
        page = self._page_for(moment)
        page.begin()
        self._render()

    def _on_began(self, ask: object) -> None:
        self._busy_page = self.page()
        self._busy_page.set_busy(ask)
        self._longer.start()

    def _on_longer(self) -> None:
        if self._busy_page is not None:
            self._busy_page.set_all_busy()

    def _on_ended(self, ended: object) -> None:
        self._longer.stop()
        if self._busy_page is not None:
            self._busy_page.set_busy(None)
        if not isinstance(ended, Ended):
            return
        if ended.error is not None:
            self.show_refusal(ended.error)
            return
        call = called_in(ended.answer)
        if call is not None:
            self._heard = self._heard.calling(call)
            self._show_reasons()
        if isinstance(ended.ask, Adding):
            self._panel = Panel.NONE
            self._say(self.tr("The step was added under the same number."), MessageTone.OK)

    def _show_reasons(self) -> None:
        """The state came before the answer, as it does here: only the reasons are new."""
        moment = self._moment
        if moment is not None and moment.mode is Mode.CALLED:
            self.called.why.show_call(moment, self._heard.reasons(moment))

    def _say(self, text: str, tone: MessageTone) -> None:
        self._heard = self._heard.saying(text, tone)
        self._sentence.start()
        self._render()

    def _on_sentence_over(self) -> None:
        self._heard = self._heard.saying("")
        self._render()


def _not_serving(panel: Panel, moment: Moment) -> str:
    """Why a panel cannot open: nobody is being served."""
    if moment.visit is None:
        return phrases().say("refusal.counter_not_serving", counter=moment.number)
    ticket = moment.visit.number
    return phrases().say("refusal.wrong_state", ticket=ticket, state="called", move=str(panel))
