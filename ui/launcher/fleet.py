"""The screens this launcher keeps alive: each a process of its own under a supervisor."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from ui.app.supervisor import Supervisor, child_argv

LOOK_EVERY_MS = 400
LEAVE_S = 8.0
"""How long the screens have to end before the launcher ends without them."""
WRONG_USAGE = 2


class Going(StrEnum):
    """How a screen is: not open, open, coming back again and again, or refused by its program."""

    CLOSED = "closed"
    OPEN = "open"
    FALLING = "falling"
    REFUSED = "refused"


@dataclass
class _Kept:
    """A supervisor and the thread that waits for its child."""

    supervisor: Supervisor
    thread: threading.Thread
    code: int = 0


class Fleet(QObject):
    """Starts, stops and watches screens by name.

    `changed` is emitted when one has opened, closed or begun to fail.
    """

    changed = Signal()

    def __init__(self, argv_of: Callable[[Sequence[str]], list[str]] = child_argv) -> None:
        super().__init__()
        self._argv_of = argv_of
        self._kept: dict[str, _Kept] = {}
        self._seen: dict[str, Going] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self, name: str, command: Sequence[str]) -> None:
        """Open a screen that is not open yet."""
        if self.going(name) in (Going.OPEN, Going.FALLING):
            return
        supervisor = Supervisor(self._argv_of(command))
        thread = threading.Thread(target=self._keep, args=(name,), name=f"screen-{name}")
        thread.daemon = True
        self._kept[name] = _Kept(supervisor, thread)
        thread.start()
        self._timer.start()
        self._look()

    def stop(self, name: str) -> None:
        """Close a screen; it is closed once `going` says so."""
        kept = self._kept.get(name)
        if kept is not None:
            kept.supervisor.stop()

    def stop_all(self) -> None:
        """Close every screen and wait for their ends, within reason."""
        for kept in self._kept.values():
            kept.supervisor.stop()
        for kept in self._kept.values():
            kept.thread.join(LEAVE_S)
        self._look()

    def going(self, name: str) -> Going:
        """How a screen is now."""
        kept = self._kept.get(name)
        if kept is None:
            return Going.CLOSED
        if not kept.thread.is_alive():
            return Going.REFUSED if kept.code == WRONG_USAGE else Going.CLOSED
        return Going.FALLING if kept.supervisor.restarts > 1 else Going.OPEN

    def open_names(self) -> tuple[str, ...]:
        """The screens that are open or coming back."""
        alive = (Going.OPEN, Going.FALLING)
        return tuple(name for name in self._kept if self.going(name) in alive)

    def _keep(self, name: str) -> None:
        kept = self._kept[name]
        kept.code = kept.supervisor.run()

    def _look(self) -> None:
        seen = {name: self.going(name) for name in self._kept}
        if not any(going in (Going.OPEN, Going.FALLING) for going in seen.values()):
            self._timer.stop()
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()
