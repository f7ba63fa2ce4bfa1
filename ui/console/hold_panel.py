"""Hold in place: one of three kinds, and when the customer will be back."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.kinds import HoldKind
from ui.theme import Role, Scale, Type
from ui.widgets import PushKey, TextLabel

from .asks import Holding
from .desk import Moment
from .key_row import KeyRow
from .options import OptionFace, OptionRow
from .page import Notes, Zone
from .panels import PanelPage
from .texts import clock, hold_word
from .usual import Usual

KINDS = (HoldKind.TOOK_PAPERS, HoldKind.LEFT_PAPERS, HoldKind.BACK_OFFICE)
FIRST_MIN = 15
STEP_MIN = 5
LONGEST_MIN = 240
_TEXT = Type(Scale.CONSOLE, Role.TEXT)
_SMALL = Type(Scale.CONSOLE, Role.SMALL)
_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_STEPS = {
    Qt.Key.Key_Plus: STEP_MIN,
    Qt.Key.Key_Equal: STEP_MIN,
    Qt.Key.Key_Right: STEP_MIN,
    Qt.Key.Key_Minus: -STEP_MIN,
    Qt.Key.Key_Left: -STEP_MIN,
}


class HoldPanel(PanelPage):
    """Keys: 1 2 3 or arrows for the kind, + and − for the minutes, 0 for no return time."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F5", parent)
        self._moment: Moment | None = None
        self._kind = 0
        self._minutes = FIRST_MIN
        self.kinds = [OptionRow() for _ in KINDS]
        self._when = TextLabel("", _SMALL, "ink_2")
        self.minutes = TextLabel("", Type(Scale.CONSOLE, Role.STRONG))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.minutes.set_strong_tone("brand_ink")
        self.shorter_key, self.longer_key = PushKey("", "−"), PushKey("", "+")
        self.never_key = PushKey("", "0")
        self._keep = TextLabel("", _SMALL, "ink_2")
        self._keep.set_wrapping(True)
        self._lay_out()
        for row in self.kinds:
            row.clicked.connect(self._on_kind)
        self.shorter_key.clicked.connect(self._on_shorter)
        self.longer_key.clicked.connect(self._on_longer)
        self.never_key.clicked.connect(self._on_never)

    def _lay_out(self) -> None:
        self.inside.addSpacing(12)
        for row in self.kinds:
            self.inside.addWidget(row)
        self.inside.addSpacing(16)
        self.inside.addWidget(self._later())
        self.inside.addStretch(1)
        self.inside.addWidget(self._keep)
        self.zones.move(Zone.SIDE, self._back_in, self._keep, home=self.inside)

    def _later(self) -> QWidget:
        """When the customer is back."""
        self._back_in = QWidget()
        column = QVBoxLayout(self._back_in)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._when)
        column.addSpacing(6)
        column.addWidget(self.minutes)
        column.addSpacing(8)
        self._steps = KeyRow(self.shorter_key, self.longer_key, self.never_key)
        column.addWidget(self._steps)
        return self._back_in

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self._steps.set_line(wide)

    def begin(self) -> None:
        self._kind, self._minutes = 0, FIRST_MIN

    def first_focus(self) -> QWidget | None:
        return self

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self._moment = moment
        visit, _ = moment.customer()
        self.show_title(self.tr("Hold {0}").format(visit.number))
        self._show_kinds()
        self._show_minutes(moment)
        self.next_key.setText(self.tr("Hold and call next"))
        self.only_key.setText(self.tr("Only hold"))
        kind, minutes = str(KINDS[self._kind]), float(self._minutes) or None
        self.next_key.ask = Holding(kind, minutes, then_next=True)
        self.only_key.ask = Holding(kind, minutes)

    def _show_kinds(self) -> None:
        meanings = (
            self.tr("may be served on at any counter"),
            self.tr("comes back to this counter"),
            self.tr("the same teller serves on"),
        )
        for at, row in enumerate(self.kinds):
            face = OptionFace(str(at + 1), hold_word(KINDS[at]), (meanings[at],))
            row.show_option(face, at == self._kind)

    def _show_minutes(self, moment: Moment) -> None:
        self._when.setText(self.tr("Back in"))
        back_at = moment.view.now + timedelta(minutes=self._minutes)
        text = self.tr("no return time")
        if self._minutes:
            when = clock(back_at, moment.view.config)
            text = self.tr("{0} min · about {1}").format(self._minutes, when)
        self.minutes.setText(text)
        self.shorter_key.setText(self.tr("{0} min less").format(STEP_MIN))
        self.longer_key.setText(self.tr("{0} min more").format(STEP_MIN))
        self.never_key.setText(self.tr("Open"))
        self.shorter_key.setEnabled(moment.usable and self._minutes > 0)
        self.longer_key.setEnabled(moment.usable and self._minutes < LONGEST_MIN)
        self.never_key.setEnabled(moment.usable)
        returning = self.tr("At that time the ticket waits again with its number and waited time.")
        never = self.tr("The ticket stays in this counter's list until it is served on.")
        self._keep.setText(returning if self._minutes else never)

    def take_key(self, key: Qt.Key) -> bool:
        if key in _DIGITS:
            self._choose(_DIGITS[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._choose(self._kind + (1 if key == Qt.Key.Key_Down else -1))
        elif key in _STEPS:
            self._set_minutes(self._minutes + _STEPS[key])
        elif key == Qt.Key.Key_0:
            self._set_minutes(0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F5):
            self.only_key.click()
        else:
            return super().take_key(key)
        return True

    def _choose(self, kind: int) -> None:
        self._kind = min(len(KINDS) - 1, max(0, kind))
        self._show_again()

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = min(LONGEST_MIN, max(0, minutes))
        self._show_again()

    def _show_again(self) -> None:
        if self._moment is not None:
            self.show_moment(self._moment, self.notes)

    def _on_kind(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self._choose(self.kinds.index(row))

    def _on_shorter(self) -> None:
        self._set_minutes(self._minutes - STEP_MIN)

    def _on_longer(self) -> None:
        self._set_minutes(self._minutes + STEP_MIN)

    def _on_never(self) -> None:
        self._set_minutes(0)
