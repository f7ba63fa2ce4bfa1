"""What is to be done: counters that asked for help, customers to speak with, devices."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.hall import Fault, HelpCall, Task
from branchfloor.floor.alerts.hall import HELP_URGENT_S, device_do
from branchfloor.floor.floor import Floor
from ui.app.tasks import async_slot
from ui.overview.asking import AskingPage, phrases
from ui.overview.hall.act_list import ActFace, ActList
from ui.overview.hall.section import Section
from ui.overview.line_list import Line, LineList
from ui.overview.panel import counter_label
from ui.overview.reading import Reading
from ui.overview.times import hour_minute, timer

SHOWN_ANSWERED = 5


class TodoPage(AskingPage):
    """Help, tasks and devices, each with the key that says it is done."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self.helps, self.tasks, self.faults = ActList(), ActList(), ActList()
        self.answered = LineList(72)
        self._help = Section(self.helps, self.answered)
        self._task, self._fault = Section(self.tasks), Section(self.faults)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(18)
        for part in (self.message, self._help, self._task, self._fault):
            column.addWidget(part)
        column.addStretch(1)
        self.helps.acted.connect(self._on_help)
        self.tasks.acted.connect(self._on_task)
        self.faults.acted.connect(self._on_fault)

    def title(self) -> str:
        return self.tr("To do")

    def first_focus(self) -> QWidget | None:
        rows = [*self.helps.rows(), *self.tasks.rows(), *self.faults.rows()]
        return next((row.act_key for row in rows if row.act_key.isEnabled()), None)

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self._show_helps(reading, reading.now)
        self._show_answered(reading)
        self._show_tasks(reading)
        self._show_faults(reading)

    def show_time(self, now: datetime) -> None:
        if self.reading is not None and self.helps.rows():
            self._show_helps(self.reading, now)

    def _show_helps(self, reading: Reading, now: datetime) -> None:
        waiting = [call for call in reading.state.hall.helps if call.answered_at is None]
        may = reading.may("answer_help")
        self.helps.show_rows([self._help_face(call, now, may) for call in waiting])
        none = "" if waiting else self.tr("No counter asks for help")
        self._help.show_head(self.tr("Help at counters"), none)

    def _help_face(self, call: HelpCall, now: datetime, may: bool) -> ActFace:
        waits_s = seconds_between(call.asked_at, now)
        kind = phrases().word("help", call.kind)
        tone = "late" if call.kind == "security" or waits_s >= HELP_URGENT_S else "ink"
        return ActFace(
            call.counter,
            f"{counter_label(call.counter)} · {kind}",
            self.tr("waiting {0}").format(timer(waits_s)),
            self.tr("Somebody went there"),
            tone,
            may,
        )

    def _show_answered(self, reading: Reading) -> None:
        done = [call for call in reading.state.hall.helps if call.answered_at is not None]
        zone = reading.config.time_zone
        lines = [self._answered(call, zone) for call in done[-SHOWN_ANSWERED:][::-1]]
        self.answered.show_lines([*lines, *self._times(done)])

    def _answered(self, call: HelpCall, zone: str) -> Line:
        answered_at = call.answered_at or call.asked_at
        took = timer(seconds_between(call.asked_at, answered_at))
        kind = phrases().word("help", call.kind)
        by = (call.by or "").partition(":")[2]
        text = f"{counter_label(call.counter)} · {kind}" + (f" · {by}" if by else "")
        return Line(hour_minute(call.asked_at, zone), text, took, tone="ink_2")

    def _times(self, done: list[HelpCall]) -> list[Line]:
        took = sorted(
            seconds_between(call.asked_at, call.answered_at) for call in done if call.answered_at
        )
        if not took:
            return []
        text = self.tr("answered %n times", "", len(took))
        middle = timer(took[len(took) // 2])
        told = self.tr("usually {0}, longest {1}").format(middle, timer(took[-1]))
        return [Line(self.tr("Today"), f"{text} · {told}", strong=True)]

    def _show_tasks(self, reading: Reading) -> None:
        tasks = reading.state.hall.open_tasks
        may = reading.may("finish_task")
        zone = reading.config.time_zone
        self.tasks.show_rows([self._task_face(task, zone, may) for task in tasks])
        none = "" if tasks else self.tr("Nobody was discontent")
        self._task.show_head(self.tr("Customers to speak with"), none)

    def _task_face(self, task: Task, zone: str, may: bool) -> ActFace:
        poor = self.tr("{0} was dissatisfied")
        fair = self.tr("{0} found it so-so")
        title = (poor if task.grade == 1 else fair).format(task.number)
        where = self.tr("at counter {0}, {1}").format(
            task.counter, hour_minute(task.opened_at, zone)
        )
        return ActFace(task.id, title, where, self.tr("Spoken with"), enabled=may)

    def _show_faults(self, reading: Reading) -> None:
        faults = reading.state.hall.faults
        may = reading.may("report_device")
        zone = reading.config.time_zone
        self.faults.show_rows([self._fault_face(fault, zone, may) for fault in faults])
        none = "" if faults else self.tr("No device has told of a fault")
        self._fault.show_head(self.tr("Devices"), none)

    def _fault_face(self, fault: Fault, zone: str, may: bool) -> ActFace:
        words = phrases()
        device, _, place = fault.device.partition(":")
        name = f"{words.word('device', device)} {place}".strip()
        since = self.tr("since {0}").format(hour_minute(fault.at, zone))
        todo = words.say(f"todo.{device_do(fault)}")
        title = f"{name} · {words.word('fault', fault.code)}"
        return ActFace(
            fault.device, title, f"{since} · {todo}", self.tr("Works again"), "late", may
        )

    @async_slot(str)
    async def _on_help(self, counter: str) -> None:
        await self.ask(self._floor.answer_help(counter), self.helps.row(counter).act_key)

    @async_slot(str)
    async def _on_task(self, task: str) -> None:
        await self.ask(self._floor.finish_task(task), self.tasks.row(task).act_key)

    @async_slot(str)
    async def _on_fault(self, device: str) -> None:
        await self.ask(self._floor.report_device(device), self.faults.row(device).act_key)
