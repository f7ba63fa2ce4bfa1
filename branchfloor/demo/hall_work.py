"""What the lobby manager does beside the customers: help, tasks, lists, notices, loans."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from branchfloor.domain.catalogue import ChecklistItem, CounterPlan, Name
from branchfloor.domain.hall import Hall, HelpCall, Task
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.state import FloorState
from branchfloor.floor.counters import Loan

from . import habits
from .chance import Chance, around_median, happens
from .day import Day
from .stage import Stage

KIOSK = "kiosk:1"
NOTICE = Name(
    "今日现金窗口排队较长,转账可在自助区办理",
    "Long waits for cash; transfers also at the machines",
)


class HallWork:
    """Hears what the hall needs and goes there; keeps the day's lists."""

    def __init__(self, stage: Stage, chance: Chance, actor: str) -> None:
        self._stage = stage
        self._rng = chance.of("hall")
        self._actor = actor
        self._known: set[object] = set()

    def heard(self, hall: Hall) -> None:
        """The hall changed: whoever asks for help or gave a low grade is gone to."""
        for call in hall.helps:
            if call.answered_at is None:
                self._once((call.counter, call.asked_at), habits.HELP_COMES_S, self._help, call)
        for task in hall.open_tasks:
            self._once(task.id, habits.TASK_DONE_S, self._finish_task, task)

    def plan_day(self, day: Day) -> None:
        """The lists of the day, a notice in its busy hours, a roll of paper that runs out."""
        agenda, items = self._stage.agenda, self._stage.config.checklist
        opening = [one for one in items if one.when == "opening"]
        closing = [one for one in items if one.when == "closing"]
        self._plan_ticks(opening, lambda i: day.opens_at + i * _every())
        self._plan_ticks(closing, lambda i: day.closes_at + (i + 1) * _every())
        if day.part(habits.NOTICE_AT) >= agenda.now:
            agenda.at(day.part(habits.NOTICE_AT), self._post_notice)
        runs_out = day.part(self._rng.uniform(0.1, 0.9))
        if happens(self._rng, habits.FAULT_A_DAY) and runs_out >= agenda.now:
            agenda.at(runs_out, self._paper_runs_out)
        self._look_whom_to_lend(day)

    def _plan_ticks(self, items: list[ChecklistItem], moment: Callable[[int], datetime]) -> None:
        for i, item in enumerate(items):
            self._stage.agenda.at(moment(i), partial(self._tick, item.code))

    def _once(
        self, key: object, law: tuple[float, float], act: Callable[..., None], about: object
    ) -> None:
        """Plan something about a thing that was not known before."""
        if key not in self._known:
            self._known.add(key)
            after_s = around_median(*law, self._rng.gauss(0, 1))
            self._stage.agenda.after(after_s, partial(act, about))

    def _help(self, call: HelpCall) -> None:
        if self._stage.state.hall.help_of(call.counter) == call:
            self._stage.ask(self._actor, lambda floor: floor.answer_help(call.counter))

    def _finish_task(self, task: Task) -> None:
        if task in self._stage.state.hall.open_tasks:
            self._stage.ask(self._actor, lambda floor: floor.finish_task(task.id))

    def _tick(self, item: str) -> None:
        self._stage.ask(self._actor, lambda floor: floor.tick(item))

    def _post_notice(self) -> None:
        until = self._stage.agenda.now + timedelta(minutes=habits.NOTICE_MIN)
        self._stage.ask(self._actor, lambda floor: floor.post_notice(NOTICE, until))

    def _paper_runs_out(self) -> None:
        self._stage.ask(KIOSK, lambda floor: floor.report_device("printer", "paper_out"))
        self._stage.agenda.after(60 * habits.FAULT_MIN, self._paper_is_in)

    def _paper_is_in(self) -> None:
        self._stage.ask(KIOSK, lambda floor: floor.report_device("printer"))

    def _look_whom_to_lend(self, day: Day) -> None:
        agenda, config = self._stage.agenda, self._stage.config
        if agenda.now >= day.closes_at:
            return
        for plan in config.counters:
            if plan.lendable and _has_nothing_to_do(self._stage.state, plan):
                self._lend(plan)
        agenda.after(habits.LENDS_EVERY_S, partial(self._look_whom_to_lend, day))

    def _lend(self, plan: CounterPlan) -> None:
        lanes = self._stage.state.lanes.of.items()
        wanted = sum(len(lane) for key, lane in lanes if key.service in plan.lendable)
        loan = Loan(tuple(sorted(plan.lendable)), habits.LENT_MIN)
        if wanted >= habits.LENT_WAITING:
            self._stage.ask(self._actor, lambda floor: floor.lend_counter(plan.number, loan))


def _every() -> timedelta:
    return timedelta(seconds=habits.TICKS_EVERY_S)


def _has_nothing_to_do(state: FloorState, plan: CounterPlan) -> bool:
    """Open, not lent yet, and nobody waits for its own work."""
    counter = state.counter(plan.number)
    own = any(key.service in plan.serves for key in state.lanes.of)
    return counter.status is CounterStatus.OPEN and not counter.lent and not own
