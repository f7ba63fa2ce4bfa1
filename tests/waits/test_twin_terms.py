"""The hall played forward at each issue: from nothing but what was seen by then."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

import numpy as np
import pytest

from branchfloor.waits.queue_log import LEFT, SERVED, LogRow
from branchfloor.waits.replaying.evaluating import evaluate
from branchfloor.waits.replaying.features import columns
from branchfloor.waits.replaying.past import Past
from branchfloor.waits.replaying.returning import AGES_S, READY_AGES_S, Returning, ready
from branchfloor.waits.replaying.seen import seen
from branchfloor.waits.replaying.twin_terms import NAMES, PERIOD_S, with_twin
from tests.waits.queues import MORNING, a_log
from tests.waits.test_evaluating import LOGS, otherwise_from

SECOND = timedelta(seconds=1)


def terms_of(rows):
    hall = seen(rows)
    found = with_twin(hall, columns(hall))
    return hall, np.stack([found.of(name) for name in NAMES], axis=1)


@cache
def two_days():
    rows = a_log(2, per_day=150)
    return rows, *terms_of(rows)


def tickets_to_look_after():
    """Those at whose issue a little more knowledge would tell most: soon after it one who waits
    is called or a counter is through, or it is the first of all that know what was just learned.
    """
    _, hall, _ = two_days()
    period = (hall.issued_s - hall.issued_s[0]) // PERIOD_S
    firsts = np.flatnonzero(np.diff(period, prepend=-1))[[2, 4, 5]]
    return [*soon_before(hall, hall.called_s), *soon_before(hall, hall.freed_s), *firsts.tolist()]


def soon_before(hall, moments_s):
    """Four tickets after some have taught: those issued shortest before one of the moments, of a
    ticket that was there already.
    """
    gap_s = moments_s[None, :] - hall.issued_s[:, None]
    there = hall.issued_s[None, :] < hall.issued_s[:, None]
    shortest = np.where(there & (gap_s > 0.0), gap_s, np.inf).min(axis=1)
    return (60 + np.argsort(shortest[60:])[:4]).tolist()


@pytest.mark.parametrize("ticket", tickets_to_look_after())
def test_what_happens_after_an_issue_changes_no_term_until_then(ticket):
    rows, hall, terms = two_days()
    moment = rows[ticket].issued_at + SECOND / 1000
    _, otherwise = terms_of(otherwise_from(rows, moment, Random(ticket)))
    before = int((hall.issued_s < moment.timestamp()).sum())
    assert before == ticket + 1
    np.testing.assert_allclose(otherwise[:before], terms[:before], rtol=1e-9, atol=1e-9)


def test_a_ticket_does_not_know_its_own_end():
    rows, _, terms = two_days()
    last = rows[-1]
    for changed in (
        replace(last, counter=None, called_at=None, outcome=LEFT),
        replace(last, counter="C0", called_at=last.issued_at, finished_at=last.issued_at + SECOND),
        replace(last, counter="NEW", called_at=last.issued_at + 900 * SECOND, finished_at=None),
    ):
        changed_terms = terms_of([*rows[:-1], changed])[1]
        np.testing.assert_allclose(changed_terms[-1], terms[-1])


def test_the_hall_played_forward_is_nearer_than_the_length_of_the_queue():
    hall, terms = terms_of(a_log(5, per_day=300))
    table = columns(hall)
    late = hall.was_served & (hall.waited_s > 1.0) & (hall.day > hall.day[0])
    came = hall.waited_s[late]

    def off(said):
        return float(np.sqrt(((said[late] - came) ** 2).mean()))

    assert off(terms[:, 1]) < 0.8 * off(table.of("all_ql"))
    low, high = terms[late, 2], terms[late, 4]
    assert ((low <= came) & (came <= high)).mean() > 0.6


def test_the_terms_teach_something():
    rows = a_log(5, per_day=200, seed=2)
    with_it, without = evaluate(rows, twin=True), evaluate(rows)
    ours, plain = (found.waited.total.scores["us"] for found in (with_it, without))
    assert ours.rmse_s < 0.97 * plain.rmse_s
    assert ours.winkler_80 < plain.winkler_80
    assert with_it.waited.total.scores["les"] == without.waited.total.scores["les"]


@pytest.mark.parametrize("name", LOGS)
def test_odd_logs_are_played(name):
    _, terms = terms_of(LOGS[name])
    assert np.isfinite(terms).all()
    assert (np.diff(terms[:, 2:5], axis=1) >= 0.0).all()
    assert ((terms[:, 5] >= 0.0) & (terms[:, 5] <= 1.0)).all()


def test_where_no_counter_is_seen_the_queue_speaks():
    rows = LOGS["no counters named"]
    hall, terms = terms_of(rows)
    said = np.minimum(columns(hall).of("service_ql"), 3600.0)
    np.testing.assert_allclose(terms[:, :5], said[:, None].repeat(5, axis=1))


def learned_of(rows):
    hall = seen(rows)
    return hall, Past(hall).learned(hall.issued_s[-1] + 1e6)


def test_the_head_start_is_learned_from_the_calls():
    """High ones count as issued 90 s before in these logs."""
    hall, learned = learned_of(a_log(6, per_day=400, services=("GW",)))
    high, ordinary = (hall.priorities.index(name) for name in ("high", "ordinary"))
    assert learned.credit_s[high] - learned.credit_s[ordinary] in (60.0, 90.0, 120.0)


def test_who_serves_what_how_fast_and_how_long_people_stay():
    def row(n):
        counter, service = (("C0", "A"), ("C1", "B"), ("C2", "A"))[n % 3]
        issued = MORNING + 60 * n * SECOND
        took = 200 if counter == "C2" else 50
        called, ended = issued + 5 * SECOND, issued + (5 + took) * SECOND
        return LogRow(f"{n}", service, "x", False, counter, issued, called, ended, SERVED)

    gone = [
        LogRow(f"L{n}", "A", "x", False, None, at, None, at + 100 * SECOND, LEFT)
        for n in range(60)
        for at in [MORNING + (60 * n + 30) * SECOND]
    ]
    rows = [*map(row, range(300)), *gone]
    hall, learned = learned_of(rows)
    a, b = hall.services.index("A"), hall.services.index("B")
    assert learned.able[a].tolist() == [True, False, True]
    assert learned.able[b].tolist() == [False, True, False]
    assert learned.pace[2] - learned.pace[0] > 0.6 * np.log(4.0)
    assert learned.law(b).tolist() == [50.0] * 100
    assert learned.patience_s == pytest.approx((300 * 5 + 60 * 100) / 60)


def test_pauses_end_as_their_hazard_says():
    toll = np.interp(AGES_S, [0.0, 60.0, 3600.0], [0.0, 3.0, 6.54])
    back = Returning(toll, np.full(len(READY_AGES_S) - 1, 0.5))
    share = np.array([0.1, 0.5, 0.9])
    expected = -np.log1p(-share) * 20.0
    np.testing.assert_allclose(back.left_s(np.zeros(1), share), expected)
    np.testing.assert_allclose(back.left_s(np.array([600.0]), share), -np.log1p(-share) * 1000.0)


def test_how_likely_a_counter_stands_ready_is_found_again():
    chance = np.random.default_rng(1)
    true = np.array([0.9, 0.6, 0.3, 0.1])
    idle = chance.poisson(0.7, (4000, 4)).astype(float)
    idle = idle[idle.sum(axis=1) > 0]
    waited = chance.random(len(idle)) < np.prod((1.0 - true) ** idle, axis=1)
    np.testing.assert_allclose(ready(idle, waited), true, atol=0.101)
