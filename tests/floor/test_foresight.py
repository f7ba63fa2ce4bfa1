"""The process that foresees a branch beside its keeper: who publishes when, and what is learned."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.config import parse_document, preset_text, sha256_of
from branchfloor.domain.waits import QUEUE, TWIN
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.foreseen import Foreseen
from branchfloor.floor.foresight import LEAST_GAP_S, TRY_AGAIN_S, WAITING_S, Foresight
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.issue import Wish
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.learnt import past_counts, relearn
from branchfloor.storage.learned import Learned, keep_learned, learned_text
from branchfloor.storage.store import AtOnce, BranchRow, Store
from branchfloor.waits.forecast import QueueForecaster

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
    body = learned_text(store, "times", 1).body
    assert json.loads(body)["version"] == 1
    now(Floor(AtOnce(store), "cli:t", after(300)).close_day())
    keep_learned(store, Learned("arrivals", 1, TEN, "not json"))
    (day,) = past_counts(store, store.config, after(86400).date())
    assert (day.total, day.of("GD")[4]) == (1, 1)
