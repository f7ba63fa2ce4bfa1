"""The drawer of one ticket: where it stands, why, what happened, and what may be done."""

from collections.abc import Awaitable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import Visit
from branchfloor.floor.answers import Answer
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from ui.app.tasks import async_slot
from ui.overview.act_keys import ActKeys
from ui.overview.asking import AskingPage
from ui.overview.care_reader import CareReader
from ui.overview.figure_row import FigureRow
from ui.overview.line_list import LineList
from ui.overview.lists import hue_of, service_of
from ui.overview.panel import minutes_text, service_name
from ui.overview.reading import Reading
from ui.overview.ticket_facts import (
    Act,
    acts_of,
    leg_to_move,
    place_of,
    records_of,
    shown_leg,
)
from ui.overview.ticket_pickers import Picked, TicketPickers
from ui.overview.ticket_texts import TicketTexts
from ui.overview.times import DASH, minutes, timer
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import ElidedLabel, Rule, TextLabel, TierTag

_SERVICE = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
_HEAD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)


class TicketPage(AskingPage):
    """`show_ticket` says which; everything else follows the readings."""

    slip_wanted = Signal(object)
    """A slip is to be printed once more; carries the floor's `Slip`."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._visit_id = ""
        self._number = ""
        self.care = CareReader(floor, self)
        self._tag = TierTag(size_px=26)
        self._service = ElidedLabel("", _SERVICE)
        self.figures = FigureRow(5, 4, 4)
        self.standing, self.legs, self.history = LineList(), LineList(24), LineList(56)
        self._heads = [TextLabel("", _HEAD, "ink_2") for _ in range(3)]
        self._rules = [Rule() for _ in range(3)]
        self.keys = ActKeys()
        self.pickers = TicketPickers()
        self._lay_out()
        self.keys.wanted.connect(self._on_wanted)
        self.pickers.picked.connect(self._on_picked)
        self.pickers.given_up.connect(self._show_facts)
        self.care.read.connect(self._on_care)

    @property
    def visit_id(self) -> str:
        """The visit shown."""
        return self._visit_id

    def show_ticket(self, visit_id: str, number: str = "") -> None:
        """Show another visit; `number` finds one that has ended."""
        if visit_id != self._visit_id:
            self.message.clear()
        self._visit_id = visit_id
        self._number = number or visit_id.partition("-")[2]
        self._show_facts()
        if self.reading is not None:
            self.show_reading(self.reading)

    def title(self) -> str:
        visit = self._visit()
        if visit is None or self.reading is None:
            return self._number
        texts = TicketTexts(self.reading.config, self.reading.now)
        return f"{visit.number} · {texts.state_of(shown_leg(visit))}"

    def first_focus(self) -> QWidget | None:
        return self.keys.first()

    def stop(self) -> None:
        super().stop()
        self.care.stop()

    def holds_escape(self) -> bool:
        return self.pickers.is_open()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        visit = self._visit()
        self.keys.show_acts(acts_of(visit) if visit else ())
        self.keys.allow(reading.may)
        self.pickers.show_reading(reading, visit)
        self._say_heads()
        if visit is None:
            self._show_ended(reading)
        else:
            self.care.ask(visit, allowed=reading.may("grant"))
            self._show_visit(reading, visit)
        self.show_time(reading.now)
        self._hide_empty()
        self.retitled.emit()

    def show_time(self, now: datetime) -> None:
        visit = self._visit()
        if visit is None or self.reading is None:
            return
        leg = shown_leg(visit)
        target = minutes_text(f"{leg.target_s / 60:.0f}") if leg.target_s else DASH
        waited_s = visit.queued_s(now)
        over = leg.state is LegState.WAITING and leg.target_s and waited_s >= leg.target_s
        label = self.tr("Waited, target {0}").format(target)
        self.figures.show_figure(0, label, timer(waited_s), "late" if over else "ink")
        self.legs.show_lines(list(TicketTexts(self.reading.config, now).legs(visit)))

    def open_picker(self, act: Act) -> None:
        """Ask in the place of the facts where to, which service more or which priority."""
        visit = self._visit()
        if visit is None:
            return
        self.message.clear()
        self._below.setCurrentWidget(self.pickers)
        self.keys.hide()
        self.pickers.open_for(act, visit)
        self.retitled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pickers.is_open():
            self._show_facts()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 12, 6)
        column.setSpacing(10)
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(self._tag)
        who.addWidget(self._service, 1)
        column.addLayout(who)
        column.addWidget(self.figures)
        self._facts = QWidget()
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(6)
        for rule, head, lines in zip(self._rules, self._heads, self._lists(), strict=True):
            facts.addWidget(rule)
            facts.addWidget(head)
            facts.addWidget(lines)
            facts.addSpacing(4)
        facts.addStretch(1)
        self._below = QStackedLayout()
        column.addLayout(self._below, 1)  # first: its pages would be windows of their own
        self._below.addWidget(self._facts)
        self._below.addWidget(self.pickers)
        self.foot.addWidget(self.keys)

    def _visit(self) -> Visit | None:
        return self.reading.state.visit(self._visit_id) if self.reading else None

    def _lists(self) -> tuple[LineList, LineList, LineList]:
        return self.standing, self.legs, self.history

    def _hide_empty(self) -> None:
        """A list of nothing has no head either."""
        for rule, head, lines in zip(self._rules, self._heads, self._lists(), strict=True):
            rule.setVisible(bool(lines.lines()))
            head.setVisible(bool(lines.lines()))

    def _say_heads(self) -> None:
        words = (self.tr("Standing"), self.tr("Steps"), self.tr("So far"))
        for head, word in zip(self._heads, words, strict=True):
            head.setText(word)

    def _show_visit(self, reading: Reading, visit: Visit) -> None:
        leg = shown_leg(visit)
        self._show_service(reading, leg.service)
        place = place_of(reading.state, reading.config, visit, reading.now)
        ahead = str(place.ahead) if place else DASH
        self.figures.show_figure(1, self.tr("People ahead"), ahead)
        text = DASH
        if place is not None and place.wait is not None:
            text = f"{_min(place.wait.p50)} / {_min(place.wait.p90)}"
        self.figures.show_figure(2, self.tr("P50 / P90, min"), text)
        self._show_standing(reading, visit)
        self.history.show_lines(list(TicketTexts(reading.config, reading.now).history(visit)))

    def _show_service(self, reading: Reading, code: str) -> None:
        self._tag.show_tier(hue_of(service_of(reading.config, code)))
        self._service.setText(service_name(reading.config, code))

    def _show_standing(self, reading: Reading, visit: Visit) -> None:
        texts = TicketTexts(reading.config, reading.now)
        self.standing.show_lines(list(texts.grounds(visit, self.care.care)))

    def _show_ended(self, reading: Reading) -> None:
        """What the day's records still tell of a visit that has ended."""
        records = records_of(reading.state, self._number)
        texts = TicketTexts(reading.config, reading.now)
        self.figures.show_figure(0, self.tr("Waited"), DASH)
        self.figures.show_figure(1, self.tr("People ahead"), DASH)
        self.figures.show_figure(2, self.tr("P50 / P90, min"), DASH)
        self.standing.show_lines([])
        self.legs.show_lines([])
        self.history.show_lines([line for record in records for line in texts.record(record)])
        if records:
            self._show_service(reading, records[-1].service)
            waited_s = records[-1].queued_s
            text = timer(waited_s) if waited_s is not None else DASH
            self.figures.show_figure(0, self.tr("Waited"), text)
        self._show_facts()

    def _show_facts(self) -> None:
        self.pickers.shut()
        self._below.setCurrentWidget(self._facts)
        self.keys.show()
        self.retitled.emit()

    def _on_care(self) -> None:
        visit = self._visit()
        if visit is not None and self.reading is not None:
            self._show_standing(self.reading, visit)

    @async_slot(object)
    async def _on_wanted(self, act: object) -> None:
        visit = self._visit()
        if visit is None:
            return
        if act in (Act.MOVE, Act.ADD_LEG, Act.GRANT):
            self.open_picker(Act(str(act)))
        elif act is Act.REPRINT:
            slip = await self.ask(self._floor.reprint(visit.number), self.keys.key(Act.REPRINT))
            if slip is not None:
                self.slip_wanted.emit(slip)
        else:
            await self._do(Act(str(act)), visit)

    async def _do(self, act: Act, visit: Visit) -> None:
        key = self.keys.key(act)
        await self.ask(self._asked(act, visit.number), key)

    def _asked(self, act: Act, number: str) -> Awaitable[Answer]:
        target = Target(number)
        match act:
            case Act.PRESENT:
                return self._floor.mark_present(number)
            case Act.REINSTATE:
                return self._floor.reinstate(target)
            case Act.RELEASE:
                return self._floor.release(target, "lobby")
            case Act.REVOKE:
                return self._floor.revoke(number)
            case Act.LEAVE:
                return self._floor.leave(target)
            case _:
                return self._floor.cancel(target)

    @async_slot(object)
    async def _on_picked(self, picked: object) -> None:
        visit = self._visit()
        if visit is None or not isinstance(picked, Picked):
            return
        answer: object
        if picked.act is Act.GRANT:
            answer = await self.ask(
                self._floor.grant(visit.number, picked.code, picked.seen), self.pickers
            )
        elif picked.act is Act.ADD_LEG:
            answer = await self.ask(self._floor.add_leg(visit.number, picked.code), self.pickers)
        else:
            moved = leg_to_move(visit)
            target = Target(visit.number, moved.no if moved else None)
            answer = await self.ask(self._floor.move(target, picked.to), self.pickers)
        if answer is not None:
            self._show_facts()


def _min(seconds: float) -> str:
    """Minutes with a decimal below ten, where half a minute can be felt."""
    return minutes(seconds, 1 if seconds < 595 else 0)
