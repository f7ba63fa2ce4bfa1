"""Look up: type a number in the head, pick the ticket in the drawer."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.visit import Visit
from ui.overview.asking import phrases
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.drawer import DrawerPage
from ui.overview.lists import Lane, hue_of, service_of
from ui.overview.panel import lane_word, minutes_text, service_name
from ui.overview.reading import Reading
from ui.overview.service_picker import TypedField
from ui.overview.ticket_facts import find_tickets, records_of, shown_leg
from ui.overview.ticket_texts import TicketTexts
from ui.theme import Role, Scale, Type, paint_icon
from ui.widgets import TextLabel

MOST = 60
FIELD_PX, SMALL_FIELD_PX = 250, 226
_NOTE = Type(Scale.OVERVIEW, Role.TEXT)


class TicketField(TypedField):
    """The search field on the head bar: Ctrl+F, or any letter or digit typed on the page."""

    emptied = Signal()
    """Escape was pressed, or nothing is typed any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(FIELD_PX)
        self.setTextMargins(24, 0, 0, 0)
        self.setClearButtonEnabled(False)
        self.retranslate()

    def set_compact(self, compact: bool) -> None:
        """Narrower, for a small window."""
        self.setFixedWidth(SMALL_FIELD_PX if compact else FIELD_PX)

    def begin(self, typed: str = "") -> None:
        """Take the keyboard, with what was typed already."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if typed:
            self.setText(typed)
        else:
            self.selectAll()

    def retranslate(self) -> None:
        """Say what it is for in the language in force."""
        self.setPlaceholderText(self.tr("Ticket number  Ctrl+F"))
        self.setAccessibleName(self.tr("Look a ticket up"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # No icon of the set looks like a lens; the ticket says what is looked up.
        paint_icon(QPainter(self), "ticket", QRectF(10, self.height() / 2 - 9, 18, 18), "ink_muted")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class FindPage(DrawerPage):
    """The tickets of today that fit what was typed; live ones first."""

    found = Signal(str, str)
    """One was picked; carries the id of its visit and its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed, self._lane = "", ""
        self._ids: dict[str, str] = {}
        self.list = ChoiceList(MOST)
        self._none = TextLabel("", _NOTE, "ink_2")
        self._none.set_wrapping(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 12, 6)
        column.setSpacing(10)
        column.addWidget(self.list)
        column.addWidget(self._none)
        column.addStretch(1)
        self.list.chosen.connect(self._on_chosen)

    def title(self) -> str:
        if self._lane:
            return lane_word(self._lane)
        return self.tr("Tickets with {0}").format(self._typed.upper())

    def said(self) -> str:
        """What stands there when nothing fits."""
        return "" if self._none.isHidden() else self._none.text()

    def look_for(self, typed: str) -> None:
        """Show what fits another text."""
        self._typed, self._lane = typed.strip(), ""
        self._begin()

    def list_lane(self, lane: str) -> None:
        """Show all tickets of a lane, those without room on the page too."""
        self._lane = lane
        self._begin()

    def _begin(self) -> None:
        if self.reading is not None:
            self.show_reading(self.reading)
        self.retitled.emit()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        if self._lane:
            self._show_lane(reading)
            return
        numbers = find_tickets(reading.state, self._typed)
        self.list.show_choices([self._choice(number, reading) for number in numbers[:MOST]])
        self._none.setVisible(not numbers)
        if not numbers:
            self._none.setText(phrases().say("refusal.unknown_ticket", ticket=self._typed.upper()))

    def first_focus(self) -> QWidget | None:
        return next(iter(self.list.rows()), None)

    def _show_lane(self, reading: Reading) -> None:
        tickets = reading.lists.of(Lane(self._lane))
        visits = [reading.state.visit(ticket.visit_id) for ticket in tickets]
        self.list.show_choices([self._live(v, v.id, reading) for v in visits if v], marked=False)
        self._none.setVisible(not tickets)
        self._none.setText(self.tr("Nobody here now"))

    def _choice(self, number: str, reading: Reading) -> Choice:
        visit = _visit(reading, number)
        if visit is not None:
            return self._live(visit, number, reading)
        record = records_of(reading.state, number)[-1]
        self._ids[number] = record.visit_id
        word = phrases().word("state", record.state.value)
        return Choice(number, number, f"{service_name(reading.config, record.service)} · {word}")

    def _live(self, visit: Visit, key: str, reading: Reading) -> Choice:
        self._ids[key] = visit.id
        leg = shown_leg(visit)
        texts = TicketTexts(reading.config, reading.now)
        note = f"{service_name(reading.config, leg.service)} · {texts.state_of(leg)}"
        hue = hue_of(service_of(reading.config, leg.service))
        waited = minutes_text(f"{visit.queued_s(reading.now) / 60:.0f}")
        return Choice(key, visit.number, note, waited, hue)

    def _on_chosen(self, key: str) -> None:
        self.found.emit(self._ids[key], self._ids[key].partition("-")[2])


def _visit(reading: Reading, number: str) -> Visit | None:
    return reading.state.find(number)


def looks_typed(event: QKeyEvent) -> str:
    """The letter or digit a key press begins a search with, "" for any other key."""
    text = event.text()
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    return text.upper() if plain and len(text) == 1 and text.isascii() and text.isalnum() else ""
