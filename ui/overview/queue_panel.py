"""The queues: every live ticket in exactly one list, and the sum that proves it."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.domain.metrics_values import VisitTally
from ui.overview.chip_field import ChipField
from ui.overview.lane_clocks import LaneClocks
from ui.overview.lists import NEAR_SHARE, Lane, Ticket
from ui.overview.panel import LANE_LETTER, Panel, lane_word
from ui.overview.reading import Reading
from ui.overview.times import hour_minute, timer
from ui.theme import Role, Scale, Type, Weight, paint_icon, tokens
from ui.widgets import ChipFace, ChipState, ElidedLabel, Rule, TextLabel
from ui.widgets.paint import Box, Words, draw_box, draw_words, width_of
from ui.widgets.pressable import Pressable

_TITLE = Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL, Weight.MEDIUM)
_PAD_PX, _NEAR_PAD_PX = 9, 4
_GAP_PX = 12


class LaneTitle(Pressable):
    """The word of a lane in its colour, behind its letter or the heart; it leads to the list."""

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane, self._word = lane, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_word(self, word: str) -> None:
        """Its word in another language."""
        if word != self._word:
            self._word = word
            self.setAccessibleName(word)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        heart = 20 if self._lane is Lane.GREEN else 0
        return QSize(round(width_of(self._text(), _TITLE.font())) + heart + 2, _TITLE.line_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        colour = "ink_2" if self._lane is Lane.AWAY else tokens().hue(self._lane).ink
        if self.isDown():
            draw_box(painter, area, Box("pressed", "", 0, 8))
        if self._lane is Lane.GREEN:
            paint_icon(painter, "heart-fill", QRectF(0, area.center().y() - 8, 16, 16), colour)
            area.setLeft(20)
        draw_words(painter, area, Words(self._text(), _TITLE.font(), colour))

    def _text(self) -> str:
        return f"{LANE_LETTER.get(self._lane, '')} {self._word}".strip()


class LaneRow(QWidget):
    """One lane: its title, its chips, how many."""

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.title = LaneTitle(lane)
        self.field = ChipField()
        self.count = TextLabel("", _TITLE)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        self._pad_px = _PAD_PX
        row = self._row = QHBoxLayout()
        row.setContentsMargins(0, _PAD_PX, 0, _PAD_PX)
        row.setSpacing(_GAP_PX)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.title)
        row.addWidget(self.field, 1)
        row.addWidget(self.count, 0, middle)
        column.addLayout(row)

    def set_compact(self, compact: bool) -> None:
        """Smaller chips, nearer to each other, for a small window."""
        self._pad_px = _NEAR_PAD_PX if compact else _PAD_PX
        self._row.setContentsMargins(0, self._pad_px, 0, self._pad_px)
        self.field.set_scale(Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW)

    def height_of(self, rows: int) -> int:
        """Its height with so many rows of chips, in px."""
        return self.field.height_of(rows) + 2 * self._pad_px + 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The edges of a row belong to its chips: fingers are wider than chips are high."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.field.press_near(self.field.mapFrom(self, event.position().toPoint()))

    def set_columns(self, title_px: int, count_px: int) -> None:
        """Widths that all lanes share, so that the chips stand in line."""
        self.title.setFixedWidth(title_px)
        self.count.setFixedWidth(count_px)


class LaneStack(QWidget):
    """The lanes one above the other, each as high as its tickets need.

    Where they do not all fit the longest lane gives way: a crowd never makes the window grow.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {lane: LaneRow(lane, self) for lane in Lane}
        self._columns = (74, 52)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def line_up(self) -> None:
        """Give the titles and the counts of all lanes one width."""
        rows = self.rows.values()
        self._columns = (
            max(74, *(row.title.sizeHint().width() for row in rows)),
            max(52, *(row.count.sizeHint().width() for row in rows)),
        )
        for row in rows:
            row.set_columns(*self._columns)
        self.arrange()

    def set_compact(self, compact: bool) -> None:
        """Lower lanes, for a small window."""
        for row in self.rows.values():
            row.set_compact(compact)
        self.updateGeometry()
        self.arrange()

    def arrange(self) -> None:
        """Share the room among the lanes."""
        chips_px = self.width() - sum(self._columns) - 2 * _GAP_PX
        wanted = {row: row.field.rows_needed(chips_px) for row in self.rows.values()}
        while sum(row.height_of(n) for row, n in wanted.items()) > self.height():
            longest = max(wanted, key=lambda row: (wanted[row], -len(row.field.faces())))
            if wanted[longest] == 1:
                break
            wanted[longest] -= 1
        top = 0
        for row, n in wanted.items():
            row.field.set_most_rows(n)
            row.setGeometry(0, top, self.width(), row.height_of(n))
            top += row.height_of(n)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, sum(row.height_of(1) for row in self.rows.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class Boxed(TextLabel):
    """A word of the legend in the edge it explains."""

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), Box("", "warn", 2, 5))
        super().paintEvent(event)


class QueuePanel(Panel):
    """Six lanes, the legend of their marks, and the day's sum."""

    picked = Signal(str)
    """A ticket was picked; carries the id of its visit."""
    lane_wanted = Signal(str)
    """All tickets of a lane are to be listed."""
    green_wanted = Signal()
    """The requests of the green channel are to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = LaneStack()
        self._clocks = {lane: LaneClocks() for lane in Lane}
        for row in self._stack.rows.values():
            row.field.picked.connect(self.picked)
            row.field.more_wanted.connect(self._on_lane)
            row.title.clicked.connect(self._on_lane)
        self._over = TextLabel("", _NOTE, "ink_muted")
        self._near = Boxed("", _NOTE, "ink_muted")
        self._near.setContentsMargins(7, 1, 7, 1)
        self._asked = TextLabel("", _NOTE, "ink_muted")
        head = self.head.layout()
        for part in (self._over, self._near, self._asked):
            if head is not None:
                head.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(Rule())
        self._gap = QSpacerItem(0, 10)
        self.column.addItem(self._gap)
        self._sum = ElidedLabel("", Type(Scale.OVERVIEW, Role.TEXT, times=0.94), "ink_2")
        self.column.addWidget(self._sum)

    def set_compact(self, compact: bool) -> None:
        """Lower lanes and nearer edges, for a small window."""
        super().set_compact(compact)
        self._gap.changeSize(0, 6 if compact else 10)
        self.column.invalidate()
        self._stack.set_compact(compact)

    def lane(self, lane: Lane) -> LaneRow:
        """The row of a lane."""
        return self._stack.rows[lane]

    def rows(self) -> list[LaneRow]:
        """All lanes, top to bottom."""
        return list(self._stack.rows.values())

    def sum_text(self) -> str:
        """The sentence under the lanes."""
        return self._sum.text()

    def show_time(self, now: datetime) -> None:
        """Move the waits on: those that are seen, and all where one has grown wider."""
        if self.reading is None:
            return
        wider = [self._tick(*row, now) for row in self.reading.lists.lanes]
        if any(wider):
            self._show_all(self.reading, now)

    def _tick(self, lane: Lane, tickets: tuple[Ticket, ...], now: datetime) -> bool:
        """Move a lane's clocks on; what is more than seconds is told by a new face."""
        field, clocks = self.lane(lane).field, self._clocks[lane]
        seconds, other = clocks.tick(tickets[: field.room()], now.timestamp())
        if seconds:
            field.show_clocks(seconds)
        wider = [field.show_face(at, self._face(tickets[at], now)) for at in other]
        return any(wider)

    def _show_all(self, reading: Reading, now: datetime) -> None:
        wider = False
        for lane, tickets in reading.lists.lanes:
            self._clocks[lane].begin(tickets, now.timestamp())
            faces = tuple(self._face(ticket, now) for ticket in tickets)
            keys = tuple(ticket.visit_id for ticket in tickets)
            wider = self.lane(lane).field.show_faces(faces, keys) or wider
        if wider:
            self._stack.arrange()

    def _on_lane(self) -> None:
        pressed = self.sender()
        lane = next(
            lane for lane, row in self._stack.rows.items() if pressed in (row.title, row.field)
        )
        if lane is Lane.GREEN and pressed is self.lane(lane).title:
            self.green_wanted.emit()
        else:
            self.lane_wanted.emit(lane)

    def retranslate(self) -> None:
        reading = self.reading
        if reading is None:
            return
        self.head.show_header(self.tr("Queues"))
        self._over.setText(self.tr("! past target"))
        self._near.setText(self.tr("past 75% of it"))
        self._asked.setText(self.tr("? to be confirmed"))
        for lane, tickets in reading.lists.lanes:
            row = self.lane(lane)
            row.title.set_word(lane_word(lane))
            row.count.setText(self.tr("%n people", "", len(tickets)))
            row.count.set_tone("ink" if tickets else "ink_muted")
        self._stack.line_up()
        self._sum.setText(self._sum_of(reading.figures.metrics.visits))
        self._show_all(reading, reading.now)

    def _face(self, ticket: Ticket, now: datetime) -> ChipFace:
        if ticket.state is not LegState.WAITING:
            return ChipFace(self._away(ticket), "plain", ChipState.HELD)
        text = f"{ticket.number} {timer(ticket.waited_s(now))}"
        hue = Lane.GREEN if ticket.priority else ticket.hue
        return ChipFace(text, hue, _state(ticket, now), ticket.priority)

    def _away(self, ticket: Ticket) -> str:
        if ticket.state is LegState.LATE:
            calls = self.tr("%n calls to return", "", ticket.passes)
            return self.tr("late {0} · {1}").format(ticket.number, calls)
        if ticket.state is LegState.PLANNED:
            return self.tr("planned {0}").format(ticket.number)
        return self.tr("held {0} {1}").format(ticket.number, self._held(ticket))

    def _held(self, ticket: Ticket) -> str:
        if ticket.due_at is not None and self.reading is not None:
            at = hour_minute(ticket.due_at, self.reading.config.time_zone)
            return self.tr("back {0}").format(at)
        return {
            HoldKind.TOOK_PAPERS: self.tr("fetching papers"),
            HoldKind.LEFT_PAPERS: self.tr("papers left here"),
            HoldKind.BACK_OFFICE: self.tr("back office"),
        }.get(ticket.hold or HoldKind.TOOK_PAPERS, "")

    def _sum_of(self, tally: VisitTally) -> str:
        """What was issued and where each of them is; the terms always add up."""
        always = (
            (self.tr("{0} served"), tally.served),
            (self.tr("{0} at counters"), tally.at_counter),
            (self.tr("{0} waiting"), tally.waiting),
        )
        rarely = (
            (self.tr("{0} on hold"), tally.held),
            (self.tr("{0} late"), tally.late),
            (self.tr("{0} planned"), tally.planned),
            (self.tr("{0} left"), tally.left),
            (self.tr("{0} cancelled"), tally.cancelled),
            (self.tr("{0} expired"), tally.expired),
            (self.tr("{0} closed with the day"), tally.abandoned),
        )
        terms = [words.format(n) for words, n in always]
        terms += [words.format(n) for words, n in rarely if n]
        told = self.tr("Issued today {0} = {1}").format(tally.issued, " · ".join(terms))
        if not tally.carried:
            return told
        return told + " · " + self.tr("%n of yesterday besides", "", tally.carried)


def _state(ticket: Ticket, now: datetime) -> ChipState:
    if ticket.pending:
        return ChipState.PENDING
    share = ticket.share(now)
    if share >= 1:
        return ChipState.OVERDUE
    return ChipState.AMBER if share >= NEAR_SHARE else ChipState.NORMAL
