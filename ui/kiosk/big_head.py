"""A page that tells one thing: a large icon, the sentence, and the same in the other language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kiosk.panel import IconSpot, label, sentences
from ui.theme import Role, Scale, Type, Weight
from ui.widgets.paint import width_of

WIDTH_PX = 968
_TITLE = Type(Scale.KIOSK, Role.HEAD)
_TIMES = (1.65, 1.5, 1.35)


class BigHead(QWidget):
    """Centred at the top of a page."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = sentences(Role.HEAD, "ink", 2)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._other = label(Role.STRONG, "ink_2", Weight.REGULAR)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(IconSpot(icon, tone, 140), 0, middle)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._other, 0, middle)

    def say(self, title: str, other: str = "") -> None:
        """The sentence; `other` "" when the branch speaks one language."""
        fitting = (t for t in _TIMES if width_of(title, _TITLE.scaled(t).font()) <= WIDTH_PX)
        self._title.set_type(_TITLE.scaled(next(fitting, _TIMES[0])))
        self._title.setText(title)
        self._other.setText(other)
        self._other.setVisible(bool(other))
