"""Figures of the day where a recount does not look: words, edges, speed, the wall clock."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain.kinds import CounterStatus, LegState, Tier
from branchfloor.domain.metrics import day_curve, summarise, visit_outcome
from branchfloor.domain.metrics_values import Overtakings, Spread, percentile, spread
from branchfloor.domain.records import LegRecord
from branchfloor.domain.state import FloorState
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import TEN, a_branch, a_floor, a_service, asking

DAY = TEN.date()


def a_record(no: int, at: datetime = TEN, **changes) -> LegRecord:
    row = LegRecord(
        visit_id=f"v{no}",
        leg_no=1,
        number=f"A{no:03d}",
        day=DAY,
        service="GD",
        class_name="ordinary",
        state=LegState.DONE,
        issued_at=at,
        called_ats=(at + timedelta(minutes=5),),
        started_at=at + timedelta(minutes=5),
        ended_at=at + timedelta(minutes=9),
        wait_s=300.0,
        queued_s=300.0,
        service_s=240.0,
        target_s=1200.0,
        counter="1",
        staff=None,
        no_shows=0,
        overtook=0,
    )
    return replace(row, **changes)


def a_state(*records: LegRecord) -> FloorState:
    return FloorState(branch="b", day=DAY, records=records)


def test_an_empty_day_has_every_row_and_no_number_made_up():
    metrics = summarise(FloorState(), a_branch(), TEN)
    assert metrics.total.waits == Spread()
    assert metrics.total.within_share is None
    assert metrics.overtakings.share is None
    assert metrics.floor.utilisation is None
    assert [row.key for row in metrics.tiers] == [tier.value for tier in Tier]
    assert [row.key for row in metrics.services] == ["GD", "GW", "GT", "SO", "VC"]
    assert metrics.class_("legal").waiting == 0
    assert metrics.visits.issued == 0
    assert metrics.slots == ()
    assert day_curve(FloorState(), a_branch()) == ()
    with pytest.raises(KeyError):
        metrics.tier("golden")


@pytest.mark.parametrize(
    ("values", "share", "result"),
    [
        ([7.0], 0.9, 7.0),
        ([1.0, 2.0], 0.5, 1.5),
        ([0.0, 10.0, 20.0, 30.0], 0.9, 27.0),
        ([1.0, 2.0, 3.0], 1.0, 3.0),
    ],
)
def test_percentiles_interpolate(values, share, result):
    assert percentile(values, share) == pytest.approx(result)


@given(st.lists(st.floats(0, 1e5), min_size=1), st.randoms())
def test_a_spread_does_not_depend_on_order(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert spread(values) == spread(shuffled)


@pytest.mark.parametrize(
    ("states", "place"),
    [
        ([LegState.DONE, LegState.WAITING], "waiting"),
        ([LegState.WAITING, LegState.SERVING], "at_counter"),
        ([LegState.LATE, LegState.PLANNED], "late"),
        ([LegState.ON_HOLD, LegState.PLANNED], "held"),
        ([LegState.PLANNED], "planned"),
        ([LegState.DONE, LegState.LEFT], "served"),
        ([LegState.CANCELLED, LegState.EXPIRED], "expired"),
        ([LegState.CANCELLED, LegState.ABANDONED], "abandoned"),
        ([LegState.CANCELLED], "cancelled"),
    ],
)
def test_a_visit_is_in_one_place(states, place):
    assert visit_outcome(states) == place


def test_the_longest_wait_is_the_visits_clock_and_grows():
    memory = a_floor()
    floor = asking(memory)
    now(floor.issue(Wish("GT")))
    memory.wait(minutes=3)
    now(floor.issue(Wish("GT", green="elder")))
    memory.wait(minutes=2)
    metrics = summarise(memory.state, memory.config, memory.at)
    assert metrics.total.waiting == 2
    assert metrics.total.longest_s == 300
    assert metrics.class_("legal").longest_s == 120
    assert metrics.tier("general").waiting == 2
    later = summarise(memory.state, memory.config, memory.at + timedelta(minutes=1))
    assert later.total.longest_s == 360


def test_two_waiting_legs_of_one_person_are_one_person():
    memory = a_floor()
    now(asking(memory).issue(Wish("GT", then=("SO",), free_order=True)))
    metrics = summarise(memory.state, memory.config, memory.at)
    assert metrics.total.waiting == 1
    assert metrics.service("GT").waiting == metrics.service("SO").waiting == 1
    assert metrics.visits.waiting == 1


def test_target_reached_to_the_second_is_within():
    state = a_state(a_record(1, wait_s=1200.0), a_record(2, wait_s=1200.001))
    figures = summarise(state, a_branch(), TEN).total
    assert (figures.called, figures.within) == (2, 1)
    assert figures.within_share == 0.5


def test_a_service_gone_from_the_document_keeps_its_row():
    state = a_state(a_record(1, service="OLD", class_name="veteran"))
    metrics = summarise(state, a_branch(), TEN)
    assert metrics.service("OLD").served == 1
    assert metrics.class_("veteran").served == 1
    assert metrics.total.served == 1
    assert sum(row.served for row in metrics.tiers) == 0


def test_utilisation_counts_pauses_as_open():
    memory = a_floor()
    floor = asking(memory)
    now(floor.open_counter("1"))
    memory.wait(minutes=10)
    now(floor.pause_counter("1", "break"))
    memory.wait(minutes=10)
    now(floor.open_counter("1"))
    now(floor.issue(Wish("GD")))
    now(floor.call_next("1"))
    memory.wait(minutes=20)
    metrics = summarise(memory.state, memory.config, memory.at)
    row = metrics.counters[0]
    assert (row.open_s, row.busy_s, row.paused_s) == (2400, 1200, 600)
    assert row.utilisation == metrics.floor.utilisation == 0.5
    assert (row.status, row.busy) == (CounterStatus.OPEN, True)
    assert (metrics.floor.open, metrics.floor.busy, metrics.floor.closed) == (1, 1, 2)


def test_slots_are_quarter_hours_of_the_wall_clock_even_at_odd_offsets():
    config = a_branch(time_zone="Asia/Kathmandu")  # UTC+5:45
    at = datetime(2026, 11, 24, 4, 17, tzinfo=UTC)  # 10:02
    slots = summarise(a_state(a_record(1, at)), config, at).slots
    assert [slot.start_at.isoformat()[11:16] for slot in slots] == ["04:15"]
    assert (slots[0].arrivals, slots[0].calls) == (1, 1)


def test_slots_across_the_end_of_summer_time_lose_nothing():
    config = a_branch(time_zone="Europe/Berlin")
    start = datetime(2026, 10, 25, 0, 5, tzinfo=UTC)  # 02:05, an hour that comes twice
    rows = [a_record(i, start + timedelta(minutes=15 * i)) for i in range(8)]
    slots = summarise(a_state(*rows), config, start).slots
    assert sum(slot.arrivals for slot in slots) == 8
    assert [slot.arrivals for slot in slots[:8]] == [1] * 8


def test_the_curve_has_a_point_for_each_tier_and_empty_quarter_hour():
    config = a_branch()
    state = a_state(a_record(1), a_record(2, TEN + timedelta(hours=1), service="SO", wait_s=60.0))
    points = day_curve(state, config)
    assert len(points) == 5 * 4
    first = {p.tier: p for p in points if p.start_at == TEN}
    assert (first[None].arrivals, first["general"].called, first["special"].called) == (1, 1, 0)
    assert first["general"].mean_s == 300
    assert first["special"].mean_s is None


def test_the_kept_part_follows_records_and_document():
    config, state = a_branch(), a_state(a_record(1))
    assert summarise(state, config, TEN).total.served == 1
    more = a_state(*state.records, a_record(2))
    assert summarise(more, config, TEN).total.served == 2
    moved = replace(config, services=(a_service("GD", Tier.SPECIAL), *config.services[1:]))
    assert summarise(state, moved, TEN).tier("special").served == 1
    assert summarise(state, config, TEN).tier("general").served == 1


def test_a_leg_more_is_added_and_a_leg_taken_back_is_gone():
    config, rows = a_branch(), [a_record(i, wait_s=60.0 * i) for i in range(1, 6)]
    for some in (rows[:3], rows, rows[:2] + rows[3:], [rows[0], *rows[2:], a_record(9)], []):
        state = a_state(*some)
        fresh = a_state(*(replace(row) for row in some))
        assert summarise(state, config, TEN) == summarise(fresh, config, TEN)
        assert summarise(state, config, TEN).visits.issued == len(some)
        assert day_curve(state, config) == day_curve(fresh, config)


def test_overtakings_share():
    assert Overtakings(10, 2, 5).share == 0.2


def test_a_day_of_two_thousand_tickets_is_summed_up_at_once():
    rng, config = Random(1), a_branch()
    codes = [service.code for service in config.services]
    names = [rule.name for rule in config.policy.classes]
    rows = (
        a_record(
            i,
            TEN + timedelta(seconds=15 * i),
            service=rng.choice(codes),
            class_name=rng.choice(names),
            wait_s=rng.expovariate(1 / 600),
            service_s=rng.expovariate(1 / 300),
        )
        for i in range(2000)
    )
    state = a_state(*rows)
    first = summarise(state, config, TEN)
    assert first.total.served == 2000
    best = 1.0
    for _ in range(5):
        began = time.process_time()
        assert summarise(state, config, TEN) == first
        best = min(best, time.process_time() - began)
    assert best < 0.03  # 10 ms on a quiet machine
