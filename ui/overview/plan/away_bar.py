"""Who is away from when to when, and what follows from it, before it is approved."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.domain.rostering import HALF_HOUR_MIN, DayPlan, Span
from ui.overview.plan.desk import Absence
from ui.overview.plan.painting import span_text
from ui.overview.plan.words import effect_text
from ui.theme import Role, Scale, Type
from ui.widgets import ElidedLabel, PushKey

USUAL_MIN = 120
"""An absence is so long at first."""


class AwayBar(QWidget):
    """Opens with `open_for`; the times move by half-hours.

    Signals:
        asked: the waits without somebody are wanted; carries the staff number and the Span.
        approved: the absence stands.
        closed: nobody goes away.
    """

    asked = Signal(str, object)
    approved = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._staff = ""
        self._span = Span(0, 0)
        self._hours = Span(0, 0)
        self._absence: Absence | None = None
        self._text = ElidedLabel("", Type(Scale.OVERVIEW, Role.TEXT), "ink")
        self.earlier, self.later = PushKey(), PushKey()
        self.shorter, self.longer = PushKey(), PushKey()
        self.ask, self.approve, self.close_key = PushKey(), PushKey(), PushKey()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._text, 1)
        for key in self.keys():
            key.set_compact(True)
            row.addWidget(key)
        self._connect()
        self.hide()

    def keys(self) -> tuple[PushKey, ...]:
        """All keys, from left to right."""
        moves = (self.earlier, self.later, self.shorter, self.longer)
        return (*moves, self.ask, self.approve, self.close_key)

    @property
    def span(self) -> Span:
        """The time away."""
        return self._span

    def open_for(self, staff: str, plan: DayPlan, span: Span) -> None:
        """Ask about somebody, from the start of a stretch of their day."""
        self._staff, self._hours = staff, plan.hours
        self._span = Span(span.from_min, min(span.until_min, span.from_min + USUAL_MIN))
        self._absence = None
        self.retranslate()
        self.show()

    def show_absence(self, absence: Absence | None) -> None:
        """What follows from it, when it is known."""
        self._absence = absence
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        known = self._absence
        if known is not None:
            text = effect_text(known.planned.effect, known.planned.before)
            said = self.tr("Without <b>{0}</b> {1}:   {2}")
            self._text.set_marked(said.format(known.staff, span_text(known.span), text))
        else:
            said = self.tr("Is <b>{0}</b> away <b>{1}</b>?")
            self._text.set_marked(said.format(self._staff, span_text(self._span)))
        self.earlier.setText(self.tr("← Earlier"))
        self.later.setText(self.tr("Later →"))
        self.shorter.setText(self.tr("Shorter"))
        self.longer.setText(self.tr("Longer"))
        self.ask.setText(self.tr("See the waits"))
        self.approve.setText(self.tr("Approve"))
        self.close_key.setText(self.tr("Not away"))
        for key in (self.earlier, self.later, self.shorter, self.longer, self.ask):
            key.setVisible(known is None)
        self.approve.setVisible(known is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        half = HALF_HOUR_MIN
        self.earlier.clicked.connect(partial(self._move, -half))
        self.later.clicked.connect(partial(self._move, half))
        self.shorter.clicked.connect(partial(self._stretch, -half))
        self.longer.clicked.connect(partial(self._stretch, half))
        self.ask.clicked.connect(self._on_ask)
        self.approve.clicked.connect(self.approved)
        self.close_key.clicked.connect(self.closed)

    def _move(self, by_min: int) -> None:
        start = max(self._hours.from_min, self._span.from_min + by_min)
        start = min(start, self._hours.until_min - self._span.minutes)
        self._span = Span(start, start + self._span.minutes)
        self.retranslate()

    def _stretch(self, by_min: int) -> None:
        end = min(self._hours.until_min, self._span.until_min + by_min)
        self._span = Span(self._span.from_min, max(end, self._span.from_min + HALF_HOUR_MIN))
        self.retranslate()

    def _on_ask(self) -> None:
        self.asked.emit(self._staff, self._span)
