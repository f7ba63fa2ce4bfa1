"""The overview: the whole floor on one page for the lobby manager."""

from datetime import datetime
from operator import is_

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.metrics import day_curve, summarise
from branchfloor.floor.floor import Floor
from branchfloor.routing.elastic import ElasticWatch
from branchfloor.waits.learned import learn
from ui.app.view import View
from ui.console.door import Session
from ui.overview.accuracy_panel import AccuracyPanel
from ui.overview.advice.card import AdviceCard
from ui.overview.alert_panel import AlertPanel
from ui.overview.chart_panel import ChartPanel
from ui.overview.counters_panel import CountersPanel
from ui.overview.drawer import Drawer, DrawerPlace
from ui.overview.find_page import looks_typed
from ui.overview.findings import Scene, findings
from ui.overview.green_panel import GreenPanel
from ui.overview.hall.desk import HallDesk
from ui.overview.hall.sign_desk import SignDesk
from ui.overview.head_bar import HeadBar
from ui.overview.kpi_row import KpiRow
from ui.overview.lists import FloorLists, floor_lists
from ui.overview.lobby_desk import LobbyDesk
from ui.overview.nav import LIVE, HeadNav, PageStack
from ui.overview.pages import PAGES
from ui.overview.queue_panel import QueuePanel
from ui.overview.reading import Figures, Reading, only_waits_are_new

LEAST_GAP_MS = 1000
"""A floor that changes many times a second is worked out anew once a second."""

ROOMY_PX = (1600, 940)
"""Narrower or lower than this everything is set smaller."""
LEAST_PX = (1280, 760)

ALERTS_EVERY_S = 5
"""Alerts that only time brings are looked for so often."""


class OverviewScreen(QWidget):
    """Metrics, counters, queues, the day's curve, alerts, requests and forecast accuracy.

    That is the live page; `pages` turns to the others. `least_gap_ms` is how long a view may
    have to wait behind the one before; `session` is the window's own name for signing in.
    """

    def __init__(
        self,
        floor: Floor,
        parent: QWidget | None = None,
        *,
        least_gap_ms: int = LEAST_GAP_MS,
        session: Session | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "overview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # letters typed here look a ticket up
        self._compact = False
        self.setMinimumSize(*LEAST_PX)
        self.resize(1920, 1080)
        self._view: View | None = None
        self._shown: View | None = None
        self._figures: Figures | None = None
        self._elastic = ElasticWatch()
        self._looked_at: datetime | None = None
        self._floor = floor.acting_as(floor.actor)
        self.head = HeadBar(floor.actor)
        self.kpis, self.counters = KpiRow(), CountersPanel()
        self.queues, self.chart = QueuePanel(), ChartPanel()
        self.alerts, self.green = AlertPanel(self._floor), GreenPanel(self._floor)
        self.accuracy = AccuracyPanel()
        self.advice = AdviceCard(self._floor)
        self._of_the_floor = (self.queues, self.chart, self.green)
        self._of_the_waits = (self.advice, self.alerts, self.accuracy)
        self._panels = (*self._of_the_floor, *self._of_the_waits)
        self._listed: tuple[object, ...] = ()
        self._lists = FloorLists()
        self.drawer = Drawer()
        self._live = QWidget()
        self.pages = PageStack(self._live, self._floor, PAGES)
        self.nav = HeadNav(self.pages.names())
        self.nav.show_open(LIVE)
        self.head.add_nav(self.nav)
        self.desk = LobbyDesk(self._floor, self, self.head, self.drawer)
        self.hall = HallDesk(self._floor, self, self.drawer, self.desk.open_ticket)
        self.sign = SignDesk(self._floor, self, self.drawer, session)
        self.sign.put_on(self.head)
        self.sign.changed.connect(self.show_now)
        self._right = QVBoxLayout()
        self._lay_out()
        self.queues.picked.connect(self.desk.open_ticket)
        self.queues.green_wanted.connect(self.desk.open_green)
        self.queues.lane_wanted.connect(self.desk.open_lane)
        self.green.all_wanted.connect(self.desk.open_green)
        self.counters.picked.connect(self.hall.open_counter)
        self.alerts.led.connect(self.hall.follow)
        self.advice.came_or_went.connect(self._on_advice)
        self.advice.weighed_anew.connect(self._on_weighed)
        self.alerts.all_wanted.connect(self.hall.open_alerts)
        self.nav.picked.connect(self.pages.open_page)
        self.pages.turned.connect(self._on_turned)
        self.drawer.paged.connect(self._on_paged)
        self.setFocus()
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.setInterval(least_gap_ms)
        self._gap.timeout.connect(self._on_gap_over)

    def show_state(self, view: View) -> None:
        """Set everything; views that follow too fast are shown together a moment later."""
        hurried = self._view is None or view.trouble != self._view.trouble
        self._view = view
        if hurried or not self._gap.isActive():
            self.show_now()

    def show_now(self) -> None:
        """Show the last view at once."""
        view = self._view
        if view is None:
            return
        self._gap.start()
        before, self._shown = self._shown, view
        self.sign.see(view)
        figures = self._figures
        if before is None or figures is None or not only_waits_are_new(before, view, figures):
            self._figures = self._work_out(view)
            reading = self._reading(view, view.now)
            self.head.show_view(view, view.now)
            for panel in self._of_the_floor:
                panel.show_reading(reading)
        else:
            reading = self._reading(view, view.now)
        self.kpis.show_reading(reading)
        self.counters.show_reading(reading)  # a finding may offer one
        for part in self._of_the_waits:
            part.show_reading(reading)
        self.desk.show_reading(reading)
        self.hall.show_reading(reading)
        self.drawer.show_reading(reading)
        self.pages.show_reading(reading)

    def show_time(self, now: datetime) -> None:
        """Move the clocks on; alerts that time alone brings are looked for every few seconds."""
        self.head.show_time(now)
        for part in (self.kpis, self.counters, self.queues, self.green, self.advice):
            part.show_time(now)
        self.drawer.show_time(now)
        self.pages.show_time(now)
        looked = self._looked_at
        if looked is None or abs((now - looked).total_seconds()) >= ALERTS_EVERY_S:
            self._look_again(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif typed := looks_typed(event):
            self.desk.field.begin()
            self.desk.field.insert(typed)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Lobby overview"))
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        compact = self.width() < ROOMY_PX[0] or self.height() < ROOMY_PX[1]
        if compact != self._compact:
            self._set_compact(compact)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._gap.stop()
        self.advice.stop()
        self.alerts.close()
        self.green.close()
        self.desk.stop()
        self.hall.stop()
        self.sign.stop()
        self.pages.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Lobby overview"))
        page = QVBoxLayout(self)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        body = self._body = QHBoxLayout(self._live)
        page.addWidget(self.pages.room, 1)
        left = self._left = QVBoxLayout()
        left.addWidget(self.kpis)
        left.addWidget(self.counters)
        middle = self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.addWidget(self.queues, 3)
        middle.addWidget(self.chart, 2)
        left.addLayout(middle, 1)
        body.addLayout(left, 1)
        right = self._beside = QVBoxLayout()
        right.addWidget(self.hall.shelf)
        self._place = DrawerPlace(self._right_column(), self.drawer)
        right.addWidget(self._place, 1)
        body.addLayout(right)
        self._space_out(False)

    def _set_compact(self, compact: bool) -> None:
        """The same pieces, nearer to each other: queues over the chart, smaller chips and cards."""
        self._compact = compact
        parts = (self.head, self.desk.field, self.kpis, self.counters, self._place, *self._panels)
        for part in (*parts, self.hall.shelf, self.nav, self.pages):
            part.set_compact(compact)
        self._space_out(compact)

    def _space_out(self, compact: bool) -> None:
        ways = QBoxLayout.Direction
        self._middle.setDirection(ways.TopToBottom if compact else ways.LeftToRight)
        self._body.setContentsMargins(*((14, 10, 14, 12) if compact else (24, 16, 24, 20)))
        self._body.setSpacing(10 if compact else 16)
        for layout in (self._left, self._middle, self._beside, self._right):
            layout.setSpacing(8 if compact else 14)

    def _right_column(self) -> QWidget:
        column = QWidget()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addWidget(self.advice)
        self._right.addWidget(self.alerts, 1)
        self._right.addWidget(self.green)
        self._right.addWidget(self.accuracy)
        column.setLayout(self._right)
        return column

    def _work_out(self, view: View) -> Figures:
        return Figures(
            summarise(view.state, view.config, view.now),
            day_curve(view.state, view.config),
            learn(view.config, view.state.records),
        )

    def _reading(self, view: View, now: datetime) -> Reading:
        if self._figures is None:
            self._figures = self._work_out(view)
        lists = self._lists_of(view)
        self._elastic.look(view.state, view.config, now)
        self._looked_at = now
        scene = Scene(view, self._figures.usual, self._elastic, now, self.advice.latest)
        return Reading(view, now, lists, self._figures, findings(scene), self._floor.actor)

    def _lists_of(self, view: View) -> FloorLists:
        """Who waits where, kept while nobody has moved."""
        listed = (view.state.visits, view.config)
        if not (self._listed and all(map(is_, listed, self._listed))):
            self._listed, self._lists = listed, floor_lists(view.state, view.config)
        return self._lists

    def _look_again(self, now: datetime) -> None:
        view = self._shown
        if view is not None:
            self.alerts.show_reading(self._reading(view, now))

    def _on_turned(self) -> None:
        """Another page: the head says which, with that page's own keys on it."""
        page = self.pages.page
        self.nav.show_open(self.pages.open_name)
        self.head.show_page(page.title() if page else "", page.on_head() if page else ())

    def _on_paged(self) -> None:
        """What opens in the drawer stands beside the live floor."""
        if self.drawer.page is not None:
            self.pages.open_page(LIVE)

    def _go_back(self) -> None:
        """Escape closes what is open in the drawer, or turns back to the live floor."""
        if self.drawer.page is not None:
            self.drawer.close_page()
        else:
            self.pages.open_page(LIVE)

    def _on_advice(self) -> None:
        """What to do now takes the room of how true the ranges are, which has its own page."""
        self.accuracy.setVisible(self.advice.isHidden())

    def _on_weighed(self) -> None:
        """Alerts tell what was played of them."""
        if self._looked_at is not None:
            self._look_again(self._looked_at)

    def _on_gap_over(self) -> None:
        if self._view is not self._shown:
            self.show_now()
