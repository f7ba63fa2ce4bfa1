"""Asynchronous work started from Qt signals: kept alive, reported on failure, cancelled on close.

Nothing else in ui starts tasks. A slot that waits is written:

    @async_slot()
    async def _on_call_next(self) -> None:
        with busy(self._call_key):
            await self._floor.call_next(...)

and its screen calls `cancel_all(self)` in `closeEvent`, before the widget is gone.
"""

import asyncio
import functools
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

_running: dict[asyncio.Task[Any], object | None] = {}


def spawn(
    work: Coroutine[Any, Any, Any], name: str = "", owner: object | None = None
) -> asyncio.Task[Any]:
    """Run `work` in the running loop; a failure goes to `sys.excepthook`, a cancel is silent.

    `owner` is what `cancel_all` names later, usually the screen.
    """
    task = asyncio.get_running_loop().create_task(work, name=name or None)
    _running[task] = owner
    task.add_done_callback(_on_done)
    return task


def loop_runs() -> bool:
    """Whether there is a loop to start work in; pictures are drawn without one."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def async_slot(*types: type) -> Callable[[Callable[..., Coroutine[Any, Any, Any]]], Any]:
    """Let a Qt signal start an `async def` method; `types` are the signal's argument types."""

    def wrap(method: Callable[..., Coroutine[Any, Any, Any]]) -> Any:
        @functools.wraps(method)
        def start(self: object, *args: Any) -> None:
            spawn(method(self, *args[: len(types)]), name=method.__qualname__, owner=self)

        return Slot(*types)(start)

    return wrap


def cancel_all(owner: object | None = None) -> int:
    """Cancel the unfinished tasks of `owner` (None: of everybody); answers how many."""
    found = [task for task, whose in _running.items() if owner is None or whose is owner]
    for task in found:
        task.cancel()
    return len(found)


async def settled(owner: object | None = None) -> None:
    """Wait until the tasks of `owner` (None: of everybody else's) have ended."""
    here = asyncio.current_task()
    while found := [
        task
        for task, whose in _running.items()
        if task is not here and (owner is None or whose is owner)
    ]:
        await asyncio.wait(found)


def _on_done(task: asyncio.Task[Any]) -> None:
    _running.pop(task, None)
    if task.cancelled():
        return
    error = task.exception()
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)


@runtime_checkable
class CanBeBusy(Protocol):
    """A piece that shows by itself that it is at work."""

    def set_busy(self, busy: bool, text: str = "") -> None:
        """Start or stop showing that work is under way; presses are ignored meanwhile."""


@contextmanager
def busy(*widgets: QWidget) -> Iterator[None]:
    """Guard against a second press while waiting; safe if a widget dies in the meantime."""
    for widget in widgets:
        _set_busy(widget, True)
    try:
        yield
    finally:
        for widget in widgets:
            if shiboken6.isValid(widget):
                _set_busy(widget, False)


def _set_busy(widget: QWidget, at_work: bool) -> None:
    if isinstance(widget, CanBeBusy):
        widget.set_busy(at_work)
    else:
        widget.setEnabled(not at_work)
