"""WAVs of other forms are brought to ours without losing what is heard."""

import wave
from array import array
from itertools import pairwise
from math import pi, sin

import pytest

from branchfloor.devices.voice.forms import read_any_wav
from branchfloor.devices.voice.sound import RATE_HZ


def a_wav(path, rate, channels=1, width=2):
    """A tone of 440 Hz, half a second, a third of the loudest."""
    tone = [sin(2 * pi * 440 * at / rate) / 3 for at in range(rate // 2)]
    if width == 1:
        data = bytes(round(128 + 127 * one) for one in tone for _ in range(channels))
    else:
        data = array("h", [round(32767 * one) for one in tone for _ in range(channels)]).tobytes()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(data * (1 if width < 3 else 2))
    return path


def crossings(samples):
    return sum(1 for a, b in pairwise(samples) if a < 0 <= b)


@pytest.mark.parametrize(
    ("rate", "channels", "width"),
    [(22_050, 1, 2), (16_000, 1, 2), (44_100, 2, 2), (11_025, 1, 1), (48_000, 1, 2)],
)
def test_the_tone_stays_the_same(tmp_path, rate, channels, width):
    sound = read_any_wav(a_wav(tmp_path / "tone.wav", rate, channels, width))
    assert sound.length_s == pytest.approx(0.5, abs=0.001)
    assert crossings(sound.samples) == pytest.approx(220, abs=2)
    assert max(sound.samples) == pytest.approx(32767 / 3, rel=0.05)
    assert len(sound.samples) == pytest.approx(RATE_HZ / 2, abs=4)


def test_what_is_no_speech_is_refused(tmp_path):
    with pytest.raises(ValueError, match="24 bits"):
        read_any_wav(a_wav(tmp_path / "tone.wav", 22_050, 1, 3))
