"""All alerts, when there are more than the column has room for, and those that keep quiet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.floor.floor import Floor
from ui.overview.alert_panel import AlertPanel
from ui.overview.drawer import DrawerPage
from ui.overview.hall.section import Section
from ui.overview.line_list import Line, LineList
from ui.overview.reading import Reading
from ui.overview.times import hour_minute


class AlertsPage(DrawerPage):
    """The alert list without a limit, then until when seen ones keep quiet."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = AlertPanel(floor, whole=True)
        self.quiet = LineList(120)
        self._quiet = Section(self.quiet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.list)
        column.addWidget(self._quiet)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("All alerts")

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self.list.show_reading(reading)
        still = [one for one in reading.state.hall.quiet if one.until > reading.now]
        zone = reading.config.time_zone
        self.quiet.show_lines(
            [
                Line(
                    self.tr("until {0}").format(hour_minute(one.until, zone)),
                    self._name(one.alert),
                )
                for one in still
            ]
        )
        self._quiet.show_head(self.tr("Seen, quiet until they get worse"))
        self._quiet.setVisible(bool(still))

    def _name(self, key: str) -> str:
        rule, _, rest = key.partition(":")
        subject = rest.rpartition(":")[0]
        word = {
            "overdue": self.tr("past their target"),
            "long_wait": self.tr("very long waits"),
            "stranded": self.tr("no open counter"),
            "green_pending": self.tr("green requests"),
            "device_fault": self.tr("device"),
            "elastic_open": self.tr("open elastic counter"),
            "elastic_close": self.tr("close elastic counter"),
            "counter_silent": self.tr("counter does not call"),
            "call_unanswered": self.tr("call without an answer"),
            "service_long": self.tr("long service"),
            "no_shows_rising": self.tr("missed calls"),
            "low_grade": self.tr("low grades"),
            "forecast_stale": self.tr("old forecast"),
        }.get(rule, rule)
        return f"{word} · {subject}" if subject else word
