"""A bank's own recordings: pieces in their order, and synthesis for what is missing."""

import pytest

from branchfloor.devices.voice import voice_from
from branchfloor.devices.voice.cache import PhraseCache
from branchfloor.devices.voice.recorded import Recorded, pieces
from branchfloor.devices.voice.sound import chime, silence
from branchfloor.devices.voice.synthesis import Synthesis
from tests.devices.voice_builders import a_call

ALL = {
    "zh_CN": ("before", "to", "place-counter", "again", "A", *"0123456789", "n3"),
    "en": ("before", "to-counter", "again", "A", *"0123456789", "n3"),
}


@pytest.fixture(scope="module")
def piece():
    return chime().wav()


@pytest.fixture
def folder(tmp_path, piece):
    """Each piece is the chime, so that nothing of it can come from a synthesiser."""
    for language, names in ALL.items():
        (tmp_path / "pieces" / language).mkdir(parents=True)
        for name in names:
            (tmp_path / "pieces" / language / f"{name}.wav").write_bytes(piece)
    return tmp_path / "pieces"


@pytest.fixture
def recorded(folder, tmp_path):
    return Recorded(folder, Synthesis(PhraseCache(tmp_path / "kept")))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh_CN", ["before", "A", "0", "3", "1", "to", "n3", "place-counter"]),
        ("en", ["before", "A", "0", "3", "1", "to-counter", "n3"]),
    ],
)
def test_a_call_is_its_pieces_in_order(language, names):
    assert list(pieces(a_call(), language)) == names
    assert list(pieces(a_call(recall=True), language)) == [*names, "again"]


def test_a_counter_that_is_no_number_is_its_signs():
    assert list(pieces(a_call(counter="R1"), "en"))[-2:] == ["R", "1"]


async def test_recorded_pieces_make_the_whole_call(recorded, tmp_path):
    (_, zh), (_, en) = await recorded.phrases(a_call())
    assert zh.length_s > 8 * 0.8
    assert en.length_s < zh.length_s
    assert list((tmp_path / "kept").glob("*.wav")) == []  # nothing was synthesised
    assert await recorded.check() is None


async def test_a_sentence_with_a_missing_piece_is_synthesised_whole(recorded, folder, tmp_path):
    (folder / "zh_CN" / "to.wav").unlink()
    (_, zh), (_, en) = await recorded.phrases(a_call())
    assert 1.0 < zh.length_s < 6.0
    assert len(list((tmp_path / "kept").glob("*.wav"))) == 1
    assert en.length_s > 5.0


async def test_a_piece_of_another_form_is_not_played(recorded, folder):
    (folder / "en" / "before.wav").write_bytes(b"RIFF nothing of the kind")
    (_, _), (_, en) = await recorded.phrases(a_call())
    assert en.length_s < 6.0


async def test_a_missing_digit_is_told(recorded, folder):
    (folder / "en" / "7.wav").unlink()
    fault = await recorded.check()
    assert fault.code == "check.piece_missing"
    assert "7.wav" in fault.sentence("en")


async def test_a_voice_with_pieces_is_found_by_its_words(folder, tmp_path):
    voice = voice_from(f"file:{tmp_path / 'said'}?pieces={folder}", cache=tmp_path / "kept")
    await voice.speak(a_call())
    assert len(list((tmp_path / "said").glob("*.wav"))) == 2


def test_softer_is_softer_and_no_louder_ever():
    sound = chime()
    assert max(sound.scaled(0.4).samples) == pytest.approx(0.4 * max(sound.samples), abs=1)
    assert sound.scaled(2.0) is sound
    assert silence(0.1).scaled(0.4).rms == 0.0
