"""The card of a day's plan: need against who is on duty, shifts, what it leads to, and its keys."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from ui.overview.plan.away_bar import AwayBar
from ui.overview.plan.board import PlanBoard, PlanFace
from ui.overview.plan.desk import PlanDesk, Work
from ui.overview.plan.strip import EditStrip
from ui.overview.plan.switch import SpanSwitch
from ui.overview.plan.words import (
    PlanWords,
    date_text,
    effect_text,
    gaps_text,
    hours_text,
    rules_text,
)
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, ElidedLabel, ProgressTicks, PushKey, QuietMessage, Rule, TextLabel

if TYPE_CHECKING:
    from branchfloor.domain.rostering import Span

_TITLE = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)
_NOTE = Type(Scale.OVERVIEW, Role.SMALL)
_EDGES, _NEAR_EDGES = (20, 14, 20, 14), (14, 8, 14, 10)


class PlanCard(Card):
    """Set by `follow` from the desk.

    Signals:
        day_wanted: another day, so many from this one; 0 is today.
    """

    day_wanted = Signal(object)

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._config: BranchConfig | None = None
        self._now_min: int | None = None
        self._may_edit = True
        self._compact = False
        self._words = PlanWords()
        self.title = TextLabel("", _TITLE)
        self.note = ElidedLabel("", _NOTE, "ink_muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.switch = SpanSwitch(week=False)
        self.before, self.today, self.after = PushKey("‹"), PushKey(), PushKey("›")
        self.board = PlanBoard()
        self.message = QuietMessage(Scale.OVERVIEW)
        self.retry = PushKey()
        self.effect = ElidedLabel("", _TEXT, "ink_2")
        self.progress, self.cancel = ProgressTicks(), PushKey()
        self.strip, self.away = EditStrip(self.board), AwayBar()
        self.gaps, self.rules = ElidedLabel("", _TEXT, "ink_2"), ElidedLabel("", _TEXT, "ink_2")
        self.hours = TextLabel("", _TEXT, "ink_2")
        self.fill, self.export, self.save = PushKey(), PushKey(), PushKey()
        self._lay_out()
        self._connect()

    def show_config(self, config: BranchConfig, now_min: int | None, *, may_edit: bool) -> None:
        """The branch's document, and the minute it is when the plan is today's."""
        self._config, self._now_min, self._may_edit = config, now_min, may_edit
        self.board.set_editable(may_edit)
        self.follow()

    def show_now(self, now_min: int | None) -> None:
        """Move the line of now on."""
        if now_min != self._now_min:
            self._now_min = now_min
            self._show_board()

    def set_compact(self, compact: bool) -> None:
        """Nearer to each other, for a small window."""
        self._compact = compact
        self._column.setContentsMargins(*(_NEAR_EDGES if compact else _EDGES))
        self._column.setSpacing(5 if compact else 8)
        self._foot.setSpacing(12 if compact else 26)
        small = Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW
        for label in (self.gaps, self.hours, self.rules, self.effect):
            label.set_type(_TEXT.at(small))
        for key in (self.fill, self.export, self.save):
            key.set_compact(compact)
        self.board.set_compact(compact)
        self.strip.set_compact(compact)
        row, place = (self._foot, 3) if compact else (self._middle, 0)
        for piece in (self.away, self.strip):  # on a small window they take the foot's words' place
            row.insertWidget(place, piece, 1 if compact else 0)
        self.follow()

    def follow(self) -> None:
        """Set everything from the desk."""
        desk = self._desk
        there = desk.plan is not None
        self.board.set_empty("" if there else self._empty_text())
        self._show_board()
        self._show_head()
        self._show_work()
        self._show_foot()
        self._show_message()
        self._show_strip()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._words = PlanWords()
        self.today.setText(self.tr("Today"))
        self.before.setAccessibleName(self.tr("The day before"))
        self.after.setAccessibleName(self.tr("The day after"))
        self.fill.setText(self.tr("Fill the gaps"))
        self.export.setText(self.tr("Export"))
        self.cancel.setText(self.tr("Cancel"))
        self.retry.setText(self.tr("Try again"))
        self.switch.retranslate()
        self.board.retranslate()
        self.follow()

    # --- parts ---

    def _show_board(self) -> None:
        desk, config = self._desk, self._config
        if desk.plan is None or config is None:
            self.board.show_face(None)
            return
        now = self._now_min if desk.day == desk.today else None
        self.board.show_face(
            PlanFace(desk.plan, desk.people, config, desk.effect, now, desk.coming)
        )

    def _show_head(self) -> None:
        desk = self._desk
        today = desk.day == desk.today
        if desk.plan is not None:
            said = self.tr("Today's plan  {0}") if today else self.tr("Plan of {0}")
            self.title.setText(said.format(date_text(desk.plan, self._words)))
            share = f"{100 * desk.plan.share:.0f}%"
            note = self.tr("Counters needed in each half-hour: at least {0} of each class in time")
            self.note.setText("" if self._compact else note.format(share))
        else:
            self.title.setText(self.tr("Plan"))
            self.note.setText("")
        self.today.setVisible(not today)
        self.switch.setEnabled(desk.work not in (Work.SAVING, Work.EXPORTING))

    def _show_work(self) -> None:
        desk = self._desk
        at_work = desk.work is not Work.NONE
        self.progress.setVisible(at_work)
        self.cancel.setVisible(at_work)
        self.progress.show_progress(desk.part if at_work else None)
        words = {
            Work.OPENING: self.tr("Reading the plan …"),
            Work.RECKONING: self.tr("Working out need and waits … {0}%"),
            Work.FILLING: self.tr("Filling the gaps … {0}%"),
            Work.SAVING: self.tr("Saving …"),
            Work.EXPORTING: self.tr("Writing the file … {0}%"),
            Work.AWAY: self.tr("Playing the day without them … {0}%"),
        }
        if at_work:
            self.effect.setText(words[desk.work].format(round(100 * desk.part)))
        elif desk.effect.days:
            self.effect.set_marked(effect_text(desk.effect, desk.before))
        else:
            self.effect.setText("")
        self.note.setVisible(not at_work and not self._compact)
        self.effect.set_tone("ink_muted" if desk.stale and not at_work else "ink_2")
        self.effect.set_strong_tone("" if desk.stale else "ink")

    def _show_foot(self) -> None:
        desk = self._desk
        there = desk.plan is not None
        idle = desk.work in (Work.NONE, Work.RECKONING)
        for key in (self.fill, self.export, self.save):
            key.setEnabled(there and idle)
        self.fill.setEnabled(there and idle and self._may_edit)
        self.save.setEnabled(there and idle and self._may_edit and not desk.saved)
        today = desk.day == desk.today
        if desk.saved:
            self.save.setText(self.tr("Saved"))
        else:
            self.save.setText(self.tr("Save today's plan") if today else self.tr("Save this plan"))
        self.save.set_hue("" if desk.saved else "brand")
        tip = "" if self._may_edit else self.tr("Sign in as a manager to change the plan")
        for key in (self.fill, self.save):
            key.setToolTip(tip)
        if desk.plan is None:
            for label in (self.gaps, self.hours, self.rules):
                label.setText("")
            return
        self.gaps.set_marked(gaps_text(desk.plan, self._words, near=self._compact))
        self.gaps.set_strong_tone("late")
        self.hours.set_marked(hours_text(desk.plan))
        self.hours.set_strong_tone("ink")
        text, kept = rules_text(desk.plan, self._words, near=self._compact)
        self.rules.set_marked(text)
        self.rules.set_tone("ink_2" if kept else "late")
        self.rules.set_strong_tone("ok")

    def _show_message(self) -> None:
        said = self._desk.said
        self.retry.setVisible(said.code in _CAN_RETRY)
        if said.code == "saved":
            self.message.say(self.tr("The plan is kept; forecasts follow it from now on."), "ok")
        elif said.code == "exported":
            self.message.say(self.tr("Written: {0}").format(said.value), "ok")
        elif said.code == "no_planner":
            self.message.say(self.tr("No branch is open: plans cannot be worked out."), "warn")
        elif said.code == "plan_closed":
            self.message.say("")
        else:
            self.message.say(said.value, "late" if said.code else "info")

    def _show_strip(self) -> None:
        desk = self._desk
        if not self.away.isHidden():
            self.away.show_absence(desk.absence)
        picked = self.board.row is not None or desk.can_undo
        self.strip.setVisible(desk.plan is not None and picked and self.away.isHidden())
        self.strip.follow(can_undo=desk.can_undo, may_edit=self._may_edit)
        room = not (self._compact and not (self.strip.isHidden() and self.away.isHidden()))
        for label in (self.gaps, self.hours, self.rules):
            label.setVisible(room)

    def _empty_text(self) -> str:
        desk = self._desk
        if desk.said.code == "plan_closed":
            return desk.said.value
        return self.tr("Reading the plan …") if desk.work is not Work.NONE else ""

    # --- what is pressed ---

    def _connect(self) -> None:
        desk = self._desk
        self.board.edited.connect(desk.edit)
        self.board.picked.connect(self._show_strip)
        self.strip.away_wanted.connect(self._on_away)
        self.strip.undo_wanted.connect(desk.undo)
        self.away.asked.connect(desk.without)
        self.away.approved.connect(self._on_approved)
        self.away.closed.connect(self._on_closed)
        self.fill.clicked.connect(desk.fill)
        self.save.clicked.connect(desk.save)
        self.cancel.clicked.connect(desk.cancel)
        self.retry.clicked.connect(desk.again)
        self.export.clicked.connect(self._on_export)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.today.clicked.connect(self._on_today)
        desk.changed.connect(self.follow)

    def _on_before(self) -> None:
        self.day_wanted.emit(-1)

    def _on_after(self) -> None:
        self.day_wanted.emit(1)

    def _on_today(self) -> None:
        self.day_wanted.emit(0)

    def _on_away(self) -> None:
        plan, spot, row = self.board.plan, self.board.spot, self.board.row
        if plan is not None and spot is not None and row is not None:
            shift = plan.shifts[spot.shift]
            part: Span = shift.span if spot.rest is None else shift.breaks[spot.rest]
            self.away.open_for(row.staff, plan, part)
            self._show_strip()

    def _on_approved(self) -> None:
        self.away.hide()
        self._desk.approve()

    def _on_closed(self) -> None:
        self.away.hide()
        self._desk.dismiss()

    def _on_export(self) -> None:
        """Where to is asked beside the page; nothing waits for the answer."""
        day = self._desk.day
        dialog = QFileDialog(self, self.tr("Export the plan"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["XLSX (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"branchfloor-plan-{day}.xlsx")
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, path: str) -> None:
        target = Path(path)
        self._desk.export(target if target.suffix else target.with_suffix(".xlsx"))

    # --- layout ---

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*_EDGES)
        column.setSpacing(8)
        column.addLayout(self._head_row())
        column.addWidget(self.board, 1)
        self.message.add_action(self.retry)
        column.addWidget(self.message)
        column.addLayout(self._middle_row())
        column.addWidget(Rule())
        column.addLayout(self._foot_row())
        for key in (self.before, self.today, self.after, self.cancel, self.retry):
            key.set_compact(True)

    def _head_row(self) -> QHBoxLayout:
        """Which day, what its plan leads to or how far its reckoning is, and other days."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(18)
        row.addWidget(self.effect, 3)
        self.progress.setFixedWidth(160)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.note, 3)
        row.addSpacing(8)
        row.addWidget(self.switch)
        row.addSpacing(8)
        for key in (self.before, self.today, self.after):
            row.addWidget(key)
        return row

    def _middle_row(self) -> QHBoxLayout:
        """Keys for what is picked, or the question whether somebody is away."""
        row = self._middle = QHBoxLayout()
        row.addWidget(self.strip)
        row.addWidget(self.away)
        return row

    def _foot_row(self) -> QHBoxLayout:
        row = self._foot = QHBoxLayout()
        row.setSpacing(26)
        row.addWidget(self.gaps)
        row.addWidget(self.hours)
        row.addWidget(self.rules, 1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for key in (self.fill, self.export, self.save):
            keys.addWidget(key)
        row.addLayout(keys)
        return row


_CAN_RETRY = frozenset({"plan_failed", "database_locked"})
"""Refusals after which another try may do."""


def plan_title() -> str:
    """What the head says after the branch's name."""
    return QCoreApplication.translate("Plan", "What-if and plan")
