"""What is said, and what espeak-ng makes of it."""

import re
import subprocess

import pytest

from branchfloor.devices.voice import Delivery
from branchfloor.devices.voice.spelling import for_synthesis, spelled, spoken_counter
from branchfloor.devices.voice.synthesis import VOICES
from tests.devices.voice_builders import a_call

DIGITS_ZH = (
    "li35N",
    "ji55",
    "@r51",
    "sa55n",
    "si[51",
    "wu21",
    "liou51",
    "tS;hi55",
    "pA55",
    "tS;iou21",
)
DIGITS_EN = ("zi@roU", "wVn", "tu:", "Tri:", "fo@", "faIv", "sIks", "sEv@n", "eIt", "naIn")


def phonemes(text, language):
    """The sounds espeak-ng makes, without marks of stress and rhythm."""
    argv = ["espeak-ng", "-q", "-x", "-v", VOICES[language], "--", for_synthesis(text, language)]
    said = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    return re.sub(r"[',_|]", " " if language == "zh_CN" else "", said).split()


def spaceless(text, language):
    return "".join(phonemes(text, language))


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        ("A031", "zh_CN", "A零三一"),
        ("A031", "en", "A zero three one"),
        ("b105", "zh_CN", "B一零五"),
        ("B-105", "en", "B one zero five"),
        ("A1000", "zh_CN", "A一零零零"),
    ],
)
def test_a_number_is_read_sign_by_sign(number, language, said):
    assert spelled(number, language) == said


def test_one_may_be_read_yao_in_chinese_only():
    assert spelled("A101", "zh_CN", yao=True) == "A幺零幺"
    assert spelled("A101", "en", yao=True) == "A one zero one"


@pytest.mark.parametrize(
    ("number", "said"), [("3", "3"), ("12", "12"), ("R1", "R一"), ("105", "一零五"), ("03", "零三")]
)
def test_a_counter_is_a_number_as_long_as_it_can_be_read_as_one(number, said):
    assert spoken_counter(number, "zh_CN") == said


def test_the_sentences_of_a_call():
    call = a_call(ticket="A031", counter="3")
    assert call.text("zh_CN") == "请A零三一号到3号窗口"
    assert call.text("en") == "Ticket A zero three one, please go to counter 3"


def test_the_sentences_of_a_recall_say_so():
    call = a_call(ticket="A031", counter="3", recall=True)
    assert call.text("zh_CN") == "请A零三一号到3号窗口，再次呼叫"
    assert call.text("en").endswith("counter 3, calling again")


def test_a_desk_is_not_called_a_counter():
    call = a_call(ticket="W006", counter="R1", place="room")
    assert call.text("zh_CN") == "请W零零六号到R一号洽谈室"
    assert call.text("en") == "Ticket W zero zero six, please go to room R one"


def test_languages_come_in_the_order_asked_for():
    both = a_call(delivery=Delivery(languages=("en", "zh_CN")))
    assert [language for language, _ in both.texts()] == ["en", "zh_CN"]
    assert [language for language, _ in a_call().texts()] == ["zh_CN", "en"]


def test_mandarin_of_a_call_has_the_right_sounds_and_tones():
    said = " ".join(phonemes(a_call(ticket="A031", counter="3").text("zh_CN"), "zh_CN"))
    assert (
        said == "tS;h i21N ei51 l i35N s a55n j i55 X Au51 t Au51 s a55n X Au51 ts.hw A55N kh ou214"
    )


@pytest.mark.parametrize("digit", range(10))
def test_every_digit_of_a_ticket_is_heard_in_mandarin(digit):
    said = spaceless(a_call(ticket=f"B0{digit}7").text("zh_CN"), "zh_CN")
    assert f"pi51li35N{DIGITS_ZH[digit]}tS;hi55XAu51" in said


@pytest.mark.parametrize("digit", range(10))
def test_every_digit_of_a_ticket_is_heard_in_english(digit):
    said = spaceless(a_call(ticket=f"B{digit}").text("en"), "en")
    assert f"bi:{DIGITS_EN[digit]}pli:z" in said.replace(";", "")


def test_the_english_letter_a_is_not_the_article():
    assert "eI" in phonemes(a_call(ticket="A031").text("en"), "en")
    assert "a#" not in phonemes(a_call(ticket="A031").text("en"), "en")


def test_a_letter_before_a_digit_is_not_taken_for_pinyin():
    said = spaceless(a_call(counter="R1").text("zh_CN"), "zh_CN")
    assert "tAu51@r35ji55XAu51" in said


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("银行", "ji35nXa35N"),
        ("行长", "Xa35Nts.a214N"),
        ("长者", "ts.a35Nts.o-214"),
        ("重新", "ts.hong35S;i55n"),
        ("重复", "ts.hong35fu51"),
    ],
)
def test_polyphones_are_mended(text, sounds):
    assert spaceless(text, "zh_CN") == sounds
