"""The hall beside tickets on the command line, and what finishing asks."""

import pytest

AT = "2026-11-24T10:{:02d}:00+08:00"


@pytest.fixture
def desk(line):
    """Counter 7 open, with who knows wealth."""
    line("open", "7", "--staff", "0305", at=AT.format(0))
    line("open", "3", "--staff", "0217", at=AT.format(0))
    return line


def serve(line, counter, service):
    ticket = line.json("issue", service, at=AT.format(1))[1]["ticket"]
    assert line("call-next", counter, at=AT.format(2))[0] == 0
    assert line("start", ticket, at=AT.format(3))[0] == 0
    return ticket


def test_finish_says_done_unless_another_outcome_is_named(desk):
    ticket = serve(desk, "7", "VC")
    code, answer = desk.json("finish", ticket, at=AT.format(9))
    assert (code, answer["state"]) == (0, "done")
    other = serve(desk, "7", "VC")
    assert desk("finish", other, "--outcome", "booked", "--times", "2", at=AT.format(9))[0] == 0


def test_stages_and_ratings(desk):
    ticket = serve(desk, "3", "SO")
    assert desk("stage", ticket, "papers", at=AT.format(4))[0] == 0
    code, answer = desk.json("stage", ticket, "nowhere", at=AT.format(4))
    assert (code, answer["error"]["code"]) == (1, "unknown_stage")
    assert desk("finish", ticket, at=AT.format(9))[0] == 0
    assert desk.json("rate", ticket, at=AT.format(10))[1] == {
        "ticket": ticket,
        "leg": 1,
        "grade": None,
    }
    assert desk.json("rate", ticket, "2", at=AT.format(10))[1]["grade"] == 2
    code, answer = desk.json("rate", ticket, "4", at=AT.format(11))
    assert answer["error"]["code"] == "already_rated"
    assert desk("finish-task", f"20261124-{ticket}/1", at=AT.format(12))[0] == 0


def test_a_second_person_approves(desk):
    ticket = serve(desk, "3", "SJ")
    code, answer = desk.json("finish", ticket, at=AT.format(9))
    assert (code, answer["error"]["code"]) == (1, "approval_missing")
    code, answer = desk.json("approve", ticket, "--by", "0217", at=AT.format(9))
    assert (code, answer["error"]["code"]) == (1, "approver_is_operator")
    assert desk("approve", ticket, "--by", "0219", at=AT.format(9))[0] == 0
    assert desk("finish", ticket, at=AT.format(9))[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("help-call", "3"),
        ("unticketed", "3", "gt"),
        ("tick", "slips"),
        ("notice", "下午培训", "Training this afternoon", "--until", "2026-11-24T12:00:00+08:00"),
        ("device", "printer", "paper_out"),
    ],
)
def test_what_happens_in_the_hall_is_answered_with_what_it_is_about(desk, words):
    code, answer = desk.json(*words, at=AT.format(5))
    assert code == 0
    assert answer["about"]
    assert desk(*words, at=AT.format(6))[0] == 0


def test_help_that_came_is_told_once(desk):
    desk("help-call", "3", at=AT.format(5))
    assert desk("help-call", "3", "--answer", at=AT.format(6))[0] == 0
    assert desk.json("help-call", "3", "--answer", at=AT.format(6))[1]["error"]["code"] == "no_help"


def test_free_and_reprint(desk):
    ticket = desk.json("issue", "GT", at=AT.format(1))[1]["ticket"]
    assert desk.json("reprint", ticket, at=AT.format(2))[1]["ahead"] == 0
    assert desk.json("free", "3", at=AT.format(3))[1]["status"] == "closed"


def test_an_emergency_is_issued_in_one_act(desk):
    issued = desk.json("issue", "GT", "--green", "fraud", "--seen", "judgement", at=AT.format(1))[1]
    assert (issued["class"], issued["pending"]) == ("emergency", False)
