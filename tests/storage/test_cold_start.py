"""A cold start from rows is the very state the log makes, whatever happened on the floor."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from branchfloor.domain import events as e
from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.floor.floor import Floor, now
from branchfloor.storage import load, rebuild
from branchfloor.storage.store import AtOnce
from branchfloor.storage.tables import leg
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def store(tmp_path: Path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def same_three_ways(store) -> None:
    """Held, read from the rows, and replayed from the log: one state."""
    other = acts.reopened(store)
    with store.database.reading() as conn:
        replayed = rebuild.replay(conn, "b1")
    assert other.state == store.state
    assert replayed == store.state.with_forecasts(None)
    assert rebuild.check(store).findings == ()
    other.close()


@pytest.mark.parametrize("seed", range(6))
def test_a_lively_day(store, seed):
    day = acts.Day(store, seed)
    day.live(250)
    assert len(store.state.records) > 5
    same_three_ways(store)


def test_a_visit_carried_into_the_next_day_and_its_rows(store):
    day = acts.Day(store, 1)
    day.live(60)
    number = store.run(acts.issue, actor="t", now=day.at)
    counter = next(c for c in ("1", "2", "3") if not store.state.counter(c).busy)
    store.run(acts.call(number, counter), actor="t", now=day.at)
    store.run(acts.start(number, counter), actor="t", now=day.at)
    visit = store.state.find(number)
    assert visit is not None
    tomorrow = day.at + timedelta(days=1)
    day.at = tomorrow
    now(Floor(AtOnce(store), "t", tomorrow).open_counter("2", "0202"))
    assert store.state.visit(visit.id) is not None
    finish = e.LegFinished(visit.id, 1, counter)
    store.run(lambda work: work.append(finish), actor="t", now=tomorrow)
    same_three_ways(store)
    row = rows_of(store, visit.id)
    assert (row["state"], row["day"]) == ("done", "2026-11-24")
    store.run(lambda work: work.append(undo_of(store, counter)), actor="t", now=tomorrow)
    assert rows_of(store, visit.id)["state"] == "serving"
    same_three_ways(store)


def test_a_number_carried_over_never_hides_the_one_of_today(store):
    number = store.run(acts.issue, actor="t", now=TEN)
    store.run(acts.call(number), actor="t", now=TEN)
    store.run(acts.start(number), actor="t", now=TEN)
    tomorrow = TEN + timedelta(days=1)
    day = acts.DAY + timedelta(days=1)
    old = store.state.find(number)
    assert old is not None
    store.run(lambda work: work.append(e.DayOpened(day)), actor="t", now=tomorrow)
    assert store.state.find(number) == old
    assert store.run(acts.issue, actor="t", now=tomorrow) == number
    held = e.LegHeld(old.id, 1, "1", HoldKind.TOOK_PAPERS)
    store.run(lambda work: work.append(held), actor="t", now=tomorrow)
    today = store.state.find(number)
    assert today is not None
    assert today.day == day
    same_three_ways(store)
    ended = e.LegEnded(today.id, 1, LegState.CANCELLED)
    store.run(lambda work: work.append(ended), actor="t", now=tomorrow)
    carried = store.state.find(number)
    assert carried is not None
    assert carried.id == old.id
    same_three_ways(store)


def undo_of(store, counter: str) -> e.StepUndone:
    point = store.state.counter(counter).steps[-1]
    return e.StepUndone(point.visit.id, counter, point.step, point.seq)


def rows_of(store, visit_id: str):
    with store.database.reading() as conn:
        where = leg.c.visit_id == visit_id
        return conn.execute(leg.select().where(where)).mappings().one()


def test_steps_taken_and_taken_back_in_one_unit_or_in_many(store):
    for number in [store.run(acts.issue, actor="t", now=TEN) for _ in range(3)]:
        for unit in (acts.call(number), acts.start(number), acts.finish(number)):
            store.run(unit, actor="t", now=TEN)

    def back_and_again(work) -> None:
        visit_id = work.state.counter("1").steps[-1].visit.id
        work.append(undo_of(store, "1"))
        work.append(e.LegFinished(visit_id, 1, "1"))

    store.run(back_and_again, actor="t", now=TEN)
    same_three_ways(store)
    store.run(lambda work: work.append(undo_of(store, "1")), actor="t", now=TEN)
    same_three_ways(store)
    assert [r.state for r in store.state.records] == [LegState.DONE] * 2


def test_a_day_opened_in_the_same_unit_as_the_last_call_of_the_day_before(store):
    number = store.run(acts.issue, actor="t", now=TEN)

    def over_midnight(work) -> None:
        acts.call(number)(work)
        work.append(e.DayClosed(acts.DAY, 0))
        work.append(e.DayOpened(acts.DAY + timedelta(days=1)))
        acts.issue(work)

    store.run(over_midnight, actor="t", now=TEN + timedelta(days=1))
    same_three_ways(store)


def test_after_a_long_sleep_the_rows_are_read_instead_of_the_log(store, monkeypatch):
    asleep = acts.reopened(store)
    acts.Day(store, 3).live(60)
    monkeypatch.setattr(load, "RELOAD_AFTER", 10)
    assert asleep.catch_up() == store.state
    assert asleep.head_hash == store.head_hash
    asleep.close()


def test_catching_up_without_news_gives_the_very_same_state(store):
    before = store.state
    assert store.catch_up() is before


@pytest.mark.slow
def test_a_day_of_two_thousand_tickets_opens_within_a_moment(store):
    def many(work) -> None:
        for _ in range(50):
            number = acts.issue(work)
            for unit in (acts.call(number), acts.start(number), acts.finish(number)):
                unit(work)

    for minute in range(40):
        store.run(many, actor="t", now=acts.later(minute))
    began = time.perf_counter()
    other = acts.reopened(store)
    took_s = time.perf_counter() - began
    assert other.state == store.state
    assert took_s < 1.0  # a busy machine; the bench holds the goal of 0.1 s
    other.close()
