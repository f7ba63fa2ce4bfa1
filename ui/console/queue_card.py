"""The counter's own queue, as many rows as there is room for; and those who are away."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from ui.theme import Role, Scale, Type, Weight, paint_icon
from ui.widgets import TIER_LETTER, Card, ElidedLabel, FigureLabel, Pill, PushKey, TextLabel

from .asks import MarkingPresent, Resuming
from .away import Away
from .desk import Moment, served_today
from .keys import AskKey
from .pieces import RuledRow, TwoTexts
from .queue import MOST_ROWS, QueueRow
from .texts import (
    clock,
    hold_return,
    hold_word,
    hue_of,
    minutes_gone,
    phrases,
    service_name,
    tier_tag,
    tone_of,
)

ROW_PX = 37
ROOMY_ROW_PX = 42
AWAY_ROW_PX = 50
AWAY_ROWS = 3
_SIGN_PX = 40
_NUMBER = Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD)
_HEAD = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI)
_PILL = Type(Scale.CONSOLE, Role.SMALL, Weight.SEMI).scaled(12 / 13)
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_SMALL = Type(Scale.CONSOLE, Role.SMALL)


class _Row(RuledRow):
    """Number, tier or priority, service and wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: tuple[str, str, str, str] = ("", "", "", "")
        self._number = FigureLabel("", _NUMBER)
        self._number.setMinimumWidth(54)
        self._pill = Pill()
        self._pill.set_type(_PILL)
        self._service = ElidedLabel("", _TEXT, "ink_2")
        self._wait = TextLabel("", _TEXT, "ink_2")
        words = QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._service)
        words.addWidget(self._wait)
        self.row.addWidget(self._number)
        self.row.addWidget(self._pill)
        self.row.addStretch(1)
        self.row.addLayout(words)

    def show_row(self, row: QueueRow, config: BranchConfig) -> None:
        """Set everything."""
        tier = config.service(row.service).tier
        hue = hue_of(row.kind, tier)
        self._number.setText(row.ticket)
        self._number.set_tone(tone_of(hue))
        self._show_pill(row, hue, tier)
        self._service.setText(service_name(config, row.service))
        minutes = minutes_gone(row.waited_s)
        self._wait.setText(self.tr(" · {0} min").format(minutes))

    def needs_px(self) -> int:
        """The width at which all its words stand beside each other."""
        word, _, hue, icon = self._standing
        self._pill.show_pill(word, hue, icon)
        words = self._service.sizeHint().width() + self._wait.sizeHint().width()
        marks = max(54, self._number.sizeHint().width()) + self._pill.sizeHint().width()
        return words + marks + 3 * self.row.spacing()

    def set_short(self, short: bool) -> None:
        """The pill with its letter or sign only, or with its word."""
        word, letter, hue, icon = self._standing
        self._pill.show_pill(letter if short else word, hue, icon)

    def _show_pill(self, row: QueueRow, hue: str, tier: str) -> None:
        if row.kind is ClassKind.LEGAL:
            self._standing = (self.tr("Priority"), "", hue, "heart-fill")
        elif row.kind is ClassKind.EMERGENCY:
            word = phrases().word("class", row.class_name)
            self._standing = (word, word, "late", "warning")
        else:
            self._standing = (tier_tag(tier), TIER_LETTER[tier], hue, "")


class _Rows(QWidget):
    """As many rows as fit; the rest is counted in the card's head."""

    def __init__(self, row_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_px = row_px
        self._used = 0
        self._rows: list[_Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: tuple[QueueRow, ...], config: BranchConfig) -> None:
        """Set everything."""
        self._used = min(len(rows), MOST_ROWS)
        self._rows += [_Row(self) for _ in range(len(self._rows), self._used)]
        for widget, row in zip(self._rows, rows, strict=False):
            widget.show_row(row, config)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._row_px)

    def sizeHint(self) -> QSize:
        return QSize(300, self._row_px * 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fitting = min(self._used, max(1, self.height() // self._row_px))
        short = any(row.needs_px() > self.width() for row in self._rows[:fitting])
        for at, row in enumerate(self._rows):
            row.setVisible(at < fitting)
            if at < fitting:
                row.set_short(short)
                row.setGeometry(0, at * self._row_px, self.width(), self._row_px)


class _Empty(QWidget):
    """Nobody waits: a quiet sign in the middle, and what was done today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = TextLabel("", _TEXT, "ink_2")
        self._second = TextLabel("", _SMALL, "ink_muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _SIGN_PX, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        for label in (self._first, self._second):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)

    def show_texts(self, first: str, second: str) -> None:
        """What is so, and a figure of the day."""
        self._first.setText(first)
        self._second.setText(second)

    def paintEvent(self, event: QPaintEvent) -> None:
        left = (self.width() - _SIGN_PX) / 2
        box = QRectF(left, self._first.y() - _SIGN_PX - 8, _SIGN_PX, _SIGN_PX)
        paint_icon(QPainter(self), "people", box, "idle")


class QueueCard(Card):
    """Those this counter may serve, in the order it would call them."""

    def __init__(self, roomy: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._roomy = roomy
        self._head = TwoTexts(_HEAD)
        self._head.right.set_strong_tone("")
        self._rows = _Rows(ROOMY_ROW_PX if roomy else ROW_PX)
        self._empty = _Empty()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._empty, 1)
        column.addWidget(self._rows, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_moment(self, moment: Moment) -> None:
        """Set everything."""
        queue = moment.queue
        title = self.tr("Next (in order of calling)") if self._roomy else self.tr("Next")
        self._head.show_texts(title, self.tr("%n for this counter", "", queue.people))
        self._empty.setVisible(not queue.rows)
        if not queue.rows:
            served = self.tr("%n served here today", "", served_today(moment))
            self._empty.show_texts(self.tr("Nobody is waiting for this counter"), served)
        self._rows.setVisible(bool(queue.rows))
        self._rows.show_rows(queue.rows, moment.view.config)

    def count_text(self) -> str:
        """What the head says of the number of people."""
        return self._head.right.text()


class _AwayRow(RuledRow):
    """One who is away: number, why and until when, and the key that serves on.

    Signals:
        asked: its key was pressed; carries `Resuming` or `MarkingPresent`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(AWAY_ROW_PX)
        self._number = FigureLabel("", _NUMBER)
        self._number.setMinimumWidth(54)
        self._what = ElidedLabel("", _TEXT)
        self._until = ElidedLabel("", _SMALL, "ink_2")
        self.key = AskKey(Resuming("", 0))
        self.key.set_compact(True)
        self.key.asked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._what)
        words.addWidget(self._until)
        words.addStretch(1)
        self.row.addWidget(self._number)
        self.row.addLayout(words, 1)
        self.row.addWidget(self.key)

    def show_away(self, away: Away, moment: Moment, can_resume: bool) -> None:
        """Set everything."""
        config = moment.view.config
        rule = config.policy.rule(away.class_name)
        hue = hue_of(rule.kind, config.service(away.service).tier)
        self._number.setText(away.ticket)
        self._number.set_tone(tone_of(hue))
        self._what.setText(service_name(config, away.service))
        self._until.setText(self._until_text(away, config))
        self._show_key(away, can_resume)
        self.key.setEnabled(moment.usable)

    def _show_key(self, away: Away, can_resume: bool) -> None:
        """Who is on hold is served on; who was missed and stands here is marked so."""
        if away.on_hold:
            self.key.ask = Resuming(away.ticket, away.leg_no)
            self.key.setText(self.tr("Resume"))
            self.key.setVisible(can_resume)
            return
        self.key.ask = MarkingPresent(away.ticket)
        self.key.setText(self.tr("Is here"))
        self.key.setVisible(not away.present)

    def _until_text(self, away: Away, config: BranchConfig) -> str:
        if away.kind is not None:
            back = hold_return(away.kind)
            if away.back_at is not None:
                back = self.tr("back {0}").format(clock(away.back_at, config))
            return f"{hold_word(away.kind)} · {back}"
        back = self.tr("back after %n more calls", "", away.passes)
        if away.present:
            back = phrases().say("note.present")
        missed = self.tr("Missed")
        return f"{missed} · {back}"


class AwayCard(Card):
    """Customers on hold at this counter and those who did not come; hidden when there are none.

    Signals:
        asked: a held customer is to be served on; carries `Resuming`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = TwoTexts(_HEAD)
        self._head.right.set_strong_tone("")
        self.rows = [_AwayRow() for _ in range(AWAY_ROWS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 4)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(6)
        for row in self.rows:
            column.addWidget(row)
            row.asked.connect(self.asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_moment(
        self, moment: Moment, can_resume: bool, title: str = "", note: str = ""
    ) -> None:
        """Set everything; `title` and `note` replace the usual head."""
        away = moment.away
        self.setVisible(bool(away) or bool(title))
        self._head.show_texts(title or self.tr("Away"), note or self._count(len(away)))
        for row, one in zip(self.rows, away, strict=False):
            row.show_away(one, moment, can_resume)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(away))

    def keys(self) -> list[PushKey]:
        """The keys of the rows in use."""
        return [row.key for row in self.rows if not row.isHidden()]

    def _count(self, people: int) -> str:
        shown = self.tr("%n on hold or missed", "", people)
        return shown if people > 0 else ""
