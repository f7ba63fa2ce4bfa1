"""What was learned, advised and planned stands beside the log, and promises by simpler ways."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from branchfloor.domain.waits import Baselines, Forecasts, LineForecast, WaitRange
from branchfloor.storage import rebuild
from branchfloor.storage.advised import (
    AdviceRow,
    advice_mark,
    advice_since,
    forget_advice,
    keep_advice,
)
from branchfloor.storage.backup import backup
from branchfloor.storage.learned import Learned, forget_learned, keep_learned, learned_text
from branchfloor.storage.plans import PlanRow, keep_plan, plan_of, plans_between
from branchfloor.storage.purge import purge
from branchfloor.storage.store import Store
from tests.builders import TEN
from tests.storage import acts

SIMPLE = Baselines(les=310.0, hol=250.5, avg_k=280.0, ql=420.0, waiting=7)
LINE = LineForecast("ordinary", ("GD", "GW"), acts.WAIT, SIMPLE)


@pytest.fixture
def store(tmp_path):
    made = acts.a_store(tmp_path / "floor.db")
    yield made
    made.close()


def issued_after(store, published_s, issued_s):
    at = TEN + timedelta(seconds=published_s)
    store.publish(Forecasts(at, lines=(LINE,)))
    store.run(acts.issue, actor="t", now=TEN + timedelta(seconds=issued_s))
    return store.promises_since(TEN)


def test_a_promise_has_what_simpler_ways_said_as_it_was_published(store):
    (given,) = issued_after(store, 10, 40)
    assert (given.wait, given.simple, given.number) == (acts.WAIT, SIMPLE, "A001")


BEFORE = WaitRange(100.0, 200.0, 300.0)


@pytest.mark.parametrize(("wait", "kept"), [(acts.WAIT, BEFORE), (WaitRange(1.0, 2.0, 3.0), None)])
def test_a_promise_has_the_range_as_it_was_reckoned_if_it_is_that_of_its_line(store, wait, kept):
    line = replace(LINE, wait=wait, uncorrected=BEFORE)
    store.publish(Forecasts(TEN, lines=(line,)))
    store.run(acts.issue, actor="t", now=TEN)
    assert [one.uncorrected for one in store.promises_since(TEN)] == [kept]


def test_another_process_stamps_what_it_read_of_them(store):
    store.publish(Forecasts(TEN, lines=(LINE,)))
    other = acts.reopened(store)
    other.run(acts.issue, actor="t", now=TEN)
    other.close()
    assert [one.simple for one in store.promises_since(TEN)] == [SIMPLE]


@pytest.mark.parametrize("made_s", [-91, 5])
def test_what_is_too_old_or_of_a_later_moment_is_not_held_against_them(store, made_s):
    (given,) = issued_after(store, made_s, 0)
    assert given.simple == Baselines()


def test_a_class_nothing_was_said_of_has_none(store):
    store.publish(Forecasts(TEN, lines=(replace(LINE, class_name="legal"),)))
    store.run(acts.issue, actor="t", now=TEN)
    assert [one.simple for one in store.promises_since(TEN)] == [Baselines()]


def test_a_text_replaces_the_last_of_its_version_only(store):
    keep_learned(store, Learned("times", 1, TEN, "old"))
    keep_learned(store, Learned("times", 2, TEN, "newer form"))
    keep_learned(store, Learned("times", 1, TEN + timedelta(hours=1), "new"))
    assert learned_text(store, "times", 1) == Learned("times", 1, TEN + timedelta(hours=1), "new")
    assert learned_text(store, "times", 2).body == "newer form"
    assert learned_text(store, "arrivals", 1) is None
    assert forget_learned(store, "times") == 2
    assert forget_learned(store) == 0


def test_an_advice_is_kept_until_it_has_had_its_time(store):
    first = AdviceRow("a1", TEN, "{}")
    keep_advice(store, first)
    keep_advice(store, AdviceRow("a2", TEN + timedelta(minutes=5), "{}"))
    taken = replace(first, taken_at=TEN + timedelta(minutes=1), judged="kept")
    keep_advice(store, taken)
    assert [row.id for row in advice_since(store, TEN)] == ["a1", "a2"]
    assert advice_since(store, TEN, taken=True) == [taken]
    assert forget_advice(store, TEN + timedelta(minutes=2)) == 1
    assert [row.id for row in advice_since(store, TEN)] == ["a2"]


def test_the_mark_of_advice_moves_with_whatever_becomes_of_it(store):
    made, later = AdviceRow("a1", TEN, "{}"), TEN + timedelta(minutes=1)
    marks = [advice_mark(store)]
    for row in (
        made,
        replace(made, made_at=later),
        replace(made, made_at=later, taken_at=later),
        replace(made, made_at=later, taken_at=later, judged="{}"),
        AdviceRow("a2", TEN, "{}"),
    ):
        keep_advice(store, row)
        marks.append(advice_mark(store))
        assert advice_mark(store) == marks[-1]
    assert len(set(marks)) == len(marks)


def test_advice_older_than_ninety_days_goes_with_what_else_has_had_its_time(store):
    keep_advice(store, AdviceRow("old", TEN, "{}", TEN))
    keep_advice(store, AdviceRow("new", TEN + timedelta(days=1), "{}", TEN))
    assert purge(store, acts.DAY, TEN + timedelta(days=90)).advice == 0
    assert purge(store, acts.DAY, TEN + timedelta(days=90, seconds=1)).advice == 1
    assert [row.id for row in advice_since(store, TEN)] == ["new"]


def test_the_last_plan_of_a_date_counts(store):
    tomorrow = acts.DAY + timedelta(days=1)
    keep_plan(store, PlanRow(acts.DAY, "first", TEN, "staff:0102"))
    second = PlanRow(acts.DAY, "second", TEN + timedelta(hours=1), "staff:0103")
    keep_plan(store, second)
    keep_plan(store, PlanRow(tomorrow, "next", TEN, "staff:0102"))
    assert plan_of(store, acts.DAY) == second
    assert [row.body for row in plans_between(store, acts.DAY, tomorrow)] == ["second", "next"]


def test_rows_made_anew_and_purging_leave_them_and_a_copy_has_them(store, tmp_path):
    keep_learned(store, Learned("times", 1, TEN, "kept"))
    keep_plan(store, PlanRow(acts.DAY, "plan", TEN, "t"))
    issued_after(store, 0, 1)
    acts.Day(store, 3).live(20)
    promised = store.promises_since(TEN)
    assert rebuild.check(store).sound
    rebuild.rewrite_rows(store)
    purge(store, date(2027, 1, 1), TEN + timedelta(days=9))
    backup(tmp_path / "floor.db", tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db", parse=acts.parse)
    for one in (store, copy):
        assert learned_text(one, "times", 1).body == "kept"
        assert plan_of(one, acts.DAY).body == "plan"
        assert one.promises_since(TEN) == promised
    copy.close()
