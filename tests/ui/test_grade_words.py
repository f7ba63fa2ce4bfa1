"""What a customer touched is what the hall reads: the four grades have one word each."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from branchfloor.phrasing import Phrases
from ui.rating.words import GRADES

TEXTS = Path(__file__).parents[2] / "resources" / "i18n"
CHINESE = Phrases.load("zh_CN")
ENGLISH = Phrases.load("en")


def _chinese(screen: str, context: str) -> dict[str, str]:
    """The Chinese texts of a context, but those a screen shows as the other language."""
    tree = ElementTree.parse(TEXTS / f"{screen}_zh_CN.ts")
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for found in tree.iter("context")
        if found.findtext("name") == context
        for message in found.iter("message")
        if not message.findtext("comment")
    }


@pytest.mark.parametrize("grade", GRADES)
def test_a_grade_has_one_word_at_kiosk_counter_hall_and_report(grade):
    shown = GRADES[grade]
    word = CHINESE.word("report", f"grade_{grade}")
    assert _chinese("rating", "RatingWords")[shown] == word
    assert _chinese("kiosk", "GradePage")[shown] == word
    assert ENGLISH.word("report", f"grade_{grade}") == shown.lower()


@pytest.mark.parametrize(
    ("grade", "said"), [(2, "{0} found it so-so"), (1, "{0} was dissatisfied")]
)
def test_the_task_of_a_low_grade_says_the_customers_own_word(grade, said):
    assert _chinese("overview", "TodoPage")[said].endswith(CHINESE.word("report", f"grade_{grade}"))
    assert said.endswith(GRADES[grade].lower())
