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

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from branchfloor.domain.codec import decode, encode
from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.rostering import DayPlan, Span
from branchfloor.phrasing import Phrases
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


class Planner(Protocol):
    """Works out one question at a time; a new one takes the place of the last."""

    def ask(self, question: Question, listener: Listener) -> None:
        """Begin; the listener hears of it later."""

    def cancel(self) -> None:
        """Leave what is under way."""


class WorkerPlanner(QObject):
    """Asks a child process of this program about one branch."""

    started = Signal()
    """A child was started."""

    def __init__(
        self, database: str | None, actor: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._actor = actor
        self._run: _Run | None = None

    def act_as(self, actor: str) -> None:
        """Plans are saved as this person's from now on."""
        self._actor = actor

    def ask(self, question: Question, listener: Listener) -> None:
        """Start a child; one that runs already is ended."""
        self.cancel()
        run = self._run = _Run(child_argv(self._words(question)), listener, self)
        run.over.connect(self._on_over)
        run.begin(question.text())
        self.started.emit()

    def cancel(self) -> None:
        """End the child."""
        run, self._run = self._run, None
        if run is not None:
            run.end()

    def _on_over(self) -> None:
        """The child has ended by itself; before its answer is told, for that may bring the next
        question.
        """
        self._run = None

    def _words(self, question: Question) -> list[str]:
        words = [*question.words(), "--lang", current_language()]
        if self._database:
            words += ["--database", self._database]
        kind, _, number = self._actor.partition(":")
        if kind == "staff":
            words += ["--staff", number]
        return words


class _Run(QObject):
    """One child until it has answered."""

    over = Signal()

    def __init__(self, argv: Sequence[str], listener: Listener, parent: QObject) -> None:
        super().__init__(parent)
        self._listener: Listener | None = listener
        self._answer = ""
        self._left = b""
        self._child = QProcess(self)
        self._child.setProgram(argv[0])
        self._child.setArguments(list(argv[1:]))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        environment.insert("PYTHONUTF8", "1")
        self._child.setProcessEnvironment(environment)
        self._child.readyReadStandardOutput.connect(self._on_output)
        self._child.finished.connect(self._on_finished)
        self._child.errorOccurred.connect(self._on_error)

    def begin(self, text: str) -> None:
        """Start it and give it what it reads."""
        self._child.start()
        if text:
            self._child.write(text.encode())
        self._child.closeWriteChannel()

    def end(self) -> None:
        """Nobody listens any more."""
        self._listener = None
        if self._child.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._child.kill()

    def _on_output(self) -> None:
        lines = (self._left + bytes(self._child.readAllStandardOutput().data())).split(b"\n")
        self._left = lines.pop()
        for line in lines:
            self._hear(line.decode("utf-8", "replace").strip())

    def _hear(self, line: str) -> None:
        if line.startswith('{"progress"'):
            if self._listener is not None:
                self._listener.on_progress(float(json.loads(line)["progress"]))
        elif line:
            self._answer += line

    def _on_finished(self, code: int, status: object) -> None:
        self._on_output()
        self._hear(self._left.decode("utf-8", "replace").strip())
        listener, self._listener = self._listener, None
        self.deleteLater()
        if listener is not None:
            self.over.emit()
            _tell(listener, self._answer)

    def _on_error(self, error: object) -> None:
        """A program that cannot be started at all has no end to wait for."""
        listener = self._listener
        if error == QProcess.ProcessError.FailedToStart and listener is not None:
            self._listener = None
            self.deleteLater()
            self.over.emit()
            listener.on_refused("plan_failed", _failed())


def _tell(listener: Listener, answer: str) -> None:
    try:
        body = json.loads(answer)
        error = body.get("error")
        planned = None if error else decode(Planned, body["days"][0])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        listener.on_refused("plan_failed", _failed())
        return
    if planned is None:
        listener.on_refused(str(error["code"]), str(error["message"]))
    else:
        listener.on_planned(planned)


def _failed() -> str:
    return Phrases.load(current_language()).say("refusal.plan_failed")


_house: list[Planner] = []


def use_planner(planner: Planner | None) -> None:
    """Who works plans out for this process: a process shows one branch."""
    _house[:] = [planner] if planner is not None else []


def planner_in_use() -> Planner | None:
    """Whoever was told; None in a window without a database."""
    return _house[0] if _house else None
