"""Who works plans out: a process of its own, so that the screen never waits for a reckoning.

The child is the same program (`branchfloor plan … --json --progress`): it tells how far it is in
lines and answers with the last one. Cancelling ends it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from branchfloor.domain.codec import decode, encode
from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.plan_week import WEEK_DAYS
from branchfloor.domain.rostering import DayPlan, Span
from ui.app.child_asker import ChildAsker, InUse, Told
from ui.app.json_child import Body


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a day: begin with `start` (the saved or usual plan when None), choose
    shifts anew (`fill`), work out needs and waits (not when `quick`), keep it (`save`), write it
    to `export`; `away` names somebody who is not there for a while.
    """

    day: date
    start: DayPlan | None = None
    fill: bool = False
    quick: bool = False
    save: bool = False
    export: Path | None = None
    away: tuple[str, Span] | None = None

    def words(self) -> list[str]:
        """The words of the command line."""
        found = ["plan", "--day", self.day.isoformat(), "--json", "--progress"]
        flags = {"--as-is": not self.fill, "--quick": self.quick, "--save": self.save}
        found += [word for word, on in flags.items() if on]
        if self.start is not None:
            found += ["--start", "-"]
        if self.export is not None:
            found += ["--export", str(self.export)]
        if self.away is not None:
            staff, span = self.away
            found += ["--away", f"{staff}:{_at(span.from_min)}-{_at(span.until_min)}"]
        return found

    def text(self) -> str:
        """What the child reads: the plan to begin with."""
        return json.dumps(encode(self.start), ensure_ascii=False) if self.start else ""


@dataclass(frozen=True, slots=True)
class WeekQuestion:
    """What is asked about seven days from `first` on, as `Question` asks about one: begin with
    the plans of `starts`, choose all shifts with one roster (`fill`), only read (`quick`), keep
    each day (`save`), write them all to `export`.
    """

    first: date
    starts: tuple[DayPlan, ...] = ()
    fill: bool = False
    quick: bool = False
    save: bool = False
    export: Path | None = None

    def words(self) -> list[str]:
        """The words of the command line."""
        found = Question(self.first, None, self.fill, self.quick, self.save, self.export).words()
        starts = ["--start", "-"] if self.starts else []
        return [*found, "--days", str(WEEK_DAYS), *starts]

    def text(self) -> str:
        """What the child reads: the plans to begin with."""
        plans = [encode(plan) for plan in self.starts]
        return json.dumps(plans, ensure_ascii=False) if plans else ""


def _at(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


class Listener(Protocol):
    """Who hears of a question: how far it is, its answer, or the sentence of why there is none."""

    def on_progress(self, part: float) -> None:
        """From 0 to 1."""

    def on_planned(self, planned: Planned) -> None:
        """The answer."""

    def on_refused(self, code: str, text: str) -> None:
        """Why there is none."""


class WeekListener(Protocol):
    """Who hears of a question about a week."""

    def on_progress(self, part: float) -> None:
        """From 0 to 1."""

    def on_week(self, days: Sequence[Planned]) -> None:
        """The answer: the open days of the week."""

    def on_refused(self, code: str, text: str) -> None:
        """Why there is none."""


class Planner(Protocol):
    """Works out one question at a time; a new one takes the place of the last."""

    def ask(self, question: Question, listener: Listener) -> None:
        """Begin; the listener hears of it later."""

    def ask_week(self, question: WeekQuestion, listener: WeekListener) -> None:
        """The same for a week."""

    def cancel(self) -> None:
        """Leave what is under way."""


class WorkerPlanner(ChildAsker):
    """Asks a child process of this program about one branch."""

    def ask(self, question: Question, listener: Listener) -> None:
        """Start a child; one that runs already is ended."""
        told = Told(
            _day, listener.on_planned, listener.on_refused, "plan_failed", listener.on_progress
        )
        self.begin(question.words(), told, question.text())

    def ask_week(self, question: WeekQuestion, listener: WeekListener) -> None:
        """Start a child about a week; one that runs already is ended."""
        told = Told(
            _days, listener.on_week, listener.on_refused, "plan_failed", listener.on_progress
        )
        self.begin(question.words(), told, question.text())


def _day(body: Body) -> Planned:
    return decode(Planned, body["days"][0])


def _days(body: Body) -> Sequence[Planned]:
    return tuple(decode(Planned, one) for one in body["days"])


_in_use: InUse[Planner] = InUse()
use_planner, planner_in_use = _in_use.use, _in_use.now
"""Who works plans out for this process."""
