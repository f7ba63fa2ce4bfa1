"""Every code in both languages, filled in, plural where English needs it."""

import pytest

from branchfloor.domain import kinds
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import Reason
from branchfloor.domain.visit import MOVES
from branchfloor.phrasing import LANGUAGES, MissingValue, Phrases

ZH, EN = (Phrases.load(language) for language in LANGUAGES)
CODES = sorted(EN.codes())
FULL_WIDTH = "，。：；「」（）"


def test_both_languages_have_the_same_codes():
    assert EN.codes() == ZH.codes()


@pytest.mark.parametrize("code", CODES)
def test_a_code_names_the_same_values_in_both_languages(code):
    # The count of a plural is a value as well; Chinese has no plural but still shows the number.
    assert EN.names(code) == ZH.names(code)


@pytest.mark.parametrize("phrases", [ZH, EN], ids=LANGUAGES)
def test_no_sentence_is_empty_and_every_one_can_be_filled(phrases):
    for code in sorted(phrases.codes()):
        values = dict.fromkeys(phrases.names(code), 7)
        assert phrases.say(code, **values).strip(), code
        assert "{" not in phrases.say(code, **values), code


def test_every_refusal_and_check_is_one_whole_sentence():
    for code in CODES:
        if code.startswith(("refusal.", "check.")) and code != "check.voice_failed":
            ends = (".", "{why}")
            assert all(form.endswith(ends) for form in EN.forms(code)), code
            assert all(form.endswith(("。", "{why}")) for form in ZH.forms(code)), code


def test_each_file_keeps_to_its_own_script():
    for code in CODES:
        assert not any(sign in form for form in EN.forms(code) for sign in FULL_WIDTH), code
        assert not any(sign in form for form in ZH.forms(code) for sign in ",;?!"), code


def test_a_refusal_reads_as_a_sentence_in_each_language():
    values = {"ticket": "A031", "counter": "3"}
    assert EN.say("refusal.ticket_taken", **values) == (
        "Counter 3 has just called ticket A031; call the next one."
    )
    assert ZH.say("refusal.ticket_taken", **values) == (
        "票号 A031 刚被 3 号窗口呼叫，请呼叫下一位。"
    )


def test_words_of_a_closed_list_are_put_in_the_language():
    values = {"ticket": "A031", "state": "serving", "move": "cancel"}
    assert "being served and cannot be cancelled" in EN.say("refusal.wrong_state", **values)
    assert "办理中，不能取消" in ZH.say("refusal.wrong_state", **values)


def test_a_word_the_list_lacks_is_shown_as_it_is():
    assert EN.say("reason.head_start", **{"class": "staff day"}, points=0.1) == "staff day: +0.10"


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (101, "101 people")]
)
def test_english_has_a_plural(n, text):
    assert EN.say("slip.people", n=n) == text
    assert ZH.say("slip.people", n=n) == f"{n} 人"


def test_numbers_have_their_form():
    waited = {"minutes": 14.2, "target": 20, "points": 0.7}
    assert EN.say("reason.waited", **waited) == "waited 14 of 20 min: 0.70"
    assert ZH.say("reason.waited", **waited) == "等候 14 / 20 分：0.70"


def test_nothing_known_is_shown_as_a_dash():
    said = EN.say("refusal.counter_already_open", counter="3", staff=None)
    assert said == "Counter 3 is already open with staff —; close it first."


def test_several_words_are_listed():
    assert EN.word("skill", ("funds", "english")) == "funds, English"
    assert ZH.word("skill", ("funds", "english")) == "基金、英语"


def test_a_reason_of_the_log_tells_itself():
    ahead = Reason("ahead_of", 0.12, (("ticket", "A031"), ("points", 0.12)))
    assert EN.reason(ahead) == "ahead of A031 by 0.12"
    assert ZH.reason(Reason("by_hand", values=(("staff", ""),))) == "工号 — 指定呼叫"


def test_an_unknown_code_is_named():
    with pytest.raises(KeyError, match=r"refusal\.lunch"):
        EN.say("refusal.lunch")


def test_a_value_left_out_is_named():
    with pytest.raises(MissingValue, match=r"refusal\.ticket_taken.*counter"):
        EN.say("refusal.ticket_taken", ticket="A031")


def test_a_plural_needs_its_count():
    with pytest.raises(MissingValue, match=r"slip\.people"):
        EN.say("slip.people")


def test_another_language_is_refused_with_its_name():
    with pytest.raises(KeyError, match="pt_BR"):
        Phrases.load("pt_BR")


def test_a_language_is_read_once():
    assert Phrases.load("en") is EN


def test_an_error_tells_itself():
    assert EN.tell(Refused("unknown_counter", counter="44")).startswith(
        "This branch has no counter"
    )
    assert EN.tell(Refused("check.player_missing")).startswith("No program can play")


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("state", list(kinds.LegState)),
        ("counter", list(kinds.CounterStatus)),
        ("tier", list(kinds.Tier)),
        ("height", list(kinds.Height)),
        ("hold", list(kinds.HoldKind)),
        ("move", [*MOVES, *kinds.Step, "undo"]),
    ],
)
def test_every_word_of_the_domain_has_its_translation(family, words):
    assert {f"{family}.{word}" for word in words} <= EN.codes()
