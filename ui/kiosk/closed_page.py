"""Outside opening hours: the next opening first, then the week, and what still works."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.kiosk import words
from ui.kiosk.big_head import BigHead
from ui.kiosk.hours import WeekRow, ended_today, has_corporate, holidays_soon, next_opening, week
from ui.kiosk.page import Page, RateVisit, Said
from ui.kiosk.panel import NOTE, PLAIN, URGENT, Notice, Panel, label
from ui.kiosk.scene import Scene
from ui.theme import Role, Weight
from ui.widgets import KioskButton, KioskLook, Rule, TextLabel

_MOST_HOLIDAYS = 2


class HoursTable(Panel):
    """Days in rows, personal and corporate hours in columns; the next opening stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(40, 12, 40, 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        for column in (1, 2):
            self._grid.setColumnMinimumWidth(column, 240)
        self._shown: object = None

    def show_hours(self, scene: Scene) -> None:
        """The week, and the closed days to come."""
        config, today = scene.view.config, scene.here
        holidays = holidays_soon(config, scene.now)[:_MOST_HOLIDAYS]
        key = (config.hours, holidays, today.date(), words.in_chinese(), self.tr("Opening hours"))
        if key == self._shown:
            return
        self._shown = key
        self._clear()
        self._head(has_corporate(config))
        opening = next_opening(config, scene.now)
        for row in week(config):
            strong = opening is not None and row.has(opening.weekday())
            self._week_row(row, strong, has_corporate(config))
        for holiday in holidays:
            self._row((words.day_and_weekday(holiday), self.tr("closed"), ""), "ink", False)

    def _head(self, corporate: bool) -> None:
        columns = (self.tr("Opening hours"), self.tr("Personal"), self.tr("Corporate"))
        small = (label(Role.TEXT, "ink_2", None, 0.93) for _ in columns)
        for place, (text, made) in enumerate(zip(columns, small, strict=True)):
            if place < 2 or corporate:
                self._put(made, text, 0, place)

    def _week_row(self, row: WeekRow, strong: bool, corporate: bool) -> None:
        personal = words.span(row.personal) if row.personal else self.tr("closed")
        company = words.span(row.corporate) if row.corporate else self.tr("closed")
        texts = (words.weekdays(row.first, row.last), personal, company if corporate else "")
        self._row(texts, "brand" if strong else "ink", strong)

    def _row(self, texts: tuple[str, str, str], tone: str, strong: bool) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(Rule("line", 2), at, 0, 1, 3)
        for place, text in enumerate(texts):
            weight = Weight.BOLD if strong or place else Weight.REGULAR
            self._put(label(Role.STRONG, tone, weight, 0.94), text, at + 1, place)

    def _put(self, made: TextLabel, text: str, row: int, column: int) -> None:
        made.setText(text)
        made.setFixedHeight(made.line_px() + 44)
        if column:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(made, row, column)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()


class ClosedPage(Page):
    """What a customer meets when no numbers are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(56, 56, 56, 0)
        self.column.setSpacing(32)
        self._head = BigHead("clock", "brand")
        self._next = label(Role.HEAD, "brand_ink")
        self._next_box = Panel(NOTE)
        self.hours = HoursTable()
        self._urgent = Notice(URGENT, "warning", "late")
        self._self_service = Notice(PLAIN, "card", "ink")
        self.rate = KioskButton("", KioskLook.PLAIN, "star")
        self.rate.clicked.connect(self._on_rate)
        self._lay_out()

    def said(self, scene: Scene) -> Said:
        name = scene.view.config.name
        foot = self.tr("Complaints and ideas: call the customer line or write to us")
        return Said(words.own(name), words.other(name) if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        config = scene.view.config
        ended = ended_today(config, scene.now)
        opening = next_opening(config, scene.now)
        later_today = opening is not None and opening.date() == scene.here.date()
        if ended:
            self._say(self.tr("We are closed for today"), self._other_ended(), scene)
        elif later_today:
            self._say(self.tr("We are not open yet"), self._other_early(), scene)
        else:
            self._say(self.tr("We are closed today"), self._other_whole(), scene)
        self._next_box.setVisible(opening is not None)
        if opening is not None:
            day = words.which_day(opening.date(), scene.here.date())
            self._next.setText(self.tr("Opens {0} at {1}").format(day, words.clock(opening)))
        self.hours.show_hours(scene)
        self._urgent.say(
            self.tr("Card lost or fraud: it can be stopped now"),
            self.tr("Call the number on the back of your card, day or night"),
        )
        self._self_service.say(
            self.tr("Cash machines keep working"),
            self.tr("They need no number; numbers are back when we open"),
        )
        self.rate.setText(self.tr("Rate your visit"))
        self.rate.setVisible(ended)

    def _say(self, title: str, other: str, scene: Scene) -> None:
        self._head.say(title, other if scene.bilingual else "")

    def _other_ended(self) -> str:
        return self.tr("We are closed for today", "other language")

    def _other_early(self) -> str:
        return self.tr("We are not open yet", "other language")

    def _other_whole(self) -> str:
        return self.tr("We are closed today", "other language")

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        inside = QVBoxLayout(self._next_box)
        inside.setContentsMargins(48, 22, 48, 22)
        inside.addWidget(self._next)
        self.column.addWidget(self._head)
        self.column.addWidget(self._next_box, 0, middle)
        for piece in (self.hours, self._urgent, self._self_service, self.rate):
            self.column.addWidget(piece)
        self.column.addStretch(1)

    @Slot()
    def _on_rate(self) -> None:
        self.asked.emit(RateVisit())
