"""Two keys that say whether a day or its whole week is shown; they stand in both cards' heads."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui.widgets import PushKey


class SpanSwitch(QWidget):
    """One of the two is ticked, and stays so: whoever shows the other has a switch of its own.

    Signals:
        turned: the other of the two is wanted.
    """

    turned = Signal()

    def __init__(self, *, week: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.week = PushKey(), PushKey()
        self._ticked, self._other = (self.week, self.day) if week else (self.day, self.week)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in (self.day, self.week):
            key.setCheckable(True)
            key.set_compact(True)
            key.set_hue("brand")
            group.addButton(key)
            row.addWidget(key)
        self._ticked.setChecked(True)
        self._other.clicked.connect(self._on_other)
        self.retranslate()

    def take_focus(self) -> None:
        """The keyboard goes on where it was on the other card."""
        self._ticked.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the keys in the language in force."""
        self.day.setText(self.tr("Day"))
        self.week.setText(self.tr("Week"))
        self.day.setAccessibleName(self.tr("Show the day"))
        self.week.setAccessibleName(self.tr("Show the week"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_other(self) -> None:
        self._ticked.setChecked(True)
        self.turned.emit()
