"""From the words of a setting or `--voice` to the voice they mean."""

from pathlib import Path

from branchfloor.devices.faults import VoiceFailed

from .announcement import Voice
from .cache import PhraseCache, cache_folder
from .espeak import EspeakVoice
from .files import FileVoice
from .output import loudspeaker
from .quiet import NoVoice
from .recorded import Recorded
from .sapi import SapiSynthesis
from .synthesis import Phrases, Synthesis


def voice_from(spec: str, *, cache: Path | None = None) -> Voice:
    """The voice of `espeak`, `pyttsx3` (SAPI5 on Windows), `file:FOLDER` or `none`.

    `?pieces=FOLDER` behind any puts the bank's own recordings in place of synthesis.
    `cache` is where phrases are kept, the user's cache folder by default. Anything else raises
    VoiceFailed with the sentence that says what there is.
    """
    spec, _, pieces = spec.partition("?pieces=")
    driver, _, argument = spec.partition(":")
    if spec == "none":
        return NoVoice()
    kept = PhraseCache(cache or cache_folder())
    made = SapiSynthesis(kept) if spec == "pyttsx3" else Synthesis(kept)
    synthesis: Phrases = Recorded(Path(pieces), made) if pieces else made
    if spec in ("espeak", "pyttsx3"):
        return EspeakVoice(synthesis, loudspeaker())
    if driver == "file" and argument:
        return FileVoice(synthesis, Path(argument))
    raise VoiceFailed("check.voice_unknown", spec=spec)
