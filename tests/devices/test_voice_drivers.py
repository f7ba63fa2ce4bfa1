"""The drivers: files in order, the loudspeaker's processes, and what they say when they cannot."""

import asyncio
import contextlib
import os
import re
import tempfile
import time
from pathlib import Path

import pytest

from branchfloor.devices.voice import Delivery, HeardVoice, NoVoice, VoiceFailed, voice_from
from branchfloor.devices.voice.cache import PhraseCache, cache_folder
from branchfloor.devices.voice.espeak import EspeakVoice
from branchfloor.devices.voice.files import FileVoice
from branchfloor.devices.voice.playback import Loudspeaker
from branchfloor.devices.voice.sound import LEVEL_RMS, Sound, read_wav, silence
from branchfloor.devices.voice.synthesis import Synthesis, together
from tests.devices.voice_builders import a_call, a_program


@pytest.fixture
def synthesis(tmp_path):
    return Synthesis(PhraseCache(tmp_path / "cache"))


@pytest.fixture
def files(tmp_path, synthesis):
    return FileVoice(synthesis, tmp_path / "wav")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


async def test_files_sorted_by_name_are_in_the_order_of_speaking(files):
    await files.speak(a_call(1, "A031", "3"))
    await files.speak(a_call(2, "C007", "R1", place="room"))
    await files.speak(a_call(3, "A031", "3", recall=True))
    assert names(files.folder) == [
        "0001-A031-3-zh.wav",
        "0002-A031-3-en.wav",
        "0003-C007-R1-zh.wav",
        "0004-C007-R1-en.wav",
        "0005-A031-3-zh.wav",
        "0006-A031-3-en.wav",
    ]


async def test_a_folder_is_continued_by_another_process(files, synthesis):
    await files.speak(a_call(1))
    await FileVoice(synthesis, files.folder).speak(a_call(2, "A032"))
    assert names(files.folder)[2:] == ["0003-A032-3-zh.wav", "0004-A032-3-en.wav"]


async def test_files_have_the_right_length_and_are_heard(files):
    await files.speak(a_call(1, "A031", "12"))
    for path in files.folder.iterdir():
        sound = read_wav(path)
        assert 1.0 < sound.length_s < 9.0
        assert sound.rms > 2_000
        heard = sum(abs(sample) > 300 for sample in sound.samples)
        assert heard > len(sound.samples) / 3


async def test_both_languages_are_equally_loud(files):
    await files.speak(a_call(delivery=Delivery(chime=False)))
    for path in files.folder.iterdir():
        assert read_wav(path).rms == pytest.approx(LEVEL_RMS, rel=0.15)


async def test_the_chime_comes_first_and_once(files, tmp_path, synthesis):
    plain = FileVoice(synthesis, tmp_path / "plain")
    await files.speak(a_call())
    await plain.speak(a_call(delivery=Delivery(chime=False)))
    zh, en = (read_wav(files.folder / name).length_s for name in names(files.folder))
    zh_plain, en_plain = (read_wav(plain.folder / name).length_s for name in names(plain.folder))
    assert zh - zh_plain == pytest.approx(1.0, abs=0.01)
    assert en == en_plain


async def test_a_folder_that_cannot_be_written_is_named(synthesis, tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder")
    voice = FileVoice(synthesis, tmp_path / "taken")
    with pytest.raises(VoiceFailed, match="cannot be written"):
        await voice.speak(a_call())
    fault = await voice.check()
    assert fault is not None
    assert str(tmp_path / "taken") in fault.sentence("zh_CN")


async def test_no_half_written_file_is_left(files):
    await files.speak(a_call())
    assert all(name.endswith(".wav") for name in names(files.folder))


async def test_a_folder_that_takes_no_file_is_told_before_the_first_call(synthesis):
    fault = await FileVoice(synthesis, Path("/proc/self")).check()
    assert fault is not None
    assert fault.code == "check.voice_folder"


async def test_phrases_are_kept_and_reused(synthesis, tmp_path, monkeypatch):
    first = await synthesis.phrase("en", "Ticket B zero")
    monkeypatch.setenv("PATH", str(tmp_path))  # no espeak-ng any more
    assert await synthesis.phrase("en", "Ticket B zero") == first
    with pytest.raises(VoiceFailed, match="espeak-ng is missing"):
        await synthesis.phrase("en", "Ticket B one")


async def test_a_damaged_phrase_is_made_anew(synthesis, tmp_path):
    first = await synthesis.phrase("en", "Ticket B zero")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:20])
    assert await synthesis.phrase("en", "Ticket B zero") == first


def test_only_the_latest_phrases_are_kept(tmp_path):
    cache = PhraseCache(tmp_path, limit=3)
    for n in range(6):
        cache.put("en-us", str(n), silence(0.01))
        os.utime(cache.path("en-us", str(n)), (n, n))
    cache.put("en-us", "last", silence(0.01))
    assert len(list(tmp_path.iterdir())) == 3
    assert cache.get("en-us", "0") is None
    assert cache.get("en-us", "last") == silence(0.01)


def test_a_cache_that_cannot_be_written_fails_nothing(tmp_path):
    (tmp_path / "taken").write_text("")
    cache = PhraseCache(tmp_path / "taken")
    cache.put("en-us", "text", silence(0.01))
    assert cache.get("en-us", "text") is None


def player(tmp_path, *lines, name="play"):
    return Loudspeaker(((str(a_program(tmp_path, name, *lines)),),))


async def test_the_loudspeaker_plays_the_whole_call_twice_after_one_chime(synthesis, tmp_path):
    kept = tmp_path / "played.wav"
    voice = EspeakVoice(synthesis, player(tmp_path, f'cp "$1" {kept}'))
    await voice.speak(a_call())
    twice = read_wav(kept)
    await voice.speak(a_call(delivery=Delivery(repeats=1)))
    once = read_wav(kept)
    assert 7.0 < once.length_s < 12.0
    assert twice.length_s == pytest.approx(2 * once.length_s - 1.0, abs=0.01)


async def test_the_spoken_call_begins_with_mandarin(synthesis, tmp_path):
    kept = tmp_path / "played.wav"
    voice = EspeakVoice(synthesis, player(tmp_path, f'cp "$1" {kept}'))
    call = a_call(delivery=Delivery(chime=False))
    await voice.speak(call)
    mandarin = await synthesis.phrase("zh_CN", call.text("zh_CN"))
    assert Sound(read_wav(kept).samples[: len(mandarin.samples)]) == mandarin


async def test_a_device_that_fails_is_reported_with_its_words(tmp_path):
    speaker = player(tmp_path, "echo 'audio open error: No such device' >&2", "exit 1")
    with pytest.raises(VoiceFailed, match="No such device"):
        await speaker.play(silence(0.1))
    fault = await speaker.check()
    assert fault is not None
    assert fault.sentence("zh_CN").startswith("声音设备未能播放")


async def test_the_next_player_is_tried_and_the_good_one_kept(tmp_path):
    bad = a_program(tmp_path, "bad", f"echo bad >> {tmp_path}/log", "exit 1")
    good = a_program(tmp_path, "good", f"echo good >> {tmp_path}/log")
    speaker = Loudspeaker((("no-such-player",), (str(bad),), (str(good),)))
    await speaker.play(silence(0.1))
    await speaker.play(silence(0.1))
    assert (tmp_path / "log").read_text().split() == ["bad", "good", "good"]
    assert await speaker.check() is None


async def test_no_player_at_all_is_told(tmp_path):
    fault = await Loudspeaker((("no-such-player",),)).check()
    assert fault is not None
    assert fault.sentence("en") == "No program can play sounds; install the package alsa-utils."


async def test_the_voice_is_ready_when_a_silent_sound_plays(synthesis, tmp_path):
    assert await EspeakVoice(synthesis, player(tmp_path, "exit 0")).check() is None
    fault = await EspeakVoice(synthesis, player(tmp_path, "exit 1", name="bad")).check()
    assert fault is not None
    assert fault.code == "check.sound_failed"


async def test_no_room_for_the_sound_is_told(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/proc/self")
    with pytest.raises(VoiceFailed, match="did not play"):
        await Loudspeaker().play(silence(0.1))


async def test_a_cut_call_kills_the_playing_program(synthesis, tmp_path):
    pid = tmp_path / "pid"
    voice = EspeakVoice(
        synthesis,
        player(tmp_path, f"echo $$ > {pid}.part", f"mv {pid}.part {pid}", "exec sleep 60"),
    )
    speaking = asyncio.ensure_future(voice.speak(a_call()))
    async with asyncio.timeout(5):
        while not pid.exists():  # noqa: ASYNC110  # a file of another process has no event
            await asyncio.sleep(0.01)
    began = time.monotonic()
    speaking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await speaking
    assert time.monotonic() - began < 2.0
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


async def test_missing_espeak_is_told(synthesis, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    fault = await synthesis.check()
    assert fault is not None
    assert fault.sentence("en").startswith("The program espeak-ng is missing")


async def test_a_missing_mandarin_voice_is_told(synthesis, tmp_path, monkeypatch):
    # espeak-ng itself returns 0 for a voice it does not have, and speaks another.
    a_program(tmp_path, "espeak-ng", "echo ' 5  cmn  --/M  Chinese sit/cmn'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    fault = await synthesis.check()
    assert fault is not None
    assert "cmn-latn-pinyin" in fault.sentence("zh_CN")


@pytest.mark.parametrize(
    ("lines", "why"),
    [(("echo 'no memory' >&2", "exit 2"), "no memory"), (("exit 0",), "phrase.wav")],
)
async def test_a_synthesis_that_fails_is_told(synthesis, tmp_path, monkeypatch, lines, why):
    a_program(tmp_path, "espeak-ng", *lines)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(VoiceFailed, match=re.escape(why)):
        await synthesis.phrase("en", "Ticket B zero")


async def test_a_silent_synthesis_is_a_failure(synthesis, tmp_path, monkeypatch):
    (tmp_path / "quiet.wav").write_bytes(silence(1.0).wav())
    a_program(tmp_path, "espeak-ng", f'cp {tmp_path}/quiet.wav "$6"')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(VoiceFailed, match="silence"):
        await synthesis.phrase("en", "Ticket B zero")


async def test_this_pc_has_both_voices(synthesis, files):
    assert await synthesis.check() is None
    assert await files.check() is None


async def test_many_calls_at_once_make_whole_sounds(synthesis):
    calls = [a_call(n, f"A{n:03d}") for n in range(12)]
    sounds = await asyncio.gather(*(synthesis.phrase("en", call.text("en")) for call in calls))
    assert all(2.0 < sound.length_s < 5.0 for sound in sounds)


@pytest.mark.parametrize(
    ("spec", "kind"), [("none", NoVoice), ("espeak", EspeakVoice), ("file:calls", FileVoice)]
)
def test_a_voice_is_found_by_its_words(spec, kind, tmp_path):
    assert isinstance(voice_from(spec, cache=tmp_path), kind)


def test_a_file_voice_keeps_the_folder_asked_for():
    voice = voice_from("file:C:/calls")
    assert isinstance(voice, FileVoice)
    assert voice.folder == Path("C:/calls")
    assert cache_folder().name == "voice"


@pytest.mark.parametrize("spec", ["", "file:", "file", "loud", "espeak:fast"])
def test_an_unknown_voice_is_refused_with_what_there_is(spec):
    with pytest.raises(VoiceFailed, match="choose espeak, pyttsx3, file:FOLDER or none"):
        voice_from(spec)


async def test_silence_and_the_double():
    await NoVoice().speak(a_call())
    assert await NoVoice().check() is None
    heard = HeardVoice()
    await heard.speak(a_call())
    assert heard.sentences[0] == "请A零三一号到3号窗口"
    assert await heard.check() is None
    heard.fault = VoiceFailed("check.player_missing")
    with pytest.raises(VoiceFailed):
        await heard.speak(a_call())
    assert await heard.check() is heard.fault


async def test_phrases_are_made_at_the_same_time_and_given_up_together():
    begun: list[str] = []
    given_up: list[str] = []
    all_begun = asyncio.Event()

    async def make(name: str, fails: bool):
        begun.append(name)
        if len(begun) == 2:
            all_begun.set()
        await all_begun.wait()
        if fails:
            raise VoiceFailed("check.espeak_missing")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            given_up.append(name)
            raise

    with pytest.raises(VoiceFailed):
        await together([make("zh_CN", False), make("en", True)])
    assert begun == ["zh_CN", "en"]
    assert given_up == ["zh_CN"]
