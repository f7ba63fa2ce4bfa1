"""The advice card: one thing worth doing now, what it changes, and one key that does it."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.advising import Act, Advice, Promised, Verdict, Weighed
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.errors import FloorError
from branchfloor.floor.advising.kept import Row, followed, latest
from branchfloor.floor.advising.words import (
    effect_rows,
    key_text,
    played_line,
    score_line,
    sentence,
    what_to_do,
    why_not,
)
from branchfloor.floor.asks import Loan
from branchfloor.floor.books import Books
from branchfloor.floor.floor import Floor
from ui.app.tasks import async_slot, busy, cancel_all, loop_runs, spawn
from ui.overview.advice.table import EffectTable
from ui.overview.asking import phrases
from ui.overview.reading import Reading
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, PushKey, QuietMessage, TextLabel
from ui.widgets.card import CardLook

OLD_S = 60.0
"""Figures older than this are told without colour."""

GONE_S = 300.0
"""An advice older than this is not shown any more."""

LATER = timedelta(minutes=5)
"""For how long "later" keeps the same advice away."""

ROWS = {False: 3, True: 2}
"""Lines of the table, on a large and on a small window."""

SCORED = 20
"""The score is of so many that were followed last."""

LOOKS_BACK = timedelta(days=30)

COMMANDS = {
    Act.OPEN: "open",
    Act.RESUME: "open",
    Act.CLOSE: "close",
    Act.LEND: "lend",
}
"""What one tap can do, and the right it takes; the others are done on their own pages."""


class AdviceCard(Card):
    """Hidden while nothing is advised; follows the rows that the foreseeing process writes."""

    came_or_went = Signal()
    """It is shown now, or not any more: others make room."""
    weighed_anew = Signal()
    """What could be done was weighed again; others tell it too."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(CardLook.DECIDE, parent)
        self._floor = floor
        self._advice: Advice | None = None
        self._followed: tuple[Promised, ...] = ()
        self._later: dict[str, datetime] = {}
        self._reading: Reading | None = None
        self._now: datetime | None = None
        self._reads = self._compact = False
        self._read_at: datetime | None = None
        self._mark: object = None
        self._told: object = None
        self._title = TextLabel("", Type(Scale.OVERVIEW, Role.TITLE, Weight.BOLD), "brand_ink")
        self._says = TextLabel("", Type(Scale.OVERVIEW, Role.TEXT), "ink")
        self._note = TextLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.table = EffectTable()
        self.do_key, self.later_key = PushKey(main=True), PushKey()
        self.message = QuietMessage(Scale.OVERVIEW)
        self._lay_out()
        self.do_key.clicked.connect(self._on_do)
        self.later_key.clicked.connect(self._on_later)
        self.hide()

    @property
    def latest(self) -> Advice | None:
        """What was weighed last, whether any of it is advised or not."""
        return self._advice

    @property
    def shown(self) -> Weighed | None:
        """What is advised now; None while nothing is, or it was put off."""
        advice, now = self._advice, self._now
        if advice is None or now is None:
            return None
        age_s = seconds_between(advice.made_at, now)
        best = advice.best
        if best is None or not -60 <= age_s <= GONE_S:
            return None
        until = self._later.get(best.option.key)
        return None if until is not None and now < until else best

    def says(self) -> str:
        """The sentence shown."""
        return self._says.text()

    def note(self) -> str:
        """What is said below the keys."""
        return self._note.text()

    def show_advice(self, advice: Advice | None, done: tuple[Promised, ...] = ()) -> None:
        """Set everything from what was read."""
        if (advice, done) != (self._advice, self._followed):
            self._advice, self._followed = advice, done
            self.retranslate()
            self.weighed_anew.emit()

    def show_reading(self, reading: Reading) -> None:
        """Follow the floor: read the newest advice when forecasts were published anew."""
        self._reading, self._now = reading, reading.now
        if self._stands() != self._told:
            self.retranslate()
        published = reading.state.forecasts
        at = published.made_at if published else None
        if at != self._read_at and not self._reads and loop_runs():
            self._reads, self._read_at = True, at
            spawn(self._read(reading.now), name="read advice", owner=self)

    def show_time(self, now: datetime) -> None:
        """Figures grow old, and what was put off comes back."""
        self._now = now
        if self._stands() != self._told:
            self.retranslate()

    def set_compact(self, compact: bool) -> None:
        """Nearer edges and no word on how it was made, for a small window."""
        self._column.setContentsMargins(*((12, 9, 12, 9) if compact else (18, 14, 18, 14)))
        self._column.setSpacing(5 if compact else 9)
        self._compact = compact
        self.table.set_compact(compact)
        for key in (self.do_key, self.later_key):
            key.set_compact(compact)
        self._note.setVisible(not compact)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        best, advice = self.shown, self._advice
        self._told = self._stands()
        if self.isHidden() == (best is not None):
            self.setVisible(best is not None)
            self.came_or_went.emit()
        if best is None or advice is None:
            return
        words, old = phrases(), self._is_old()
        what = what_to_do(best.option, words)
        self.set_look(CardLook.STALE if old else CardLook.DECIDE)
        self._title.setText(self.tr("Advice: {0}").format(what))
        self._title.set_tone("ink_2" if old else "brand_ink")
        self._says.setText(sentence(best, words))
        heads = (self.tr("as it is"), self.tr("then"), self.tr("difference (95%)"))
        self.table.show_rows(heads, effect_rows(best, words, ROWS[self._compact]))
        self.table.set_faded(old)
        self.do_key.setText(key_text(best.option, words))
        self.do_key.setVisible(best.option.act in COMMANDS)
        self.do_key.setEnabled(self._may(best))
        self.later_key.setText(self.tr("Again in 5 min"))
        self._note.setText(self._below(advice, best))

    def stop(self) -> None:
        """The screen closes."""
        cancel_all(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.message.clear()
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        for label, lines in ((self._title, 2), (self._says, 3), (self._note, 4)):
            label.set_wrapping(True, lines)
        keys = QHBoxLayout()
        keys.setSpacing(10)
        keys.addWidget(self.do_key, 3)
        keys.addWidget(self.later_key, 2)
        self.do_key.set_height(44)
        for part in (self._title, self._says, self.table, self.message):
            column.addWidget(part)
        column.addLayout(keys)
        column.addWidget(self._note)
        self.set_compact(False)

    def _below(self, advice: Advice, best: Weighed) -> str:
        """How it was made, the next best option, and how often advice kept its word."""
        words = phrases()
        parts = [played_line(advice, words)]
        others = [one for one in advice.weighed if one is not best]
        others.sort(key=lambda one: one.verdict is not Verdict.ADVISED)
        if others:
            parts.append(why_not(others[0], words))
        scored = [one.kept for one in self._followed if one.kept is not None][:SCORED]
        parts.append(score_line(sum(scored), len(scored), words))
        return " ".join(part for part in parts if part)

    def _may(self, best: Weighed) -> bool:
        command = COMMANDS.get(best.option.act, "")
        return self._reading is None or bool(command and self._reading.may(command))

    def _is_old(self) -> bool:
        if self._advice is None or self._now is None:
            return False
        return seconds_between(self._advice.made_at, self._now) > OLD_S

    def _stands(self) -> tuple[Weighed | None, bool, bool]:
        best = self.shown
        return best, self._is_old(), best is not None and self._may(best)

    async def _read(self, now: datetime) -> None:
        try:
            found = await self._floor.read(partial(_news, now=now, known=self._mark))
        except FloorError:
            return  # the head bar says that the database cannot be used
        finally:
            self._reads = False
        if found is not None:
            self._mark, rows = found
            self.show_advice(latest(rows), followed(rows))

    @async_slot()
    async def _on_do(self) -> None:
        best = self.shown
        if best is None:
            return
        self.message.clear()
        with busy(self.do_key):
            try:
                await do(self._floor, best)
            except FloorError as refused:
                self.message.say(phrases().tell(refused), "late")
                return
        self._put_off(best)

    def _on_later(self) -> None:
        best = self.shown
        if best is not None:
            self._put_off(best)

    def _put_off(self, best: Weighed) -> None:
        if self._now is not None:
            self._later[best.option.key] = self._now + LATER
        self.message.clear()
        self.retranslate()


async def do(floor: Floor, weighed: Weighed) -> None:
    """Do what is advised; the floor refuses what may not be."""
    option = weighed.option
    match option.act:
        case Act.OPEN | Act.RESUME:
            await floor.open_counter(option.counter)
        case Act.CLOSE:
            await floor.close_counter(option.counter)
        case Act.LEND:
            await floor.lend_counter(option.counter, Loan(option.services, option.minutes))
        case _:
            return


def _news(books: Books, now: datetime, known: object) -> tuple[object, tuple[Row, ...]] | None:
    """What was advised, with the mark it is known by; None while nothing is new."""
    mark = books.advice_mark()
    return None if mark == known else (mark, tuple(books.advice_since(now - LOOKS_BACK)))
