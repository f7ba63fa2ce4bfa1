"""Ratings beside wait and service: a known data set gives the known figures."""

from datetime import timedelta
from random import Random

import pytest

from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord
from branchfloor.reports.correlation import rank_correlation, ranks
from branchfloor.reports.material import DayMaterial
from branchfloor.reports.rated import rating_cells, rating_table, relation_table, to_be_rated
from tests.builders import TEN, a_branch
from tests.reports.days import TUESDAY

HOURS_AND_SCORES = [
    *((7, 106), (27, 100), (2, 86), (50, 101), (28, 99)),
    *((29, 103), (20, 97), (12, 113), (6, 112), (17, 110)),
]
"""The example of the textbooks: no ties, and a correlation of -29/165."""


def test_the_known_example_gives_the_known_correlation():
    assert rank_correlation(HOURS_AND_SCORES) == pytest.approx(-29 / 165)


def test_equal_values_share_their_ranks():
    assert ranks([30, 10, 20, 20]) == [4, 1, 2.5, 2.5]
    assert ranks([5, 5, 5]) == [2, 2, 2]


def test_of_grades_with_ties():
    """Ranks 1.5 1.5 3 4.5 4.5 against 5 4 3 1.5 1.5: -9.25 over the root of 9 times 9.5."""
    pairs = [(1, 50), (1, 40), (2, 30), (4, 10), (4, 10)]
    assert rank_correlation(pairs) == pytest.approx(-9.0 / (9.0 * 9.5) ** 0.5)


def test_ends_of_the_scale_and_nothing_to_say():
    rising = [(i, i * i) for i in range(10)]
    assert rank_correlation(rising) == pytest.approx(1)
    assert rank_correlation([(a, -b) for a, b in rising]) == pytest.approx(-1)
    assert rank_correlation(rising[:2]) is None
    assert rank_correlation([]) is None
    assert rank_correlation([(4, x) for x in range(9)]) is None


def test_it_knows_no_order_and_no_unit():
    chance = Random(2)
    pairs = [(chance.randint(1, 4), chance.expovariate(0.01)) for _ in range(60)]
    mixed = chance.sample(pairs, len(pairs))
    again = [(b / 60, a) for a, b in mixed]
    assert rank_correlation(mixed) == pytest.approx(rank_correlation(pairs))
    assert rank_correlation(again) == pytest.approx(rank_correlation(pairs))


def a_record(visit, leg=1, **changes):
    fields = {
        "visit_id": f"20261124-{visit}",
        "leg_no": leg,
        "number": visit,
        "day": TUESDAY,
        "service": "GT",
        "class_name": "ordinary",
        "state": LegState.DONE,
        "issued_at": TEN,
        "called_ats": (TEN,),
        "started_at": TEN,
        "ended_at": TEN + timedelta(minutes=leg),
        "wait_s": 300.0,
        "queued_s": 300.0,
        "service_s": 120.0,
        "target_s": 1200.0,
        "counter": "3",
        "staff": "0303",
        "no_shows": 0,
        "overtook": 0,
    }
    return LegRecord(**{**fields, **changes})


RATED = (
    *(a_record(f"C{i:03d}", offered=True, grade=4, wait_s=60.0 * i) for i in (1, 2, 3)),
    *(a_record(f"C{i:03d}", offered=True, grade=2, wait_s=60.0 * i) for i in (8, 9)),
    a_record("C010", offered=True, grade=1, wait_s=1800.0, service_s=600.0),
    a_record("C011", offered=True),
    a_record("C012"),
    a_record("C013", state=LegState.ABANDONED),
)


def material(records):
    return DayMaterial(TUESDAY, TEN, a_branch(), tuple(records), ())


def test_not_offered_not_answered_and_dissatisfied_are_three_things():
    cells = rating_cells(to_be_rated(RATED))
    assert cells == (1, 7, 1, 6, 3, 0, 2, 1, 0.5, pytest.approx(17 / 6))


def test_the_known_day_gives_the_known_table():
    rows = {row[0]: row[1:] for row in rating_table(material(RATED)).rows}
    assert rows["4"] == (3, 0.5, 120.0, 120.0, 120.0, 120.0)
    assert rows["3"] == (0, 0.0, None, None, None, None)
    assert rows["2"] == (2, pytest.approx(1 / 3), 510.0, 510.0, 120.0, 120.0)
    assert rows["1"] == (1, pytest.approx(1 / 6), 1800.0, 1800.0, 600.0, 600.0)
    (wait, service, both) = relation_table(material(RATED)).rows
    assert wait[:2] == ("grade_wait", 6)
    assert wait[2] == pytest.approx(-15 / (15.0 * 17.5) ** 0.5)
    assert service[2] < 0 < both[2]


def test_a_ticket_of_several_services_is_asked_once():
    records = [a_record("C001", leg) for leg in (1, 2, 3)]
    assert to_be_rated(records) == [records[2]]
    offered = [a_record("C001", 1), a_record("C001", 2, offered=True), a_record("C001", 3)]
    assert to_be_rated(offered) == [offered[1]]


def test_a_day_without_grades_has_no_mean_and_no_relation():
    nothing = [a_record("C001")]
    assert rating_cells(nothing)[-2:] == (None, None)
    assert rating_table(material(nothing)).total[1:3] == (0, None)
    assert [row[2] for row in relation_table(material(nothing)).rows] == [None, None, None]
