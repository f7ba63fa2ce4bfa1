"""How long the kiosk waits for its customer; by a person's clock, not the branch's."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_TICK_MS = 500


class Patience(QObject):
    """A countdown that can be started over.

    A demo's branch clock runs faster than people do, so this reads `clock`, in seconds, which
    tests replace.

    Signals:
        ticked: time went by; `left()` has changed.
        ran_out: the time is up; said once.
    """

    ticked = Signal()
    ran_out = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self, seconds: float) -> None:
        """Wait `seconds` from now."""
        self._until = self._clock() + seconds
        self._timer.start()

    def stop(self) -> None:
        """Wait for nothing."""
        self._until = None
        self._timer.stop()

    def left(self) -> int | None:
        """Whole seconds left, None while nothing is waited for."""
        if self._until is None:
            return None
        return max(0, math.ceil(self._until - self._clock()))

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if self._until is None:
            return
        if self._clock() >= self._until:
            self.stop()
            self.ran_out.emit()
        else:
            self.ticked.emit()
