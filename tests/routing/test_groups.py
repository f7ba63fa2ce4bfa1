"""Whose waits are told apart, and which head starts the law of priority allows."""

import pytest

from branchfloor.domain.advising import Act, Group, Option
from branchfloor.domain.kinds import Tier
from branchfloor.routing.groups import group_of
from branchfloor.routing.head_starts import lawful, with_head_start
from tests.builders import a_branch, a_service

FIRMS = a_service("CO", needs_cash=True, corporate=True)
WORTHY = a_service("VD", Tier.VALUE_ADDED, needs_cash=True)


@pytest.mark.parametrize(
    ("service", "class_name", "group"),
    [
        ("GD", "ordinary", Group.CASH),
        ("GD", "gold", Group.CASH),
        ("GT", "ordinary", Group.NON_CASH),
        ("SO", "bank_error", Group.NON_CASH),
        ("VC", "gold", Group.VALUE_ADDED),
        ("VD", "ordinary", Group.VALUE_ADDED),
        ("CO", "ordinary", Group.CORPORATE),
        ("GT", "legal", Group.LEGAL),
        ("CO", "legal", Group.LEGAL),
        ("VC", "emergency", Group.LEGAL),
    ],
)
def test_priority_by_law_comes_before_the_service(service, class_name, group):
    config = a_branch(services=(*a_branch().services, FIRMS, WORTHY))
    assert group_of(config, config.service(service), class_name) is group


def head_start(name: str, value: float) -> Option:
    return Option(Act.HEAD_START, class_name=name, value=value)


def test_one_class_has_another_head_start_and_the_others_have_theirs():
    before = a_branch()
    after = with_head_start(before, head_start("gold", 0.02))
    assert after.policy.rule("gold").head_start == 0.02
    others = [rule for rule in after.policy.classes if rule.name != "gold"]
    assert others == [rule for rule in before.policy.classes if rule.name != "gold"]


def test_no_bank_class_comes_before_priority_by_law():
    config = a_branch()
    assert lawful(config, head_start("gold", 0.1))
    assert not lawful(config, head_start("gold", 5.0))
    assert not lawful(config, head_start("legal", 0.0))
