"""Whole screens as their own processes run them, for the measurements."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from .bench_child import say
from .bench_loop import in_loop
from .options import ScreenOptions
from .run import application, place


def idle(told: Mapping[str, Any]) -> str:
    """Says `ready` once the screen has settled and, when asked, the per cent of a core it uses."""
    options = ScreenOptions(str(told["kind"]), str(told["database"]), counter="1", voice="none")
    in_loop(application(options), _idle(options, float(told["settle_s"]), float(told["idle_s"])))
    return "over"


def start(told: Mapping[str, Any]) -> dict[str, float | None]:
    """When the kiosk's first frame stood and when its tiles did, and the memory a second after."""
    options = ScreenOptions("kiosk", str(told["database"]))
    found: dict[str, float | None] = {}
    in_loop(application(options), _start(options, found))
    return found


async def _idle(options: ScreenOptions, settle_s: float, seconds: float) -> None:
    from .bench_follow import parent_speaks
    from .wiring import Wired

    wired = Wired(_app(), options)
    place(wired.screen, options)
    await wired.start()
    await asyncio.sleep(settle_s)
    say("ready")
    await parent_speaks()
    began_s, used_s = time.perf_counter(), time.process_time()
    await asyncio.sleep(seconds)
    say(100 * (time.process_time() - used_s) / (time.perf_counter() - began_s))
    await parent_speaks()
    await _close(wired)


async def _start(options: ScreenOptions, found: dict[str, float | None]) -> None:
    from ui.widgets import Tile

    from .wiring import Wired

    wired = Wired(_app(), options)
    frame = _painting(wired.screen, lambda: True)
    home = wired.screen.stack.home()  # type: ignore[attr-defined]  # the screen is a kiosk
    tiles = _painting(home, lambda: bool(home.findChildren(Tile)))
    place(wired.screen, options)
    await wired.start()
    found["frame_at"], found["tiles_at"] = await frame.at(), await tiles.at()
    await asyncio.sleep(1.0)
    from branchfloor.bench.machine import resident_mb

    found["mb"] = resident_mb()
    await _close(wired)


async def _close(wired: Any) -> None:
    await wired.stop()
    wired.screen.close()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _painting(piece: QWidget, ready: Callable[[], bool]) -> "Painted":
    painted = Painted(ready)
    piece.installEventFilter(painted)
    return painted


class Painted(QObject):
    """Hears, as the filter of a piece, when the first frame is done in which it is `ready`.

    The piece paints in the middle of its window's frame; the turn of the loop after it comes when
    the whole frame stands.
    """

    def __init__(self, ready: Callable[[], bool]) -> None:
        super().__init__()
        self._ready = ready
        self._done: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._seen and self._ready():
            self._seen = True
            QTimer.singleShot(0, self, self._on_frame)
        return False

    def _on_frame(self) -> None:
        if not self._done.done():
            self._done.set_result(time.perf_counter())

    async def at(self) -> float:
        """When it was, by `perf_counter`."""
        return await self._done
