"""The launcher's process: the application, the loop, the one window; its screens end with it."""

import os
from dataclasses import dataclass

os.environ.setdefault("QT_API", "pyside6")

import asyncio
import signal

import qasync
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.app.crash import install_crash_report
from ui.app.language import set_language
from ui.app.options import ScreenOptions
from ui.app.run import MainThreadGarbage, application, crash_folder
from ui.app.tasks import cancel_all

from .displays import Display
from .fleet import Fleet
from .memory import PlanMemory, plan_file
from .screen import LauncherScreen, Place


@dataclass(frozen=True, slots=True)
class LauncherOptions:
    """What the launcher is started with; `opens` opens the remembered screens at once."""

    database: str | None = None
    language: str = "zh_CN"
    theme: str = "day"
    opens: bool = False


class _Window(QObject):
    """The one window, its language, and its end."""

    def __init__(self, app: QApplication, screen: LauncherScreen) -> None:
        super().__init__()
        self._app, self._screen = app, screen
        self.over = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        screen.language_asked.connect(self._on_language)
        app.lastWindowClosed.connect(self.over.set)
        for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._on_signal)

    def _on_language(self, language: str) -> None:
        set_language(self._app, language)
        self._screen.keep_language(language)

    def _on_signal(self, number: int, frame: object) -> None:
        self._loop.call_soon_threadsafe(self.over.set)


def run_launcher(options: LauncherOptions) -> int:
    """Show the launcher until it is closed; gives 0."""
    memory = PlanMemory(plan_file())
    language = memory.read().language or options.language
    app = application(ScreenOptions("launcher", language=language, theme=options.theme))
    reports = install_crash_report(crash_folder(), "launcher")
    loop = qasync.QEventLoop(app)
    reports.watch(loop)
    garbage = MainThreadGarbage()
    with loop:
        loop.run_until_complete(_main(app, memory, options))
    garbage.deleteLater()
    return 0


async def _main(app: QApplication, memory: PlanMemory, options: LauncherOptions) -> None:
    fleet = Fleet()
    place = Place(memory, fleet, displays_here(), printers_here(), options.database)
    screen = LauncherScreen(place)
    window = _Window(app, screen)
    screen.show()
    try:
        await screen.begin(opens=options.opens)
        await window.over.wait()
    finally:
        fleet.stop_all()
        cancel_all()


def displays_here() -> tuple[Display, ...]:
    """The displays of this PC."""
    sizes = (screen.size() for screen in QApplication.screens())
    return tuple(Display(at, s.width(), s.height()) for at, s in enumerate(sizes, 1))


def printers_here() -> tuple[str, ...]:
    """The printers the desktop knows, in the words of `--printer`."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(f"system:{name}" for name in QPrinterInfo.availablePrinterNames())
