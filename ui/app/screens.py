"""Which screen each kind is, and what else its process does."""

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import CONTRAST, apply_theme

from .options import ScreenOptions
from .supervisor import SESSION

if TYPE_CHECKING:
    from ui.console.door import Session

    from .bridge import FloorBridge
    from .wiring import Wired


def make_screen(options: ScreenOptions, wired: "Wired") -> QWidget:
    """The screen of a kind; only its own code is loaded."""
    if options.kind == "kiosk":
        return _kiosk(options, wired)
    if options.kind == "console":
        return _console(options, wired)
    if options.kind == "board":
        from ui.board.screen import BoardScreen

        return BoardScreen()
    if options.kind == "settings":
        return _settings(options, wired)
    return _overview(options, wired)


def _settings(options: ScreenOptions, wired: "Wired") -> QWidget:
    from ui.settings.preview_asker import WorkerPreviewer, use_previewer
    from ui.settings.screen import SettingsScreen

    screen = SettingsScreen(wired.floor, session=_session("settings"))
    use_previewer(WorkerPreviewer(options.database, screen))
    return screen


def _overview(options: ScreenOptions, wired: "Wired") -> QWidget:
    from ui.overview.plan.planner import WorkerPlanner, use_planner
    from ui.overview.screen import OverviewScreen
    from ui.overview.what_if.asker import WorkerAsker, use_asker

    screen = OverviewScreen(wired.floor, session=_session("overview"))
    use_planner(WorkerPlanner(options.database, parent=screen))
    use_asker(WorkerAsker(options.database, screen))
    return screen


def _kiosk(options: ScreenOptions, wired: "Wired") -> QWidget:
    from ui.kiosk.screen import KioskScreen

    screen = KioskScreen(wired.floor)
    screen.language_chosen.connect(wired.speak_language)
    screen.contrast_chosen.connect(partial(_dress, options.theme))
    return screen


def _dress(theme: str, contrast: bool) -> None:
    """The house's theme, or high contrast for the customer who stands there."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_theme(app, CONTRAST if contrast else theme)


def _console(options: ScreenOptions, wired: "Wired") -> QWidget:
    from ui.console.screen import ConsoleScreen

    from .at_hand import AtHand
    from .remembered import Remembered, memory_file

    memory = Remembered(memory_file(), options.counter)
    session = _session(options.counter)
    screen = ConsoleScreen(wired.floor, options.counter, options.staff, session=session)
    screen.rang.connect(_ring)
    AtHand(screen, options, memory)  # the screen's child; lives as long
    return screen


def _session(place: str) -> "Session":
    """What this window signs in with; its parent's name for it outlives the process."""
    from ui.console.door import Session, new_token

    from .remembered import Remembered, RememberedLock, memory_file

    token = os.environ.get(SESSION) or new_token()
    return Session(token, RememberedLock(Remembered(memory_file(), place), token))


def _ring(arrived: object) -> None:
    """An idle counter's console rings once for what has arrived."""
    QApplication.beep()


def join_parts(options: ScreenOptions, wired: "Wired", bridge: "FloorBridge") -> list[object]:
    """What runs beside the screen once the branch is open; each part has an async `stop`."""
    if options.kind == "console":
        return _beside_console(options, wired, bridge)
    if options.kind == "board" and options.voice != "none":
        from ui.board.screen import BoardScreen

        from .speaking import Speaking

        if isinstance(wired.screen, BoardScreen):
            return [Speaking(options, bridge, wired.floor, wired.screen.show_speaking)]
    if options.kind == "kiosk":
        from ui.kiosk.screen import KioskScreen

        from .guiding import guiding_for
        from .printing import Printing

        if isinstance(wired.screen, KioskScreen):
            told = wired.screen.show_print_fault
            printing = Printing(options, bridge, wired.floor, told)
            wired.screen.issued.connect(printing.on_issued)
            return [printing, *guiding_for(options, wired.screen)]
    if options.kind == "overview" and options.printer != "none":
        from ui.overview.screen import OverviewScreen

        from .printing import Printing

        if isinstance(wired.screen, OverviewScreen):
            printing = Printing(options, bridge, wired.floor)
            wired.screen.desk.set_printer(printing.printer)
            return [printing]
    return []


def _beside_console(options: ScreenOptions, wired: "Wired", bridge: "FloorBridge") -> list[object]:
    """The desktop's keys, and the window its customers rate in."""
    from .at_hand import AtHand

    parts: list[object] = []
    at_hand = wired.screen.findChild(AtHand)
    if at_hand is not None:
        at_hand.take_keys()
        parts.append(at_hand)
    if options.rating_screen is not None:
        from ui.rating.window import RatingWindow

        parts.append(RatingWindow(options, wired.floor, bridge))
    return parts
