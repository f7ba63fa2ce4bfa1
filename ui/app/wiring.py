"""Wired: one screen joined to the floor it asks and the bridge it hears."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.domain.clock import WallClock
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.state import FloorState
from branchfloor.floor.floor import Floor
from branchfloor.floor.work import Work
from branchfloor.phrasing import Phrases

from .language import current_language, set_language
from .options import ScreenOptions
from .view import View

if TYPE_CHECKING:
    from branchfloor.floor.books import Books
    from branchfloor.floor.seer import Seer

    from .bridge import FloorBridge

T = TypeVar("T")
RETRY_S = 1.0


class Shown(Protocol):
    """What every screen can do."""

    def show_state(self, view: View) -> None:
        """Set everything from a view."""

    def show_time(self, now: datetime) -> None:
        """Bring the texts that follow the clock up to date."""


class LateRunner:
    """A runner for screens that are shown before their database is open."""

    def __init__(self) -> None:
        self.bridge: FloorBridge | None = None
        self.trouble = StorageTrouble("database_empty", path="")

    def run(
        self, unit: Callable[[Work], T], *, actor: str, now: datetime | None = None
    ) -> Awaitable[T]:
        """Run on the open database, or raise why it is not open."""
        if self.bridge is None:
            raise self.trouble
        return self.bridge.writer.run(unit, actor=actor, now=now)

    def aside(self, reckon: Callable[[], T]) -> Awaitable[T]:
        """Reckon beside the open database, or raise why it is not open."""
        if self.bridge is None:
            raise self.trouble
        return self.bridge.writer.aside(reckon)

    def read(self, reckon: "Callable[[Books], T]") -> Awaitable[T]:
        """Read from the open database, or raise why it is not open."""
        if self.bridge is None:
            raise self.trouble
        return self.bridge.writer.read(reckon)


class Wired(QObject):
    """A screen with its floor and bridge; keeps trying while the database cannot be opened."""

    def __init__(self, app: QApplication, options: ScreenOptions) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._runner = LateRunner()
        self.floor = Floor(self._runner, options.actor)
        from .screens import make_screen

        self.screen: QWidget = make_screen(options, self)
        self._shown: Shown = self.screen  # type: ignore[assignment]
        self._parts: list[object] = []

    @property
    def bridge(self) -> "FloorBridge | None":
        """The bridge, once the database is open."""
        return self._runner.bridge

    async def start(self) -> None:
        """Open the branch and follow it; says why while it cannot."""
        # The database's libraries load once the window stands, beside its first frame.
        await asyncio.to_thread(import_module, "ui.app.bridge")
        from .bridge import FloorBridge

        while self._runner.bridge is None:
            try:
                bridge = await FloorBridge.open(self._options.database, seer=self._seer())
            except StorageTrouble as trouble:
                self._show_trouble(trouble)
                await asyncio.sleep(RETRY_S)
            else:
                self._runner.bridge = bridge
        bridge = self._runner.bridge
        bridge.changed.connect(self._on_changed)
        bridge.ticked.connect(self._on_ticked)
        from .screens import join_parts

        self._parts = join_parts(self._options, self, bridge)
        await bridge.start()

    def _seer(self) -> "Seer":
        """What starts the process that plays the floor forward, should this one keep it."""
        from branchfloor.floor.seer import Seer

        from .supervisor import child_argv

        command = ["foresee", "--with-parent"]
        if self._options.database is not None:
            command += ["--database", str(self._options.database)]
        return Seer(child_argv(command))

    async def stop(self) -> None:
        """Let go of the floor."""
        for part in self._parts:
            stop = getattr(part, "stop", None)
            if stop is not None:
                await stop()
        if self._runner.bridge is not None:
            await self._runner.bridge.stop()

    def speak_language(self, language: object) -> None:
        """Switch the language of this process and show everything again."""
        set_language(self._app, str(language))
        if self._runner.bridge is not None:
            self._runner.bridge.tell_again()

    def _on_changed(self, view: object) -> None:
        if isinstance(view, View):
            self._shown.show_state(view)

    def _on_ticked(self, now: object) -> None:
        if isinstance(now, datetime):
            self._shown.show_time(now)

    def _show_trouble(self, trouble: StorageTrouble) -> None:
        self._runner.trouble = trouble
        text = Phrases.load(current_language()).tell(trouble)
        from branchfloor.config import load_preset

        config = load_preset("cn-default")
        self._shown.show_state(View(FloorState(), config, WallClock().now(), trouble.code, text))
