"""The pages of a working counter: free, called, serving."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets import PushKey

from .asks import Counting, Do
from .desk import Moment
from .key_row import KeyRow
from .keys import AskKey, Panel
from .more_row import MoreRow
from .page import Notes, Page, Zone
from .pieces import CallKey, UndoBar
from .queue_card import AwayCard, QueueCard
from .stepper import step_of
from .texts import countdown, minutes_gone
from .ticket_card import CalledCard, ServingCard, no_show_in, recall_in_s
from .usual import Usual
from .why_card import NextCard, WhyCard

_START_PX = 68


class IdlePage(Page):
    """Open and free: one big key, who it will call and why, the queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = False
        self.call_key = CallKey("F9")
        self.undo = UndoBar()
        self.next_card = NextCard()
        self.away = AwayCard()
        self.queue = QueueCard(roomy=True)
        self.pause_key = AskKey(Do.PAUSE, "F11")
        self.close_key = AskKey(Do.CLOSE, "F12")
        self.given_key = AskKey(Panel.CALL, "F3")
        self.unticketed_key = AskKey(Panel.UNTICKETED, "Ins")
        self.help_key = AskKey(Panel.HELP, "F10")
        for piece in (self.call_key, self.message, self.undo, self.next_card, self.away):
            self.column.addWidget(piece)
        self.column.addWidget(self.queue, 1)
        more = KeyRow(self.given_key, self.unticketed_key)
        keys = KeyRow(self.help_key, self.pause_key, self.close_key)
        self.column.addWidget(more)
        self.column.addWidget(keys)
        self.zones.move(Zone.SIDE, self.undo, self.away)
        self.zones.move(Zone.SIDE, self.queue, stretch=1)
        self.zones.move(Zone.FOOT, more, stretch=2)
        self.zones.move(Zone.FOOT, keys, stretch=3)
        self.call_key.clicked.connect(self._on_call)
        self.join(self.pause_key, self.close_key, self.help_key)
        self.join(self.given_key, self.unticketed_key)
        self.undo.asked.connect(self.asked)
        self.away.asked.connect(self.asked)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self._show_call_key(moment)
        self.undo.show_offer(moment.undo, moment.usable)
        self.next_card.show_moment(moment)
        self._make_room()
        self.away.show_moment(moment, can_resume=True)
        self.queue.show_moment(moment)
        self.pause_key.setText(self.tr("Pause"))
        self.close_key.setText(self.tr("Close"))
        self.given_key.setText(self.tr("Call a ticket"))
        self.unticketed_key.setText(self.tr("Without a ticket"))
        self.help_key.setText(self.tr("Help"))
        for key in (self.pause_key, self.close_key, self.help_key, self.unticketed_key):
            key.setEnabled(moment.usable)
        self.given_key.setEnabled(moment.usable)

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self.call_key.set_yielding(wide)
        self._wide = wide
        self._make_room()

    def _make_room(self) -> None:
        """The wide form is too low for a sentence and for why as well."""
        self.next_card.be_brief(self._wide and bool(self.notes.message))

    def _show_call_key(self, moment: Moment) -> None:
        queue = moment.queue
        below = self.tr("Nobody is waiting; it rings when somebody comes")
        if queue.people:
            text = self.tr("%n for this counter · longest {0} min", "", queue.people)
            below = text.format(minutes_gone(queue.longest_s))
        self.call_key.show_call(self.tr("Call next"), below)
        self.call_key.setEnabled(moment.usable and moment.choice is not None)

    def _on_call(self) -> None:
        self.asked.emit(Do.NEXT)


class CalledPage(Page):
    """Called: the customer comes, or is called again, or does not come."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CalledCard(usual)
        self.start_key = AskKey(Do.START, "F2", main=True)
        self.start_key.set_height(_START_PX)
        self.recall_key = AskKey(Do.RECALL, "F6")
        self.no_show_key = AskKey(Do.NO_SHOW, "F7")
        self.help_key = AskKey(Panel.HELP, "F10")
        self.undo = UndoBar()
        self.why = WhyCard()
        self.queue = QueueCard()
        self.column.addWidget(self.card)
        self.column.addWidget(self.start_key)
        keys = KeyRow(self.recall_key, self.no_show_key)
        for piece in (keys, self.message, self.undo, self.why):
            self.column.addWidget(piece)
        self.column.addWidget(self.queue, 1)
        self.column.addWidget(self.help_key)
        self.zones.move(Zone.SIDE, self.why)
        self.zones.move(Zone.SIDE, self.queue, stretch=1)
        self.zones.move(Zone.FOOT, self.start_key, stretch=23)
        self.zones.move(Zone.FOOT, keys, stretch=30)
        self.zones.move(Zone.FOOT, self.help_key, stretch=10)
        self.join(self.start_key, self.recall_key, self.no_show_key, self.help_key)
        self.undo.asked.connect(self.asked)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self.card.show_moment(moment, notes)
        self.start_key.setText(self.tr("Customer is here, start"))
        self.help_key.setText(self.tr("Help"))
        for key in (self.start_key, self.help_key):
            key.setEnabled(moment.usable)
        self._show_recall(moment)
        self._show_no_show(moment)
        self.undo.show_offer(moment.undo, moment.usable)
        self.why.show_call(moment, notes.reasons)
        self.queue.show_moment(moment)

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self.card.set_low(wide)

    def _show_recall(self, moment: Moment) -> None:
        left_s = recall_in_s(moment)
        soon = self.tr("Call again in {0} s").format(-int(-left_s // 1))
        self.recall_key.setText(soon if left_s > 0 else self.tr("Call again"))
        self.recall_key.setEnabled(moment.usable and left_s <= 0)

    def _show_no_show(self, moment: Moment) -> None:
        calls, left_s = no_show_in(moment)
        text = self.tr("No-show")
        if left_s > 0:
            text = self.tr("No-show {0}").format(countdown(left_s))
        elif calls:
            text = self.tr("No-show: %n more calls", "", calls)
        self.no_show_key.setText(text)
        self.no_show_key.setEnabled(moment.usable and left_s <= 0 and not calls)


class ServingPage(Page):
    """Serving: the clock, what may follow, the queue."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = ServingCard(usual)
        self.next_key = AskKey(Do.NEXT, "F9", main=True)
        self.recall_key = AskKey(Do.RECALL, "F6")
        self.no_show_key = AskKey(Do.NO_SHOW, "F7")
        self.finish_key = AskKey(Do.FINISH, "F8")
        self.transfer_key = AskKey(Panel.TRANSFER, "F4")
        self.hold_key = AskKey(Panel.HOLD, "F5")
        self.pause_key = AskKey(Do.PAUSE, "F11")
        self.close_key = AskKey(Do.CLOSE, "F12")
        self.more = MoreRow()
        self.undo = UndoBar()
        self.away = AwayCard()
        self.queue = QueueCard()
        self.column.addWidget(self.card)
        self.column.addWidget(self.next_key)
        self.grid = KeyRow(*self._keys(), columns=3)
        for piece in (self.grid, self.more, self.message, self.undo, self.away):
            self.column.addWidget(piece)
        self.column.addWidget(self.queue, 1)
        self.column.addWidget(self.close_key)
        self.zones.move(Zone.SIDE, self.undo, self.away)
        self.zones.move(Zone.SIDE, self.queue, stretch=1)
        self.zones.move(Zone.SIDE, self.more)
        self.zones.move(Zone.SIDE, self.close_key)
        self.zones.move(Zone.FOOT, self.next_key, stretch=23)
        self.zones.move(Zone.FOOT, self.grid, stretch=62)
        self.join(self.next_key, self.close_key, *self._keys())
        self.more.asked.connect(self.asked)
        self.card.stages.asked.connect(self.asked)
        self.undo.asked.connect(self.asked)
        self.away.asked.connect(self.asked)

    def _keys(self) -> tuple[AskKey, ...]:
        """The six keys in the order of the grid; where each stands never changes."""
        first = (self.recall_key, self.no_show_key, self.finish_key)
        return (*first, self.transfer_key, self.hold_key, self.pause_key)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self.card.show_moment(moment, notes)
        self._show_keys(moment)
        self.more.show_moment(moment, notes)
        self.undo.show_offer(moment.undo, moment.usable)
        self.away.show_moment(moment, can_resume=False)
        self.queue.show_moment(moment)

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self.card.stages.set_wide(wide)
        self.more.set_wide(wide)
        self.card.set_low(wide)

    def _show_keys(self, moment: Moment) -> None:
        following = self.tr("Finish and call next")
        leaving = self.tr("Finish and close counter")
        self.next_key.setText(leaving if moment.closing else following)
        staying = self.tr("Stay open after this customer")
        closing = self.tr("Close counter after this customer")
        self.close_key.setText(staying if moment.closing else closing)
        words = (
            self.tr("Recall"),
            self.tr("No-show"),
            self.tr("Finish"),
            self.tr("Transfer"),
            self.tr("Hold"),
            self.tr("Pause"),
        )
        for key, word in zip(self._keys(), words, strict=True):
            key.setText(word)
            key.setEnabled(moment.usable)
        for key in (self.recall_key, self.no_show_key, self.pause_key):
            key.setEnabled(False)
        for main in (self.next_key, self.close_key):
            main.setEnabled(moment.usable)

    def take_key(self, key: Qt.Key) -> bool:
        """Digits lead to stages, 0 to the second person; + and − count."""
        cells = self.card.stages.shown()
        at = key - Qt.Key.Key_1
        if key == Qt.Key.Key_0 or 0 <= at < len(cells):
            ask = Panel.APPROVAL if key == Qt.Key.Key_0 else cells[at].ask
            if any(cell.ask == ask for cell in cells):
                self.asked.emit(ask)
        elif step_of(key):
            self.asked.emit(Counting(self.notes.times + step_of(key)))
        else:
            return False
        return True

    def grid_keys(self) -> tuple[PushKey, ...]:
        """The six keys, for tests and pictures."""
        return self._keys()
