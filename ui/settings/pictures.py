"""The settings in their states, each page at its real size, over the calm branch."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset, to_document
from branchfloor.domain.catalogue import Name
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.previewing import ClassPreview, PolicyPreview, WorstCase
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.pictured import in_theme
from ui.app.view import View
from ui.settings.catalogue_page import CataloguePage
from ui.settings.list_page import ListPage
from ui.settings.matrix import FACTS
from ui.settings.pages import BUILDERS
from ui.settings.policy_page import PolicyPage
from ui.settings.screen import SettingsScreen

STAFF = "0001"
AT = datetime(2026, 11, 1, 1, 30, tzinfo=UTC)


def pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    plain = {key: partial(_page, key) for key in PAGE_KEYS}
    return {
        **plain,
        "catalogue": _forbidden,
        "catalogue-service": _service,
        "catalogue-fault": _fault,
        "policy-draft": _policy_draft,
        "policy-fault": _policy_fault,
        "review": _review,
        "leave": _leave,
        "offline": _offline,
        "sign-in": _sign_in,
        "night": _night,
        **{f"small-{key}": partial(_small, build) for key, build in _SMALL.items()},
    }


PAGE_KEYS = tuple(BUILDERS)


def a_preview() -> PolicyPreview:
    """What a higher head start for gold cards would have meant for twenty days."""
    rows = (
        ClassPreview("ordinary", 3214, 0.914, 0.912, 1092, 1098, 0, 412),
        ClassPreview("gold", 506, 0.886, 0.911, 636, 588, 388, 0),
        ClassPreview("platinum", 157, 0.917, 0.917, 342, 342, 0, 11),
        ClassPreview("legal", 288, 0.934, 0.934, 276, 276, 0, 0),
    )
    whole = ClassPreview("", 4165, 0.912, 0.914, 1026, 1026, 388, 423)
    worst = WorstCase(date(2026, 11, 10), "A052", "ordinary", 1152, 1350)
    return PolicyPreview(20, 4165, rows, whole, 7, 66, 36, worst)


def a_branch() -> MemoryFloor:
    """The whole branch with three versions behind it."""
    memory = MemoryFloor(load_preset("cn-default"), AT)
    floor = Floor(memory, f"staff:{STAFF}")
    first = memory.config
    memory.wait(minutes=60 * 24 * 9)
    settings = replace(first.settings, amber_min=12, kiosk_back_s=75)
    now(floor.adopt(to_document(replace(first, settings=settings)), 1))
    memory.wait(minutes=60 * 24 * 8 + 95)
    counters = tuple(
        replace(c, name=Name("现金 早班", "Cash, early")) if c.number == "1" else c
        for c in first.counters
    )
    now(floor.adopt(to_document(replace(memory.config, counters=counters)), 2))
    memory.wait(minutes=60 * 24 * 6)
    return memory


def screen_of(
    memory: MemoryFloor, actor: str = f"staff:{STAFF}", **changes: object
) -> SettingsScreen:
    """The settings of a memory floor as it stands, before somebody."""
    floor = Floor(memory, actor)
    screen = SettingsScreen(floor)
    screen.show_state(replace(View(memory.state, memory.config, memory.at), **changes))  # type: ignore[arg-type]
    if actor.startswith("staff:"):
        screen.show_versions(now(floor.versions()))
    return screen


def _page(key: str) -> SettingsScreen:
    screen = screen_of(a_branch())
    screen.open_page(key)
    return screen


def _catalogue() -> tuple[SettingsScreen, CataloguePage]:
    screen = _page("catalogue")
    page = screen.page()
    assert isinstance(page, CataloguePage)
    return screen, page


def _forbidden() -> QWidget:
    screen, page = _catalogue()
    page.table.setCurrentIndex(page.model.index(0, FACTS + 2))
    return screen


def _service() -> QWidget:
    screen, page = _catalogue()
    page.open_form(14)
    return screen


def _fault() -> QWidget:
    """A service that asks for cash now while low counters serve it."""
    screen, page = _catalogue()
    page.open_form(3)
    page.put(("service", 3, "needs_cash"), True)
    return screen


def _policy_draft() -> QWidget:
    screen = _page("policy")
    page = screen.page()
    page.put(("policy", "class", 7, "head_start"), 0.1)
    assert isinstance(page, PolicyPage)
    page.preview.on_preview(a_preview())
    return screen


def _policy_fault() -> QWidget:
    screen = _page("policy")
    screen.page().put(("policy", "class", 4, "head_start"), 0.6)
    return screen


def _review() -> QWidget:
    screen = _page("thresholds")
    screen.page().put(("settings", "red_min"), 20)
    screen.page().put(("settings", "recall_gap_s"), 12)
    screen.open_page("policy")
    screen.page().put(("policy", "class", 7, "head_start"), 0.1)
    screen.head.save_key.click()
    return screen


def _leave() -> QWidget:
    screen = _page("people")
    page = screen.page()
    assert isinstance(page, ListPage)
    page.go(2)
    page.put(("staff", 2, "roles"), ["lobby_manager", "teller"])
    screen.close()
    return screen


def _offline() -> QWidget:
    trouble = StorageTrouble("database_locked", path="floor.db", seconds=12)
    text = Phrases.load(current_language()).tell(trouble)
    return screen_of(a_branch(), trouble=trouble.code, trouble_text=text)


def _sign_in() -> QWidget:
    memory = a_branch()
    config = replace(memory.config, settings=replace(memory.config.settings, sign_in=True))
    return screen_of(memory, "settings:1", config=config)


def _night() -> QWidget:
    """The matrix in the dark theme, which is put back when the window has gone."""
    return in_theme("night", _forbidden)


def _small(build: Callable[[], QWidget]) -> QWidget:
    """A page on a small window."""
    screen = build()
    screen.resize(*SMALL_PX)
    return screen


SMALL_PX = (1280, 800)
_SMALL: dict[str, Callable[[], QWidget]] = {
    "catalogue": _forbidden,
    "policy": _policy_draft,
    "thresholds": partial(_page, "thresholds"),
    "people": partial(_page, "people"),
    "review": _review,
}
"""Pages that are also drawn on a small window."""
