"""A number without its paper: valid, large enough to be photographed, and who was told."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.floor.answers import Issued
from ui.kiosk import words
from ui.kiosk.facts import Facts, Promise
from ui.kiosk.hours import local
from ui.kiosk.page import ByHand, Linger, Page, Restart, Said
from ui.kiosk.panel import PLAIN, WARN, Notice, NumberSpot, Panel, PanelFace, label
from ui.kiosk.scene import Scene
from ui.kiosk.ticket_countdown import Countdown, CountdownRow
from ui.kiosk.ticket_number import TicketNumber
from ui.kiosk.ticket_page import called_to, ticket_words
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import KioskButton, KioskLook, Rule, TextLabel, TierTag

_FRAME = PanelFace("card", "ink", 4)
_STEPS = 3


def slip_words(scene: Scene) -> str:
    """Why there is no slip, and what to do, in one sentence."""
    if scene.printer.out_of_paper:
        return QCoreApplication.translate(
            "NoSlip", "Out of paper: photograph or remember your number"
        )
    return QCoreApplication.translate("NoSlip", "No slip came out: photograph or remember it")


def by_hand_words(asked: bool) -> str:
    """The key that asks for a written number, before and after."""
    if asked:
        return QCoreApplication.translate("NoSlip", "On the way")
    return QCoreApplication.translate("NoSlip", "Ask for a note")


class NumberCard(Panel):
    """Everything the slip would say, in a heavy frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_FRAME, parent)
        self._tag = TierTag()
        self._name = label(Role.STRONG, "ink", Weight.BOLD, 1.06)
        self._other = label(Role.TEXT, "ink_2", Weight.MEDIUM)
        self.number = TicketNumber(Type(Scale.KIOSK, Role.NUMBER, None, 1.032))
        self._facts = Facts()
        self._note = label(Role.TEXT, "ink_2")
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._note.setFixedHeight(self._note.line_px() + 40)
        head = QHBoxLayout()
        head.setContentsMargins(36, 30, 36, 0)
        head.setSpacing(18)
        head.addStretch(1)
        for part in (self._tag, self._name, self._other):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(0)
        column.addLayout(head)
        for piece in (self.number, self._facts, Rule("line", 2), self._note):
            column.addWidget(piece)

    def show_ticket(self, issued: Issued, scene: Scene) -> None:
        """As it was stamped on the ticket."""
        config, plan = scene.view.config, scene.journey.plan
        service = config.service(issued.service)
        self._tag.setVisible(plan is None)
        self._tag.show_tier(service.tier)
        self._tag.setAccessibleName(words.tier_word(service.tier))
        several = words.parts_one_number(len(plan.legs)) if plan is not None else ""
        self._name.setText(several or words.own(service.name))
        self._other.setText(words.other(service.name))
        self._other.setVisible(scene.bilingual and plan is None)
        self.number.setText(issued.ticket)
        self.number.setAccessibleName(words.your_number(issued.ticket))
        at, zone = issued.issued_at, config.time_zone
        self._facts.show_promise(Promise(issued.ahead, issued.wait, at, zone, scene.bilingual))
        here = local(at, config)
        taken = f"{words.day(here.date())} {here:%H:%M:%S}"
        calling = words.counters_short(scene.offers.of(issued.service).counters)
        self._note.setText(self.tr("Taken {0} · {1}").format(taken, calling))


class NotedSteps(Panel):
    """Numbered sentences with a note to the right of each."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(PLAIN, parent)
        self._rows: list[tuple[TextLabel, TextLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 8, 34, 8)
        column.setSpacing(0)
        for number in range(1, count + 1):
            if number > 1:
                column.addWidget(Rule("line", 2))
            column.addLayout(self._row(number))

    def say(self, *rows: tuple[str, str]) -> None:
        """Sentence and note of each row in order."""
        for made, texts in zip(self._rows, rows, strict=True):
            for label_, text in zip(made, texts, strict=True):
                label_.setText(text)

    def _row(self, number: int) -> QHBoxLayout:
        text, note = label(Role.TEXT, "ink", None, 1.1), label(Role.TEXT, "ink_2", None, 0.93)
        self._rows.append((text, note))
        row = QHBoxLayout()
        row.setContentsMargins(0, 21, 0, 21)
        row.setSpacing(22)
        row.addWidget(NumberSpot(str(number)))
        row.addWidget(text, 1)
        row.addWidget(note)
        return row


class NoSlipPage(Page, Countdown):
    """The ticket page when the slip did not come out; it stays longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setSpacing(28)
        self.notice = Notice(WARN, "printer-off", "warn_ink")
        self.card = NumberCard()
        self._steps = NotedSteps(_STEPS)
        self.by_hand = KioskButton("", KioskLook.HELP, "bell")
        self.done = KioskButton("", KioskLook.MAIN)
        self.countdown = CountdownRow(done=False)
        self.more = self.countdown.more
        self._lay_out()
        self.by_hand.clicked.connect(self._on_by_hand)
        self.done.clicked.connect(self._on_done)
        self.more.clicked.connect(self._on_more)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Your number is valid · no paper slip", "other language")
        return Said(self.tr("Your number is valid"), other if scene.bilingual else "", "")

    def spoken(self, scene: Scene) -> str:
        issued = scene.journey.issued
        told = ticket_words(issued, scene) if issued is not None else ""
        return "\n".join((slip_words(scene), told))

    def show_scene(self, scene: Scene) -> None:
        issued, journey = scene.journey.issued, scene.journey
        if issued is None:
            return
        kept = self.tr("You are in the queue, your place stays")
        other = self.tr("Take a photo of this page", "other language")
        self.notice.say(slip_words(scene), f"{kept} · {other}" if scene.bilingual else kept)
        self.card.show_ticket(issued, scene)
        self._steps.say(
            (
                self.tr("Photograph this, or remember {0}").format(issued.ticket),
                self.tr("no second number"),
            ),
            self._seat_words(issued, scene),
            self._told_words(scene),
        )
        self.by_hand.setText(by_hand_words(journey.by_hand))
        self.by_hand.setEnabled(not journey.by_hand)
        self.done.setText(self.tr("I remember it"))

    def show_left(self, seconds: int, of_seconds: float) -> None:
        self.countdown.show_left(seconds, of_seconds)

    def _seat_words(self, issued: Issued, scene: Scene) -> tuple[str, str]:
        called = called_to(issued, scene)
        if called is not None:
            return self.tr("Please go to counter {0}").format(called), self.tr("called now")
        seat = self.tr("Have a seat, listen, watch the screen")
        return seat, self.tr("called 3 times")

    def _told_words(self, scene: Scene) -> tuple[str, str]:
        paper = self.tr("Paper is on its way; then print it")
        other = self.tr("The lobby manager looks after the printer")
        at = scene.printer.since_at
        when = words.clock(local(at, scene.view.config)) if at is not None else ""
        told = self.tr("told {0}").format(when) if when else ""
        return (paper if scene.printer.out_of_paper else other), told

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        for key in (self.by_hand, self.done):
            key.setFixedHeight(120)
            row.addWidget(key, 1)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.column.addWidget(self._steps)
        self.column.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.countdown)

    @Slot()
    def _on_by_hand(self) -> None:
        self.asked.emit(ByHand())

    @Slot()
    def _on_done(self) -> None:
        self.asked.emit(Restart())

    @Slot()
    def _on_more(self) -> None:
        self.asked.emit(Linger())
