"""A child process of this program that answers one question with JSON: heavy reckoning happens
there, so that no screen ever waits and none of them holds numpy.

The child may tell how far it is, in lines `{"progress": 0.4}`; the rest of its output is the
answer. Ending the child is all it takes to give a question up.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

Body = Mapping[str, Any]
ENDS_WITHIN_MS = 500
"""A child that is ended goes at once; no longer is waited for it."""


class Listener(Protocol):
    """Who hears of a question."""

    def on_progress(self, part: float) -> None:
        """From 0 to 1."""

    def on_answer(self, body: Body) -> None:
        """The answer, as the command line prints it."""

    def on_refused(self, code: str, text: str) -> None:
        """Why there is none; both are "" when the child said nothing that can be read."""


class JsonChild(QObject):
    """One child until it has answered; it goes by itself."""

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

    def begin(self, text: str = "") -> None:
        """Start it and give it what it reads."""
        self._child.start()
        if text:
            self._child.write(text.encode())
        self._child.closeWriteChannel()

    def end(self) -> None:
        """Nobody listens any more; the child is gone when this returns. One that has answered
        long ago may be ended as well.
        """
        self._listener = None
        if not shiboken6.isValid(self):
            return
        if self._child.state() != QProcess.ProcessState.NotRunning:
            self._child.kill()
            self._child.waitForFinished(ENDS_WITHIN_MS)
        self.deleteLater()

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
            _tell(listener, self._answer)

    def _on_error(self, error: object) -> None:
        """A program that cannot be started at all has no end to wait for."""
        listener = self._listener
        if error == QProcess.ProcessError.FailedToStart and listener is not None:
            self._listener = None
            self.deleteLater()
            listener.on_refused("", "")


def _tell(listener: Listener, answer: str) -> None:
    try:
        body = json.loads(answer)
        error = body.get("error")
    except (ValueError, AttributeError):
        listener.on_refused("", "")
        return
    if error:
        listener.on_refused(str(error["code"]), str(error["message"]))
    else:
        listener.on_answer(body)
