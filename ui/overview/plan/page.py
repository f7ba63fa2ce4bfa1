"""The page of the plan: the day's card, with room above it for what weighs the next hours."""

from datetime import date, datetime, timedelta

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
from ui.overview.plan.week.card import WeekCard
from ui.overview.plan.week.desk import WeekDesk
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
        found = planner or planner_in_use()
        self.desk, self.week_desk = PlanDesk(found, self), WeekDesk(found, self)
        self.card, self.week = PlanCard(self.desk), WeekCard(self.week_desk)
        self.what_if = WhatIfPanel(floor)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.what_if)
        column.addWidget(self.card, 1)
        column.addWidget(self.week, 1)
        self.week.hide()
        self._compact = False
        self.card.strip.installEventFilter(self)
        self.card.day_wanted.connect(self._on_day)
        self.card.switch.turned.connect(self.show_week)
        self.week.switch.turned.connect(self._on_day_of_week)
        self.week.week_wanted.connect(self._on_week)
        self.week.board.opened.connect(self._on_opened)
        self.card.retranslate()
        self.week.retranslate()

    def title(self) -> str:
        return plan_title()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        desk, config = self.desk, reading.config
        desk.today = business_date(reading.now, config.time_zone)
        self.week_desk.today = desk.today
        planner = planner_in_use()
        if isinstance(planner, WorkerPlanner):
            planner.act_as(reading.actor)
        now = minute_of(reading.now, config.time_zone)
        self.card.show_config(config, now, may_edit=reading.may(PLANS))
        self.week.show_config(config, may_edit=reading.may(PLANS))
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
        self.week.set_compact(compact)

    def stop(self) -> None:
        self.what_if.stop()
        self.desk.stop()
        self.week_desk.stop()
        super().stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        week = not self.week.isHidden()
        if event.matches(QKeySequence.StandardKey.Undo):
            (self.week_desk if week else self.desk).undo()
        elif event.matches(QKeySequence.StandardKey.Save):
            save = self.week.save if week else self.card.save
            if save.isEnabled():
                save.click()
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
            self.week.retranslate()
        super().changeEvent(event)

    def _make_room(self, for_what_if: bool) -> None:
        room = for_what_if or not self._compact
        self.what_if.setVisible(room and self.week.isHidden())

    # --- days and weeks ---

    def show_week(self) -> None:
        """The week of the day that is shown, in the place of both cards."""
        day = self.desk.day or self.desk.today
        if day is None:
            return
        self.desk.cancel()
        self._turn(week=True)
        self.week_desk.show(day, self.desk.shown())

    def show_day(self, day: date) -> None:
        """One day, as the week has it where it is known there."""
        if not self.week.isHidden():
            self.week_desk.cancel()
            self._turn(week=False)
        else:
            self.week_desk.take(self.desk.shown())
        known = self.week_desk.of(day)
        if known is not None:
            self.desk.show(known)
        else:
            self.desk.open(day)

    def _turn(self, *, week: bool) -> None:
        """Show the one card and hide the other; the keyboard stays where it was."""
        shown, hidden = (self.week, self.card) if week else (self.card, self.week)
        had_focus = hidden.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        hidden.hide()
        shown.show()
        self._make_room(self.card.strip.isHidden())
        if had_focus:
            shown.switch.take_focus()

    def _on_day(self, by: object) -> None:
        desk = self.desk
        if not isinstance(by, int) or desk.day is None:
            return
        if by == 0 and desk.today is not None:
            self.show_day(desk.today)
        else:
            self.show_day(desk.day + timedelta(days=by))

    def _on_week(self, by: object) -> None:
        if not isinstance(by, int):
            return
        if by == 0 and self.week_desk.today is not None:
            self.week_desk.open(self.week_desk.today)
        else:
            self.week_desk.turn(by)

    def _on_opened(self, day: object) -> None:
        if isinstance(day, date):
            self.show_day(day)

    def _on_day_of_week(self) -> None:
        """The picked day, else the one that was shown, else today or the first of the week."""
        week, picked = self.week_desk, self.week.board.picked
        if picked is not None:
            self.show_day(week.days[picked].plan.day)
            return
        wanted = (self.desk.day, week.today, week.days[0].plan.day if week.days else None)
        days = [day for day in wanted if day is not None]
        self.show_day(next((d for d in days if week.of(d) is not None), days[0]))
