"""A voice that writes what it would say: WAV files in the order of speaking."""

import tempfile
from pathlib import Path

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement
from .sound import Sound, silence
from .synthesis import Phrases, opening

_SHORT = {"zh_CN": "zh", "en": "en"}


class FileVoice:
    """Writes `0001-A031-3-zh.wav`, `0002-A031-3-en.wav`, …: sorted by name as they were spoken.

    One file a phrase, the chime in the first; a repeat plays the same files, so it writes none.
    A folder that holds files is continued. For tests, pictures and halls without a loudspeaker.
    """

    def __init__(self, synthesis: Phrases, folder: Path) -> None:
        self._synthesis = synthesis
        self.folder = folder

    async def speak(self, announcement: Announcement) -> None:
        """Write the call's phrases, each file whole or not at all."""
        before = opening(announcement)
        for language, sound in await self._synthesis.phrases(announcement):
            name = f"{announcement.ticket}-{announcement.counter}-{_SHORT[language]}"
            self._write(name, before + sound)
            before = silence(0)

    async def check(self) -> VoiceFailed | None:
        """Whether espeak-ng is here and the folder can be written."""
        return await self._synthesis.check() or self._folder_fault()

    def _folder_fault(self) -> VoiceFailed | None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder):
                return None
        except OSError as error:
            return self._fault(error)

    def _write(self, name: str, sound: Sound) -> None:
        try:
            write_numbered(self.folder, name, sound)
        except OSError as error:
            raise self._fault(error) from error

    def _fault(self, error: OSError) -> VoiceFailed:
        why = error.strerror or str(error)
        return VoiceFailed("check.voice_folder", path=str(self.folder), why=why)


def write_numbered(folder: Path, name: str, sound: Sound) -> Path:
    """Write `0001-{name}.wav` with the next number free, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = (path.name.partition("-")[0] for path in folder.glob("*-*.wav"))
    number = 1 + max((int(number) for number in numbers if number.isdecimal()), default=0)
    path = folder / f"{number:04d}-{name}.wav"
    part = path.with_suffix(".part")
    part.write_bytes(sound.wav())
    part.replace(path)
    return path
