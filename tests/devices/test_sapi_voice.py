"""The voice of pyttsx3: choice of a voice, what is missing, and, where the library is, its sound.

SAPI5 itself speaks only on Windows, where none of this was run.
"""

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from branchfloor.devices.voice import VoiceFailed, voice_from
from branchfloor.devices.voice.cache import PhraseCache
from branchfloor.devices.voice.guide import guide_from
from branchfloor.devices.voice.sapi import SapiSynthesis, voice_of
from branchfloor.devices.voice.sound import LEVEL_RMS, silence
from tests.devices.voice_builders import a_call

TOKENS = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Speech\Voices\Tokens"
WINDOWS = [
    SimpleNamespace(
        id=rf"{TOKENS}\TTS_MS_EN-US_ZIRA_11.0", name="Microsoft Zira Desktop", languages=["en-US"]
    ),
    SimpleNamespace(
        id=rf"{TOKENS}\TTS_MS_ZH-CN_HUIHUI_11.0",
        name="Microsoft Huihui Desktop",
        languages=["zh-CN"],
    ),
]
LINUX = [
    SimpleNamespace(id="sit/cmn", name="Chinese (Mandarin)", languages=[b"\x05cmn"]),
    SimpleNamespace(id="sit/cmn-Latn-pinyin", name="Chinese", languages=[b"\x05cmn-latn-pinyin"]),
    SimpleNamespace(id="gmw/en-US", name="English (America)", languages=[b"\x02en-us"]),
]


class SilentEngine:
    """A library that is there but writes files without sound, or has no Chinese."""

    def __init__(self, voices):
        self._voices, self.wavs = voices, 0

    def init(self):
        return self

    def getProperty(self, name):  # noqa: N802
        assert name == "voices"
        return self._voices

    def setProperty(self, name, value):  # noqa: N802
        pass

    def save_to_file(self, text, path):
        self.wavs += 1
        Path(path).write_bytes(silence(0.2).wav())

    def runAndWait(self):  # noqa: N802
        pass


@pytest.fixture
def synthesis(tmp_path):
    return SapiSynthesis(PhraseCache(tmp_path / "cache"))


@pytest.mark.parametrize(
    ("voices", "chinese", "english"),
    [(WINDOWS, "HUIHUI", "ZIRA"), (LINUX, "cmn-Latn-pinyin", "en-US")],
)
def test_each_language_has_the_voice_that_is_known_for_it(voices, chinese, english):
    assert chinese in voice_of(voices, "zh_CN")
    assert english in voice_of(voices, "en")


def test_no_voice_is_guessed():
    assert voice_of(WINDOWS[:1], "zh_CN") is None


async def test_without_the_library_the_check_says_so_in_one_sentence(synthesis, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyttsx3", None)
    fault = await synthesis.check()
    assert fault is not None
    assert fault.code == "check.pyttsx3_missing"
    assert fault.sentence("en").count(".") == 1
    with pytest.raises(VoiceFailed, match="pyttsx3"):
        await synthesis.phrase("en", "Hello")


async def test_a_language_without_a_voice_is_named(synthesis, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyttsx3", SilentEngine(WINDOWS[:1]))
    fault = await synthesis.check()
    assert fault is not None
    assert str(fault).startswith("pyttsx3 has no voice for Chinese on this PC")


async def test_a_phrase_without_sound_is_made_again_and_then_refused(synthesis, monkeypatch):
    engine = SilentEngine(WINDOWS)
    monkeypatch.setitem(sys.modules, "pyttsx3", engine)
    with pytest.raises(VoiceFailed, match="silence"):
        await synthesis.phrase("en", "Hello")
    assert engine.wavs == 3


async def test_it_is_a_voice_like_the_others(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyttsx3", None)
    voice = voice_from("pyttsx3", cache=tmp_path)
    fault = await voice.check()
    assert fault is not None
    assert fault.code == "check.pyttsx3_missing"


async def test_a_kiosk_may_be_read_aloud_by_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyttsx3", None)
    guide = guide_from("pyttsx3", cache=tmp_path)
    fault = await guide.check()
    assert fault is not None
    assert fault.code == "check.pyttsx3_missing"


async def test_real_phrases_are_heard_equally_loud_and_kept(synthesis):
    pytest.importorskip("pyttsx3")
    assert await synthesis.check() is None
    said = await synthesis.phrases(a_call(1, "A031", "3"))
    assert [language for language, _ in said] == ["zh_CN", "en"]
    for _, sound in said:
        assert 1.5 < sound.length_s < 6
        assert sound.rms == pytest.approx(LEVEL_RMS, rel=0.35)
    assert await synthesis.phrases(a_call(1, "A031", "3")) == said


async def test_real_phrases_asked_for_at_once_are_made_one_after_the_other(synthesis):
    pytest.importorskip("pyttsx3")
    texts = [f"Ticket A {n}" for n in ("one", "two", "three", "four")]
    async with asyncio.timeout(20):
        sounds = await asyncio.gather(*(synthesis.phrase("en", text) for text in texts))
    assert all(sound.rms for sound in sounds)
