"""Real processes with the real commands: races, and a hundred deaths in the middle of writes."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.events import LegCalled, TicketIssued
from branchfloor.domain.kinds import ENDED
from branchfloor.domain.log import event_of
from branchfloor.floor.floor import Floor, now
from branchfloor.storage import rebuild
from branchfloor.storage.store import AtOnce
from tests.builders import TEN
from tests.floor.at_work import counter_at_work
from tests.storage import acts, kill, racing


@pytest.fixture
def store(tmp_path):
    made = acts.a_store(tmp_path / "floor.db")
    made.play(PlayedClock(TEN, datetime.now(UTC), 1.0))  # whatever the hour, nobody's day ends
    yield made
    made.close()


def told(acks, word):
    lines = (line.split() for line in racing.acknowledged(acks))
    return [number for said, number in lines if said == word]


def events(store, kind):
    with store.database.reading() as conn:
        rows = conn.exec_driver_sql(
            "select body from event where kind = ? order by seq", (kind.__name__,)
        )
        return [event_of(kind.__name__, body) for (body,) in rows]


def check_whole(store, issued, called):
    state = store.catch_up()
    numbers = [e.number for e in events(store, TicketIssued)]
    assert len(numbers) == len(set(numbers)) == state.serials["A"]
    assert set(issued) <= set(numbers)
    calls = Counter(e.visit_id for e in events(store, LegCalled))
    assert not calls or max(calls.values()) == 1
    assert set(called) <= {v.split("-")[1] for v in calls}
    live = {v.number for v in state.visits.values()}
    ended = {r.number for r in state.records if r.state in ENDED}
    assert live | ended == set(numbers)
    assert rebuild.check(store).sound


@pytest.mark.slow
def test_four_counters_and_a_kiosk_racing_lose_double_and_double_call_nothing(store, tmp_path):
    now(Floor(AtOnce(store), "t").open_counter("2"))
    acks, path = tmp_path / "acks", store.database.place.path
    workers = [
        racing.start(counter_at_work, path, acks, 60, counter) for counter in ("1", "2", "", "")
    ]
    for one in workers:
        one.join()
        assert one.exitcode == 0
    issued, called = told(acks, "issued"), told(acks, "called")
    assert len(issued) == len(set(issued)) == 240
    assert len(called) == len(set(called)) >= 100
    check_whole(store, issued, called)


@pytest.mark.slow
@pytest.mark.untraced  # the race above goes over the same lines
def test_a_hundred_deaths_lose_nothing_that_was_acknowledged(store, tmp_path):
    acks, path = tmp_path / "acks", store.database.place.path
    kill.kill_rounds(counter_at_work, path, acks, rounds=100)
    check_whole(store, told(acks, "issued"), [])
