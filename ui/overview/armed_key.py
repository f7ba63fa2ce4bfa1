"""A key that is pressed twice: what cannot be taken back asks once more in its own place."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import PushKey

ARMED_MS = 3000
"""The second press counts for so long."""


class ArmedKey(PushKey):
    """The first press asks, a second one within three seconds means it."""

    confirmed = Signal()
    """It was pressed twice in time."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", key, parent=parent)
        self._words = ("", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ARMED_MS)
        self._timer.timeout.connect(self.disarm)
        self.clicked.connect(self._on_clicked)

    @property
    def armed(self) -> bool:
        """Whether the next press means it."""
        return self._timer.isActive()

    def set_words(self, text: str, again: str) -> None:
        """Its label, and what it says once it was pressed."""
        self._words = (text, again)
        self._say()

    def disarm(self) -> None:
        """Forget the first press."""
        self._timer.stop()
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        self.disarm()
        super().hideEvent(event)

    def _on_clicked(self) -> None:
        if self.armed:
            self.disarm()
            self.confirmed.emit()
        else:
            self._timer.start()
            self._say()

    def _say(self) -> None:
        self.set_trouble(self.armed)
        self.setText(self._words[1] if self.armed else self._words[0])
