"""Every figure of a report against a second reckoning from the bare log."""

import sqlite3
from collections import Counter

import pytest

from branchfloor.domain import events as e
from branchfloor.domain.kinds import GroundState, LegState
from branchfloor.reports.waits import BANDS
from tests.reports.again import DayAgain, lie


@pytest.fixture(scope="session")
def again(lived):
    return DayAgain(lived)


@pytest.fixture(scope="session")
def told(lived):
    return lived.report()


def near(cells):
    return [c if c is None or isinstance(c, str) else pytest.approx(c) for c in cells]


def rows_of(table):
    return {row[0]: list(row[1:]) for row in table.rows}


def test_the_days_hold_what_they_are_to_test(lived, again):
    kinds = {type(x.event) for x in lived.log}
    assert len(again.waits(again.legs)) > 40
    assert {e.LegMissed, e.StandingChanged, e.LegCalled, e.LegFinished} <= kinds
    if lived.config.preset == "test":
        assert {e.StepUndone, e.LegHeld, e.LegTransferred, e.LegReleased, e.LegAdded} <= kinds
        assert {e.CounterPaused, e.CounterClosing} <= kinds


def test_every_ticket_is_in_one_place(told, again):
    visits = {}
    for leg in again.legs:
        visits.setdefault(leg["visit"], []).append(leg["state"])
    live = {LegState.WAITING, LegState.CALLED, LegState.SERVING, LegState.ON_HOLD, LegState.LATE}
    live.add(LegState.PLANNED)
    places = Counter()
    for states in visits.values():
        order = [
            ("served", LegState.DONE),
            ("expired", LegState.EXPIRED),
            ("left", LegState.LEFT),
            ("abandoned", LegState.ABANDONED),
            ("cancelled", LegState.CANCELLED),
        ]
        if live & set(states):
            places["in_house"] += 1
        else:
            places[next(name for name, state in order if state in states)] += 1
    day = told.table("day")
    names = ("served", "left", "expired", "cancelled", "abandoned", "in_house")
    assert {n: day.value(n, "value") for n in names} == {n: places[n] for n in names}
    assert day.value("issued", "value") == len(visits) == sum(places.values())
    assert day.value("legs", "value") == len(again.legs)


def test_key_figures(told, again):
    day = told.table("day")
    count, mean, middle, p90, longest, _, within, *_ = again.wait_cells(again.legs)
    names = ("called", "wait_mean", "wait_median", "wait_p90", "wait_longest", "within_share")
    found = [day.value(name, "value") for name in names]
    assert found == near([count, mean, middle, p90, longest, within])
    services = [leg["service_s"] for leg in again.legs if leg["state"] is LegState.DONE]
    assert [day.value(n, "value") for n in ("service_mean", "service_p90")] == near(
        [lie(services)[0], lie(services)[2]]
    )
    assert day.value("no_shows", "value") == sum(leg["no_shows"] for leg in again.legs)
    legal = {
        x.event.visit_id
        for x in again.log
        if isinstance(x.event, e.TicketIssued)
        and any(g.class_name == "legal" for g in x.event.grounds)
    } | {
        x.event.visit_id
        for x in again.log
        if isinstance(x.event, e.StandingChanged) and x.event.ground.class_name == "legal"
    }
    assert day.value("green_visits", "value") == len(legal)
    assert day.value("first_ticket", "value") == min(again.issued_at.values())
    assert day.value("last_ticket", "value") == max(again.issued_at.values())


def test_when_the_day_began_and_ended(told, again, lived):
    day = told.table("day")
    assert day.value("first_open", "value") == min(again.opened)
    still_open = any(place["is"] != "closed" for place in again.now.values())
    last = None if still_open else max(again.closed)
    assert day.value("last_close", "value") == last
    hours = (day.value("opens", "value"), day.value("closes", "value"))
    assert [f"{at.hour}:{at.minute:02d}" for at in hours] == ["9:00", "17:00"]
    closed = [x.at for x in lived.log if isinstance(x.event, e.DayClosed)]
    assert day.value("day_closed", "value") == max(closed, default=None)


def test_waits_by_band(told, again):
    table, every = told.table("bands"), again.wait_cells(again.legs)[7:]
    whole, so_far = sum(every), 0
    for band, count in zip(BANDS, every, strict=True):
        so_far += count
        assert table.value(band, "called") == count
        assert table.value(band, "share") == pytest.approx(count / whole)
        assert table.value(band, "so_far") == pytest.approx(so_far / whole)
    for tier in ("general", "special", "value_added"):
        legs = [leg for leg in again.legs if leg["tier"] == tier]
        assert [table.value(band, tier) for band in BANDS] == again.wait_cells(legs)[7:]


@pytest.mark.parametrize(
    ("name", "key"), [("tiers", "tier"), ("classes", "class"), ("services", "service")]
)
def test_waits_and_services_by(told, again, name, key):
    table = told.table(name)
    groups = {leg[key] for leg in again.legs}
    found = rows_of(table)
    assert groups <= set(found)
    for group, cells in found.items():
        legs = [leg for leg in again.legs if leg[key] == group]
        assert cells == near([*again.wait_cells(legs), *again.service_cells(legs)]), group
    whole = [*again.wait_cells(again.legs), *again.service_cells(again.legs)]
    assert list(table.total[1:]) == near(whole)


def test_hour_by_hour(told, again):
    table = told.table("hours")
    for hour, cells in rows_of(table).items():
        tickets = sum(again.hour(at) == hour for at in again.issued_at.values())
        done = [
            leg
            for leg in again.legs
            if leg["state"] is LegState.DONE and again.hour(again.ends[leg["key"]]) == hour
        ]
        called = [
            leg
            for leg in again.legs
            if leg["wait"] is not None and again.hour(again.called_at[leg["key"]]) == hour
        ]
        assert cells == near([tickets, len(done), *again.wait_cells(called)]), hour
    assert table.total[1] == sum(row[1] for row in table.rows) == len(again.issued_at)


def test_counters(told, again, lived):
    table = told.table("counters")
    found = rows_of(table)
    assert list(found)[: len(lived.config.counters)] == [c.number for c in lived.config.counters]
    for number, cells in found.items():
        assert cells == near(again.desk_cells(lambda desk, n=number: desk[0] == n)), number
    assert list(table.total[1:]) == near(again.desk_cells(lambda desk: True))


def test_staff(told, again):
    found = rows_of(told.table("staff"))
    assert set(found) == {staff for _, staff in again.spent}
    for staff, cells in found.items():
        assert cells == near(again.desk_cells(lambda desk, s=staff: desk[1] == s)), staff


def test_counters_agree_with_the_floor_itself(told, lived):
    table = told.table("counters")
    for number, counter in lived.store.state.counters.items():
        clocks = counter.clocks_at(lived.now)
        busy = table.value(number, "serving_time") + table.value(number, "calling_time")
        assert table.value(number, "open_time") == pytest.approx(clocks.open_s)
        assert table.value(number, "paused_time") == pytest.approx(clocks.paused_s)
        assert busy == pytest.approx(clocks.busy_s)


def test_pauses_add_up_and_only_known_reasons_are_named(told, lived):
    table = told.table("pauses")
    words = {row[1] for row in table.rows}
    assert words <= {"break", "meal", "approval", "vouchers", "device", "training", "other"}
    counters = told.table("counters")
    assert table.total[3] == pytest.approx(counters.total[-5])
    for number in {row[0] for row in table.rows}:
        mine = sum(row[3] for row in table.rows if row[0] == number)
        assert mine == pytest.approx(counters.value(number, "paused_time"))
    begun, paused = 0, set()
    for x in lived.log:
        if isinstance(x.event, e.CounterPaused):
            begun += x.event.counter not in paused
            paused.add(x.event.counter)
        elif isinstance(x.event, e.CounterOpened | e.CounterClosing | e.CounterClosed):
            paused.discard(x.event.counter)
    assert table.total[2] == begun


def test_who_was_not_served(told, again):
    table = told.table("lost")
    ends = (LegState.LEFT, LegState.EXPIRED, LegState.CANCELLED, LegState.ABANDONED)
    for service in {leg["service"] for leg in again.legs}:
        legs = [leg for leg in again.legs if leg["service"] == service]
        counts = [sum(leg["state"] is state for leg in legs) for state in ends]
        no_shows = sum(leg["no_shows"] for leg in legs)
        if not any([no_shows, *counts]):
            assert service not in rows_of(table)
            continue
        went = [leg for leg in legs if leg["state"] in (LegState.LEFT, LegState.ABANDONED)]
        stayed = [
            (again.ends[leg["key"]] - again.issued_at[leg["visit"]]).total_seconds() for leg in went
        ]
        cells = [len(legs), no_shows, *counts, sum(counts) / len(legs), lie(stayed)[0]]
        assert rows_of(table)[service] == near(cells), service


def test_who_was_not_served_by_hour(told, again):
    table = told.table("lost_hours")
    ends = (LegState.LEFT, LegState.EXPIRED, LegState.CANCELLED, LegState.ABANDONED)
    misses = Counter(again.hour(x.at) for x in again.kept if isinstance(x.event, e.LegMissed))
    for hour, cells in rows_of(table).items():
        gone = [
            leg["state"]
            for leg in again.legs
            if leg["state"] in ends and again.hour(again.ends[leg["key"]]) == hour
        ]
        assert cells == [misses[hour], *(gone.count(state) for state in ends)], hour
    assert table.total[1] == sum(misses.values())
    assert list(table.total[2:]) == [sum(row[i] for row in table.rows) for i in range(2, 6)]


def test_overtakings(told, again):
    for name, cells in rows_of(told.table("overtakings")).items():
        passed = [
            leg["overtook"]
            for leg in again.legs
            if leg["class"] == name and leg["wait"] is not None
        ]
        overtaking = sum(n > 0 for n in passed)
        share = overtaking / len(passed) if passed else None
        assert cells == near([len(passed), overtaking, share, sum(passed)]), name


def test_the_green_channel_by_numbers(told, again):
    grounds = {}
    for x in again.log:
        event = x.event
        if isinstance(event, e.TicketIssued):
            for ground in event.grounds:
                grounds.setdefault((event.visit_id, ground.id), []).append(ground)
        elif isinstance(event, e.StandingChanged):
            grounds.setdefault((event.visit_id, event.ground.id), []).append(event.ground)
    asked = (GroundState.PROVISIONAL, GroundState.REQUESTED)
    table = told.table("green")
    for name, cells in rows_of(table).items():
        mine = [g for g in grounds.values() if g[0].class_name == name]
        assert cells == [
            sum(g[0].state in asked for g in mine),
            sum(g[0].state is GroundState.PROVISIONAL for g in mine),
            sum(any(one.state is GroundState.GRANTED for one in g) for g in mine),
            sum(g[0].state is GroundState.GRANTED for g in mine),
            sum(any(one.state is GroundState.REVOKED for one in g) for g in mine),
            sum(any(one.state is GroundState.LAPSED for one in g) for g in mine),
            sum(g[-1].state in asked for g in mine),
        ], name
    assert table.total[1] + table.total[4] == len(grounds)
    assert table.total[1] == sum(row[1] for row in table.rows) > 0


def test_promises_against_the_rows_of_the_database(told, lived):
    with sqlite3.connect(lived.store.database.place.path) as raw:
        rows = raw.execute(
            "select p.age_s > 0, l.class_name, p.p10, p.p50, p.p90, p.waited_s from promise p"
            " join leg l using (branch, visit_id, leg_no)"
        ).fetchall()
    raw.close()
    table = told.table("promises")
    assert {row[0] for row in table.rows} <= {"at_issue", "while_waiting"}
    for stage, name, given, settled, inside, share, _, _, error, bias, width in table.rows:
        mine = [r for r in rows if r[0] == (stage != "at_issue") and name in ("all", r[1])]
        done = [r for r in mine if r[5] is not None]
        hits = sum(r[2] <= r[5] <= r[4] for r in done)
        assert (given, settled, inside) == (len(mine), len(done), hits)
        if done:
            misses = [r[3] - r[5] for r in done]
            cells = [hits / len(done), lie([abs(m) for m in misses])[0], lie(misses)[0]]
            assert [share, error, bias] == near(cells)
            assert width == pytest.approx(lie([r[4] - r[2] for r in done])[0])
    given = sum(row[2] for row in table.rows if row[1] == "all")
    assert given == len(rows)
