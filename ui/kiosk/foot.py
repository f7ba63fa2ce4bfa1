"""The foot: a quiet sentence, the keys that help people to see or hear, the branch clock."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kiosk.comfort import Comfort
from ui.theme import Role, Scale, Target, Type
from ui.widgets import KioskButton, TextLabel

_TYPES = {
    False: Type(Scale.KIOSK, Role.TEXT, times=0.93),
    True: Type(Scale.ELDER, Role.SMALL),
}


class Foot(QWidget):
    """One row along the bottom of every page.

    `read` starts the reading voice; `contrast` is there in large type only.

    Signals:
        resized: it is higher or lower now; what lies over it follows.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel("", _TYPES[False], "ink_2")
        self._words.set_wrapping(True, 2)
        self._clock = TextLabel("", _TYPES[False], "ink_2")
        self.read = KioskButton("", icon="speaker")
        self.contrast = KioskButton("", icon="contrast")
        self.contrast.setCheckable(True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(24)
        self._row.addWidget(self._words, 1)
        for key in (self.read, self.contrast):
            key.setFixedHeight(Target.KIOSK)
            key.hide()
            self._row.addWidget(key)
        self._row.addWidget(self._clock)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def say(self, words: str) -> None:
        """The sentence on the left."""
        self._words.setText(words)

    def show_clock(self, text: str) -> None:
        """Date and time on the right."""
        self._clock.setText(text)

    def offer(self, reads: bool, contrasts: bool, comfort: Comfort) -> None:
        """Which keys stand here: reading aloud where there is a voice, contrast in large type."""
        elder = comfort.elder
        scale = Scale.ELDER if elder else Scale.KIOSK
        for key in (self.read, self.contrast):
            key.set_scale(scale)
        for label in (self._words, self._clock):
            label.set_type(_TYPES[elder])
        self.read.setText(self.tr("Read aloud"))
        self.read.setAccessibleName(self.tr("Read this page aloud, key F1"))
        self.contrast.setText(self.tr("Contrast"))
        self.contrast.setAccessibleName(self.tr("High contrast"))
        self.contrast.setChecked(comfort.contrast)
        self.read.setVisible(reads)
        self.contrast.setVisible(contrasts)
        self._fit()

    def _fit(self) -> None:
        """A row with keys is as high as one without."""
        keys = not (self.read.isHidden() and self.contrast.isHidden())
        self._row.setContentsMargins(56, 8 if keys else 24, 56, 12 if keys else 36)
