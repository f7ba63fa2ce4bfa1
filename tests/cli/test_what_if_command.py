"""What if, on the command line: both ways of the next hour, and wrong words in one sentence."""

import json

import pytest

from branchfloor.domain.codec import decode
from branchfloor.domain.what_if import WhatIf
from branchfloor.routing.manning import counters_of, manned, working_of
from tests.builders import a_branch, a_floor, asking, now

SMALL = ("--lanes", "40", "--hours", "1")


AT = "2026-11-24T10:00:00+08:00"


@pytest.fixture
def branch(line):
    """A branch where two of its counters work and people wait."""
    for number in ("1", "3"):
        assert line("open", number, at=AT)[0] == 0
    for service in ("GW", "GW", "GW", "GD", "GT", "GT"):
        assert line("issue", service, at=AT)[0] == 0
    return line


def test_opening_a_cash_counter_is_answered_with_curves(branch):
    code, out, _ = branch("what-if", "--open", "2", "--json", *SMALL, at=AT)
    assert code == 0
    found = decode(WhatIf, json.loads(out))
    assert (found.lanes, found.hours) == (40, 1.0)
    assert found.counter_hours == pytest.approx(1.0, abs=0.05), "of the hour shown, not beyond"
    for curve in found.curves:
        assert all(p.before_low_s <= p.before_s <= p.before_high_s for p in curve.points)
    assert (
        branch("what-if", "--open", "2", "--json", *SMALL, at=AT)[1].split('"took_s"')[0]
        == (out.split('"took_s"')[0])
    ), "the same seed, the same answer"


def test_people_read_it_in_their_language(branch):
    assert "Within target" in branch("what-if", "--close", "3", "--lang", "en", *SMALL, at=AT)[1]
    assert "目标内" in branch("what-if", "--arrivals", "1.5", "--lang", "zh_CN", *SMALL, at=AT)[1]


WRONG = (
    (("--open", "99"), "99"),
    (("--arrivals", "9"), "at most 3"),
    (("--hours", "40"), "at most 6"),
    (("--lend", "1"), "Counter 1"),
    (("--head-start", "legal"), "CLASS=POINTS"),
    (("--head-start", "gold=nan"), "CLASS=POINTS"),
    (("--head-start", "legal=inf"), "CLASS=POINTS"),
    (("--head-start", "gold=-1"), "CLASS=POINTS"),
    (("--head-start", "gold=0.9"), "priority by law"),
)


def test_what_cannot_be_is_refused_in_one_sentence(branch):
    for words, says in WRONG:
        code, out, err = branch("what-if", *words, "--lang", "en", at=AT)
        assert (code, out) == (1, "")
        assert says in err
        assert err.count("\n") == 1


def test_nothing_is_written(branch):
    before = branch("audit", "verify")[1]
    branch("what-if", "--open", "2", *SMALL, at=AT)
    assert branch("audit", "verify")[1] == before


def test_so_many_of_a_kind_work():
    floor = a_floor(a_branch())
    assert working_of(floor.state, floor.config, cash=True) == 0
    one = manned(floor.state, floor.config, 1, cash=True)
    assert [str(option.act) for option in one] == ["open"]
    for plan in counters_of(floor.config, cash=True):
        now(asking(floor).open_counter(plan.number))
    assert manned(floor.state, floor.config, 2, cash=True) == ()
    (closed,) = manned(floor.state, floor.config, 1, cash=True)
    assert str(closed.act) == "close"
    now(asking(floor).pause_counter(closed.counter, "break"))
    (back,) = manned(floor.state, floor.config, 2, cash=True)
    assert back.key == f"resume:{closed.counter}"
