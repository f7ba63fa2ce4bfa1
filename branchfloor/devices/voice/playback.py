"""Plays WAVs through whichever player this PC has: every one returns a code that is checked."""

import shutil
import tempfile
from pathlib import Path

from branchfloor.devices.faults import VoiceFailed

from .programs import run_program
from .sound import Sound, silence

PLAYERS: tuple[tuple[str, ...], ...] = (("aplay", "-q"), ("pw-play",), ("paplay",))
"""Players in the order tried; the first that plays is kept."""

_CHECK_S = 0.05


class Loudspeaker:
    """The PC's sound output."""

    def __init__(self, players: tuple[tuple[str, ...], ...] = PLAYERS) -> None:
        self._players = players

    async def play(self, sound: Sound) -> None:
        """Play a sound to its end; VoiceFailed when no player or no device does."""
        try:
            with tempfile.TemporaryDirectory(prefix="branchfloor-sound-") as folder:
                wav = Path(folder) / "call.wav"
                wav.write_bytes(sound.wav())
                await self._play_file(wav)
        except OSError as error:
            raise VoiceFailed("check.sound_failed", program="WAV", why=str(error)) from error

    async def check(self) -> VoiceFailed | None:
        """Whether a moment of silence can be played; a card that is listed may still fail."""
        try:
            await self.play(silence(_CHECK_S))
        except VoiceFailed as fault:
            return fault
        return None

    async def _play_file(self, wav: Path) -> None:
        fault = VoiceFailed("check.player_missing")
        for player in self._players:
            if shutil.which(player[0]) is None:
                continue
            ended = await run_program((*player, str(wav)))
            if ended.code == 0:
                self._players = (player, *(p for p in self._players if p != player))
                return
            fault = VoiceFailed("check.sound_failed", program=player[0], why=ended.said)
        raise fault
