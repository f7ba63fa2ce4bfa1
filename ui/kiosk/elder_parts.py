"""What the pages in large type are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk.page import Page
from ui.kiosk.panel import IconSpot, Panel, PanelFace
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import KioskButton, KioskLook, TextLabel

ELDER = Scale.ELDER
KEY_PX = 140


def elder_label(role: Role, tone: str = "ink", weight: Weight | None = None) -> TextLabel:
    """One empty line of the elder scale."""
    return TextLabel("", Type(ELDER, role, weight), tone)


def elder_sentences(role: Role, tone: str = "ink_2", lines: int = 3) -> TextLabel:
    """An empty label of the elder scale that wraps."""
    made = elder_label(role, tone)
    made.set_wrapping(True, lines)
    return made


def elder_key(look: KioskLook = KioskLook.PLAIN, icon: str = "") -> KioskButton:
    """A key of the elder scale."""
    made = KioskButton("", look, icon)
    made.set_scale(ELDER)
    made.setFixedHeight(KEY_PX)
    return made


def elder_column(page: Page) -> None:
    """The margins of a page in large type."""
    page.column.setContentsMargins(56, 36, 56, 12)
    page.column.setSpacing(24)


class ElderNotice(Panel):
    """An icon with a headline and a sentence, large."""

    def __init__(
        self, face: PanelFace, icon: str, tone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(face, parent)
        self.title = elder_sentences(Role.STRONG, tone, 3)
        self.detail = elder_sentences(Role.TEXT, "ink_2", 4)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 30, 36, 30)
        row.setSpacing(30)
        row.addWidget(IconSpot(icon, tone, 92), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)

    def say(self, title: str, detail: str = "") -> None:
        """Show a headline and, if there is one, a sentence."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


class ElderHead(QWidget):
    """A large icon over the one sentence of a page."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = elder_sentences(Role.HEAD, "ink", 3)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(24)
        column.addWidget(IconSpot(icon, tone, 180), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)

    def say(self, title: str) -> None:
        """The sentence."""
        self._title.setText(title)
