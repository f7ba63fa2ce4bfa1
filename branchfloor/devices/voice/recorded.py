"""A bank's own recordings in place of synthesis: pieces put together to a call."""

import asyncio
import wave
from collections.abc import Iterator
from pathlib import Path

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement
from .sound import Sound, read_wav, silence
from .spelling import spoken_counter
from .synthesis import Phrases

JOIN_S = 0.06
"""The breath between two pieces."""

ORDER = {
    "zh_CN": ("before", "{ticket}", "to", "{counter}", "place-{place}"),
    "en": ("before", "{ticket}", "to-{place}", "{counter}"),
}
"""Which pieces make a call in each language: 请 · A 0 3 1 · 号到 · n3 · 号窗口, and Ticket ·
A 0 3 1 · please go to counter · n3. A recall ends with the piece `again`.
"""


class Recorded:
    """Calls of recorded pieces; a sentence of which one is missing is synthesised as a whole.

    `folder` holds one folder a language with one WAV a piece, as `Synthesis` makes them
    (22 050 Hz, one channel, 16 bit): `before`, `to`, `0` to `9`, `A` to `Z`, `n1` to `n99`,
    `place-counter` and its like, `again`.
    """

    def __init__(self, folder: Path, otherwise: Phrases) -> None:
        self._folder = folder
        self._otherwise = otherwise

    async def phrases(self, announcement: Announcement) -> list[tuple[str, Sound]]:
        """Language and sound of a call, once each in the order spoken."""
        return [
            (language, await self._phrase(announcement, language, text))
            for language, text in announcement.texts()
        ]

    async def check(self) -> VoiceFailed | None:
        """What the synthesis behind lacks, unless the pieces of a plain call are all here."""
        for language in ORDER:
            for piece in ("before", *"0123456789"):
                if not self._path(language, piece).exists():
                    fault = await self._otherwise.check()
                    path = str(self._path(language, piece))
                    return fault or VoiceFailed("check.piece_missing", path=path)
        return None

    async def phrase(self, language: str, text: str) -> Sound:
        """A sentence that is no call is synthesised."""
        return await self._otherwise.phrase(language, text)

    async def _phrase(self, announcement: Announcement, language: str, text: str) -> Sound:
        try:
            return await asyncio.to_thread(self._joined, announcement, language)
        except (OSError, EOFError, ValueError, wave.Error):  # missing, or of another form
            return await self._otherwise.phrase(language, text)

    def _joined(self, announcement: Announcement, language: str) -> Sound:
        whole = silence(0)
        for piece in pieces(announcement, language):
            whole = whole + read_wav(self._path(language, piece)).trimmed() + silence(JOIN_S)
        return whole.levelled()

    def _path(self, language: str, piece: str) -> Path:
        return self._folder / language / f"{piece}.wav"


def pieces(announcement: Announcement, language: str) -> Iterator[str]:
    """The names of the pieces that make this call in a language, in their order."""
    for part in ORDER[language]:
        if part == "{ticket}":
            yield from (sign for sign in announcement.ticket.upper() if sign.isalnum())
        elif part == "{counter}":
            yield from _counter(announcement.counter)
        else:
            yield part.format(place=announcement.place)
    if announcement.recall:
        yield "again"


def _counter(number: str) -> Iterator[str]:
    """A counter that is read as a number is one piece, any other its signs."""
    if spoken_counter(number, "zh_CN") == number:
        yield f"n{number}"
    else:
        yield from (sign for sign in number.upper() if sign.isalnum())
