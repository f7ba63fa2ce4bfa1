"""The rule itself: score, bound, law, disciplines, who rings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.kinds import Discipline, Tier
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from branchfloor.routing.bound import check_law, meeting_pairs, overtaking_bound
from branchfloor.routing.eligibility import Mark, desk, key_for
from branchfloor.routing.ring import rings
from branchfloor.routing.score import line, score
from tests.builders import TEN, a_branch, a_counter, a_floor, a_policy, a_service, asking


def with_class(name, **changes):
    policy = a_policy()
    classes = tuple(replace(r, **changes) if r.name == name else r for r in policy.classes)
    return a_branch(policy=replace(policy, classes=classes))


class Row(list):
    """As much of an array as the score needs."""

    def __mul__(self, factor):
        return Row(x * factor for x in self)

    def __add__(self, term):
        return Row(x + term for x in self)


def test_one_score_serves_numbers_and_arrays():
    waits = Row([0.0, 300.0, 600.0])
    assert score(waits, 1 / 300, 0.5) == [score(w, 1 / 300, 0.5) for w in waits]
    assert score(150.0, 1 / 300, 0.5) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"head_start": 0.6}, "law_head"),
        ({"target_min": 4}, "law_target"),
    ],
)
def test_a_policy_that_breaks_the_law_is_refused_with_why(changes, why):
    with pytest.raises(ConfigInvalid, match=why):
        check_law(with_class("gold", **changes))


def test_strict_keeps_the_law_only_by_order_of_classes():
    policy = a_policy(Discipline.STRICT)
    check_law(a_branch(policy=policy))
    turned = (*policy.classes[:1], *policy.classes[3:4], *policy.classes[1:3], policy.classes[4])
    with pytest.raises(ConfigInvalid, match="law_rank"):
        check_law(a_branch(policy=replace(policy, classes=turned)))


@given(wait=st.floats(0, 7200), head=st.floats(0, 0.5), target=st.floats(5, 60))
def test_what_passes_the_check_holds_at_every_wait(wait, head, target):
    config = with_class("gold", head_start=head, target_min=target)
    check_law(config)
    law, trade = line(config, "legal", "GD"), line(config, "gold", "GD")
    assert score(wait, law.slope, law.head_start) >= score(wait, trade.slope, trade.head_start)


@given(
    fast=st.sampled_from(["legal", "bank_error", "gold", "ordinary"]),
    slow=st.sampled_from(["legal", "bank_error", "gold", "ordinary"]),
    wait=st.floats(1, 3600),
    later=st.floats(0, 3600),
)
def test_nobody_overtakes_beyond_the_published_bound(fast, slow, wait, later):
    config = a_branch()
    bound = overtaking_bound(config, (fast, "GD"), (slow, "GD"))
    j, k = line(config, fast, "GD"), line(config, slow, "GD")
    newer = max(0.0, wait - later)
    before = score(newer, j.slope, j.head_start) > score(wait, k.slope, k.head_start) + 1e-9
    if before and later <= wait:
        assert later <= bound.at(wait) + 1e-6


def test_the_bound_of_equals_is_none_and_of_strict_is_said():
    config = a_branch()
    same = overtaking_bound(config, ("ordinary", "GD"), ("ordinary", "GW"))
    assert same.at(3600) == 0
    strict = a_branch(policy=a_policy(Discipline.STRICT))
    assert overtaking_bound(strict, ("legal", "GD"), ("ordinary", "GD")) is None
    assert overtaking_bound(config, ("emergency", "GD"), ("ordinary", "GD")) is None


def test_pairs_that_meet_are_those_that_share_a_counter():
    pairs = meeting_pairs(a_branch())
    assert ("GD", "GW") in pairs
    assert ("GD", "SO") not in pairs


def called_order(config, waits, counter="1"):
    """Services issued the given minutes ago, in the order a counter calls them."""
    memory = a_floor(config, TEN)
    floor = asking(memory)
    now(floor.open_counter(counter))
    for minutes, service, green in sorted(waits, key=lambda row: -row[0]):
        memory.at = TEN + timedelta(minutes=60 - minutes)
        now(floor.issue(Wish(service, green=green)))
    memory.at = TEN + timedelta(minutes=60)
    order = []
    for _ in waits:
        called = now(floor.call_next(counter))
        order.append(called.ticket)
        now(floor.cancel(Target(called.ticket)))
    return order


WAITS = [(10, "GD", None), (9, "GW", "elder"), (1, "GD", "elder")]


def test_affine_weighs_wait_and_standing():
    assert called_order(a_branch(), WAITS) == ["A002", "A003", "A001"]


def test_fifo_knows_only_the_wait():
    assert called_order(a_branch(policy=a_policy(Discipline.FIFO)), WAITS) == [
        "A001",
        "A002",
        "A003",
    ]


def test_strict_knows_class_first():
    long = [(59, "GD", None), *WAITS[1:]]
    config = a_branch(policy=a_policy(Discipline.STRICT))
    assert called_order(config, long) == ["A002", "A003", "A001"]


def test_a_service_may_lengthen_ordinary_targets_but_never_touch_the_legal_one():
    policy = a_policy()
    slow = a_service("GD", target_min=30, needs_cash=True)
    quick = a_service("GD", target_min=5, needs_cash=True)
    assert policy.target_s("ordinary", slow) == 1800
    assert policy.target_s("ordinary", quick) == 1200
    assert policy.target_s("legal", slow) == 300
    assert policy.target_s("gold", slow) == 1800
    assert policy.target_s("ordinary", a_service("SO", Tier.SPECIAL)) == 900


def test_marks_of_a_desk():
    memory = a_floor()
    one = desk(memory.state, memory.config, "1")
    three = desk(memory.state, memory.config, "3")
    assert one.answer(key_for("GD", needs_cash=True)).mark is Mark.SERVES
    assert one.answer(key_for("GT", needs_cash=False)).mark is Mark.BACKS_UP
    assert one.answer(key_for("SO", needs_cash=False)).why == "cannot_serve"
    assert three.answer(key_for("GT", needs_cash=True)).why == "cash_at_non_cash"


def test_the_idle_counter_with_the_fewest_skills_rings():
    config = a_branch(
        counters=(
            a_counter("1", "GD", "GW", "GT", takes_cash=True),
            a_counter("2", "GD", takes_cash=True),
            a_counter("3", "GT"),
        )
    )
    memory = a_floor(config)
    floor = asking(memory)
    for number in ("1", "2", "3"):
        now(floor.open_counter(number))
    assert rings(memory.state, config) == frozenset()
    now(floor.issue(Wish("GD")))
    assert rings(memory.state, config) == {"2"}
    now(floor.call_next("2"))
    now(floor.issue(Wish("GD")))
    assert rings(memory.state, config) == {"1"}


def test_skills_and_sales_zone_are_kept():
    config = a_branch(
        services=(
            a_service("SF", requires=("fx",)),
            a_service("VF", Tier.VALUE_ADDED, sales_zone=True),
        ),
        counters=(
            a_counter("3", "SF"),
            a_counter("7", "VF", sales_zone=True),
            a_counter("4", "SF", lendable=frozenset({"VF"})),
        ),
        staff=(
            StaffMember("0217", skills=(("fx", date(2026, 12, 31)),)),
            StaffMember("0219", skills=(("fx", date(2026, 10, 31)),)),
        ),
    )
    memory = a_floor(config)
    floor = asking(memory)
    now(floor.open_counter("3", "0217"))
    now(floor.open_counter("4", "0219"))
    now(floor.issue(Wish("SF")))
    with pytest.raises(Exception, match="nobody_waiting"):
        now(floor.call_next("4"))
    with pytest.raises(Exception, match="skill_missing"):
        now(floor.call_given("4", "C001"))
    assert now(floor.call_next("3")).ticket == "C001"
    here = desk(memory.state, config, "3")
    assert here.answer(key_for("VF", needs_cash=False)).why == "zone_only"
