"""The answer to an issue: the number, people ahead, the range, and whether a slip came out."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.waits import WaitRange
from branchfloor.floor.answers import Issued
from branchfloor.waits.round import clock_range, rounded
from ui.overview.asking import phrases
from ui.overview.figure_row import FigureRow
from ui.overview.panel import service_name
from ui.overview.reading import Reading
from ui.overview.times import DASH
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, FigureLabel, PushKey, TextLabel

_NUMBER = Type(Scale.OVERVIEW, Role.FIGURE, Weight.HEAVY, 2.2)
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)


class IssuedCard(QWidget):
    """Shown in place of the form until the next customer."""

    next_wanted = Signal()
    """The next customer is to be served."""
    ticket_wanted = Signal(str)
    """The ticket is to be opened; carries the id of its visit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Issued | None = None
        self._reading: Reading | None = None
        self._number = FigureLabel("", _NUMBER, "brand_ink")
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._service = TextLabel("", _TEXT)
        self._service.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.figures = FigureRow(4, 4, 5)
        self.paper = TextLabel("", _TEXT, "ink_2")
        self.paper.set_wrapping(True)
        self.standing = TextLabel("", _TEXT, "green")
        self.standing.set_wrapping(True)
        self.whole = TextLabel("", _TEXT)
        self.whole.set_wrapping(True)
        self._whole: WaitRange | None = None
        self.next_key, self.open_key = PushKey(main=True), PushKey()
        self._lay_out()
        self.next_key.clicked.connect(self.next_wanted)
        self.open_key.clicked.connect(self._on_open)

    def number(self) -> str:
        """The number shown."""
        return self._number.text()

    def show_answer(self, answer: Issued, reading: Reading, whole: WaitRange | None = None) -> None:
        """Show what was issued; `whole` is the range of a visit of several services."""
        self._answer, self._reading, self._whole = answer, reading, whole
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        answer, reading = self._answer, self._reading
        if answer is None or reading is None:
            return
        self._number.setText(answer.ticket)
        self._service.setText(service_name(reading.config, answer.service))
        self.figures.show_figure(0, self.tr("People ahead"), str(answer.ahead))
        self._show_wait(answer, reading)
        ordinary = answer.class_name == "ordinary"
        word = phrases().word("class", answer.class_name)
        pending = self.tr("{0}, to be confirmed") if answer.pending else "{0}"
        self.standing.setText("" if ordinary else pending.format(word))
        self.standing.setVisible(not ordinary)
        self._show_whole()
        self.next_key.setText(self.tr("Next customer"))
        self.open_key.setText(self.tr("Open the ticket"))

    def say_paper(self, text: str) -> None:
        """Whether a slip came out."""
        self.paper.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_wait(self, answer: Issued, reading: Reading) -> None:
        minutes, clock = DASH, DASH
        if answer.wait is not None:
            low, high = rounded(answer.wait)
            minutes = f"{low}–{high}" if high > 1 else self.tr("at once")
            ends = clock_range(answer.wait, answer.issued_at, reading.config.time_zone)
            clock = "–".join(dict.fromkeys(f"{at:%H:%M}" for at in ends))
        self.figures.show_figure(1, self.tr("Range, min"), minutes)
        self.figures.show_figure(2, self.tr("Called about"), clock)

    def _show_whole(self) -> None:
        if self._whole is not None:
            told = self.tr("All services done in about {0}–{1} min")
            self.whole.setText(told.format(*rounded(self._whole)))
        self.whole.setVisible(self._whole is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card(CardLook.DECIDE)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 18)
        inside.setSpacing(6)
        for part in (self._number, self._service):
            inside.addWidget(part)
        inside.addSpacing(8)
        inside.addWidget(self.figures)
        inside.addWidget(self.whole)
        inside.addWidget(self.standing)
        column.addWidget(card)
        column.addWidget(self.paper)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.next_key, 3)
        self.open_key.set_height(60)
        keys.addWidget(self.open_key, 2)
        column.addLayout(keys)
        column.addStretch(1)

    def _on_open(self) -> None:
        if self._answer is not None:
            self.ticket_wanted.emit(self._answer.visit_id)
