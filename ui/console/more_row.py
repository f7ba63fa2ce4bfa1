"""What else a teller does with who is served: one more service, help, how often it was done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from .desk import Moment
from .key_row import GAP_PX
from .keys import AskKey, Panel
from .page import Notes
from .stepper import TimesStepper


class MoreRow(QWidget):
    """Two keys and a stepper of one width.

    Signals:
        asked: a key was pressed; carries its panel, or `Counting`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_key = AskKey(Panel.ADD, "F3")
        self.help_key = AskKey(Panel.HELP, "F10")
        self.stepper = TimesStepper()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        for piece in (self.add_key, self.help_key, self.stepper):
            row.addWidget(piece, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add_key.asked.connect(self.asked)
        self.help_key.asked.connect(self.asked)
        self.stepper.counted.connect(self.asked)

    def set_wide(self, wide: bool) -> None:
        """Shorter beside the queue of the wide form."""
        self.stepper.set_short(wide)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        """Set everything."""
        self.add_key.setText(self.tr("Add"))
        self.help_key.setText(self.tr("Help"))
        self.stepper.show_times(notes.times, moment.usable)
        for key in (self.add_key, self.help_key):
            key.setEnabled(moment.usable)
