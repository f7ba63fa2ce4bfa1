"""Chance: one stream a purpose, one number a customer, so that options meet the same customers."""

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from .arrays import Floats, Rough, Small
from .demand import Demand, Habits
from .scene import Scene


@dataclass(frozen=True)
class Fates:
    """What happens at each leg's first sitting, [R, N + A]; made by `draw` from the habits, or
    given by hand.

    `what`: one of the constants below. `part` (0 to 1) of the service is done before a hold or a
    transfer; `away_s` later it waits again. `to`: the kind a transfer leads to.
    """

    what: Small
    part: Rough
    away_s: Rough
    to: Small | None = None


STAYS, MISSED, MISSED_TWICE, TOOK, LEFT, OFFICE, TRANSFER = range(7)
"""Served to the end; not there at the first call; nor at the second; three kinds of hold; sent to
another service.
"""


@dataclass(frozen=True)
class Draws:
    """Random numbers of R lanes for the N legs known now, A arrivals and S counters.

    `epochs` [R, A] are the arrivals of a Poisson stream of rate one, which `play` stretches to
    the demand; `mark` [R, A] (0 to 1) says for what each comes; `pace` [R, Q] are the slots'
    factors. `work` [R, N + A] are standard normals, the service of each leg, `again` those of a
    second sitting. `left` [R, S] (0 to 1) says how much is left of the running services.
    `patience` [R, N + A] are unit exponentials. None where the scene does not need it.
    """

    lanes: int
    epochs: Floats
    mark: Rough
    pace: Floats
    work: Rough
    left: Floats
    again: Rough | None = None
    fates: Fates | None = None
    patience: Rough | None = None


_SURE = 5.0
"""Columns for arrivals reach so many deviations beyond the expected number."""


def draw(scene: Scene, lanes: int, chance: np.random.Generator, *, most: float = 1.0) -> Draws:
    """The random numbers of so many lanes of a scene, for it and all its options.

    `most` is the largest factor by which an option multiplies arrivals. Every purpose has a child
    of `chance`, so that what one needs leaves the others alone.
    """
    streams = chance.spawn(8)
    columns = _columns(scene.demand, scene.horizon_s, most)
    shape = (lanes, scene.crowd.n + columns)
    epochs = streams[0].standard_exponential((lanes, columns))
    np.cumsum(epochs, axis=1, out=epochs)
    many = len(scene.demand.streams) > 1
    eventful = scene.habits.eventful
    return Draws(
        lanes=lanes,
        epochs=epochs,
        mark=streams[1].random((lanes, columns if many else 0), np.float32),
        pace=_pace(scene.demand, lanes, streams[2]),
        work=_work(scene, shape, streams[3]),
        left=streams[4].random((lanes, scene.desks.n)),
        again=_work(scene, shape, streams[5]) if eventful else None,
        fates=_fates(scene.habits, shape, streams[6]) if eventful else None,
        patience=_patience(scene.habits, shape, streams[7]),
    )


def _columns(demand: Demand, horizon_s: float, most: float) -> int:
    slots = demand.expected.shape[1]
    share = min(1.0, horizon_s / (demand.slot_s * slots)) if slots else 0.0
    seen = max(1, ceil(share * slots)) if slots else 0
    mean = float(demand.expected[:, :seen].sum()) * most
    if mean <= 0:
        return 0
    spread = mean + (demand.cv_day * mean) ** 2 + (demand.cv * mean) ** 2 / max(1, seen)
    return ceil(mean + _SURE * sqrt(spread)) + 5


def _pace(demand: Demand, lanes: int, chance: np.random.Generator) -> Floats:
    """The factors of the slots, [R, Q]; one row of ones when all is plain Poisson."""
    slots = demand.expected.shape[1]
    if not demand.cv and not demand.cv_day:
        return np.ones((1, slots))
    pace = np.ones((lanes, slots))
    if demand.cv:
        pace *= _gamma(demand.cv, (lanes, slots), chance)
    if demand.cv_day:
        pace *= _gamma(demand.cv_day, (lanes, 1), chance)
    return pace


def _gamma(cv: float, shape: tuple[int, int], chance: np.random.Generator) -> Floats:
    return chance.gamma(1 / cv**2, cv**2, shape)


def _work(scene: Scene, shape: tuple[int, int], chance: np.random.Generator) -> Rough:
    """What a service takes: normal, or the logarithm of an exponential where services are such."""
    if not scene.times.exponential:
        return chance.standard_normal(shape, np.float32)
    unit = chance.standard_exponential(shape, np.float32)
    return np.log(np.maximum(unit, np.float32(1e-30), out=unit), out=unit)


def _patience(habits: Habits, shape: tuple[int, int], chance: np.random.Generator) -> Rough | None:
    if habits.patience_s == float("inf"):
        return None
    return chance.standard_exponential(shape, np.float32)


def _fates(habits: Habits, shape: tuple[int, int], chance: np.random.Generator) -> Fates:
    """What becomes of each first sitting, by one number a leg; its parts by two more."""
    aways = (habits.took, habits.left, habits.office)
    shares = (
        habits.no_show * habits.again,
        habits.no_show * (1 - habits.again),
        *(away.share for away in aways),
        habits.transfer,
    )
    codes = np.array([MISSED_TWICE, MISSED, TOOK, LEFT, OFFICE, TRANSFER, 0], np.int8)
    u = chance.random(shape, np.float32)
    upto = np.cumsum(shares).astype(np.float32)
    what, part = np.zeros(shape, np.int8), np.ones(shape, np.float32)
    some = (u < upto[-1]).nonzero()
    found = codes[np.searchsorted(upto, u[some], side="right")]
    what[some], part[some] = found, chance.uniform(0.2, 0.7, len(found))
    z = chance.standard_normal(len(found))
    mean, cv = np.zeros(len(codes)), np.ones(len(codes))
    for code, away in zip((TOOK, LEFT, OFFICE), aways, strict=True):
        mean[code], cv[code] = away.mean_s, away.cv
    sigma = np.sqrt(np.log1p(cv**2))[found]
    away_s = np.zeros(shape, np.float32)
    away_s[some] = mean[found] * np.exp(sigma * z - sigma**2 / 2)
    return Fates(what, part, away_s)
