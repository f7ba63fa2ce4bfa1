"""The launcher's states: first use, a refusal, the morning, a busy PC, and trouble."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.floor.checkup import Finding
from branchfloor.phrasing import Phrases
from ui.app.language import current_language

from .displays import Display
from .fleet import Fleet, Going
from .memory import Plan, PlanMemory
from .screen import LauncherScreen, Place

DISPLAYS = (Display(1, 1920, 1080), Display(2, 1080, 1920))


class StillFleet(Fleet):
    """Screens as a picture needs them: open by word, no process."""

    def __init__(self, goings: dict[str, Going]) -> None:
        super().__init__()
        self._goings = goings

    def going(self, name: str) -> Going:
        return self._goings.get(name, Going.CLOSED)

    def open_names(self) -> tuple[str, ...]:
        return tuple(self._goings)


def findings(*, well: bool, founded: bool = True) -> tuple[Finding, ...]:
    """What a check found, in the language of now."""
    phrases = Phrases.load(current_language())
    clock, free = "2026-11-24T08:31:00+08:00", 182_340

    def told(code: str, ok: bool, **values: object) -> Finding:
        return Finding(ok, code, phrases.say(f"check.{code}", **values), grave=False)

    here = [told("voice_ready", True, voice="espeak"), told("font_ready", True)]
    if not founded:
        return tuple(here)
    house = [
        told("database_ready", True, path="branchfloor.db"),
        told("clock_ready", True, now=clock),
        told("disk_ready", True, free=free),
        told("copy_ready", True, day="2026-11-23", hours=14.0, path="copies/2026-11-23.db"),
    ]
    if well:
        printer = told("printer_ready", True, printer="system")
        return (*house, told("board_ready", True, zones="hall"), *here, printer)
    house[3] = told("copy_old", False, day="2026-11-19", hours=110.0)
    return (
        *house,
        told("board_silent", False),
        *here,
        told("printer_no_paper", False, printer="system"),
    )


@cache
def _folder() -> Path:
    """Where the pictures' plan is kept while this process lives."""
    folder = tempfile.mkdtemp(prefix="branchfloor-picture-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _screen(goings: dict[str, Going] | None = None, plan: Plan | None = None) -> LauncherScreen:
    memory = PlanMemory(_folder() / "launcher.ini")
    memory.keep(plan or Plan(counter="3", printer="system", language=current_language()))
    place = Place(memory, StillFleet(goings or {}), DISPLAYS, ("system:Ticket 80",))
    return LauncherScreen(place)


def _first() -> LauncherScreen:
    screen = _screen()
    screen.show_findings(findings(well=True, founded=False))
    screen.show_first_run()
    screen.first_run.name.setText(load_preset("cn-default").name.text(current_language()))
    for typed in (screen.first_run.pins.first, screen.first_run.pins.second):
        typed.setText("427913")
    return screen


def _refused() -> QWidget:
    screen = _first()
    screen.first_run.pins.second.setText("427931")
    screen.first_run.try_to_answer()
    return screen


def _founded() -> QWidget:
    screen = _screen(dict.fromkeys(("kiosk", "console", "board", "overview"), Going.OPEN))
    screen.show_findings(findings(well=True))
    screen.show_branch(load_preset("cn-default"), administrator="0001")
    return screen


def _morning() -> QWidget:
    screen = _screen()
    screen.show_findings(findings(well=False))
    screen.show_branch(load_preset("cn-default"))
    return screen


def _troubled() -> QWidget:
    goings = {"kiosk": Going.OPEN, "board": Going.FALLING, "overview": Going.REFUSED}
    plan = replace(Plan(counter="3"), opens=("kiosk", "board", "overview"))
    screen = _screen(goings, plan)
    screen.show_findings(findings(well=False))
    screen.show_branch(load_preset("cn-default"))
    screen.close()
    return screen


def _looking() -> QWidget:
    screen = _screen()
    screen.show_branch(load_preset("cn-default"))
    return screen


def _connect() -> QWidget:
    screen = _morning()
    if isinstance(screen, LauncherScreen):
        screen.foot.connect_key.click()
    return screen


def pictures() -> dict[str, Callable[[], QWidget]]:
    """The states by name, each with what builds it."""
    return {
        "first": _first,
        "refused": _refused,
        "founded": _founded,
        "morning": _morning,
        "looking": _looking,
        "trouble": _troubled,
        "connect": _connect,
    }
