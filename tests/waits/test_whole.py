"""The range of a whole visit: sums, side by side, and whether eight in ten end within it."""

from random import Random

import pytest

from branchfloor.domain.waits import WaitRange
from branchfloor.waits.lognormal import log_normal
from branchfloor.waits.whole import LegOutlook, first_call, outlook, whole_visit
from tests.builders import a_branch

SHORT = WaitRange(120, 240, 420)
LONG = WaitRange(900, 1200, 1680)
SURE = log_normal(300.0, 0.001)
"""A service that always takes five minutes."""


def leg(wait: WaitRange | None, mean_s: float = 300.0, cv: float = 0.8) -> LegOutlook:
    return LegOutlook(wait, log_normal(mean_s, cv))


def test_certain_legs_add_up_exactly():
    none = WaitRange(0, 0, 0)
    found = whole_visit([LegOutlook(none, SURE, 20.0), LegOutlook(none, SURE, 20.0)])
    assert found is not None
    assert (found.p10, found.p50, found.p90) == pytest.approx((640, 640, 640), rel=0.01)


def test_waits_of_one_hall_are_not_evened_out():
    """Two legs with certain services: the ends of the range are those of the waits, added."""
    found = whole_visit([LegOutlook(LONG, SURE), LegOutlook(LONG, SURE)])
    assert found is not None
    assert found.p10 == pytest.approx(2 * LONG.p10 + 600, rel=0.06)
    assert found.p50 == pytest.approx(2 * LONG.p50 + 600, rel=0.03)
    assert found.p90 == pytest.approx(2 * LONG.p90 + 600, rel=0.05)


def test_services_add_by_their_variance_not_by_their_ends():
    one = log_normal(600.0, 0.9)
    none = WaitRange(0, 0, 0)
    found = whole_visit([LegOutlook(none, one)] * 4)
    assert found is not None
    assert found.p90 < 4 * one.quantile(0.9)
    assert found.p10 > 4 * one.quantile(0.1)
    assert found.p50 == pytest.approx(2400, rel=0.12)


@pytest.mark.parametrize("free_order", [False, True])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_eight_visits_in_ten_end_within_it(seed, free_order):
    """Waits that mostly move with the hall, services of their own: drawn, not reckoned."""
    legs = [leg(SHORT, 240, 0.8), leg(LONG, 600, 1.0), leg(SHORT, 420, 0.9)]
    found = whole_visit(legs, free_order=free_order)
    assert found is not None
    random, ends = Random(seed), []
    for _ in range(4000):
        hall = random.gauss(0, 1)
        waits = [drawn_wait(one.wait, hall, random) for one in legs]
        taken = [random.lognormvariate(one.service.mu, one.service.sigma) for one in legs]
        ends.append(end_of(waits, taken, free_order))
    within = sum(found.p10 <= end <= found.p90 for end in ends) / len(ends)
    assert 0.76 <= within <= 0.86, within


def drawn_wait(wait: WaitRange, hall: float, random: Random) -> float:
    """One wait: nine tenths the hall's mood, the rest its own."""
    z = 0.9 * hall + (1 - 0.81) ** 0.5 * random.gauss(0, 1)
    side = wait.p90 - wait.p50 if z > 0 else wait.p50 - wait.p10
    return max(0.0, float(wait.p50 + side * z / 1.2816))


def end_of(waits: list[float], taken: list[float], free_order: bool) -> float:
    """When the last service ends, played leg by leg: while one is served no wait goes on."""
    at, waited = 0.0, 0.0
    for wait, service in sorted(zip(waits, taken, strict=True)):
        more = max(0.0, wait - waited) if free_order else wait
        waited += more
        at += more + service
    return at


def test_any_order_is_never_slower():
    legs = [leg(SHORT), leg(LONG), leg(SHORT)]
    fixed, free = whole_visit(legs), whole_visit(legs, free_order=True)
    assert fixed is not None
    assert free is not None
    assert free.p10 < fixed.p10
    assert free.p50 < fixed.p50
    assert free.p90 < fixed.p90


def test_one_leg_is_its_wait_and_its_service():
    found = whole_visit([leg(LONG, 300, 0.8)])
    assert found is not None
    assert found == whole_visit([leg(LONG, 300, 0.8)], free_order=True)
    assert LONG.p50 < found.p50 < LONG.p50 + 400


def test_one_leg_more_is_later_at_every_end():
    two = whole_visit([leg(SHORT), leg(LONG)])
    three = whole_visit([leg(SHORT), leg(LONG), leg(SHORT)])
    assert two is not None
    assert three is not None
    assert (two.p10, two.p50, two.p90) < (three.p10, three.p50, three.p90)
    assert two.p10 < two.p50 < two.p90


def test_nobody_can_say_when_one_wait_is_unknown():
    assert whole_visit([leg(SHORT), leg(None)]) is None
    assert whole_visit([]) is None


def test_the_first_call_of_a_free_order_is_the_soonest_at_every_end():
    assert first_call([LONG, None, SHORT]) == SHORT
    assert first_call([WaitRange(60, 500, 600), SHORT]) == WaitRange(60, 240, 420)
    assert first_call([None]) is None


def test_an_outlook_takes_the_catalogue_s_time_and_the_walk():
    made = outlook(a_branch(), "GD", SHORT)
    assert made.wait == SHORT
    assert made.service.mean_s == pytest.approx(a_branch().service("GD").mean_min * 60)
    assert made.walk_s > 0
