"""Where a sentence of the floor stands: below the head, taking no room while silent."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Scale
from ui.widgets import QuietMessage


class MessageSlot(QWidget):
    """One quiet message with the page's margins around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = QuietMessage(Scale.KIOSK)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 24, 56, 0)
        column.addWidget(self._message)
        self.hide()

    def say(self, text: str, tone: str = "info") -> None:
        """Show a sentence; "" takes the room away."""
        self._message.say(text, tone)
        self.setVisible(bool(text))

    def set_elder(self, elder: bool) -> None:
        """Large type or the usual one."""
        self._message.set_scale(Scale.ELDER if elder else Scale.KIOSK)

    def clear(self) -> None:
        """Say nothing."""
        self.say("")

    def text(self) -> str:
        """The sentence shown."""
        return self._message.text()
