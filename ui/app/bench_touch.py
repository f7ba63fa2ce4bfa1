"""Tap to painted ticket and key to painted call on the real screens, for the measurements."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from time import perf_counter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish

from .bench_loop import in_loop
from .bench_screens import Painted
from .bridge import FloorBridge
from .options import SIZES, ScreenOptions
from .run import application

CALM_S = 0.03
WAIT_S = 10.0

Loads = dict[str, list[float]]


def tap(told: Mapping[str, Any]) -> Loads:
    """Milliseconds from a tap on a tile to the painted number; and of a bare label."""
    return _run(ScreenOptions("kiosk", str(told["database"])), _tap, int(told["taps"]))


def key(told: Mapping[str, Any]) -> Loads:
    """Milliseconds from the call key to the painted number; and of a bare label."""
    options = ScreenOptions("console", str(told["database"]), counter="1", staff="9000")
    return _run(options, _key, int(told["taps"]))


def _run(options: ScreenOptions, work: Any, times: int) -> Loads:
    return in_loop(application(options), _with_bridge(options, work, times))


async def _with_bridge(options: ScreenOptions, work: Any, times: int) -> Loads:
    bridge = await FloorBridge.open(options.database)
    try:
        found: Loads = await work(bridge, options, times)
    finally:
        await bridge.stop()
    return found


async def _tap(bridge: FloorBridge, options: ScreenOptions, times: int) -> Loads:
    from ui.kiosk.journey import START
    from ui.kiosk.screen import KioskScreen

    floor, bare = Floor(bridge.writer, options.actor), BareWindow(options.kind)
    screen = KioskScreen(floor)
    await _show(bridge, screen, options)
    number = screen.stack.ticket().card.number
    found: Loads = {"ours": [], "bare": []}
    for service in _in_turn(_quick(bridge), times):
        tile, before = screen.stack.home().tile(service.code), number.text()
        found["ours"].append(await _painted(number, before, partial(_click, tile)))
        found["bare"].append(await bare.painted(_click))
        await floor.cancel(Target(number.text()))
        screen.go(START)
        await asyncio.sleep(CALM_S)
    screen.close()
    return found


async def _key(bridge: FloorBridge, options: ScreenOptions, times: int) -> Loads:
    from ui.console.screen import ConsoleScreen
    from ui.console.ticket_card import TicketCard

    floor, bare = Floor(bridge.writer, options.actor), BareWindow(options.kind)
    clock = count(step=10)
    screen = ConsoleScreen(floor, options.counter, options.staff, elapsed=lambda: next(clock))
    await _show(bridge, screen, options)
    number = screen.called.findChildren(TicketCard)[0].number
    found: Loads = {"ours": [], "bare": []}
    for _ in range(times):
        found["ours"].append(await _painted(number, number.text(), partial(_press, screen)))
        found["bare"].append(await bare.painted(_press))
        visit = bridge.view().state.find(number.text())
        assert visit is not None
        await floor.start(Target(number.text()))
        await floor.acting_as("bench").issue(Wish(visit.legs[0].service))
        await asyncio.sleep(CALM_S)
    screen.close()
    return found


def _quick(bridge: FloorBridge) -> list[Service]:
    """Services whose tile gives a number at the first tap."""
    config = bridge.view().config
    return [s for s in config.services if s.tile.quick and not s.talk_first]


def _in_turn(services: list[Service], times: int) -> list[Service]:
    return [services[i % len(services)] for i in range(times)]


async def _show(bridge: FloorBridge, screen: Any, options: ScreenOptions) -> None:
    bridge.changed.connect(screen.show_state)
    bridge.ticked.connect(screen.show_time)
    screen.resize(*SIZES[options.kind])
    screen.show()
    await bridge.start()
    await asyncio.sleep(1.0)


def _click(target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def _press(target: QWidget) -> None:
    QTest.keyClick(target, Qt.Key.Key_F9)


async def _painted(label: Any, before: str, act: Callable[[], None]) -> float:
    """Milliseconds from before the act until a frame stands in which the label says another."""
    painted = Painted(lambda: bool(label.text() != before))
    label.installEventFilter(painted)
    began = perf_counter()
    act()
    done = await asyncio.wait_for(painted.at(), WAIT_S)
    label.removeEventFilter(painted)
    return (done - began) * 1000


class BareWindow(QWidget):
    """The least a program can do: take the press and paint a label."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._label = QLabel("A000")
        self._serial = count(1)
        QVBoxLayout(self).addWidget(self._label)
        self.resize(*SIZES[kind])
        self.show()

    def mousePressEvent(self, event: Any) -> None:
        self._next()

    def keyPressEvent(self, event: Any) -> None:
        self._next()

    def _next(self) -> None:
        self._label.setText(f"A{next(self._serial):03d}")

    async def painted(self, press: Callable[[QWidget], None]) -> float:
        """Milliseconds from the press to the painted text."""
        return await _painted(self._label, self._label.text(), partial(press, self))
