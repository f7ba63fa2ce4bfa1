"""What all pages of the console share: a column, a message under its keys, keys that ask."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.domain.events import Reason
from ui.theme import Scale
from ui.widgets import MessageTone, Pressable, QuietMessage

from .asks import Do
from .desk import Moment
from .keys import AskKey
from .zones import Zone, Zones

__all__ = ["Notes", "Page", "Zone", "row_of"]


@dataclass(frozen=True, slots=True)
class Notes:
    """What a page shows beside the moment: a sentence, what helps the customer, why the call; the
    note that came along, how often the service was done, and what a panel goes on with.
    """

    message: str = ""
    tone: MessageTone = MessageTone.INFO
    helps: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    note: str = ""
    times: int = 1
    then: Do | None = None


class Page(QWidget):
    """One state of the console.

    Signals:
        asked: the teller asks for something; carries an `Ask`, or a `Panel` to open.
    """

    asked = Signal(object)
    in_place = False
    """Whether it is a panel: it takes every key of the console, or lets it lie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = Notes()
        self.message = QuietMessage(Scale.CONSOLE)
        self.zones = Zones(self)
        self.column = self.zones.column

    def set_wide(self, wide: bool) -> None:
        """Lay the page out for a form; pieces that `zones` does not move stay in the column."""
        self.zones.set_wide(wide)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        """Set everything."""
        self.notes = notes
        self.message.say(notes.message, notes.tone)

    def take_key(self, key: Qt.Key) -> bool:
        """A key that only this page knows; False when it does not."""
        return False

    def begin(self) -> None:
        """The page comes up: a panel forgets what was chosen in it before."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts; None when the function keys are all it needs."""
        return None

    def pressables(self) -> list[Pressable]:
        """Every key of the page."""
        return self.findChildren(Pressable)

    def set_busy(self, ask: object) -> None:
        """While `ask` is under way its own key says so; None ends it for all keys."""
        for key in self.pressables():
            key.set_busy(ask is not None and getattr(key, "ask", None) == ask)

    def set_all_busy(self) -> None:
        """It takes longer: no key takes a press any more. Not at once, since a new picture of
        every key would cost more than a usual command.
        """
        for key in self.pressables():
            key.set_busy(True, key.text())

    def join(self, *keys: AskKey) -> None:
        """Let the presses of keys be this page's asks."""
        for key in keys:
            key.asked.connect(self.asked)


def row_of(*keys: QWidget, gap_px: int = 8) -> QHBoxLayout:
    """Keys side by side, all of one width."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap_px)
    for key in keys:
        row.addWidget(key, 1)
    return row
