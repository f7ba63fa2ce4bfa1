"""Five halls of different shape, played by Ciw and by the twin: the same waits."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import Any

import ciw
import numpy as np
import pytest

from branchfloor.domain.kinds import Discipline
from branchfloor.twin.arrays import Floats
from branchfloor.twin.crowd import waiting_crowd
from branchfloor.twin.demand import Demand
from branchfloor.twin.desks import free_desks
from branchfloor.twin.draws import draw
from branchfloor.twin.laws import exponential
from branchfloor.twin.play import play
from branchfloor.twin.played import Played
from branchfloor.twin.rule import PlainRules
from branchfloor.twin.scenario import HOUR_S, Law, Rate, Run
from branchfloor.twin.scene import Scene
from branchfloor.twin.steady import Simulated, simulate
from tests.twin.halls import Guest, hall

pytestmark = pytest.mark.untraced  # halls that others measure, and a program that is not ours

LANES = 400
Times = Sequence[float]


def by_ciw(runs: int, until: float, after: float = 0.0, **network: Any) -> list[Floats]:
    """Mean waits of each class in each of Ciw's runs, [runs, classes]: of those who came between
    `after` and `until`, served later or not; and the shares that gave up.
    """
    node = network.pop("node_class", None)
    built = ciw.create_network(**network)
    waits, left = [], []
    for seed in range(runs):
        ciw.seed(seed)
        simulation = ciw.Simulation(built, node_class=node)
        simulation.simulate_until_max_time(until * 1.3 + 60)
        records = [r for r in simulation.get_all_records() if after <= r.arrival_date < until]
        names = built.customer_class_names
        kinds = ("service", "renege")
        mine = {
            (n, k): [r for r in records if r.customer_class == n and r.record_type == k]
            for n in names
            for k in kinds
        }
        waits.append([np.mean([r.waiting_time for r in mine[n, "service"]]) for n in names])
        left.append([len(mine[n, "renege"]) / sum(len(mine[n, k]) for k in kinds) for n in names])
    return [np.array(waits), np.array(left)]


def agree(theirs: Floats, ours: Sequence[tuple[float, float]], widest: float) -> None:
    """Means within four of both errors together; errors small enough to tell something."""
    for k, (mean, half) in enumerate(ours):
        column = theirs[:, k]
        error = sqrt(column.var(ddof=1) / len(column) + (half / 1.96) ** 2)
        assert error < widest * column.mean(), (k, error, column.mean())
        assert abs(column.mean() - mean) < 4 * error, (k, column.mean(), mean, error)


def waits(simulated: Simulated) -> list[tuple[float, float]]:
    return [(figures.wait.value, figures.wait.half) for figures in simulated.classes]


def exp(*rates: float) -> dict[str, list[Any]]:
    return {f"class {k + 1}": [ciw.dists.Exponential(r)] for k, r in enumerate(rates)}


class Skilled(ciw.Node):  # type: ignore[misc]
    """A node whose servers serve some classes only; the one that serves the fewest goes first."""

    able = ({"class 1"}, {"class 1"}, {"class 1", "class 2"}, {"class 2"})
    asked = None
    freed = None

    def find_free_server(self, ind):
        order = sorted(self.servers, key=lambda server: len(self.able[server.id_number - 1]))
        fits = (s for s in order if ind.customer_class in self.able[s.id_number - 1])
        return next((s for s in fits if not s.busy), None)

    def choose_next_customer(self):
        if self.freed is None:
            return self.asked
        able = self.able[self.freed.id_number - 1]
        queue = [i for i in self.individuals[0] if not i.server and i.customer_class in able]
        return queue[0] if queue else None

    def begin_service_if_possible_accept(self, next_individual):
        self.asked = next_individual
        super().begin_service_if_possible_accept(next_individual)

    def begin_service_if_possible_release(self, next_individual, newly_free_server):
        self.freed = newly_free_server
        super().begin_service_if_possible_release(next_individual, newly_free_server)
        self.freed = None


def test_skills():
    theirs, _ = by_ciw(
        *(8, 800, 60),
        arrival_distributions=exp(1.7, 1.0),
        service_distributions=exp(1, 1),
        number_of_servers=[4],
        node_class=Skilled,
    )
    serves = ((0,), (0,), (0, 1), (1,))
    ours = simulate(hall([Guest(1.7), Guest(1.0)], serves, Run(60_000, seed=3)))
    agree(theirs, waits(ours), 0.1)


def test_two_priorities():
    theirs, _ = by_ciw(
        *(8, 800, 60),
        arrival_distributions=exp(1.2, 2.4),
        service_distributions={
            "class 1": [ciw.dists.Lognormal(-0.125, 0.5)],
            "class 2": [ciw.dists.Exponential(1)],
        },
        priority_classes={"class 1": 0, "class 2": 1},
        number_of_servers=[5],
    )
    spread = sqrt(np.expm1(0.25))
    guests = [Guest(1.2, cv=spread, law=Law.LOGNORMAL), Guest(2.4)]
    ours = simulate(hall(guests, 5, Run(60_000, seed=4), Discipline.STRICT))
    agree(theirs, waits(ours), 0.13)


def test_customers_who_give_up():
    theirs, left = by_ciw(
        *(8, 400, 30),
        arrival_distributions=exp(6),
        service_distributions=exp(1),
        reneging_time_distributions=exp(0.2),
        number_of_servers=[5],
    )
    scenario = replace(hall([Guest(6)], 5, Run(30_000, seed=5)), patience_s=5.0)
    ours = simulate(scenario)
    agree(theirs, waits(ours), 0.08)
    assert ours.classes[0].left == pytest.approx(left.mean(), rel=0.08)


RUSH = ((0.0, 60.0, 2.0), (60.0, 150.0, 5.5), (150.0, 240.0, 1.5))


def test_rates_that_change():
    theirs, _ = by_ciw(
        *(40, 240),
        arrival_distributions={
            "class 1": [
                ciw.dists.PoissonIntervals(
                    rates=[rate for _, _, rate in RUSH],
                    endpoints=[until for _, until, _ in RUSH],
                    max_sample_date=240,
                )
            ]
        },
        service_distributions=exp(1),
        number_of_servers=[4],
    )
    scenario = hall([Guest(1)], 4, Run(240, 0, LANES, seed=6))
    rates = tuple(Rate(a, b, rate * HOUR_S) for a, b, rate in RUSH)
    changing = (replace(scenario.streams[0], rates=rates),)
    ours = simulate(replace(scenario, streams=changing))
    assert not ours.lanes.settled
    assert ours.classes[0].unserved == 0
    agree(theirs, waits(ours), 0.1)


def test_an_hour_that_begins_with_people_waiting():
    start, until = 30, 40.0
    theirs, _ = by_ciw(
        *(90, until),
        arrival_distributions={
            "class 1": [ciw.dists.Sequential([*[1e-9] * start, 1e9])],
            "class 2": [ciw.dists.Exponential(3.0)],
        },
        service_distributions=exp(1, 0.8),
        number_of_servers=[5],
    )
    played = waiting_hall(start, until, 3.0)
    first = played.wait_s[:, :start].mean(axis=1)
    came = played.came & (played.since_s < until) & (np.arange(played.kind.shape[1]) >= start)
    then = np.where(came, played.wait_s, 0).sum(axis=1) / came.sum(axis=1)
    ours = [(float(m.mean()), 1.96 * float(m.std()) / sqrt(LANES)) for m in (first, then)]
    agree(theirs, ours, 0.1)


def waiting_hall(start: int, until: float, rate: float) -> Played:
    """So many wait already; arrivals until then; first come, first served at five counters."""
    rules = PlainRules(
        names=("class 1", "class 2"),
        slope=(1.0, 1.0),
        head_start=(0.0, 0.0),
        target_s=(1.0, 1.0),
        serves=((0, 1),) * 5,
    ).rules()
    crowd = waiting_crowd(np.zeros(start, np.int64), np.zeros(start))
    times = exponential(np.array([1.0, 1.25]), 5)
    demand = Demand((rules.kinds[1],), np.array([[rate * until]]), slot_s=until)
    scene = Scene(rules, crowd, free_desks(5), times, demand, 10 * until)
    return play(scene, draw(scene, LANES, np.random.default_rng(8)))
