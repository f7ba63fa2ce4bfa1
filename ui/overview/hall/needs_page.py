"""Needs not met today: who left or was not served, what for, when, after how long (S78)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.needs import Lost, LostGroup, by_hour, by_service, lost_today
from ui.overview.asking import phrases
from ui.overview.drawer import DrawerPage
from ui.overview.hall.section import Section
from ui.overview.line_list import Line, LineList
from ui.overview.panel import minutes_text, service_name
from ui.overview.reading import Reading
from ui.overview.times import hour_minute, minutes

SHOWN = 12
SHOWN_SERVICES = 8


class NeedsPage(DrawerPage):
    """By service, by hour, and each of the last ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services, self.hours, self.last = LineList(28), LineList(64), LineList(64)
        self._parts = [Section(lines) for lines in (self.services, self.hours, self.last)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(18)
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("Needs not met")

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        lost = lost_today(reading.state, reading.config)
        none = "" if lost else self.tr("Everybody who took a ticket was served or still waits")
        self._parts[0].show_head(self.tr("By service"), none)
        self._parts[1].show_head(self.tr("By hour"))
        self._parts[2].show_head(self.tr("The last ones"))
        for part in self._parts[1:]:
            part.setVisible(bool(lost))
        self.services.show_lines(
            [self._service(reading, group) for group in by_service(lost)[:SHOWN_SERVICES]]
        )
        self.hours.show_lines([self._hour(group) for group in by_hour(lost)])
        self.last.show_lines([self._one(reading, one) for one in lost[:SHOWN]])

    def _service(self, reading: Reading, group: LostGroup) -> Line:
        name = service_name(reading.config, group.key)
        return Line(str(group.count), name, self._stay(group), strong=group.count >= MANY)

    def _hour(self, group: LostGroup) -> Line:
        return Line(f"{group.key}:00", self.tr("%n people", "", group.count), self._stay(group))

    def _stay(self, group: LostGroup) -> str:
        usual, longest = minutes(group.median_s), minutes(group.longest_s)
        span = usual if usual == longest else f"{usual}–{longest}"
        return minutes_text(self.tr("stayed {0}").format(span))

    def _one(self, reading: Reading, one: Lost) -> Line:
        when = hour_minute(one.ended_at, reading.config.time_zone)
        name = service_name(reading.config, one.service)
        word = phrases().word("state", one.state)
        return Line(when, f"{one.number} · {name} · {word}", minutes_text(minutes(one.stayed_s)))


MANY = 3
"""So many of one service are set in bold."""
