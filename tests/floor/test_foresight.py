"""The process that foresees a branch beside its keeper: who publishes when, and what is learned."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.config import parse_document, preset_text, sha256_of
from branchfloor.domain.waits import QUEUE, TWIN, WaitRange
from branchfloor.floor.drawing import drawn_daily
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.foreseen import Foreseen
from branchfloor.floor.foresight import LEAST_GAP_S, TRY_AGAIN_S, WAITING_S, Foresight
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.issue import Wish
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.learning import DAILY, PAST, Learning
from branchfloor.floor.learnt import past_counts, relearn
from branchfloor.storage.learned import Learned, keep_learned, learned_text
from branchfloor.storage.promises import Promise
from branchfloor.storage.store import AtOnce, BranchRow, Store
from branchfloor.waits.daily import TERMS, Band, Daily, Saying
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.keeping import VERSION, DayTaught, daily_of, daily_text

TEN = datetime(2026, 11, 24, 2, tzinfo=UTC)


class Marked:
    """The queue forecaster under the twin's name, so that it needs no numpy here."""

    def __init__(self):
        self.fails = False

    def forecast(self, *known):
        if self.fails:
            raise FloatingPointError("a lane ran away")
        return replace(QueueForecaster().forecast(*known), by=TWIN)


@pytest.fixture
def store(tmp_path):
    text = preset_text("cn-default")
    made = Store.create(tmp_path / "b.db", BranchRow("b", "B"), parse=parse_document, at=TEN)
    made.run(lambda w: found(w, Founding("b", "cn-default", text, sha256_of(text))), actor="t")
    now(Floor(AtOnce(made), "cli:t", TEN).open_counter("1"))
    yield made
    made.close()


def after(seconds):
    return TEN + timedelta(seconds=seconds)


def issue(store, seconds, service="GD"):
    return now(Floor(AtOnce(store), "cli:t", after(seconds)).issue(Wish(service)))


def turned(foresight, store, seconds):
    """A turn in which branch and real time pass alike."""
    done = foresight.turn(store, after(seconds), float(seconds))
    if done:
        foresight.took(0.01, float(seconds))
    return done


def test_it_publishes_at_once_after_a_change_and_seldom_without_one(store):
    foresight = Foresight(Marked())
    issue(store, 0)
    assert turned(foresight, store, 1)
    assert (store.state.forecasts.by, store.state.forecasts.seq) == (TWIN, store.state.seq)
    assert not turned(foresight, store, 3)
    issue(store, 3)
    assert not foresight.turn(store, after(3), 1 + LEAST_GAP_S / 2)
    assert turned(foresight, store, 3)
    assert not turned(foresight, store, 8)
    assert turned(foresight, store, 3 + WAITING_S)


def test_a_slow_play_is_not_begun_again_at_once(store):
    foresight = Foresight(Marked())
    assert foresight.turn(store, after(1), 1.0)
    foresight.took(0.5, 1.5)
    issue(store, 2)
    assert not foresight.turn(store, after(5), 5.0)
    assert foresight.turn(store, after(6), 6.0)


def test_the_keeper_is_silent_while_it_speaks_and_speaks_once_it_is_silent(store, monkeypatch):
    keeper, foresight, real = Keeper("k"), Foresight(Marked()), [0.0]
    monkeypatch.setattr("branchfloor.floor.keeper.time.monotonic", lambda: real[0])
    turned(foresight, store, 1)
    for second in range(1, 50):
        real[0] = float(second)
        keeper.keep(store, after(second))
        assert store.state.forecasts.by == TWIN
    real[0] = 55.0
    keeper.keep(store, after(55))
    assert store.state.forecasts.by == QUEUE
    turned(foresight, store, 56)
    real[0] = 57.0
    keeper.keep(store, after(57))
    assert store.state.forecasts.by == TWIN
    issue(store, 58)
    for second in (58, 62, 67):
        real[0] = float(second)
        keeper.keep(store, after(second))
    assert store.state.forecasts.by == QUEUE


def test_what_was_published_yesterday_holds_nobody_off(store):
    turned(Foresight(Marked()), store, 1)
    assert Foreseen().holds(store.state, after(10), 0.0)
    assert not Foreseen().holds(store.state, after(3600), 0.0)


def test_a_second_one_on_the_same_branch_keeps_still(store):
    first, second = Foresight(Marked()), Foresight(Marked())
    assert turned(first, store, 1)
    assert not turned(second, store, 2)
    issue(store, 2)
    assert turned(first, store, 3)
    assert not turned(second, store, 4)


def test_one_that_fails_falls_back_and_is_tried_again_later(store):
    forecaster = Marked()
    foresight = Foresight(forecaster)
    forecaster.fails = True
    issue(store, 0)
    assert turned(foresight, store, 1)
    assert store.state.forecasts.by == QUEUE
    assert isinstance(foresight.trouble, FloatingPointError)
    forecaster.fails = False
    turned(foresight, store, 20)
    assert store.state.forecasts.by == QUEUE
    turned(foresight, store, 2 + TRY_AGAIN_S)
    assert store.state.forecasts.by == TWIN
    assert foresight.trouble is None


def test_a_ticket_is_promised_beside_what_simpler_ways_said(store):
    issue(store, 0)
    issue(store, 60)
    turned(Foresight(Marked()), store, 120)
    issue(store, 121)
    given = store.promises_since(after(100))[0]
    assert (given.simple.hol, given.simple.waiting) == (120.0, 2)
    assert given.simple.ql > 300
    assert given.simple.les is None


def test_what_was_learned_can_be_made_anew_and_a_broken_row_is_no_loss(store):
    foresight = Foresight(Marked())
    issue(store, 0)
    found = relearn(store, foresight.learning, after(60))
    assert found == {"services": 0, "promises": 0, "days": 0}
    body = learned_text(store, PAST, VERSION).body
    assert json.loads(body)["day"] == "2026-11-24"
    now(Floor(AtOnce(store), "cli:t", after(300)).close_day())
    keep_learned(store, Learned("arrivals", 1, TEN, "not json"))
    (day,) = past_counts(store, store.config, after(86400).date())
    assert (day.total, day.of("GD")[4]) == (1, 1)


# --- what past days taught of ranges ---------------------------------------------------

TODAY = (TEN + timedelta(hours=8)).date()
TWICE_AS_WIDE = DayTaught(TODAY, Daily((), (), (Band("", 1, 2), Band("/short", 1, 2)), 500))


def kept(store, taught):
    keep_learned(store, Learned(DAILY, VERSION, TEN, daily_text(taught)))


def queue_of(store, people=6):
    for second in range(people):
        issue(store, second)


def test_what_past_days_taught_corrects_every_range_and_the_range_before_stays_beside(store):
    queue_of(store)
    plain = Foresight(Marked())
    turned(plain, store, 10)
    before = store.state.forecasts.of("GD").wait
    kept(store, TWICE_AS_WIDE)
    turned(Foresight(Marked()), store, 120)
    found = store.state.forecasts
    assert found.of("GD").wait.p90 > 1.3 * before.p90
    assert all(leg.wait.p90 > leg.uncorrected.p90 for leg in found.legs if leg.wait.p50)


def test_a_promise_keeps_the_range_before_it_was_corrected(store):
    queue_of(store)
    kept(store, TWICE_AS_WIDE)
    keeper = Keeper("k")
    turned(Foresight(Marked()), store, 10)
    keeper.keep(store, after(11))
    turned(Foresight(Marked()), store, 320)
    keeper.keep(store, after(321))
    still = [one for one in store.promises_since(TEN) if one.age_s and one.wait.p50]
    assert still
    assert all(one.wait.p90 > one.uncorrected.p90 for one in still)


def test_the_keeper_corrects_by_what_the_process_beside_it_has_drawn(store):
    queue_of(store)
    keeper = Keeper("k")
    keeper.keep(store, after(10))
    before = store.state.forecasts.of("GD").wait
    kept(store, TWICE_AS_WIDE)
    keeper.keep(store, after(400))
    assert store.state.forecasts.by == QUEUE
    assert store.state.forecasts.of("GD").wait.p90 > 1.3 * before.p90


def test_past_days_are_read_once_and_kept_and_a_broken_text_is_drawn_anew(store):
    learning = Learning(drawn_daily)
    learning.refresh(store, after(10))
    assert learning.taught.day == TODAY
    assert daily_of(learned_text(store, DAILY, VERSION).body) == learning.taught
    kept(store, TWICE_AS_WIDE)
    learning.refresh(store, after(400))
    assert learning.taught == TWICE_AS_WIDE
    keep_learned(store, Learned(DAILY, VERSION, TEN, '{"version":2,"taught":3}'))
    learning.refresh(store, after(800))
    assert learning.taught == DayTaught(TODAY, Daily())


def at(store, moment):
    return Floor(AtOnce(store), "cli:t", moment)


def served_days(store, days):
    """Days on which every wait was twice as long as was said."""
    said = WaitRange(60.0, 120.0, 240.0)
    for day in range(days):
        for i in range(40):
            came = after(86400 * day + 300 * i)
            if day and not i:
                now(at(store, came).open_counter("1"))
            given = now(at(store, came).issue(Wish("GD")))
            promise = Promise(given.visit_id, 1, 1.0, came, said, uncorrected=said)
            store.log_promises([promise])
            called = now(at(store, came + timedelta(seconds=241)).call_next("1"))
            now(at(store, came + timedelta(seconds=250)).start(Target(called.ticket)))
            now(at(store, came + timedelta(seconds=290)).finish(Target(called.ticket)))
        now(at(store, after(86400 * day + 40000)).close_day())


def test_a_day_begins_from_what_the_days_before_taught(store):
    served_days(store, 2)
    third = after(2 * 86400)
    now(Floor(AtOnce(store), "cli:t", third).open_counter("1"))
    learning = Learning(drawn_daily)
    learning.refresh(store, third)
    taught = learning.taught
    assert (taught.day, taught.daily.waits) == (third.date(), 80)
    assert len(taught.daily.slopes) == TERMS
    said = WaitRange(60.0, 120.0, 240.0)
    told = taught.daily.corrected(Saying("ordinary", said, 1.0))
    assert 190 < told.p50 < 260
    assert learning.tracker.coverage().n == 0
    assert learning.promises >= 80
