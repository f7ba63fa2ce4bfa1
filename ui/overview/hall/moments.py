"""The crowded morning with a hall that is at work: help, tasks, duties, notices, a fault."""

from copy import copy
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from branchfloor.domain.catalogue import Name
from branchfloor.domain.hall import Tick
from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from ui.overview import moments

MANAGER = "staff:0102"
_TICKED = ("hall_clean", "screens_on", "slips", "care_kit")


def fresh(memory: MemoryFloor) -> MemoryFloor:
    """A floor of its own that starts where another stands."""
    mine = copy(memory)
    mine.entries = list(memory.entries)
    return mine


@cache
def busy_hall() -> MemoryFloor:
    """25 November, 11:00: everything a lobby manager may have open at once."""
    memory = fresh(moments.crowded())
    hall, manager = Floor(memory, "cli:hall"), Floor(memory, MANAGER)
    now(hall.ask_help("9", "approval"))
    memory.wait(55)
    now(manager.answer_help("9"))
    now(hall.ask_help("3", "change"))
    text = Name("今日外币现钞兑换暂停", "No foreign cash exchange today")
    now(manager.post_notice(text, memory.at + timedelta(hours=6)))
    now(manager.record_unticketed("2", "GD"))
    now(hall.report_device("printer", "paper_low"))
    _grade(memory, hall)
    _leave(memory, manager)
    memory.wait(45)
    _tick(memory)
    return memory


@cache
def left_alone() -> MemoryFloor:
    """The same with a corporate customer whom only counter 12 can serve any more."""
    memory = fresh(busy_hall())
    manager = Floor(memory, MANAGER)
    here = memory.state.at_counter("12")
    if here is not None and here[1].state is LegState.SERVING:
        now(Floor(memory, "cli:hall").finish(Target(here[0].number)))
    now(manager.close_counter("12"))
    return memory


def _tick(memory: MemoryFloor) -> None:
    """The opening list, done before the doors opened."""
    begun = memory.at.replace(hour=0, minute=41, second=0)
    ticks = tuple(_ticked(item, begun + timedelta(minutes=4 * n)) for n, item in enumerate(_TICKED))
    memory.set(hall=replace(memory.state.hall, ticks=ticks))


def _ticked(item: str, at: datetime) -> Tick:
    return Tick(item, True, at, MANAGER)


def _grade(memory: MemoryFloor, hall: Floor) -> None:
    """The last two customers served were not content."""
    done = [row for row in memory.state.records if row.state is LegState.DONE]
    for row, grade in zip(done[-2:], (2, 1), strict=False):
        now(hall.rate(row.number, grade))


def _leave(memory: MemoryFloor, manager: Floor) -> None:
    """Two who waited have gone."""
    waiting = [visit for visit, _ in memory.state.legs(LegState.WAITING)]
    for visit in waiting[4:6]:
        now(manager.leave(Target(visit.number)))
