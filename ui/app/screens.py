"""Which screen each kind is, and what else its process does."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from .options import ScreenOptions

if TYPE_CHECKING:
    from .bridge import FloorBridge
    from .wiring import Wired


def make_screen(options: ScreenOptions, wired: "Wired") -> QWidget:
    """The screen of a kind; only its own code is loaded."""
    if options.kind == "kiosk":
        return _kiosk(wired)
    if options.kind == "console":
        return _console(options, wired)
    if options.kind == "board":
        from ui.board.screen import BoardScreen

        return BoardScreen()
    from ui.overview.screen import OverviewScreen

    return OverviewScreen(wired.floor)


def _kiosk(wired: "Wired") -> QWidget:
    from ui.kiosk.screen import KioskScreen

    screen = KioskScreen(wired.floor)
    screen.language_chosen.connect(wired.speak_language)
    return screen


def _console(options: ScreenOptions, wired: "Wired") -> QWidget:
    from ui.console.screen import ConsoleScreen

    screen = ConsoleScreen(wired.floor, options.counter, options.staff)
    screen.rang.connect(_ring)
    return screen


def _ring(arrived: object) -> None:
    """An idle counter's console rings once for what has arrived."""
    QApplication.beep()


def join_parts(options: ScreenOptions, wired: "Wired", bridge: "FloorBridge") -> list[object]:
    """What runs beside the screen once the branch is open; each part has an async `stop`."""
    if options.kind == "board" and options.voice != "none":
        from ui.board.screen import BoardScreen

        from .speaking import Speaking

        if isinstance(wired.screen, BoardScreen):
            return [Speaking(options, bridge, wired.floor, wired.screen.show_speaking)]
    if options.kind == "console" and options.rating_screen is not None:
        from ui.rating.window import RatingWindow

        return [RatingWindow(options, wired.floor, bridge)]
    return []
