"""FloorBridge: follows the branch and tells the screen, in Qt's own way."""

import os
import socket
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtCore import Qt as QtNames

from branchfloor.config import parse_document
from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.settings import Settings
from branchfloor.domain.state import FloorState
from branchfloor.floor import commands as commands  # in good time before the first tap
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.seer import Seer
from branchfloor.phrasing import Phrases
from branchfloor.storage.feed import Feed
from branchfloor.storage.store import Store
from branchfloor.storage.writer import SqliteWriter

from .language import current_language
from .tasks import async_slot, spawn
from .view import View

Location = str | Path | None


class FloorBridge(QObject):
    """The one place where a process of screens hears of the floor.

    Signals:
        changed: the floor or the storage changed; carries a View.
        ticked: a second of the branch's clock has begun; carries its moment.
    """

    changed = Signal(object)
    ticked = Signal(object)

    def __init__(
        self,
        writer: SqliteWriter,
        config: BranchConfig,
        *,
        keeps: bool = True,
        seer: Seer | None = None,
    ) -> None:
        super().__init__()
        self.writer = writer
        self._config = config
        self._state = writer.state
        self._trouble: StorageTrouble | None = None
        self._keeper_trouble: StorageTrouble | None = None
        self._keeper = Keeper(holder_name()) if keeps else None
        self._seer = seer
        self._feed = Feed(writer, self._on_state, self._on_trouble)
        self._second = QTimer(self)
        self._second.setTimerType(QtNames.TimerType.PreciseTimer)
        self._second.setSingleShot(True)
        self._second.timeout.connect(self._on_second)
        self._keeping = False
        self._played: BranchConfig | None = None

    @classmethod
    async def open(
        cls, database: Location, *, keeps: bool = True, seer: Seer | None = None
    ) -> "FloorBridge":
        """Open the branch and follow it; StorageTrouble when it cannot be used.

        `seer` has the floor played forward by a process of its own while this one keeps it.
        """
        writer = await SqliteWriter.open(database, parse=parse_document)
        config = await writer.ask(_config_of)
        return cls(writer, config, keeps=keeps, seer=seer)

    async def start(self) -> None:
        """Deliver the floor now and from now on."""
        await self._feed.start()
        self._wait_for_second()

    async def stop(self) -> None:
        """Let the floor go; the keeper's lease with it."""
        self._second.stop()
        if self._seer is not None:
            self._seer.stop()
        await self._feed.stop()
        if self._keeper is not None and self._trouble is None:
            await self.writer.ask(_leave, self._keeper)
        await self.writer.close()

    def now(self) -> datetime:
        """The branch's clock."""
        return self.writer.clock.now()

    def view(self) -> View:
        """What there is to show."""
        trouble = self._trouble or self._keeper_trouble
        text = Phrases.load(current_language()).tell(trouble) if trouble else ""
        code = trouble.code if trouble else None
        return View(self._state, self._shown_config(), self.now(), code, text)

    def _shown_config(self) -> BranchConfig:
        """The document, with a played clock's speed in what people look at: eight seconds on a
        board are eight of the watcher's own.
        """
        clock = self.writer.clock
        speed = clock.speed if isinstance(clock, PlayedClock) else 1.0
        if speed <= 1.0:
            return self._config
        if self._played is None or self._played.version != self._config.version:
            self._played = replace(self._config, settings=_slowed(self._config.settings, speed))
        return self._played

    def tell_again(self) -> None:
        """Say everything again: the language or the theme has changed."""
        self.changed.emit(self.view())

    def _on_state(self, state: FloorState) -> None:
        stale = state.config_version != self._config.version
        self._state = state
        if stale:
            spawn(self._read_config(), name="read config", owner=self)
        else:
            self.changed.emit(self.view())

    async def _read_config(self) -> None:
        self._config = await self.writer.ask(_config_of)
        self.changed.emit(self.view())

    def _on_trouble(self, trouble: StorageTrouble | None) -> None:
        self._trouble = trouble
        self.changed.emit(self.view())

    def _wait_for_second(self) -> None:
        """Wake on the next whole second of the wall clock."""
        left_ms = 1000 - datetime.now().astimezone().microsecond // 1000
        self._second.start(left_ms)

    @async_slot()
    async def _on_second(self) -> None:
        self._wait_for_second()
        self.ticked.emit(self.now())
        if self._keeper is None or self._keeping:
            return
        self._keeping = True
        try:
            keeps = await self.writer.ask(_tick, self._keeper)
            if self._seer is not None:
                self._seer.look(keeps=keeps, real_s=time.monotonic())
        except StorageTrouble as trouble:
            self._on_keeper(trouble)
        else:
            self._on_keeper(None)
        finally:
            self._keeping = False

    def _on_keeper(self, trouble: StorageTrouble | None) -> None:
        """A keeper that cannot write is told on its own screen, until it can again."""
        before, self._keeper_trouble = self._keeper_trouble, trouble
        if (before is None) != (trouble is None):
            self.changed.emit(self.view())


def _slowed(settings: Settings, speed: float) -> Settings:
    return replace(
        settings,
        board_big_s=round(settings.board_big_s * speed),
        board_now_s=round(settings.board_now_s * speed),
        voice_late_s=round(settings.voice_late_s * speed),
    )


def holder_name() -> str:
    """A name no other process has."""
    return f"{socket.gethostname()}:{os.getpid()}"


def _config_of(store: Store) -> BranchConfig:
    return store.config


def _tick(store: Store, keeper: Keeper) -> bool:
    return keeper.tick(store)


def _leave(store: Store, keeper: Keeper) -> None:
    keeper.leave(store)
