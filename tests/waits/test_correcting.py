"""The corrector and its parts: they learn what is there, and no more than they were shown."""

import json

import numpy as np
import pytest

from branchfloor.waits.correcting.as_text import from_text, to_text
from branchfloor.waits.correcting.bands import Bands
from branchfloor.waits.correcting.corrector import Corrector, Shape
from branchfloor.waits.correcting.lines import Design, slopes
from branchfloor.waits.correcting.memory import DAYS, Memory
from branchfloor.waits.correcting.mixing import Mix, weighed
from branchfloor.waits.correcting.odds import Told, in_all
from branchfloor.waits.correcting.trees import NO_TREES, Growing, grow

SHAPE = Shape(3, (0, 1))
RNG = np.random.default_rng(5)


def lesson(rng):
    """Waits grow with the first column, twice as fast for `slow`; the guess knows half of it."""
    ahead, noise, hour = rng.uniform(0, 20), rng.normal(), rng.uniform(0, 8)
    kind = "slow" if rng.random() < 0.4 else "quick"
    mean_s = 60 + (80 if kind == "slow" else 40) * ahead
    return [ahead, noise, hour], kind, mean_s, mean_s * rng.lognormal(-0.08, 0.4)


def taught(days=6, per_day=120, seed=1):
    corrector, rng = Corrector(SHAPE), np.random.default_rng(seed)
    for day in range(days):
        corrector.refit()
        for _ in range(per_day):
            row, kind, _, waited_s = lesson(rng)
            corrector.teach(row, (kind, [300.0]), (waited_s, day))
    corrector.refit()
    return corrector


def test_a_corrector_learns_what_the_guess_does_not_know():
    corrector, rng = taught(), np.random.default_rng(9)
    inside, ours, guessed = [], [], []
    for _ in range(300):
        row, kind, mean_s, waited_s = lesson(rng)
        told = corrector.predict(row, kind, [300.0])
        inside.append(told.p10 <= waited_s <= told.p90)
        ours.append(abs(told.p50 - mean_s))
        guessed.append(abs(300.0 - mean_s))
    assert np.mean(ours) < 0.25 * np.mean(guessed)
    assert 0.72 < np.mean(inside) < 0.92


def test_before_anything_is_learned_the_guess_speaks():
    told = Corrector(SHAPE).predict([1.0, 0.0, 0.0], "new", [300.0])
    assert told.p10 < 300 < told.p90
    assert 200 < told.p50 < 330
    assert Corrector(SHAPE).predict([1.0, 0.0, 0.0], "new", [0.0]).p10 == 0.0


def test_a_kind_never_seen_is_told_like_the_others():
    told = taught(3).predict([10.0, 0.0, 4.0], "never seen", [300.0])
    assert 300 < told.p50 < 1200


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf, 1e12])
def test_strange_rows_give_sober_ranges(strange):
    told = taught(3).predict([strange, strange, strange], "slow", [300.0])
    assert 0 <= told.p10 <= told.p50 <= told.p90 < 50_000


def test_the_same_lessons_teach_the_same():
    row = [7.0, 0.1, 3.0]
    told = [taught(3).predict(row, "slow", [9.0]) for _ in range(2)]
    assert told[0] == told[1]


def test_what_was_learned_survives_as_text():
    corrector = taught()
    text = to_text(corrector)
    back = from_text(text, SHAPE)
    assert back is not None
    assert to_text(back) == text
    for row, kind in (([3.0, 0.0, 1.0], "slow"), ([15.0, 0.2, 7.0], "quick"), ([1, 1, 1], "new")):
        assert back.predict(row, kind, [100.0]) == corrector.predict(row, kind, [100.0])
    unlearned = from_text(to_text(Corrector(SHAPE)), SHAPE)
    assert unlearned is not None
    assert unlearned.model is None


def test_what_was_read_back_is_not_forgotten_for_a_few_lessons():
    back = from_text(to_text(taught()), SHAPE)
    model, rng = back.model, np.random.default_rng(2)
    for _ in range(100):
        row, kind, _, waited_s = lesson(rng)
        back.teach(row, (kind, [300.0]), (waited_s, 7))
    assert not back.due()
    back.refit()
    assert back.model is model
    for _ in range(400):
        row, kind, _, waited_s = lesson(rng)
        back.teach(row, (kind, [300.0]), (waited_s, 8))
    back.refit()
    assert back.model is not model


def broken(text, **changes):
    return json.dumps({**json.loads(text), **changes})


def test_a_text_that_cannot_be_used_gives_nothing():
    text = to_text(taught(2))
    value = json.loads(text)
    tables = value["tables"]
    odd = {**tables, "centres": ["|O8", [1], "AAAA"]}
    short = {**tables, "slopes": [*tables["slopes"][:2], tables["slopes"][2][:40]]}
    for bad in (
        *("", "{}", "[]", "null", "3", text[:200], text.replace("tables", "table")),
        *(broken(text, version=2), broken(text, width=4), broken(text, guesses=2)),
        *(broken(text, tables=odd), broken(text, tables=short), broken(text, tables={})),
        broken(text, numbers={"spread": 1.0}),
    ):
        assert from_text(bad, SHAPE) is None, bad[:80]


def test_ranges_find_their_width_again_when_the_day_is_wilder():
    bands, rng = Bands(), np.random.default_rng(3)
    said = rng.uniform(50, 500, 2000)
    bands.refit(said, said * rng.lognormal(0, 0.2, 2000))
    inside = []
    for _ in range(3000):
        mean = float(rng.uniform(50, 500))
        told = bands.held(mean, bands.expected(np.array([mean]))[0].tolist(), 0)
        came = mean * float(rng.lognormal(0, 0.8))
        inside.append(told[0] <= came <= told[2])
        bands.learn(told, came, 0)
    assert np.mean(inside[:100]) < 0.6
    assert 0.76 < np.mean(inside[500:]) < 0.84
    assert 7 not in bands.by_kind


def test_trees_find_what_no_line_can():
    rows = RNG.uniform(-1, 1, (3000, 4))
    wanted = np.where(rows[:, 0] * rows[:, 1] > 0, 10.0, -10.0)
    forest = grow(rows, wanted, np.random.default_rng(1), Growing())
    fresh = RNG.uniform(-1, 1, (500, 4))
    truth = np.where(fresh[:, 0] * fresh[:, 1] > 0, 10.0, -10.0)
    assert np.mean((forest.predict(fresh) - truth) ** 2) < 20
    assert len(forest.predict(fresh[:0])) == 0


def test_trees_need_rows_and_columns_that_differ():
    rng = np.random.default_rng(1)
    assert grow(np.ones((500, 3)), np.ones(500), rng, Growing()) is NO_TREES
    assert grow(RNG.uniform(size=(50, 3)), np.ones(50), rng, Growing()) is NO_TREES
    assert NO_TREES.predict(np.ones((2, 3))).tolist() == [0.0, 0.0]


def test_lines_have_slopes_of_their_own_for_each_kind():
    rows = RNG.uniform(0, 10, (4000, 2))
    kinds = RNG.integers(0, 2, 4000)
    wanted = np.where(kinds == 0, 3.0, 9.0) * rows[:, 0]
    design = Design.of(rows, kinds, np.array([0]))
    found = slopes(design.terms(rows, kinds), wanted[:, None])
    told = design.terms(np.array([[4.0, 1.0], [4.0, 1.0]]), np.array([0, 1])) @ found
    assert told[:, 0] == pytest.approx([12.0, 36.0], abs=2.0)


def test_a_column_that_never_changes_says_nothing():
    rows = np.column_stack([RNG.uniform(0, 10, 500), np.full(500, 7.0)])
    design = Design.of(rows, np.zeros(500, dtype=int), np.array([0]))
    assert (design.terms(np.array([[1.0, 1e9]]), np.array([0]))[0, [2, 4]] == 0).all()


def test_shares_go_to_who_misses_least_and_are_never_negative():
    came = RNG.uniform(100, 200, 400)
    said = np.stack([came + RNG.normal(0, s, 400) for s in (50, 5, 30)], axis=1)
    mix = Mix(np.full(3, 1 / 3))
    for _ in range(10):
        mix.learn(said, came, np.full(3, 1 / 3))
    assert mix.shares.sum() == pytest.approx(1.0)
    assert mix.shares.min() >= 0.0
    assert mix.shares.argmax() == 1
    assert weighed(np.zeros((2, 2)), np.array([0.25, 0.75])) == pytest.approx([0.25, 0.75])


def test_memory_keeps_the_latest_days():
    memory = Memory(2, 1)
    for day in range(DAYS + 6):
        for _ in range(20):
            memory.add(np.array([day, 1.0]), np.array([5.0]), (3, 4.0, 60.0, day))
    memory.forget()
    kept = memory.lessons()
    assert sorted(set(kept.days.tolist())) == list(range(6, DAYS + 6))
    assert kept.rows[:, 0].tolist() == kept.days.tolist()
    assert (kept.kinds == 3).all()
    assert (kept.means == 4.0).all()
    assert (kept.said == 5.0).all()


def test_all_together_wait_less_than_those_who_wait():
    told = Told(
        np.full(4, 100.0), np.tile([20.0, 80.0, 200.0], (4, 1)), np.array([0, 0.05, 0.5, 1])
    )
    every = in_all(told)
    assert every.means.tolist() == [100.0, 95.0, 50.0, 0.0]
    assert every.ranges[0] == pytest.approx([20.0, 80.0, 200.0])
    assert 0 < every.ranges[1, 0] < 20
    assert every.ranges[2, :2].tolist() == [0.0, 1.0]
    assert 80 < every.ranges[2, 2] < 200
    assert every.ranges[3].tolist() == [0.0, 1.0, 1.0]
