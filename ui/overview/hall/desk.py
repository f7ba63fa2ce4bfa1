"""The hall's desk: the shelf of pages, the counters' drawer, and where an alert leads."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from branchfloor.domain.needs import lost_today
from branchfloor.floor.alerts import Alert
from branchfloor.floor.floor import Floor
from ui.app.tasks import cancel_all
from ui.overview.drawer import Drawer, DrawerPage
from ui.overview.hall.alerts_page import AlertsPage
from ui.overview.hall.counter_page import CounterPage
from ui.overview.hall.duty_page import DutyPage
from ui.overview.hall.fairness_page import FairnessPage
from ui.overview.hall.needs_page import NeedsPage
from ui.overview.hall.notice_page import NoticePage
from ui.overview.hall.shelf import Shelf, ShelfFace
from ui.overview.hall.todo_page import TodoPage
from ui.overview.reading import Reading
from ui.overview.times import local

TASKS, DUTY, NOTICE, FAIRNESS, NEEDS = "todo", "duty", "notice", "fairness", "needs"
_TODO_RULES = frozenset({"help_waiting", "device_fault", "low_grade"})


class HallDesk(QObject):
    """Opens its pages in the drawer. Keys: Alt+1 to Alt+5 open the pages of the shelf."""

    def __init__(
        self,
        floor: Floor,
        screen: QWidget,
        drawer: Drawer,
        show_ticket: Callable[[str], None],
    ) -> None:
        super().__init__(screen)
        self._drawer, self._show_ticket = drawer, show_ticket
        self._reading: Reading | None = None
        self.shelf = Shelf()
        self.counter, self.alerts = CounterPage(floor, screen), AlertsPage(floor, screen)
        self.todo, self.duty = TodoPage(floor, screen), DutyPage(floor, screen)
        self.notice = NoticePage(floor, screen)
        self.fairness, self.needs = FairnessPage(screen), NeedsPage(screen)
        self._pages: dict[str, DrawerPage] = {
            TASKS: self.todo,
            DUTY: self.duty,
            NOTICE: self.notice,
            FAIRNESS: self.fairness,
            NEEDS: self.needs,
        }
        for page in (*self._pages.values(), self.counter, self.alerts):
            page.hide()
        self._say()
        for at, name in enumerate(self._pages, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{at}"), screen)
            shortcut.setObjectName(name)
            shortcut.activated.connect(self._on_shortcut)
        self.shelf.picked.connect(self.toggle)
        self.counter.ticket_wanted.connect(show_ticket)
        self.alerts.list.led.connect(self.follow)
        drawer.paged.connect(self._mark)
        screen.installEventFilter(self)

    def show_reading(self, reading: Reading) -> None:
        """Set the counts of the shelf."""
        self._reading = reading
        self._say()

    def open_page(self, name: str) -> None:
        """Open a page of the shelf."""
        self._drawer.open_page(self._pages[name])

    def toggle(self, name: str) -> None:
        """Open a page of the shelf, or close it when it is open."""
        if self._drawer.page is self._pages[name]:
            self._drawer.close_page()
        else:
            self.open_page(name)

    def open_counter(self, number: str) -> None:
        """Open the drawer of a counter."""
        self.counter.show_counter(number)
        self._drawer.open_page(self.counter)

    def open_alerts(self) -> None:
        """Open the whole list of alerts."""
        self._drawer.open_page(self.alerts)

    def follow(self, finding: object) -> None:
        """Go where an alert leads: to what is to be done, its counter, or its first ticket."""
        if not isinstance(finding, Alert):
            return
        if finding.rule in _TODO_RULES:
            self.open_page(TASKS)
        elif finding.counter:
            self.open_counter(finding.counter)
        elif finding.tickets:
            self._follow_ticket(finding.tickets[0])

    def stop(self) -> None:
        """Leave what is under way to the floor."""
        for page in (*self._pages.values(), self.counter, self.alerts.list):
            cancel_all(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        return super().eventFilter(watched, event)

    def _follow_ticket(self, number: str) -> None:
        visit = self._reading.state.find(number) if self._reading else None
        if visit is not None:
            self._show_ticket(visit.id)

    def _say(self) -> None:
        self.shelf.show_faces(
            [
                self._todo_face(),
                self._duty_face(),
                self._notice_face(),
                ShelfFace(FAIRNESS, self.tr("Fairness")),
                self._needs_face(),
            ]
        )

    def _todo_face(self) -> ShelfFace:
        hall = self._reading.state.hall if self._reading else None
        if hall is None:
            return ShelfFace(TASKS, self.tr("To do"))
        helps = sum(call.answered_at is None for call in hall.helps)
        count = helps + len(hall.open_tasks) + len(hall.faults)
        return ShelfFace(TASKS, self.tr("To do"), str(count) if count else "", helps > 0)

    def _duty_face(self) -> ShelfFace:
        """How far the list is that is due; the closing one from closing time on."""
        reading = self._reading
        if reading is None:
            return ShelfFace(DUTY, self.tr("Duties"))
        when = "closing" if _is_over(reading) else "opening"
        items = [item for item in reading.config.checklist if item.when == when]
        ticks = [reading.state.hall.tick(item.code) for item in items]
        done = sum(tick is not None and tick.done for tick in ticks)
        count = f"{done}/{len(items)}" if done < len(items) else ""
        return ShelfFace(DUTY, self.tr("Duties"), count)

    def _notice_face(self) -> ShelfFace:
        reading = self._reading
        up = reading.state.hall.notices_at(reading.now) if reading else ()
        return ShelfFace(NOTICE, self.tr("Notices"), str(len(up)) if up else "")

    def _needs_face(self) -> ShelfFace:
        reading = self._reading
        lost = lost_today(reading.state, reading.config) if reading else ()
        return ShelfFace(NEEDS, self.tr("Unmet"), str(len(lost)) if lost else "")

    def _mark(self) -> None:
        names = (name for name, page in self._pages.items() if page is self._drawer.page)
        self.shelf.mark(next(names, ""))

    def _on_shortcut(self) -> None:
        shortcut = self.sender()
        if shortcut is not None:
            self.toggle(shortcut.objectName())


def _is_over(reading: Reading) -> bool:
    """Whether the branch has closed for the day."""
    here = local(reading.now, reading.config.time_zone)
    hours = reading.config.hours.of(reading.state.day or here.date())
    return reading.state.day_closed or (hours is not None and here.time() >= hours[1])
