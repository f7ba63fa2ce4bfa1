"""The page of the plan: the day's card, with room above it for what weighs the next hours."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.clock import business_date
from branchfloor.domain.rostering import minute_of
from branchfloor.floor.floor import Floor
from ui.overview.nav import FloorPage
from ui.overview.plan.card import PlanCard, plan_title
from ui.overview.plan.desk import PlanDesk
from ui.overview.plan.planner import Planner, WorkerPlanner, planner_in_use
from ui.overview.reading import Reading
from ui.overview.what_if.panel import WhatIfPanel

PLANS = "lend"
"""Whoever may lend a counter may plan who sits where."""


class PlanPage(FloorPage):
    """Opens today's plan when it is first shown; what-if stands above it."""

    def __init__(
        self, floor: Floor, parent: QWidget | None = None, planner: Planner | None = None
    ) -> None:
        super().__init__(floor, parent)
        self.desk = PlanDesk(planner or planner_in_use(), self)
        self.card = PlanCard(self.desk)
        self.what_if = WhatIfPanel(floor)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.what_if)
        column.addWidget(self.card, 1)
        self._compact = False
        self.card.strip.installEventFilter(self)
        self.card.day_wanted.connect(self._on_day)
        self.card.retranslate()

    def title(self) -> str:
        return plan_title()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        desk, config = self.desk, reading.config
        desk.today = business_date(reading.now, config.time_zone)
        planner = planner_in_use()
        if isinstance(planner, WorkerPlanner):
            planner.act_as(reading.actor)
        now = minute_of(reading.now, config.time_zone)
        self.card.show_config(config, now, may_edit=reading.may(PLANS))
        self.what_if.show_reading(reading)
        if desk.day is None:
            desk.open(desk.today)

    def show_time(self, now: datetime) -> None:
        if self.reading is not None:
            self.card.show_now(minute_of(now, self.reading.config.time_zone))

    def set_compact(self, compact: bool) -> None:
        margins = (14, 10, 14, 12) if compact else (24, 16, 24, 18)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(8 if compact else 14)
        self._compact = compact
        self.what_if.set_compact(compact)
        self._make_room(self.card.strip.isHidden())
        self.card.set_compact(compact)

    def stop(self) -> None:
        self.what_if.stop()
        self.desk.stop()
        super().stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.desk.undo()
        elif event.matches(QKeySequence.StandardKey.Save):
            if self.card.save.isEnabled():
                self.card.save.click()
        elif event.key() == Qt.Key.Key_Escape and not self.card.away.isHidden():
            self.card.away.close_key.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a shift is changed on a small window, its board has the room of what-if."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._make_room(event.type() == QEvent.Type.HideToParent)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.card.retranslate()
        super().changeEvent(event)

    def _make_room(self, for_what_if: bool) -> None:
        self.what_if.setVisible(for_what_if or not self._compact)

    def _on_day(self, by: object) -> None:
        desk = self.desk
        if not isinstance(by, int):
            return
        if by == 0 and desk.today is not None:
            desk.open(desk.today)
        else:
            desk.turn(by)
