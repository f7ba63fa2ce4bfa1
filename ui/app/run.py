"""A screen's process: the application, the loop, the bridge, the one window; orderly to the end."""

import asyncio
import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_API", "pyside6")

import qasync
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import apply_theme, keep_still

from .crash import install_crash_report
from .language import set_language
from .options import SIZES, ScreenOptions
from .tasks import cancel_all

if TYPE_CHECKING:
    from .wiring import Wired

GARBAGE_EVERY_MS = 2000
YOUNG_OBJECTS, MIDDLE_ROUNDS, OLD_ROUNDS = 2000, 10, 10


def run_screen(options: ScreenOptions) -> int:
    """Show one screen until it is closed; 0 when it was closed on purpose."""
    app = application(options)
    reports = install_crash_report(crash_folder(), options.kind)
    loop = qasync.QEventLoop(app)
    reports.watch(loop)
    garbage = MainThreadGarbage()
    with loop:
        code = int(loop.run_until_complete(_main(app, options)))
    garbage.deleteLater()
    return code


class MainThreadGarbage(QObject):
    """Collects cyclic garbage in the thread of the windows only.

    Python collects in whichever thread happens to allocate; a window's remains destroyed in the
    writer's or the feed's thread take their timers and pictures down with them.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._settled = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(GARBAGE_EVERY_MS)

    def _look(self) -> None:
        if not self._settled:
            # What stands now stays: modules, texts, widgets. Looking through it again would be
            # the most that a screen does while nothing happens.
            self._settled = True
            gc.collect()
            gc.freeze()
        young, middle, old = gc.get_count()
        if old > OLD_ROUNDS:
            gc.collect()
        elif middle > MIDDLE_ROUNDS:
            gc.collect(1)
        elif young > YOUNG_OBJECTS:
            gc.collect(0)


def application(options: ScreenOptions) -> QApplication:
    """The one QApplication with theme and language, before any window is made."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    app.setApplicationName("Branchfloor")
    apply_theme(app, options.theme)
    keep_still(options.still)
    set_language(app, options.language)
    return app


def crash_folder() -> Path:
    """Where this user's crash reports go."""
    from platformdirs import user_log_path

    return user_log_path("branchfloor", appauthor=False)


class _Ends(QObject):
    """Turns the last window's closing and the signals of the system into one event."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.over = asyncio.Event()
        app.lastWindowClosed.connect(self._on_closed)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._on_signal)
        self._loop = loop

    def _on_closed(self) -> None:
        self.over.set()

    def _on_signal(self, number: int, frame: object) -> None:
        self._loop.call_soon_threadsafe(self.over.set)


async def _main(app: QApplication, options: ScreenOptions) -> int:
    ends = _Ends(app)
    from .wiring import Wired  # SQLAlchemy loads after the first window is being made

    wired = Wired(app, options)
    place(wired.screen, options)
    try:
        await _start(wired, ends.over)
        await ends.over.wait()
    finally:
        cancel_all()
        await wired.stop()
        wired.screen.close()
    return 0


async def _start(wired: "Wired", over: asyncio.Event) -> None:
    """Start it, unless it is over before: a database that cannot be opened is tried for ever."""
    starting, ended = (asyncio.ensure_future(one) for one in (wired.start(), over.wait()))
    await asyncio.wait((starting, ended), return_when=asyncio.FIRST_COMPLETED)
    ended.cancel()
    if starting.done():
        starting.result()
    else:
        starting.cancel()
        await asyncio.wait((starting,))


def place(window: QWidget, options: ScreenOptions) -> None:
    """Show the window at its size on its display, full screen where asked; a console as it was."""
    if options.kind == "console" and not options.fullscreen:
        from .at_hand import AtHand

        at_hand = window.findChild(AtHand)
        if at_hand is not None:
            at_hand.settle()
            return
    window.resize(*SIZES[options.kind])
    displays = QApplication.screens()
    if 0 < options.screen <= len(displays):
        window.move(displays[options.screen - 1].availableGeometry().topLeft())
    if options.fullscreen:
        window.showFullScreen()
    else:
        window.show()
