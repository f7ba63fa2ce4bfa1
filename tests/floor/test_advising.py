"""The adviser on a real database: what is advised, that it was followed, and what came of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.config import parse_document, preset_text, sha256_of
from branchfloor.domain.advising import Act, Option, Verdict
from branchfloor.domain.rostering import CounterKind, DayPlan, Shift, Span
from branchfloor.floor.advising.adviser import Adviser
from branchfloor.floor.advising.kept import LATEST, advice_text, followed, latest
from branchfloor.floor.advising.words import sentence, what_to_do, why_not
from branchfloor.floor.asks import Target, Wish
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.planned import text_of_plan
from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.storage.advised import AdviceRow, advice_since, keep_advice
from branchfloor.storage.plans import PlanRow, keep_plan
from branchfloor.storage.store import AtOnce, BranchRow, Store
from branchfloor.twin.weighing import Sample
from branchfloor.waits.learned import presets
from branchfloor.waits.twin_forecast import TwinForecaster

TEN = datetime(2026, 11, 24, 2, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    """One of two cash counters works, the elastic one is closed."""
    text = preset_text("cn-default")
    made = Store.create(tmp_path / "b.db", BranchRow("b", "B"), parse=parse_document, at=TEN)
    made.run(lambda w: found(w, Founding("b", "cn-default", text, sha256_of(text))), actor="t")
    now(floor(made, 0).open_counter("1", "0211"))
    yield made
    made.close()


def floor(store, seconds):
    return Floor(AtOnce(store), "cli:t", TEN + timedelta(seconds=seconds))


def crowd(store, people=14):
    return [now(floor(store, 10 + i).issue(Wish("GW"))).ticket for i in range(people)]


@pytest.fixture
def adviser():
    forecaster = TwinForecaster()
    return Adviser(
        lambda state, config, at, far_s: forecaster.scene(
            state, config, presets(config), at, far_s
        ),
        Sample(lanes=60),
    )


def turn(adviser, store, seconds):
    return adviser.turn(store, TEN + timedelta(seconds=seconds), lambda: float(10 * seconds))


def rows(store):
    return advice_since(store, TEN - timedelta(days=1))


def test_a_crowd_before_one_counter_is_told_to_open_another(adviser, store):
    crowd(store)
    assert turn(adviser, store, 60)
    made = latest(rows(store))
    best = made.best
    assert made.lanes == 3 * adviser.sample.lanes, "what wins is played again"
    assert best.option.act is Act.OPEN
    assert store.config.counter(best.option.counter).takes_cash
    assert best.gain_s > 300
    for language in LANGUAGES:
        words = Phrases.load(language)
        assert best.option.counter in what_to_do(best.option, words)
        assert sentence(best, words) != why_not(best, words)


def test_nobody_waiting_is_no_reason_to_do_anything(adviser, store):
    assert turn(adviser, store, 5)
    made = latest(rows(store))
    assert (made.best, made.weighed) == (None, ())
    assert not turn(adviser, store, 60), "and it is not said again"


def test_what_is_done_soon_after_was_followed_and_is_judged_an_hour_later(adviser, store):
    tickets = crowd(store)
    turn(adviser, store, 60)
    best = latest(rows(store)).best
    now(floor(store, 90).open_counter(best.option.counter, "0231"))
    turn(adviser, store, 100)
    (promised,) = followed(rows(store))
    assert promised.weighed == best
    assert promised.kept is None
    for i in range(len(tickets)):
        called = now(floor(store, 120 + 60 * i).call_next("1"))
        now(floor(store, 130 + 60 * i).start(Target(called.ticket)))
        now(floor(store, 170 + 60 * i).finish(Target(called.ticket), "done"))
    turn(adviser, store, 3000)
    assert followed(rows(store))[0].came_s is None, "its hour is not over"
    turn(adviser, store, 3800)
    (judged,) = followed(rows(store))
    assert 600 < judged.came_s < 960
    assert isinstance(judged.kept, bool)


def test_what_was_followed_is_seen_at_once_though_weighing_has_to_wait(adviser, store):
    crowd(store)
    turn(adviser, store, 60)
    best = latest(rows(store)).best
    now(floor(store, 61).open_counter(best.option.counter, "0231"))
    assert not adviser.turn(store, TEN + timedelta(seconds=62), lambda: 600.1)
    (promised,) = followed(rows(store))
    assert promised.taken_at == TEN + timedelta(seconds=62)


def test_what_is_done_long_after_was_somebody_elses_idea(adviser, store):
    crowd(store)
    turn(adviser, store, 60)
    best = latest(rows(store)).best
    now(floor(store, 401).open_counter(best.option.counter, "0231"))
    turn(adviser, store, 410)
    assert followed(rows(store)) == ()


def test_a_break_of_the_days_plan_that_begins_soon_may_be_moved(adviser, store):
    crowd(store)
    day = store.state.day
    rests = (Span(625, 655), Span(720, 780))
    shifts = [Shift("0211", "1", CounterKind.CASH, Span(540, 1020), rests)]
    shifts.append(Shift("0299", "77", CounterKind.CASH, Span(540, 1020), rests))
    body = text_of_plan(DayPlan(day, Span(540, 1020), tuple(shifts)))
    keep_plan(store, PlanRow(day, body, TEN, "cli:t"))
    assert turn(adviser, store, 60)
    moved = [one.option for one in latest(rows(store)).weighed if one.option.act is Act.MOVE_BREAK]
    assert [one.key for one in moved] == ["move_break:1"], "the next one only; counter 77 is gone"


REST = datetime(2026, 11, 24, 2, 25, tzinfo=UTC)
"""25 past ten at the branch."""


def plan_rest(store, *rests):
    day = store.state.day
    shift = Shift("0211", "1", CounterKind.CASH, Span(540, 1020), rests)
    body = text_of_plan(DayPlan(day, Span(540, 1020), (shift,)))
    keep_plan(store, PlanRow(day, body, TEN, "cli:t"))


@pytest.fixture
def resting(adviser, store):
    """Counter 1 is to rest at 10:25; to move that is the advice, an adviser before this one's."""
    crowd(store)
    plan_rest(store, Span(625, 655))
    made = adviser.advise(store.state, store.config, TEN + timedelta(seconds=60))
    option = Option(Act.MOVE_BREAK, "1", minutes=30)
    moved = replace(made.weighed[0], option=option, verdict=Verdict.ADVISED)
    keep_advice(
        store, AdviceRow(LATEST, made.made_at, advice_text(replace(made, weighed=(moved,))))
    )
    return adviser


def moved_at(store):
    done = [one for one in followed(rows(store)) if one.weighed.option.act is Act.MOVE_BREAK]
    return [one.taken_at for one in done]


def test_a_break_that_nobody_takes_in_its_time_was_moved_by_hand(resting, store):
    turn(resting, store, 90)
    turn(resting, store, (39 * 60) + 59)
    assert moved_at(store) == [], "half of the time is not over yet"
    turn(resting, store, 40 * 60)
    assert moved_at(store) == [TEN + timedelta(seconds=60)]
    turn(resting, store, 41 * 60)
    assert len(moved_at(store)) == 1
    turn(resting, store, 62 * 60)
    (judged,) = [row for row in rows(store) if row.taken_at is not None]
    assert judged.judged is not None, "its hour is over, so it was scored"


def test_a_break_that_is_taken_was_not_moved(resting, store):
    turn(resting, store, 90)
    now(floor(store, 25 * 60).pause_counter("1", "break"))
    turn(resting, store, 26 * 60)
    now(floor(store, 35 * 60).open_counter("1"))
    turn(resting, store, 40 * 60)
    turn(resting, store, 56 * 60)
    assert moved_at(store) == []


def test_a_break_that_is_moved_in_the_days_plan_was_moved(resting, store):
    turn(resting, store, 90)
    plan_rest(store, Span(630, 660))
    turn(resting, store, 100)
    assert moved_at(store) == [], "five minutes later is another thing"
    plan_rest(store, Span(655, 685))
    turn(resting, store, 110)
    assert moved_at(store) == [TEN + timedelta(seconds=60)]


def test_on_a_quiet_floor_only_an_elastic_counter_that_may_close_is_weighed(adviser, store):
    assert turn(adviser, store, 5)
    number = next(plan.number for plan in store.config.counters if plan.elastic)
    now(floor(store, 10).open_counter(number, "0231"))
    now(floor(store, 11).issue(Wish("GW")))
    assert turn(adviser, store, 40)
    (closing,) = latest(rows(store)).weighed
    assert closing.option == Option(Act.CLOSE, number)
    assert closing.effects
    assert not turn(adviser, store, 62), "nothing happened, and a minute is not over"
    assert turn(adviser, store, 101)


def test_a_failure_costs_an_advice_and_nothing_else(adviser, store):
    crowd(store)

    def fails(*_):
        raise FloatingPointError("a lane ran away")

    adviser.scene_of, right = fails, adviser.scene_of
    assert not turn(adviser, store, 60)
    assert isinstance(adviser.trouble, FloatingPointError)
    adviser.scene_of = right
    assert not turn(adviser, store, 62), "it is left alone for a while"
    assert turn(adviser, store, 70)


def test_a_row_that_cannot_be_read_is_as_if_it_were_not_there(adviser, store):
    keep_advice(store, AdviceRow(LATEST, TEN, "{}"))
    keep_advice(store, AdviceRow("x", TEN, "no text", TEN))
    assert latest(rows(store)) is None
    assert followed(rows(store)) == ()
    turn(adviser, store, 5)
    assert latest(rows(store)) is not None


def test_every_verdict_has_its_words(adviser, store):
    crowd(store)
    made = adviser.advise(store.state, store.config, TEN + timedelta(seconds=60))
    for language in LANGUAGES:
        words = Phrases.load(language)
        for weighed in made.weighed:
            for verdict in Verdict:
                assert why_not(type(weighed)(weighed.option, weighed.effects, verdict), words)
