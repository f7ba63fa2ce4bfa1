"""The kiosk's reading voice: cut at once, in order on disk, silent when it fails."""

import asyncio
import wave

import pytest

from branchfloor.devices.voice import Guide, Utterance, VoiceFailed, guide_from
from branchfloor.devices.voice.guide import FileGuide, sentences_of


class Slow:
    """A voice that reads until it is cut, and remembers."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.cut: list[str] = []

    async def read(self, utterance: Utterance) -> None:
        self.begun.append(utterance.text)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.cut.append(utterance.text)
            raise

    async def check(self) -> VoiceFailed | None:
        return None


class Broken(Slow):
    """A voice without a sound device."""

    async def read(self, utterance: Utterance) -> None:
        raise VoiceFailed("check.player_missing")


async def test_the_next_cuts_what_is_being_read():
    voice = Slow()
    guide = Guide(voice, lambda fault: pytest.fail(str(fault)))
    guide.read(Utterance("one", "en"))
    await asyncio.sleep(0)
    guide.read(Utterance("two", "en"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert voice.begun == ["one", "two"]
    assert voice.cut == ["one"]
    assert guide.reading
    await guide.stop()
    assert voice.cut == ["one", "two"]
    assert not guide.reading


async def test_what_was_cut_before_it_began_is_never_heard():
    voice = Slow()
    guide = Guide(voice, lambda fault: pytest.fail(str(fault)))
    guide.read(Utterance("one", "en"))
    guide.read(None)
    await asyncio.sleep(0)
    assert voice.begun == []


async def test_a_voice_that_fails_says_so_and_reads_on():
    faults: list[str] = []
    guide = Guide(Broken(), lambda fault: faults.append(fault.code))
    guide.read(Utterance("one", "en"))
    await guide.settled()
    guide.read(Utterance("two", "en"))
    await guide.settled()
    assert faults == ["check.player_missing"] * 2


def test_sentences_end_where_people_pause():
    assert sentences_of("您的号码是 A031。前面 5 人！\n请就座") == [
        "您的号码是 A031。",
        "前面 5 人！",
        "请就座",
    ]
    assert sentences_of("Rate 3.5 percent. Then go") == ["Rate 3.5 percent.", "Then go"]
    assert sentences_of(" \n ") == []


async def test_files_hold_sound_and_words_in_order(tmp_path):
    guide = guide_from(f"file:{tmp_path / 'said'}", cache=tmp_path / "cache")
    assert isinstance(guide, FileGuide)
    await guide.read(Utterance("请取号。谢谢", "zh_CN", 0.5))
    await guide.read(Utterance("Take a number", "en"))
    names = sorted(path.name for path in guide.folder.iterdir())
    assert names == [
        "0001-guide-zh.txt",
        "0001-guide-zh.wav",
        "0002-guide-en.txt",
        "0002-guide-en.wav",
    ]
    assert (guide.folder / names[0]).read_text("utf-8") == "请取号。谢谢"
    with wave.open(str(guide.folder / names[1])) as file:
        assert file.getnframes() > 10_000


def test_none_is_no_guide_and_an_unknown_one_is_refused():
    assert guide_from("none") is None
    with pytest.raises(VoiceFailed) as refused:
        guide_from("loud")
    assert refused.value.code == "check.voice_unknown"
