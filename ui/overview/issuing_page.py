"""What both ways of issuing share: one request at a time, the answer, the slip."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from branchfloor.devices.printer.port import Printer, hand_out
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.answers import Issued
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.floor.slips import paper_slip
from ui.kiosk.issuing import Issuing
from ui.overview.asking import AskingPage, phrases
from ui.overview.issued_card import IssuedCard
from ui.overview.reading import Reading


class IssuingPage(AskingPage):
    """A form, and the answer in its place until the next customer."""

    ticket_wanted = Signal(str)
    """The ticket just issued is to be opened; carries the id of its visit."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._issuing = Issuing(floor)
        self._printer: Printer | None = None
        self.form = QWidget()
        self.answer = IssuedCard()
        self._answered = False
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 12, 6)
        column.setSpacing(10)
        column.addLayout(self._stack, 1)  # first: its pages would be windows of their own
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.answer)
        self.answer.next_wanted.connect(self.begin)
        self.answer.ticket_wanted.connect(self.ticket_wanted)

    @property
    def answered(self) -> bool:
        """Whether the answer is shown."""
        return self._answered

    def set_printer(self, printer: Printer | None) -> None:
        """Where slips go; None when this PC has no printer."""
        self._printer = printer

    def begin(self) -> None:
        """An empty form."""
        self._answered = False
        self._issuing.forget()
        self.message.clear()
        self._stack.setCurrentWidget(self.form)
        if self.reading is not None:
            self.show_reading(self.reading)
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self.retitled.emit()

    def show_time(self, now: datetime) -> None:
        """Nothing here runs by the clock."""

    async def issue(self, wish: Wish, *keys: QWidget) -> None:
        """Ask for a number; the answer takes the form's place and goes to the printer."""
        if self._issuing.under_way or self.reading is None:
            return
        answer = await self.ask(self._issuing.issue(wish), *keys)
        if answer is None:
            return
        self.show_answer(answer)
        await self._print(answer)

    def show_answer(self, answer: Issued) -> None:
        """The answer in place of the form."""
        if self.reading is None:
            return
        self._answered = True
        self.answer.show_answer(answer, self.reading, self.whole(answer))
        self.answer.say_paper(self.tr("No printer here: tell or write the number."))
        self._stack.setCurrentWidget(self.answer)
        self.answer.next_key.setFocus()

    def whole(self, answer: Issued) -> WaitRange | None:
        """The range of the whole visit; None for one service."""
        return None

    async def _print(self, answer: Issued) -> None:
        if self._printer is None or self.reading is None:
            return
        self.answer.say_paper(self.tr("Printing…"))
        fault = await hand_out(self._printer, paper_slip(self.reading.config, answer))
        told = self.tr("The slip is printed.") if fault is None else phrases().tell(fault)
        self.answer.say_paper(told)
