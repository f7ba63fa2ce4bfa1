"""Samples in and out, level, silence and the chime."""

from array import array
from math import pi, sin

import pytest

from branchfloor.devices.voice.sound import (
    LEVEL_RMS,
    RATE_HZ,
    Sound,
    _times,
    chime,
    read_wav,
    silence,
)
from branchfloor.resources import resource


def a_tone(height, length_s=0.5):
    steps = range(int(RATE_HZ * length_s))
    return Sound(array("h", [int(height * sin(2 * pi * 440 * i / RATE_HZ)) for i in steps]))


def test_a_sound_survives_its_file(tmp_path):
    sound = a_tone(8_000)
    (tmp_path / "tone.wav").write_bytes(sound.wav())
    assert read_wav(tmp_path / "tone.wav") == sound
    assert sound.length_s == pytest.approx(0.5)


def test_a_file_of_another_form_is_refused(tmp_path):
    wav = bytearray(a_tone(8_000).wav())
    wav[24:28] = (8_000).to_bytes(4, "little")
    (tmp_path / "slow.wav").write_bytes(wav)
    with pytest.raises(ValueError, match="8000"):
        read_wav(tmp_path / "slow.wav")


@pytest.mark.parametrize("height", [1_500, 4_000, 12_000])
def test_loud_and_quiet_come_to_one_level(height):
    assert a_tone(height).levelled().rms == pytest.approx(LEVEL_RMS, rel=0.05)


def test_levelling_never_clips():
    # One sharp peak over a quiet voice: the gain stops at the peak.
    sound = a_tone(600)
    sound.samples[100] = 30_000
    levelled = sound.levelled()
    assert max(levelled.samples) <= 31_000
    assert levelled.rms < LEVEL_RMS


def test_silence_stays_silent():
    assert silence(0.2).levelled() == silence(0.2).trimmed() == silence(0.2)
    assert silence(0.2).rms == 0.0
    assert silence(0.2).length_s == pytest.approx(0.2)


def test_trimming_leaves_what_is_heard():
    sound = silence(1.0) + a_tone(8_000) + silence(1.0)
    assert 0.5 < sound.trimmed().length_s < 0.6


def test_the_chime_is_the_documented_one_and_soft():
    made, kept = chime(), read_wav(resource("sounds", "chime.wav"))
    assert len(made.samples) == len(kept.samples)
    assert max(abs(a - b) for a, b in zip(made.samples, kept.samples, strict=True)) <= 1
    assert 1_000 < kept.rms < LEVEL_RMS
    assert abs(kept.samples[0]) < 50
    assert abs(kept.samples[-1]) < 50


@pytest.mark.parametrize("gain", [0.0, 0.3, 0.999, 1.0, 1.37, 2.0, 7.5, 103.0])
def test_all_samples_are_multiplied_alike(gain: float):
    most = int(32_767 / max(1.0, gain))
    samples = array("h", [most, -most, 0, 1, -1, *range(-most, most, most // 9)])
    made = _times(samples, gain)
    assert all(abs(new - gain * was) <= 3 for new, was in zip(made, samples, strict=True))
    assert not _times(array("h"), gain)
