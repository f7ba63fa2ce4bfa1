"""A past date is found by itself, and tells the same the next morning as the evening before."""

from datetime import date, timedelta

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.reports.day import day_report
from branchfloor.reports.reading import day_entries, log_of, material_of
from branchfloor.storage.reading import entries
from branchfloor.storage.store import AtOnce, Store
from tests.reports import hall_days
from tests.reports.days import TUESDAY
from tests.storage import acts

TOMORROW = TUESDAY + timedelta(days=1)


def floor(store, at):
    return Floor(AtOnce(store), "cli:test", at)


def finish_all(day):
    for visit, leg in list(day.store.state.legs(LegState.SERVING)):
        now(floor(day.store, day.at).finish(Target(visit.number, leg.no)))


def close(day):
    """An evening: nobody is served any more, the day is closed."""
    finish_all(day)
    now(floor(day.store, day.at).close_day())


@pytest.fixture
def day(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield acts.Day(store, 11)
    store.close()


@pytest.fixture
def hall_day(tmp_path):
    store = hall_days.a_store(tmp_path / "hall.db")
    yield hall_days.HallDay(store, 12)
    store.close()


def told(store: Store, on: date, at):
    return day_report(material_of(store, on, at)).tables


def test_a_closed_day_tells_the_same_for_ever(day):
    day.live(300)
    close(day)
    evening = told(day.store, TUESDAY, day.at)
    day.at += timedelta(hours=20)
    day.live(200)
    close(day)
    assert told(day.store, TUESDAY, day.at) == evening
    at_last = next(row[1].value for row in evening[0].rows if row[0] == "last_close")
    assert at_last is not None
    next_evening = told(day.store, TOMORROW, day.at)
    assert next_evening != evening
    day.at += timedelta(days=3)
    day.live(60)
    assert told(day.store, TUESDAY, day.at) == evening
    assert told(day.store, TOMORROW, day.at) == next_evening


def test_what_the_hall_did_on_a_closed_day_stays_told(hall_day):
    day = hall_day
    day.live(400)
    for visit, leg in list(day.store.state.legs(LegState.SERVING)):
        if visit.leg(leg.no).service == "SO":
            now(floor(day.store, day.at).approve_as(Target(visit.number, leg.no), "0900"))
        now(floor(day.store, day.at).finish(Target(visit.number, leg.no), "done"))
    now(floor(day.store, day.at).close_day())
    evening = told(day.store, TUESDAY, day.store.state.at)
    rows = {table.key: table.rows for table in evening}
    keys = ("stages", "helps", "sign_ins", "unticketed", "gone", "outcomes", "ratings_staff")
    assert all(rows[key] for key in keys)
    day.at += timedelta(hours=20)
    day.live(300)
    assert told(day.store, TUESDAY, day.at) == evening


def test_a_counter_still_serving_at_the_close_goes_on_into_the_next_date(day):
    day.live(200)
    served = [visit for visit, _ in day.store.state.legs(LegState.SERVING)]
    assert served
    now(floor(day.store, day.at).close_day())
    counters = [c for c in day.store.state.counters.values() if c.busy]
    morning = day.at + timedelta(hours=20)
    now(floor(day.store, morning).issue(Wish("GT")))
    for visit, leg in list(day.store.state.legs(LegState.SERVING)):
        now(floor(day.store, morning + timedelta(minutes=5)).finish(Target(visit.number, leg.no)))
    later = morning + timedelta(minutes=9)
    table = day_report(material_of(day.store, TOMORROW, later)).table("counters")
    assert table.total[1] == len(served) == len(counters)
    for counter in counters:
        assert table.value(counter.number, "serving_time") == 300
        assert table.value(counter.number, "open_time") == 300


def test_a_forgotten_close_makes_no_night_of_idling(day):
    day.live(150)
    last = day.store.state.at
    morning = day.at + timedelta(hours=21)
    now(floor(day.store, morning).issue(Wish("GT")))
    table = day_report(material_of(day.store, TUESDAY, morning)).table("counters")
    assert table.value("1", "open_time") <= (last - acts.TEN).total_seconds()


def test_only_the_date_and_its_eve_are_read(day):
    for _ in range(4):
        day.live(40)
        close(day)
        day.at += timedelta(days=1)
    days = [TUESDAY + timedelta(days=n) for n in range(4)]
    assert {x.day for x in day_entries(day.store, days[2])} == set(days[1:3])
    assert {x.day for x in day_entries(day.store, days[0])} == {days[0]}
    whole = list(entries(day.store))
    for at in days:
        assert [x for x in day_entries(day.store, at) if x.day == at] == [
            x for x in whole if x.day == at and x.seq > 2
        ]


def test_a_date_without_anything_is_refused_with_the_last_one(day):
    day.live(10)
    with pytest.raises(Refused) as caught:
        material_of(day.store, TOMORROW, day.at)
    assert caught.value.code == "report.no_day"
    assert caught.value.values == {"day": TOMORROW, "last": TUESDAY}
    for before in (TUESDAY - timedelta(days=1), date(1999, 1, 1)):
        with pytest.raises(Refused):
            material_of(day.store, before, day.at)


def test_the_founding_may_be_younger_than_the_days_that_are_replayed(tmp_path):
    from branchfloor.config import parse_document, preset_text
    from branchfloor.demo.house import new_branch

    founded = acts.TEN + timedelta(days=400)
    store = new_branch(tmp_path / "floor.db", preset_text("cn-default"), founded)
    now(floor(store, acts.TEN).open_counter("1", "0211"))
    assert told(store, TUESDAY, acts.TEN)
    with pytest.raises(Refused):
        material_of(store, founded.date(), acts.TEN)
    store.close()
    Store.open(tmp_path / "floor.db", parse=parse_document).close()


def test_the_log_of_a_date_is_whole_though_a_visit_ends_the_day_after(day):
    day.live(200)
    served = [visit.id for visit, _ in day.store.state.legs(LegState.SERVING)]
    now(floor(day.store, day.at).close_day())
    day.at += timedelta(hours=20)
    now(floor(day.store, day.at).issue(Wish("GT")))
    finish_all(day)
    ended = day.store.state.seq
    day.live(40)
    log = list(log_of(day.store, TUESDAY))
    assert {x.event.visit_id[:8] for x in log} == {"20261124"}
    assert {x.event.visit_id for x in log if x.day == TOMORROW} == set(served)
    assert max(x.seq for x in log) <= ended
