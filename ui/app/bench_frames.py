"""The gaps between the frames of the overview, for the measurements."""

import asyncio
from collections.abc import Mapping
from itertools import pairwise
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from .bench_child import say
from .bench_follow import parent_speaks
from .bench_looks import MOMENTS
from .bench_loop import in_loop
from .bench_screens import Painted
from .options import SIZES, ScreenOptions
from .pictures import builders
from .run import application

FRAME_MS = 16


def frames(told: Mapping[str, Any]) -> str:
    """Each time it is told to, watches the frames of a screen for some seconds and says the
    longest gap in ms; until the parent says that it is over.
    """
    kind = str(told["kind"])
    app = application(ScreenOptions(kind))
    in_loop(app, _frames(kind, float(told["advice_s"])))
    return "over"


async def _frames(kind: str, seconds: float) -> None:
    window = builders(kind)[MOMENTS[kind]]()
    window.resize(*SIZES[kind])
    painted = Painted(window.isVisible)
    window.installEventFilter(painted)
    window.show()
    await painted.at()
    watch = _Frames(window)
    await asyncio.sleep(1.0)
    say("ready")
    while (await parent_speaks()).strip() == "watch":
        say(await watch.longest_ms(seconds))
    window.close()


class _Frames(QObject):
    """Paints a window sixty times a second while it is watched, and notes when each frame stood."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._at: list[float] = []
        self._window = window
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_time)
        window.installEventFilter(self)

    async def longest_ms(self, seconds: float) -> float:
        """The longest gap of some seconds."""
        self._timer.start()
        await asyncio.sleep(10 * FRAME_MS / 1000)
        self._at.clear()
        await asyncio.sleep(seconds)
        self._timer.stop()
        return max((b - a) * 1000 for a, b in pairwise(self._at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self._at.append(perf_counter())
        return False

    def _on_time(self) -> None:
        self._window.update()
