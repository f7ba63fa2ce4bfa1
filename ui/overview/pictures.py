"""The overview in its states, each at its real size for the language and theme in force."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.floor import Floor
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.pictured import in_theme
from ui.app.view import View
from ui.overview import moments
from ui.overview.accuracy.pictures import accuracy_pictures
from ui.overview.advice.pictures import advice_pictures
from ui.overview.hall.pictures import hall_pictures
from ui.overview.pictures_desk import pictures_of_desk
from ui.overview.pictures_small import pictures_small
from ui.overview.plan.pictures import plan_pictures
from ui.overview.plan.week.pictures import week_pictures
from ui.overview.screen import OverviewScreen


def pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    whole: dict[str, Callable[[], QWidget]] = {
        "calm": _calm,
        "crowded": _crowded,
        "first-tickets": _first_tickets,
        "empty": _empty,
        "closed": _closed,
        "offline": _offline,
        "clock-back": _clock_back,
        "night": _night,
        **pictures_of_desk(),
        **hall_pictures(),
        **plan_pictures(),
        **week_pictures(),
        **accuracy_pictures(),
        **advice_pictures(),
    }
    return {**whole, **pictures_small(whole)}


def overview_of(memory: MemoryFloor, **changes: object) -> OverviewScreen:
    """The overview of a memory floor as it stands; `changes` are fields of the view."""
    screen = OverviewScreen(Floor(memory, "staff:0102"))
    screen.show_state(replace(View(memory.state, memory.config, memory.at), **changes))  # type: ignore[arg-type]
    return screen


def _calm() -> QWidget:
    return overview_of(moments.calm())


def _crowded() -> QWidget:
    screen = overview_of(moments.crowded())
    screen.green.proof_key("visible").click()
    return screen


def _first_tickets() -> QWidget:
    return overview_of(moments.first_tickets())


def _empty() -> QWidget:
    return overview_of(moments.empty())


def _closed() -> QWidget:
    return overview_of(moments.closed())


def _offline() -> QWidget:
    """The database has been locked since the last view; the figures are those of then."""
    trouble = StorageTrouble("database_locked", path="floor.db", seconds=12)
    text = Phrases.load(current_language()).tell(trouble)
    return overview_of(moments.calm(), trouble=trouble.code, trouble_text=text)


def _clock_back() -> QWidget:
    memory = moments.calm()
    return overview_of(memory, now=memory.at - timedelta(minutes=7))


def _night() -> QWidget:
    """The crowded moment in the dark theme, which is put back when the window has gone."""
    return in_theme("night", _crowded)
