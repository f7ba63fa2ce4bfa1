"""The card of a week's plans: its days, what they do not keep, and its keys."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from branchfloor.domain.config import BranchConfig
from ui.overview.plan.desk import Work
from ui.overview.plan.switch import SpanSwitch
from ui.overview.plan.week.board import WeekBoard
from ui.overview.plan.week.desk import WeekDesk
from ui.overview.plan.week.painting import WeekFace
from ui.overview.plan.week.words import WeekWords, faults_lines, gaps_text, title_text
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, ElidedLabel, ProgressTicks, PushKey, QuietMessage, Rule, TextLabel

_TITLE = Type(Scale.OVERVIEW, Role.STRONG, Weight.BOLD)
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)
_EDGES, _NEAR_EDGES = (20, 14, 20, 14), (14, 8, 14, 10)
_CAN_RETRY = frozenset({"plan_failed", "database_locked"})


class WeekCard(Card):
    """Set by `follow` from the desk.

    Signals:
        week_wanted: another week, so many from this one; 0 is that of today.
    """

    week_wanted = Signal(object)

    def __init__(self, desk: WeekDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._config: BranchConfig | None = None
        self._may_edit = True
        self._words = WeekWords()
        self.title = TextLabel("", _TITLE)
        self.now = ElidedLabel("", _TEXT, "ink_2")
        self.progress, self.cancel = ProgressTicks(), PushKey()
        self.switch = SpanSwitch(week=True)
        self.before, self.today, self.after = PushKey("‹"), PushKey(), PushKey("›")
        self.board = WeekBoard()
        self.message, self.retry = QuietMessage(Scale.OVERVIEW), PushKey()
        self.faults = ElidedLabel("", _TEXT, "late")
        self.gaps, self.hours = ElidedLabel("", _TEXT, "ink_2"), TextLabel("", _TEXT, "ink_2")
        self.undo, self.fill = PushKey(), PushKey()
        self.export, self.save = PushKey(), PushKey()
        self._lay_out()
        self._connect()

    def show_config(self, config: BranchConfig, *, may_edit: bool) -> None:
        """The branch's document."""
        self._config, self._may_edit = config, may_edit
        self.follow()

    def set_compact(self, compact: bool) -> None:
        """Nearer to each other, for a small window."""
        self._column.setContentsMargins(*(_NEAR_EDGES if compact else _EDGES))
        self._column.setSpacing(4 if compact else 8)
        small = Scale.OVERVIEW_SMALL if compact else Scale.OVERVIEW
        for label in (self.gaps, self.hours, self.faults, self.now):
            label.set_type(_TEXT.at(small))
        for key in (self.undo, self.fill, self.export, self.save):
            key.set_compact(compact)
        self.board.set_compact(compact)

    def follow(self) -> None:
        """Set everything from the desk."""
        self._show_board()
        self._show_head()
        self._show_message()
        self._show_foot()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._words = WeekWords()
        self.switch.retranslate()
        self.today.setText(self.tr("This week"))
        self.before.setAccessibleName(self.tr("The week before"))
        self.after.setAccessibleName(self.tr("The week after"))
        self.cancel.setText(self.tr("Cancel"))
        self.retry.setText(self.tr("Try again"))
        self.undo.setText(self.tr("Undo"))
        self.undo.setAccessibleDescription(self.tr("Take the chosen shifts back"))
        self.fill.setText(self.tr("Work out the week"))
        self.fill.setAccessibleDescription(self.tr("Choose everybody's shifts with one roster"))
        self.export.setText(self.tr("Export"))
        self.board.retranslate()
        self.follow()

    # --- parts ---

    def _show_board(self) -> None:
        desk, config = self._desk, self._config
        self.board.set_empty("" if desk.days else self._empty_text())
        if not desk.days or config is None:
            self.board.show_face(None)
            return
        people = {person.staff: person for one in desk.days for person in one.people}
        blamed = frozenset(one.fault.staff for one in desk.faults() if one.day is None)
        face = WeekFace(desk.days, (*people.values(),), config, desk.today, desk.before, blamed)
        self.board.show_face(face)

    def _empty_text(self) -> str:
        if self._desk.said.code == "plan_closed":
            return self.tr("The branch is closed all week.")
        return self.tr("Reading the week …") if self._desk.work is not Work.NONE else ""

    def _show_head(self) -> None:
        desk = self._desk
        self.title.setText(title_text(desk.days, desk.monday) if desk.monday else "")
        at_work = desk.work is not Work.NONE
        for piece in (self.progress, self.cancel):
            piece.setVisible(at_work)
        self.progress.show_progress(desk.part if at_work else None)
        words = {
            Work.OPENING: self.tr("Reading the week …"),
            Work.RECKONING: self.tr("Working out need and waits … {0}%"),
            Work.FILLING: self.tr("Working out the week … {0}%"),
            Work.SAVING: self.tr("Saving …"),
            Work.EXPORTING: self.tr("Writing the file … {0}%"),
        }
        text = words[desk.work].format(round(100 * desk.part)) if at_work else ""
        self.now.setText(text)
        busy = desk.work in (Work.SAVING, Work.EXPORTING)
        self.switch.setEnabled(not busy)
        here = desk.today is not None and desk.of(desk.today) is not None
        self.today.setVisible(bool(desk.days) and not here)

    def _show_message(self) -> None:
        said = self._desk.said
        self.retry.setVisible(said.code in _CAN_RETRY)
        if said.code == "saved":
            text = self.tr("The plan of each day is kept; forecasts follow it from now on.")
            self.message.say(text, "ok")
        elif said.code == "exported":
            self.message.say(self.tr("Written: {0}").format(said.value), "ok")
        elif said.code == "no_planner":
            self.message.say(self.tr("No branch is open: plans cannot be worked out."), "warn")
        elif said.code == "plan_closed":
            self.message.say("")
        else:
            self.message.say(said.value, "late" if said.code else "info")

    def _show_foot(self) -> None:
        desk, left = self._desk, self._desk.left()
        idle = bool(desk.days) and desk.work in (Work.NONE, Work.RECKONING)
        self.export.setEnabled(idle)
        self.fill.setEnabled(idle and self._may_edit and bool(left))
        self.save.setEnabled(idle and self._may_edit and bool(left) and not desk.saved)
        self.undo.setVisible(desk.can_undo)
        kept = bool(left) and desk.saved
        self.save.setText(self.tr("Saved") if kept else self.tr("Save the week"))
        self.save.set_hue("" if kept else "brand")
        tip = "" if self._may_edit else self.tr("Sign in as a manager to change the plan")
        for key in (self.fill, self.save):
            key.setToolTip(tip)
        self.gaps.set_marked(gaps_text(left, self._words) if left else "")
        self.gaps.set_strong_tone("late")
        hours = sum(one.plan.work_min for one in desk.days) / 60
        text = self.tr("On duty <b>{0} person-hours</b>").format(f"{hours:.1f}")
        self.hours.set_marked(text if desk.days else "")
        self.hours.set_strong_tone("ink")
        self._show_faults()

    def _show_faults(self) -> None:
        lines = faults_lines(self._desk.faults(), self._words)
        kept = self.tr("Days, hours, breaks and least staff are kept") if self._desk.days else ""
        self.faults.setText(" · ".join(lines) or kept)
        self.faults.setAccessibleName(". ".join(lines) or kept)
        self.faults.set_tone("late" if lines else "ok")

    # --- what is pressed ---

    def _connect(self) -> None:
        desk = self._desk
        self.undo.clicked.connect(desk.undo)
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
        self.week_wanted.emit(-1)

    def _on_after(self) -> None:
        self.week_wanted.emit(1)

    def _on_today(self) -> None:
        self.week_wanted.emit(0)

    def _on_export(self) -> None:
        """Where to is asked beside the page; nothing waits for the answer."""
        dialog = QFileDialog(self, self.tr("Export the week"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["XLSX (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"branchfloor-week-{self._desk.monday}.xlsx")
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
        column.addWidget(self._scrolled(), 1)
        self.message.add_action(self.retry)
        column.addWidget(self.message)
        column.addWidget(Rule())
        column.addWidget(self.faults)
        column.addLayout(self._foot_row())
        for key in (self.before, self.today, self.after, self.cancel, self.retry):
            key.set_compact(True)

    def _scrolled(self) -> QScrollArea:
        """A branch of many people may have more lines than there is room for."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.board)
        area.viewport().setAutoFillBackground(False)
        self.board.setAutoFillBackground(False)
        return area

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(18)
        row.addWidget(self.now, 3)
        self.progress.setFixedWidth(160)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.switch)
        row.addSpacing(8)
        for key in (self.before, self.today, self.after):
            row.addWidget(key)
        return row

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.hours)
        row.addWidget(self.gaps, 1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for key in (self.undo, self.fill, self.export, self.save):
            keys.addWidget(key)
        row.addLayout(keys)
        return row
