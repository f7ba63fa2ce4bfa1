"""The reading voice of a kiosk's process: what the screen wants read, through the headphones."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from branchfloor.devices.voice.guide import Guide, GuideVoice, Utterance, guide_from

from .options import ScreenOptions

if TYPE_CHECKING:
    from branchfloor.devices.faults import VoiceFailed
    from ui.kiosk.screen import KioskScreen


class Guiding(QObject):
    """Reads for one customer; a voice that fails is said on stderr, the kiosk goes on."""

    def __init__(self, voice: GuideVoice, screen: "KioskScreen") -> None:
        super().__init__()
        self.guide = Guide(voice, self._on_failed)
        self._last_fault = ""
        screen.reading.spoken.connect(self._on_spoken)
        screen.offer_guide(True)

    async def stop(self) -> None:
        """Fall silent."""
        await self.guide.stop()

    def _on_spoken(self, utterance: object) -> None:
        self.guide.read(utterance if isinstance(utterance, Utterance) else None)

    def _on_failed(self, fault: "VoiceFailed") -> None:
        if fault.code != self._last_fault:
            self._last_fault = fault.code
            sys.stderr.write(f"{fault}\n")


def guiding_for(options: ScreenOptions, screen: "KioskScreen") -> list[Guiding]:
    """The reading voice asked for, if any."""
    voice = guide_from(options.guide)
    return [Guiding(voice, screen)] if voice is not None else []
