"""The pages of a counter that is not working: closed, paused, not connected."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from branchfloor.domain.clock import business_date, seconds_between
from branchfloor.floor.counters import PAUSE_REASONS
from ui.app.view import View
from ui.theme import Hue, Role, Scale, Type, Weight
from ui.widgets import Card, FigureLabel, ProgressTicks, PushKey, TextLabel

from .asks import Do, Opening, Pausing
from .desk import Moment
from .key_row import KeyRow
from .keys import AskKey, ChoiceKey, Panel
from .page import Notes, Page, Zone
from .pieces import TwoTexts
from .queue_card import AwayCard, QueueCard
from .texts import clock, pause_word, stopwatch

STEP_MIN = 5
_REASONS_A_LINE = 3
_HEAD = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)


class ClosedPage(Page):
    """Closed: who sits down here gives a staff number and opens the counter."""

    def __init__(self, staff: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel("", Type(Scale.CONSOLE, Role.HEAD))
        self._hint = TextLabel("", _TEXT, "ink_2")
        self._hint.set_wrapping(True)
        self._label = TextLabel("", _HEAD, "ink_2")
        self.field = QLineEdit(staff or "")
        self.field.setMaxLength(12)
        self.field.setFont(Type(Scale.CONSOLE, Role.STRONG).font())
        self._label.setBuddy(self.field)
        self.open_key = PushKey("", "Enter", main=True)
        self.queue = QueueCard()
        self._note = TextLabel("", Type(Scale.CONSOLE, Role.SMALL), "ink_2")
        self.column.addWidget(self._card())
        self.column.addWidget(self.message)
        self.column.addWidget(self.queue, 1)
        self.column.addWidget(self._note)
        self.zones.move(Zone.SIDE, self.queue, stretch=1)
        self.open_key.clicked.connect(self._on_open)

    def _card(self) -> Card:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 18)
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        inside.addSpacing(8)
        inside.addWidget(self._label)
        inside.addWidget(self.field)
        inside.addSpacing(8)
        inside.addWidget(self.open_key)
        inside.addStretch(1)
        return card

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self._title.setText(self.tr("Counter {0} is closed").format(moment.number))
        self._hint.setText(self.tr("The hall sees it as closed until you open it."))
        if day_is_over(moment.view):
            self._title.setText(self.tr("The day is closed"))
            self._hint.setText(self.tr("No tickets come today; open the counter tomorrow."))
        self._label.setText(self.tr("Staff number"))
        self.field.setAccessibleName(self.tr("Staff number"))
        self.field.setEnabled(moment.usable)
        self._show_staff(moment)
        self.open_key.setText(self.tr("Open counter"))
        self._note.setText(self.tr("F1 shows at any time what each key does."))
        self.open_key.setEnabled(moment.usable)
        self.queue.show_moment(moment)

    def _show_staff(self, moment: Moment) -> None:
        """Who signed in needs no number."""
        signed_in = moment.signed_in
        for piece in (self._label, self.field):
            piece.setVisible(signed_in is None)
        if signed_in is not None:
            self.field.setText(signed_in)

    def first_focus(self) -> QWidget | None:
        return self.open_key if self.field.isHidden() else self.field

    def take_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_key.click()
            return True
        return False

    def _on_open(self) -> None:
        self.asked.emit(Opening(self.field.text().strip() or None))


def day_is_over(view: View) -> bool:
    """Whether this day, and not an earlier one, has been closed."""
    today = business_date(view.now, view.config.time_zone)
    return view.state.day_closed and view.state.day == today


class PausedPage(Page):
    """Paused: why, until when, what the hall sees; one key to come back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = ""
        figure = Type(Scale.CONSOLE, Role.FIGURE).scaled(30 / 26)
        self._title = TextLabel("", figure)
        self.timer = FigureLabel("", Type(Scale.CONSOLE, Role.NUMBER).scaled(50 / 62))
        self._back = TextLabel("", _TEXT, "ink_2")
        self._back.set_strong_tone("ink")
        self._bar = ProgressTicks()
        self._bar.set_hue(Hue.WARN)
        self._span = TwoTexts()
        self.longer_key = AskKey(Pausing(), "+")
        self.shorter_key = AskKey(Pausing(), "−")
        self.return_key = AskKey(Do.PAUSE, "F11", main=True)
        self.return_key.set_height(66)
        self._why = TextLabel("", _HEAD, "ink_2")
        self.reasons = [ChoiceKey(Pausing(reason)) for reason in PAUSE_REASONS]
        self.away = AwayCard()
        self.close_key = AskKey(Do.CLOSE, "F12")
        self.help_key = AskKey(Panel.HELP, "F10")
        self._lay_out()
        keys = (self.longer_key, self.shorter_key, self.return_key, self.close_key, self.help_key)
        self.join(*keys, *self.reasons)
        self.away.asked.connect(self.asked)

    def _lay_out(self) -> None:
        self._clock = self._clock_card()
        self.column.addWidget(self._clock)
        self.column.addWidget(self.return_key)
        self.column.addWidget(self.message)
        self.column.addWidget(self._reason_card())
        self.column.addWidget(self.away)
        self.column.addStretch(1)
        last = KeyRow(self.help_key, self.close_key)
        self.column.addWidget(last)
        self.zones.move(Zone.SIDE, self._clock, stretch=1)
        self.zones.move(Zone.FOOT, self.return_key, stretch=20)
        self.zones.move(Zone.FOOT, self._steps, stretch=22, home=self._inside)
        self.zones.move(Zone.FOOT, last, stretch=24)

    def _clock_card(self) -> Card:
        card = Card()
        inside = self._inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 14)
        inside.setSpacing(4)
        for label in (self._title, self.timer, self._back):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(label)
            inside.addSpacing(4)
        inside.addSpacing(6)
        inside.addWidget(self._bar)
        inside.addWidget(self._span)
        inside.addSpacing(8)
        self._steps = KeyRow(self.longer_key, self.shorter_key)
        inside.addWidget(self._steps)
        return card

    def _reason_card(self) -> Card:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(9)
        inside.addWidget(self._why)
        for key in self.reasons:
            key.set_height(40)
            key.set_hue(Hue.WARN)
        self._choices = KeyRow(*self.reasons, columns=_REASONS_A_LINE)
        inside.addWidget(self._choices)
        return card

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self._choices.set_columns(_REASONS_A_LINE + wide)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        counter = moment.counter
        self._reason = counter.reason or "other"
        word = pause_word(self._reason)
        self._title.setText(self.tr("Paused · {0}").format(word))
        self._show_clock(moment)
        self._show_keys(moment)
        title = self.tr("The hall sees")
        note = self.tr("counter {0} · paused").format(moment.number)
        self.away.show_moment(moment, can_resume=False, title=title, note=note)

    def _show_clock(self, moment: Moment) -> None:
        now, config = moment.view.now, moment.view.config
        since, until = moment.counter.since or now, moment.counter.until
        gone_s = seconds_between(since, now)
        began = self.tr("since {0}").format(clock(since, config))
        if until is None:
            self.timer.setText(stopwatch(gone_s))
            self._back.setText(self.tr("no return time given"))
            self._bar.show_progress(None)
            self._span.show_texts(began, "")
            self.timer.set_tone("ink")
            return
        whole_s = max(1.0, seconds_between(since, until))
        left_s = (until - now).total_seconds()
        self.timer.setText(stopwatch(abs(left_s)))
        self.timer.set_tone("ink" if left_s >= 0 else "late")
        back = self.tr("back at <b>{0}</b>") if left_s >= 0 else self.tr("was due at <b>{0}</b>")
        self._back.set_marked(back.format(clock(until, config)))
        self._bar.show_progress(gone_s / whole_s, (), left_s < 0)
        minutes = round(whole_s / 60)
        self._span.show_texts(began, self.tr("{0} min in all").format(minutes))

    def _show_keys(self, moment: Moment) -> None:
        now, until = moment.view.now, moment.counter.until
        step = timedelta(minutes=STEP_MIN)
        later = max(until or now, now) + step
        sooner = until - step if until is not None and until - step > now else None
        self.longer_key.ask = Pausing(self._reason, later)
        self.shorter_key.ask = Pausing(self._reason, sooner)
        self.longer_key.setText(self.tr("{0} min longer").format(STEP_MIN))
        self.shorter_key.setText(self.tr("{0} min shorter").format(STEP_MIN))
        self.return_key.setText(self.tr("Serve again"))
        self.close_key.setText(self.tr("Close counter"))
        self.help_key.setText(self.tr("Help"))
        for key in (self.longer_key, self.return_key, self.close_key, self.help_key):
            key.setEnabled(moment.usable)
        self.shorter_key.setEnabled(moment.usable and sooner is not None)
        self._why.setText(self.tr("Reason (the day's report counts them)"))
        for reason, key in zip(PAUSE_REASONS, self.reasons, strict=True):
            key.ask = Pausing(reason, until)
            key.setText(pause_word(reason))
            key.setChecked(reason == self._reason)
            key.setEnabled(moment.usable)

    def take_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.longer_key.click()
            return True
        if key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.shorter_key.click()
            return True
        return False


class UnknownPage(Page):
    """Nothing is known yet, or this counter is none of the branch's: one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel("", Type(Scale.CONSOLE, Role.HEAD))
        self._hint = TextLabel("", _TEXT, "ink_2")
        self._hint.set_wrapping(True)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 18)
        inside.setSpacing(6)
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        self.column.addWidget(card)
        self.column.addWidget(self.message)
        self.column.addStretch(1)

    def show_sentence(self, text: str) -> None:
        """`text` says what is wrong; "" while the floor is still being opened."""
        wrong = bool(text)
        self._title.setText(self.tr("Not connected") if wrong else self.tr("Connecting"))
        hint = self.tr("The console opens by itself as soon as the floor answers.")
        self._hint.setText(hint)
        self.message.say(text, "late")
