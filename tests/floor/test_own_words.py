"""Where a code belongs nothing else is taken: the log keeps words of the program's own only."""

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.floor import own_words as words
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import a_floor, asking, now

NEVER = ("庄文渊", "Zhuang Wenyuan", "13812345678", "11010519491231002X", "", "a b", "x" * 80, "é")

TAKEN = [
    (words.must_be_alert, ("overdue::30", "silent:3:12", "stranded:GW/zone_only:1002", "busy")),
    (words.must_be_device, ("printer", "voice:hall", "printer:1", "copy", "voice:二楼")),
    (words.must_be_language, ("zh_CN", "en", "yue")),
    (words.must_be_staff_number, ("0217", "s1", "admin", "lobby", "A-17.b")),
]


@pytest.mark.parametrize(("must", "good"), TAKEN)
def test_codes_pass_and_what_people_type_does_not(must, good: tuple[str, ...]) -> None:
    for word in good:
        must(word)
    for word in NEVER:
        with pytest.raises(Refused) as refused:
            must(word)
        assert refused.value.code == "bad_value"


def test_a_code_names_its_field() -> None:
    words.must_be_code("fault", "printer_paper_low")
    for word in NEVER:
        with pytest.raises(Refused) as refused:
            words.must_be_code("fault", word)
        assert refused.value.values == {"name": "fault", "value": word}


def test_the_commands_ask() -> None:
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("3"))
    ticket = now(floor.issue(Wish("GT"))).ticket
    now(floor.call_next("3"))
    seq = memory.state.seq
    asked = (
        floor.issue(Wish("GT", language="庄文渊")),
        floor.open_counter("1", "庄文渊"),
        floor.release(Target(ticket), "庄文渊"),
        floor.quiet_alert("庄文渊", 5),
        floor.report_device("庄文渊", "paper_out"),
        floor.report_device("printer", "庄文渊"),
        floor.acting_as("staff:庄文渊").call_next("1"),
    )
    for one in asked:
        with pytest.raises(Refused) as refused:
            now(one)
        assert refused.value.code == "bad_value"
    assert memory.state.seq == seq
