"""What a branch is asked for before it has days of its own: shares of services, the shape of a
day, and how many customers its counters can just bear.
"""

from collections.abc import Mapping
from itertools import pairwise

from branchfloor.domain.catalogue import CounterPlan, Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Tier

SHARES: Mapping[str, float] = {
    **{"GW": 262, "GD": 206, "GN": 122, "GL": 24, "GX": 14, "GT": 105, "GP": 45, "GQ": 75},
    **{"SO": 38, "SL": 24, "SI": 19, "SP": 27, "SC": 12, "SE": 10, "SF": 6, "SJ": 1, "SR": 8},
    **{"BC": 56, "BS": 66, "BO": 11},
    **{"VC": 20, "VF": 9, "VK": 22, "VL": 14, "VI": 5, "VR": 9, "VV": 6},
}
"""How often the services of a Chinese branch are asked for, in parts of a common whole."""

WORK_OF_TIER = {Tier.GENERAL: 500.0, Tier.SPECIAL: 220.0, Tier.VALUE_ADDED: 90.0}
"""Minutes of work that a service without a share of its own brings, by its tier."""

HUMPS: Mapping[Tier, tuple[tuple[float, float], ...]] = {
    Tier.GENERAL: (
        *((0.0, 0.85), (0.06, 1.25), (0.15, 1.5), (0.24, 1.35), (0.33, 0.95), (0.44, 0.65)),
        *((0.53, 0.75), (0.625, 1.15), (0.72, 1.25), (0.81, 1.0), (0.92, 0.6), (1.0, 0.35)),
    ),
    Tier.SPECIAL: (
        *((0.0, 0.8), (0.08, 1.2), (0.2, 1.35), (0.33, 1.0), (0.45, 0.75)),
        *((0.6, 1.15), (0.72, 1.25), (0.82, 0.85), (0.92, 0.35), (1.0, 0.1)),
    ),
    Tier.VALUE_ADDED: (
        *((0.0, 0.5), (0.12, 1.1), (0.25, 1.15), (0.4, 0.85)),
        *((0.6, 1.25), (0.75, 1.3), (0.85, 0.75), (0.92, 0.3), (1.0, 0.05)),
    ),
}
"""Two humps over a day from opening (0) to closing (1), thinner at lunch, by tier."""

USUAL_LOAD = 0.95
MOST_LOAD = 1.05
"""How busy the day's customers keep the counters: all of them, and the busiest one."""

AROUND_MIN = 0.75
"""Minutes a counter needs around a service: the key, the walk, the tidying up."""

PARTS = 20


def hump(tier: Tier, part: float) -> float:
    """The rate of arrivals at a part of the day (0 to 1), the day's mean being about 1."""
    points = HUMPS[tier]
    for (x0, y0), (x1, y1) in pairwise(points):
        if x0 <= part <= x1:
            return y0 + (y1 - y0) * (part - x0) / (x1 - x0)
    return 0.0


def usual_visits(
    config: BranchConfig, minutes: Mapping[str, float], more_work: float = 0.0
) -> dict[str, float]:
    """Customers a day by service: the shares, scaled to what the counters just bear.

    `minutes` is how long each counter is there for customers; `more_work` is the work that a
    visit brings beyond its first service, in services.
    """
    counters = [plan for plan in config.counters if plan.number in minutes]
    shares = {s.code: _share(s) for s in config.services if _homes(s, counters)}
    loads = _loads(config, minutes, shares)
    if not loads or not max(loads):
        return {}
    scale = min(USUAL_LOAD * len(loads) / sum(loads), MOST_LOAD / max(loads)) / (1 + more_work)
    return {code: share * scale for code, share in shares.items()}


POOL = 3
"""From how many counters of one kind on some of them keep only the busy hours."""

THERE, BUSY_HOURS_ONLY = 0.9, 0.66
"""What part of the opening hours a counter is there for customers: breaks taken off."""


def usual_minutes(config: BranchConfig, open_minutes: float) -> dict[str, float]:
    """How long each counter is there on a day as it usually goes; elastic ones do not count."""
    found: dict[str, float] = {}
    for pool in pools(config):
        part_time = {plan.number for plan in part_timers(pool)}
        for plan in pool:
            there = BUSY_HOURS_ONLY if plan.number in part_time else THERE
            found[plan.number] = there * open_minutes
    return found


def pools(config: BranchConfig) -> list[list[CounterPlan]]:
    """Counters that do the same kind of work: cash, non-cash, corporate, sales."""
    found: dict[tuple[bool, bool, bool], list[CounterPlan]] = {}
    for plan in config.counters:
        if not plan.elastic:
            kind = (plan.takes_cash, plan.corporate, plan.sales_zone)
            found.setdefault(kind, []).append(plan)
    return list(found.values())


def part_timers(pool: list[CounterPlan]) -> list[CounterPlan]:
    """The last of their kind that are not there for those who need care, nor specialists."""
    plain = [p for p in pool if not p.care and _replaced(p, pool)]
    return plain[-(len(pool) // 2) :] if len(pool) >= POOL else []


def _replaced(plan: CounterPlan, pool: list[CounterPlan]) -> bool:
    others = [p.serves | p.backs_up for p in pool if p is not plan]
    return plan.serves <= frozenset[str]().union(*others)


def _share(service: Service) -> float:
    return SHARES.get(service.code, WORK_OF_TIER[service.tier] / service.mean_min)


def _homes(service: Service, counters: list[CounterPlan]) -> list[int]:
    """Counters whose own work the service is, else those that back it up."""
    fit = [
        (i, plan)
        for i, plan in enumerate(counters)
        if (plan.takes_cash or not service.needs_cash)
        and (plan.sales_zone or not service.sales_zone)
    ]
    own = [i for i, plan in fit if service.code in plan.serves]
    return own or [i for i, plan in fit if service.code in plan.backs_up]


def _loads(
    config: BranchConfig, minutes: Mapping[str, float], shares: Mapping[str, float]
) -> list[float]:
    """How busy each counter is when each part of the work goes to the least busy that may do it."""
    counters = [plan for plan in config.counters if plan.number in minutes]
    loads = [0.0] * len(counters)
    homes = {code: _homes(config.service(code), counters) for code in shares}
    for code in sorted(shares, key=lambda c: (len(homes[c]), c)):
        work = shares[code] * (config.service(code).mean_min + AROUND_MIN) / PARTS
        for _ in range(PARTS):
            least = min(homes[code], key=lambda i: (loads[i], i))
            loads[least] += work / minutes[counters[least].number]
    return loads
