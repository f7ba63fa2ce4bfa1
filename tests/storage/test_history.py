"""Records of past business dates are found by their day, each day's by itself."""

from datetime import date, timedelta
from functools import partial

from branchfloor.domain import events as e
from branchfloor.storage.history import records_between
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
