"""A scenario played: replications as asked, or one long run split into independent batches.

A hall that does not change by the hour is measured in its settled state: many lanes side by side,
each begins empty, is played until it has settled (`Lanes.warmup_s`) and counted from then on, by
moment of call, so that nobody is lost at the end. A hall that changes is played whole, lane by
lane, and counted by moment of arrival; the doors close at the end and whoever waits is served.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from .arrays import Bools, Floats
from .batches import Estimate, Waits, joined, seen
from .draws import draw
from .paper import scene_of_scenario
from .play import play
from .played import Played
from .scenario import HOUR_S, Scenario

SETTLED = 5.0
"""A lane is counted after so many relaxation times; what is left of its empty start is e^-5."""
WORTH = 3.0
"""A run so long that it needs more than the most batches has them counted so many times as long
as they are warmed up, or longer.
"""
STEP = 400.0
DEAR, CHEAP = 20.0, 3_000_000
"""Batches may take so many times the customers of the run itself, or so many customers in all."""
LONG = 100.0
"""Of a run so many relaxation times long the start hardly counts."""
FEWEST, MOST = 20, 1000
AT_ONCE = 2_000_000
"""So many customers are held in memory at a time."""
DRAIN_H = 48.0
"""A hall that changes is played so much longer than its load says, until nobody waits."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """How a scenario is played: so many lanes, each warmed up, then counted; `settled` says that
    they are batches of one long run in its settled state.
    """

    count: int
    warmup_s: float
    counted_s: float
    settled: bool

    @property
    def end_s(self) -> float:
        """When counting ends."""
        return self.warmup_s + self.counted_s


def lanes_of(scenario: Scenario) -> Lanes:
    """Batches where the hall settles and one run is asked for, or replications are warmed up long
    enough to be the same; otherwise the replications as they are asked for.
    """
    run = scenario.run
    given = run.warmup_s or 0.0
    enough = SETTLED * scenario.settling_s
    once = run.replications == 1 or run.warmup_s is None or given >= enough
    once = once or run.length_s >= LONG * scenario.settling_s
    as_asked = Lanes(run.replications, given, run.length_s - given, settled=False)
    if not (scenario.settles and once):
        return as_asked
    total, warmup = run.replications * (run.length_s - given), max(given, enough)
    counted = _counted_s(scenario, total, warmup)
    count = ceil(total / counted - 1e-9)
    if _per_s(scenario) * count * (warmup + counted) > max(DEAR * total * _per_s(scenario), CHEAP):
        return as_asked  # so near its limits that it would take for ever to settle
    return Lanes(count, warmup, counted, settled=True)


def _per_s(scenario: Scenario) -> float:
    return sum(stream.per_hour for stream in scenario.streams) / HOUR_S


def _counted_s(scenario: Scenario, total_s: float, warmup_s: float) -> float:
    """How long each batch is counted. A step of all lanes costs about as much as `STEP` more lanes
    would, which says how many batches are played the soonest; no batch is larger than what fits.
    """
    per_s = _per_s(scenario)
    batches = min(max(sqrt(STEP * total_s / warmup_s), FEWEST), MOST)
    return min(total_s / batches, max(WORTH * warmup_s, AT_ONCE / MOST / per_s - warmup_s))


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """What a class met. `wait` is the mean; seconds. `left` is the share that gave up, `unserved`
    how many were never called before their lane ended.
    """

    name: str
    n: int
    wait: Estimate
    p50: Estimate
    p90: Estimate
    p99: Estimate
    within_target: Estimate
    left: float
    unserved: int


@dataclass(frozen=True)
class Simulated:
    """What came of a scenario; `customers` counts all that were played, warm-up included; `load` is
    that of the counters with the most to do, when most come.
    """

    classes: tuple[ClassFigures, ...]
    utilisation: dict[str, float]
    customers: int
    lanes: Lanes
    load: float


def simulate(scenario: Scenario) -> Simulated:
    """Play a scenario from its own seed: the same scenario gives the same figures."""
    lanes = lanes_of(scenario)
    tallies = [_tally(scenario, lanes, played) for played in _plays(scenario, lanes)]
    busy_s = np.sum([tally.busy_s for tally in tallies], axis=0)
    return Simulated(
        classes=tuple(
            _figures(name, [tally.classes[k] for tally in tallies])
            for k, name in enumerate(scenario.classes)
        ),
        utilisation=_utilisation(scenario, lanes, busy_s),
        customers=sum(tally.customers for tally in tallies),
        lanes=lanes,
        load=scenario.busiest,
    )


def _plays(scenario: Scenario, lanes: Lanes) -> Iterator[Played]:
    """Block after block of lanes, each with a stream of chance of its own."""
    settled = lanes.settled
    late = lanes.end_s * max(1.0, scenario.busiest) + DRAIN_H * HOUR_S
    horizon = lanes.end_s if settled else lanes.end_s + late
    scene = scene_of_scenario(scenario, lanes.end_s, horizon)
    block = max(1, min(MOST, lanes.count, int(AT_ONCE / max(scene.demand.total, 1))))
    seeds = np.random.SeedSequence(scenario.run.seed).spawn(ceil(lanes.count / block))
    for place, seed in enumerate(seeds):
        count = min(block, lanes.count - place * block)
        yield play(scene, draw(scene, count, np.random.default_rng(seed)))


@dataclass(frozen=True, slots=True)
class _ClassTally:
    waits: Waits
    left: int
    unserved: int


@dataclass(frozen=True, slots=True)
class _Tally:
    classes: tuple[_ClassTally, ...]
    busy_s: Floats
    customers: int


def _tally(scenario: Scenario, lanes: Lanes, played: Played) -> _Tally:
    names = list(scenario.classes)
    standings = [stream.standing for stream in scenario.streams]
    belongs = np.array([names.index(one.name) for one in standings])[played.kind]
    targets = np.array([one.target_s for one in standings])[played.kind]
    came = played.came
    return _Tally(
        tuple(_of_class(played, lanes, targets, came & (belongs == k)) for k in range(len(names))),
        _busy_s(played, lanes, len(scenario.posts)),
        int(came.sum()),
    )


def _of_class(played: Played, lanes: Lanes, target_s: Floats, mine: Bools) -> _ClassTally:
    """Waits that count: by call where the hall is settled, by arrival otherwise."""
    if lanes.settled:
        called, left = (_inside(at_s, lanes) & mine for at_s in (played.called_s, played.left_s))
        return _ClassTally(seen(played.wait_s, target_s, called), int(left.sum()), 0)
    counted = _inside(played.since_s, lanes) & mine
    called, left = (counted & ~np.isnan(at_s) for at_s in (played.called_s, played.left_s))
    waits = seen(played.wait_s, target_s, called)
    return _ClassTally(waits, int(left.sum()), int((counted & ~called & ~left).sum()))


def _inside(at_s: Floats, lanes: Lanes) -> Bools:
    return (at_s >= lanes.warmup_s) & (at_s < lanes.end_s)


def _busy_s(played: Played, lanes: Lanes, counters: int) -> Floats:
    """Seconds that each counter was taken while it counted."""
    called = ~np.isnan(played.called_s)
    ended = np.nan_to_num(played.ended_s, nan=lanes.end_s)
    taken = np.clip(ended, lanes.warmup_s, lanes.end_s) - np.clip(
        played.called_s, lanes.warmup_s, lanes.end_s
    )
    return np.bincount(played.counter[called], taken[called], counters).astype(np.float64)


def _figures(name: str, parts: list[_ClassTally]) -> ClassFigures:
    waits = joined([part.waits for part in parts])
    left = sum(part.left for part in parts)
    p50, p90, p99 = waits.quantiles((0.5, 0.9, 0.99))
    return ClassFigures(
        name=name,
        n=waits.n,
        wait=waits.mean(),
        p50=p50,
        p90=p90,
        p99=p99,
        within_target=waits.within_target(),
        left=left / max(left + waits.n, 1),
        unserved=sum(part.unserved for part in parts),
    )


def _utilisation(scenario: Scenario, lanes: Lanes, busy_s: Floats) -> dict[str, float]:
    shares = {}
    for post, busy in zip(scenario.posts, busy_s.tolist(), strict=True):
        edges = [np.clip(spell, lanes.warmup_s, lanes.end_s) for spell in post.spells]
        open_s = lanes.count * sum(float(until - since) for since, until in edges)
        shares[post.number] = busy / open_s if open_s else 0.0
    return shares
