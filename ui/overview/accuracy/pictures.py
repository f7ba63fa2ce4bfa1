"""The accuracy page in its states."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from branchfloor.domain.waits import TWIN
from branchfloor.floor.floor import Floor
from branchfloor.floor.memory import MemoryFloor
from branchfloor.reports.truth import truth_of
from branchfloor.storage.promises import Promise
from ui.app.view import View
from ui.overview import moments
from ui.overview.accuracy.moments import promised
from ui.overview.accuracy.page import AccuracyPage
from ui.overview.advice.pictures import past_promises
from ui.overview.hall import moments as hall
from ui.overview.screen import OverviewScreen


def accuracy_pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    return {
        "accuracy": _weeks,
        "accuracy-crowd": _crowd,
        "accuracy-first-day": _first_day,
        "accuracy-empty": _empty,
    }


def accuracy_of(memory: MemoryFloor, promises: list[Promise]) -> OverviewScreen:
    """The overview of a memory floor turned to its accuracy page, with what came of promises."""
    memory.promises = promises
    screen = OverviewScreen(Floor(memory, hall.MANAGER))
    screen.show_state(View(memory.state, memory.config, memory.at))
    screen.pages.open_page("accuracy")
    page = screen.pages.page
    if isinstance(page, AccuracyPage):
        today = memory.state.day or memory.at.date()
        page.show_truth(truth_of(promises, memory.config, today))
        if promises:
            page.show_followed(past_promises(memory.at, 20))
    return screen


def _floor(unsure: tuple[str, ...] = ()) -> MemoryFloor:
    memory = hall.fresh(moments.crowded())
    published = memory.state.forecasts
    if published is not None:
        memory.set(forecasts=replace(published, by=TWIN, unsure=unsure))
    return memory


def _all(memory: MemoryFloor) -> list[Promise]:
    return promised(memory.config, memory.state.day or memory.at.date(), memory.at)


def _weeks() -> QWidget:
    memory = _floor(("odd_day",))
    return accuracy_of(memory, _all(memory))


def _crowd() -> QWidget:
    memory = _floor()
    screen = accuracy_of(memory, _all(memory))
    page = screen.pages.page
    if isinstance(page, AccuracyPage):
        page.grid.key("loads").click()
    return screen


def _first_day() -> QWidget:
    """Only this morning is known."""
    memory = _floor(("young",))
    own = (memory.state.day or memory.at.date()).strftime("%Y%m%d")
    return accuracy_of(memory, [one for one in _all(memory) if one.visit_id.startswith(own)])


def _empty() -> QWidget:
    return accuracy_of(hall.fresh(moments.empty()), [])
