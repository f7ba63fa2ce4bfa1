"""How soon a call can be heard: from the call to one whole sound, handed to the player."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from branchfloor.devices.faults import VoiceFailed
from branchfloor.devices.voice.announcement import Announcement
from branchfloor.devices.voice.cache import PhraseCache
from branchfloor.devices.voice.espeak import EspeakVoice
from branchfloor.devices.voice.playback import Loudspeaker
from branchfloor.devices.voice.programs import run_program
from branchfloor.devices.voice.sound import Sound
from branchfloor.devices.voice.synthesis import PROGRAM, VOICES, Synthesis, opening

from .floors import A_DAY, A_TIME
from .plan import Bench
from .result import Result, within
from .timing import percentile

READY_MS = 60.0


def measure(bench: Bench) -> Iterator[Result]:
    """A call in Chinese and English whose phrases were never made, and the same once more."""
    found = asyncio.run(_speak(bench.folder, bench.plan.calls_spoken))
    rows = (
        ("uncached", "bare", "phrases made for it; the two bare espeak-ng processes"),
        ("cached", "chime", "phrases kept from before; reading the chime alone"),
    )
    for name, reference, note in rows:
        ours, bare = (percentile(found[which], 0.95) for which in (name, reference))
        said = f"call to whole sound, {note}"
        row = Result(f"speech_{name}_p95", ours, "ms", bare, note=said)
        yield within(row, READY_MS)


async def _speak(folder: Path, calls: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {n: [] for n in ("uncached", "bare", "cached", "chime")}
    ready = ReadySound()
    voice = EspeakVoice(Synthesis(PhraseCache(folder / "voice")), ready)
    for number in range(1, calls + 1):
        call = Announcement(number, f"A{number:03d}", "3", datetime.combine(A_DAY, A_TIME, UTC))
        found["uncached"].append(await _ready_ms(voice, ready, call))
        found["cached"].append(await _ready_ms(voice, ready, call))
        began = perf_counter()
        await _bare(call, folder / "bare.wav")
        between = perf_counter()
        opening(call)
        found["bare"].append((between - began) * 1000)
        found["chime"].append((perf_counter() - between) * 1000)
    return found


async def _ready_ms(voice: EspeakVoice, ready: "ReadySound", call: Announcement) -> float:
    began = perf_counter()
    await voice.speak(call)
    return (ready.at - began) * 1000


async def _bare(call: Announcement, wav: Path) -> None:
    """The program alone, once a language."""
    for language, text in call.texts():
        with suppress(VoiceFailed):
            await run_program((PROGRAM, "-v", VOICES[language], "-w", str(wav), "--", text))


class ReadySound(Loudspeaker):
    """Notes when a sound has come as the bytes a player reads, and keeps silent."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    async def play(self, sound: Sound) -> None:
        """Take the sound; `at` is when, by `perf_counter`."""
        sound.wav()
        self.at = perf_counter()
