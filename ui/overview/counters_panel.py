"""The counters: who is served where, for how long, against what is usual."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.overview.counter_faces import CounterFaces
from ui.overview.reading import Reading
from ui.theme import Scale
from ui.widgets import CounterCard

_FEW = 8
"""Up to so many counters stand in rows of four."""


class CountersPanel(QWidget):
    """A card for each counter of the document, in its order; arrows go from one to the next."""

    picked = Signal(str)
    """A card was pressed; carries the counter's number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._cards: dict[str, CounterCard] = {}
        self._still: dict[str, float] = {}
        self._columns = 6
        self._scale = Scale.OVERVIEW
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def card(self, number: str) -> CounterCard:
        """The card of a counter."""
        return self._cards[number]

    def set_compact(self, compact: bool) -> None:
        """Cards without their bar, for a small window."""
        self._scale = Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW
        self._grid.setSpacing(8 if compact else 12)
        for card in self._cards.values():
            card.set_scale(self._scale)

    def show_reading(self, reading: Reading) -> None:
        """Set every card."""
        self._reading = reading
        self._build([plan.number for plan in reading.config.counters])
        self._show_all(reading)

    def show_time(self, now: datetime) -> None:
        """Move the timers on; a card that stands still until later is left alone."""
        if self._reading is None:
            return
        at = now.timestamp()
        plans = [p for p in self._reading.config.counters if self._still[p.number] <= at]
        if plans:
            faces = CounterFaces(self._reading, now)
            for plan in plans:
                self._cards[plan.number].show_face(faces.of(plan))
                self._still[plan.number] = faces.still_until(plan)

    def _show_all(self, reading: Reading) -> None:
        self._still = {plan.number: 0.0 for plan in reading.config.counters}
        self.show_time(reading.now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go along the grid; a button would take them for next and previous."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Up: -self._columns,
                Qt.Key.Key_Down: self._columns,
            }
            cards = list(self._cards.values())
            step = steps.get(Qt.Key(event.key()))
            at = next((i for i, card in enumerate(cards) if card is watched), None)
            if step is not None and at is not None:
                if 0 <= at + step < len(cards):
                    cards[at + step].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._reading is not None:
            self._show_all(self._reading)
        super().changeEvent(event)

    def _build(self, numbers: list[str]) -> None:
        """Cards for a new document; the same one keeps its cards."""
        if numbers == list(self._cards):
            return
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = {number: self._new_card() for number in numbers}
        self._columns = columns = 4 if len(numbers) <= _FEW else 6
        for at, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _new_card(self) -> CounterCard:
        card = CounterCard(self._scale)
        card.clicked.connect(self._on_clicked)
        card.installEventFilter(self)
        return card

    def _on_clicked(self) -> None:
        pressed = self.sender()
        number = next((n for n, card in self._cards.items() if card is pressed), "")
        if number:
            self.picked.emit(number)
