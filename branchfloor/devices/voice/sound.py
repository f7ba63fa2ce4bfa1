"""Sounds as plain samples: WAV in and out, level, chime. 22 050 Hz, one channel, 16 bit."""

import io
import sys
import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, pi, sin, sqrt
from operator import mul
from pathlib import Path

RATE_HZ = 22_050
LEVEL_RMS = 4_200
"""Loudness that every phrase is brought to: RMS of what is not silence, of 32 768."""

_PEAK = 31_000
_SILENCE = 300
_LEAD_S = 0.03
_RAISED = bytes(byte ^ 0x80 for byte in range(256))
"""The upper byte of a sample with 32 768 added."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of one channel at 22 050 Hz."""

    samples: "array[int]"

    @property
    def length_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / RATE_HZ

    @property
    def rms(self) -> float:
        """Root mean square of the samples that are not silence; 0.0 when all are."""
        # Every fourth sample tells the loudness of a voice in a quarter of the time.
        heard = [s for s in self.samples[::4] if not -_SILENCE < s < _SILENCE]
        return sqrt(sum(map(mul, heard, heard)) / len(heard)) if heard else 0.0

    def __add__(self, other: "Sound") -> "Sound":
        return Sound(self.samples + other.samples)

    def trimmed(self) -> "Sound":
        """Without the silence before and after, so that calls follow each other briskly."""
        before, after = _quiet(self.samples), _quiet(reversed(self.samples))
        lead = int(_LEAD_S * RATE_HZ)
        end = len(self.samples) - max(0, after - lead)
        return Sound(self.samples[max(0, before - lead) : end])

    def levelled(self) -> "Sound":
        """As loud as every other phrase, without clipping: voices differ by a third."""
        rms = self.rms
        if not rms:
            return self
        gain = min(LEVEL_RMS / rms, _PEAK / max(max(self.samples), -min(self.samples)))
        return Sound(_times(self.samples, gain))

    def scaled(self, volume: float) -> "Sound":
        """Softer by this factor, from 0 to 1."""
        if volume >= 1.0:
            return self
        return Sound(_times(self.samples, volume))

    def wav(self) -> bytes:
        """The sound as the bytes of a WAV file."""
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(self.samples.tobytes())
        return out.getvalue()


def _times(samples: "array[int]", gain: float) -> "array[int]":
    """All samples times `gain`, rounded down; gains under 128, and no product past 16 bits.

    All of them are one number, 32 bits a sample, and are multiplied at once: one by one a phrase
    takes five times as long. A sample stands there as itself plus 32 768, since a negative one
    would borrow from its neighbour; what that adds to each product is taken off again.
    """
    places, count = 15 - int(gain).bit_length(), len(samples)
    factor = int(gain * (1 << places))
    raw, lanes = samples.tobytes(), bytearray(4 * count)
    low, high = (0, 1) if sys.byteorder == "little" else (1, 0)
    lanes[0::4], lanes[1::4] = raw[low::2], raw[high::2].translate(_RAISED)
    added = (-(factor << 15) % (1 << 16 + places)).to_bytes(4, "little") * count
    whole = int.from_bytes(lanes, "little") * factor + int.from_bytes(added, "little")
    product = (whole >> places - 8).to_bytes(4 * count, "little")
    out = bytearray(2 * count)
    out[low::2], out[high::2] = product[1::4], product[2::4]
    return array("h", bytes(out))


def _quiet(samples: Iterable[int]) -> int:
    """How many samples pass before something is heard; none when nothing ever is."""
    return next((i for i, s in enumerate(samples) if not -_SILENCE < s < _SILENCE), 0)


def silence(length_s: float) -> Sound:
    """Nothing to hear, for a while."""
    return Sound(array("h", bytes(2 * int(length_s * RATE_HZ))))


def read_wav(path: Path) -> Sound:
    """The sound of a WAV file; ValueError unless it is 22 050 Hz, one channel, 16 bit."""
    with wave.open(str(path), "rb") as file:
        form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
        if form != (RATE_HZ, 1, 2):
            raise ValueError(f"{path.name} has the form {form}")
        return Sound(array("h", file.readframes(file.getnframes())))


def chime() -> Sound:
    """Two soft falling tones (E5, C5), a second long: look up, a number follows.

    Each tone is a sine with its octave, fading out; `resources/sounds/chime.wav` is this sound.
    """
    times = [i / RATE_HZ for i in range(RATE_HZ)]
    return Sound(array("h", [_bell(t, 659.26) + _bell(t - 0.35, 523.25) for t in times]))


def _bell(t_s: float, tone_hz: float) -> int:
    """One tone of the chime, struck at 0: a soft attack, no click at its end."""
    if t_s < 0:
        return 0
    swell = min(1.0, t_s / 0.01) * exp(-5.5 * t_s) * min(1.0, max(0.0, (0.64 - t_s) / 0.2))
    turn = 2 * pi * tone_hz * t_s
    return round(9_000 * swell * (sin(turn) + 0.3 * sin(2 * turn)))
