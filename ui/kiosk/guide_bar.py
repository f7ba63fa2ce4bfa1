"""The keys of the reading voice: again, stop, softer, louder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk.panel import KIOSK, NOTE, IconSpot, Panel
from ui.kiosk.reading import Reading
from ui.theme import Role, Scale, Target, Type, Weight
from ui.widgets import Band, KioskButton, KioskLook, TextLabel


class GuideKeys:
    """The four keys and what they do; two places lay them out."""

    def __init__(self, reading: Reading, look: KioskLook, scale: Scale) -> None:
        self.again = KioskButton("", KioskLook.MAIN if look is KioskLook.PLAIN else look)
        self.stop, self.softer, self.louder = (KioskButton("", look) for _ in range(3))
        self.all = (self.again, self.stop, self.softer, self.louder)
        for key in self.all:
            key.set_scale(scale)
        self.again.clicked.connect(reading.again)
        self.stop.clicked.connect(reading.stop)
        self.softer.clicked.connect(reading.softer)
        self.louder.clicked.connect(reading.louder)


class GuideBar(Band):
    """Lies over the foot while a page is read."""

    HEIGHT_PX = 98

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self._reading = reading
        self.keys = GuideKeys(reading, KioskLook.BAR, KIOSK)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 7, 56, 7)
        row.setSpacing(16)
        row.addWidget(IconSpot("speaker", "bar_ink", 52))
        for key in self.keys.all:
            key.setFixedHeight(Target.KIOSK)
            row.addWidget(key, 1)
        self.hide()

    def show_reading(self, elder: bool) -> None:
        """Say what the keys do, as large as the customer wants it."""
        for key in self.keys.all:
            key.set_scale(Scale.ELDER if elder else KIOSK)
        self.keys.again.setText(self.tr("Again"))
        self.keys.again.setAccessibleName(self.tr("Read this page again"))
        self.keys.stop.setText(self.tr("Stop"))
        self.keys.stop.setAccessibleName(self.tr("Stop reading aloud"))
        self.keys.softer.setText(self.tr("Softer"))
        self.keys.louder.setText(self.tr("Louder"))
        self.raise_()


class GuidePanel(Panel):
    """The same on the elder page: whether it reads, and the keys below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NOTE, parent)
        self._reading: Reading | None = None
        self._title = TextLabel("", Type(Scale.ELDER, Role.STRONG, Weight.SEMI), "brand_ink")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(30, 26, 30, 26)
        self._column.setSpacing(22)
        head = QHBoxLayout()
        head.setSpacing(22)
        head.addWidget(IconSpot("speaker", "brand_ink", 60), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self._column.addLayout(head)
        self.keys: GuideKeys | None = None

    def join(self, reading: Reading) -> None:
        """The reading these keys are for; once."""
        if self.keys is not None:
            return
        self._reading = reading
        self.keys = GuideKeys(reading, KioskLook.PLAIN, Scale.ELDER)
        row = QHBoxLayout()
        row.setSpacing(16)
        for place, key in enumerate(self.keys.all):
            key.setFixedHeight(108)
            row.addWidget(key, 3 if place else 4)
        self._column.addLayout(row)
        reading.changed.connect(self.show_reading)
        self.show_reading()

    def show_reading(self) -> None:
        """Follow the reading."""
        if self._reading is None or self.keys is None:
            return
        on = self._reading.on
        self.setVisible(self._reading.available)
        self._title.setText(self.tr("This page is read aloud") if on else self.tr("Silent now"))
        self.keys.again.setText(self.tr("Hear again") if on else self.tr("Read aloud"))
        self.keys.stop.setText(self.tr("Stop"))
        self.keys.softer.setText(self.tr("Softer"))
        self.keys.louder.setText(self.tr("Louder"))
        for key in self.keys.all[1:]:
            key.setEnabled(on)
