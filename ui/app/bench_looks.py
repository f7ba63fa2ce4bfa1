"""Switches and repaints of whole screens, for the measurements."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import cycle, islice
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.theme import apply_theme

from .bench_loop import in_loop
from .bench_screens import Painted
from .language import LANGUAGES, set_language
from .options import SIZES, ScreenOptions
from .pictures import builders
from .run import application

MOMENTS = {"kiosk": "home", "console": "serving", "board": "one", "overview": "crowded"}
"""The picture of each kind whose switches are measured: one with much to say."""

WARMING = 2
"""First turns left out: fonts and texts are read once."""

Loads = dict[str, list[float]]


def switch(told: Mapping[str, Any]) -> Loads:
    """Milliseconds of switching `language` and `theme` of one kind, and of a bare window."""
    return _in_loop(told, _switched)


def repaint(told: Mapping[str, Any]) -> Loads:
    """Milliseconds of painting all of one kind anew, `ours` and `bare`."""
    return _in_loop(told, _repainted)


def _in_loop(told: Mapping[str, Any], work: Any) -> Loads:
    kind = str(told["kind"])
    app = application(ScreenOptions(kind))
    found: Loads = in_loop(app, work(app, kind, told))
    return found


async def _switched(app: QApplication, kind: str, told: Mapping[str, Any]) -> Loads:
    found: Loads = {}
    times = int(told["switches"])
    for prefix, make in (("bare_", _bare), ("", builders(kind)[MOMENTS[kind]])):
        shown = await _shown(make, kind)
        to_language, to_theme = partial(set_language, app), partial(apply_theme, app)
        found[f"{prefix}language"] = _turns(shown, to_language, reversed(LANGUAGES), times)
        found[f"{prefix}theme"] = _turns(shown, to_theme, ("night", "day"), times)
        _gone(app, shown)
    return found


async def _repainted(app: QApplication, kind: str, told: Mapping[str, Any]) -> Loads:
    found: Loads = {}
    for name, make in (("bare", _bare), ("ours", builders(kind)[MOMENTS[kind]])):
        shown = await _shown(make, kind)
        found[name] = [_repainted_ms(shown) for _ in range(int(told["repaints"]) + WARMING)]
        _gone(app, shown)
    return {name: samples[WARMING:] for name, samples in found.items()}


def _repainted_ms(window: QWidget) -> float:
    began = perf_counter()
    window.repaint()
    return (perf_counter() - began) * 1000


async def _shown(make: Callable[[], QWidget], kind: str) -> QWidget:
    """A window that stands on the desktop: before its first frame nothing of it is painted."""
    window = make()
    window.resize(*SIZES[kind])
    painted = Painted(window.isVisible)
    window.installEventFilter(painted)
    window.show()
    await painted.at()
    return window


def _painted(window: QWidget) -> None:
    """Do what has been asked for and paint all of it, without a turn of the loop."""
    QCoreApplication.sendPostedEvents()
    window.repaint()


def _gone(app: QApplication, window: QWidget) -> None:
    """A closed window that still lives would be switched along with the next."""
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _turns(window: QWidget, switch_to: Any, names: Any, times: int) -> list[float]:
    """Milliseconds of each switch until everything it asked for has been painted."""
    took_ms = []
    for name in islice(cycle(names), times + WARMING):
        began = perf_counter()
        switch_to(name)
        _painted(window)
        took_ms.append((perf_counter() - began) * 1000)
    return took_ms[WARMING:]


def _bare() -> QWidget:
    """The least that can be switched and painted: one label in a window of that size."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLabel("A001"))
    return window
