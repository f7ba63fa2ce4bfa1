"""A refusal never sends somebody to a person who may not do it either."""

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.floor.allowed import must_have
from branchfloor.phrasing import Phrases
from branchfloor.security.rights import RIGHTS, Role, may, nearest_who_may


@pytest.mark.parametrize("command", sorted(RIGHTS))
def test_whoever_is_named_may_give_the_command(command):
    assert may(command, frozenset({Role(nearest_who_may(command))}))


def test_the_lobby_manager_is_asked_first_then_the_administrator_who_may_adopt_all():
    asked = [nearest_who_may(name) for name in ("grant", "adopt", "set_pin", "call_next")]
    assert asked == ["lobby_manager", "administrator", "administrator", "teller"]


def test_what_nobody_may_is_a_matter_for_the_administrator():
    assert nearest_who_may("no_such_command") == "administrator"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "As lobby manager you may not do this; ask the administrator."),
        ("zh_CN", "大堂经理无权进行此操作，请联系管理员。"),
    ],
)
def test_a_lobby_manager_is_not_sent_to_herself(language, told):
    lobby = frozenset({Role.LOBBY_MANAGER})
    with pytest.raises(Refused) as caught:
        must_have(lobby, "set_pin")
    assert Phrases.load(language).tell(caught.value) == told
