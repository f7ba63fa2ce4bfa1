"""Simulated days of a branch: do the ranges come true? The days are not the forecaster's own."""

from dataclasses import dataclass
from random import Random
from statistics import fmean, median

import pytest

from branchfloor.domain.waits import WaitRange
from branchfloor.waits.accuracy import accuracy
from branchfloor.waits.forecast import QueueForecaster
from branchfloor.waits.learned import learn, presets
from branchfloor.waits.track import Tracker
from tests.builders import a_branch, a_counter, a_service
from tests.waits.hall import Day, Hall, Law

LAW = Law(240, 0.9)
CYCLE_S = LAW.mean_s + LAW.reaction_s + LAW.walk_s


@dataclass(frozen=True)
class Promise:
    class_name: str
    wait: WaitRange
    waited_s: float
    last_s: float


class Watch:
    """Each ticket's range at issue, settled at its call; the tracker and times learn day by day."""

    def __init__(self, config) -> None:
        self.config = config
        self.times, self.tracker = presets(config), Tracker()
        self.promises: list[Promise] = []
        self.last_s = 0.0

    def a_day(self, seed, flows, laws) -> None:
        hall = Hall(self.config)
        hall.open(*(counter.number for counter in self.config.counters))
        given = {}

        def issued(visit_id):
            found = QueueForecaster().forecast(hall.state, self.config, self.times, hall.at)
            leg = next(leg for leg in found.legs if leg.visit_id == visit_id)
            assert leg.wait is not None
            told = self.tracker.corrected(hall.state.visit(visit_id).class_name, leg.wait)
            given[visit_id] = (hall.at, told, self.last_s)

        def called(visit_id):
            at, wait, last_s = given[visit_id]
            self.last_s = (hall.at - at).total_seconds()
            visit = hall.state.visit(visit_id)
            assert visit is not None
            promise = Promise(visit.class_name, wait, self.last_s, last_s)
            self.promises.append(promise)
            self.tracker = self.tracker.scored(promise)

        Day(hall, Random(seed), flows, laws, issued=issued, called=called).play()
        self.times = learn(self.config, hall.state.records, self.times)


def cash_only(counters, mean_min=4.0, cv=0.9):
    return a_branch(
        services=(a_service("GD", needs_cash=True, mean_min=mean_min, cv=cv),),
        counters=tuple(a_counter(str(i + 1), "GD", takes_cash=True) for i in range(counters)),
    )


def judged(promises):
    """Those that had to wait at all: being called at once is no art."""
    return accuracy(p for p in promises if p.wait.p50 > 30)


@pytest.mark.slow
@pytest.mark.untraced  # whole days of the same few lines
@pytest.mark.parametrize(
    ("counters", "mean_min", "legal"),
    [(4, 4.0, 0.0), (4, 7.0, 0.0), (1, 4.0, 0.0), (4, 4.0, 0.15)],
    ids=["four counters", "wrong preset", "one counter", "with legal priority"],
)
def test_eight_in_ten_come_true(counters, mean_min, legal):
    watch = Watch(cash_only(counters, mean_min))
    per_hour = counters * 3600 / CYCLE_S * 0.92
    flows = {("GD", "ordinary"): per_hour * (1 - legal)}
    if legal:
        flows["GD", "legal"] = per_hour * legal
    watch.a_day(0, flows, {"GD": LAW})
    warm = len(watch.promises)
    for day in range(1, 5):
        watch.a_day(7 * day, flows, {"GD": LAW})
    found = judged(watch.promises[warm:])
    for errors in (found.total, *found.classes):
        assert 0.7 <= errors.coverage.share <= 0.9
    waited = [p.waited_s for p in watch.promises[warm:] if p.wait.p50 > 30]
    off = median(p.wait.p50 - p.waited_s for p in watch.promises[warm:] if p.wait.p50 > 30)
    assert abs(off) < 0.08 * sum(waited) / len(waited)


@pytest.mark.slow
@pytest.mark.untraced  # whole days of the same few lines
def test_skills_and_tiers_come_true_too():
    """Cash and low counters, one of which backs up the other; three services."""
    config = a_branch()
    laws = {"GD": Law(200, 0.8), "GT": Law(260, 0.9), "SO": Law(600, 0.7)}
    flows = {
        ("GD", "ordinary"): 24.0,
        ("GD", "legal"): 3.0,
        ("GT", "ordinary"): 5.0,
        ("SO", "ordinary"): 2.5,
    }
    watch = Watch(config)
    for day in range(5):
        watch.a_day(day, flows, laws)
    found = judged(watch.promises[200:])
    assert 0.7 <= found.total.coverage.share <= 0.9


@pytest.mark.slow
@pytest.mark.untraced  # whole days of the same few lines
def test_it_beats_the_last_wait_seen():
    """Against "as long as the last one called had waited", on the same tickets."""
    watch = Watch(cash_only(4))
    for day in range(4):
        watch.a_day(day, {("GD", "ordinary"): 4 * 3600 / CYCLE_S * 0.92}, {"GD": LAW})
    ours = accuracy(watch.promises).total.mean_abs_s
    theirs = fmean(abs(p.last_s - p.waited_s) for p in watch.promises)
    assert ours is not None
    assert ours < 0.8 * theirs
