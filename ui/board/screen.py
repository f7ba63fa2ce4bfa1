"""The public board, 1920 × 1080: calls, earlier calls, waits. It only shows."""

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from branchfloor.devices.voice import Announcement
from ui.app.language import current_language
from ui.app.view import View
from ui.widgets import Band

from .calls_page import CallsPage
from .face import BoardFace, Counters, History, Moment, board_face, spans_of
from .foot import Foot
from .idle_page import IdlePage
from .side_counters import CountersPanel, WeekPanel
from .side_history import HistoryPanel
from .stage import Key, Spans, Stage, key_of

_LARGE_PX = 1180


class BoardScreen(Band):
    """Shows the calls of the numbered record to the hall, and tells what else it should know.

    `show_state` and `show_time` are all that drives it; `show_speaking` marks the call that the
    voice is at. `still` keeps calls from flashing. Nothing on it tells who a customer is or in
    which class: every ticket looks the same.
    """

    def __init__(self, parent: QWidget | None = None, *, still: bool = False) -> None:
        super().__init__("board", parent)
        self._view: View | None = None
        self._now: datetime | None = None
        self._heard_at: datetime | None = None
        self._spoken: Key | None = None
        self._face: BoardFace | None = None
        self._stage = Stage()
        self._flashed: frozenset[Key] = frozenset()
        self._calls = CallsPage(still=still)
        self._idle = IdlePage()
        self._history = HistoryPanel()
        self._counters = CountersPanel()
        self._week = WeekPanel()
        self._foot = Foot()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._lay_out()

    def show_state(self, view: View) -> None:
        """Show the floor as it was last heard of; the same again changes nothing."""
        self._view, self._now = view, view.now
        if not view.trouble:
            self._heard_at = view.now
        self._stage.follow(view.state.calls, view.now, self._spans())
        self._show()

    def show_time(self, now: datetime) -> None:
        """Let the branch clock move on, about once a second."""
        if self._view is not None:
            self._now = now
            self._show()

    def show_speaking(self, announcement: Announcement | None) -> None:
        """Mark the call being spoken, or none."""
        self._spoken = (announcement.called_at, announcement.call_no) if announcement else None
        if self._view is not None:
            self._show()

    def face(self) -> BoardFace | None:
        """What is shown, as values."""
        return self._face

    def sizeHint(self) -> QSize:
        return QSize(1920, 1080)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._view is None or self._now is None:
            return
        self._stage.advance(self._now, self._spans(), self._spoken)
        moment = Moment(self._view, self._now, self._spoken, current_language(), self._heard_at)
        face = board_face(moment, self._stage)
        arrived = self._arrived(self._now)
        if face != self._face or arrived:
            self._face = face
            self._show_large(face, arrived)
            self._show_side(face)
            self._foot.show_foot(face.foot)

    def _show_large(self, face: BoardFace, arrived: frozenset[Key]) -> None:
        if face.present is None:
            self._calls.show_calls(face.calls, arrived)
            self._large.setCurrentWidget(self._calls)
        else:
            self._idle.show_present(face.present, face.opening, face.notice)
            self._large.setCurrentWidget(self._idle)

    def _show_side(self, face: BoardFace) -> None:
        if isinstance(face.side, History):
            self._history.show_history(face.side)
            self._side.setCurrentWidget(self._history)
        elif isinstance(face.side, Counters):
            self._counters.show_counters(face.side)
            self._side.setCurrentWidget(self._counters)
        else:
            self._week.show_week(face.side)
            self._side.setCurrentWidget(self._week)

    def _arrived(self, now: datetime) -> frozenset[Key]:
        """Calls that stand big since just now and have not flashed yet."""
        shown = self._stage.shown
        fresh = frozenset(key_of(s.call) for s in shown if now - s.since < self._spans().just_now)
        arrived = fresh - self._flashed
        self._flashed = frozenset(key_of(s.call) for s in shown)
        return arrived

    def _spans(self) -> Spans:
        return spans_of(self._view.config.settings) if self._view else Spans()

    def _lay_out(self) -> None:
        large, side = Band("board_now"), Band("board")
        large.setFixedWidth(_LARGE_PX)
        self._large, self._side = QStackedLayout(large), QStackedLayout(side)
        for page in (self._calls, self._idle):
            self._large.addWidget(page)
        for panel in (self._history, self._counters, self._week):
            self._side.addWidget(panel)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(large, 0, 0)
        grid.addWidget(side, 0, 1)
        grid.addWidget(self._foot, 1, 0, 1, 2)
