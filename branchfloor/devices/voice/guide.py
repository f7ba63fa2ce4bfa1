"""The voice at a kiosk's ear: it reads a page to one person, and is cut the moment it is told.

Unlike the hall's voice it waits for nothing: whoever moves on does not want to hear the rest.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from branchfloor.devices.faults import VoiceFailed

from .cache import PhraseCache, cache_folder
from .espeak import Speaker
from .files import write_numbered
from .output import loudspeaker
from .sapi import SapiSynthesis
from .sound import Sound
from .synthesis import Phrases, Synthesis

_SENTENCE = re.compile(r"(?:[^。！？.!?\n]|\.(?=\d))+[。！？.!?]?")
_SHORT = {"zh_CN": "zh", "en": "en"}


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is read aloud: the text, its language (`zh_CN` or `en`), loudness from 0 to 1."""

    text: str
    language: str
    volume: float = 1.0


class GuideVoice(Protocol):
    """Reads one utterance aloud."""

    async def read(self, utterance: Utterance) -> None:
        """Read it to its end; VoiceFailed when it was not heard. Cancelling cuts it."""

    async def check(self) -> VoiceFailed | None:
        """What keeps this voice from reading on this PC, or None when it is ready."""


def sentences_of(text: str) -> list[str]:
    """The text in sentences: the first is heard while the second is being made."""
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip()]


class EspeakGuide:
    """Reads through the headphones of this PC; sentences that are said often are kept."""

    def __init__(self, synthesis: Phrases, loudspeaker: Speaker) -> None:
        self._synthesis = synthesis
        self._loudspeaker = loudspeaker

    async def read(self, utterance: Utterance) -> None:
        """Sentence by sentence: the next is made while this one is heard."""
        coming: asyncio.Task[Sound] | None = None
        try:
            for sentence in [*sentences_of(utterance.text), None]:
                ready, coming = coming, self._made(utterance, sentence) if sentence else None
                if ready is not None:
                    await self._loudspeaker.play((await ready).scaled(utterance.volume))
        finally:
            if coming is not None:
                coming.cancel()

    def _made(self, utterance: Utterance, sentence: str) -> asyncio.Task[Sound]:
        return asyncio.ensure_future(self._synthesis.phrase(utterance.language, sentence))

    async def check(self) -> VoiceFailed | None:
        """The first thing missing: espeak-ng, its Mandarin voice, a player, a sound device."""
        return await self._synthesis.check() or await self._loudspeaker.check()


class FileGuide:
    """Writes `0001-guide-zh.wav` and, beside it, the words as `.txt`: in the order of reading."""

    def __init__(self, synthesis: Phrases, folder: Path) -> None:
        self._synthesis = synthesis
        self.folder = folder

    async def read(self, utterance: Utterance) -> None:
        """Write one file an utterance."""
        whole = None
        for sentence in sentences_of(utterance.text):
            sound = await self._synthesis.phrase(utterance.language, sentence)
            whole = sound if whole is None else whole + sound
        if whole is not None:
            name = f"guide-{_SHORT[utterance.language]}"
            path = write_numbered(self.folder, name, whole.scaled(utterance.volume))
            path.with_suffix(".txt").write_text(utterance.text, encoding="utf-8")

    async def check(self) -> VoiceFailed | None:
        """Whether espeak-ng is here."""
        return await self._synthesis.check()


def guide_from(spec: str, *, cache: Path | None = None) -> GuideVoice | None:
    """The guide of `espeak`, `pyttsx3` or `file:FOLDER`; None for `none`.

    `cache` is where sentences are kept, the user's cache folder by default. Anything else raises
    VoiceFailed with the sentence that says what there is.
    """
    driver, _, argument = spec.partition(":")
    if spec == "none":
        return None
    kept = PhraseCache(cache or cache_folder() / "guide")
    synthesis = SapiSynthesis(kept) if spec == "pyttsx3" else Synthesis(kept)
    if spec in ("espeak", "pyttsx3"):
        return EspeakGuide(synthesis, loudspeaker())
    if driver == "file" and argument:
        return FileGuide(synthesis, Path(argument))
    raise VoiceFailed("check.voice_unknown", spec=spec)


class Guide:
    """Reads one thing at a time: what comes next cuts what is being read, in mid-word."""

    def __init__(self, voice: GuideVoice, failed: Callable[[VoiceFailed], None]) -> None:
        self._voice, self._failed = voice, failed
        self._turn: asyncio.Task[None] | None = None

    def read(self, utterance: Utterance | None) -> None:
        """Read this instead; None is silence. Needs a running loop."""
        if self._turn is not None:
            self._turn.cancel()
            self._turn = None
        if utterance is not None:
            self._turn = asyncio.ensure_future(self._read(utterance))

    @property
    def reading(self) -> bool:
        """Whether something is being read now."""
        return self._turn is not None and not self._turn.done()

    async def settled(self) -> None:
        """Wait until what is being read has been read."""
        if self._turn is not None:
            await asyncio.gather(self._turn, return_exceptions=True)

    async def stop(self) -> None:
        """Fall silent, and wait until it is."""
        turn = self._turn
        self.read(None)
        if turn is not None:
            await asyncio.gather(turn, return_exceptions=True)

    async def _read(self, utterance: Utterance) -> None:
        try:
            await self._voice.read(utterance)
        except VoiceFailed as fault:
            self._failed(fault)
