"""The voice of a board's process: the lease of its zone, the driver, the order of calls."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from branchfloor.devices.voice import Announcement, VoiceFailed, voice_from
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.floor import Floor
from branchfloor.storage import leases
from branchfloor.storage.store import Store
from ui.board.speaking import BoardVoice

from .bridge import FloorBridge, holder_name
from .options import ScreenOptions
from .tasks import spawn
from .view import View

RENEW_S = 1.0
_NO_FAULTS = frozenset({"check.voice_behind"})
"""A call that was too old to be spoken says nothing of the device."""


class Speaking(QObject):
    """Speaks the calls while this process holds the voice of its zone.

    A voice that fails is told to the lobby manager as a fault of the device, until it speaks
    again; the board flashes on.
    """

    def __init__(
        self,
        options: ScreenOptions,
        bridge: FloorBridge,
        floor: Floor,
        show: Callable[[Announcement | None], None],
    ) -> None:
        super().__init__()
        self._writer = bridge.writer
        self._floor = floor
        self._show = show
        self._device = f"voice:{options.zone}"
        self._fault: str | None = None
        self._failed_call: int | None = None
        self._last_call: int | None = None
        self._claim = leases.Claim(leases.voice_of(options.zone), holder_name())
        voice = voice_from(options.voice)
        self._voice = BoardVoice(voice, bridge.now, self._on_failed, options.zone)
        self._voice.when_speaking(self._on_speaking)
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

    def _on_speaking(self, call: Announcement | None) -> None:
        """The next call shows whether the one before was heard."""
        self._show(call)
        if call is None:
            return
        if self._last_call is not None and self._last_call != self._failed_call:
            self._tell(None)
        self._last_call = call.call_no

    def _on_failed(self, call: Announcement, fault: VoiceFailed) -> None:
        if fault.code in _NO_FAULTS:
            return
        self._failed_call = call.call_no
        name = fault.code.removeprefix("check.")
        if name != self._fault:
            sys.stderr.write(f"{fault}\n")
        self._tell(name)

    def _tell(self, fault: str | None) -> None:
        if fault != self._fault:
            self._fault = fault
            spawn(self._report(fault), name="voice fault", owner=self)

    async def _report(self, fault: str | None) -> None:
        with contextlib.suppress(StorageTrouble):
            await self._floor.report_device(self._device, fault)

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
