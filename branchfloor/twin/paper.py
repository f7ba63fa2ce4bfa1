"""A scenario made into a scene: the rule, the counters, the services and who comes when."""

from dataclasses import replace
from math import inf

import numpy as np

from branchfloor.domain.kinds import Discipline

from .arrays import Floats, Ints
from .crowd import waiting_crowd
from .demand import Demand, Habits
from .desks import Desks, free_desks
from .laws import Times, alike, exponential
from .rule import PlainRules, Rules
from .scenario import HOUR_S, Law, Rate, Scenario
from .scene import Scene

GRIDS_S = (3600.0, 1800.0, 900.0, 300.0, 60.0, 10.0, 1.0)
"""Slots of arrivals: the coarsest that has all of a scenario's changes on it."""

QUANTILES = 4096


def scene_of_scenario(scenario: Scenario, arrivals_until_s: float, horizon_s: float) -> Scene:
    """The scenario's empty hall, to be played for `horizon_s`; nobody comes after the first."""
    rules = rules_of(scenario)
    return Scene(
        rules=rules,
        crowd=waiting_crowd(_nothing(), np.zeros(0)),
        desks=_desks(scenario),
        times=_times(scenario),
        demand=_demand(scenario, rules, arrivals_until_s),
        horizon_s=horizon_s,
        habits=Habits(patience_s=scenario.patience_s),
    )


def rules_of(scenario: Scenario) -> Rules:
    """The scenario's rule; `fifo` and `strict` are the disciplines of the live floor."""
    standings = [stream.standing for stream in scenario.streams]
    affine = scenario.discipline is Discipline.AFFINE
    ranks = {
        Discipline.AFFINE: (1,) * len(standings),
        Discipline.FIFO: (1,) * len(standings),
        Discipline.STRICT: tuple(s.rank for s in standings),
    }
    return PlainRules(
        names=tuple(stream.name for stream in scenario.streams),
        slope=tuple(s.slope if affine else 1 / HOUR_S for s in standings),
        head_start=tuple(s.head_start if affine else 0.0 for s in standings),
        target_s=tuple(s.target_s for s in standings),
        serves=tuple(post.serves for post in scenario.posts),
        rank=ranks[scenario.discipline],
        backs_up=tuple(post.helps for post in scenario.posts),
        jump_s=tuple(s.jump_s for s in standings),
        reserve=scenario.reserve,
    ).rules()


def _nothing() -> Ints:
    return np.zeros(0, np.int64)


def _desks(scenario: Scenario) -> Desks:
    posts = scenario.posts
    free = free_desks(len(posts), reaction_s=scenario.reaction_s, walk_s=scenario.walk_s)
    return replace(
        free,
        numbers=tuple(post.number for post in posts),
        spells=tuple(post.spells for post in posts),
    )


def _times(scenario: Scenario) -> Times:
    works = [stream.work for stream in scenario.streams]
    mean_s, counters = np.array([work.mean_s for work in works]), len(scenario.posts)
    drawn = [k for k, work in enumerate(works) if work.law is Law.EXPONENTIAL]
    if len(drawn) == len(works):
        return exponential(mean_s, counters)
    times = alike(mean_s, np.array([work.spread for work in works]), counters)
    times.mu[drawn] = np.log(mean_s[drawn])[:, None]
    return replace(times, quantiles=dict.fromkeys(drawn, _unit_exponential()))


def _unit_exponential() -> Floats:
    """Evenly spread quantiles of an exponential of mean 1, for services beside other laws."""
    shares = (np.arange(QUANTILES) + 0.5) / QUANTILES
    quantiles = -np.log1p(-shares)
    return np.asarray(quantiles / quantiles.mean(), np.float64)


def _demand(scenario: Scenario, rules: Rules, until_s: float) -> Demand:
    slot_s = until_s if scenario.constant else _grid(scenario, until_s)
    slots = max(1, round(until_s / slot_s))
    edges = np.arange(slots + 1, dtype=np.float64) * float(slot_s)
    expected = np.array([_expected(stream.rates, edges) for stream in scenario.streams])
    return Demand(rules.kinds, expected, slot_s=slot_s)


def _expected(rates: tuple[Rate, ...], edges: Floats) -> Floats:
    total = np.zeros(len(edges) - 1)
    for rate in rates:
        inside = np.clip(edges, rate.from_s, rate.until_s)
        total += np.diff(inside) * rate.per_hour / HOUR_S
    return total


def _grid(scenario: Scenario, until_s: float) -> float:
    changes = {until_s}
    for stream in scenario.streams:
        changes |= {edge for rate in stream.rates for edge in (rate.from_s, rate.until_s)}
    finite = [change for change in changes if change < inf]
    return next((g for g in GRIDS_S if all(c % g < 1e-6 for c in finite)), GRIDS_S[-1])
