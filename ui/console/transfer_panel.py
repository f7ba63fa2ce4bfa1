"""Transfer in place, by keyboard: to a service, a counter or a person, with a note to go along."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from branchfloor.floor.transfer import Destination
from ui.theme import Role, Scale, Type

from .asks import Adding, Transferring
from .desk import Moment
from .list_panel import FIELD_PX, ListPanel
from .options import OptionFace
from .page import Zone
from .search import Barrier, Offer, find_services
from .seats import Seat, find_counters, find_people
from .tabs import TabRow
from .target_faces import counter_face, person_face, service_face
from .texts import clock, minutes_gone, service_name
from .ticket_card import served_s
from .usual import Usual

SERVICES, COUNTERS, PEOPLE = range(3)
NOTE_SIGNS = 120
_KEY_PX = 412
"""Room of the main key; a longer name is left to the list."""


class TransferPanel(ListPanel):
    """Keys: letters search, up and down choose, left and right turn to counters and people, Tab
    goes to the note, Enter or F4 transfers, F3 adds the step instead.
    """

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F4", parent)
        self.tab = SERVICES
        self._offers: tuple[Offer, ...] = ()
        self._seats: tuple[Seat, ...] = ()
        self.tabs = TabRow(3)
        self.note = QLineEdit()
        self.note.setFont(Type(Scale.CONSOLE, Role.TEXT).font())
        self.note.setFixedHeight(FIELD_PX)
        self.note.setMaxLength(NOTE_SIGNS)
        self.above.addSpacing(12)
        self.above.addWidget(self.tabs)
        self.below.addSpacing(9)
        self.below.addWidget(self.note)
        self.zones.move(Zone.SIDE, self.note, home=self.below)
        self.tabs.picked.connect(self._on_tab)
        self.note.textChanged.connect(self._on_note)

    def begin(self) -> None:
        self.tab = SERVICES
        self.note.clear()
        super().begin()

    def look_up(self, moment: Moment, typed: str) -> int:
        self._offers, self._seats = (), ()
        if self.tab == SERVICES:
            self._offers = find_services(moment, typed)
        else:
            look = find_counters if self.tab == COUNTERS else find_people
            self._seats = look(moment, typed)
        return len(self._offers) + len(self._seats)

    def face(self, at: int, moment: Moment) -> OptionFace:
        if self.tab == SERVICES:
            return service_face(self.mark_of(at), self._offers[at], moment)
        show = counter_face if self.tab == COUNTERS else person_face
        return show(self.mark_of(at), self._seats[at], moment)

    def chosen(self) -> Offer | None:
        """The selected service, on the tab of services."""
        return self._offers[self.selected] if self._offers else None

    def seat(self) -> Seat | None:
        """The selected counter or person, on their tabs."""
        return self._seats[self.selected] if self._seats else None

    def destination(self) -> Destination | None:
        """Where the customer would be sent; None while the selected one is no target."""
        offer, seat = self.chosen(), self.seat()
        note = self.note.text().strip() or None
        if offer is not None and offer.barrier is Barrier.NONE:
            return Destination(service=offer.service.code, note=note)
        if seat is None or not seat.open:
            return None
        if self.tab == PEOPLE:
            return Destination(staff=seat.counter.staff, note=note)
        return Destination(counter=seat.plan.number, note=note)

    def show_chosen(self, moment: Moment) -> None:
        visit, _ = moment.customer()
        self.show_title(self.tr("Transfer {0}").format(visit.number))
        words = (self.tr("Service"), self.tr("Counter"), self.tr("Person"))
        self.tabs.show_tabs(words, self.tab)
        self.tabs.setEnabled(moment.usable)
        placeholders = (
            self.tr("Code, name or pinyin letters"),
            self.tr("Counter number"),
            self.tr("Staff number or counter"),
        )
        self.field.setPlaceholderText(placeholders[self.tab])
        self.note.setPlaceholderText(self.tr("Note for the next teller: no names, no numbers"))
        self.note.setAccessibleName(self.note.placeholderText())
        self.note.setEnabled(moment.usable)
        self._show_keys(moment)
        self._show_keep(moment)

    def _show_keys(self, moment: Moment) -> None:
        to = self.destination()
        self.next_key.setText(self._following(to, moment))
        if self.next_key.sizeHint().width() > _KEY_PX:
            self.next_key.setText(self.tr("Transfer and call next"))
        self.only_key.setText(self.tr("Only transfer"))
        for key in (self.next_key, self.only_key):
            key.setEnabled(moment.usable and to is not None)
        if to is not None:
            self.next_key.ask = Transferring(to, then_next=True)
            self.only_key.ask = Transferring(to)

    def _following(self, to: Destination | None, moment: Moment) -> str:
        if to is None or not moment.usable:
            return self.tr("Transfer and call next")
        seat = self.seat()
        if to.service is not None:
            name = service_name(moment.view.config, to.service)
            return self.tr("Transfer to {0}, call next").format(name)
        number = seat.plan.number if seat is not None else ""
        if to.staff is not None:
            return self.tr("Transfer to #{0}, call next").format(to.staff)
        return self.tr("Transfer to counter {0}, call next").format(number)

    def _show_keep(self, moment: Moment) -> None:
        visit, _ = moment.customer()
        issued = clock(visit.issued_at, moment.view.config)
        kept = self.tr(
            "{0} keeps its number, its issue at {1} and the time it has waited; "
            "this service counts as {2} min."
        )
        if self.tab != SERVICES:
            kept = self.tr(
                "{0} keeps its number, its issue at {1} and the time it has waited; "
                "after {2} min any counter that may serve it takes it."
            )
        gone = minutes_gone(served_s(moment))
        if self.tab != SERVICES:
            gone = moment.view.config.settings.pin_min
        self.keep.setText(kept.format(visit.number, issued, gone))

    def take_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(self.tab + (1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_F4:
            self.only_key.click()
        elif key == Qt.Key.Key_F3:
            self._add_step()
        else:
            return super().take_key(key)
        return True

    def _turn(self, tab: int) -> None:
        if not SERVICES <= tab <= PEOPLE:
            return
        self.tab, self.selected = tab, 0
        self.field.clear()
        self.show_again()

    def _add_step(self) -> None:
        offer = self.chosen()
        if offer is not None and offer.barrier is Barrier.CASH:
            self.asked.emit(Adding(offer.service.code))

    def _on_tab(self, tab: object) -> None:
        if isinstance(tab, int):
            self._turn(tab)

    def _on_note(self, text: str) -> None:
        self.show_again()
