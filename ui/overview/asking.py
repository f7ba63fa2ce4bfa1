"""A drawer page that asks the floor: one command at a time, a refusal in one sentence."""

from collections.abc import Awaitable
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.errors import FloorError
from branchfloor.floor.floor import Floor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.tasks import busy
from ui.overview.drawer import DrawerPage
from ui.theme import Scale
from ui.widgets import QuietMessage

A = TypeVar("A")


class AskingPage(DrawerPage):
    """Holds the floor it asks and the message that answers, in `foot`, which stays in sight."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self.message = QuietMessage(Scale.OVERVIEW)
        self._foot = QWidget(self)
        self.foot = QVBoxLayout(self._foot)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(10)
        self.foot.addWidget(self.message)
        self._foot.hide()

    def set_floor(self, floor: Floor) -> None:
        """Ask as somebody else from now on."""
        self._floor = floor

    def footer(self) -> QWidget | None:
        return self._foot

    def said(self) -> str:
        """The sentence shown, "" for none."""
        return "" if self.message.isHidden() else self.message.text()

    async def ask(self, asked: Awaitable[A], *keys: QWidget) -> A | None:
        """The answer, or None after the refusal has been said; the keys are busy meanwhile."""
        self.message.clear()
        with busy(*keys):
            try:
                return await asked
            except FloorError as refused:
                self.message.say(phrases().tell(refused), "late")
                return None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.message.clear()
        super().changeEvent(event)


def phrases() -> Phrases:
    """The engine's sentences in the language in force."""
    return Phrases.load(current_language())
