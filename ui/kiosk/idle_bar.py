"""The question before the kiosk goes back to the start: are you still there?"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Scale, Target, Type
from ui.widgets import Band, KioskButton, KioskLook, TextLabel

_TYPES = {False: Type(Scale.KIOSK, Role.STRONG), True: Type(Scale.ELDER, Role.SMALL)}


class IdleBar(Band):
    """Lies over the foot; one tap anywhere keeps the page, its button says so."""

    HEIGHT_PX = 98

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self.stay = KioskButton("", KioskLook.WHITE)
        self.stay.setFixedHeight(Target.KIOSK)
        self._words = TextLabel("", _TYPES[False], "bar_ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 7, 56, 7)
        row.setSpacing(24)
        row.addWidget(self._words, 1)
        row.addWidget(self.stay)
        self.hide()

    def show_left(self, seconds: int, elder: bool = False) -> None:
        """Ask, with the seconds that are left."""
        self._words.set_type(_TYPES[elder])
        self.stay.set_scale(Scale.ELDER if elder else Scale.KIOSK)
        self._words.setText(self.tr("Still there? Start page in {0} s").format(seconds))
        self.stay.setText(self.tr("I am here"))
        self.show()
        self.raise_()

    def spoken(self) -> str:
        """The question as it is read aloud."""
        return f"{self._words.text()}\n{self.tr('Press any key to stay')}"
