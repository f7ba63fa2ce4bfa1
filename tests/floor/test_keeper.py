"""The keeper on a real database: one of several acts, what is due happens, ranges are published."""

from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.config import parse_document, preset_text, sha256_of
from branchfloor.floor.due import anything_due
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.issue import Wish
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.transfer import Destination
from branchfloor.storage.store import AtOnce, BranchRow, Store

TEN = datetime(2026, 11, 24, 2, tzinfo=UTC)
REAL = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    text = preset_text("cn-default")
    row = BranchRow("b", "B")
    made = Store.create(tmp_path / "b.db", row, parse=parse_document, at=TEN)
    made.run(lambda w: found(w, Founding("b", "cn-default", text, sha256_of(text))), actor="t")
    yield made
    made.close()


def floor_at(store, moment):
    return Floor(AtOnce(store), "cli:t", moment)


def after(minutes):
    return TEN + timedelta(minutes=minutes)


def test_nothing_is_due_of_a_pin_whose_customer_is_served(hall):
    hall.issue("GD")
    ticket = hall.serve("1")
    now(hall.floor.transfer(Target(ticket), Destination(counter="2")))
    hall.serve("2")
    hall.memory.wait(minutes=11)
    assert not anything_due(hall.memory.state, hall.memory.config, hall.memory.at)


def test_only_one_of_two_processes_keeps(store):
    first, second = Keeper("a"), Keeper("b")
    assert first.tick(store, REAL)
    assert not second.tick(store, REAL + timedelta(seconds=4))
    assert second.tick(store, REAL + timedelta(seconds=9))
    second.leave(store)
    assert first.tick(store, REAL + timedelta(seconds=10))


def test_what_is_due_happens_though_nobody_taps(store):
    now(floor_at(store, TEN).open_counter("1"))
    now(floor_at(store, TEN).pause_counter("1", "break", after(10)))
    keeper = Keeper("a")
    keeper.keep(store, after(9))
    assert store.state.counter("1").status.value == "paused"
    keeper.keep(store, after(10))
    assert store.state.counter("1").status.value == "open"
    assert not anything_due(store.state, store.config, after(11))


def test_every_service_with_a_counter_has_a_published_range(store):
    for plan in store.config.counters:
        now(floor_at(store, TEN).open_counter(plan.number))
    for _ in range(8):
        now(floor_at(store, TEN).issue(Wish("GD")))
    Keeper("a").keep(store, after(1))
    forecasts = store.state.forecasts
    assert {f.service for f in forecasts.services} == {s.code for s in store.config.services}
    assert all(f.wait is not None for f in forecasts.services)
    assert len(forecasts.legs) == 8
    issued = now(floor_at(store, after(1)).issue(Wish("GD")))
    assert issued.wait == forecasts.of("GD").wait


def test_forecasts_follow_the_floor_but_not_every_second(store):
    keeper = Keeper("a")
    keeper.keep(store, after(0))
    first = store.state.forecasts.made_at
    keeper.keep(store, TEN + timedelta(seconds=5))
    assert store.state.forecasts.made_at == first
    now(floor_at(store, TEN + timedelta(seconds=6)).issue(Wish("GD")))
    keeper.keep(store, TEN + timedelta(seconds=7))
    assert store.state.forecasts.made_at == TEN + timedelta(seconds=7)
    keeper.keep(store, TEN + timedelta(seconds=30))
    assert store.state.forecasts.made_at == TEN + timedelta(seconds=30)


def test_a_waiting_leg_is_promised_anew_every_five_minutes_and_scored(store):
    now(floor_at(store, TEN).open_counter("1"))
    for _ in range(2):
        now(floor_at(store, TEN).issue(Wish("GD")))
    keeper = Keeper("a")
    for minute in range(13):
        keeper.keep(store, after(minute))
    ages = [round(p.age_s) for p in store.promises_since(TEN) if p.visit_id.endswith("A001")]
    assert ages == [0, 300, 600]
    now(floor_at(store, after(13)).call_next("1"))
    called = [p for p in store.promises_since(TEN) if p.visit_id.endswith("A001")]
    assert [round(p.waited_s) for p in called] == [780, 480, 180]
    keeper.keep(store, after(19))
    assert keeper.learning.tracker.coverage().n == 3


def test_served_times_are_learned(store):
    now(floor_at(store, TEN).open_counter("1"))
    before = None
    keeper = Keeper("a")
    for n in range(6):
        begun = after(20 * n)
        now(floor_at(store, begun).issue(Wish("GD")))
        ticket = now(floor_at(store, begun).call_next("1")).ticket
        now(floor_at(store, begun).start(Target(ticket)))
        now(floor_at(store, begun + timedelta(minutes=15)).finish(Target(ticket)))
        keeper.keep(store, begun + timedelta(minutes=16))
        before = before or keeper.learning.times.estimate("GD").mean_s
    assert keeper.learning.times.estimate("GD").mean_s > before
