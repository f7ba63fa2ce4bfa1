"""From the words of a setting or `--voice` to the voice they mean."""

from pathlib import Path

from branchfloor.devices.faults import VoiceFailed

from .announcement import Voice
from .cache import PhraseCache, cache_folder
from .espeak import EspeakVoice
from .files import FileVoice
from .playback import Loudspeaker
from .quiet import NoVoice
from .recorded import Recorded
from .synthesis import Synthesis


def voice_from(spec: str, *, cache: Path | None = None) -> Voice:
    """The voice of `espeak`, `file:FOLDER` or `none`.

    `?pieces=FOLDER` behind either puts the bank's own recordings in place of synthesis.
    `cache` is where phrases are kept, the user's cache folder by default. Anything else raises
    VoiceFailed with the sentence that says what there is.
    """
    spec, _, pieces = spec.partition("?pieces=")
    driver, _, argument = spec.partition(":")
    if driver == "pyttsx3":
        raise VoiceFailed("check.voice_windows", driver=driver)
    if spec == "none":
        return NoVoice()
    made = Synthesis(PhraseCache(cache or cache_folder()))
    synthesis = Recorded(Path(pieces), made) if pieces else made
    if spec == "espeak":
        return EspeakVoice(synthesis, Loudspeaker())
    if driver == "file" and argument:
        return FileVoice(synthesis, Path(argument))
    raise VoiceFailed("check.voice_unknown", spec=spec)
