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

from PySide6.QtCore import QObject

from branchfloor.domain.codec import decode, encode
from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.plan_week import WEEK_DAYS
from branchfloor.domain.rostering import DayPlan, Span
from branchfloor.phrasing import Phrases
from ui.app.json_child import Body, JsonChild
from ui.app.json_child import Listener as Hearer
from ui.app.language import current_language
from ui.app.supervisor import child_argv


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


class WorkerPlanner(QObject):
    """Asks a child process of this program about one branch."""

    def __init__(
        self, database: str | None, actor: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._actor = actor
        self._child: JsonChild | None = None

    def act_as(self, actor: str) -> None:
        """Plans are saved as this person's from now on."""
        self._actor = actor

    def ask(self, question: Question, listener: Listener) -> None:
        """Start a child; one that runs already is ended."""
        self._begin(question, _Told(listener))

    def ask_week(self, question: WeekQuestion, listener: WeekListener) -> None:
        """Start a child about a week; one that runs already is ended."""
        self._begin(question, _WeekTold(listener))

    def cancel(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _begin(self, question: Question | WeekQuestion, told: Hearer) -> None:
        self.cancel()
        self._child = JsonChild(child_argv(self._words(question)), told, self)
        self._child.begin(question.text())

    def _words(self, question: Question | WeekQuestion) -> list[str]:
        words = [*question.words(), "--lang", current_language()]
        if self._database:
            words += ["--database", self._database]
        kind, _, number = self._actor.partition(":")
        if kind == "staff":
            words += ["--staff", number]
        return words


class _Told:
    """Makes an answer of what the child printed."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def on_progress(self, part: float) -> None:
        """How far it is."""
        self._listener.on_progress(part)

    def on_answer(self, body: Body) -> None:
        """The first day of the answer."""
        try:
            planned = decode(Planned, body["days"][0])
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            self._listener.on_refused("plan_failed", _failed())
        else:
            self._listener.on_planned(planned)

    def on_refused(self, code: str, text: str) -> None:
        """Why there is none."""
        self._listener.on_refused(code or "plan_failed", text or _failed())


class _WeekTold:
    """The same for all days that were asked about."""

    def __init__(self, listener: WeekListener) -> None:
        self._listener = listener

    def on_progress(self, part: float) -> None:
        """How far it is."""
        self._listener.on_progress(part)

    def on_answer(self, body: Body) -> None:
        """Every day of the answer."""
        try:
            days = tuple(decode(Planned, one) for one in body["days"])
        except (ValueError, TypeError, KeyError, AttributeError):
            self._listener.on_refused("plan_failed", _failed())
        else:
            self._listener.on_week(days)

    def on_refused(self, code: str, text: str) -> None:
        """Why there is none."""
        self._listener.on_refused(code or "plan_failed", text or _failed())


def _failed() -> str:
    return Phrases.load(current_language()).say("refusal.plan_failed")


_house: list[Planner] = []


def use_planner(planner: Planner | None) -> None:
    """Who works plans out for this process: a process shows one branch."""
    _house[:] = [planner] if planner is not None else []


def planner_in_use() -> Planner | None:
    """Whoever was told; None in a window without a database."""
    return _house[0] if _house else None
