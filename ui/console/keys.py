"""Keys that ask: a button that carries what it asks for, and the table of keyboard keys."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets import PushKey

from .asks import Ask, Do, Finishing


class Panel(StrEnum):
    """What opens in place of the serving page."""

    NONE = ""
    HOLD = "hold"
    TRANSFER = "transfer"
    ADD = "add"
    CALL = "call"
    OUTCOME = "outcome"
    APPROVAL = "approval"
    HELP = "help"
    UNTICKETED = "unticketed"
    KEYS = "keys"


KEYS: dict[Qt.Key, Do | Panel] = {
    Qt.Key.Key_F9: Do.NEXT,
    Qt.Key.Key_F8: Do.FINISH,
    Qt.Key.Key_F7: Do.NO_SHOW,
    Qt.Key.Key_F6: Do.RECALL,
    Qt.Key.Key_F5: Panel.HOLD,
    Qt.Key.Key_F4: Panel.TRANSFER,
    Qt.Key.Key_F11: Do.PAUSE,
    Qt.Key.Key_F12: Do.CLOSE,
    Qt.Key.Key_F2: Do.START,
    Qt.Key.Key_F3: Panel.ADD,
    Qt.Key.Key_F10: Panel.HELP,
    Qt.Key.Key_Insert: Panel.UNTICKETED,
    Qt.Key.Key_F1: Panel.KEYS,
}
"""What each key asks for; undo is Ctrl+Z. F3 finds a ticket to call while nobody is served."""

LOCKED = frozenset({Do.NEXT, Do.FINISH})
"""Asks that a bounced or doubled press must not repeat: locked for a second after a step."""


def is_locked(ask: object) -> bool:
    """Whether an ask keeps still for a second after a step."""
    return isinstance(ask, Finishing) or (isinstance(ask, Do) and ask in LOCKED)


class AskKey(PushKey):
    """A button that asks for one thing.

    Signals:
        asked: it was pressed; carries its ask.
    """

    asked = Signal(object)

    def __init__(
        self, ask: Ask | Panel, key: str = "", main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", key, main, parent)
        self.ask = ask
        self.clicked.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        self.asked.emit(self.ask)


class ChoiceKey(AskKey):
    """One of several choices; its mark follows what is shown, never the press itself."""

    def __init__(self, ask: Ask | Panel, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ask, key, parent=parent)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """A press only asks."""
