"""Did the published waits come true? The page that says so."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.floor.floor import Floor
from ui.overview.accuracy_panel import AccuracyPanel
from ui.overview.nav import FloorPage
from ui.overview.reading import Reading


class AccuracyPage(FloorPage):
    """Coverage of the day, as the keeper publishes it."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self.today = AccuracyPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.addWidget(self.today)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("Forecast accuracy")

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self.today.show_reading(reading)
