"""ConsoleScreen: one counter's console, 440×860, beside the teller's banking software."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from branchfloor.domain.errors import FloorError
from branchfloor.floor.answers import Called
from branchfloor.floor.floor import Floor
from ui.app.view import View
from ui.widgets import MessageTone

from .arrivals import arrival_at
from .asker import Asker
from .asks import Do
from .conversation import Conversation
from .desk import Mode, Moment, moment_of
from .door import BUSY, Door, Session
from .doorway import Doorway
from .head import HeadBar
from .keys import KEYS, Panel
from .keys_panel import KeysPanel
from .page import Page
from .sayings import customer_first, waiting_again
from .shelf import Shelf
from .texts import phrases
from .usual import PresetRange, Usual
from .window import WINDOW, Window, WindowFacts

WIDTH_PX, HEIGHT_PX = 440, 860
WIDE_PX = (880, 420)
CALM_S = 5.0
"""How old what a free counter shows may be: minutes waited, and who would come next."""
_PLAIN = Qt.WindowState.WindowNoState


class ConsoleScreen(QWidget):
    """Calls, serves, holds and transfers at one counter; shows what the floor says and no more.

    `staff` fills the staff field of a closed counter; `usual` says how long a service usually
    takes; `elapsed` is a clock in seconds for the lock of the call key and for idling; `session` is
    this window's own, by which a sign-in outlives its process.

    Signals:
        rang: somebody arrived for this idle counter; carries the ticket.
        wished: the window is to be otherwise; carries a `Window`.
    """

    rang = Signal(object)
    wished = Signal(object)

    def __init__(
        self,
        floor: Floor,
        counter: str,
        staff: str | None = None,
        *,
        usual: Usual | None = None,
        elapsed: Callable[[], float] = time.monotonic,
        session: Session | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._wide = False
        self._wanted = self._grown = (WIDTH_PX, HEIGHT_PX)
        self._people: int | None = None
        self._given_usual = usual
        self._calm_at: datetime | None = None
        self._view: View | None = None
        self._asker = Asker(floor, elapsed, self)
        self.talk = Conversation(self._asker, self)
        self.head = HeadBar(counter)
        self.shelf = Shelf(self._usual, staff)
        door = Door(floor, counter, session or Session(), elapsed, self)
        self.doorway = Doorway(door, self.shelf.sign_in, self.talk, self)
        self._name_pages()
        self._lay_out()
        self._listen()
        self._show_unknown("")

    def _name_pages(self) -> None:
        shelf = self.shelf
        self.unknown, self.closed, self.idle = shelf.unknown, shelf.closed, shelf.idle
        self.called, self.serving, self.paused = shelf.called, shelf.serving, shelf.paused
        self.hold, self.transfer = shelf.panels[Panel.HOLD], shelf.panels[Panel.TRANSFER]

    def _lay_out(self) -> None:
        self.setProperty("role", "console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = self._whole = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.head)
        column.addWidget(self.shelf, 1)
        self.resize(WIDTH_PX, HEIGHT_PX)

    def _listen(self) -> None:
        self._asker.began.connect(self.shelf.begin_busy)
        self._asker.ended.connect(self._on_ended)
        self.talk.changed.connect(self.retranslate)
        self.talk.opened.connect(self._on_opened)
        self.talk.called.connect(self._show_reasons)
        self.doorway.changed.connect(self.retranslate)
        for page in self.shelf.pages():
            page.asked.connect(self.talk.ask)

    def show_state(self, view: View) -> None:
        """Set everything from a view; ring when it brings somebody to this idle counter."""
        before, self._view = self._view, view
        if before is not None:
            self._hear_arrival(before, view)
        self._render(view)

    def show_time(self, now: datetime) -> None:
        """Bring the clocks up to `now` and, with them, who would be called next.

        A counter at which no second counts is looked through only every few seconds.
        """
        if self._view is not None:
            self._view = replace(self._view, now=now)
            calm_s = (now - self._calm_at).total_seconds() if self._calm_at else CALM_S
            if not 0 <= calm_s < CALM_S:
                self._render(self._view)

    def retranslate(self) -> None:
        """Show everything again in the language in force."""
        if self._view is None:
            self._show_unknown("")
        else:
            self._render(self._view)

    def is_wide(self) -> bool:
        """Whether it lies in the wide form."""
        return self._wide

    def take_form(self, wide: bool) -> None:
        """Lie in the wide form, or stand in the tall one, at its usual size."""
        self.take_size(*(WIDE_PX if wide else (WIDTH_PX, HEIGHT_PX)))

    def take_size(self, width_px: int, height_px: int) -> None:
        """Take a size, and the form of its shape."""
        self._spread(width_px > height_px)
        self._wanted = self._grown = (width_px, height_px)
        self.setMinimumSize(0, 0)  # of the form before; the new one's follows its layout
        self.resize(width_px, height_px)

    def page(self) -> Page:
        """The page shown."""
        return self.shelf.page()

    def panel(self, panel: Panel) -> Page:
        """The page of a panel, shown or not."""
        return self.shelf.panels[panel]

    def press(self, key: Qt.Key) -> bool:
        """Do what a key stands for (DESIGN §8), as if pressed here; False when it means nothing.

        For keys caught system-wide while other software has the focus.
        """
        self.doorway.door.touch()
        page = self.page()
        if page.take_key(key):
            return True
        ask = KEYS.get(key)
        if ask is None:
            return False
        if not page.in_place:
            self.talk.ask(ask)
        return True

    def know_help(self, visit_id: str, codes: tuple[str, ...], note: str = "") -> None:
        """What helps a customer and the note that came along, as the floor answered."""
        self.talk.know_help(visit_id, codes, note)

    def know_call(self, call: Called) -> None:
        """A call of this counter, as the floor answered: it says why."""
        self.talk.know_call(call)

    def know_window(self, facts: WindowFacts) -> None:
        """How this console's window stands on the desktop."""
        panel = self.shelf.panels[Panel.KEYS]
        if isinstance(panel, KeysPanel):
            panel.facts = facts
        self.retranslate()

    def show_refusal(self, error: FloorError) -> None:
        """Say in one sentence why something was not done."""
        self.talk.show_refusal(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.talk.ask(Do.UNDO)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in WINDOW:
            self._on_window(WINDOW[Qt.Key(event.key())])
        elif not self.press(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = (self.width(), self.height())
        if event.spontaneous() and size != self._grown:
            self._wanted = size
        self._spread(self.width() > self.height())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._asker.stop()
        self.doorway.stop()
        super().closeEvent(event)

    def _fit(self) -> None:
        """A page that needs more room than its form gets it, and gives it back when it is over."""
        least = self._whole.totalMinimumSize()
        width = max(self._wanted[0], least.width())
        high = least.height()
        if self._whole.hasHeightForWidth():
            high = self._whole.totalMinimumHeightForWidth(width)
        self.setMinimumSize(least.width(), high)
        fitting = (width, max(self._wanted[1], high))
        if fitting != (self.width(), self.height()) and self.windowState() == _PLAIN:
            self._grown = fitting
            self.resize(*fitting)

    def _spread(self, wide: bool) -> None:
        """The form follows the window's shape."""
        if wide != self._wide:
            self._wide = wide
            self.shelf.set_wide(wide)

    def _usual(self, service: str, staff: str | None) -> tuple[float, float]:
        if self._given_usual is not None:
            return self._given_usual(service, staff)
        if self._view is None:
            return 0.0, 0.0
        return PresetRange(self._view.config)(service, staff)

    def _render(self, view: View) -> None:
        self._calm_at = None
        if view.trouble is not None and view.state.seq == 0:
            self._show_unknown(view.trouble_text)
            return
        try:
            moment = moment_of(view, self._counter)
        except FloorError as error:
            self._show_unknown(phrases().tell(error))
            return
        self._show_moment(moment)

    def _show_moment(self, moment: Moment) -> None:
        self.head.show_moment(moment)
        if self.doorway.is_shut(moment):
            standing = self.doorway.door.standing
            self.head.show_gate(standing.gate, standing.staff)
            self.talk.see(None)
            self._show_title(None)
            self.shelf.turn_to(self.shelf.sign_in)
            return
        self.talk.see(moment)
        self._show_title(moment)
        page = self.shelf.page_for(moment, self.talk.panel)
        page.show_moment(moment, self.talk.notes(moment))
        self.shelf.turn_to(page)
        self.talk.ask_help()
        self._hear_queue(moment)
        counts = moment.undo is not None or bool(moment.away)
        if moment.mode is Mode.IDLE and self.talk.panel is Panel.NONE and not counts:
            self._calm_at = moment.view.now

    def _show_title(self, moment: Moment | None) -> None:
        """The window's title leads with how many wait, so that a task bar shows it."""
        title = self.tr("Counter {0}").format(self._counter)
        if moment is not None and moment.queue.people:
            title = self.tr("({0}) Counter {1}").format(moment.queue.people, self._counter)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _hear_queue(self, moment: Moment) -> None:
        """One calm line when somebody waits again; a free counter has its ring."""
        before, self._people = self._people, moment.queue.people
        quiet = moment.mode in (Mode.IDLE, Mode.CLOSED) or bool(self.talk.heard.sentence[0])
        if before == 0 and self._people and not quiet:
            self.talk.say(waiting_again(moment), MessageTone.INFO)

    def _show_unknown(self, text: str) -> None:
        self.talk.see(None)
        self._show_title(None)
        self.head.show_unknown(offline=bool(text))
        self.unknown.show_sentence(text)
        self.shelf.turn_to(self.unknown)

    def _hear_arrival(self, before: View, view: View) -> None:
        ticket = arrival_at(before, view, self._counter)
        if ticket is not None:
            self.talk.ring(ticket)
            self.rang.emit(ticket)

    def _on_opened(self, panel: object) -> None:
        if isinstance(panel, Panel) and panel in self.shelf.panels:
            self.shelf.panels[panel].begin()

    def _on_ended(self, ended: object) -> None:
        self.shelf.end_busy()
        self.talk.hear(ended)

    def _on_window(self, ask: object) -> None:
        """What concerns the window and who sits before it, not the floor."""
        moment = self.talk.moment
        if ask is Window.FORM:
            self.take_form(not self._wide)
        elif ask is Window.LOCK:
            self.doorway.door.lock()
        elif ask is Window.SIGN_OUT and moment is not None and moment.mode in BUSY:
            self.talk.say(customer_first(moment), MessageTone.WARN)
        elif ask is Window.SIGN_OUT:
            self.doorway.door.leave()
        self.wished.emit(ask)

    def _show_reasons(self) -> None:
        """The state came before the answer, as it does here: only the reasons are new."""
        moment = self.talk.moment
        if moment is not None and moment.mode is Mode.CALLED:
            self.called.why.show_call(moment, self.talk.heard.reasons(moment))
