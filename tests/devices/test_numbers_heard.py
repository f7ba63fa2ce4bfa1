"""Every number from 0 to 999, as a ticket and as a counter, by the sounds that are made of it."""

import re
import subprocess

import pytest

from branchfloor.devices.voice.spelling import for_synthesis, spelled, spoken_counter
from branchfloor.devices.voice.synthesis import VOICES
from tests.devices.test_spelling import DIGITS_EN, DIGITS_ZH

MARKS = re.compile(r"[',_|;]")


def heard(texts, language):
    """What espeak-ng makes of many sentences at once, without stress, spaces and tones."""
    lines = "\n".join(for_synthesis(text, language).strip() for text in texts)
    argv = ["espeak-ng", "-q", "-x", "-v", VOICES[language], "--stdin"]
    said = subprocess.run(argv, input=lines, capture_output=True, text=True, check=True).stdout
    found = [re.sub(r"[\d\s]", "", MARKS.sub("", line)) for line in said.strip().split("\n")]
    assert len(found) == len(texts)
    return found


def toneless(sounds):
    return re.sub(r"\d", "", MARKS.sub("", sounds))


@pytest.mark.parametrize(("language", "digits"), [("zh_CN", DIGITS_ZH), ("en", DIGITS_EN)])
def test_each_sign_of_a_ticket_from_0_to_999_is_heard(language, digits):
    numbers = [f"{n:03d}" for n in range(1000)]
    texts = [spelled(number, language) + "." for number in numbers]
    for number, sounds in zip(numbers, heard(texts, language), strict=True):
        rest = sounds
        for digit in number:
            wanted = toneless(digits[int(digit)])
            at = rest.find(wanted)
            assert at >= 0, (number, sounds)
            rest = rest[at + len(wanted) :]


def test_no_two_tickets_sound_alike():
    for language in VOICES:
        texts = [spelled(f"{n:03d}", language) + "." for n in range(1000)]
        assert len(set(heard(texts, language))) == 1000


def test_no_two_counters_sound_alike():
    for language in VOICES:
        texts = [spoken_counter(str(n), language) + "." for n in range(1, 1000)]
        assert len(set(heard(texts, language))) == 999
