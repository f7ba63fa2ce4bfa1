import re
from dataclasses import replace

import pytest

from branchfloor.config import load_preset, parse_document, to_document
from branchfloor.domain.alerting import ALERTS
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.phrasing import Phrases


@pytest.fixture(scope="module")
def text() -> str:
    return to_document(replace(load_preset("intl-plain"), alerts=ALERTS))


def with_alerts(text: str, tables: str) -> str:
    """The document with these `[[alert]]` tables and no others."""
    return re.sub(r"alert = \[\n.*?\n\]\n", "", text, flags=re.DOTALL) + tables


def test_presets_start_with_the_defaults():
    assert load_preset("cn-default").alerts == ALERTS


def test_every_rule_is_written_and_read_again(text):
    assert all(f'rule = "{rule.rule}"' in text for rule in ALERTS)
    assert parse_document(text).alerts == ALERTS


def test_what_is_left_out_is_as_a_branch_starts(text):
    config = parse_document(with_alerts(text, '[[alert]]\nrule = "long_wait"\nafter_min = 25\n'))
    rules = {rule.rule: rule for rule in config.alerts}
    assert rules["long_wait"].after_min == 25
    assert rules["long_wait"].cool_down_min == 10
    assert [rule.rule for rule in config.alerts] == [rule.rule for rule in ALERTS]
    assert rules["overdue"] == ALERTS[0]


def test_a_rule_can_be_off_and_stays_off_when_written(text):
    config = parse_document(with_alerts(text, '[[alert]]\nrule = "low_grade"\noff = true\n'))
    again = parse_document(to_document(config))
    assert next(r for r in again.alerts if r.rule == "low_grade").off


def test_no_wait_at_all_is_kept_when_written(text):
    config = parse_document(with_alerts(text, '[[alert]]\nrule = "long_wait"\nafter_min = 0\n'))
    again = parse_document(to_document(config))
    assert next(r for r in again.alerts if r.rule == "long_wait").after_min == 0


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ('rule = "overdo"', 'rule "overdo" is not known; write one of overdue'),
        ('rule = "overdue"\nleast = 0', "least must be a whole number of 1 or more"),
        ('rule = "overdue"\ncool_down_min = 0', "cool_down_min must be a number above 0"),
        ('rule = "overdue"\nafter = 3', 'unknown key "after"; write "after_min"'),
    ],
)
def test_a_wrong_rule_is_refused_with_what_to_do(text, table, says):
    with pytest.raises(ConfigInvalid) as refused:
        parse_document(with_alerts(text, f"[[alert]]\n{table}\n"))
    assert says in Phrases.load("en").tell(refused.value.values["why"])


def test_a_rule_given_twice_is_refused(text):
    twice = '[[alert]]\nrule = "overdue"\n' * 2
    with pytest.raises(ConfigInvalid) as refused:
        parse_document(with_alerts(text, twice))
    assert "given twice" in Phrases.load("en").tell(refused.value.values["why"])
