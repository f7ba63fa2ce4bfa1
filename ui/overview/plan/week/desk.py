"""What happens on the week's card: its days are read, worked out together, kept and written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.plan_week import WEEK_DAYS, WeekFault, week_faults, week_of
from ui.overview.plan.desk import Said, Work
from ui.overview.plan.planner import Planner, WeekQuestion

if TYPE_CHECKING:
    from branchfloor.domain.plan_effect import PlanEffect

_NEWS = frozenset({"saved", "exported"})


class WeekDesk(QObject):
    """The state of a week; a view sets everything from it when it has `changed`."""

    changed = Signal()

    def __init__(self, planner: Planner | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planner = planner
        self.today: date | None = None
        self.monday: date | None = None
        self.days: tuple[Planned, ...] = ()
        self.before: dict[date, PlanEffect] = {}
        self.work = Work.NONE
        self.part = 0.0
        self.said = Said()
        self._known: Planned | None = None
        self._undo: tuple[Planned, ...] | None = None
        self._asked: WeekQuestion | None = None

    # --- what is known ---

    def of(self, day: date | None) -> Planned | None:
        """One day of it; None when the branch is closed then, or the week is another."""
        return next((one for one in self.days if one.plan.day == day), None)

    def is_over(self, day: date) -> bool:
        """Whether a day's plan can be changed no more."""
        return self.today is not None and day < self.today

    def left(self) -> tuple[Planned, ...]:
        """Today and the days to come."""
        return tuple(one for one in self.days if not self.is_over(one.plan.day))

    @property
    def saved(self) -> bool:
        """Whether every day to come is kept as it stands here."""
        return all(one.saved for one in self.left())

    @property
    def worked_out(self) -> bool:
        """Whether it is known what every day to come needs and leads to."""
        return bool(self.days) and all(one.effect.days for one in self.left())

    @property
    def can_undo(self) -> bool:
        """Whether shifts were chosen that can be taken back."""
        return self._undo is not None

    def faults(self) -> tuple[WeekFault, ...]:
        """The rules the week does not keep; days that are over count, and are not blamed."""
        found = week_faults([one.plan for one in self.days]) if self.days else ()
        return tuple(one for one in found if one.day is None or not self.is_over(one.day))

    # --- what the page asks ---

    def open(self, day: date, known: Planned | None = None) -> None:
        """Turn to the week of a day; `known` is that day's plan as it stands now."""
        self.monday, self.days, self.before = week_of(day)[0], (), {}
        self.said, self._undo, self._known = Said(), None, known
        self._ask(WeekQuestion(self.monday, quick=True), Work.OPENING)

    def turn(self, weeks: int) -> None:
        """Some weeks later or earlier."""
        if self.monday is not None:
            self.open(self.monday + timedelta(days=WEEK_DAYS * weeks))

    def show(self, day: date, known: Planned | None) -> None:
        """The week of a day comes into view, read anew where another was there."""
        if self.monday != week_of(day)[0] or not self.days:
            self.open(day, known)
            return
        self.take(known)
        self.resume()

    def take(self, known: Planned | None) -> None:
        """A day was changed elsewhere."""
        if known is not None and self.of(known.plan.day) is not None:
            self._undo = None
            self._put(known)
            self.changed.emit()

    def _put(self, known: Planned | None) -> None:
        """In the place of what was read of its day, or will be."""
        self._known = known
        if known is not None:
            self.days = tuple(known if d.plan.day == known.plan.day else d for d in self.days)

    def resume(self) -> None:
        """Go on where it was left."""
        if self.work is Work.NONE and self.days and not self.worked_out:
            self._reckon()

    def again(self) -> None:
        """Try again what failed."""
        if not self.days and self.monday is not None:
            self.open(self.monday)
        else:
            self._reckon()

    def fill(self) -> None:
        """Choose everybody's shifts of all days to come with one roster."""
        self._work_on(Work.FILLING, fill=True)

    def undo(self) -> None:
        """Take the chosen shifts back."""
        if self._undo is not None:
            self.days, self._undo, self.said = self._undo, None, Said()
            self.changed.emit()

    def save(self) -> None:
        """Keep each day to come."""
        starts = tuple(one.plan for one in self.left())
        if starts and self.monday is not None:
            question = WeekQuestion(self.monday, starts, quick=True, save=True)
            self._ask(question, Work.SAVING)

    def export(self, target: Path) -> None:
        """Write the whole week to a file."""
        self._work_on(Work.EXPORTING, export=target)

    def cancel(self) -> None:
        """Leave what is under way."""
        if self.work is not Work.NONE and self._planner is not None:
            self._planner.cancel()
        self._asked, self.work = None, Work.NONE
        self.changed.emit()

    def stop(self) -> None:
        """The page closes."""
        if self._planner is not None:
            self._planner.cancel()

    # --- what the planner answers ---

    def on_progress(self, part: float) -> None:
        """How far it is."""
        self.part = part
        self.changed.emit()

    def on_week(self, days: Sequence[Planned]) -> None:
        """An answer came."""
        work, asked = self.work, self._asked
        self.work, self._asked = Work.NONE, None
        if self.said.code not in _NEWS:
            self.said = Said()
        self._take(work, {one.plan.day: one for one in days}, asked)
        self.changed.emit()

    def on_refused(self, code: str, text: str) -> None:
        """There is no answer."""
        self.work, self._asked = Work.NONE, None
        self.said = Said(code, text)
        self.changed.emit()

    # --- inside ---

    def _take(self, work: Work, answer: Mapping[date, Planned], asked: WeekQuestion | None) -> None:
        if work is Work.OPENING:
            self.days = tuple(answer.values())
            self._put(self._known)
            self.resume()
            return
        if work is Work.SAVING:
            kept = {one.plan.day for one in self.left()}
            self.days = tuple(replace(d, saved=d.saved or d.plan.day in kept) for d in self.days)
            self.said = Said("saved")
            return
        if work is Work.EXPORTING and asked is not None:
            self.said = Said("exported", str(asked.export))
        self._undo = self.days if work is Work.FILLING else None
        self.days = tuple(answer.get(one.plan.day, one) for one in self.days)
        for one in self.days:
            if one.effect.days:
                self.before.setdefault(one.plan.day, one.effect)

    def _reckon(self) -> None:
        """What the days need and lead to, their shifts left as they are."""
        if self.left():
            self._work_on(Work.RECKONING)

    def _work_on(self, work: Work, *, fill: bool = False, export: Path | None = None) -> None:
        starts = tuple(one.plan for one in self.days)
        if starts and self.monday is not None:
            self._ask(WeekQuestion(self.monday, starts, fill=fill, export=export), work)

    def _ask(self, question: WeekQuestion, work: Work) -> None:
        if self._planner is None:
            self.said = Said("no_planner")
            self.changed.emit()
            return
        self.work, self.part, self._asked = work, 0.0, question
        if work is not Work.RECKONING:
            self.said = Said()
        self.changed.emit()
        self._planner.ask_week(question, self)
