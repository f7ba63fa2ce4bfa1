"""A log lived through: only what had happened is known, and it is told better than simply."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from branchfloor.waits.queue_log import LEFT, NO_SHOW, SERVED, LogRow
from branchfloor.waits.replaying.evaluating import evaluate, value_of
from branchfloor.waits.replaying.features import columns
from branchfloor.waits.replaying.living import live
from branchfloor.waits.replaying.seen import seen
from tests.waits.queues import MORNING, a_log

SECOND = timedelta(seconds=1)


@cache
def evaluated():
    return evaluate(a_log(6, per_day=400))


def told_of(rows):
    hall = seen(rows)
    return hall, live(hall, columns(hall), np.ones(len(rows), dtype=bool))


def otherwise_from(rows, moment, chance):
    """The same log up to a moment; whatever happens from then on happens otherwise."""
    other = []
    for row in rows:
        if row.issued_at >= moment:
            if chance.random() < 0.5:
                other.append(replace(row, service="NEW", priority="odd", counter="C9"))
        elif row.called_at is not None and row.called_at >= moment:
            other.append(_other_end(row, moment, chance))
        elif row.finished_at is not None and row.finished_at >= moment:
            later = moment + SECOND * chance.uniform(0, 5000)
            other.append(replace(row, finished_at=max(later, row.called_at or later)))
        else:
            other.append(row)
    return other


def _other_end(row, moment, chance):
    called = moment + SECOND * chance.uniform(0, 3000)
    if chance.random() < 0.5:
        return replace(row, counter=None, called_at=None, finished_at=called, outcome=LEFT)
    ended = called + SECOND * chance.uniform(0, 900)
    outcome = chance.choice([SERVED, NO_SHOW])
    return replace(row, counter="C7", called_at=called, finished_at=ended, outcome=outcome)


@pytest.mark.parametrize(("day", "hour"), [(0, 0.5), (1, 2.2), (2, 4.0), (3, 0.0), (3, 3.1)])
def test_what_happens_later_changes_no_forecast(day, hour):
    rows = a_log(4, per_day=200)
    moment = MORNING + timedelta(days=day, hours=hour)
    other = otherwise_from(rows, moment, Random(7))
    hall, told = told_of(rows)
    before = int((hall.issued_s < moment.timestamp()).sum())
    _, told_otherwise = told_of(other)
    assert before > 10
    for name in ("means", "ranges", "at_once"):
        one, two = getattr(told, name)[:before], getattr(told_otherwise, name)[:before]
        np.testing.assert_allclose(one, two, rtol=1e-6, atol=1e-6, err_msg=name)


def test_a_ticket_does_not_know_its_own_end():
    rows = a_log(1)
    last = rows[-1]
    hall, told = told_of(rows)
    for changed in (
        replace(last, counter=None, called_at=None, outcome=LEFT),
        replace(last, called_at=last.issued_at, finished_at=last.issued_at + SECOND),
        replace(last, called_at=last.issued_at - SECOND, finished_at=last.issued_at + SECOND),
    ):
        assert told_of([*rows[:-1], changed])[1].means[-1] == pytest.approx(told.means[-1])
    assert len(hall.issued_s) == len(rows)


def test_ours_is_nearer_than_every_simple_way():
    scores = evaluated().waited.total.scores
    for name in ("les", "hol", "avg5", "ql"):
        assert scores["us"].rmse_s < scores[name].rmse_s, name
    assert scores["us"].rmse_s < 0.85 * scores["les"].rmse_s


def test_ranges_hold_four_waits_in_five():
    waited = evaluated().waited
    assert 0.74 < waited.total.scores["us"].coverage_80 < 0.86
    for name, part in waited.by_priority.items():
        assert 0.7 < part.scores["us"].coverage_80 < 0.9, name


def test_parts_are_those_with_enough_tickets():
    waited = evaluated().waited
    assert set(waited.by_priority) == {"high", "ordinary"}
    assert sum(part.n for part in waited.by_priority.values()) == waited.total.n
    assert evaluated().served.total.n >= waited.total.n
    few = evaluate(a_log(1, per_day=120)).waited
    assert (few.by_priority, few.by_service) == ({}, {})


def test_the_same_log_gives_the_same_figures():
    rows = a_log(2)
    assert evaluate(rows) == evaluate(rows)


def test_order_in_the_file_does_not_matter():
    rows = a_log(2)
    shuffled = list(rows)
    Random(3).shuffle(shuffled)
    assert evaluate(shuffled) == evaluate(rows)


def test_training_helps_and_counts_for_nothing_itself():
    rows = a_log(8, per_day=150)
    cut = MORNING + timedelta(days=6)
    train = [row for row in rows if row.issued_at < cut]
    log = [row for row in rows if row.issued_at >= cut]
    cold, taught = evaluate(log), evaluate(log, train)
    assert cold.waited.total.n == taught.waited.total.n
    assert taught.waited.total.scores["us"].rmse_s < cold.waited.total.scores["us"].rmse_s


def test_a_log_trained_on_itself_is_no_better_for_it():
    rows = a_log(2)
    assert evaluate(rows, rows) == evaluate(rows)


def test_what_comes_after_the_log_teaches_nothing():
    rows = a_log(4, per_day=120)
    cut = MORNING + timedelta(days=2)
    early = [row for row in rows if row.issued_at < cut]
    late = [row for row in rows if row.issued_at >= cut]
    before, after = evaluate(early).waited.total, evaluate(early, late).waited.total
    assert before.scores["us"].rmse_s == pytest.approx(after.scores["us"].rmse_s)


LOGS = {
    "one row": a_log(1)[:1],
    "two rows": a_log(1)[:2],
    "one service": a_log(2, services=("X",)),
    "many counters": a_log(1, counters=300, per_day=900),
    "a service each": a_log(1, services=tuple(f"S{n}" for n in range(200))),
    "a gap of months": [
        *a_log(1),
        *(
            replace(
                row,
                issued_at=row.issued_at + timedelta(days=200),
                called_at=row.called_at and row.called_at + timedelta(days=200),
                finished_at=row.finished_at and row.finished_at + timedelta(days=200),
            )
            for row in a_log(1, seed=2)
        ),
    ],
    "no counters named": [replace(row, counter=None) for row in a_log(1)],
    "nobody called": [
        replace(row, called_at=None, finished_at=None, counter=None, outcome=LEFT)
        for row in a_log(1)
    ],
    "nobody waited": [
        replace(row, called_at=row.issued_at, finished_at=row.issued_at, outcome=SERVED)
        for row in a_log(2)
    ],
    "all at one moment": [
        replace(row, issued_at=MORNING, called_at=MORNING, finished_at=MORNING, outcome=SERVED)
        for row in a_log(1)
    ],
}


@pytest.mark.parametrize("name", LOGS)
def test_odd_logs_are_lived_through(name):
    found = evaluate(LOGS[name])
    served = [row for row in LOGS[name] if row.outcome == SERVED]
    assert found.served.total.n == len(served)
    for score in found.waited.total.scores.values():
        assert score.rmse_s is None or np.isfinite(score.rmse_s)
    _, told = told_of(LOGS[name])
    assert np.isfinite(told.ranges).all()
    assert (np.diff(told.ranges, axis=1) >= 0).all()
    assert ((told.at_once >= 0) & (told.at_once <= 1)).all()


def first_row(n, wait_s):
    at = MORNING + 60 * SECOND * n
    called, done = at + SECOND * wait_s, at + SECOND * (wait_s + 50)
    return LogRow(f"T{n}", "GD", "ordinary", False, "C1", at, called, done, SERVED)


def test_the_first_hours_know_that_many_are_called_at_once():
    """Every second ticket of a young log is called at once: ranges over all hold from early on."""
    rows = [first_row(n, (0, 60 + n % 7)[n % 2]) for n in range(80)]
    at_once = told_of(rows)[1].at_once
    assert at_once[5] == 0
    assert at_once[20:].min() > 0.2


def test_a_log_without_a_row_has_no_figures():
    value = value_of(evaluate([]).waited)
    assert value["all"]["n"] == 0
    assert value["all"]["us"]["rmse_s"] is None
    assert value["by_service"] == {}


def test_whoever_left_unseen_stops_counting():
    """Without a time of leaving a ticket waits on until ten later ones of its kind were called."""
    gone = LogRow("L", "GW", "x", False, None, MORNING, None, None, LEFT)
    rows = [gone]
    for n in range(1, 21):
        issued = MORNING + 60 * n * SECOND
        called, ended = issued + 5 * SECOND, issued + 50 * SECOND
        rows.append(LogRow(f"A{n}", "GW", "x", False, "1", issued, called, ended, SERVED))
    waiting = columns(seen(rows)).of("all_waiting")
    assert waiting[1:11].tolist() == [1.0] * 10
    assert waiting[11:].tolist() == [0.0] * 10


def test_counters_at_work_are_those_seen():
    rows = []
    for n, counter in enumerate("123"):
        issued = MORNING + 60 * n * SECOND
        ended = issued + 100 * SECOND
        rows.append(LogRow(counter, "GW", "x", False, counter, issued, issued, ended, SERVED))
    late = MORNING + 450 * SECOND
    rows.append(LogRow("z", "GW", "x", False, "1", late, late, late + SECOND, SERVED))
    found = columns(seen(rows))
    assert found.of("counters0").tolist() == [0.0, 1.0, 1.0, 0.0]
    assert found.of("counters300").tolist() == [0.0, 1.0, 2.0, 2.0]


def test_the_clock_on_the_wall_knows_of_daylight_saving():
    berlin = ZoneInfo("Europe/Berlin")
    rows = [
        LogRow(
            "a", "S", "x", False, None, datetime(2026, 3, day, 9, tzinfo=berlin), None, None, LEFT
        )
        for day in (28, 30)
    ]
    hall = seen(rows)
    assert hall.clock_s.tolist() == [9 * 3600.0] * 2
    assert hall.day[1] - hall.day[0] == 2


def test_a_row_of_another_zone_is_put_on_the_first_rows_clock():
    shanghai = ZoneInfo("Asia/Shanghai")
    there = datetime(2026, 3, 2, 9, tzinfo=shanghai)
    rows = [
        LogRow("a", "S", "x", False, None, there, None, None, LEFT),
        LogRow("b", "S", "x", False, None, (there + SECOND).astimezone(UTC), None, None, LEFT),
    ]
    assert seen(rows).clock_s.tolist() == [32400.0, 32401.0]
