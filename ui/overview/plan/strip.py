"""Keys for what is picked on the board: the same edits as by dragging, one press each."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from branchfloor.domain.rostering import HALF_HOUR_MIN
from ui.overview.plan.board import PlanBoard
from ui.overview.plan.words import shift_text
from ui.theme import Role, Scale, Type
from ui.widgets import ElidedLabel, PushKey


class EditStrip(QWidget):
    """Hidden while nothing is picked.

    Signals:
        away_wanted: whoever is picked may go away for the time of the picked shift.
        undo_wanted: the last change is to be taken back.
    """

    away_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, board: PlanBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._what = ElidedLabel("", Type(Scale.OVERVIEW, Role.SMALL), "ink_2")
        self.earlier, self.later = PushKey(), PushKey()
        self.shorter, self.longer = PushKey(), PushKey()
        self.rest, self.remove, self.give = PushKey(), PushKey(), PushKey()
        self.away, self.undo = PushKey(), PushKey()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._what, 1)
        row.addStretch(0)
        for key in self.keys():
            key.set_compact(True)
            row.addWidget(key)
        self._connect()
        self.retranslate()

    def keys(self) -> tuple[PushKey, ...]:
        """All keys, from left to right."""
        moves = (self.earlier, self.later, self.shorter, self.longer)
        return (*moves, self.rest, self.give, self.remove, self.away, self.undo)

    def set_compact(self, compact: bool) -> None:
        """Only the keys, for a small window: the board shows what is picked."""
        self._what.setVisible(not compact)

    def follow(self, *, can_undo: bool, may_edit: bool) -> None:
        """Set everything from what is picked."""
        plan, spot, row = self._board.plan, self._board.spot, self._board.row
        picked = plan is not None and spot is not None
        self._what.set_marked(shift_text(plan.shifts[spot.shift]) if plan and spot else "")
        for key in (self.earlier, self.later, self.shorter, self.longer, self.rest, self.remove):
            key.setVisible(picked)
            key.setEnabled(may_edit)
        self.away.setVisible(picked)
        self.give.setVisible(not picked and row is not None and row.person is not None)
        self.give.setEnabled(may_edit)
        self.undo.setVisible(can_undo)
        self.undo.setEnabled(may_edit)

    def retranslate(self) -> None:
        """Say the keys in the language in force."""
        texts = {
            self.earlier: (self.tr("← Earlier"), self.tr("Half an hour earlier (Left)")),
            self.later: (self.tr("Later →"), self.tr("Half an hour later (Right)")),
            self.shorter: (self.tr("Shorter"), self.tr("Ends half an hour earlier (Shift+Left)")),
            self.longer: (self.tr("Longer"), self.tr("Ends half an hour later (Shift+Right)")),
            self.rest: (self.tr("+ Break"), self.tr("Another break in this shift (B)")),
            self.give: (self.tr("+ Shift"), self.tr("A shift for this person (N)")),
            self.remove: (self.tr("Remove"), self.tr("Take it out (Delete)")),
            self.away: (self.tr("Away?"), self.tr("Training, an outing: the waits that follow")),
            self.undo: (self.tr("Undo"), self.tr("Take the last change back (Ctrl+Z)")),
        }
        for key, (text, tip) in texts.items():
            key.setText(text)
            key.setToolTip(tip)
            key.setAccessibleDescription(tip)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        board, half = self._board, HALF_HOUR_MIN
        self.earlier.clicked.connect(partial(board.shift, -half))
        self.later.clicked.connect(partial(board.shift, half))
        self.shorter.clicked.connect(partial(self._stretch, -half))
        self.longer.clicked.connect(partial(self._stretch, half))
        self.rest.clicked.connect(board.add_break)
        self.give.clicked.connect(board.add_shift)
        self.remove.clicked.connect(board.remove)
        self.away.clicked.connect(self.away_wanted)
        self.undo.clicked.connect(self.undo_wanted)

    def _stretch(self, by_min: int) -> None:
        self._board.stretch(until_min=by_min)
