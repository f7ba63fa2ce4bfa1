"""The loop in which the measurements' children run their work: a screen's own, with its keeping."""

from collections.abc import Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtWidgets import QApplication

from .run import MainThreadGarbage

T = TypeVar("T")


def in_loop(app: QApplication, work: Coroutine[Any, Any, T]) -> T:
    """Run to the end in Qt's loop, as a screen's process does."""
    garbage = MainThreadGarbage()
    with qasync.QEventLoop(app) as loop:
        answer: T = loop.run_until_complete(work)
    garbage.deleteLater()
    return answer


def in_bare_loop(work: Coroutine[Any, Any, T]) -> T:
    """The same without theme, language or window."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    return in_loop(app, work)
