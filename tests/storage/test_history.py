"""Records of past business dates are found by their day, each day's by itself."""

from datetime import date, timedelta
from functools import partial

from branchfloor.domain import events as e
from branchfloor.storage import history
from branchfloor.storage.history import records_between
from branchfloor.storage.reading import entries
from branchfloor.storage.unit import Unit
from tests.builders import TEN
from tests.storage import acts


def _open(day: date, work: Unit) -> None:
    work.append(e.DayOpened(day))


def test_records_are_found_by_their_business_date(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    days = [acts.DAY + timedelta(days=n) for n in range(3)]
    for n, day in enumerate(days):
        at = TEN + timedelta(days=n)
        if n:
            store.run(partial(_open, day), actor="t", now=at)
        number = store.run(acts.issue, actor="t", now=at)
        for act in (acts.call(number), acts.start(number), acts.finish(number)):
            store.run(act, actor="t", now=at)
        store.run(acts.issue, actor="t", now=at)
    found = records_between(store, days[0], days[2])
    assert [record.day for record in found] == days[:2]
    assert records_between(store, days[2], days[2] + timedelta(days=1)) == list(store.state.records)
    assert records_between(store, days[0], days[0]) == []
    store.close()


def test_counters_moves_are_those_of_the_dates_asked_for_and_nothing_else(tmp_path):
    store = acts.a_store(tmp_path / "moves.db")
    day = acts.Day(store, 21)
    for _ in range(3):
        day.live(40)
        day.at += timedelta(days=1)
    whole = [
        entry
        for entry in entries(store)
        if isinstance(
            entry.event, e.CounterOpened | e.CounterPaused | e.CounterClosing | e.CounterClosed
        )
    ]
    days = sorted({entry.day for entry in whole})
    assert len(days) == 3
    found = history.counter_moves(store, days[1], days[2])
    assert found == [entry for entry in whole if entry.day == days[1]]
    assert history.counter_moves(store, days[0], days[2] + timedelta(days=1)) == whole
    assert history.counter_moves(store, days[2] + timedelta(days=9), days[2]) == []
    store.close()
