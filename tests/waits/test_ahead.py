"""People ahead, counted by lanes, against asking the routing rule about each person."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branchfloor.domain.events import CounterLent, CounterPaused
from branchfloor.domain.kinds import Discipline
from branchfloor.domain.lanes import Place
from branchfloor.routing.choice import waiting_at
from branchfloor.routing.eligibility import Mark, key_for, working
from branchfloor.routing.score import line
from branchfloor.waits.ahead import FREE_NOW, people_ahead, quick_forecast
from tests.builders import a_branch, a_policy
from tests.waits.hall import Hall

SERVICES = ["GD", "GW", "GT", "SO", "VC"]
CLASSES = ["ordinary", "ordinary", "ordinary", "legal", "gold", "bank_error", "emergency"]

floors = st.fixed_dictionaries(
    {
        "open": st.sets(st.sampled_from("123"), min_size=1),
        "people": st.lists(
            st.tuples(st.sampled_from(SERVICES), st.sampled_from(CLASSES), st.integers(0, 900)),
            max_size=25,
        ),
        "discipline": st.sampled_from(list(Discipline)),
    }
)


def a_hall(floor) -> Hall:
    hall = Hall(a_branch(policy=a_policy(floor["discipline"])))
    hall.open(*sorted(floor["open"]))
    for service, class_name, gap_s in floor["people"]:
        hall.issue(service, class_name)
        hall.after(gap_s)
    return hall


def by_asking(hall, service, class_name):
    """Everybody whom some counter of the newcomer would call before it, one by one."""
    key = key_for(
        service,
        needs_cash=hall.config.service(service).needs_cash,
        class_name=class_name,
    )
    rule, priority = line(hall.config, class_name, service), class_name in ("legal", "emergency")
    marks = [(d, d.answer(key).mark) for d in working(hall.state, hall.config)]
    marks = [(d, Mark.SERVES if priority else mark) for d, mark in marks if mark is not Mark.NO]
    best = min((mark for _, mark in marks), default=None)
    ahead = set()
    for desk, mark in marks:
        if mark is best:
            mine = (rule.rank, int(mark), -rule.head_start, hall.state.seq + 1)
            for visit, leg, candidate in waiting_at(hall.state, desk, hall.at):
                if candidate.order < mine and same_queue(hall, candidate.key, marks, best):
                    ahead.add((visit.id, leg.no))
    return len(ahead) if marks else None


def same_queue(hall, key, marks, best):
    """At least half of the counters that leg queues at are the newcomer's."""
    ours = {d.plan.number for d, mark in marks if mark is best}
    priority = key.class_name in ("legal", "emergency")
    able = [(d.plan.number, d.answer(key).mark) for d in working(hall.state, hall.config)]
    able = [(n, Mark.SERVES if priority else mark) for n, mark in able if mark is not Mark.NO]
    top = min(mark for _, mark in able)
    theirs = {number for number, mark in able if mark is top}
    return 2 * len(theirs & ours) >= len(theirs)


@settings(deadline=None)
@given(floors, st.sampled_from(SERVICES), st.sampled_from(CLASSES))
def test_the_count_is_exact(floor, service, class_name):
    hall = a_hall(floor)
    expected = by_asking(hall, service, class_name)
    if expected is not None:
        assert people_ahead(hall.state, hall.config, service, class_name, hall.at) == expected


def test_a_legal_ticket_passes_those_who_waited_less_than_its_head_start():
    hall = Hall(a_branch())
    hall.open("1", "2")
    hall.issue("GD")
    hall.after(300)
    hall.issue("GD")
    hall.after(500)  # 800 s and 500 s of 1200 s: 0.67 and 0.42 against 0.5
    assert people_ahead(hall.state, hall.config, "GD", "legal", hall.at) == 1
    assert people_ahead(hall.state, hall.config, "GD", "ordinary", hall.at) == 2


def test_a_backing_counter_counts_only_when_no_own_one_works():
    hall = Hall(a_branch())
    hall.open("1", "3")
    hall.issue("GD")
    assert people_ahead(hall.state, hall.config, "GT", "ordinary", hall.at) == 0
    only = Hall(a_branch())
    only.open("1")
    only.issue("GD")
    assert people_ahead(only.state, only.config, "GT", "ordinary", only.at) == 1


def test_with_nothing_open_the_plan_counts():
    hall = Hall(a_branch())
    hall.issue("GD")
    assert people_ahead(hall.state, hall.config, "GD", "ordinary", hall.at) == 1
    assert quick_forecast(hall.state, hall.config, "GD", hall.at).wait is None


def test_a_loan_changes_who_is_ahead_at_once():
    hall = Hall(a_branch())
    hall.open("2", "3")
    hall.issue("GT")
    assert people_ahead(hall.state, hall.config, "SO", "ordinary", hall.at) == 1
    assert quick_forecast(hall.state, hall.config, "VC", hall.at).ahead == 1
    hall.happen(CounterLent("2", ("VC",), None))
    assert quick_forecast(hall.state, hall.config, "VC", hall.at).wait == FREE_NOW


def test_quick_a_free_counter_means_now():
    hall = Hall(a_branch())
    hall.open("1")
    found = quick_forecast(hall.state, hall.config, "GD", hall.at)
    assert (found.ahead, found.wait) == (0, FREE_NOW)


def test_quick_a_pause_lasts_until_its_return():
    hall = Hall(a_branch())
    hall.open("1")
    hall.happen(CounterPaused("1", "break", hall.at + timedelta(minutes=10)))
    wait = quick_forecast(hall.state, hall.config, "GD", hall.at).wait
    assert wait is not None
    assert wait.p10 < 600 < wait.p90
    hall.happen(CounterPaused("1", "break"))
    assert quick_forecast(hall.state, hall.config, "GD", hall.at).wait is None


@pytest.mark.parametrize("ahead", [3, 10, 30])
def test_quick_shares_the_queue_among_the_counters(ahead):
    hall = Hall(a_branch())
    hall.open("1", "2")
    for _ in range(ahead + 2):
        hall.issue("GD")
    for number in "12":
        hall.serve(number)
    found = quick_forecast(hall.state, hall.config, "GD", hall.at)
    assert found.ahead == ahead
    assert found.wait is not None
    assert found.wait.p50 == pytest.approx((ahead + 1) * 324 / 2, rel=0.15)


def test_quick_looks_at_lanes_not_at_people():
    """Ten times the people in the same lanes: the same work."""

    class Counted(tuple[Place, ...]):
        looked = 0

        def __iter__(self):
            Counted.looked += 1
            return super().__iter__()

    hall = Hall(a_branch())
    hall.open("1", "2")
    for _ in range(50):
        hall.issue("GD")
        hall.issue("GW", "legal")
    lanes = hall.state.lanes.of
    for key in lanes:
        lanes[key] = Counted(lanes[key])
    quick_forecast(hall.state, hall.config, "GD", hall.at)
    assert Counted.looked == 0
