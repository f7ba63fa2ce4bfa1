"""What all pages of the kiosk share: a margin, a column, and asking instead of acting."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from branchfloor.domain.kinds import Tier
from ui.kiosk.reading import Reading
from ui.kiosk.scene import Scene


@dataclass(frozen=True, slots=True)
class Said:
    """What head and foot say while a page is shown."""

    title: str
    subtitle: str = ""
    foot: str = ""


class Page(QWidget):
    """One page in the kiosk's stack; it draws itself from a scene and asks by signals.

    Signals:
        asked: where to go next, or what to do; carries an `Ask`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not a stop for Tab, but where focus waits, so that Tab goes on to the first piece.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(56, 36, 56, 0)
        self.column.setSpacing(24)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Focus has no look here; Qt's own way would draw the whole page again at every tap."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As when it comes: nothing to draw."""

    def join(self, reading: Reading) -> None:
        """Before the first scene: the reading voice, for pages with keys of their own for it."""

    def show_scene(self, scene: Scene) -> None:
        """Set everything from a scene."""
        raise NotImplementedError

    def said(self, scene: Scene) -> Said:
        """What head and foot say."""
        raise NotImplementedError

    def spoken(self, scene: Scene) -> str:
        """What is read aloud when the page is opened: its title and its sentences, from the top."""
        return "\n".join((self.said(scene).title, *sentences_on(self)))


def sentences_on(page: QWidget) -> list[str]:
    """The texts a page shows on labels, from top to bottom."""
    labels = [made for made in page.findChildren(QLabel) if made.isVisibleTo(page)]
    at = {made: made.mapTo(page, QPoint(0, 0)) for made in labels}
    labels.sort(key=lambda made: (at[made].y(), at[made].x()))
    return [made.text() for made in labels if made.text()]


@dataclass(frozen=True, slots=True)
class Ask:
    """A wish of the customer that the screen carries out."""


@dataclass(frozen=True, slots=True)
class FloorAsk(Ask):
    """Something the floor must answer first."""


@dataclass(frozen=True, slots=True)
class Back(Ask):
    """One step back, or to the start from the first."""


@dataclass(frozen=True, slots=True)
class Restart(Ask):
    """Done here: back to the start."""


@dataclass(frozen=True, slots=True)
class Choose(Ask):
    """A service was chosen; quick ones are issued at once."""

    service: str


@dataclass(frozen=True, slots=True)
class Take(FloorAsk):
    """Take the number of the service whose page is shown."""


@dataclass(frozen=True, slots=True)
class Browse(Ask):
    """Look through a tier (None: all services), by letter, page by page."""

    tier: Tier | None = None
    letter: str = ""
    leaf: int = 0


@dataclass(frozen=True, slots=True)
class NeedHelp(Ask):
    """Open the assistance page."""


@dataclass(frozen=True, slots=True)
class Urgent(Ask):
    """Stop payment, fraud, medical cash: no ticket."""


@dataclass(frozen=True, slots=True)
class Tick(Ask):
    """Something that helps was ticked or unticked."""

    code: str


@dataclass(frozen=True, slots=True)
class Assisted(Ask):
    """What helps was said (maybe nothing); now the service."""


@dataclass(frozen=True, slots=True)
class Unassisted(Ask):
    """Without assistance after all."""


@dataclass(frozen=True, slots=True)
class Linger(Ask):
    """Stay on this page longer."""


@dataclass(frozen=True, slots=True)
class CancelTicket(FloorAsk):
    """The number just taken was a mistake."""


@dataclass(frozen=True, slots=True)
class ByHand(FloorAsk):
    """There is no slip: somebody may write the number down."""


@dataclass(frozen=True, slots=True)
class ListAsk(Ask):
    """About the list of a visit with several things to do."""


@dataclass(frozen=True, slots=True)
class Several(ListAsk):
    """Several things to do: choose them; `service` is the first when it is known already."""

    service: str = ""


@dataclass(frozen=True, slots=True)
class Put(ListAsk):
    """Put a service on the list, or take it off again."""

    service: str


@dataclass(frozen=True, slots=True)
class Clear(ListAsk):
    """Take everything off the list."""


@dataclass(frozen=True, slots=True)
class Pick(ListAsk):
    """Look through a tier for the list, page by page."""

    tier: Tier
    leaf: int = 0


@dataclass(frozen=True, slots=True)
class Review(ListAsk):
    """The list is complete: show what the visit looks like."""


@dataclass(frozen=True, slots=True)
class InOrder(ListAsk):
    """The order of the list is to be kept, or any will do."""

    free: bool


@dataclass(frozen=True, slots=True)
class TakeAll(FloorAsk):
    """Take one number for everything on the list."""


@dataclass(frozen=True, slots=True)
class RateVisit(Ask):
    """Grade a visit that is over."""


@dataclass(frozen=True, slots=True)
class Typed(Ask):
    """The number typed so far."""

    text: str


@dataclass(frozen=True, slots=True)
class ShowGrades(FloorAsk):
    """The number is typed: show the grades."""


@dataclass(frozen=True, slots=True)
class Grade(FloorAsk):
    """How it was, from 4 (very satisfied) to 1."""

    grade: int
