"""The question before the kiosk goes back to the start: are you still there?"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kiosk.panel import label
from ui.theme import Role, Target
from ui.widgets import Band, KioskButton, KioskLook


class IdleBar(Band):
    """Lies over the foot; one tap anywhere keeps the page, its button says so."""

    HEIGHT_PX = 98

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self.stay = KioskButton("", KioskLook.WHITE)
        self.stay.setFixedHeight(Target.KIOSK)
        self._words = label(Role.STRONG, "bar_ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 7, 56, 7)
        row.setSpacing(24)
        row.addWidget(self._words, 1)
        row.addWidget(self.stay)
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Ask, with the seconds that are left."""
        self._words.setText(self.tr("Still there? Start page in {0} s").format(seconds))
        self.stay.setText(self.tr("I am here"))
        self.show()
        self.raise_()
