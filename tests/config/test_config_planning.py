"""Pay days and roster rules of a document: usual where left out, written, read, refused."""

from dataclasses import replace
from datetime import date

import pytest

from branchfloor.config import load_preset, parse_document, to_document
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.roster_rules import RULES, CounterKind, RosterRules, Span
from branchfloor.domain.special_days import USUAL_DAYS, SpecialDays
from branchfloor.phrasing import Phrases
from branchfloor.waits.arrivals.learned import preset_arrivals
from branchfloor.waits.planning.day import empty_plan

PRESET = load_preset("intl-plain")
OWN_DAYS = SpecialDays(3, (5, 20), ())
OWN_RULES = RosterRules(
    20, 45, 400, 300, Span(690, 870), 180, 600, 6, 48 * 60, ((CounterKind.WEALTH, 1),)
)


def without(text: str, section: str) -> str:
    """A document as one written before the section was there."""
    head, _, rest = text.partition(f"[{section}]\n")
    following = rest.find("\n[")
    return head + (rest[following + 1 :] if following >= 0 else "")


def test_a_document_from_before_is_as_it_was():
    text = without(without(to_document(PRESET), "special_days"), "roster")
    assert "pay_days" not in text
    assert "least_shift_min" not in text
    old = parse_document(text)
    assert (old.special_days, old.roster) == (USUAL_DAYS, RULES)
    assert old == parse_document(to_document(PRESET))


def test_own_days_and_rules_are_written_and_read_again():
    own = replace(PRESET, special_days=OWN_DAYS, roster=OWN_RULES)
    again = parse_document(to_document(own))
    assert (again.special_days, again.roster) == (OWN_DAYS, OWN_RULES)


def test_plans_are_made_by_them():
    own = replace(PRESET, special_days=OWN_DAYS, roster=OWN_RULES)
    rates = preset_arrivals(own)
    assert rates.calendar == OWN_DAYS
    plan = empty_plan(own, rates, date(2026, 11, 20))
    assert plan is not None
    assert (plan.special, plan.rules) == (("pay",), OWN_RULES)
    usual = empty_plan(PRESET, preset_arrivals(PRESET), date(2026, 11, 20))
    assert usual is not None
    assert (usual.special, usual.rules) == ((), RULES)


@pytest.mark.parametrize(
    ("before", "after", "code", "word"),
    [
        ("pension_days = [\n    15,\n]", "pension_days = [32]", "must_be", "[10"),
        ("pension_days = [\n    15,\n]", 'pension_days = ["x"]', "must_be", "[10"),
        ("pension_days = [\n    15,\n]", "pension_days = [5, 5]", "listed_twice", "5"),
        ("most_shift_min = 540", "most_shift_min = 200", "not_more", "least_shift_min"),
        ("meal_min = 60", "meal_min = 20", "not_more", "least_break_min"),
        ('"11:00-14:00"', '"11:00-11:30"', "break_hours", "60"),
        ('"11:00-14:00"', '"noon"', "must_be", "break_hours"),
        ('"11:00-14:00"', '"14:00-11:00"', "span_turned", "break_hours"),
        ("most_days = 5", "most_days = 0", "must_be", "most_days"),
        ("least_cash = 2", "least_cash = -1", "must_be", "least_cash"),
        ("least_cash = 2", "least_kash = 2", "unknown_key_near", "least_cash"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(before, after, code, word):
    text = to_document(PRESET)
    assert before in text
    with pytest.raises(ConfigInvalid) as refused:
        parse_document(text.replace(before, after))
    assert refused.value.why.values["why"].code == f"config.{code}"
    for language in ("en", "zh_CN"):
        assert word in Phrases.load(language).tell(refused.value.why)
