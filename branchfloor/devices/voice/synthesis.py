"""Phrases made by the espeak-ng program: one child process a phrase, levelled and kept."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from branchfloor.devices.faults import VoiceFailed
from branchfloor.resources import resource

from .programs import run_program
from .sound import Sound, read_wav, silence
from .spelling import for_synthesis

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    from .announcement import Announcement
    from .cache import PhraseCache

PROGRAM = "espeak-ng"
VOICES = {"zh_CN": "cmn-latn-pinyin", "en": "en-us"}
"""The voice of each language. Never `cmn`: it reads 请 as English words (espeak-ng 1.51)."""

_WORDS_A_MINUTE = 150


class Phrases(Protocol):
    """Makes the sounds of calls."""

    async def phrases(self, announcement: Announcement) -> list[tuple[str, Sound]]:
        """Language and sound of a call, once each in the order spoken."""

    async def phrase(self, language: str, text: str) -> Sound:
        """The sound of one sentence."""

    async def check(self) -> VoiceFailed | None:
        """What keeps it from making any."""


class Synthesis:
    """Makes the sounds of calls with espeak-ng; `cache` keeps what was made."""

    def __init__(self, cache: PhraseCache) -> None:
        self._cache = cache

    async def phrases(self, announcement: Announcement) -> list[tuple[str, Sound]]:
        """Language and sound of a call, once each in the order spoken."""
        texts = list(announcement.texts())
        sounds = await together(self.phrase(*said) for said in texts)
        return [(language, sound) for (language, _), sound in zip(texts, sounds, strict=True)]

    async def phrase(self, language: str, text: str) -> Sound:
        """The sound of one sentence; VoiceFailed when espeak-ng is missing or makes none."""
        voice, text = VOICES[language], for_synthesis(text, language)
        kept = self._cache.get(voice, text)
        if kept is not None:
            return kept
        sound = await _synthesised(voice, text)
        self._cache.put(voice, text, sound)
        return sound

    async def check(self) -> VoiceFailed | None:
        """Whether espeak-ng is here with both voices; it speaks wrongly without saying so."""
        if shutil.which(PROGRAM) is None:
            return VoiceFailed("check.espeak_missing")
        listed = await run_program((PROGRAM, "--voices"))
        for voice in VOICES.values():
            if voice not in listed.printed.split():
                return VoiceFailed("check.mandarin_missing", voice=voice)
        return None


async def together(making: Iterable[Coroutine[Any, Any, Sound]]) -> list[Sound]:
    """Sounds made at the same time; when one cannot be, the others are given up."""
    tasks = [asyncio.ensure_future(one) for one in making]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


def opening(announcement: Announcement) -> Sound:
    """What sounds before the first phrase: the chime, or nothing."""
    if not announcement.delivery.chime:
        return silence(0)
    return read_wav(resource("sounds", "chime.wav"))


async def _synthesised(voice: str, text: str) -> Sound:
    with tempfile.TemporaryDirectory(prefix="branchfloor-voice-") as folder:
        wav = Path(folder) / "phrase.wav"
        argv = (PROGRAM, "-v", voice, "-s", str(_WORDS_A_MINUTE), "-w", str(wav), "--", text)
        try:
            ended = await run_program(argv)
        except OSError as error:
            raise VoiceFailed("check.espeak_missing") from error
        if ended.code:
            raise VoiceFailed("check.synthesis_failed", program=PROGRAM, why=ended.said)
        # A phrase is a hundred thousand samples: levelled in a thread, the screen stays live.
        sound = await asyncio.to_thread(_levelled, wav)
    if not sound.rms:
        raise VoiceFailed("check.synthesis_failed", program=PROGRAM, why="silence")
    return sound


def _levelled(wav: Path) -> Sound:
    try:
        return read_wav(wav).trimmed().levelled()
    except (OSError, EOFError, ValueError, wave.Error) as error:
        raise VoiceFailed("check.synthesis_failed", program=PROGRAM, why=str(error)) from error
