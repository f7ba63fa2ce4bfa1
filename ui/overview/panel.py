"""The card that every block of the overview stands in, and the words several blocks share."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from ui.app.language import current_language
from ui.overview.lists import Lane, service_of
from ui.overview.reading import Reading
from ui.theme import Gap, Scale
from ui.widgets import Card, SectionHeader

W = TypeVar("W", bound=QWidget)

LANE_LETTER = {
    Lane.GENERAL: "G",
    Lane.SPECIAL: "S",
    Lane.VALUE_ADDED: "V",
    Lane.CORPORATE: "B",
}
"""The tag of a lane's family, never a letter of a ticket number."""


_EDGES, _NEAR_EDGES = (20, 16, 20, 16), (14, 9, 14, 9)
"""Margins of a panel in px: on a large window, on a small one."""


class Panel(Card):
    """A titled card; it keeps the last reading, so that a language switch can say it anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.reading: Reading | None = None
        self.head = SectionHeader(Scale.OVERVIEW)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*_EDGES)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.column.addSpacing(Gap.S)

    def set_compact(self, compact: bool) -> None:
        """Nearer edges, for a small window."""
        self.column.setContentsMargins(*(_NEAR_EDGES if compact else _EDGES))

    def show_reading(self, reading: Reading) -> None:
        """Set everything from a reading."""
        self.reading = reading
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force; each panel has its own."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.reading is not None:
            self.retranslate()
        super().changeEvent(event)


def lane_word(lane: str) -> str:
    """The word of a lane or family of colours, in the language in force."""
    words = {
        Lane.GREEN: QCoreApplication.translate("Lane", "Green"),
        Lane.GENERAL: QCoreApplication.translate("Lane", "General"),
        Lane.SPECIAL: QCoreApplication.translate("Lane", "Special"),
        Lane.VALUE_ADDED: QCoreApplication.translate("Lane", "Value-added"),
        Lane.CORPORATE: QCoreApplication.translate("Lane", "Corporate"),
        Lane.AWAY: QCoreApplication.translate("Lane", "Not in queue"),
    }
    return words[Lane(lane)]


def service_name(config: BranchConfig, code: str) -> str:
    """The name of a service in the language in force; its code when the document lost it."""
    service = service_of(config, code)
    return service.name.text(current_language()) if service else code


def counter_label(number: str) -> str:
    """A counter as people say it, "No. 3" or "3 号"."""
    return QCoreApplication.translate("Lane", "No. {0}").format(number)


def minutes_text(figure: str) -> str:
    """A figure with its unit, "3.4 min"."""
    return QCoreApplication.translate("Lane", "{0} min").format(figure)


def only_shown(piece: W) -> W:
    """A pressable piece that here is read and not pressed."""
    piece.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return piece
