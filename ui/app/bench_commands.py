"""Issue and call next under qasync, for the measurements."""

from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

import qasync
from PySide6.QtWidgets import QApplication

from branchfloor.bench import commands

T = TypeVar("T")


def issue(told: Mapping[str, Any]) -> commands.Loads:
    """Milliseconds of issuing, ours and bare."""
    sizes = {name: told[name] for name in ("rounds", "commands", "few_waiting")}
    return in_qt(commands.issue(Path(told["folder"]), **sizes))


def call(told: Mapping[str, Any]) -> commands.Loads:
    """Milliseconds of calling with few and with many waiting, and bare."""
    names = ("rounds", "commands", "few_waiting", "many_waiting")
    return in_qt(commands.call(Path(told["folder"]), **{name: told[name] for name in names}))


def in_qt(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end in Qt's loop, as a screen's process does."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        app.setQuitOnLastWindowClosed(False)
    with qasync.QEventLoop(app) as loop:
        answer: T = loop.run_until_complete(work)
    return answer
