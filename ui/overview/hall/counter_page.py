"""The drawer of one counter: how it stands, what may be done, what it serves and who sits there."""

from collections.abc import Awaitable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from branchfloor.domain.errors import Refused
from branchfloor.floor.alerts import strand_text
from branchfloor.floor.answers import CounterNow
from branchfloor.floor.counters import Loan
from branchfloor.floor.floor import Floor
from branchfloor.routing.stranded import stranded_by
from ui.app.tasks import async_slot
from ui.overview.asking import AskingPage, phrases
from ui.overview.hall.counter_asks import Chosen, CounterAsks
from ui.overview.hall.counter_facts import COMMANDS, Deed, deeds_of
from ui.overview.hall.counter_texts import CounterTexts
from ui.overview.hall.deed_keys import DeedKeys
from ui.overview.line_list import LineList
from ui.overview.panel import counter_label
from ui.overview.reading import Reading
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, QuietMessage, TextLabel

_HEAD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
_ASKING = (Deed.OPEN, Deed.PAUSE, Deed.LEND)
_LEFT_PX = 84


class CounterPage(AskingPage):
    """`show_counter` says which; everything else follows the readings."""

    ticket_wanted = Signal(str)
    """The ticket at the counter shall be shown; carries the visit's id."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._number = ""
        self.standing = LineList(_LEFT_PX)
        self.serves = LineList(_LEFT_PX, most_lines=0)
        self.serves_not = LineList(_LEFT_PX, most_lines=0)
        self.person = LineList(_LEFT_PX)
        self.warning = QuietMessage(Scale.OVERVIEW)
        self.keys, self.asks, self.ticket_key = DeedKeys(), CounterAsks(), PushKey()
        self._heads = [TextLabel("", _HEAD, "ink_2") for _ in range(3)]
        self._facts = QWidget()
        self._below = QStackedLayout()
        self._lay_out()
        self.keys.wanted.connect(self._on_wanted)
        self.asks.chosen.connect(self._on_chosen)
        self.asks.given_up.connect(self._show_facts)
        self.ticket_key.clicked.connect(self._on_ticket)

    @property
    def number(self) -> str:
        """The counter shown."""
        return self._number

    def show_counter(self, number: str) -> None:
        """Show another counter."""
        self._number = number
        self.message.clear()
        self._show_facts()
        if self.reading is not None:
            self.show_reading(self.reading)

    def ask_for(self, deed: Deed) -> None:
        """Ask what a deed needs to know: who, why, until when."""
        self.message.clear()
        self.asks.open_for(deed, self._number)
        self._below.setCurrentWidget(self.asks)

    def title(self) -> str:
        texts = self._texts()
        if texts is None:
            return ""
        return f"{counter_label(self._number)} · {texts.state_word()}"

    def first_focus(self) -> QWidget | None:
        return self.keys.first()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        texts = self._texts()
        if texts is None:
            return
        self._show_lines(texts)
        self._show_keys(reading)
        self.asks.show_reading(reading)
        self._warn(reading)
        here = reading.state.at_counter(self._number)
        self.ticket_key.setVisible(here is not None)
        if here is not None:
            self.ticket_key.setText(self.tr("Show ticket {0}").format(here[0].number))
        self.retitled.emit()

    def show_time(self, now: datetime) -> None:
        self.asks.show_time(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asks.is_open():
            self._show_facts()
        else:
            super().keyPressEvent(event)

    def _texts(self) -> CounterTexts | None:
        if self.reading is None or not self._number:
            return None
        try:
            return CounterTexts(self.reading, self._number)
        except Refused:
            return None

    def _lay_out(self) -> None:
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(8)
        facts.addWidget(self.standing)
        facts.addWidget(self.warning)
        facts.addWidget(self.keys)
        facts.addWidget(self.ticket_key)
        for head, lines in zip(
            self._heads, (self.serves, self.serves_not, self.person), strict=True
        ):
            facts.addSpacing(8)
            facts.addWidget(head)
            facts.addWidget(lines)
        facts.addStretch(1)
        self._below.addWidget(self._facts)
        self._below.addWidget(self.asks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.message)
        column.addLayout(self._below, 1)

    def _show_lines(self, texts: CounterTexts) -> None:
        self.standing.show_lines(texts.standing())
        self.serves.show_lines(texts.serves())
        self.serves_not.show_lines(texts.serves_not())
        self.person.show_lines(texts.person())
        words = (
            self.tr("May serve now"),
            self.tr("May not serve, and why"),
            self.tr("Certificates of {0}").format(texts.staff()),
        )
        for head, word in zip(self._heads, words, strict=True):
            head.setText(word)
        self._heads[2].setVisible(bool(texts.staff()))

    def _show_keys(self, reading: Reading) -> None:
        counter = reading.state.counter(self._number)
        deeds = deeds_of(counter, reading.config.counter(self._number))
        enabled = {deed: reading.may(COMMANDS[deed]) for deed in deeds}
        here = reading.state.at_counter(self._number)
        if here is not None:
            enabled[Deed.PAUSE] = False
        self.keys.show_deeds(deeds, enabled, here[0].number if here else "")

    def _warn(self, reading: Reading) -> None:
        """Said before it is done: whom closing or pausing would leave without a counter."""
        left = stranded_by(reading.state, reading.config, self._number)
        title, todo = strand_text(left, self._number, reading.config, phrases())
        text = f"<b>{title}</b> {todo}" if title else ""
        self.warning.say(text, "warn")
        self.asks.show_warning(text)

    def _show_facts(self) -> None:
        self.asks.shut()
        self._below.setCurrentWidget(self._facts)

    @async_slot(object)
    async def _on_wanted(self, deed: object) -> None:
        wanted = Deed(str(deed))
        if wanted in _ASKING:
            self.ask_for(wanted)
        else:
            await self.ask(self._asked(wanted), self.keys.key(wanted))

    def _asked(self, deed: Deed) -> Awaitable[CounterNow]:
        match deed:
            case Deed.CLOSE:
                return self._floor.close_counter(self._number)
            case Deed.FREE:
                return self._floor.free_counter(self._number)
            case Deed.END_LOAN:
                return self._floor.lend_counter(self._number, Loan())
            case _:
                return self._floor.open_counter(self._number)

    @async_slot(object)
    async def _on_chosen(self, chosen: object) -> None:
        if not isinstance(chosen, Chosen):
            return
        answer = await self.ask(self._chosen(chosen), self.asks.do_key)
        if answer is not None:
            self._show_facts()

    def _chosen(self, chosen: Chosen) -> Awaitable[CounterNow]:
        match chosen.deed:
            case Deed.PAUSE:
                return self._floor.pause_counter(self._number, chosen.reason, chosen.until)
            case Deed.LEND:
                loan = Loan(chosen.services, chosen.minutes)
                return self._floor.lend_counter(self._number, loan)
            case _:
                return self._floor.open_counter(self._number, chosen.staff)

    def _on_ticket(self) -> None:
        here = self.reading.state.at_counter(self._number) if self.reading else None
        if here is not None:
            self.ticket_wanted.emit(here[0].id)
