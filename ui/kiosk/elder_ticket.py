"""The number in large type, with or without its slip."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.floor.answers import Issued
from branchfloor.waits.round import rounded
from ui.kiosk import words
from ui.kiosk.elder_home import everyday_name
from ui.kiosk.elder_parts import ELDER, ElderNotice, elder_column, elder_key, elder_label
from ui.kiosk.no_slip_page import by_hand_words, slip_words
from ui.kiosk.page import ByHand, CancelTicket, Linger, Page, Restart, Said
from ui.kiosk.panel import NOTE, PLAIN, WARN, Panel, PanelFace
from ui.kiosk.scene import Scene
from ui.kiosk.ticket_countdown import Countdown, CountdownRow
from ui.kiosk.ticket_number import TicketNumber
from ui.kiosk.ticket_page import called_to, ticket_words
from ui.theme import Role, Type
from ui.widgets import KioskLook, Rule

_FRAME = PanelFace("card", "ink", 4)


class ElderNumber(Panel):
    """The service, its number, the wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_FRAME, parent)
        self._name = elder_label(Role.TITLE)
        self.number = TicketNumber(Type(ELDER, Role.NUMBER))
        self._wait = elder_label(Role.FIGURE)
        self._ahead = elder_label(Role.TEXT, "ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 28, 4, 24)
        column.setSpacing(8)
        for part in (self._name, self.number, Rule("line", 2), self._wait, self._ahead):
            if isinstance(part, Rule):
                column.addWidget(part)
                continue
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)

    def show_ticket(self, issued: Issued, scene: Scene) -> None:
        """As it was stamped on the ticket."""
        self._name.setText(everyday_name(scene.view.config.service(issued.service)))
        self.number.setText(issued.ticket)
        self.number.setAccessibleName(words.your_number(issued.ticket))
        known = issued.wait is not None
        self._wait.setVisible(known)
        if issued.wait is not None:
            self._wait.setText(words.minutes_long(rounded(issued.wait)))
        self._ahead.setText(words.ahead(issued.ahead))


class ElderTicketPage(Page, Countdown):
    """Number, wait, where to sit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        elder_column(self)
        self.no_slip = ElderNotice(WARN, "printer-off", "warn_ink")
        self.card = ElderNumber()
        self.seat = ElderNotice(PLAIN, "seat", "brand_ink")
        self.wrong = elder_key(KioskLook.PLAIN, "undo")
        self.by_hand = elder_key(KioskLook.HELP, "bell")
        self.done = elder_key(KioskLook.MAIN)
        self.countdown = CountdownRow(ELDER, done=False)
        self.more = self.countdown.more
        self._lay_out()
        self.wrong.clicked.connect(self._on_wrong)
        self.by_hand.clicked.connect(self._on_by_hand)
        self.more.clicked.connect(self._on_more)
        self.done.clicked.connect(self._on_done)

    def said(self, scene: Scene) -> Said:
        if scene.journey.slipless:
            return Said(self.tr("Valid number"), self.tr("without a slip"), "")
        return Said(self.tr("Your number"), self.tr("Please keep it"), "")

    def spoken(self, scene: Scene) -> str:
        issued = scene.journey.issued
        if issued is None:
            return self.said(scene).title
        slip = slip_words(scene) if scene.journey.slipless else ""
        return "\n".join(part for part in (slip, ticket_words(issued, scene)) if part)

    def show_scene(self, scene: Scene) -> None:
        issued, journey = scene.journey.issued, scene.journey
        if issued is None:
            return
        self.no_slip.setVisible(journey.slipless)
        self.no_slip.say(slip_words(scene), "")
        self.card.show_ticket(issued, scene)
        self._show_seat(issued, scene)
        self.wrong.setVisible(not journey.slipless)
        self.wrong.setText(self.tr("Cancel it"))
        self.wrong.setAccessibleName(self.tr("Wrong service? Cancel this number"))
        self.wrong.setEnabled(called_to(issued, scene) is None)
        self.by_hand.setVisible(journey.slipless)
        self.by_hand.setText(by_hand_words(journey.by_hand))
        self.by_hand.setEnabled(not journey.by_hand)
        self.done.setText(self.tr("Done"))

    def show_left(self, seconds: int, of_seconds: float) -> None:
        self.countdown.show_left(seconds, of_seconds)

    def _show_seat(self, issued: Issued, scene: Scene) -> None:
        called = called_to(issued, scene)
        self.seat.set_face(NOTE if called else PLAIN)
        if called:
            where = self.tr("Please go to counter {0}").format(called)
            self.seat.say(self.tr("You are called"), where)
            return
        calling = words.counters(scene.offers.of(issued.service).counters)
        told = self.tr("{0}: screen and voice call your number").format(calling)
        self.seat.say(self.tr("Please take a seat"), told)

    def _lay_out(self) -> None:
        for piece in (self.no_slip, self.card, self.seat):
            self.column.addWidget(piece)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.wrong, 1)
        row.addWidget(self.by_hand, 1)
        row.addWidget(self.done, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.countdown)

    def sizeHint(self) -> QSize:
        return QSize(1080, 1500)

    @Slot()
    def _on_wrong(self) -> None:
        self.asked.emit(CancelTicket())

    @Slot()
    def _on_by_hand(self) -> None:
        self.asked.emit(ByHand())

    @Slot()
    def _on_more(self) -> None:
        self.asked.emit(Linger())

    @Slot()
    def _on_done(self) -> None:
        self.asked.emit(Restart())
