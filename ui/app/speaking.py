"""The voice of a board's process: the lease of its zone, the driver, the order of calls."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from branchfloor.devices.voice import Announcement, VoiceFailed, voice_from
from branchfloor.domain.errors import StorageTrouble
from branchfloor.storage import leases
from branchfloor.storage.store import Store
from ui.board.speaking import BoardVoice

from .bridge import FloorBridge, holder_name
from .options import ScreenOptions
from .tasks import spawn
from .view import View

RENEW_S = 1.0


class Speaking(QObject):
    """Speaks the calls while this process holds the voice of its zone."""

    def __init__(
        self,
        options: ScreenOptions,
        bridge: FloorBridge,
        show: Callable[[Announcement | None], None],
    ) -> None:
        super().__init__()
        self._writer = bridge.writer
        self._claim = leases.Claim(leases.voice_of(options.zone), holder_name())
        self._voice = BoardVoice(voice_from(options.voice), bridge.now, _report)
        self._voice.when_speaking(show)
        bridge.changed.connect(self._on_changed)
        self._tasks = [
            spawn(self._voice.run(), name="voice", owner=self),
            spawn(self._hold(), name="voice lease", owner=self),
        ]

    async def stop(self) -> None:
        """Fall silent and give the zone's voice back."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._voice.speaking_allowed:
            await self._writer.ask(_release, self._claim)

    def _on_changed(self, view: object) -> None:
        if isinstance(view, View):
            self._voice.show_state(view)

    async def _hold(self) -> None:
        """Renew the lease each second; whoever cannot must keep quiet."""
        while True:
            try:
                mine = await self._writer.ask(_take, self._claim)
            except StorageTrouble:
                mine = False
            self._voice.set_speaking_allowed(mine)
            await asyncio.sleep(RENEW_S)


def _take(store: Store, claim: leases.Claim) -> bool:
    return leases.take(store, claim, datetime.now(UTC))


def _release(store: Store, claim: leases.Claim) -> None:
    leases.release(store, claim)


def _report(announcement: Announcement, fault: VoiceFailed) -> None:
    """A voice that fails is told where the people who run the PC look; the board flashes on."""
    sys.stderr.write(f"{announcement.ticket}: {fault.code}\n")
