"""A voice that is heard: something makes each phrase, something plays the whole call.

On Linux espeak-ng and a player do, both as child processes; on Windows SAPI5 and its own library.
"""

from typing import Protocol

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement
from .sound import Sound, silence
from .synthesis import Phrases, opening

_PAUSE_S = 0.35


class Speaker(Protocol):
    """Plays sounds aloud."""

    async def play(self, sound: Sound) -> None:
        """Play a sound to its end; VoiceFailed when nothing does. Cancelling cuts it."""

    async def check(self) -> VoiceFailed | None:
        """What keeps it from playing."""


class EspeakVoice:
    """Speaks calls through the loudspeaker of this PC."""

    def __init__(self, synthesis: Phrases, loudspeaker: Speaker) -> None:
        self._synthesis = synthesis
        self._loudspeaker = loudspeaker

    async def speak(self, announcement: Announcement) -> None:
        """Chime, then every language in its order, the whole order as often as asked."""
        await self._loudspeaker.play(await self._whole(announcement))

    async def check(self) -> VoiceFailed | None:
        """The first thing missing: what makes phrases, its Mandarin voice, a player, a device."""
        return await self._synthesis.check() or await self._loudspeaker.check()

    async def _whole(self, announcement: Announcement) -> Sound:
        """One sound for the whole call: one process to play it, one to kill when it is cut."""
        phrases = [sound for _, sound in await self._synthesis.phrases(announcement)]
        whole = opening(announcement)
        for phrase in phrases * announcement.delivery.repeats:
            whole = whole + phrase + silence(_PAUSE_S)
        return whole.scaled(announcement.delivery.volume)
