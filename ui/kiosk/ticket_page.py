"""After the issue: the number, what was promised, where to go, and a countdown to the start."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.kinds import LegState
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.answers import Issued
from branchfloor.waits.round import clock_range, rounded
from ui.kiosk import words
from ui.kiosk.counter_plan import CounterPlanView, PlanFace
from ui.kiosk.facts import Facts, Promise
from ui.kiosk.hours import local
from ui.kiosk.journey import Journey
from ui.kiosk.page import CancelTicket, Linger, Page, Restart, Said
from ui.kiosk.panel import NOTE, PLAIN, Panel, label, sentences
from ui.kiosk.plan_page import VISIT_FACE
from ui.kiosk.scene import Scene
from ui.kiosk.service_page import NameStrip, service_face
from ui.kiosk.ticket_countdown import Countdown, CountdownRow
from ui.kiosk.ticket_legs import LegsCard
from ui.kiosk.ticket_number import TicketNumber
from ui.theme import Role
from ui.widgets import KioskButton, KioskLook, Rule


class TicketCard(Panel):
    """Service, number, the three figures and what a range means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._strip, self._facts = NameStrip(), Facts()
        self.number = TicketNumber()
        self._whole = label(Role.STRONG, "brand_ink", None, 0.94)
        self._whole.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._whole.setFixedHeight(self._whole.line_px() + 36)
        self._line = Rule("line", 2)
        self._note = label(Role.TEXT, "ink_2", None, 0.9)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._note.setFixedHeight(self._note.line_px() + 32)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        parts = (self._strip, self.number, self._facts, self._line, self._whole)
        for part in (*parts, Rule("line", 2), self._note):
            column.addWidget(part)

    def show_ticket(self, issued: Issued, scene: Scene) -> None:
        """Everything as it was stamped on the ticket."""
        config = scene.view.config
        self._show_heading(issued, scene)
        self.number.setText(issued.ticket)
        self.number.setAccessibleName(self.tr("Your number {0}").format(issued.ticket))
        told = Promise(
            issued.ahead, issued.wait, issued.issued_at, config.time_zone, scene.bilingual
        )
        self._facts.show_promise(told)
        taken = self.tr("taken at {0}").format(words.clock(local(issued.issued_at, config)))
        meaning = self.tr("About 8 in 10 customers are called within this time")
        ranged = issued.wait is not None and not rounded(issued.wait).immediate
        self._note.setText(f"{meaning} · {taken}" if ranged else taken)

    def _show_heading(self, issued: Issued, scene: Scene) -> None:
        """The service, or how many there are and how long all of them will take."""
        plan = scene.journey.plan
        for piece in (self._line, self._whole):
            piece.setVisible(plan is not None)
        if plan is None:
            service = scene.view.config.service(issued.service)
            self.set_face(service_face(service))
            self._strip.show_service(service, scene.bilingual)
            return
        self.set_face(VISIT_FACE)
        self._strip.show_words(words.parts_one_number(len(plan.legs)))
        self._whole.setText(self._whole_words(plan.whole, issued, scene))

    def _whole_words(self, whole: WaitRange | None, issued: Issued, scene: Scene) -> str:
        if whole is None:
            return self.tr("How long the whole visit takes is not known yet")
        low, high = clock_range(whole, issued.issued_at, scene.view.config.time_zone)
        ends = "–".join(dict.fromkeys((words.clock(low), words.clock(high))))
        text = self.tr("Whole visit about {0} · all done {1}")
        return text.format(words.minutes(rounded(whole)), ends)


class SeatCard(Panel):
    """Where to go: the plan, the counters that will call, what to prepare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._plan = CounterPlanView()
        self._title = sentences(Role.TITLE, "ink", 2, 0.9)
        self._counters = sentences(Role.TITLE, "ink", 2, 0.9)
        self._detail = sentences(Role.TEXT, "ink_2", 4, 0.93)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._counters)
        column.addSpacing(8)
        column.addWidget(self._detail)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 26, 32, 26)
        row.setSpacing(28)
        row.addWidget(self._plan)
        row.addLayout(column, 1)

    def show_seat(self, issued: Issued, scene: Scene) -> None:
        """Follows the floor: a number called meanwhile is sent to its counter."""
        config = scene.view.config
        called = called_to(issued, scene)
        calling = (called,) if called else scene.offers.of(issued.service).counters
        every = tuple(plan.number for plan in config.counters)
        self.set_face(NOTE if called else PLAIN)
        self._plan.show_plan(PlanFace(every, calling, self.tr("Seats")))
        if called:
            self._title.setText(self.tr("You are called"))
            self._counters.setText(self.tr("Please go to counter {0}").format(called))
        else:
            self._title.setText(self.tr("Please take a seat"))
            self._counters.setText(
                self.tr("{0}", "counters that will call").format(words.counters(calling))
            )
        items = words.bring(config.service(issued.service).bring)
        bring = self.tr("Have ready: {0}.").format(items) + "\n" if items else ""
        comes = self.tr("A member of staff comes to you.") + "\n" if issued.pending else ""
        follow = self.tr("Screen and voice call your number. Missed it? See the lobby manager.")
        self._detail.setText(bring if called else bring + comes + follow)


class TicketPage(Page, Countdown):
    """The last page of a customer's way; it goes back to the start by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card, self.seat, self.legs = TicketCard(), SeatCard(), LegsCard()
        self.wrong = KioskButton("", KioskLook.PLAIN, "undo")
        self.countdown = CountdownRow()
        self.more, self.done = self.countdown.more, self.countdown.done
        self._lay_out()
        self.wrong.clicked.connect(self._on_wrong)
        self.more.clicked.connect(self._on_more)
        self.done.clicked.connect(self._on_done)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Your number is ready", "other language")
        foot = self.tr("The number carries neither your name nor your papers")
        return Said(self.tr("Your number is ready"), other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        issued = scene.journey.issued
        if issued is None:
            return
        self.card.show_ticket(issued, scene)
        plan = scene.journey.plan
        self.seat.setVisible(plan is None)
        self.legs.setVisible(plan is not None)
        if plan is None:
            self.seat.show_seat(issued, scene)
        else:
            self.legs.show_visit(issued, plan, scene)
        self.wrong.setText(self.tr("Wrong service? Cancel this number"))
        self.wrong.setEnabled(called_to(issued, scene) is None)
        self.done.setText(self.tr("Done"))

    def spoken(self, scene: Scene) -> str:
        issued = scene.journey.issued
        if issued is None or scene.journey.plan is not None:
            return super().spoken(scene)
        return ticket_words(issued, scene)

    def rehearse(self, scene: Scene, size: QSize) -> None:
        """Draw a sample once behind the scenes, so that the first real number comes at once."""
        if self.isVisible() or not scene.view.config.services:
            return
        sample = Issued("A0123456789", 1, scene.view.config.services[0].code, scene.now, 0)
        self.resize(size)
        self.show_scene(replace(scene, journey=Journey(issued=sample)))
        self.grab()

    def show_left(self, seconds: int, of_seconds: float) -> None:
        """How long until the page goes back to the start."""
        self.countdown.show_left(seconds, of_seconds)

    def _lay_out(self) -> None:
        self.column.addWidget(self.card)
        self.column.addWidget(self.seat)
        self.column.addWidget(self.legs)
        self.column.addWidget(self.wrong)
        self.column.addWidget(self.countdown)
        self.column.addStretch(1)

    @Slot()
    def _on_wrong(self) -> None:
        self.asked.emit(CancelTicket())

    @Slot()
    def _on_more(self) -> None:
        self.asked.emit(Linger())

    @Slot()
    def _on_done(self) -> None:
        self.asked.emit(Restart())


def ticket_words(issued: Issued, scene: Scene) -> str:
    """The number, the wait and where to go, as they are read aloud."""
    said = [words.your_number(issued.ticket)]
    called = called_to(issued, scene)
    if called is not None:
        return "\n".join((*said, words.go_to(called)))
    said.append(words.ahead(issued.ahead))
    if issued.wait is not None:
        said.append(words.wait_words(rounded(issued.wait)))
    said.append(words.seat_words(words.counters(scene.offers.of(issued.service).counters)))
    return "\n".join(said)


def called_to(issued: Issued, scene: Scene) -> str | None:
    """The counter that has called or serves this number by now."""
    visit = scene.view.state.visit(issued.visit_id)
    for leg in visit.legs if visit else ():
        if leg.state in {LegState.CALLED, LegState.SERVING}:
            return leg.counter
    return None
