"""The only thing that blinks: a call, twice, when it arrives."""

from PySide6.QtCore import QObject, QTimer, Signal

FLASHES = 2
_STEP_MS = 400
"""Lit for so long, dark for so long: 1.25 flashes a second, well under what can harm anybody."""


class Flash(QObject):
    """Lights twice, then rests.

    Signals:
        changed: it was lit or went dark; ask `lit()`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Flash from the beginning."""
        self._steps_left = 2 * FLASHES
        self._timer.start()
        self.step()

    def stop(self) -> None:
        """Rest at once."""
        if self._steps_left:
            self._steps_left = 1
            self.step()

    def lit(self) -> bool:
        """Whether it is lit now."""
        return self._steps_left % 2 == 1

    def running(self) -> bool:
        """Whether it has still to light or go dark."""
        return self._steps_left > 0

    def step(self) -> None:
        """The next half of a flash; the timer calls this."""
        self._steps_left = max(0, self._steps_left - 1)
        if not self._steps_left:
            self._timer.stop()
        self.changed.emit()
