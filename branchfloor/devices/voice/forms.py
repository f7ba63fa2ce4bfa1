"""WAV files of other forms brought to ours: 22 050 Hz, one channel, 16 bit."""

import wave
from array import array
from pathlib import Path

from .sound import RATE_HZ, Sound

_BYTES_8, _BYTES_16 = 1, 2


def read_any_wav(path: Path) -> Sound:
    """The sound of a WAV of 8 or 16 bit, any rate and channels; ValueError for other forms."""
    with wave.open(str(path), "rb") as file:
        width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
        data = file.readframes(file.getnframes())
    if width not in (_BYTES_8, _BYTES_16):
        raise ValueError(f"{path.name} has {width * 8} bits")
    return Sound(_at_our_rate(_one_channel(_samples(data, width), channels), rate))


def _samples(data: bytes, width: int) -> "array[int]":
    """Eight bits are counted from 0, sixteen from the middle."""
    if width == _BYTES_8:
        return array("h", [(byte - 128) << 8 for byte in data])
    return array("h", data[: len(data) // 2 * 2])


def _one_channel(samples: "array[int]", channels: int) -> "array[int]":
    if channels == 1:
        return samples
    parts = [samples[at::channels] for at in range(channels)]
    return array("h", [sum(both) // channels for both in zip(*parts, strict=False)])


def _at_our_rate(samples: "array[int]", rate: int) -> "array[int]":
    """Between two samples the line from one to the other: enough for speech."""
    if rate == RATE_HZ or len(samples) < 2:
        return samples
    step, last = rate / RATE_HZ, len(samples) - 1
    places = (at * step for at in range(int(last / step) + 1))
    return array("h", [_between(samples, place) for place in places])


def _between(samples: "array[int]", place: float) -> int:
    at = int(place)
    here, there = samples[at], samples[min(at + 1, len(samples) - 1)]
    return round(here + (there - here) * (place - at))
