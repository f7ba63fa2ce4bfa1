"""Phrases made by pyttsx3: SAPI5, the voice of Windows; espeak's library on Linux, for trying out.

The library is imported when it is first used. It knows one engine a process and hangs when two
threads drive it, so one thread of its own makes one phrase after the other; a phrase is written to
a file, levelled, kept and then played by us: order, loudness and quiet hours stay the floor's.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import wave
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from branchfloor.devices.faults import VoiceFailed

from .forms import read_any_wav
from .spelling import for_synthesis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .announcement import Announcement
    from .cache import PhraseCache
    from .sound import Sound

LIBRARY = "pyttsx3"
WANTED = {
    "zh_CN": ("cmn-latn-pinyin", "zh-cn", "zh_cn", "huihui", "yaoyao", "kangkang"),
    "en": ("en-us", "en_us", "zira", "david", "en-gb", "en_gb"),
}
"""What the voice of a language is known by, the best first; ids, names and languages are looked at.
An unknown voice would be spoken by another without a word, so none is guessed.
"""

_WORDS_A_MINUTE = 150
_TRIES = 3
"""The library's espeak writes a file without sound now and then when the PC is busy."""

_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pyttsx3")


class SapiSynthesis:
    """Makes the sounds of calls with pyttsx3; `cache` keeps what was made.

    A phrase in the making cannot be cut short; what is cut is its playing.
    """

    def __init__(self, cache: PhraseCache) -> None:
        self._cache = cache

    async def phrases(self, announcement: Announcement) -> list[tuple[str, Sound]]:
        """Language and sound of a call, once each in the order spoken."""
        return [(said[0], await self.phrase(*said)) for said in announcement.texts()]

    async def phrase(self, language: str, text: str) -> Sound:
        """The sound of one sentence; VoiceFailed when the library or a voice is missing."""
        kept = self._cache.get(f"{LIBRARY} {language}", text)
        if kept is not None:
            return kept
        sound: Sound = await _working(_made, language, text)
        self._cache.put(f"{LIBRARY} {language}", text, sound)
        return sound

    async def check(self) -> VoiceFailed | None:
        """Whether the library is here and has a voice for each language."""
        try:
            for language in WANTED:
                await _working(_voice_id, language)
        except VoiceFailed as fault:
            return fault
        return None


async def _working(work: Any, *given: str) -> Any:
    return await asyncio.get_running_loop().run_in_executor(_worker, work, *given)


def _engine() -> Any:
    """The engine of this process; VoiceFailed says what keeps it from starting."""
    try:
        return import_module(LIBRARY).init()
    except ImportError as error:
        raise VoiceFailed("check.pyttsx3_missing") from error
    except (OSError, RuntimeError, KeyError, AttributeError) as error:
        why = str(error) or type(error).__name__
        raise VoiceFailed("check.synthesis_failed", program=LIBRARY, why=why) from error


def _voice_id(language: str) -> str:
    found = voice_of(_engine().getProperty("voices"), language)
    if found is None:
        raise VoiceFailed("check.no_voice_for", program=LIBRARY, language=language)
    return found


def voice_of(voices: Iterable[Any], language: str) -> str | None:
    """The id of the best voice for a language among those of an engine; None when none fits."""
    named = [(str(voice.id), _words_of(voice)) for voice in voices]
    for mark in WANTED[language]:
        for name, words in named:
            if mark in words:
                return name
    return None


def _words_of(voice: Any) -> str:
    languages = (
        one.decode("ascii", "ignore") if isinstance(one, bytes) else str(one)
        for one in voice.languages or ()
    )
    return " ".join((str(voice.id), str(voice.name), *languages)).lower()


def _made(language: str, text: str) -> Sound:
    for _ in range(_TRIES):
        sound = _once(language, text)
        if sound.rms:
            return sound
    raise VoiceFailed("check.synthesis_failed", program=LIBRARY, why="silence")


def _once(language: str, text: str) -> Sound:
    """One phrase, one run of the engine: it mixes up two."""
    voice, engine = _voice_id(language), _engine()
    engine.setProperty("voice", voice)
    engine.setProperty("rate", _WORDS_A_MINUTE)
    with tempfile.TemporaryDirectory(prefix="branchfloor-voice-") as folder:
        wav = Path(folder) / "phrase.wav"
        try:
            engine.save_to_file(_given(text, language), str(wav))
            engine.runAndWait()
            return read_any_wav(wav).trimmed().levelled()
        except (OSError, EOFError, ValueError, RuntimeError, wave.Error) as error:
            why = str(error) or type(error).__name__
            raise VoiceFailed("check.synthesis_failed", program=LIBRARY, why=why) from error


def _given(text: str, language: str) -> str:
    """SAPI5 reads Chinese as it is written; espeak must be helped."""
    return text if sys.platform == "win32" else for_synthesis(text, language)
