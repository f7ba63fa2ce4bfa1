"""What a counter's keys ask in their own place: who opens it, why it pauses, what it is lent to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.floor.counters import PAUSE_REASONS
from ui.overview.asking import phrases
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.hall.counter_facts import Deed, Person, loanable, people_for
from ui.overview.key_flow import KeyFlow
from ui.overview.panel import minutes_text, service_name
from ui.overview.reading import Reading
from ui.overview.service_picker import TypedField
from ui.overview.times import hour_minute
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import PushKey, QuietMessage, TextLabel

_HEAD = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
_LABEL = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
_PAUSES = (10, 15, 30, 60)
_LOANS = (15, 30, 60, 120)
_MOST = 8
OPEN_END = "open"
"""A pause without a time of return."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for a deed."""

    deed: Deed
    staff: str | None = None
    reason: str = ""
    until: datetime | None = None
    services: tuple[str, ...] = ()
    minutes: float = 0.0


class CounterAsks(QWidget):
    """One question at a time; `Esc` or Back gives it up."""

    chosen = Signal(object)
    """Carries a `Chosen`."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed: Deed | None = None
        self._number = ""
        self._reading: Reading | None = None
        self._now: datetime | None = None
        self._title = TextLabel("", _HEAD)
        self.back = PushKey("", "Esc")
        self.warning = QuietMessage(Scale.OVERVIEW)
        self.field, self.people = TypedField(), ChoiceList(_MOST)
        self.reasons, self.times = KeyFlow(exclusive=True), KeyFlow(exclusive=True)
        self.services = KeyFlow()
        self._labels = [TextLabel("", _LABEL, "ink_2") for _ in range(2)]
        self.do_key = PushKey("", "", main=True)
        self._lay_out()
        self.back.clicked.connect(self.given_up)
        self.field.textChanged.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.went_down.connect(self.people.enter_from_above)
        self.people.chosen.connect(self._on_person)
        self.people.left_above.connect(self._on_left_above)
        for flow in (self.reasons, self.times, self.services):
            flow.changed.connect(self._say_key)
        self.do_key.clicked.connect(self._on_do)

    def is_open(self) -> bool:
        """Whether a question is open."""
        return self._deed is not None

    def shut(self) -> None:
        """No question is open."""
        self._deed = None

    def open_for(self, deed: Deed, number: str) -> None:
        """Ask what a deed needs to know."""
        self._deed, self._number = deed, number
        self.field.clear()
        for flow in (self.reasons, self.times, self.services):
            flow.tick()
        if self._reading is not None:
            self.show_reading(self._reading)
        self.reasons.tick(["break"])
        self.times.tick([OPEN_END if deed is Deed.PAUSE else "30"])
        self._say_key()
        focus = self.field if deed is Deed.OPEN else self.back
        focus.setFocus()

    def show_reading(self, reading: Reading) -> None:
        """Set everything; nothing while no question is open."""
        self._reading, self._now = reading, reading.now
        if self._deed is None:
            return
        self.back.setText(self.tr("Back"))
        self._title.setText(self._words().format(self._number))
        opening, pausing = self._deed is Deed.OPEN, self._deed is Deed.PAUSE
        for part in (self.field, self.people):
            part.setVisible(opening)
        self.reasons.setVisible(pausing)
        self.services.setVisible(self._deed is Deed.LEND)
        self.times.setVisible(not opening)
        self._labels[0].setVisible(not opening)
        self._labels[1].setVisible(not opening)
        if opening:
            self._show_people()
        elif pausing:
            self._show_pause()
        else:
            self._show_loan()
        self._say_key()

    def show_time(self, now: datetime) -> None:
        """A time of return is reckoned from now."""
        self._now = now

    def show_warning(self, text: str) -> None:
        """Whom it would leave without a counter; "" for nobody."""
        self.warning.say(text, "warn")

    def _words(self) -> str:
        return {
            Deed.OPEN: self.tr("Who opens counter {0}?"),
            Deed.PAUSE: self.tr("Pause counter {0}"),
            Deed.LEND: self.tr("Lend counter {0}"),
        }.get(self._deed or Deed.OPEN, "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        column.addLayout(head)
        column.addWidget(self.warning)
        column.addWidget(self.field)
        column.addWidget(self.people)
        column.addWidget(self._labels[0])
        column.addWidget(self.reasons)
        column.addWidget(self.services)
        column.addWidget(self._labels[1])
        column.addWidget(self.times)
        column.addWidget(self.do_key)
        column.addStretch(1)

    def _show_people(self) -> None:
        reading = self._reading
        if reading is None:
            return
        self.field.setPlaceholderText(self.tr("Staff number"))
        self.field.setAccessibleName(self.field.placeholderText())
        typed = self.field.text().strip()
        people = people_for(reading.state, reading.config, self._number)
        kept = [p for p in people if p.member.number.startswith(typed)]
        self.people.show_choices([self._person(p, reading) for p in kept[:_MOST]], bool(typed))

    def _person(self, person: Person, reading: Reading) -> Choice:
        note = ""
        if person.lacking:
            names = [service_name(reading.config, code) for code in person.lacking]
            note = self.tr("not in date for: {0}").format(phrases().word("name", tuple(names)))
        number = person.member.number
        return Choice(number, number, note, warn=bool(person.lacking), hue="brand")

    def _show_pause(self) -> None:
        self._labels[0].setText(self.tr("Why"))
        self._labels[1].setText(self.tr("Back in"))
        words = phrases()
        self.reasons.show_keys([(one, words.word("pause", one)) for one in PAUSE_REASONS])
        spans = [(str(m), minutes_text(str(m))) for m in _PAUSES]
        self.times.show_keys([*spans, (OPEN_END, self.tr("no time given"))])

    def _show_loan(self) -> None:
        reading = self._reading
        if reading is None:
            return
        self._labels[0].setText(self.tr("To which services"))
        self._labels[1].setText(self.tr("For how long"))
        plan = reading.config.counter(self._number)
        codes = loanable(plan, reading.state.counter(self._number))
        self.services.show_keys([(code, service_name(reading.config, code)) for code in codes])
        self.times.show_keys([(str(m), minutes_text(str(m))) for m in _LOANS])

    def _say_key(self) -> None:
        match self._deed:
            case Deed.OPEN:
                typed = self.field.text().strip()
                words = self.tr("Open with {0}").format(typed) if typed else ""
                self.do_key.setText(words or self.tr("Open, staff signs on there"))
                self.do_key.setEnabled(True)
            case Deed.PAUSE:
                self.do_key.setText(self._pause_words())
                self.do_key.setEnabled(bool(self.reasons.one() and self.times.one()))
            case Deed.LEND:
                until = self._until()
                when = hour_minute(until, self._zone()) if until else ""
                self.do_key.setText(self.tr("Lend until {0}").format(when))
                self.do_key.setEnabled(bool(self.services.picked() and until))

    def _pause_words(self) -> str:
        until = self._until()
        if until is None:
            return self.tr("Pause now")
        return self.tr("Pause until {0}").format(hour_minute(until, self._zone()))

    def _zone(self) -> str:
        return self._reading.config.time_zone if self._reading else "UTC"

    def _minutes(self) -> int:
        one = self.times.one()
        return int(one) if one.isdigit() else 0

    def _until(self) -> datetime | None:
        minutes = self._minutes()
        return self._now + timedelta(minutes=minutes) if minutes and self._now else None

    def _on_typed(self) -> None:
        if self._deed is Deed.OPEN:
            self._show_people()
            self._say_key()

    def _on_entered(self) -> None:
        """Enter takes the person that fits, else the number as it was typed."""
        if self.field.text().strip() and self.people.take_first():
            return
        self.do_key.click()

    def _on_left_above(self) -> None:
        self.field.setFocus()

    def _on_person(self, number: str) -> None:
        self.chosen.emit(Chosen(Deed.OPEN, number))

    def _on_do(self) -> None:
        match self._deed:
            case Deed.OPEN:
                self.chosen.emit(Chosen(Deed.OPEN, self.field.text().strip() or None))
            case Deed.PAUSE:
                pause = Chosen(Deed.PAUSE, reason=self.reasons.one(), until=self._until())
                self.chosen.emit(pause)
            case Deed.LEND:
                picked, minutes = self.services.picked(), float(self._minutes())
                self.chosen.emit(Chosen(Deed.LEND, services=picked, minutes=minutes))
