"""The launcher: first use, then what this PC opens. Refusals stand where they happen."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from branchfloor.config import load_preset
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import FloorError, StorageTrouble
from branchfloor.floor.new_branch import NewBranch
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.pc_check import PcParts, check_pc
from ui.app.tasks import async_slot, cancel_all, spawn
from ui.widgets import Band

from . import house
from .commands import command_of, demo_command, settings_command
from .connect_pane import ConnectPane
from .displays import Display
from .first_run import Answers, FirstRun
from .fleet import Fleet, Going
from .foot import Foot
from .guide_window import GuideWindow
from .memory import OFFERED, Plan, PlanMemory
from .right_side import RightSide, ScreensFace
from .start_pane import StartFace, StartPane

if TYPE_CHECKING:
    from branchfloor.floor.checkup import Finding

SIZE_PX = (900, 640)
LEFT_PX = 372
DAY_BEGINS_H = 4
LOOK_EVERY_MS = 60_000
SETTLED_AFTER_MS = 12_000
"""Screens that were opened are there by then: whether the board speaks is looked at again."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Place:
    """What the launcher stands on: its memory, its screens, the displays and printers here."""

    memory: PlanMemory
    fleet: Fleet
    displays: Sequence[Display] = ()
    printers: Sequence[str] = ()
    database: str | None = None


class LauncherScreen(QWidget):
    """Opens with `begin`. Enter does the one thing; Alt 1 to 4 turn screens; F5, F6.

    Signals:
        language_asked: carries "zh_CN" or "en"; whoever holds the application switches it.
    """

    language_asked = Signal(str)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fleet, self._displays, self._memory = place.fleet, place.displays, place.memory
        kept = place.memory.read()
        self.plan = replace(kept, database=place.database or kept.database)
        self.config: BranchConfig = load_preset("cn-default")
        self.founded = False
        self._findings: tuple[Finding, ...] | None = None
        self._administrator = self._note = ""
        self._warned_of_closing = False
        self._checked_on: date | None = None
        self.first_run, self.other = FirstRun(), ConnectPane()
        self.start = StartPane(place.printers)
        self.right, self.foot, self._left = RightSide(), Foot(), QStackedWidget()
        self._lay_out()
        self._connect_parts()
        self._morning = QTimer(self)
        self._morning.timeout.connect(self.look_at_the_day)
        self._morning.start(LOOK_EVERY_MS)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_AFTER_MS)
        self._settling.timeout.connect(self.check)

    def _lay_out(self) -> None:
        self.setProperty("role", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Branchfloor")
        self.setMinimumSize(*SIZE_PX)
        self.resize(*SIZE_PX)
        for pane in (self.first_run, self.start, self.other):
            self._left.addWidget(pane)
        band = Band("card")
        inside = QHBoxLayout(band)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._left)
        upright = Band("line")
        upright.setFixedWidth(1)
        inside.addWidget(upright)
        band.setFixedWidth(LEFT_PX)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for box in (row, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        row.addWidget(band)
        row.addWidget(self.right, 1)
        column.addLayout(row, 1)
        column.addWidget(self.foot)

    def _connect_parts(self) -> None:
        first, start, foot = self.first_run, self.start, self.foot
        first.language_chosen.connect(self.language_asked)
        first.preset_chosen.connect(self._on_preset)
        first.answered.connect(self._on_answered)
        start.open_asked.connect(self.open_planned)
        start.check_asked.connect(self.check)
        start.printer_chosen.connect(self._on_printer)
        start.voice_chosen.connect(self._on_voice)
        self.other.chosen.connect(self._on_database)
        self.other.left.connect(self._on_left)
        self.right.turned.connect(self._on_turned)
        self.right.counter_chosen.connect(self._on_counter)
        foot.settings_key.clicked.connect(self._on_settings)
        foot.connect_key.clicked.connect(self._on_connect)
        foot.demo_key.clicked.connect(self._on_demo)
        foot.language_key.clicked.connect(self._on_language)
        self._fleet.changed.connect(self.show_all)
        foot.guide_key.clicked.connect(self.open_guide)
        QShortcut(QKeySequence("F6"), self).activated.connect(self.check)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self._on_left)

    @cached_property
    def guide(self) -> GuideWindow:
        """The guides, made when somebody first asks for them."""
        return GuideWindow(self)

    def open_guide(self) -> None:
        """Open the guides, or bring them to the front."""
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    async def begin(self, *, opens: bool = False) -> None:
        """Look which branch is there; with `opens` the planned screens open at once."""
        try:
            found = await asyncio.to_thread(house.house_of, self.plan.database)
        except StorageTrouble as trouble:
            self._note = Phrases.load(current_language()).tell(trouble)
            self._go_on(None)
            self.start.open_key.setEnabled(False)
            return
        if found is None:
            self.show_first_run()
            await self._look()
            return
        self._go_on(found.config)
        if opens:
            self.open_planned()
        await self._look()

    def show_first_run(self) -> None:
        """Ask the four questions."""
        self.founded = False
        self._left.setCurrentWidget(self.first_run)
        self.foot.show_founded(False)
        self.show_all()
        self.first_run.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_findings(self, findings: "tuple[Finding, ...] | None") -> None:
        """What a check found; None while it looks."""
        self._findings = findings
        self.show_all()

    def show_branch(self, config: BranchConfig, administrator: str = "") -> None:
        """The branch is there; `administrator` is whose PIN was just given."""
        self._administrator = administrator
        self._go_on(config)

    def _go_on(self, config: BranchConfig | None) -> None:
        self.founded = True
        self.config = config or self.config
        self._left.setCurrentWidget(self.start)
        self.foot.show_founded(True)
        self.show_all()
        self.start.open_key.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Set everything from what is known now."""
        if self.plan.counter not in {c.number for c in self.config.counters}:
            numbers = [c.number for c in self.config.counters]
            usual = "3" if "3" in numbers else next(iter(numbers), "")
            self.plan = replace(self.plan, counter=usual)
        goings = {kind: self._fleet.going(kind) for kind in OFFERED}
        self.right.show_screens(
            ScreensFace(self.plan, self.config, self._displays, goings, self._findings)
        )
        self.first_run.set_opens(len(self.plan.opens))
        alive = (Going.OPEN, Going.FALLING)
        waiting = [k for k in self.plan.opens if goings[k] not in alive]
        going_on = [k for k in OFFERED if goings[k] in alive]
        self.start.show_face(
            StartFace(
                self.config.name.text(current_language()),
                self.plan,
                len(waiting),
                len(going_on),
                self._findings,
                self._administrator,
                self._note,
            )
        )

    def open_planned(self) -> None:
        """Open what this PC plans and is not open."""
        self._note = ""
        for kind in self.plan.opens:
            self._fleet.start(kind, command_of(kind, self._spoken(), self._displays))
        self._settling.start()
        self.show_all()

    def _spoken(self) -> Plan:
        return replace(self.plan, language=current_language())

    @async_slot()
    async def check(self) -> None:
        """Look at this PC again."""
        await self._look()

    async def _look(self) -> None:
        self._findings = None
        self.show_all()
        phrases = Phrases.load(current_language())
        of_this_pc = await check_pc(self._parts(), phrases)
        if self.founded:
            database = self.plan.database
            found = await asyncio.to_thread(house.examine, database, of_this_pc, phrases)
            self._findings = found
            self._checked_on = business_date(datetime.now().astimezone())
        else:
            self._findings = tuple(of_this_pc)
        self.show_all()

    def _parts(self) -> PcParts:
        """Before there is a branch this PC is asked for what most have."""
        return self.plan.parts

    def look_at_the_day(self) -> None:
        """At the start of a business date this PC is looked at by itself."""
        today = business_date(datetime.now().astimezone())
        if self.founded and self._checked_on not in (None, today):
            self._checked_on = today
            spawn(self._look(), name="morning", owner=self)

    @async_slot(object)
    async def _on_answered(self, answers: object) -> None:
        if not isinstance(answers, Answers):
            return
        self.first_run.set_busy(True)
        asked = NewBranch(answers.preset, answers.pin, answers.name)
        try:
            number = await asyncio.to_thread(house.found_branch, self.plan.database, asked)
            found = await asyncio.to_thread(house.house_of, self.plan.database)
        except FloorError as refused:
            self.first_run.say(Phrases.load(current_language()).tell(refused))
            return
        finally:
            self.first_run.set_busy(False)
        self.first_run.pins.forget()
        self._administrator = number
        self._keep(replace(self.plan, language=answers.language))
        self._go_on(found.config if found else None)
        self.open_planned()
        await self._look()

    @async_slot(str)
    async def _on_database(self, path: str) -> None:
        phrases = Phrases.load(current_language())
        try:
            found = await asyncio.to_thread(house.house_of, path)
            if found is None:
                raise StorageTrouble("database_missing", path=path)
        except StorageTrouble as trouble:
            self.other.message.say(phrases.tell(trouble), "late")
            return
        self._note = self._administrator = ""
        self._keep(replace(self.plan, database=path))
        self._go_on(found.config)
        await self._look()

    def _keep(self, plan: Plan) -> None:
        self.plan = plan
        self._memory.keep(self.plan)

    def _on_turned(self, kind: str) -> None:
        opens = kind not in self.plan.opens
        self._keep(self.plan.opening(kind, opens))
        if not opens:
            self._fleet.stop(kind)
        self.show_all()

    def _on_counter(self, number: str) -> None:
        self._keep(replace(self.plan, counter=number))
        self._fleet.stop("console")
        self.show_all()

    def _on_printer(self, spec: str) -> None:
        self._keep(replace(self.plan, printer=spec))
        self._fleet.stop("kiosk")
        self.check()

    def _on_voice(self, spec: str) -> None:
        self._keep(replace(self.plan, voice=spec))
        self._fleet.stop("board")
        self.check()

    def _on_preset(self, name: str) -> None:
        self.config = load_preset(name)
        self.show_all()

    def _on_settings(self) -> None:
        self._fleet.start("settings", settings_command(self._spoken()))

    def _on_demo(self) -> None:
        self._fleet.start("demo", demo_command(self._spoken()))

    def _on_language(self) -> None:
        self.language_asked.emit("en" if current_language() == "zh_CN" else "zh_CN")

    def keep_language(self, language: str) -> None:
        """The language was switched: remember it, and look anew in its words."""
        self._keep(replace(self.plan, language=language))
        self.check()

    def _on_connect(self) -> None:
        self.other.message.clear()
        self._left.setCurrentWidget(self.other)
        self.other.path.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        if self._left.currentWidget() is self.other:
            self._left.setCurrentWidget(self.start if self.founded else self.first_run)

    def _on_enter(self) -> None:
        """Enter that no field took is the main key's."""
        pane = self._left.currentWidget()
        keys = (self.first_run.create_key, self.start.open_key, self.other.take_key)
        for key in keys:
            if key.isEnabled() and pane is not None and pane.isAncestorOf(key):
                key.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = isinstance(self.focusWidget(), QLineEdit)  # fields tell of Enter themselves
        if event.key() in _ENTER and not typing and not event.isAutoRepeat():
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_all()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Screens end with the launcher: that is said once before it is done."""
        if self._fleet.open_names() and not self._warned_of_closing:
            self._warned_of_closing = True
            self._note = self.tr("Screens are open and would close too. Close again to end all.")
            self.show_all()
            event.ignore()
            return
        if "guide" in self.__dict__:
            self.guide.close()
        self._settling.stop()
        self._morning.stop()
        cancel_all(self)
        super().closeEvent(event)


def business_date(moment: datetime) -> date:
    """The business date of a local moment: a day begins at four."""
    return (moment - timedelta(hours=DAY_BEGINS_H)).date()
