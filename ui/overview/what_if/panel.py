"""The what-if panel: sliders on the left, the next two hours both ways, and what it comes to."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.advising import Act, Option
from branchfloor.domain.errors import FloorError
from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.what_if import Supposed, WhatIf
from branchfloor.floor.floor import Floor
from branchfloor.routing.manning import counters_of, manned, working_of
from ui.app.tasks import async_slot, busy, cancel_all
from ui.overview.asking import phrases
from ui.overview.reading import Reading
from ui.overview.what_if.answer_card import AnswerCard
from ui.overview.what_if.asker import Asker, asker_in_use
from ui.overview.what_if.slide import Slide
from ui.theme import Scale
from ui.widgets import Card, PushKey, QuietMessage, SectionHeader

WAITS_MS = 400
"""Asked when nobody has moved a slider for so long."""

_STEP_PERCENT = 10
_FEWEST, _MOST = -5, 6
_POINTS = 0.1
"""Arrivals in tenths of the usual; head starts in tenths of a target."""


class WhatIfPanel(QWidget):
    """Nothing is done to the floor until somebody presses the key that does it."""

    def __init__(
        self, floor: Floor, parent: QWidget | None = None, asker: Asker | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._given = asker
        self._reading: Reading | None = None
        self._asked = Supposed()
        self._compact = False
        self.head = SectionHeader(Scale.OVERVIEW)
        self.cash, self.plain, self.arrivals, self.legal = Slide(), Slide(), Slide(), Slide()
        self.do_key, self.back_key = PushKey(main=True), PushKey()
        self.message = QuietMessage(Scale.OVERVIEW)
        self.answer = AnswerCard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAITS_MS)
        self._timer.timeout.connect(self.ask)
        self._lay_out()
        for slide in self.slides:
            slide.moved.connect(self._on_moved)
        self.do_key.clicked.connect(self._on_do)
        self.back_key.clicked.connect(self._on_back)

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All sliders, top to bottom."""
        return (self.cash, self.plain, self.arrivals, self.legal)

    def supposed(self) -> Supposed:
        """What the sliders say."""
        reading = self._reading
        if reading is None:
            return Supposed()
        state, config = reading.state, reading.config
        options = [
            *manned(state, config, self.cash.value, cash=True),
            *manned(state, config, self.plain.value, cash=False),
        ]
        name = _legal_name(reading)
        if name and self.legal.value != self.legal.now:
            value = round(self.legal.value * _POINTS, 4)
            options.append(Option(Act.HEAD_START, class_name=name, value=value))
        return Supposed(tuple(options), 1 + self.arrivals.value / _STEP_PERCENT)

    def show_reading(self, reading: Reading) -> None:
        """Set the ticks of now; sliders that nobody has moved go along."""
        first, self._reading = self._reading is None, reading
        before = [slide.now for slide in self.slides]
        state, config = reading.state, reading.config
        for slide, cash in ((self.cash, True), (self.plain, False)):
            most, works = len(counters_of(config, cash=cash)), working_of(state, config, cash=cash)
            slide.set_range(min(1, works), most, works)
        self.arrivals.set_range(_FEWEST, _MOST, 0)
        now = round(_legal_start(reading) / _POINTS)
        self.legal.set_range(min(2, now), max(8, now), now)
        self.retranslate()
        if first or before != [slide.now for slide in self.slides]:
            self._timer.start()  # what is drawn as it is must be so

    def set_compact(self, compact: bool) -> None:
        """Lower, for a small window."""
        self._compact = compact
        edges = (14, 8, 14, 8) if compact else (20, 14, 20, 14)
        self._column.setContentsMargins(*edges)
        self._column.setSpacing(3 if compact else 6)
        self._left.setFixedWidth(300 if compact else 366)
        for slide in self.slides:
            slide.set_compact(compact)
        for key in (self.do_key, self.back_key):
            key.set_compact(compact)
        self.answer.set_compact(compact)
        self.do_key.set_height(0 if compact else 44)
        self.setFixedHeight(276 if compact else 412)

    def ask(self) -> None:
        """Ask what the sliders say."""
        asker = self._asker()
        if asker is None or self._reading is None:
            return
        self.message.clear()
        self.answer.show_work()
        self._asked = self.supposed()
        asker.ask(self._asked, self)

    def on_what_if(self, found: WhatIf) -> None:
        """The answer has come."""
        if self._reading is not None:
            self.answer.show_answer(found, self._asked, self._reading.config)

    def on_refused(self, text: str) -> None:
        """There is none, and why."""
        self.answer.show_none()
        self.message.say(text, "late")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.head.show_header(self.tr("What if …"), "", self.tr("the tick is now"))
        for slide, name in ((self.cash, self.tr("Cash counters")), (self.plain, self._plain())):
            ends = (str(slide.track.minimum()), str(slide.track.maximum()))
            slide.say(name, _from_to(slide.now, slide.value), ends)
        ends = (_percent(_FEWEST), _percent(_MOST))
        usual = self.tr("usual {0}").format(_percent(self.arrivals.value))
        self.arrivals.say(self.tr("Customers coming"), usual, ends)
        low, high = self.legal.track.minimum(), self.legal.track.maximum()
        self.legal.say(
            self.tr("Head start of legal priority"),
            f"{self.legal.value * _POINTS:.2f}",
            (f"{low * _POINTS:.2f}", f"{high * _POINTS:.2f}"),
        )
        self.do_key.setText(self.tr("Do it"))
        self.back_key.setText(self.tr("Back to now"))
        doable = bool(self._doable())
        self.do_key.setEnabled(doable and self._may())
        self.back_key.setEnabled(any(slide.value != slide.now for slide in self.slides))

    def stop(self) -> None:
        """The screen closes."""
        self._timer.stop()
        asker = self._asker()
        if asker is not None:
            asker.cancel()
        cancel_all(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.message.clear()
            self.retranslate()
            self.answer.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._left = Card()
        column = self._column = QVBoxLayout(self._left)
        column.addWidget(self.head)
        for slide in self.slides:
            column.addWidget(slide)
        column.addStretch(1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.do_key, 1)
        keys.addWidget(self.back_key, 1)
        column.addWidget(self.message)
        column.addLayout(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._left)
        row.addWidget(self.answer, 1)
        self.set_compact(False)

    def _plain(self) -> str:
        return self.tr("Non-cash counters")

    def _asker(self) -> Asker | None:
        return self._given or asker_in_use()

    def _doable(self) -> tuple[Option, ...]:
        """What the key does: counters; a head start is changed in the settings."""
        return tuple(one for one in self.supposed().options if one.act is not Act.HEAD_START)

    def _may(self) -> bool:
        return self._reading is not None and self._reading.may("open")

    def _on_moved(self) -> None:
        self.retranslate()
        self._timer.start()

    def _on_back(self) -> None:
        for slide in self.slides:
            slide.back()

    @async_slot()
    async def _on_do(self) -> None:
        self.message.clear()
        with busy(self.do_key):
            try:
                for option in self._doable():
                    if option.act is Act.CLOSE:
                        await self._floor.close_counter(option.counter)
                    else:
                        await self._floor.open_counter(option.counter)
            except FloorError as refused:
                self.message.say(phrases().tell(refused), "late")


def _legal_name(reading: Reading) -> str:
    rules = reading.config.policy.classes
    return next((rule.name for rule in rules if rule.kind is ClassKind.LEGAL), "")


def _legal_start(reading: Reading) -> float:
    name = _legal_name(reading)
    return reading.config.policy.rule(name).head_start if name else 0.0


def _from_to(now: int, then: int) -> str:
    return f"{now} → {then}" if then != now else str(now)


def _percent(tenths: int) -> str:
    text = f"{10 * tenths:+d}%"
    return "±0%" if tenths == 0 else text.replace("-", "−")
