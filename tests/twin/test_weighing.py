"""Options weighed: paired effects, whose pay counts, what is advised."""

from dataclasses import replace

import numpy as np
import pytest

from branchfloor.domain.advising import Act, Effect, Group, Option, Paired, Verdict
from branchfloor.domain.catalogue import GreenReason, Name, StaffMember
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from branchfloor.routing.head_starts import with_head_start
from branchfloor.twin.effects import Use, Waits, outcomes_s, use_of
from branchfloor.twin.options import MOST, options
from branchfloor.twin.paired import among, mean, p90, paired
from branchfloor.twin.weighing import LEAST_HELPED, judged
from tests.builders import a_branch, a_floor, asking, now

MIN = 60.0


def effect(group, change, low, high, *, after=15.0, within=(0.0, 0.0)):
    waits = Paired((after - change) * MIN, after * MIN, change * MIN, low * MIN, high * MIN)
    return Effect(group, 10.0, waits, Paired(0.8, 0.8, sum(within) / 2, *within))


OPEN = Option(Act.OPEN, "4")
USEFUL = Use(LEAST_HELPED, 3600.0)
MANY = Use(12.0, 3000.0)


def test_a_sure_gain_worth_it_is_advised_for_whom_it_helps_most():
    made = judged(OPEN, (effect(Group.CASH, -5, -7, -3), effect(Group.LEGAL, -1, -2, -0.5)), MANY)
    assert (made.verdict, made.group) == (Verdict.ADVISED, Group.CASH)
    assert made.gain_s == 300


@pytest.mark.parametrize(
    ("change", "low", "high", "verdict"),
    [
        (-9, -20, 2, Verdict.UNSURE),
        (-1.5, -2, -1, Verdict.TOO_LITTLE),
        (-2, -3, -1, Verdict.ADVISED),
        (0, -1, 1, Verdict.UNSURE),
    ],
)
def test_chance_and_trifles_are_not_advised(change, low, high, verdict):
    assert judged(OPEN, (effect(Group.CASH, change, low, high),), MANY).verdict is verdict


def test_whoever_is_pushed_over_target_forbids_it():
    gain = effect(Group.CASH, -9, -10, -8)
    pays = effect(Group.VALUE_ADDED, 4, 3, 5, within=(-0.2, -0.1))
    made = judged(OPEN, (gain, pays), MANY)
    assert (made.verdict, made.harmed) == (Verdict.HARMS, Group.VALUE_ADDED)
    within_target = effect(Group.VALUE_ADDED, 4, 3, 5, within=(-0.02, 0.02))
    assert judged(OPEN, (gain, within_target), MANY).verdict is Verdict.ADVISED


def test_nobody_there_means_nothing_to_advise():
    assert judged(OPEN, (), MANY).verdict is Verdict.UNSURE


def test_a_play_afresh_falls_within_the_interval_as_often_as_it_says():
    rng, hits, runs = np.random.default_rng(4), 0, 600
    everybody = np.ones((200, 12), bool)

    def played():
        base = rng.exponential(100.0, (200, 12))
        return paired(base, base + rng.normal(-30.0, 40.0, base.shape), (everybody,) * 2, mean)

    for _ in range(runs):
        promised, afresh = played(), played()
        hits += promised.low <= afresh.change <= promised.high
        assert promised.high - promised.low < 30  # far sharper than either mean alone
    assert 0.92 <= hits / runs <= 0.98


def test_the_ninetieth_percentile_of_nobody_is_nothing():
    assert p90(np.array([])) == 0.0
    assert p90(np.arange(101.0)) == 90.0


@pytest.fixture
def floor():
    """Counter 1 works; 2 is elastic and closed; 3 may be lent to transfers, and to cash by a
    document that says too much. A gold card gives the gold class.
    """
    plans = list(a_branch().counters)
    plans[1] = replace(plans[1], elastic=True)
    plans[2] = replace(plans[2], serves=frozenset({"SO"}), lendable=frozenset({"GT", "GW"}))
    staff = (StaffMember("0102", ("lobby_manager",)),)
    card = GreenReason("gold_card", Name("金卡", "gold card"), "stated", "gold")
    made = a_floor(a_branch(counters=tuple(plans), staff=staff, green_reasons=(card,)))
    now(asking(made).open_counter("1", "s1"))
    return made


def found(floor):
    return {option.key: option for option in options(floor.state, floor.config, floor.at)}


def test_a_closed_elastic_counter_is_the_first_thing_to_open(floor):
    keys = list(found(floor))
    assert keys[:2] == ["nothing", "open:2"]
    now(asking(floor).open_counter("2", "s2"))
    assert "open:2" not in found(floor)
    assert "close:2" in found(floor)


def test_a_paused_counter_may_come_back(floor):
    now(asking(floor).pause_counter("1", "break"))
    assert "resume:1" in found(floor)


def test_a_counter_is_lent_only_for_more_than_it_has_and_never_to_cash(floor):
    now(asking(floor).open_counter("3", "s3"))
    assert "lend:3" not in found(floor)
    for service in ("GT", "GT", "GT", "GW"):
        now(asking(floor).issue(Wish(service)))
    lent = found(floor)["lend:3"]
    assert lent.services == ("GT",)
    assert not any(floor.config.service(code).needs_cash for code in lent.services)


def test_a_head_start_is_lowered_only_within_the_law(floor):
    ticket = now(asking(floor).issue(Wish("GT"))).ticket
    assert not [key for key in found(floor) if key.startswith("head_start")]
    config = with_head_start(floor.config, Option(Act.HEAD_START, class_name="gold", value=0.3))
    assert config.policy.rule("gold").head_start == 0.3
    assert config.policy.rule("legal") == floor.config.policy.rule("legal")
    now(asking(floor).cancel(Target(ticket)))


def test_a_head_start_of_who_waits_is_offered_one_step_lower(floor):
    now(asking(floor).issue(Wish("GT", green="gold_card")))
    assert "head_start:gold" not in found(floor), "five hundredths are less than a step"
    higher = with_head_start(floor.config, Option(Act.HEAD_START, class_name="gold", value=0.3))
    offered = {one.key: one for one in options(floor.state, higher, floor.at)}
    assert offered["head_start:gold"].value == 0.2
    assert "head_start:legal" not in offered


def test_never_more_options_than_can_be_weighed_in_a_second(floor):
    assert len(options(floor.state, floor.config, floor.at)) <= MOST


def test_whoever_is_in_time_anyway_needs_nobody_to_do_anything():
    calm = effect(Group.CASH, -9, -10, -8)
    calm = replace(calm, within=Paired(0.95, 1.0, 0.05, 0.04, 0.06))
    assert judged(OPEN, (calm,), MANY).verdict is Verdict.TOO_LITTLE
    needy = effect(Group.NON_CASH, -3, -4, -2)
    assert judged(OPEN, (calm, needy), MANY).group is Group.NON_CASH


def test_fewer_than_four_who_are_helped_call_nobody_away_from_other_work():
    gain = (effect(Group.CASH, -9, -10, -8),)
    assert judged(OPEN, gain, Use(LEAST_HELPED - 1.0, 900.0)).verdict is Verdict.TOO_FEW
    made = judged(OPEN, gain, Use(float(LEAST_HELPED), 900.0))
    assert (made.verdict, made.helped, made.spared_s) == (Verdict.ADVISED, LEAST_HELPED, 900.0)


def test_what_looks_sure_alone_is_not_sure_among_ten():
    near = (effect(Group.CASH, -5, -9.5, -0.5),)
    assert judged(OPEN, near, MANY).verdict is Verdict.ADVISED
    assert judged(OPEN, near, MANY, compared=10).verdict is Verdict.UNSURE
    plain = effect(Group.CASH, -5, -9, -1).p90_s
    assert among(plain, 1) == plain
    assert among(plain, 10).high == pytest.approx(plain.change + 240 * 3.17 / 2.093, rel=0.01)


def test_an_option_is_for_the_group_that_gains_most_over_all_its_people():
    few = replace(effect(Group.VALUE_ADDED, -20, -22, -18), served=2.0)
    many = replace(effect(Group.CASH, -4, -5, -3), served=25.0)
    assert judged(OPEN, (few, many), MANY).group is Group.CASH
    trifle = replace(effect(Group.CASH, -1.9, -2, -1.8), served=25.0)
    assert judged(OPEN, (few, trifle), MANY).group is Group.VALUE_ADDED


def waits_of(*lanes, target_s=600.0):
    """Waits in minutes of four customers, lane by lane; nan for nobody."""
    wait_s = np.array(lanes, float) * MIN
    counts = ~np.isnan(wait_s)
    wait_s = np.nan_to_num(wait_s)
    return Waits(wait_s, counts, np.zeros(wait_s.shape, np.int64), counts & (wait_s <= target_s))


def test_of_use_is_what_those_who_would_be_late_wait_less_even_in_a_quiet_hour():
    nan = float("nan")
    busy, quiet = (20, 15, 12, 9), (20, nan, nan, 1)
    before = waits_of(*[busy] * 8, *[quiet] * 2)
    after = waits_of(*[(12, 9, 11, 4)] * 8, *[(15, nan, nan, 1)] * 2)
    use = use_of(before, after)
    assert use.helped == 1, "in two hours of ten there is one who would be late"
    assert use.spared_s == pytest.approx((8 * (8 + 6 + 1) + 2 * 5) * 60 / 10)
    nine = use_of(waits_of(*[busy] * 9, quiet), waits_of(*[(12, 9, 11, 4)] * 9, quiet))
    assert nine.helped == 2, "a minute less is nothing to speak of"


def test_who_is_made_late_is_taken_off():
    use = use_of(waits_of(*[(20, 15, 9, 9)] * 5), waits_of(*[(12, 9, 14, 9.5)] * 5))
    assert use.helped == 1
    assert use.spared_s == (8 + 6 - 5) * MIN


def test_eight_of_ten_hours_show_a_p90_between():
    lanes = [(float(i), nan, 0.0, nan) for i in range(1, 12) for nan in [float("nan")]]
    waits = waits_of(*lanes)
    assert outcomes_s(waits, Group.LEGAL) == (0.0, 0.0), "nine tenths of two are the first"
    three = waits_of(*[(0.0, float(i), float(i) + 1, float("nan")) for i in range(11)])
    assert outcomes_s(three, Group.LEGAL) == (60.0, 540.0)
    assert outcomes_s(three, Group.CASH) == (0.0, 0.0)


def test_too_few_who_would_be_late_are_no_reason_to_call_somebody_away():
    gain = effect(Group.CASH, -9, -10, -8)
    few = judged(OPEN, (gain,), Use(LEAST_HELPED - 1, 900.0))
    assert (few.verdict, few.group) == (Verdict.TOO_FEW, Group.CASH)


def test_what_is_sure_alone_may_be_chance_among_many():
    barely = (effect(Group.CASH, -3, -5.5, -0.5),)
    assert judged(OPEN, barely, USEFUL).verdict is Verdict.ADVISED
    assert judged(OPEN, barely, USEFUL, compared=10).verdict is Verdict.UNSURE
