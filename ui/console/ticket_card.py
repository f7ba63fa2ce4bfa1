"""Who is at the counter: number, service, clocks, and what helps this customer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.visit import Leg
from ui.theme import Hue, Role, Scale, Type
from ui.widgets import (
    Card,
    CardLook,
    ElidedLabel,
    FigureLabel,
    FlowRow,
    Pill,
    ProgressTicks,
    TextLabel,
)

from .desk import Moment
from .page import Notes
from .pieces import TwoTexts
from .stage_strip import StageStrip
from .texts import (
    countdown,
    help_word,
    hue_of,
    minute_range,
    minutes_gone,
    phrases,
    service_name,
    stopwatch,
    tone_of,
)
from .usual import Usual

MOST_PILLS = 10
_PAST_USUAL = 1.2
"""How far past the usual range the bar reaches."""
_FLAGS_ABOVE_PX = 10
_SERVICE = Type(Scale.CONSOLE, Role.STRONG).scaled(17 / 16)
_LINE = Type(Scale.CONSOLE, Role.TEXT)


class TicketCard(Card):
    """Number and service to the left, a clock and two lines to the right; flags and a bar below."""

    def __init__(self, look: CardLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.number = FigureLabel("", Type(Scale.CONSOLE, Role.NUMBER))
        self._service = ElidedLabel("", _SERVICE)
        self.timer = FigureLabel("", Type(Scale.CONSOLE, Role.FIGURE))
        self.lines = (TextLabel("", _LINE, "ink_2"), TextLabel("", _LINE, "ink_2"))
        self.bar = ProgressTicks()
        self.note = TextLabel("", _LINE, "brand_ink")
        self.note.set_wrapping(True, 3)
        self._note = QWidget()
        self._note.hide()
        self._flags = QWidget()
        self._pills = [Pill() for _ in range(MOST_PILLS)]
        flow = FlowRow(8, 6, self._flags)
        flow.setContentsMargins(0, _FLAGS_ABOVE_PX, 0, 0)
        for pill in self._pills:
            flow.addWidget(pill)
        for label in (self.timer, *self.lines):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(0)
        self.column.addLayout(self._top())
        self._lay_note()

    def _lay_note(self) -> None:
        card = Card(CardLook.NOTE)
        inside, around = QVBoxLayout(card), QVBoxLayout(self._note)
        inside.setContentsMargins(12, 7, 12, 7)
        inside.addWidget(self.note)
        around.setContentsMargins(0, _FLAGS_ABOVE_PX, 0, 0)
        around.addWidget(card)

    def _top(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.number)
        left.addWidget(self._service)
        right = QVBoxLayout()
        right.setSpacing(3)
        right.addSpacing(4)
        for label in (self.timer, *self.lines):
            right.addWidget(label)
        right.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(left, 1)
        top.addLayout(right)
        return top

    def note_line(self) -> QWidget:
        """What the last teller left, to be laid out by the subclass."""
        return self._note

    def set_low(self, low: bool) -> None:
        """Less air above and below, as in the wide form."""
        air = 7 if low else 16
        self.column.setContentsMargins(18, air, 18, air)

    def flags(self) -> QWidget:
        """The row of pills, to be laid out by the subclass."""
        return self._flags

    def flag_texts(self) -> list[str]:
        """What the pills shown say."""
        return [pill.text() for pill in self._pills if not pill.isHidden()]

    def show_customer(self, moment: Moment, notes: Notes) -> None:
        """Number, service, flags and the note that came along."""
        visit, leg = moment.customer()
        config = moment.view.config
        kind = config.policy.rule(visit.class_name).kind
        self.number.setText(visit.number)
        self.number.set_tone(tone_of(hue_of(kind, config.service(leg.service).tier)))
        self._service.setText(service_name(config, leg.service))
        flags = self._standing(visit.class_name, kind)
        flags += [(help_word(code), Hue.BRAND, "") for code in notes.helps]
        self._show_flags(flags)
        said = self.tr("From the last counter: {0}").format(notes.note)
        self.note.setText(said if notes.note else "")
        self._note.setVisible(bool(notes.note))

    def _standing(self, class_name: str, kind: ClassKind) -> list[tuple[str, str, str]]:
        if kind is ClassKind.ORDINARY:
            return []
        if kind is ClassKind.LEGAL:
            return [(self.tr("Green channel"), Hue.GREEN, "heart-fill")]
        word = phrases().word("class", class_name)
        if kind is ClassKind.EMERGENCY:
            return [(word, Hue.LATE, "warning")]
        return [(word, Hue.PLAIN, "")]

    def _show_flags(self, flags: list[tuple[str, str, str]]) -> None:
        for pill, (text, hue, icon) in zip(self._pills, flags, strict=False):
            pill.show_pill(text, hue, icon)
        for at, pill in enumerate(self._pills):
            pill.setVisible(at < len(flags))
        self._flags.setVisible(bool(flags))


class CalledCard(TicketCard):
    """Called and not here yet: since when, how often, and what will be allowed when."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.CALLED, parent)
        self._usual = usual
        self._below = TwoTexts()
        self.column.addWidget(self.flags())
        self.column.addWidget(self.note_line())
        self.column.addSpacing(13)
        self.column.addWidget(self.bar)
        self.column.addSpacing(5)
        self.column.addWidget(self._below)
        self.column.addStretch(1)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        """Set everything."""
        self.show_customer(moment, notes)
        _, leg = moment.customer()
        wanted = moment.view.config.settings.calls_before_no_show
        called = self.tr("Call {0} of {1}").format(len(leg.call_ats), wanted)
        self.lines[0].setText(called if len(leg.call_ats) <= wanted else self._calls(leg))
        low_s, high_s = self._usual(leg.service, moment.counter.staff)
        usual = self.tr("usually {0} min").format(minute_range(low_s, high_s))
        self.lines[1].setText(usual)
        self._show_clock(moment, leg)

    def _calls(self, leg: Leg) -> str:
        return self.tr("Call {0}").format(len(leg.call_ats))

    def _show_clock(self, moment: Moment, leg: Leg) -> None:
        gone_s = seconds_between(leg.call_ats[0], moment.view.now)
        whole_s = max(1, moment.view.config.settings.no_show_after_s)
        gap_s = moment.view.config.settings.recall_gap_s
        recall_at_s = seconds_between(leg.call_ats[0], leg.call_ats[-1]) + gap_s
        self.timer.setText(stopwatch(gone_s))
        ticks = (min(1.0, recall_at_s / whole_s), 1.0)
        self.bar.show_progress(gone_s / whole_s, ticks)
        self._below.show_texts(self._recall_text(moment), self._no_show_text(moment))

    def _recall_text(self, moment: Moment) -> str:
        left_s = recall_in_s(moment)
        if left_s <= 0:
            return self.tr("may be called again")
        return self.tr("call again in {0} s").format(-int(-left_s // 1))

    def _no_show_text(self, moment: Moment) -> str:
        calls, left_s = no_show_in(moment)
        if left_s > 0:
            return self.tr("<b>{0}</b> to no-show").format(countdown(left_s))
        if calls:
            return self.tr("%n more calls to no-show", "", calls)
        return self.tr("no-show allowed")


class ServingCard(TicketCard):
    """Being served: the clock against what this service usually takes."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.PLAIN, parent)
        self._usual = usual
        self.column.addSpacing(12)
        self.column.addWidget(self.bar)
        self.stages = StageStrip()
        self.column.addWidget(self.stages)
        self.column.addWidget(self.flags())
        self.column.addWidget(self.note_line())
        self.column.addStretch(1)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        """Set everything."""
        self.show_customer(moment, notes)
        _, leg = moment.customer()
        gone_s = served_s(moment)
        low_s, high_s = self._usual(leg.service, moment.counter.staff)
        over = gone_s > high_s
        self.timer.setText(stopwatch(gone_s))
        self.timer.set_tone("late" if over else "ink")
        usual = self.tr("usually {0} min").format(minute_range(low_s, high_s))
        beyond = self.tr("longer than usual, {0} min").format(minute_range(low_s, high_s))
        self.lines[0].setText(beyond if over else usual)
        self.lines[0].set_tone("late" if over else "ink_2")
        waited = self.tr("waited {0} min").format(minutes_gone(leg.queued_s or 0.0))
        self.lines[1].setText(waited)
        whole_s = high_s * _PAST_USUAL
        self.bar.show_progress(gone_s / whole_s, (low_s / whole_s, high_s / whole_s), over)
        self.stages.show_moment(moment)


def served_s(moment: Moment) -> float:
    """Seconds this customer has been served so far, earlier sittings included."""
    _, leg = moment.customer()
    sitting_s = seconds_between(leg.sat_at, moment.view.now) if leg.sat_at else 0.0
    return leg.served_s + sitting_s


def recall_in_s(moment: Moment) -> float:
    """Seconds until the ticket may be called again; 0 when it may."""
    _, leg = moment.customer()
    gone_s = seconds_between(leg.call_ats[-1], moment.view.now)
    return max(0.0, moment.view.config.settings.recall_gap_s - gone_s)


def no_show_in(moment: Moment) -> tuple[int, float]:
    """Calls and seconds still missing before a no-show; (0, 0) when it is allowed."""
    _, leg = moment.customer()
    settings = moment.view.config.settings
    gone_s = seconds_between(leg.call_ats[0], moment.view.now)
    calls = max(0, settings.calls_before_no_show - len(leg.call_ats))
    return calls, max(0.0, settings.no_show_after_s - gone_s)
