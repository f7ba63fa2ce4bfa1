"""Scenes to time the twin on: a plain queue, a crowd that drains, an hour of a whole branch."""

from collections.abc import Mapping

import numpy as np

from branchfloor.domain.config import BranchConfig
from branchfloor.routing.eligibility import key_for

from .crowd import waiting_crowd
from .demand import QUARTER_S, Demand, nobody
from .desks import free_desks
from .laws import alike, exponential
from .rule import PlainRules
from .scene import Scene


def chance(seed: int) -> np.random.Generator:
    """A generator of random numbers."""
    return np.random.default_rng(seed)


def queue_scene(servers: int, load: float, customers: int) -> Scene:
    """M/M/c from empty for about so many customers, services of mean one second."""
    rules = PlainRules(("all",), (1.0,), (0.0,), (1.0,), ((0,),) * servers).rules()
    horizon_s = customers / (load * servers)
    nobody_yet = waiting_crowd(np.zeros(0, np.int64), np.zeros(0))
    times = exponential(np.ones(1), servers)
    demand = Demand(rules.kinds, np.full((1, 1), float(customers)), slot_s=horizon_s)
    return Scene(rules, nobody_yet, free_desks(servers), times, demand, horizon_s)


def crowd_scene(waiting: int, counters: int) -> Scene:
    """People of four classes wait, half the counters serve two of them only; nobody comes."""
    targets = np.array([300.0, 600.0, 1200.0, 1200.0])
    narrow, wide = (0, 2), (0, 1, 2, 3)
    rules = PlainRules(
        ("legal", "private", "ordinary", "special"),
        tuple(1 / targets),
        (0.5, 0.2, 0.0, 0.0),
        tuple(targets),
        tuple(narrow if s < counters // 2 else wide for s in range(counters)),
    ).rules()
    kind = np.arange(waiting) * 7 % 4
    crowd = waiting_crowd(kind, -np.linspace(1800.0, 1.0, waiting))
    times = alike(np.array([240.0, 420.0, 240.0, 420.0]), np.full(4, 0.9), counters)
    return Scene(rules, crowd, free_desks(counters), times, nobody(), 6 * 3600.0)


def hour_of(config: BranchConfig, shares: Mapping[str, float], customers: float) -> Demand:
    """An hour of a branch: services by their shares, one in eight by law, some others first."""
    classes = {"ordinary": 0.8, "legal": 0.12, "gold": 0.05, "private": 0.03}
    known = {rule.name for rule in config.policy.classes}
    total = sum(shares.values())
    rows = {
        key_for(code, needs_cash=config.service(code).needs_cash, class_name=name): share * part
        for code, share in shares.items()
        for name, part in classes.items()
        if name in known
    }
    each = np.array(list(rows.values())) * customers / total / 4
    return Demand(tuple(rows), np.repeat(each[:, None], 4, axis=1), 0.2, 0.1, QUARTER_S)
