"""What happens on the plan's page: days are opened, edits followed by their effect, plans kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from branchfloor.domain.plan_effect import NO_EFFECT, Coming, PlanEffect, Planned
from branchfloor.domain.rostering import DayPlan, Span
from ui.overview.plan.planner import Planner, Question

if TYPE_CHECKING:
    from branchfloor.domain.people import Person

SETTLES_MS = 600
"""Edits that follow each other faster are reckoned together."""
UNDOES = 50


class Work(StrEnum):
    """What is under way."""

    NONE = ""
    OPENING = "opening"
    RECKONING = "reckoning"
    FILLING = "filling"
    SAVING = "saving"
    EXPORTING = "exporting"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the page: its code, a value, and the engine's own words for a refusal."""

    code: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody away, and the day without them."""

    staff: str
    span: Span
    planned: Planned


_NEWS = frozenset({"saved", "exported"})
"""What was done stays said while its effect is reckoned; a failure does not."""


class PlanDesk(QObject):
    """The state of the page; a view sets everything from it when it has `changed`."""

    changed = Signal()

    def __init__(self, planner: Planner | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planner = planner
        self.day: date | None = None
        self.today: date | None = None
        self.plan: DayPlan | None = None
        self.people: tuple[Person, ...] = ()
        self.effect: PlanEffect = NO_EFFECT
        self.coming: tuple[Coming, ...] = ()
        self.whole: Coming | None = None
        self.before: PlanEffect | None = None
        self.work = Work.NONE
        self.part = 0.0
        self.said = Said()
        self.absence: Absence | None = None
        self.saved = False
        self.stale = False
        self._undo: list[DayPlan] = []
        self._asked: Question | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLES_MS)
        self._settle.timeout.connect(self._reckon)

    # --- what the page asks ---

    def use(self, planner: Planner | None) -> None:
        """Who works plans out."""
        self._planner = planner

    def open(self, day: date) -> None:
        """Turn to a day."""
        self._clear(day)
        self._ask(Question(day, quick=True), Work.OPENING)

    def show(self, known: Planned) -> None:
        """Turn to a day whose plan is known already."""
        self.cancel()
        self._clear(known.plan.day)
        self._take(Work.NONE, known, None)
        self.saved = known.saved
        if known.effect.days:
            self.changed.emit()
        else:
            self.before = None
            self._reckon()

    def shown(self) -> Planned | None:
        """The day as it stands; its effect is left out while it is older than the plan."""
        if self.plan is None:
            return None
        effect = NO_EFFECT if self.stale else self.effect
        return Planned(
            self.plan, effect, self.people, coming=self.coming, whole=self.whole, saved=self.saved
        )

    def _clear(self, day: date) -> None:
        self._settle.stop()
        self.day, self.plan, self.people = day, None, ()
        self.effect, self.before, self.absence = NO_EFFECT, None, None
        self.coming, self.whole = (), None
        self.said, self.saved, self.stale = Said(), False, False
        self._undo.clear()

    def again(self) -> None:
        """Try again what failed, or reckon the day anew."""
        if self.plan is None and self.day is not None:
            self.open(self.day)
        else:
            self._reckon()

    def edit(self, plan: DayPlan) -> None:
        """The plan was changed by hand; what it leads to follows when it stands still."""
        if self.plan is None or plan == self.plan:
            return
        self._undo = [*self._undo[-UNDOES:], self.plan]
        self._put(plan)
        self._settle.start()
        self.changed.emit()

    def undo(self) -> None:
        """Take the last change back."""
        if self._undo:
            self._put(self._undo.pop())
            self._settle.start()
            self.changed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def fill(self) -> None:
        """Choose shifts so that nobody is missing, as far as there are people."""
        if self.day is not None and self.plan is not None:
            self._ask(Question(self.day, self.plan, fill=True), Work.FILLING)

    def save(self) -> None:
        """Keep the plan for its day."""
        if self.day is not None and self.plan is not None:
            self._ask(Question(self.day, self.plan, quick=True, save=True), Work.SAVING)

    def export(self, target: Path) -> None:
        """Write the plan to a file."""
        if self.day is not None and self.plan is not None:
            self._ask(Question(self.day, self.plan, export=target), Work.EXPORTING)

    def without(self, staff: str, span: Span) -> None:
        """What follows if somebody is away for a while."""
        if self.day is not None and self.plan is not None:
            question = Question(self.day, self.plan, away=(staff, span))
            self._ask(question, Work.AWAY)

    def approve(self) -> None:
        """Somebody is away: the plan goes on without them."""
        absence = self.absence
        if absence is not None and self.plan is not None:
            self._undo.append(self.plan)
            self.before = absence.planned.before
            self._put(absence.planned.plan)
            self.effect, self.stale, self.absence = absence.planned.effect, False, None
            self.changed.emit()

    def dismiss(self) -> None:
        """Nobody goes away; what was said is read."""
        self.absence, self.said = None, Said()
        self.changed.emit()

    def cancel(self) -> None:
        """Leave what is under way."""
        self._settle.stop()
        if self._planner is not None:
            self._planner.cancel()
        self._asked, self.work = None, Work.NONE
        self.changed.emit()

    def stop(self) -> None:
        """The page closes."""
        self._settle.stop()
        if self._planner is not None:
            self._planner.cancel()

    # --- what the planner answers ---

    def on_progress(self, part: float) -> None:
        """How far it is."""
        self.part = part
        self.changed.emit()

    def on_planned(self, planned: Planned) -> None:
        """An answer came."""
        work, asked = self.work, self._asked
        self.work, self._asked = Work.NONE, None
        if self.said.code not in _NEWS:
            self.said = Said()
        if work is Work.AWAY and asked is not None and asked.away is not None:
            self.absence = Absence(*asked.away, planned)
        else:
            self._take(work, planned, asked)
        self.changed.emit()

    def on_refused(self, code: str, text: str) -> None:
        """There is no answer."""
        self.work, self._asked = Work.NONE, None
        self.said = Said(code, text)
        self.changed.emit()

    # --- inside ---

    def _take(self, work: Work, planned: Planned, asked: Question | None) -> None:
        if planned.people:
            self.people = planned.people
        if planned.coming:
            self.coming, self.whole = planned.coming, planned.whole
        if work is Work.OPENING:
            self.plan, self.saved = planned.plan, planned.saved
            self._reckon()
            return
        if work is Work.SAVING:
            self.saved, self.said = True, Said("saved")
            return
        if work is Work.FILLING and self.plan is not None:
            self._undo.append(self.plan)
            self.saved = self.saved and planned.plan.shifts == self.plan.shifts
        if work is Work.EXPORTING and asked is not None:
            self.said = Said("exported", str(asked.export))
        self.plan, self.stale = planned.plan, False
        self.effect = planned.effect
        self.before = self.before or planned.effect

    def _put(self, plan: DayPlan) -> None:
        self.plan, self.saved, self.stale = plan, False, True
        self.said, self.absence = Said(), None

    def _reckon(self) -> None:
        """What the plan needs and leads to, its shifts left as they are."""
        if self.day is not None and self.plan is not None:
            self._ask(Question(self.day, self.plan), Work.RECKONING)

    def _ask(self, question: Question, work: Work) -> None:
        self._settle.stop()
        if self._planner is None:
            self.said = Said("no_planner")
            self.changed.emit()
            return
        self.work, self.part, self._asked = work, 0.0, question
        if work is not Work.RECKONING:
            self.said, self.absence = Said(), None
        self.changed.emit()
        self._planner.ask(question, self)
