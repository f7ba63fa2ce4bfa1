"""All green-channel requests of live visits: waiting, granted, refused; any of them to look at."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.standing import Ground
from branchfloor.domain.visit import Visit
from branchfloor.floor.floor import Floor
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.drawer import DrawerPage
from ui.overview.green_case import GreenCase
from ui.overview.key_flow import KeyFlow
from ui.overview.panel import service_name
from ui.overview.reading import Reading
from ui.overview.ticket_facts import shown_leg
from ui.overview.ticket_texts import TicketTexts
from ui.theme import Role, Scale, Type
from ui.widgets import PushKey, Rule, TextLabel

WAITING, GRANTED, OVER = "waiting", "granted", "over"
MOST = 9
_NOTE = Type(Scale.OVERVIEW, Role.TEXT)


class GreenPage(DrawerPage):
    """A filter, the list, and the one picked with its keys under it."""

    ticket_wanted = Signal(str)
    """A ticket is to be opened; carries the id of its visit."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked = ""
        self.filter = KeyFlow(exclusive=True, always=True)
        self.list = ChoiceList(MOST)
        self.case = GreenCase(floor)
        self.open_key = PushKey()
        self._none = TextLabel("", _NOTE, "ink_2")
        self._none.set_wrapping(True)
        self._rule = Rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 12, 6)
        column.setSpacing(12)
        parts = (self.filter, self.list, self._none, self._rule, self.case, self.open_key)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.filter.changed.connect(self._on_filter)
        self.list.chosen.connect(self._on_chosen)
        self.open_key.clicked.connect(self._on_open)

    def title(self) -> str:
        return self.tr("Green channel")

    def first_focus(self) -> QWidget | None:
        rows = self.list.rows()
        return rows[0] if rows else None

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        cases = grounds_of(reading)
        counts = {
            kind: sum(_kind(g) == kind for _, g in cases) for kind in (WAITING, GRANTED, OVER)
        }
        words = {
            WAITING: self.tr("To confirm {0}"),
            GRANTED: self.tr("Granted {0}"),
            OVER: self.tr("Refused {0}"),
        }
        self.filter.show_keys([(kind, words[kind].format(n)) for kind, n in counts.items()])
        if not self.filter.picked():
            self.filter.tick([WAITING if counts[WAITING] or not counts[GRANTED] else GRANTED])
        shown = [(v, g) for v, g in cases if _kind(g) == self.filter.one()]
        self.list.show_choices([self._choice(v, g, reading) for v, g in shown], marked=False)
        self._show_case(reading, shown)
        self._none.setText(self.tr("None of the tickets in the hall"))
        self._none.setVisible(not shown)
        self.open_key.setText(self.tr("Open the ticket"))

    def show_time(self, now: datetime) -> None:
        """Its moments are times of day."""

    def stop(self) -> None:
        super().stop()
        self.case.stop()

    def _show_case(self, reading: Reading, shown: list[tuple[Visit, Ground]]) -> None:
        found = [pair for pair in shown if pair[1].id == self._picked] or shown[:1]
        visit, ground = found[0] if found else (None, None)
        self._picked = ground.id if ground else ""
        self.case.show_case(reading, visit, ground)
        for part in (self.case, self._rule, self.open_key):
            part.setVisible(visit is not None)
        for row in self.list.rows():
            row.setCheckable(True)
            row.setChecked(row.choice().key == self._picked)

    def _choice(self, visit: Visit, ground: Ground, reading: Reading) -> Choice:
        texts = TicketTexts(reading.config, reading.now)
        name = service_name(reading.config, shown_leg(visit).service)
        return Choice(ground.id, f"{visit.number}  {name}", texts.ground(ground), hue="green")

    def _on_filter(self) -> None:
        self._picked = ""
        if self.reading is not None:
            self.show_reading(self.reading)

    def _on_chosen(self, ground: str) -> None:
        self._picked = ground
        if self.reading is not None:
            self.show_reading(self.reading)

    def _on_open(self) -> None:
        if self.case.visit is not None:
            self.ticket_wanted.emit(self.case.visit.id)


def grounds_of(reading: Reading) -> list[tuple[Visit, Ground]]:
    """Every ground of a live visit, the oldest first."""
    found = [
        (visit, ground)
        for visit in reading.state.visits.values()
        if not visit.ended
        for ground in visit.grounds
    ]
    return sorted(found, key=lambda pair: (pair[1].at, pair[0].issued_seq))


def _kind(ground: Ground) -> str:
    if ground.pending:
        return WAITING
    return GRANTED if ground.counts else OVER
