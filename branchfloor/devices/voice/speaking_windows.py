"""Plays WAVs on Windows with its own library; nothing here could be run on the Linux it was
written on.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from branchfloor.devices.faults import VoiceFailed

from .sound import Sound, silence

_CHECK_S = 0.05
_END_S = 0.1
"""What a driver still plays after the last sample was handed to it."""


class WindowsLoudspeaker:
    """The sound output of a Windows PC."""

    async def play(self, sound: Sound) -> None:
        """Play a sound to its end; VoiceFailed when there is no device. Cancelling cuts it."""
        with tempfile.TemporaryDirectory(
            prefix="branchfloor-sound-", ignore_cleanup_errors=True
        ) as folder:
            wav = Path(folder) / "call.wav"
            wav.write_bytes(sound.wav())
            try:
                _begin(wav)
                await asyncio.sleep(sound.length_s + _END_S)
            finally:
                _stop()

    async def check(self) -> VoiceFailed | None:
        """Whether a moment of silence can be played."""
        try:
            await self.play(silence(_CHECK_S))
        except VoiceFailed as fault:
            return fault
        return None


def _begin(wav: Path) -> None:
    if sys.platform != "win32":
        raise VoiceFailed("check.player_missing")
    import winsound

    try:
        winsound.PlaySound(
            str(wav), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        )
    except RuntimeError as error:
        raise VoiceFailed("check.sound_failed", program="winsound", why=str(error)) from error


def _stop() -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(None, 0)
